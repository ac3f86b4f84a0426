"""Curves over a number in Vega-Lite, from the places that ``curves`` gives."""

from collections.abc import Sequence

from report.chart import Chart
from report.curves import CurveScene, curve_scene, end_words
from report.flags import Flag, flags, rows_of
from report.layout import decimals, text_width, wrap
from report.line_ends import End
from report.palette import AXIS, MUTED
from report.vector_ends import NAMES, name_ends
from report.vector_parts import SIZE, WIDTH, Scene, rule, text_mark, value_axis
from text.numbers import number

_HEIGHT = 400.0
_ROW = SIZE * 1.3
_LIFT = SIZE * 0.9
"""From the data area to the words of the marks: so far up may a name at an end reach."""


def draw(chart: Chart) -> Scene:
    """Return the layers and the room they need."""
    scene = curve_scene(chart)
    ends = [
        End(wrap(name, NAMES, SIZE), curve.colour, curve.end)
        for curve in scene.curves
        for name in [end_words(curve, chart.missing_words)]
    ]
    right = max((text_width("\n".join(end.lines), SIZE) for end in ends), default=0.0) + 34
    shown = decimals(scene.step)
    ticks = [number(value, shown) + "\u00a0%" for value in (scene.low, scene.high)]
    left = max(text_width(tick, SIZE) for tick in ticks) + 8
    plot = WIDTH - left - right
    spots = [
        (_left(scene, end.place[0], plot), _top(scene, end.place[1])) if end.place else (0, _HEIGHT)
        for end in ends
    ]
    places = [_left(scene, x, plot) for _, x in scene.marks]
    widths = [text_width(words, SIZE - 1) for words, _ in scene.marks]
    placed = flags(places, widths, -left, plot + right)
    layers = [
        *_marks(scene, places, placed),
        *_strokes(chart, scene),
        _markers(chart, scene),
        *name_ends(ends, spots, plot, _HEIGHT, foot=0),
    ]
    above = 12.0 + (rows_of(placed) * _ROW + _LIFT if placed else 0)
    if chart.y_title:
        row = {"words": chart.y_title, "left": -left, "top": -above - SIZE * 0.5}
        layers.append(text_mark([row], colour=MUTED))
        above += 18.0
    return Scene(layers, _HEIGHT, left, right, above, 66 if chart.x_title else 40)


def _x(chart: Chart, scene: CurveScene) -> dict:
    suffix = "\u00a0%" if chart.x_format.unit == "%" else ""
    return {
        "field": "x",
        "type": "quantitative",
        "title": chart.x_title or None,
        "scale": {"domain": [scene.first, scene.last], "nice": False, "zero": False},
        "axis": {
            "values": list(scene.x_ticks),
            "format": f",.{decimals(scene.x_step)}f",
            "labelExpr": f"datum.label + '{suffix}'",
            "labelFlush": False,
            "grid": False,
            "domainColor": AXIS,
            "tickColor": AXIS,
        },
    }


def _y(chart: Chart, scene: CurveScene) -> dict:
    return {
        "field": "value",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [scene.low, scene.high], "nice": False, "zero": False},
        "axis": value_axis(chart, scene),
    }


def _left(scene: CurveScene, x: float, plot: float) -> float:
    return (x - scene.first) / (scene.last - scene.first) * plot


def _top(scene: CurveScene, value: float) -> float:
    return (scene.high - value) / (scene.high - scene.low) * _HEIGHT


def _marks(scene: CurveScene, places: Sequence[float], placed: Sequence[Flag]) -> list[dict]:
    """Draw each mark up to its words, which fly to one side of it."""
    lines, words = [], []
    for (name, _), place, flag in zip(scene.marks, places, placed, strict=True):
        middle = -(flag.row + 0.5) * _ROW - _LIFT
        top = middle - SIZE * 0.5
        lines.append({"left": place, "right": place, "top": top, "bottom": _HEIGHT, "colour": AXIS})
        words.append({"words": name, "left": flag.start, "top": middle})
    if not lines:
        return []
    return [rule(lines, 2, dash=[2, 3]), text_mark(words, size=SIZE - 1, colour=MUTED)]


def _strokes(chart: Chart, scene: CurveScene) -> list[dict]:
    rows = [
        {"run": f"{curve.series} {i}", "x": x, "value": value, "colour": curve.colour}
        for curve in scene.curves
        for i, run in enumerate(curve.runs)
        for x, value in run
    ]
    if not rows:
        return []
    return [
        {
            "data": {"values": rows},
            "mark": {"type": "line", "strokeWidth": 2 if len(scene.curves) > 7 else 3},
            "encoding": {
                "x": _x(chart, scene),
                "y": _y(chart, scene),
                "detail": {"field": "run", "type": "nominal"},
                "color": {"field": "colour", "type": "nominal", "scale": None},
            },
        }
    ]


def _markers(chart: Chart, scene: CurveScene) -> dict:
    rows = [
        {"x": x, "value": value, "shape": curve.marker, "colour": curve.colour}
        for curve in scene.curves
        for x, value in curve.markers
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "point", "size": 70, "opacity": 1, "filled": True},
        "encoding": {
            "x": _x(chart, scene),
            "y": _y(chart, scene),
            "shape": {"field": "shape", "type": "nominal", "scale": None},
            "color": {"field": "colour", "type": "nominal", "scale": None},
        },
    }
