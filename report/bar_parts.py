"""What bar charts are made of. Rows are counted from the top, item 0 at 0; values as shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle from ``start`` to ``end``, ``thickness`` rows high around ``row``.

    Attributes:
        hollow: Drawn as an outline: a decrease or a low end, told from its opposite by more than
            its colour.
        inside: Number to write in the bar where it fits.
    """

    item: str
    series: str
    start: float
    end: float
    row: float
    thickness: float
    fill: str
    hollow: bool = False
    inside: str = ""
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A number or the words for a missing one, to the right (or left) of a place."""

    place: float
    row: float
    words: str
    left: bool = False
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The value within its span."""

    place: float
    row: float
    fill: str
    hover: str


@dataclass(frozen=True, slots=True)
class Level:
    """A line through all rows, named above them; ``solid`` where the bars begin at it."""

    words: str
    place: float
    solid: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What a colour stands for, on a light and on a dark ground; ``hollow``: as an outline."""

    words: str
    fill: tuple[str, str]
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """What a kind of bars places, before there is an axis."""

    bars: list[Bar]
    labels: list[Label]
    marks: list[Mark]
    base: tuple[Level, ...] = ()


@dataclass(frozen=True, slots=True)
class BarScene:
    """All that a bar chart draws. ``low``–``high`` may have room for labels, ``ticks`` have not."""

    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...]
    levels: tuple[Level, ...]
    items: tuple[str, ...]
    legend: tuple[Entry, ...]
    low: float
    high: float
    step: float
    ticks: tuple[float, ...]


def hover(*parts: str) -> str:
    """Return what is told under the pointer, a line per part that is not empty."""
    return "\n".join(part for part in parts if part)
