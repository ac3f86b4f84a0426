"""Where bars, spans and their labels stand, the same for every renderer."""

import math
from collections.abc import Sequence
from dataclasses import replace

from report.bar_parts import Bar, BarScene, Label, Level, Mark, Placed, hover
from report.chart import Chart
from report.layout import axis, text_width, ticks
from report.legend import legend
from report.palette import DIRECTION, chart_colours
from report.tornado import tornado, two_rows
from text import t

_FROM_ZERO = frozenset({"stacked_bars", "grouped_bars", "bars", "diverging_bars"})


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
        "tornado": tornado,
    }[chart.kind]
    placed = place(chart)
    levels = placed.base + tuple(_references(chart))
    from_zero = chart.kind in _FROM_ZERO
    ends = [0.0] if from_zero else []
    ends += [end for bar in placed.bars for end in (bar.start, bar.end)]
    ends += [one.place for one in (*placed.marks, *levels)]
    low, high, step = axis(min(ends, default=0.0), max(ends, default=1.0), from_zero=from_zero)
    return BarScene(
        tuple(placed.bars),
        tuple(placed.labels),
        tuple(placed.marks),
        levels,
        chart.items,
        legend(chart),
        low,
        high,
        step,
        ticks(low, high, step),
    )


def row_height(chart: Chart, size: float) -> float:
    """Return the height [px] that one item needs with labels of a font size."""
    if chart.kind == "grouped_bars":
        return (len(chart.series) * 1.35 + 0.7) * size
    tall = len(chart.items) <= 8 or (chart.kind == "tornado" and two_rows(chart))
    return size * (2.9 if tall else 2.1)


def _references(chart: Chart) -> list[Level]:
    factor = chart.number_format.factor
    return [
        Level(f"{name} {chart.write(level)}", level * factor)
        for name, level in chart.references.items()
    ]


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
            told = hover(chart.word(item), chart.word(name), row["label"] or chart.write(value))
            bars.append(
                Bar(
                    item, name, start * factor, end * factor, place, 0.68, colours[name],
                    inside=words, hover=told,
                )
            )  # fmt: skip
        words = chart.missing_words if missing else chart.write(total)
        if missing or chart.sums:
            labels.append(Label(ends[True] * factor, place, words, missing=missing))
    return Placed(bars, labels, [])


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
                told = hover(chart.word(item), chart.word(name), words)
                bars.append(
                    Bar(item, name, 0, value, at, thickness * 0.9, colours[name], hover=told)
                )
            labels.append(Label(value if known else 0, at, words, known and value < 0, not known))
    return Placed(bars, labels, [])


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
                told = hover(chart.word(item), words)
                bars.append(Bar(item, "", 0, value, place, 0.66, fill, hollow, hover=told))
            labels.append(
                Label(value if known else 0, place, words, known and value < 0, not known)
            )
    return Placed(bars, labels, [])


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
                told = hover(chart.word(item), span)
                shown = row["label"] or f"{words} ({span})"
                bars.append(Bar(item, "", low, high, place, 0.4, colours[item], hover=told))
            if known:
                told = hover(chart.word(item), words, span)
                marks.append(Mark(value, place, colours[item], told))
            ends = [end for end in (value, low, high) if math.isfinite(end)]
            labels.append(Label(max(ends, default=math.nan), place, shown, missing=not known))
    floor = min((bar.start for bar in bars), default=min((m.place for m in marks), default=0.0))
    labels = [
        label if math.isfinite(label.place) else Label(floor, label.row, label.words, missing=True)
        for label in labels
    ]
    return Placed(bars, labels, marks)


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
