"""Where the bars of a tornado stand: from the base line out to the results at an item's two ends.

The low end is hollow and the high end solid, whichever way they point. An item whose two ends lie
on the same side of the base gets two thin bars, one above the other, so that neither hides one.
"""

import math

from report.bar_parts import Bar, Entry, Label, Level, Mark, Placed, hover
from report.chart import Chart
from report.palette import INK, SPAN, shades
from report.rows import Row
from text import t

ENDS = ("low", "high")
_WHOLE, _HALF, _APART = 0.66, 0.34, 0.2


def ends_of(chart: Chart) -> dict[str, Entry]:
    """Return the two ends, worded as in the legend."""
    words = {"low": t("chart.tornado.low"), "high": t("chart.tornado.high")} | chart.labels
    return {
        end: Entry(words[end], shades(chart.colours.get(end, SPAN)), hollow=end == "low")
        for end in ENDS
    }


def base_words(chart: Chart) -> str:
    """Return what the base line is called."""
    return chart.labels.get("base", t("chart.tornado.base"))


def end_words(row: Row, end: str) -> str:
    """Return what an item's end is, as given ("7 %", "2"); empty where it is not told."""
    words = row.get(f"{end}_label")
    return words if isinstance(words, str) else ""


def base_of(row: Row) -> float:
    """Return an item's result as things stand; 0 where the ends are changes."""
    return row.get("value", 0.0)


def two_rows(chart: Chart) -> bool:
    """Tell whether some item has both ends on the same side of the base, and needs two lines."""
    return any(map(_split, chart.rows))


def tornado(chart: Chart) -> Placed:
    """Place bars, labels and the base: one line, or a mark in each row where bases differ."""
    factor = chart.number_format.factor
    rows = {row["item"]: row for row in chart.rows}
    bases = dict.fromkeys(base_of(row) for row in rows.values() if math.isfinite(base_of(row)))
    lead = {base: f"{base_words(chart)} {chart.write(base)}" for base in bases}
    bars, labels, marks = [], [], []
    for place, item in enumerate(chart.items):
        row, base = rows[item], base_of(rows[item])
        if base not in bases or not any(math.isfinite(row[end]) for end in ENDS):
            start = base if base in bases else next(iter(bases), 0.0)
            labels.append(Label(start * factor, place, chart.missing_words, missing=True))
            continue
        bars += _bars(chart, row, place, lead[base])
        labels += _labels(chart, row, place)
        if len(bases) > 1:
            marks.append(Mark(base * factor, place, INK, hover(chart.word(item), lead[base])))
    one = [Level(words, base * factor, solid=True) for base, words in lead.items()]
    return Placed(bars, labels, marks, tuple(one) if len(one) == 1 else ())


def _bars(chart: Chart, row: Row, place: int, lead: str) -> list[Bar]:
    factor, thickness = chart.number_format.factor, _HALF if _split(row) else _WHOLE
    bars = []
    for end, entry in ends_of(chart).items():
        if math.isfinite(row[end]) and row[end] != base_of(row):
            told = end_words(row, end)
            name = f"{entry.words}: {told}" if told else entry.words
            bars.append(
                Bar(
                    row["item"], end, base_of(row) * factor, row[end] * factor,
                    _line(row, place, end), thickness, entry.fill[0], entry.hollow,
                    hover=hover(chart.word(row["item"]), lead, name, chart.write(row[end])),
                )
            )  # fmt: skip
    return bars


def _labels(chart: Chart, row: Row, place: int) -> list[Label]:
    labels = []
    for end, side in zip(ENDS, _sides(row), strict=True):
        known = math.isfinite(row[end])
        words = (end_words(row, end) or chart.write(row[end])) if known else chart.missing_words
        at = (row[end] if known else base_of(row)) * chart.number_format.factor
        labels.append(Label(at, _line(row, place, end), words, left=side < 0, missing=not known))
    return labels


def _line(row: Row, place: int, end: str) -> float:
    """Return the row that a bar stands at: the low end above the high one where they are apart."""
    return place + (_APART if end == "high" else -_APART) * _split(row)


def _split(row: Row) -> bool:
    return abs(sum(_sides(row))) == 2


def _sides(row: Row) -> tuple[int, int]:
    """Return on which side of the base each end stands, −1 or 1.

    An end that is missing or changes nothing stands opposite the other, low to the left in doubt.
    """
    low, high = ((row[end] > base_of(row)) - (row[end] < base_of(row)) for end in ENDS)
    return low or -high or -1, high or -low or 1
