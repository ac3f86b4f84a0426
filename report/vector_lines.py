"""Lines over years in Vega-Lite, from the places that ``lines`` gives."""

from report.chart import Chart
from report.layout import decimals, text_width, wrap, year_step
from report.line_ends import End
from report.lines import LineScene, line_scene, reference_place
from report.palette import AXIS, BACKGROUND, FORECAST_DASH, MUTED
from report.vector_ends import NAMES, name_ends
from report.vector_parts import SIZE, WIDTH, Scene, rule, text_mark, value_axis
from text import t
from text.numbers import number

_HEIGHT = 400.0
_MARGIN = (0.3, 0.2)  # Years before the first and after the last.


def draw(chart: Chart) -> Scene:
    """Return the layers and the room they need."""
    scene = line_scene(chart)
    ends = [
        End(wrap(line.words, NAMES, SIZE), line.colour, line.points[-1][:2])
        for line in scene.lines
        if line.points
    ]
    right = max((text_width("\n".join(end.lines), SIZE) for end in ends), default=0.0) + 34
    shown = decimals(scene.step)
    ticks = [number(v, shown) + "\u00a0%" for v in (scene.low, scene.high)]
    left = max(text_width(tick, SIZE) for tick in ticks) + 8
    plot = WIDTH - left - right
    small = len(scene.lines) > 7
    spots = [(_left(scene, end.place[0], plot), _top(scene, end.place[1])) for end in ends]
    layers = [
        *_band(chart, scene),
        *_references(chart, scene, plot),
        *_boundary(scene, plot),
        *_strokes(chart, scene, small),
        _points(chart, scene, small),
        *name_ends(ends, spots, plot, _HEIGHT, foot=SIZE),
    ]
    above = 22.0
    if chart.y_title:
        row = {"words": chart.y_title, "left": -left, "top": -SIZE * 1.7}
        layers.append(text_mark([row], colour=MUTED))
        above += 18.0
    return Scene(layers, _HEIGHT, left, right, above, 66 if chart.x_title else 40)


def _x(chart: Chart, scene: LineScene, field: str = "year") -> dict:
    years = list(range(scene.first_year, scene.last_year + 1))
    before, after = _MARGIN
    return {
        "field": field,
        "type": "quantitative",
        "title": chart.x_title or None,
        "scale": {
            "domain": [scene.first_year - before, scene.last_year + after],
            "nice": False,
            "zero": False,
        },
        "axis": {
            "values": years[:: year_step(len(years))],
            "format": "d",
            "grid": False,
            "domainColor": AXIS,
            "tickColor": AXIS,
        },
    }


def _y(chart: Chart, scene: LineScene, field: str = "value") -> dict:
    return {
        "field": field,
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [scene.low, scene.high], "nice": False, "zero": False},
        "axis": value_axis(chart, scene),
    }


def _left(scene: LineScene, year: float, plot: float) -> float:
    before, after = _MARGIN
    start = scene.first_year - before
    return (year - start) / (scene.last_year + after - start) * plot


def _top(scene: LineScene, value: float) -> float:
    return (scene.high - value) / (scene.high - scene.low) * _HEIGHT


def _band(chart: Chart, scene: LineScene) -> list[dict]:
    rows = [
        {"run": f"{line.series} {i}", "year": y, "low": low, "high": high, "colour": line.colour}
        for line in scene.lines
        for i, run in enumerate(line.band)
        for y, low, high in run
    ]
    if not rows:
        return []
    return [
        {
            "data": {"values": rows},
            "mark": {"type": "area", "opacity": 0.16, "line": False},
            "encoding": {
                "x": _x(chart, scene),
                "y": _y(chart, scene, "low"),
                "y2": {"field": "high"},
                "detail": {"field": "run", "type": "nominal"},
                "color": {"field": "colour", "type": "nominal", "scale": None},
            },
        }
    ]


def _strokes(chart: Chart, scene: LineScene, small: bool) -> list[dict]:
    layers = []
    for part, dash in (("history", [1, 0]), ("forecast", list(FORECAST_DASH))):
        rows = [
            {"run": f"{line.series} {i}", "year": year, "value": value, "colour": line.colour}
            for line in scene.lines
            for i, run in enumerate(getattr(line, part))
            for year, value in run
        ]
        if rows:
            layers.append(
                {
                    "data": {"values": rows},
                    "mark": {"type": "line", "strokeWidth": 2 if small else 3, "strokeDash": dash},
                    "encoding": {
                        "x": _x(chart, scene),
                        "y": _y(chart, scene),
                        "detail": {"field": "run", "type": "nominal"},
                        "color": {"field": "colour", "type": "nominal", "scale": None},
                    },
                }
            )
    return layers


def _points(chart: Chart, scene: LineScene, small: bool) -> dict:
    rows = [
        {
            "year": year,
            "value": value,
            "shape": line.marker,
            "edge": line.colour,
            "fill": BACKGROUND if forecast else line.colour,
        }
        for line in scene.lines
        for year, value, forecast in line.points
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "point", "size": 26 if small else 56, "opacity": 1, "strokeWidth": 1.5},
        "encoding": {
            "x": _x(chart, scene),
            "y": _y(chart, scene),
            "shape": {"field": "shape", "type": "nominal", "scale": None},
            "fill": {"field": "fill", "type": "nominal", "scale": None},
            "stroke": {"field": "edge", "type": "nominal", "scale": None},
        },
    }


def _boundary(scene: LineScene, plot: float) -> list[dict]:
    if scene.boundary is None:
        return []
    place = _left(scene, scene.boundary, plot)
    words = {"words": f"{t('chart.forecast')} →", "left": place + 4, "top": SIZE * 0.8}
    line = {"left": place, "right": place, "top": 0, "bottom": _HEIGHT}
    return [
        rule([line | {"colour": AXIS}], 1, dash=[2, 3]),
        text_mark([words], size=SIZE - 1, colour=MUTED),
    ]


def _references(chart: Chart, scene: LineScene, plot: float) -> list[dict]:
    layers = []
    for name, level in chart.references.items():
        value = level * chart.number_format.factor
        at, (right, under) = _top(scene, value), reference_place(scene, value)
        line = {"left": 0, "right": plot, "top": at, "bottom": at, "colour": AXIS}
        layers.append(rule([line], 2, dash=[2, 3]))
        words = {
            "words": f"{name} {chart.write(level)}",
            "left": plot - 6 if right else 6,
            "top": at + SIZE * (0.8 if under else -0.7),
        }
        align = "right" if right else "left"
        layers.append(text_mark([words], size=SIZE - 1, colour=MUTED, align=align))
    return layers
