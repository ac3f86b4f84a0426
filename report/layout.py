"""Places that every renderer needs: text widths, wrapped lines, axis steps, labels moved apart."""

import math
import textwrap
from collections.abc import Sequence
from typing import Protocol

_NARROW = frozenset("ijltfrI.,:;'|!()[] \u00a0-")
_WIDE = frozenset("mwMWÅÄÖ%@—")


class ValueAxis(Protocol):
    """What every scene has: a value axis in the unit shown, with ticks on round numbers."""

    low: float
    high: float
    step: float
    ticks: tuple[float, ...]


def text_width(text: str, size: float) -> float:
    """Return an estimate [px] of the widest line, a little generous for DejaVu Sans."""
    return max((sum(map(_em, line)) for line in text.split("\n")), default=0.0) * size


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.39
    if letter in _WIDE:
        return 0.88
    return 0.71 if letter.isupper() else 0.63


def wrap(text: str, width: float, size: float) -> list[str]:
    """Return the text in lines of at most about ``width`` px; words longer than that are broken."""
    most = max(8, int(width / (0.58 * size)))
    return textwrap.wrap(text, most, break_on_hyphens=False) or ([text] if text else [])


def axis(
    low: float, high: float, *, ticks: int = 5, from_zero: bool = False
) -> tuple[float, float, float]:
    """Return an axis' (low, high, step) on round numbers that hold the values.

    Args:
        low: Smallest value.
        high: Largest value.
        ticks: About how many steps are wanted.
        from_zero: True for bars, whose length is the value. Otherwise zero is taken in only if it
            lies near, so that a line's movement can be seen.
    """
    if from_zero or (low > 0 and low < 0.4 * high) or (high < 0 and high > 0.4 * low):
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= 1e-12 * max(1.0, abs(high)):
        high = low + (abs(low) if abs(low) > 1e-9 else 1.0)
    rough = (high - low) / ticks
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(m * size for m in (1, 2, 2.5, 5, 10) if m * size >= rough * 0.999)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step


def ticks(low: float, high: float, step: float) -> tuple[float, ...]:
    """Return the round numbers from ``low`` to ``high``, both of them multiples of the step."""
    first, last = round(low / step), round(high / step)
    return tuple(round(i * step, 9) for i in range(first, last + 1))


def decimals(step: float) -> int:
    """Return how many decimals the numbers on an axis with this step need."""
    return next((d for d in range(6) if abs(round(step, d) - step) < 1e-9 * step), 6)


def year_step(years: int) -> int:
    """Return the years between two labels so that they stay apart on a narrow page."""
    return next((step for step in (1, 2, 5, 10, 20) if years / step <= 10), 50)


def dodge(places: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Return the places moved as little as needed for labels not to overlap, in the same order.

    Args:
        places: Wanted centre of each label [px].
        sizes: Height of each label [px].
        low: Smallest place that a label's edge may have; if all do not fit, ``high`` gives way.
        high: Largest place.
    """
    order = sorted(range(len(places)), key=lambda i: places[i])
    groups: list[tuple[float, list[int]]] = []  # Where each group starts, and who is in it.
    for index in order:
        members, start = [index], places[index] - sizes[index] / 2
        while groups and groups[-1][0] + sum(sizes[i] for i in groups[-1][1]) > start:
            members = groups.pop()[1] + members
            start = _balanced_start(members, places, sizes)
        groups.append((start, members))
    tops = {}
    for start, members in groups:
        for index in members:
            tops[index] = start
            start += sizes[index]
    ceiling = high
    for index in reversed(order):
        tops[index] = ceiling = min(tops[index], ceiling - sizes[index])
    floor = low
    for index in order:
        tops[index] = max(tops[index], floor)
        floor = tops[index] + sizes[index]
    return [tops[i] + sizes[i] / 2 for i in range(len(places))]


def _balanced_start(members: list[int], places: Sequence[float], sizes: Sequence[float]) -> float:
    """Return the start of a group of labels at which they are moved equally far up and down."""
    offset, wishes = 0.0, 0.0
    for index in members:
        wishes += places[index] - sizes[index] / 2 - offset
        offset += sizes[index]
    return wishes / len(members)


def lanes(places: Sequence[float], widths: Sequence[float]) -> list[int]:
    """Return on which line each word stands, counted upwards, so that none covers another.

    Args:
        places: Middle of each word [px].
        widths: Width of each with the room around it [px].
    """
    taken: list[list[int]] = []
    chosen = []
    for i, place in enumerate(places):
        free = (
            lane
            for lane, others in enumerate(taken)
            if all(abs(place - places[j]) >= (widths[i] + widths[j]) / 2 for j in others)
        )
        lane = next(free, len(taken))
        taken += [[]] if lane == len(taken) else []
        taken[lane].append(i)
        chosen.append(lane)
    return chosen


def legend_rows(words: Sequence[str], width: float, size: float) -> list[list[tuple[float, int]]]:
    """Return rows of (place [px], number of the entry) for a legend that flows like text."""
    rows: list[list[tuple[float, int]]] = []
    place = width
    for number, name in enumerate(words):
        room = text_width(name, size) + 44
        if place + room - 20 > width:
            rows.append([])
            place = 0.0
        rows[-1].append((place, number))
        place += room
    return rows
