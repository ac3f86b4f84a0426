"""Curves over a number as plain data for the browser, which tells any value between the points."""

from report.chart import Chart
from report.curves import Curve, curve_scene, end_words
from report.drawing_parts import Drawing, numbers, short, tick_words, value_axis
from report.palette import inks, shades


def draw(chart: Chart) -> Drawing:
    """Return axes, curves and marks."""
    scene = curve_scene(chart)
    return {
        **value_axis(chart, scene),
        "first": short(scene.first),
        "last": short(scene.last),
        "x_ticks": tick_words(scene.x_ticks, scene.x_step, chart.x_format),
        "numbers": {"x": numbers(chart.x_format), "value": numbers(chart.number_format)},
        "marks": [{"words": words, "at": short(x)} for words, x in scene.marks],
        "lines": [_curve(curve, chart.missing_words) for curve in scene.curves],
    }


def _curve(curve: Curve, missing: str) -> Drawing:
    return {
        "series": curve.series,
        "words": curve.words,
        "end_words": end_words(curve, missing),
        "colour": list(shades(curve.colour)),
        "ink": list(inks(curve.colour)),
        "marker": curve.marker,
        "runs": [[[short(x), short(value)] for x, value in run] for run in curve.runs],
        "markers": [[short(x), short(value)] for x, value in curve.markers],
        "end": [short(end) for end in curve.end] if curve.end else None,
    }
