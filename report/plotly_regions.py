"""Regions in a plane in Plotly, from the places that ``regions`` gives."""

from report.chart import Chart
from report.layout import wrap
from report.palette import AXIS, BACKGROUND, INK, MUTED, faded, readable
from report.plotly_parts import Drawing, add_unit, as_html, value_axis
from report.regions import OPACITY, Named, Region, RegionScene, key_words, named, region_scene

_KEY = 215.0
"""Width [px] of the key beside the plane, for type of 15 px."""
_GLYPHS = {
    "circle": "●",
    "square": "■",
    "diamond": "◆",
    "triangle-up": "▲",
    "cross": "✚",
    "triangle-down": "▼",
}


def draw(chart: Chart, size: float, page: float, plot_height: float | None) -> Drawing:
    """Return the data area; ``plot_height`` None gives as much as is easy to read."""
    scene = region_scene(chart)
    left, key = 70 * size / 15, _KEY * size / 15
    side = min(plot_height or size * 28, page - left - key)
    names = named(scene, side, size)
    axis = value_axis(chart, scene, size) | {"constrain": "domain", "zeroline": False}
    title = axis["title"] | {"text": as_html([chart.x_title])}
    axes = {
        "xaxis": axis | {"title": title, "constraintoward": "left"},
        "yaxis": axis | {"title": {"text": ""}, "scaleanchor": "x", "constraintoward": "top"},
    }
    drawing = Drawing(
        [_polygon(region) for region in scene.regions if region.corners],
        axes,
        plot_height or side,
        left=left,
        right=page - left - side,
    )
    drawing.data += _markers(scene, names, side, size)
    drawing.data += _points(scene, size)
    drawing.annotations += _words(scene, names, side)
    drawing.annotations += _key(chart, scene, names, key - 28 - size * 1.6, size)
    add_unit(drawing, chart)
    return drawing


def _polygon(region: Region) -> dict:
    corners = [*region.corners, region.corners[0]]
    flat = len(region.corners) < 3
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _ in corners],
        "y": [y for _, y in corners],
        "fill": "toself",
        "fillcolor": faded(region.colour, OPACITY),
        "line": {"color": region.colour, "width": 6} if flat else {"color": AXIS, "width": 1.5},
        "text": as_html([region.words]),
        "hoverinfo": "text",
        "hoveron": "points" if flat else "fills",
        "cliponaxis": False,
        "showlegend": False,
    }


def _markers(scene: RegionScene, names: Named, side: float, size: float) -> list[dict]:
    """Return the markers by which the key tells the regions that have no room for a name."""
    scale = (scene.high - scene.low) / side
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [scene.low + place[0] * scale],
            "y": [scene.high - place[1] * scale],
            "marker": {
                "symbol": region.marker,
                "size": size * 0.75,
                "color": region.colour,
                "line": {"color": BACKGROUND, "width": 1.5},
            },
            "text": as_html([region.words]),
            "hoverinfo": "text",
            "cliponaxis": False,
            "showlegend": False,
        }
        for region, place in zip(scene.regions, names.markers, strict=True)
        if place
    ]


def _points(scene: RegionScene, size: float) -> list[dict]:
    if not scene.points:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [x for _, x, _, _ in scene.points],
            "y": [y for _, _, y, _ in scene.points],
            "marker": {
                "symbol": "circle",
                "size": size * 0.85,
                "color": INK,
                "line": {"color": BACKGROUND, "width": 2},
            },
            "text": [as_html([words, *said.split("\n")]) for words, _, _, said in scene.points],
            "hoverinfo": "text",
            "cliponaxis": False,
            "showlegend": False,
        }
    ]


def _words(scene: RegionScene, names: Named, side: float) -> list[dict]:
    scale = (scene.high - scene.low) / side
    inside = [(name, "center", as_html(name.lines)) for name in names.names if name]
    beside = [(name, "left", f"<b>{as_html(name.lines)}</b>") for name in names.points]
    return [
        {
            "xref": "x",
            "yref": "y",
            "x": scene.low + name.x * scale,
            "y": scene.high - name.y * scale,
            "xanchor": anchor,
            "yanchor": "middle",
            "showarrow": False,
            "text": words,
            "font": {"color": INK},
        }
        for name, anchor, words in [*inside, *beside]
    ]


def _key(chart: Chart, scene: RegionScene, names: Named, width: float, size: float) -> list[dict]:
    lines = []
    for region in names.key:
        words = wrap(key_words(region, chart.missing_words), width, size)
        if region.corners:
            glyph = f'<span style="color:{readable(region.colour)}">{_GLYPHS[region.marker]}</span>'
            lines.append(f"{glyph} {as_html(words)}")
        else:
            lines.append(f'<span style="color:{MUTED}">{as_html(words)}</span>')
    if not lines:
        return []
    return [
        {
            "xref": "x",
            "yref": "y",
            "x": scene.high,
            "y": scene.high,
            "xshift": 20,
            "xanchor": "left",
            "yanchor": "top",
            "align": "left",
            "showarrow": False,
            "text": "<br>".join(lines),
            "font": {"color": INK, "size": size},
        }
    ]
