"""What the two halves of the Plotly renderer share."""

import html
from collections.abc import Iterable
from dataclasses import dataclass, field

from report.chart import Chart
from report.layout import ValueAxis, decimals
from report.palette import AXIS, GRID, MUTED
from text.numbers import number


@dataclass(slots=True)
class Drawing:
    """The data area of a figure; the frame around it is the same for every kind.

    Attributes:
        left: Room [px] left of the data area.
        right: Room [px] right of it, for labels at line ends.
        above: Room [px] for words of its own between the title and the data area.
    """

    data: list[dict]
    axes: dict
    height: float
    left: float
    right: float = 16
    above: float = 0
    annotations: list[dict] = field(default_factory=list)
    shapes: list[dict] = field(default_factory=list)


def as_html(lines: Iterable[str]) -> str:
    """Return lines for Plotly's own small markup, in which text from a scenario is only text."""
    return "<br>".join(html.escape(line, quote=False) for line in lines)


def value_axis(chart: Chart, scene: ValueAxis, size: float) -> dict:
    """Return what the value axis of every kind has in common."""
    told = "%" in chart.value_title
    suffix = "\u00a0%" if chart.number_format.unit == "%" and not told else ""
    edge = (scene.high - scene.low) * 1e-3
    return {
        "range": [scene.low - edge, scene.high + edge],
        "tickvals": list(scene.ticks),
        "ticktext": [number(tick, decimals(scene.step)) + suffix for tick in scene.ticks],
        "gridcolor": GRID,
        "zeroline": scene.low <= 0 <= scene.high and chart.kind != "tornado",
        "zerolinecolor": AXIS,
        "zerolinewidth": 1,
        "fixedrange": True,
        "automargin": True,
        "tickfont": {"color": MUTED},
        "tickangle": 0,
        "title": {
            "text": as_html([chart.value_title]),
            "font": {"color": MUTED, "size": size},
            "standoff": 8,
        },
    }


def add_unit(drawing: Drawing, chart: Chart) -> None:
    """Write the title of a vertical axis level above it: upright, the head must be tilted."""
    if chart.y_title:
        drawing.annotations.append(
            {
                "xref": "paper",
                "yref": "paper",
                "x": 0,
                "y": 1,
                "xshift": 12 - drawing.left,
                "yshift": 8 + drawing.above,
                "xanchor": "left",
                "yanchor": "bottom",
                "showarrow": False,
                "text": as_html([chart.y_title]),
                "font": {"color": MUTED},
            }
        )
