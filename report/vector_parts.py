"""What the two halves of the Vega-Lite renderer share. Pixels are counted from the data area."""

from collections.abc import Sequence
from dataclasses import dataclass

from report.chart import Chart
from report.layout import ValueAxis, decimals
from report.palette import AXIS, GRID, INK

WIDTH = 900.0
SIZE = 15.0
PIXEL = {"type": "quantitative", "scale": None, "axis": None}


@dataclass(slots=True)
class Scene:
    """The data area of a picture and the room [px] that it needs around itself."""

    layers: list[dict]
    height: float
    left: float
    right: float
    above: float
    below: float


def text_mark(
    rows: list[dict],
    *,
    align: str = "left",
    baseline: str = "middle",
    size: float = SIZE,
    colour: str = INK,
    weight: str = "normal",
) -> dict:
    """Return text at pixel places ``left`` and ``top``; ``colour`` in a row goes before."""
    return {
        "data": {"values": rows},
        "mark": {
            "type": "text",
            "align": align,
            "baseline": baseline,
            "fontSize": size,
            "fontWeight": weight,
            "lineBreak": "\n",
            "lineHeight": size * 1.25,
        },
        "encoding": {
            "x": {"field": "left", **PIXEL},
            "y": {"field": "top", **PIXEL},
            "text": {"field": "words", "type": "nominal"},
            "color": {"field": "colour", "type": "nominal", "scale": None}
            if rows and "colour" in rows[0]
            else {"value": colour},
        },
    }


def rule(rows: list[dict], width: float = 1, dash: Sequence[int] = ()) -> dict:
    """Return lines from ``left``, ``top`` to ``right``, ``bottom`` [px] in their ``colour``."""
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "strokeWidth": width}
        | ({"strokeDash": list(dash)} if dash else {}),
        "encoding": {
            "x": {"field": "left", **PIXEL},
            "x2": {"field": "right"},
            "y": {"field": "top", **PIXEL},
            "y2": {"field": "bottom"},
            "color": {"field": "colour", "type": "nominal", "scale": None},
        },
    }


def value_axis(chart: Chart, scene: ValueAxis) -> dict:
    """Return the value axis of every kind, with ticks on round numbers."""
    suffix = "\u00a0%" if chart.number_format.unit == "%" else ""
    return {
        "values": list(scene.ticks),
        "format": f",.{decimals(scene.step)}f",
        "labelExpr": f"datum.label + '{suffix}'",
        "gridColor": GRID
        if chart.kind == "tornado"  # Its bars begin at the base.
        else {"condition": {"test": "datum.value === 0", "value": AXIS}, "value": GRID},
        "domain": False,
        "ticks": False,
        "labelPadding": 6,
        "labelFlush": False,
    }
