"""Names of upright marks: they fly like flags above a picture, and none covers another.

The same is done in the browser, by ``ui/live/js/flags.js``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 5.0
"""Between a mark and its words [px], and between the words of two marks."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Where the words of a mark stand.

    Attributes:
        start: Left edge of the words [px].
        row: Rows of words below it, 0 nearest to the picture; the mark reaches up to it.
        left: Whether the words stand to the left of the mark.
    """

    start: float
    row: int
    left: bool


def flags(
    places: Sequence[float], widths: Sequence[float], low: float, high: float
) -> tuple[Flag, ...]:
    """Return a flag per mark.

    Words stand to the right of their mark if all fit there, else all to the left, else each where
    it fits. Of two that meet, the one whose mark the other's words would cross is the higher.

    Args:
        places: Where each mark stands [px].
        widths: How wide the words of each are [px].
        low: The smallest place that words may have.
        high: The largest.
    """
    right = [at + GAP + width <= high for at, width in zip(places, widths, strict=True)]
    fits_left = [at - GAP - width >= low for at, width in zip(places, widths, strict=True)]
    if not all(right) and all(fits_left):
        right = [False] * len(places)
    order = sorted(
        range(len(places)), key=lambda i: (right[i], -places[i] if right[i] else places[i])
    )
    spans, found = {}, {}
    for i in order:
        start = places[i] + GAP if right[i] else max(low, places[i] - GAP - widths[i])
        span = (min(start, places[i]) - GAP, max(start + widths[i], places[i]) + GAP)
        below = [found[j].row for j, (a, b) in spans.items() if a < span[1] and span[0] < b]
        spans[i] = span
        found[i] = Flag(start, max(below, default=-1) + 1, not right[i])
    return tuple(found[i] for i in range(len(places)))


def rows_of(placed: Sequence[Flag]) -> int:
    """Return how many rows the flags take."""
    return max((flag.row for flag in placed), default=-1) + 1
