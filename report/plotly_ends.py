"""Names at the ends of lines in Plotly."""

from collections.abc import Sequence

from report.layout import ValueAxis, dodge
from report.line_ends import End
from report.palette import MUTED, readable
from report.plotly_parts import Drawing, as_html

NAMES = 190.0
"""Width [px] of the names, for type of 15 px."""


def name_ends(
    drawing: Drawing, scene: ValueAxis, ends: Sequence[End], last: float, size: float, foot: float
) -> None:
    """Name each line where it ends, names moved apart, with a hair line back to the line.

    Args:
        drawing: Takes the names.
        scene: Has the value axis.
        ends: The names.
        last: Where most lines end; one that ends before gets no hair line.
        size: Of the type [px].
        foot: How far below the data area names may reach [px].
    """
    places = [end.place or (None, scene.low) for end in ends]
    scale = drawing.height / (scene.high - scene.low)
    wanted = [(scene.high - value) * scale for _, value in places]
    sizes = [len(end.lines) * size * 1.25 + 2 for end in ends]
    placed = dodge(wanted, sizes, -size, drawing.height + foot)
    for end, (x, value), at, place in zip(ends, places, wanted, placed, strict=True):
        linked = x == last
        drawing.annotations.append(
            {
                "xref": "x" if linked else "paper",
                "yref": "y",
                "x": x if linked else 1,
                "y": value,
                "xanchor": "left",
                "align": "left",
                "text": as_html(end.lines),
                "font": {"color": readable(end.colour) if end.place else MUTED},
                "showarrow": linked,
                "arrowhead": 0,
                "arrowwidth": 1,
                "arrowcolor": end.colour,
                "ax": 24,
                "ay": place - at,
                "standoff": 5,
                **({} if linked else {"yshift": at - place, "xshift": 10}),
            }
        )
