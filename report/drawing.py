"""A chart as plain data that the browser draws: places and words, no pixels.

The browser knows the width and measures text itself, so axes end at their last tick. Colours are
pairs: on a light background, on a dark one. Everything can be written as JSON.
"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from report.bars import BarScene, bare_scene
from report.chart import Chart
from report.layout import decimals
from report.lines import Line, LineScene, line_scene, reference_place
from report.palette import FORECAST_DASH, inks, shades, texts_on
from text import t
from text.numbers import NBSP, number

Drawing = dict[str, object]
_FAINT = frozenset({"intervals"})


def drawing(chart: Chart) -> Drawing:
    """Return what the browser needs to draw a chart."""
    scene = line_scene(chart) if chart.kind == "lines" else bare_scene(chart)
    return {
        "id": chart.id,
        "kind": chart.kind,
        "alt": chart.alt or chart.title,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "note": chart.note,
        "source": t("chart.source", source=chart.source) if chart.source else "",
        "x_title": chart.x_title,
        "y_title": chart.y_title,
        "forecast_words": f"{t('chart.forecast')} →" if chart.has_forecast else "",
        "missing_words": chart.missing_words,
        "low": _short(scene.low),
        "high": _short(scene.high),
        "ticks": _ticks(chart, scene),
        **(_lines(chart, scene) if isinstance(scene, LineScene) else _bars(chart, scene)),
    }


def _bars(chart: Chart, scene: BarScene) -> Drawing:
    factor = chart.number_format.factor
    return {
        "items": [{"id": item, "words": chart.word(item)} for item in scene.items],
        "bars": [
            {
                "item": bar.item,
                "series": bar.series,
                "start": _short(bar.start),
                "end": _short(bar.end),
                "row": _short(bar.row),
                "thickness": _short(bar.thickness),
                "fill": list(shades(bar.fill)),
                "ink": list(texts_on(bar.fill)),
                "hollow": bar.hollow,
                "faint": chart.kind in _FAINT,
                "inside": bar.inside,
                "hover": bar.hover,
            }
            for bar in scene.bars
        ],
        "labels": [
            {
                "place": _short(label.place),
                "row": _short(label.row),
                "words": label.words,
                "left": label.left,
                "missing": label.missing,
            }
            for label in scene.labels
        ],
        "marks": [
            {
                "place": _short(mark.place),
                "row": _short(mark.row),
                "fill": list(shades(mark.fill)),
                "hover": mark.hover,
            }
            for mark in scene.marks
        ],
        "legend": [{"words": words, "fill": list(shades(fill))} for words, fill in scene.legend],
        "references": [
            {"words": f"{name} {chart.write(level)}", "at": _short(level * factor)}
            for name, level in chart.references.items()
        ],
    }


def _lines(chart: Chart, scene: LineScene) -> Drawing:
    written = {(row["series"], row["year"]): chart.write(row["value"]) for row in chart.rows}
    remark = f" ({t('chart.forecast')})"
    return {
        "lines": [_line(line, written, remark) for line in scene.lines],
        "first_year": scene.first_year,
        "last_year": scene.last_year,
        "boundary": scene.boundary,
        "dash": list(FORECAST_DASH),
        "references": [_reference(chart, scene, *named) for named in chart.references.items()],
    }


def _line(line: Line, written: dict[tuple[str, int], str], remark: str) -> Drawing:
    return {
        "series": line.series,
        "words": line.words,
        "colour": list(shades(line.colour)),
        "ink": list(inks(line.colour)),
        "marker": line.marker,
        "history": _runs(line.history),
        "forecast": _runs(line.forecast),
        "band": _runs(line.band),
        "points": [
            [year, _short(value), ahead, written[line.series, year] + (remark if ahead else "")]
            for year, value, ahead in line.points
        ],
    }


def _reference(chart: Chart, scene: LineScene, name: str, level: float) -> Drawing:
    at = level * chart.number_format.factor
    right, under = reference_place(scene, at)
    return {
        "words": f"{name} {chart.write(level)}",
        "at": _short(at),
        "right": right,
        "under": under,
    }


def _runs(runs: Iterable[Sequence[tuple[float, ...]]]) -> list[list[list[float]]]:
    return [[[year, *map(_short, values)] for year, *values in run] for run in runs]


def _ticks(chart: Chart, scene: BarScene | LineScene) -> list[list[object]]:
    shown = decimals(scene.step)
    unit = f"{NBSP}%" if chart.number_format.unit == "%" else ""
    return [[_short(at), _written(at, shown) + unit] for at in scene.ticks]


@lru_cache(maxsize=1024)
def _written(at: float, decimals: int) -> str:
    """Write a tick once: an axis seldom changes while a slider moves."""
    return number(at, decimals)


def _short(value: float) -> float:
    """Return six significant digits: finer than any screen, and half the text."""
    if not value or not math.isfinite(value):
        return 0.0
    return round(float(value), 5 - math.floor(math.log10(abs(value))))
