"""Regions in a plane in Vega-Lite, from the places that ``regions`` gives."""

from report.chart import Chart
from report.layout import decimals, text_width, wrap
from report.palette import AXIS, BACKGROUND, INK, MUTED
from report.regions import LEADING, OPACITY, Named, RegionScene, key_words, named, region_scene
from report.vector_parts import PIXEL, SIZE, WIDTH, Scene, rule, text_mark, value_axis
from text.numbers import number

_SIDE = 440.0
_KEY = 40.0
"""From the plane to the key [px]."""


def draw(chart: Chart) -> Scene:
    """Return the layers and the room they need."""
    scene = region_scene(chart)
    names = named(scene, _SIDE, SIZE)
    ticks = [number(value, decimals(scene.step)) + "\u00a0%" for value in scene.ticks]
    left = max(text_width(tick, SIZE) for tick in ticks) + 8
    layers = [
        _polygons(chart, scene),
        *_markers(scene, names),
        *_words(scene, names),
        *_key(chart, names, WIDTH - left - _SIDE - _KEY),
        # An unseen line keeps every picture as wide, also one without a key.
        rule([{"left": 0, "right": WIDTH - left, "top": 0, "bottom": 0, "colour": "transparent"}]),
    ]
    above = 12.0
    if chart.y_title:
        row = {"words": chart.y_title, "left": -left, "top": -SIZE * 1.5}
        layers.append(text_mark([row], colour=MUTED))
        above += 18.0
    below = 66 if chart.x_title else 40
    return Scene(layers, _SIDE, left, WIDTH - left - _SIDE, above, below)


def _polygons(chart: Chart, scene: RegionScene) -> dict:
    """Return all polygons in one layer; one with two corners is a stroke in its own colour."""
    rows = [
        {
            "series": region.series,
            "order": order,
            "x": x,
            "value": value,
            "fill": region.colour,
            "edge": AXIS if len(region.corners) > 2 else region.colour,
            "width": 1.5 if len(region.corners) > 2 else 6,
        }
        for region in scene.regions
        for order, (x, value) in enumerate(region.corners)
    ]
    axis = {
        "type": "quantitative",
        "scale": {"domain": [scene.low, scene.high], "nice": False, "zero": False},
        "axis": value_axis(chart, scene),
    }
    return {
        "data": {"values": rows},
        "mark": {"type": "line", "interpolate": "linear-closed", "fillOpacity": OPACITY},
        "encoding": {
            "x": {"field": "x", "title": chart.x_title or None, **axis},
            "y": {"field": "value", "title": None, **axis},
            "order": {"field": "order", "type": "quantitative"},
            "detail": {"field": "series", "type": "nominal"},
            "fill": {"field": "fill", "type": "nominal", "scale": None},
            "stroke": {"field": "edge", "type": "nominal", "scale": None},
            "strokeWidth": {"field": "width", "type": "quantitative", "scale": None},
        },
    }


def _markers(scene: RegionScene, names: Named) -> list[dict]:
    """Return the markers that the key tells, and the points."""
    scale = _SIDE / (scene.high - scene.low)
    rows = [
        {"left": place[0], "top": place[1], "shape": region.marker, "colour": region.colour}
        for region, place in zip(scene.regions, names.markers, strict=True)
        if place
    ]
    spots = [
        {
            "left": (x - scene.low) * scale,
            "top": (scene.high - y) * scale,
            "shape": "circle",
            "colour": INK,
        }
        for _, x, y, _ in scene.points
    ]
    return [_shapes(rows + spots)] if rows or spots else []


def _shapes(rows: list[dict]) -> dict:
    return {
        "data": {"values": rows},
        "mark": {"type": "point", "size": 110, "opacity": 1, "strokeWidth": 1.5},
        "encoding": {
            "x": {"field": "left", **PIXEL},
            "y": {"field": "top", **PIXEL},
            "shape": {"field": "shape", "type": "nominal", "scale": None},
            "fill": {"field": "colour", "type": "nominal", "scale": None},
            "stroke": {"value": BACKGROUND},
        },
    }


def _words(scene: RegionScene, names: Named) -> list[dict]:
    inside = [
        {"words": "\n".join(name.lines), "left": name.x, "top": _first(name.y, len(name.lines))}
        for name in names.names
        if name
    ]
    beside = [{"words": name.lines[0], "left": name.x, "top": name.y} for name in names.points]
    found = [text_mark(inside, align="center")] if inside else []
    return found + ([text_mark(beside, weight="bold")] if beside else [])


def _first(middle: float, lines: int) -> float:
    """Return where the first of several lines stands, for them to be centred at a place."""
    return middle - (lines - 1) / 2 * SIZE * LEADING


def _key(chart: Chart, names: Named, room: float) -> list[dict]:
    shapes, words, top = [], [], SIZE * 0.7
    for region in names.key:
        lines = wrap(key_words(region, chart.missing_words), room - 26, SIZE)
        row = {"words": "\n".join(lines), "left": _SIDE + _KEY + 22, "top": top}
        words.append(row | {"colour": INK if region.corners else MUTED})
        if region.corners:
            place = {"left": _SIDE + _KEY + 6, "top": top}
            shapes.append(place | {"shape": region.marker, "colour": region.colour})
        top += len(lines) * SIZE * LEADING + SIZE * 0.5
    found = [_shapes(shapes)] if shapes else []
    return found + ([text_mark(words)] if words else [])
