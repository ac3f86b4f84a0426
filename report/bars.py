"""Where bars, spans and their labels stand, the same for every renderer.

Rows are counted from the top, item 0 at 0; values are scaled to the unit shown.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from report.chart import Chart
from report.layout import axis, text_width, ticks
from report.palette import DIRECTION, chart_colours
from text import t


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle from ``start`` to ``end``, ``thickness`` rows high around ``row``.

    Attributes:
        hollow: Drawn as an outline: a decrease, told from an increase by more than its colour.
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
class BarScene:
    """All that a bar chart draws. ``low``–``high`` may have room for labels, ``ticks`` have not."""

    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...]
    items: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]
    low: float
    high: float
    step: float
    ticks: tuple[float, ...]


def bar_scene(chart: Chart, plot_width: float, size: float) -> BarScene:
    """Place the bars of any kind but ``lines``, with room for the labels beside them.

    Args:
        chart: What is shown.
        plot_width: Width [px] that the bars will get.
        size: Font size of the labels [px].
    """
    scene = bare_scene(chart)
    left, right = _room(scene.labels, scene.low, scene.high, plot_width, size)
    return replace(scene, low=scene.low - left, high=scene.high + right)


def bare_scene(chart: Chart) -> BarScene:
    """Place the bars for a renderer that measures text itself: the axis ends at its last tick."""
    place = {
        "stacked_bars": _stacked,
        "grouped_bars": _grouped,
        "bars": _plain,
        "diverging_bars": _diverging,
        "intervals": _intervals,
    }[chart.kind]
    bars, labels, marks, legend = place(chart)
    factor = chart.number_format.factor
    ends = [0.0] if chart.kind != "intervals" else []
    ends += [end for bar in bars for end in (bar.start, bar.end)]
    ends += [mark.place for mark in marks] + [v * factor for v in chart.references.values()]
    low, high, step = axis(
        min(ends, default=0.0), max(ends, default=1.0), from_zero=chart.kind != "intervals"
    )
    return BarScene(
        tuple(bars),
        tuple(labels),
        tuple(marks),
        chart.items,
        tuple(legend),
        low,
        high,
        step,
        ticks(low, high, step),
    )


Placed = tuple[list[Bar], list[Label], list[Mark], list[tuple[str, str]]]


def _rows(chart: Chart) -> dict[str, list[dict]]:
    rows: dict[str, list[dict]] = {item: [] for item in chart.items}
    for row in chart.rows:
        label = row.get("label")
        rows[row["item"]].append({**row, "label": label if isinstance(label, str) else ""})
    return rows


def _stacked(chart: Chart) -> Placed:
    series, factor = chart.series, chart.number_format.factor
    colours = chart_colours(chart.colours, series, one=False)
    bars, labels = [], []
    for place, (item, rows) in enumerate(_rows(chart).items()):
        total, ends, missing = 0.0, {True: 0.0, False: 0.0}, False
        for row in sorted(rows, key=lambda row: series.index(row["series"])):
            value, name = row["value"], row["series"]
            if not math.isfinite(value):
                missing = True
                continue
            up = value >= 0
            start, end = ends[up], ends[up] + value
            ends[up], total = end, total + value
            words = row["label"] or chart.write(value, unit=False)
            hover = _hover(chart.word(item), chart.word(name), row["label"] or chart.write(value))
            bars.append(
                Bar(
                    item, name, start * factor, end * factor, place, 0.68, colours[name],
                    inside=words, hover=hover,
                )
            )  # fmt: skip
        words = chart.missing_words if missing else chart.write(total)
        labels.append(Label(ends[True] * factor, place, words, missing=missing))
    return bars, labels, [], [(chart.word(name), colours[name]) for name in series]


def _grouped(chart: Chart) -> Placed:
    series, factor = chart.series, chart.number_format.factor
    colours = chart_colours(chart.colours, series, one=False)
    thickness = 0.82 / max(1, len(series))
    bars, labels = [], []
    for place, (item, rows) in enumerate(_rows(chart).items()):
        for row in rows:
            name = row["series"]
            at = place + (series.index(name) - (len(series) - 1) / 2) * thickness
            value, known = row["value"] * factor, math.isfinite(row["value"])
            words = row["label"] or chart.write(row["value"])
            if known:
                hover = _hover(chart.word(item), chart.word(name), words)
                bars.append(
                    Bar(item, name, 0, value, at, thickness * 0.9, colours[name], hover=hover)
                )
            labels.append(Label(value if known else 0, at, words, known and value < 0, not known))
    return bars, labels, [], [(chart.word(name), colours[name]) for name in series]


def _plain(chart: Chart) -> Placed:
    colours = chart_colours(chart.colours, chart.items, one=True)
    return _one_per_item(chart, lambda row: (colours[row["item"]], False))


def _diverging(chart: Chart) -> Placed:
    colours = {**DIRECTION, **chart.colours}
    return _one_per_item(
        chart,
        lambda row: (colours["decrease" if row["value"] < 0 else "increase"], row["value"] < 0),
    )


def _one_per_item(chart: Chart, look) -> Placed:
    bars, labels = [], []
    for place, (item, rows) in enumerate(_rows(chart).items()):
        for row in rows:
            value, known = row["value"] * chart.number_format.factor, math.isfinite(row["value"])
            words = row["label"] or chart.write(row["value"])
            fill, hollow = look(row)
            if known:
                hover = _hover(chart.word(item), words)
                bars.append(Bar(item, "", 0, value, place, 0.66, fill, hollow, hover=hover))
            labels.append(
                Label(value if known else 0, place, words, known and value < 0, not known)
            )
    return bars, labels, [], []


def _intervals(chart: Chart) -> Placed:
    colours = chart_colours(chart.colours, chart.items, one=True)
    factor = chart.number_format.factor
    bars, labels, marks = [], [], []
    for place, (item, rows) in enumerate(_rows(chart).items()):
        for row in rows:
            value, low, high = (row[name] * factor for name in ("value", "low", "high"))
            known = math.isfinite(value)
            words, span = row["label"] or chart.write(row["value"]), ""
            shown = words
            if math.isfinite(low) and math.isfinite(high):
                span = t(
                    "chart.range",
                    low=chart.write(row["low"], unit=False),
                    high=chart.write(row["high"]),
                )
                hover = _hover(chart.word(item), span)
                shown = row["label"] or f"{words} ({span})"
                bars.append(Bar(item, "", low, high, place, 0.4, colours[item], hover=hover))
            if known:
                hover = _hover(chart.word(item), words, span)
                marks.append(Mark(value, place, colours[item], hover))
            ends = [end for end in (value, low, high) if math.isfinite(end)]
            labels.append(Label(max(ends, default=math.nan), place, shown, missing=not known))
    floor = min((bar.start for bar in bars), default=min((m.place for m in marks), default=0.0))
    labels = [
        label if math.isfinite(label.place) else Label(floor, label.row, label.words, missing=True)
        for label in labels
    ]
    return bars, labels, marks, []


def _hover(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _room(
    labels: Sequence[Label], low: float, high: float, plot_width: float, size: float
) -> tuple[float, float]:
    """Return how far the axis must reach beyond its round ends for the labels to fit."""
    left = right = 0.0
    for _ in range(3):  # The room asked for makes each pixel worth more.
        scale = (high + right - low + left) / plot_width
        for label in labels:
            width = (text_width(label.words, size) + 14) * scale
            if label.left:
                left = max(left, low - (label.place - width))
            else:
                right = max(right, label.place + width - high)
    return left, right
