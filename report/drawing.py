"""A chart as plain data that the browser draws: places and words, no pixels.

The browser knows the width and measures text itself, so axes end at their last tick. Colours are
pairs: on a light background, on a dark one. Everything can be written as JSON.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from report import drawing_curves, drawing_heat, drawing_regions
from report.bars import bare_scene
from report.chart import Chart
from report.drawing_parts import Drawing, short, value_axis
from report.lines import Line, LineScene, line_scene, reference_place
from report.palette import FORECAST_DASH, inks, shades, texts_on
from text import t

_FAINT = frozenset({"intervals"})


def drawing(chart: Chart) -> Drawing:
    """Return what the browser needs to draw a chart."""
    parts = _PARTS.get(chart.kind, _bars)
    return {
        "id": chart.id,
        "kind": chart.kind,
        "alt": chart.description,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "note": chart.note,
        "source": t("chart.source", source=chart.source) if chart.source else "",
        "x_title": chart.x_title,
        "y_title": chart.y_title,
        "forecast_words": f"{t('chart.forecast')} →" if chart.has_forecast else "",
        "missing_words": chart.missing_words,
        **parts(chart),
    }


def _bars(chart: Chart) -> Drawing:
    scene = bare_scene(chart)
    return {
        **value_axis(chart, scene),
        "items": [{"id": item, "words": chart.word(item)} for item in scene.items],
        "bars": [
            {
                "item": bar.item,
                "series": bar.series,
                "start": short(bar.start),
                "end": short(bar.end),
                "row": short(bar.row),
                "thickness": short(bar.thickness),
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
                "place": short(label.place),
                "row": short(label.row),
                "words": label.words,
                "left": label.left,
                "missing": label.missing,
            }
            for label in scene.labels
        ],
        "marks": [
            {
                "place": short(mark.place),
                "row": short(mark.row),
                "fill": list(shades(mark.fill)),
                "hover": mark.hover,
            }
            for mark in scene.marks
        ],
        "legend": [
            {"words": entry.words, "fill": list(entry.fill), "hollow": entry.hollow}
            for entry in scene.legend
        ],
        "references": [
            {"words": level.words, "at": short(level.place), "solid": level.solid}
            for level in scene.levels
        ],
    }


def _lines(chart: Chart) -> Drawing:
    scene = line_scene(chart)
    written = {(row["series"], row["year"]): chart.write(row["value"]) for row in chart.rows}
    remark = f" ({t('chart.forecast')})"
    return {
        **value_axis(chart, scene),
        "lines": [_line(chart, line, written, remark) for line in scene.lines],
        "first_year": scene.first_year,
        "last_year": scene.last_year,
        "boundary": scene.boundary,
        "dash": list(FORECAST_DASH),
        "references": [_reference(chart, scene, *named) for named in chart.references.items()],
    }


def _line(chart: Chart, line: Line, written: dict[tuple[str, int], str], remark: str) -> Drawing:
    end = line.points[-1][:2] if line.points else None
    return {
        "series": line.series,
        "words": line.words,
        "end_words": line.words if end else f"{line.words}: {chart.missing_words}",
        "end": [end[0], short(end[1])] if end else None,
        "colour": list(shades(line.colour)),
        "ink": list(inks(line.colour)),
        "marker": line.marker,
        "history": _runs(line.history),
        "forecast": _runs(line.forecast),
        "band": _runs(line.band),
        "points": [
            [year, short(value), ahead, written[line.series, year] + (remark if ahead else "")]
            for year, value, ahead in line.points
        ],
    }


def _reference(chart: Chart, scene: LineScene, name: str, level: float) -> Drawing:
    at = level * chart.number_format.factor
    right, under = reference_place(scene, at)
    return {
        "words": f"{name} {chart.write(level)}",
        "at": short(at),
        "right": right,
        "under": under,
    }


def _runs(runs: Iterable[Sequence[tuple[float, ...]]]) -> list[list[list[float]]]:
    return [[[year, *map(short, values)] for year, *values in run] for run in runs]


_PARTS: Mapping[str, Callable[[Chart], Drawing]] = {
    "lines": _lines,
    "heat": drawing_heat.draw,
    "curves": drawing_curves.draw,
    "regions": drawing_regions.draw,
}
