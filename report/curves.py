"""Where curves over a number, their markers and the marks across them stand, for every renderer.

A curve is straight between its points. An x at which another series has a value and this one has
none breaks it: a gap is never bridged.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from report.chart import Chart
from report.layout import axis, ticks
from report.palette import chart_colours, markers_for

Point = tuple[float, float]
Run = tuple[Point, ...]

_MARKERS = 5
"""How many times a curve over the whole axis shows its marker."""


@dataclass(frozen=True, slots=True)
class Curve:
    """One series, in the units shown.

    Attributes:
        runs: Unbroken runs of (x, value).
        markers: Where its marker stands, at other x than that of any other curve, so that curves
            that lie on one another can be told apart.
        end: Where the curve ends and is named; None where there is no stretch to draw.
    """

    series: str
    words: str
    colour: str
    marker: str
    runs: tuple[Run, ...]
    markers: tuple[Point, ...]
    end: Point | None

    def at(self, x: float) -> float | None:
        """Return the value at any x [unit shown]; None where the curve has a gap."""
        for run in self.runs:
            if run[0][0] <= x <= run[-1][0]:
                return _between(run, x)
        return None


@dataclass(frozen=True, slots=True)
class CurveScene:
    """All that a chart of curves draws; ``x_ticks`` lie within the axis, which ends at the data.

    Attributes:
        marks: (words with the x in them, x).
    """

    curves: tuple[Curve, ...]
    first: float
    last: float
    x_step: float
    x_ticks: tuple[float, ...]
    low: float
    high: float
    step: float
    ticks: tuple[float, ...]
    marks: tuple[tuple[str, float], ...]


def curve_scene(chart: Chart) -> CurveScene:
    """Place the curves of a chart of kind ``curves``."""
    x_factor = chart.x_format.factor
    marks = tuple((f"{words} {chart.write_x(x)}", x * x_factor) for words, x in chart.marks.items())
    xs = sorted({row["x"] for row in chart.rows})
    places = [x * x_factor for x in xs] + [x for _, x in marks] or [0.0, x_factor]
    first, last = min(places), max(places)
    start, end, x_step = axis(first, last)
    if first == last:
        first, last = start, end
    curves = _curves(chart, xs, first, last)
    values = [value for curve in curves for run in curve.runs for _, value in run]
    low, high, step = axis(min(values, default=0.0), max(values, default=1.0))
    slack = x_step * 1e-6
    return CurveScene(
        curves,
        first,
        last,
        x_step,
        tuple(x for x in ticks(start, end, x_step) if first - slack <= x <= last + slack),
        low,
        high,
        step,
        ticks(low, high, step),
        marks,
    )


def end_words(curve: Curve, missing: str) -> str:
    """Return what a curve is called where it ends; one without a stretch to draw says so."""
    return curve.words if curve.end else f"{curve.words}: {missing}"


def _curves(chart: Chart, xs: Sequence[float], first: float, last: float) -> tuple[Curve, ...]:
    colours = chart_colours(chart.colours, chart.series, one=False)
    shapes = markers_for(chart.series)
    factor, x_factor = chart.number_format.factor, chart.x_format.factor
    known: dict[str, dict[float, float]] = {series: {} for series in chart.series}
    for row in chart.rows:
        if math.isfinite(row["value"]):
            known[row["series"]][row["x"]] = row["value"] * factor
    curves = []
    for place, (series, values) in enumerate(known.items()):
        runs = _runs([(x * x_factor, values.get(x)) for x in xs])
        shown = [
            first + (last - first) * (i + (place + 0.5) / len(known)) / _MARKERS
            for i in range(_MARKERS)
        ]
        markers = [
            (x, _between(run, x)) for run in runs for x in shown if run[0][0] <= x <= run[-1][0]
        ]
        markers += [run[0] for run in runs if len(run) == 1]
        end = next((run[-1] for run in reversed(runs) if len(run) > 1), None)
        curves.append(
            Curve(
                series, chart.word(series), colours[series], shapes[series],
                runs, tuple(markers), end,
            )
        )  # fmt: skip
    return tuple(curves)


def _runs(points: Sequence[tuple[float, float | None]]) -> tuple[Run, ...]:
    runs: list[list[Point]] = [[]]
    for x, value in points:
        if value is None:
            runs.append([])
        else:
            runs[-1].append((x, value))
    return tuple(tuple(run) for run in runs if run)


def _between(run: Run, x: float) -> float:
    for (left, one), (right, other) in pairwise(run):
        if left <= x <= right:
            return one + (other - one) * (x - left) / (right - left)
    return run[0][1]
