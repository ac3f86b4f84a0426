"""A chart as a Plotly figure, for pages where the picture is explored."""

import plotly.graph_objects as go

from report import plotly_bars, plotly_curves, plotly_heat, plotly_lines, plotly_regions
from report.bars import bare_scene
from report.chart import Chart
from report.layout import legend_rows, wrap
from report.legend import legend
from report.palette import BACKGROUND, FONT, INK, MUTED
from report.plotly_parts import Drawing, as_html
from text import t

_DRAW = {
    "lines": plotly_lines.draw,
    "heat": plotly_heat.draw,
    "curves": plotly_curves.draw,
    "regions": plotly_regions.draw,
}
PAGE = 680
"""Width [px] that the words must fit on without being cut off, unless another is given."""


def plotly_figure(
    chart: Chart,
    *,
    height: int | None = None,
    large: bool = False,
    width: int = PAGE,
    words: bool = True,
) -> go.Figure:
    """Return the chart as a figure. Show it with ``theme=None`` and ``config=config()``.

    Built from plain dicts and not validated, since a page draws it at each change.

    Args:
        chart: What is shown.
        height: In px; None gives what the rows need.
        large: Type for the wall: a third larger.
        width: Least width [px] that the figure will be shown at.
        words: False leaves title, subtitle, note and source to the page around the figure.
    """
    size = 20.0 if large else 15.0
    title, title_height = _title(chart, size, width, words)
    foot = _foot(chart, size, width) if words else []
    under = 1.2 if chart.kind == "heat" else 4.2 if chart.x_title else 2.2
    below = size * under + len(foot) * size * 1.25
    above = title_height + size * _above(chart)
    plot_height = max(120.0, height - above - below) if height else None
    draw = _DRAW.get(chart.kind, plotly_bars.draw)
    drawing = draw(chart, size, width, plot_height)
    total = height or round(above + drawing.above + drawing.height + below)
    return go.Figure(
        {
            "data": drawing.data,
            "layout": {
                "template": {},
                "height": total,
                "title": title,
                "margin": {
                    "l": drawing.left,
                    "r": drawing.right,
                    "t": above + drawing.above,
                    "b": below,
                },
                "font": {"family": FONT, "size": size, "color": INK},
                "paper_bgcolor": BACKGROUND,
                "plot_bgcolor": BACKGROUND,
                "separators": ",\u00a0",
                "showlegend": False,
                "dragmode": False,
                "hovermode": "closest",
                "hoverlabel": {
                    "bgcolor": BACKGROUND,
                    "bordercolor": MUTED,
                    "font": {"family": FONT, "size": size, "color": INK},
                    "align": "left",
                },
                "annotations": [*drawing.annotations, _source(foot, drawing, size, below)],
                "shapes": drawing.shapes,
                **drawing.axes,
            },
        },
        _validate=False,
    )


def config() -> dict:
    """Return the ``config`` of ``st.plotly_chart``: no tool bar, since its words are English."""
    return {"displayModeBar": False, "displaylogo": False, "responsive": True, "scrollZoom": False}


def _above(chart: Chart) -> float:
    """Return the room between the title and the data area, in type sizes."""
    if chart.kind in ("lines", "curves", "regions"):
        return 2.2
    if chart.kind == "heat":
        return 0.4
    return 0.4 + 1.4 * len(bare_scene(chart).levels)


def _title(chart: Chart, size: float, width: int, words: bool) -> tuple[dict, float]:
    title, subtitle = size * 1.25, size
    finding = wrap(chart.title, width - 24, title * 1.06) if words else []
    shown = wrap(chart.subtitle, width - 24, subtitle) if words else []
    legend = _legend(chart, size, width)
    parts = []
    if finding:
        parts.append(f"<b>{as_html(finding)}</b>")
    if shown:
        parts.append(f'<span style="font-size:{subtitle}px;color:{MUTED}">{as_html(shown)}</span>')
    if legend:
        parts.append(f'<span style="font-size:{size}px">{"<br>".join(legend)}</span>')
    # Plotly puts the first line's middle, not its top, at the edge.
    edge = title * 0.95 if parts else 4.0
    height = edge + (len(finding) + len(shown) + len(legend)) * title * 1.3
    return {
        "text": "<br>".join(parts),
        "font": {"size": title, "color": INK},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"t": edge, "l": 12},
    }, height


def _legend(chart: Chart, size: float, width: int) -> list[str]:
    """Return the legend as lines of the title: it then flows, and no label covers another."""
    told = legend(chart)
    entries = [
        f'<span style="color:{one.fill[0]}">{"□" if one.hollow else "■"}</span>'
        f"\u00a0{as_html([one.words])}"
        for one in told
    ]
    rows = legend_rows([one.words for one in told], width - 24, size)
    return ["\u00a0\u00a0\u00a0 ".join(entries[number] for _, number in row) for row in rows]


def _foot(chart: Chart, size: float, width: int) -> list[str]:
    foot = wrap(chart.note, width - 24, size - 2) if chart.note else []
    if chart.source:
        foot += wrap(t("chart.source", source=chart.source), width - 24, size - 2)
    return foot


def _source(foot: list[str], drawing: Drawing, size: float, below: float) -> dict:
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xshift": 12 - drawing.left,
        "yshift": -below + 6,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "text": as_html(foot),
        "font": {"size": size - 2, "color": MUTED},
    }
