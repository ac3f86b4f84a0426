"""What stands in a heat map's cells, the same for every renderer."""

import math
from dataclasses import dataclass

from report.bar_parts import Entry, hover
from report.chart import Chart
from report.layout import text_width
from report.palette import INK, sequential, shades, text_on
from text import t


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the grid, counted from the top left.

    Attributes:
        fill: Shade on a light and on a dark background; None where the value is missing.
        ink: White or black that reads best on it, likewise.
        mark: What the emphasis says; empty where there is none.
    """

    item: str
    series: str
    row: int
    column: int
    words: str
    fill: tuple[str, str] | None
    ink: tuple[str, str] | None
    mark: str
    hover: str


def heat_cells(chart: Chart) -> tuple[Cell, ...]:
    """Return every cell, row by row; a pair that the frame lacks is a missing value."""
    rows = {(row["item"], row["series"]): row for row in chart.rows}
    low, high = _range(chart)
    cells = []
    for i, item in enumerate(chart.items):
        for j, series in enumerate(chart.series):
            row = rows.get((item, series), {})
            value, label, mark = row.get("value", math.nan), row.get("label"), row.get("mark", "")
            fill = sequential(_share(value, low, high)) if math.isfinite(value) else None
            words = label if isinstance(label, str) and label else chart.write(value)
            told = hover(chart.word(item), chart.word(series), mark, words)
            ink = (text_on(fill[0]), text_on(fill[1])) if fill else None
            cells.append(Cell(item, series, i, j, words, fill, ink, mark, told))
    return tuple(cells)


def shading(chart: Chart) -> tuple[Entry, ...]:
    """Return what the lightest and the darkest shade mean, and what the marks do."""
    low, high = _range(chart)
    words = {
        "least": t("chart.heat.least", value=chart.write(low)),
        "most": t("chart.heat.most", value=chart.write(high)),
    } | chart.labels
    if not math.isfinite(low):
        ends = []
    elif low == high:
        ends = [Entry(chart.write(low), sequential(_share(low, low, high)))]
    else:
        ends = [Entry(words[end], sequential(shade)) for end, shade in (("least", 0), ("most", 1))]
    marks = dict.fromkeys(row["mark"] for row in chart.rows if row.get("mark"))
    return (*ends, *(Entry(words, shades(INK), hollow=True) for words in marks))


def whole_words(words: str, width: float, size: float) -> list[str]:
    """Return words in lines of at most a width [px]; a longer word has a line of its own."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _range(chart: Chart) -> tuple[float, float]:
    known = [row["value"] for row in chart.rows if math.isfinite(row["value"])]
    return min(known, default=math.nan), max(known, default=math.nan)


def _share(value: float, low: float, high: float) -> float:
    """Return the place 0–1 between the chart's least and most; in the middle if all are alike."""
    return round((value - low) / (high - low), 3) if high > low else 0.5
