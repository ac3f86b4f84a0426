"""Names at the ends of lines in Vega-Lite."""

from collections.abc import Sequence

from report.layout import dodge
from report.line_ends import End
from report.palette import MUTED, readable
from report.vector_parts import SIZE, rule, text_mark

NAMES = 240.0
"""Width [px] of the names."""


def name_ends(
    ends: Sequence[End],
    spots: Sequence[tuple[float, float]],
    plot: float,
    height: float,
    foot: float,
) -> list[dict]:
    """Name each line where it ends, names moved apart, with a hair line back to the line.

    Args:
        ends: The names.
        spots: Where each line ends [px]; the foot of the picture for one that is not drawn.
        plot: Width [px] of the data area.
        height: Its height [px].
        foot: How far below it names may reach [px].
    """
    sizes = [len(end.lines) * SIZE * 1.25 + 2 for end in ends]
    placed = dodge([top for _, top in spots], sizes, -SIZE, height + foot)
    hairs, texts = [], []
    for end, (left, top), place in zip(ends, spots, placed, strict=True):
        if end.place and (abs(top - place) > 2 or left < plot - 20):
            hair = {"left": left + 6, "top": top, "colour": end.colour}
            hairs.append(hair | {"right": plot + 20, "bottom": place})
        texts += [
            {
                "words": text,
                "left": plot + 23,
                "top": place + (i - (len(end.lines) - 1) / 2) * SIZE * 1.2,
                "colour": readable(end.colour) if end.place else MUTED,
            }
            for i, text in enumerate(end.lines)
        ]
    return ([text_mark(texts)] if texts else []) + ([rule(hairs)] if hairs else [])
