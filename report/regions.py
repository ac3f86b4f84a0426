"""Where regions in a plane, their names and the points on them stand, for every renderer.

Both axes have one scale, so that a share is as long upwards as it is to the right. What is named
where depends on how large the plane is drawn: a name stands within its region where it fits, and
else in a key beside the plane, told by a marker that stands within the region.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from report.chart import Chart
from report.layout import axis, text_width, ticks, wrap
from report.palette import chart_colours, markers_for
from report.polygons import Box, Points, middle, room_for

OPACITY = 0.3
"""Of a region's colour, so that the grid and the names are seen on it."""
LEADING = 1.2
_CLEAR = 0.7
"""Type sizes between a name and the edges that are as good as more."""
_AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Sides of a point, right and below, where its words may stand: the best first."""
_BOLD = 1.1
"""How much wider the bold words of a point are."""
_SHARES = (0.62, 0.45, 0.34)
"""Of its whole width that a name takes in two lines, in three, in four."""


@dataclass(frozen=True, slots=True)
class Region:
    """One series; ``corners`` in the unit shown, empty where any of them is missing."""

    series: str
    words: str
    colour: str
    marker: str
    corners: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class RegionScene:
    """All that a chart of regions draws, on axes that are alike.

    Attributes:
        points: (words, x, y, what the place is in words).
    """

    regions: tuple[Region, ...]
    points: tuple[tuple[str, float, float, str], ...]
    low: float
    high: float
    step: float
    ticks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """Words in lines at a place [px from the upper left corner of the plane]."""

    lines: tuple[str, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Named:
    """How a plane of some size is named.

    Attributes:
        names: Per region; None where the name stands in the key.
        markers: Per region the place of its marker; None where it has a name or no corners.
        points: Per point its words and where they begin.
        key: The regions that the key tells.
    """

    names: tuple[Name | None, ...]
    markers: tuple[tuple[float, float] | None, ...]
    points: tuple[Name, ...]
    key: tuple[Region, ...]


def region_scene(chart: Chart) -> RegionScene:
    """Place the polygons and points of a chart of kind ``regions``."""
    factor = chart.number_format.factor
    colours = chart_colours(chart.colours, chart.series, one=False)
    shapes = markers_for(chart.series)
    corners: dict[str, list[tuple[float, float]]] = {series: [] for series in chart.series}
    for row in sorted(chart.rows, key=lambda row: row["corner"]):
        corners[row["series"]].append((row["x"] * factor, row["value"] * factor))
    points = tuple(
        (words, x * factor, y * factor, place_words(chart, x, y))
        for words, (x, y) in chart.points.items()
    )
    ends = [end for found in corners.values() for place in found for end in place]
    ends = [end for end in ends if math.isfinite(end)] + [e for p in points for e in p[1:3]]
    low, high, step = axis(min(ends, default=0.0), max(ends, default=1.0), from_zero=True)
    regions = tuple(
        Region(
            series,
            chart.word(series),
            colours[series],
            shapes[series],
            tuple(found) if all(math.isfinite(y) for _, y in found) else (),
        )
        for series, found in corners.items()
    )
    return RegionScene(regions, points, low, high, step, ticks(low, high, step))


def place_words(chart: Chart, x: float, y: float) -> str:
    """Return a place in the plane in words, a line per axis."""
    axes = ((chart.x_title, chart.write_x(x)), (chart.y_title, chart.write(y)))
    return "\n".join(f"{title}: {value}" if title else value for title, value in axes)


def key_words(region: Region, missing: str) -> str:
    """Return what a region is called in the key; one that cannot be drawn says so."""
    return region.words if region.corners else f"{region.words}: {missing}"


def named(scene: RegionScene, side: float, size: float) -> Named:
    """Name what is drawn.

    Args:
        scene: What is drawn.
        side: Of the plane [px].
        size: Of the type [px].
    """
    scale = side / (scene.high - scene.low)

    def pixels(places: Sequence[Sequence[float]]) -> Points:
        x, y = np.array(places, dtype=float).T
        return np.stack([(x - scene.low) * scale, (scene.high - y) * scale], axis=1)

    taken: list[Box] = []
    spots = pixels([point[1:3] for point in scene.points]) if scene.points else []
    for x, y in spots:
        taken.append((x - size / 2, y - size / 2, x + size / 2, y + size / 2))
    points = []
    for (words, *_), (x, y) in zip(scene.points, spots, strict=True):
        points.append(_beside(words, float(x), float(y), side, size, taken))
    names: list[Name | None] = []
    markers: list[tuple[float, float] | None] = []
    for region in scene.regions:
        polygon = pixels(region.corners) if region.corners else None
        name = None if polygon is None else _within(region.words, polygon, size, taken)
        names.append(name)
        unnamed = polygon is not None and name is None
        markers.append(_marked(polygon, size, taken) if unnamed else None)
    key = tuple(r for r, name in zip(scene.regions, names, strict=True) if name is None)
    return Named(tuple(names), tuple(markers), tuple(points), key)


def _beside(words: str, x: float, y: float, side: float, size: float, taken: list[Box]) -> Name:
    """Return where a point's words begin: beside it, clear of all else where they can be."""
    wide, high = text_width(words, size) * _BOLD, size * LEADING
    tries = []
    for right, below in _AROUND:
        down = size * 0.6 + high / 2 if below and not right else size * 0.9
        left, top = x + right * (size * 0.8 + wide / 2) - wide / 2, y + below * down - high / 2
        left, top = max(0.0, min(left, side - wide)), max(0.0, min(top, side - high))
        tries.append((left, top, left + wide, top + high))
    best = next((box for box in tries if not _meets(box, taken)), tries[0])
    taken.append(best)
    return Name((words,), best[0], (best[1] + best[3]) / 2)


def _meets(box: Box, taken: list[Box]) -> bool:
    left, top, right, bottom = box
    return any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in taken)


def _within(words: str, polygon: Points, size: float, taken: list[Box]) -> Name | None:
    """Return a name in the fewest lines that stand well clear of the edges, or the clearest."""
    whole, found = text_width(words, size), []
    for lines in ([words], *(wrap(words, whole * share, size) for share in _SHARES)):
        if " ".join(lines) != words:  # A word was broken.
            continue
        width, height = text_width("\n".join(lines), size), len(lines) * size * LEADING
        spot = room_for(polygon, width, height, taken, size * _CLEAR)
        if spot:
            x, y, clear = spot
            box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            found.append((clear, Name(tuple(lines), x, y), box))
    if not found:
        return None
    _, name, box = max(found, key=lambda one: one[0])
    taken.append(box)
    return name


def _marked(polygon: Points, size: float, taken: list[Box]) -> tuple[float, float]:
    spot = room_for(polygon, size, size, taken, size)
    x, y = spot[:2] if spot else middle(polygon)
    return float(x), float(y)
