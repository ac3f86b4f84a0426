"""A problem in a file, as data, and the sentence that tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from text import t
from text.catalogue import MissingTextError

LONGEST_FOUND = 80
WHOLE_FILE = frozenset({"file_missing", "file_unreadable", "file_too_large", "file_empty"})
"""Problems of a file as a whole, told without a line."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in a file that has to be put right.

    Attributes:
        code: Kind of problem; names its wording, ``problem.<code>`` in the catalogue.
        file: The file as the user named it.
        line: Line in the file, from 1.
        key: Place in the file, e.g. ``fee_models[0].rate.unit``; empty for the whole file.
        found: What stands in the file, unread.
        allowed: What may stand there.
        suggestion: What the writer probably meant, or how to write it.
    """

    code: str
    file: str
    line: int
    key: str = ""
    found: str = ""
    allowed: str = ""
    suggestion: str = ""


class ScenarioError(Exception):
    """A file that cannot be used, with everything that is wrong in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(message(problem) for problem in self.problems))


def message(problem: Problem) -> str:
    """Word a problem: place, finding, what is allowed, the likely cure, why the rule exists."""
    place = "problem.place.file" if problem.code in WHOLE_FILE else "problem.place.line"
    parts = [
        t(
            f"problem.{problem.code}",
            key=problem.key or t("problem.place.top"),
            found=problem.found or t("problem.found.nothing"),
            allowed=problem.allowed or t("problem.allowed.none"),
        )
    ]
    if problem.suggestion:
        own = _optional(f"problem.{problem.code}.cure", suggestion=problem.suggestion)
        parts.append(own or t("problem.cure", suggestion=problem.suggestion))
    parts.append(_optional(f"problem.{problem.code}.why"))
    said = " ".join(part for part in parts if part)
    return f"{t(place, file=problem.file, line=problem.line)} – {said}"


def closest(word: str, options: Iterable[str]) -> str:
    """Return the option that most resembles a word; empty if none does."""
    lowered = {option.lower(): option for option in options}
    near = get_close_matches(word.lower()[:LONGEST_FOUND], lowered, n=1, cutoff=0.6)
    return lowered[near[0]] if near else ""


def shorten(words: str) -> str:
    """Return a finding on one line, short enough to be quoted in a sentence."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_FOUND else f"{line[: LONGEST_FOUND - 1]}…"


def dotted(path: Iterable[str | int]) -> str:
    """Return a path as it is written in a problem: ``fee_models[0].rate``."""
    words = ""
    for step in path:
        if isinstance(step, int):
            words += f"[{step}]"
        else:
            words += f".{step}" if words else step
    return words


def _optional(key: str, **values: object) -> str:
    try:
        return t(key, **values)
    except MissingTextError:
        return ""
