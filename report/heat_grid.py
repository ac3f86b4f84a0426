"""Where a heat map's cells and headings stand on a page of a fixed width."""

from collections.abc import Iterable
from dataclasses import dataclass

from report.chart import Chart
from report.heat import Cell, heat_cells, whole_words
from report.layout import text_width, wrap

_NAMES = 280.0
_SHARE = 0.34
_UPRIGHT = 200.0
_WIDEST = 150.0
_PAD = 0.5
_LEAST = 0.6
_MISSING = 0.87  # Words where a number lacks are smaller: they are longer than numbers.


@dataclass(frozen=True, slots=True)
class Grid:
    """All places [px], from the top left of the cells.

    Attributes:
        names: Each item's words in lines.
        left: Room for them.
        heads: Each column's words in lines.
        upright: The headings are written upwards, since a word is wider than its column.
        above: Room for the headings.
        words: The words of each cell in lines, as ``cells``.
        number_size: Font size of the numbers, smaller where columns are narrow.
        missing_size: Font size of the words for a missing value.
    """

    cells: tuple[Cell, ...]
    words: tuple[list[str], ...]
    names: tuple[list[str], ...]
    heads: tuple[list[str], ...]
    left: float
    width: float
    height: float
    upright: bool
    above: float
    number_size: float
    missing_size: float

    def size_of(self, cell: Cell) -> float:
        """Return the font size of a cell's words."""
        return self.number_size if cell.fill else self.missing_size


def heat_grid(chart: Chart, page: float, size: float) -> Grid:
    """Place a heat map on a page.

    Args:
        chart: A ``heat``.
        page: Width [px] of names and cells together.
        size: Font size [px].
    """
    room = min(_NAMES * size / 15, page * _SHARE)
    names = tuple(wrap(chart.word(item), room, size) for item in chart.items)
    left = max((text_width("\n".join(lines), size) for lines in names), default=0.0) + 14
    columns = max(1, len(chart.series))
    width = min((page - left) / columns, _WIDEST * size / 15)
    cells = heat_cells(chart)
    inside = width - _PAD * size
    numbers = _fitting((cell.words for cell in cells if cell.fill), inside, size)
    missing = _fitting((cell.words for cell in cells if not cell.fill), inside, size * _MISSING)
    words = tuple(
        whole_words(cell.words, inside, numbers if cell.fill else missing) for cell in cells
    )
    heads = tuple(whole_words(chart.word(s), width - 6, size) for s in chart.series)
    widest = max((text_width("\n".join(lines), size) for lines in heads), default=0.0)
    upright = widest > width
    if upright:
        heads = tuple(wrap(chart.word(s), _UPRIGHT * size / 15, size) for s in chart.series)
        above = max(text_width("\n".join(lines), size) for lines in heads)
    else:
        above = max(map(len, heads), default=0) * size * 1.25
    lines = max(map(len, (*names, *words)), default=1)
    height = max(2.4, lines * 1.25 + 0.8) * size
    return Grid(
        cells, words, names, heads, left, width, height, upright, above + size * 0.6,
        numbers, missing,
    )  # fmt: skip


def _fitting(words: Iterable[str], width: float, size: float) -> float:
    """Return the font size at which the longest word fits, within reason."""
    longest = max((text_width(part, size) for one in words for part in one.split(" ")), default=0.0)
    return size * max(_LEAST, min(1.0, width / longest)) if longest else size
