"""Bars, stacks, changes and spans in Plotly, from the places that ``bars`` gives."""

from report.bar_parts import Bar, BarScene
from report.bars import bar_scene, row_height
from report.chart import Chart
from report.layout import text_width, wrap
from report.palette import AXIS, BACKGROUND, INK, MUTED, faded, text_on
from report.plotly_parts import Drawing, as_html, value_axis
from report.tornado import ENDS

_NAMES = 250


def draw(chart: Chart, size: float, page: float, plot_height: float | None) -> Drawing:
    """Return the data area; ``plot_height`` None gives what the rows need."""
    names = [wrap(chart.word(item), _NAMES * size / 15, size) for item in chart.items]
    left = max((text_width("\n".join(lines), size) for lines in names), default=0) + 24
    scene = bar_scene(chart, page - left, size)
    data = _bars(scene, chart) + _marks(scene)
    rows = len(scene.items)
    height = plot_height or rows * row_height(chart, size)
    axes = {
        "xaxis": value_axis(chart, scene, size),
        "yaxis": {
            "range": [rows - 0.45, -0.55],
            "tickvals": list(range(rows)),
            "ticktext": [as_html(lines) for lines in names],
            "showgrid": False,
            "ticks": "outside",
            "ticklen": 8,
            "tickcolor": BACKGROUND,
            "zeroline": False,
            "fixedrange": True,
            "automargin": True,
        },
        "barmode": "overlay",
        "uniformtext": {"mode": "hide", "minsize": size - 2},
    }
    drawing = Drawing(data, axes, height, left)
    _levels(drawing, scene, size)
    if scene.levels:
        drawing.annotations += _covering_labels(scene)
    else:
        data += _labels(scene, size)
    return drawing


def _bars(scene: BarScene, chart: Chart) -> list[dict]:
    named = ENDS if chart.kind == "tornado" else chart.series
    by_series: dict[str, list[Bar]] = {name: [] for name in named or ("",)}
    for bar in scene.bars:
        by_series[bar.series].append(bar)
    words = [entry.words for entry in scene.legend] or [""]
    colours = [entry.fill[0] for entry in scene.legend] or [INK]
    soft = chart.kind == "intervals"
    traces = []
    for bars, name, colour in zip(by_series.values(), words, colours, strict=True):
        fills = [_fill(bar, soft) for bar in bars] or [colour]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": as_html([name]),
                "base": [bar.start for bar in bars] or [0],
                "x": [bar.end - bar.start for bar in bars] or [None],
                "y": [bar.row for bar in bars] or [0],
                "width": [bar.thickness for bar in bars] or [0.5],
                "marker": {
                    "color": fills,
                    "line": {
                        "color": [b.fill if b.hollow else BACKGROUND for b in bars] or [colour],
                        "width": [2 if bar.hollow else 1 for bar in bars] or [0],
                    },
                },
                "text": [as_html([bar.inside]) for bar in bars],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "insidetextfont": {"color": [text_on(bar.fill) for bar in bars] or [INK]},
                "hovertext": [as_html(bar.hover.split("\n")) for bar in bars],
                "hoverinfo": "text",
                "showlegend": False,
            }
        )
    return traces


def _fill(bar: Bar, soft: bool) -> str:
    if bar.hollow:
        return faded(bar.fill, 0.12)
    return faded(bar.fill, 0.35) if soft else bar.fill


def _marks(scene: BarScene) -> list[dict]:
    if not scene.marks:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [mark.place for mark in scene.marks],
            "y": [mark.row for mark in scene.marks],
            "marker": {
                "symbol": "diamond",
                "size": 12,
                "color": [mark.fill for mark in scene.marks],
                "line": {"color": BACKGROUND, "width": 1.5},
            },
            "hovertext": [as_html(mark.hover.split("\n")) for mark in scene.marks],
            "hoverinfo": "text",
            "showlegend": False,
        }
    ]


def _labels(scene: BarScene, size: float) -> list[dict]:
    traces = []
    for left in (False, True):
        chosen = [label for label in scene.labels if label.left == left]
        if not chosen:
            continue
        words = [as_html([label.words]) for label in chosen]
        traces.append(
            {
                "type": "scatter",
                "mode": "text",
                "x": [label.place for label in chosen],
                "y": [label.row for label in chosen],
                "text": [f"{w}\u00a0\u00a0" if left else f"\u00a0\u00a0{w}" for w in words],
                "textposition": "middle left" if left else "middle right",
                "textfont": {
                    "size": size,
                    "color": [MUTED if label.missing else INK for label in chosen],
                },
                "cliponaxis": False,
                "hoverinfo": "skip",
                "showlegend": False,
            }
        )
    return traces


def _covering_labels(scene: BarScene) -> list[dict]:
    """Return the labels with a ground of their own, so that no line runs through the numbers."""
    return [
        {
            "x": label.place,
            "y": label.row,
            "xshift": -8 if label.left else 8,
            "xanchor": "right" if label.left else "left",
            "text": as_html([label.words]),
            "font": {"color": MUTED if label.missing else INK},
            "bgcolor": faded(BACKGROUND, 0.85),
            "borderpad": 0,
            "showarrow": False,
        }
        for label in scene.labels
    ]


def _levels(drawing: Drawing, scene: BarScene, size: float) -> None:
    for place, level in enumerate(scene.levels):
        drawing.shapes.append(
            {
                "type": "line",
                "xref": "x",
                "yref": "paper",
                "x0": level.place,
                "x1": level.place,
                "y0": 0,
                "y1": 1,
                "layer": "above" if level.solid else "below",
                "line": {"color": INK, "width": 2}
                if level.solid
                else {"color": AXIS, "width": 2, "dash": "dot"},
            }
        )
        drawing.annotations.append(
            {
                "xref": "x",
                "yref": "paper",
                "x": level.place,
                "y": 1,
                "yshift": place * size * 1.3,
                "yanchor": "bottom",
                "showarrow": False,
                "text": as_html([level.words]),
                "font": {"color": INK if level.solid else MUTED, "size": size - 1},
            }
        )
