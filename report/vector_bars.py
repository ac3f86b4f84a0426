"""Bars, stacks, changes and spans in Vega-Lite, from the places that ``bars`` gives."""

from report.bar_parts import Bar, BarScene
from report.bars import bar_scene, row_height
from report.chart import Chart
from report.layout import lanes, text_width, wrap
from report.palette import AXIS, BACKGROUND, INK, MUTED, text_on
from report.vector_legend import legend_layers
from report.vector_parts import PIXEL, SIZE, WIDTH, Scene, text_mark, value_axis

_NAMES = 300.0


def draw(chart: Chart) -> Scene:
    """Return the layers and the room they need."""
    names = [wrap(chart.word(item), _NAMES, SIZE) for item in chart.items]
    left = max((text_width("\n".join(lines), SIZE) for lines in names), default=0.0) + 14
    right = 10.0
    plot = WIDTH - left - right
    scene = bar_scene(chart, plot, SIZE)
    height = len(scene.items) * row_height(chart, SIZE)
    levels, above = _levels(scene, height, plot)
    legend, more = legend_layers(scene.legend, left, above)
    layers = [
        *levels[False],
        _bars(chart, scene),
        *levels[True],
        *_inside(scene, height, plot),
        *([_marks(scene)] if scene.marks else []),
        *_labels(scene, height, plot, clear=bool(scene.levels)),
        _names(names, height),
        *legend,
    ]
    return Scene(layers, height, left, right, above + more, 66 if chart.x_title else 40)


def _x(chart: Chart, scene: BarScene, field: str) -> dict:
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": [scene.low, scene.high], "nice": False, "zero": False},
        "axis": value_axis(chart, scene),
        "title": chart.x_title or None,
    }


def _y(scene: BarScene, field: str) -> dict:
    rows = len(scene.items)
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": [-0.5, rows - 0.5], "nice": False, "zero": False, "reverse": True},
        "axis": None,
    }


def _bars(chart: Chart, scene: BarScene) -> dict:
    rows = [
        {
            "start": bar.start,
            "end": bar.end,
            "top": bar.row - bar.thickness / 2,
            "bottom": bar.row + bar.thickness / 2,
            "fill": bar.fill,
            "edge": bar.fill if bar.hollow else BACKGROUND,
            "edge_width": 2 if bar.hollow else 1,
            "opacity": 0.12 if bar.hollow else 0.35 if chart.kind == "intervals" else 1,
        }
        for bar in scene.bars
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "rect"},
        "encoding": {
            "x": _x(chart, scene, "start"),
            "x2": {"field": "end"},
            "y": _y(scene, "top"),
            "y2": {"field": "bottom"},
            "fill": {"field": "fill", "type": "nominal", "scale": None},
            "stroke": {"field": "edge", "type": "nominal", "scale": None},
            "strokeWidth": {"field": "edge_width", "type": "quantitative", "scale": None},
            "fillOpacity": {"field": "opacity", "type": "quantitative", "scale": None},
        },
    }


def _marks(scene: BarScene) -> dict:
    rows = [{"place": mark.place, "row": mark.row, "fill": mark.fill} for mark in scene.marks]
    return {
        "data": {"values": rows},
        "mark": {
            "type": "point",
            "shape": "diamond",
            "size": 150,
            "filled": True,
            "opacity": 1,
            "stroke": BACKGROUND,
            "strokeWidth": 1.5,
        },
        "encoding": {
            "x": {"field": "place", "type": "quantitative"},
            "y": _y(scene, "row"),
            "color": {"field": "fill", "type": "nominal", "scale": None},
        },
    }


def _left(scene: BarScene, value: float, plot: float) -> float:
    return (value - scene.low) / (scene.high - scene.low) * plot


def _top(scene: BarScene, row: float, height: float) -> float:
    return (row + 0.5) / len(scene.items) * height


