"""Named variants of one scenario, laid side by side, and which of them the others are against."""

import unicodedata
from dataclasses import dataclass, replace

from model.choices import Choices

MOST_VARIANTS = 6
LONGEST_NAME = 60
FILE = -1
"""The base that is the scenario's own file."""

EMPTY, LONG = "variant.name_empty", "variant.name_long"
TAKEN, FULL = "variant.name_taken", "variant.full"
_UNSEEN = {"Cc", "Cf", "Cs", "Co"}


@dataclass(frozen=True, slots=True)
class Variant:
    """Choices under a name of the user's own."""

    name: str
    choices: Choices


@dataclass(frozen=True, slots=True)
class Variants:
    """The variants of a scenario, in the order they were kept.

    Attributes:
        base: Which of them differences are counted from; ``FILE`` for the scenario's file.
    """

    items: tuple[Variant, ...] = ()
    base: int = FILE

    def refusal(self, name: str, besides: int = FILE) -> str:
        """Return the text key of why a clean name cannot be had; empty if it can.

        Args:
            besides: The variant that is to be renamed, which may keep its name.
        """
        if not name:
            return EMPTY
        if len(name) > LONGEST_NAME:
            return LONG
        others = (one.name for place, one in enumerate(self.items) if place != besides)
        return TAKEN if name.casefold() in {other.casefold() for other in others} else ""

    def kept(self, name: str, choices: Choices) -> tuple["Variants", str]:
        """Return the variants with one more, or as they are and why not."""
        name = clean(name)
        refusal = FULL if len(self.items) >= MOST_VARIANTS else self.refusal(name)
        if refusal:
            return self, refusal
        return replace(self, items=(*self.items, Variant(name, choices))), ""

    def renamed(self, index: int, name: str) -> tuple["Variants", str]:
        """Return the variants with another name on one, or as they are and why not."""
        name = clean(name)
        refusal = self.refusal(name, index)
        if refusal or not self.has(index):
            return self, refusal
        items = list(self.items)
        items[index] = replace(items[index], name=name)
        return replace(self, items=tuple(items)), ""

    def without(self, index: int) -> "Variants":
        """Return the variants without one; the file becomes the base if that one was."""
        if not self.has(index):
            return self
        base = FILE if self.base == index else self.base - (self.base > index)
        return Variants((*self.items[:index], *self.items[index + 1 :]), base)

    def based_on(self, index: int) -> "Variants":
        """Return the variants with another base; the file where there is no such variant."""
        return replace(self, base=index if self.has(index) else FILE)

    def has(self, index: int) -> bool:
        """Tell whether there is a variant at a place."""
        return 0 <= index < len(self.items)


NO_VARIANTS = Variants()


def clean(name: str) -> str:
    """Return a name on one line without signs that are not seen, and without spare blanks."""
    shown = (" " if sign.isspace() else sign for sign in name)
    seen = "".join(sign for sign in shown if unicodedata.category(sign) not in _UNSEEN)
    return " ".join(unicodedata.normalize("NFC", seen).split())
