"""What colours stand for in Vega-Lite: squares with words above the data area, in lines."""

from collections.abc import Sequence

from report.bar_parts import Entry
from report.layout import legend_rows
from report.vector_parts import PIXEL, SIZE, WIDTH, text_mark


def legend_layers(
    entries: Sequence[Entry], left: float, above: float = 0.0
) -> tuple[list[dict], float]:
    """Return the layers and their height [px].

    Args:
        entries: What to show.
        left: Room [px] left of the data area: the legend begins at the picture's edge.
        above: Height [px] already taken above the data area.
    """
    if not entries:
        return [], 0.0
    rows = legend_rows([entry.words for entry in entries], WIDTH, SIZE)
    line = SIZE * 1.6
    height = len(rows) * line + 6
    squares, words = [], []
    for number, row in enumerate(rows):
        top = number * line - height - above + SIZE / 2
        for place, index in row:
            entry = entries[index]
            squares.append(
                {
                    "left": place - left + 7,
                    "top": top,
                    "colour": entry.fill[0],
                    "opacity": 0.12 if entry.hollow else 1,
                }
            )
            words.append({"words": entry.words, "left": place - left + 22, "top": top})
    square = {
        "data": {"values": squares},
        "mark": {"type": "square", "size": 190, "opacity": 1, "filled": True, "strokeWidth": 2},
        "encoding": {
            "x": {"field": "left", **PIXEL},
            "y": {"field": "top", **PIXEL},
            "fill": {"field": "colour", "type": "nominal", "scale": None},
            "stroke": {"field": "colour", "type": "nominal", "scale": None},
            "fillOpacity": {"field": "opacity", "type": "quantitative", "scale": None},
        },
    }
    return [square, text_mark(words)], height