def _inside(scene: BarScene, height: float, plot: float) -> list[dict]:
    def fits(bar: Bar) -> bool:
        room = abs(_left(scene, bar.end, plot) - _left(scene, bar.start, plot))
        return bool(bar.inside) and text_width(bar.inside, SIZE - 1) + 4 <= room

    rows = [
        {
            "words": bar.inside,
            "left": (_left(scene, bar.start, plot) + _left(scene, bar.end, plot)) / 2,
            "top": _top(scene, bar.row, height),
            "colour": text_on(bar.fill),
        }
        for bar in scene.bars
        if fits(bar)
    ]
    return [text_mark(rows, align="center", size=SIZE - 1)] if rows else []


def _labels(scene: BarScene, height: float, plot: float, clear: bool) -> list[dict]:
    """Write the numbers at the bars' ends; ``clear`` covers the lines that run behind them."""
    marks = []
    for left in (False, True):
        rows = [
            {
                "words": label.words,
                "left": _left(scene, label.place, plot)
                + (8 + 4 * bool(scene.marks)) * (-1 if left else 1),
                "top": _top(scene, label.row, height),
                "colour": MUTED if label.missing else INK,
            }
            for label in scene.labels
            if label.left == left
        ]
        if rows and clear:
            marks.append(_cover(rows, left))
        if rows:
            marks.append(text_mark(rows, align="right" if left else "left"))
    return marks


def _cover(rows: list[dict], left: bool) -> dict:
    covers = []
    for row in rows:
        width = text_width(row["words"], SIZE)
        start = row["left"] - (width if left else 0)
        covers.append({"left": start, "right": start + width, "top": row["top"] - SIZE * 0.6})
        covers[-1]["bottom"] = row["top"] + SIZE * 0.6
    return {
        "data": {"values": covers},
        "mark": {"type": "rect", "fill": BACKGROUND, "fillOpacity": 0.85},
        "encoding": {
            "x": {"field": "left", **PIXEL},
            "x2": {"field": "right"},
            "y": {"field": "top", **PIXEL},
            "y2": {"field": "bottom"},
        },
    }


def _names(names: list[list[str]], height: float) -> dict:
    rows = [
        {
            "words": line,
            "left": -14,
            "top": (i + 0.5) / len(names) * height + (j - (len(lines) - 1) / 2) * SIZE * 1.2,
        }
        for i, lines in enumerate(names)
        for j, line in enumerate(lines)
    ]
    return text_mark(rows, align="right")


def _levels(scene: BarScene, height: float, plot: float) -> tuple[dict[bool, list[dict]], float]:
    """Return the layers of the lines through all rows, by whether they are solid, and their room.

    A solid line is where bars begin, and lies over their edges; the others lie behind the bars.
    """
    rules: dict[bool, list[dict]] = {True: [], False: []}
    words = []
    places = [_left(scene, level.place, plot) for level in scene.levels]
    stacked = lanes(places, [text_width(level.words, SIZE) + SIZE for level in scene.levels])
    for level, place, lane in zip(scene.levels, places, stacked, strict=True):
        rules[level.solid].append({"left": place, "top": 0, "bottom": height})
        words.append(
            {
                "words": level.words,
                "left": place,
                "top": -10 - lane * SIZE * 1.25,
                "colour": INK if level.solid else MUTED,
            }
        )
    layers = {solid: [_rule(rows, solid)] if rows else [] for solid, rows in rules.items()}
    if not words:
        return layers, 0.0
    layers[False].append(text_mark(words, align="center", size=SIZE - 1))
    return layers, (max(stacked) + 1) * SIZE * 1.25 + 8


def _rule(rows: list[dict], solid: bool) -> dict:
    look = {"stroke": INK} if solid else {"stroke": AXIS, "strokeDash": [2, 3]}
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "strokeWidth": 2, **look},
        "encoding": {
            "x": {"field": "left", **PIXEL},
            "y": {"field": "top", **PIXEL},
            "y2": {"field": "bottom"},
        },
    }
