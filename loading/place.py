"""A place in a file, looked at without trusting what stands there.

The checks run on files that the schema may have refused in other places, so a place answers with
nothing (no text, no number, no items) rather than failing when it holds something else.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from loading.problems import Problem, closest, dotted
from loading.yaml_source import Ambiguous, Source, Steps

MOST_OPTIONS = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A value and where it stands."""

    source: Source
    value: object
    steps: Steps = ()

    def at(self, *keys: str) -> "Place":
        """Return the place under one or more keys; an empty place if there is none."""
        place = self
        for key in keys:
            inside = place.value.get(key) if isinstance(place.value, dict) else None
            place = Place(self.source, inside, (*place.steps, key))
        return place

    @property
    def is_there(self) -> bool:
        """Whether something stands here."""
        return self.value is not None

    @property
    def items(self) -> Iterator["Place"]:
        """The items of a list."""
        for i, value in enumerate(self.value if isinstance(self.value, list) else ()):
            yield Place(self.source, value, (*self.steps, i))

    @property
    def entries(self) -> Iterator[tuple[str, "Place"]]:
        """The keys of a mapping as text, each with the place of its value."""
        for key, value in (self.value if isinstance(self.value, dict) else {}).items():
            yield str(key), Place(self.source, value, (*self.steps, str(key)))

    @property
    def everything(self) -> Iterator["Place"]:
        """This place and all places within it."""
        yield self
        for item in self.items:
            yield from item.everything
        for _, inside in self.entries:
            yield from inside.everything

    @property
    def word(self) -> str:
        """An id or a code, also where its quotation marks are missing."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, int | float | Ambiguous):
            return self.source.found(self.steps)
        return ""

    @property
    def number(self) -> float | None:
        """A number; a truth value is none."""
        if isinstance(self.value, int | float) and not isinstance(self.value, bool):
            return float(self.value)
        return None

    @property
    def numbers(self) -> list[float]:
        """The numbers in a list; empty if anything in it is none."""
        found = [item.number for item in self.items]
        return [number for number in found if number is not None] if None not in found else []

    def ids(self) -> dict[str, "Place"] | None:
        """The items of a list by their ids; None if something else than a list stands here."""
        if self.value is not None and not isinstance(self.value, list):
            return None
        named = ((item.at("id").word, item) for item in self.items)
        return {word: item for word, item in named if word}

    def problem(
        self, code: str, found: str | None = None, allowed: str = "", suggestion: str = ""
    ) -> Problem:
        """Return a problem at this place; what is found there unless something else is said."""
        seen = self.source.found(self.steps) if found is None else found
        line = self.source.line(self.steps)
        key = dotted(self.steps)
        return Problem(code, self.source.file, line, key, seen, allowed, suggestion)

    def unknown(self, code: str, word: str, options: Collection[str] | None) -> Iterator[Problem]:
        """Tell that a word is none of the options; nothing if these cannot be known."""
        if options is not None and word and word not in options:
            shown = [*list(options)[:MOST_OPTIONS], *(["…"] if len(options) > MOST_OPTIONS else [])]
            yield self.problem(code, word, ", ".join(shown), closest(word, options))
