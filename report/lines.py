"""Where lines, bands and their end labels stand, the same for every renderer.

A gap in the years or a missing value breaks the line: it is never bridged.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from report.chart import Chart
from report.layout import axis, ticks
from report.palette import chart_colours, markers_for

Point = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Line:
    """One series.

    Attributes:
        history: Unbroken runs of (year, value scaled to the unit shown), drawn solid.
        forecast: The same for the forecast, drawn dashed; the first run starts in the last year of
            history so that the line holds together.
        band: Unbroken runs of (year, low, high).
        points: Every known (year, value, is forecast), for marks and hover.
    """

    series: str
    words: str
    colour: str
    marker: str
    history: tuple[tuple[Point, ...], ...]
    forecast: tuple[tuple[Point, ...], ...]
    band: tuple[tuple[tuple[int, float, float], ...], ...]
    points: tuple[tuple[int, float, bool], ...]


@dataclass(frozen=True, slots=True)
class LineScene:
    """All that a line chart draws; ``boundary`` lies before the earliest forecast year."""

    lines: tuple[Line, ...]
    first_year: int
    last_year: int
    boundary: float | None
    low: float
    high: float
    step: float
    ticks: tuple[float, ...]


def line_scene(chart: Chart) -> LineScene:
    """Place the lines of a chart of kind ``lines``."""
    colours = chart_colours(chart.colours, chart.series, one=False)
    markers, factor = markers_for(chart.series), chart.number_format.factor
    by_series: dict[str, list[dict]] = {series: [] for series in chart.series}
    for row in sorted(chart.rows, key=lambda row: row["year"]):
        by_series[row["series"]].append(row)
    lines = tuple(
        _line(series, chart.word(series), colours[series], markers[series], rows, factor)
        for series, rows in by_series.items()
    )
    values = [value for line in lines for _, value, _ in line.points]
    values += [
        v for line in lines for run in line.band for _, low, high in run for v in (low, high)
    ]
    values += [level * factor for level in chart.references.values()]
    low, high, step = axis(min(values, default=0.0), max(values, default=1.0), from_zero=True)
    years = [row["year"] for row in chart.rows] or [0]
    boundary = _boundary(by_series.values(), min(years))
    return LineScene(
        lines, min(years), max(years), boundary, low, high, step, ticks(low, high, step)
    )


def _boundary(series: Iterable[list[dict]], first: int) -> float | None:
    """Return where the earliest forecast begins that lasts to the end of its line.

    Years before a model applied are drawn as a forecast is, but are no forecast.
    """
    starts = []
    for rows in series:
        ahead = list(takewhile(lambda row: row["forecast"], reversed(rows)))
        starts += [ahead[-1]["year"]] if ahead else []
    return float(min(starts)) - 0.5 if starts and min(starts) > first else None


def reference_place(scene: LineScene, level: float) -> tuple[bool, bool]:
    """Return (right, under): the end and side of a level line where its words cover least."""
    third = (scene.last_year - scene.first_year) / 3

    def room(right: bool, under: bool) -> float:
        near = [
            (level - value) if under else (value - level)
            for line in scene.lines
            for year, value, _ in line.points
            if (scene.last_year - year if right else year - scene.first_year) <= third
        ]
        edge = level - scene.low if under else scene.high - level
        return min([edge, *(distance for distance in near if distance >= 0)])

    sides = [(False, False), (True, False), (False, True), (True, True)]
    return max(sides, key=lambda side: room(*side))


def _line(
    series: str, words: str, colour: str, marker: str, rows: list[dict], factor: float
) -> Line:
    known = [
        (row["year"], row["value"] * factor, row["forecast"])
        for row in rows
        if math.isfinite(row["value"])
    ]
    first = min((year for year, _, forecast in known if forecast), default=None)
    before = [(year, value) for year, value, _ in known if first is None or year < first]
    after = [(year, value) for year, value, _ in known if first is not None and year >= first]
    if before and after and before[-1][0] == after[0][0] - 1:
        after = [before[-1], *after]
    band = [
        (row["year"], row["low"] * factor, row["high"] * factor)
        for row in rows
        if math.isfinite(row.get("low", math.nan)) and math.isfinite(row.get("high", math.nan))
    ]
    return Line(
        series, words, colour, marker, _runs(before), _runs(after), _runs(band), tuple(known)
    )


def _runs(points: list) -> tuple:
    runs: list[list] = []
    for point in points:
        if runs and point[0] == runs[-1][-1][0] + 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return tuple(tuple(run) for run in runs)
