"""Curves over a number in Plotly, from the places that ``curves`` gives."""

from collections.abc import Sequence

from report.chart import Chart
from report.curves import Curve, CurveScene, curve_scene, end_words
from report.flags import Flag, flags, rows_of
from report.layout import decimals, text_width, wrap
from report.line_ends import End
from report.number_format import NumberFormat
from report.palette import AXIS, GRID, MUTED
from report.plotly_ends import NAMES, name_ends
from report.plotly_parts import Drawing, add_unit, as_html, value_axis
from text.numbers import number

_ROW, _LIFT = 1.3, 0.9
"""Type sizes between rows of words on marks, and from the data area up to the first."""
_TOLD = 100
"""Steps along the axis at which the values are told under the pointer."""


def draw(chart: Chart, size: float, page: float, plot_height: float | None) -> Drawing:
    """Return the data area; ``plot_height`` None gives a calm default."""
    scene = curve_scene(chart)
    ends = [
        End(wrap(name, NAMES * size / 15, size), curve.colour, curve.end)
        for curve in scene.curves
        for name in [end_words(curve, chart.missing_words)]
    ]
    right = max((text_width("\n".join(end.lines), size) for end in ends), default=0) + 30
    left = 70 * size / 15
    placed = _flags(scene, page - left - right, left, right, size)
    above = (rows_of(placed) * _ROW + _LIFT) * size if placed else 0.0
    height = plot_height - above if plot_height else size * 25
    axes = {
        "xaxis": _x_axis(chart, scene, size),
        "yaxis": value_axis(chart, scene, size) | {"title": {"text": ""}},
        "hovermode": "x unified",
    }
    data = [trace for curve in scene.curves for trace in _traces(chart, scene, curve)]
    drawing = Drawing(data, axes, height, left=left, right=right, above=above)
    name_ends(drawing, scene, ends, scene.last, size, foot=0)
    _marks(drawing, scene, placed, size)
    add_unit(drawing, chart)
    return drawing


def _flags(
    scene: CurveScene, plot: float, left: float, right: float, size: float
) -> tuple[Flag, ...]:
    """Place the words of the marks between the picture's edges."""
    scale = plot / (scene.last - scene.first)
    places = [(x - scene.first) * scale for _, x in scene.marks]
    widths = [text_width(words, size - 1) for words, _ in scene.marks]
    return flags(places, widths, 12 - left, plot + right)


def _x_axis(chart: Chart, scene: CurveScene, size: float) -> dict:
    suffix = _suffix(chart.x_format) if chart.x_format.unit == "%" else ""
    return {
        "range": [scene.first, scene.last],
        "tickvals": list(scene.x_ticks),
        "ticktext": [number(x, decimals(scene.x_step)) + suffix for x in scene.x_ticks],
        "hoverformat": f",.{chart.x_format.decimals}f",
        "ticksuffix": _suffix(chart.x_format),
        "showgrid": False,
        "zeroline": False,
        "ticks": "outside",
        "tickcolor": GRID,
        "linecolor": AXIS,
        "showline": True,
        "fixedrange": True,
        "automargin": True,
        "tickfont": {"color": MUTED},
        "tickangle": 0,
        "title": {
            "text": as_html([chart.x_title]),
            "font": {"color": MUTED, "size": size},
            "standoff": 8,
        },
    }


def _suffix(form: NumberFormat) -> str:
    return f"\u00a0{form.unit}" if form.unit else ""


def _traces(chart: Chart, scene: CurveScene, curve: Curve) -> list[dict]:
    small = len(scene.curves) > 7
    told = _told(scene, curve)
    look = {"type": "scatter", "showlegend": False, "cliponaxis": False}
    form = chart.number_format
    return [
        {
            **look,
            "mode": "lines",
            "name": as_html([curve.words]),
            "x": [x for x, _ in told],
            "y": [value for _, value in told],
            "line": {"color": curve.colour, "width": 2 if small else 3},
            "connectgaps": False,
            "hovertemplate": f"%{{fullData.name}}: %{{y:,.{form.decimals}f}}{_suffix(form)}"
            "<extra></extra>",
        },
        {
            **look,
            "mode": "markers",
            "x": [x for x, _ in curve.markers],
            "y": [value for _, value in curve.markers],
            "marker": {"symbol": curve.marker, "size": 6 if small else 9, "color": curve.colour},
            "hoverinfo": "skip",
        },
    ]


def _told(scene: CurveScene, curve: Curve) -> list[tuple[float | None, float | None]]:
    """Return the curve with points close enough for its value to be told anywhere.

    None between the runs breaks it: a gap is a gap.
    """
    step = (scene.last - scene.first) / _TOLD
    even = {scene.first + i * step for i in range(_TOLD + 1)} | {x for _, x in scene.marks}
    points: list[tuple[float | None, float | None]] = []
    for run in curve.runs:
        start, end = run[0][0], run[-1][0]
        places = {x for x, _ in run} | {x for x in even if start <= x <= end}
        points += [(x, curve.at(x)) for x in sorted(places)] + [(None, None)]
    return points[:-1]


def _marks(drawing: Drawing, scene: CurveScene, placed: Sequence[Flag], size: float) -> None:
    """Draw each mark up to its words, which fly to one side of it."""
    for (words, x), flag in zip(scene.marks, placed, strict=True):
        foot = (flag.row * _ROW + _LIFT) * size
        place = {"xref": "x", "yref": "paper"}
        drawing.shapes.append(
            {
                "type": "line",
                **place,
                "x0": x,
                "x1": x,
                "y0": 0,
                "y1": 1 + (foot + size) / drawing.height,
                "layer": "below",
                "line": {"color": AXIS, "width": 2, "dash": "dot"},
            }
        )
        drawing.annotations.append(
            {
                **place,
                "x": x,
                "y": 1,
                "xshift": -2 if flag.left else 2,
                "yshift": foot,
                "xanchor": "right" if flag.left else "left",
                "yanchor": "bottom",
                "showarrow": False,
                "text": as_html([words]),
                "font": {"color": MUTED, "size": size - 1},
            }
        )
