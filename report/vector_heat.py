"""A heat map in Vega-Lite: cells with their words, headings above, names to the left."""

from itertools import product

from report.chart import Chart
from report.heat import Cell
from report.heat_grid import Grid, heat_grid
from report.layout import wrap
from report.legend import legend
from report.palette import AXIS, INK, MUTED
from report.vector_legend import legend_layers
from report.vector_parts import PIXEL, SIZE, WIDTH, Scene, text_mark

_RIGHT = 10.0
_LINE = SIZE * 1.25


def draw(chart: Chart) -> Scene:
    """Return the layers and the room they need."""
    grid = heat_grid(chart, WIDTH - _RIGHT, SIZE)
    known = [cell for cell in grid.cells if cell.fill]
    missing = [cell for cell in grid.cells if not cell.fill]
    marked = [cell for cell in grid.cells if cell.mark]
    title = wrap(chart.x_title, WIDTH - grid.left, SIZE)
    above = grid.above + len(title) * _LINE
    entries, more = legend_layers(legend(chart), grid.left, above + 8)
    layers = [
        _rects(grid, known, 1.0, {}),
        _rects(grid, missing, 2.0, {"fill": None, "stroke": AXIS, "strokeDash": [4, 3]}),
        _rects(grid, marked, 1.5, {"fill": None, "stroke": INK, "strokeWidth": 3}),
        *_words(grid),
        _names(grid),
        *_heads(grid),
        *_title(title, grid),
        *entries,
    ]
    height = len(chart.items) * grid.height
    return Scene([one for one in layers if one], height, grid.left, _RIGHT, above + more, 14)


def _rects(grid: Grid, cells: list[Cell], inset: float, look: dict) -> dict | None:
    if not cells:
        return None
    rows = [
        {
            "left": cell.column * grid.width + inset,
            "right": (cell.column + 1) * grid.width - inset,
            "top": cell.row * grid.height + inset,
            "bottom": (cell.row + 1) * grid.height - inset,
            "fill": cell.fill[0] if cell.fill else None,
        }
        for cell in cells
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "rect", **look},
        "encoding": {
            "x": {"field": "left", **PIXEL},
            "x2": {"field": "right"},
            "y": {"field": "top", **PIXEL},
            "y2": {"field": "bottom"},
            **(
                {}
                if "fill" in look
                else {"fill": {"field": "fill", "type": "nominal", "scale": None}}
            ),
        },
    }


def _words(grid: Grid) -> list[dict]:
    marks = []
    for known, marked in product((True, False), repeat=2):
        size = grid.number_size if known else grid.missing_size
        rows = [
            {
                "words": line,
                "left": (cell.column + 0.5) * grid.width,
                "top": (cell.row + 0.5) * grid.height + (i - (len(lines) - 1) / 2) * size * 1.25,
                "colour": cell.ink[0] if cell.ink else MUTED,
            }
            for cell, lines in zip(grid.cells, grid.words, strict=True)
            if bool(cell.mark) == marked and bool(cell.fill) == known
            for i, line in enumerate(lines)
        ]
        if rows:
            weight = "bold" if marked else "normal"
            marks.append(text_mark(rows, align="center", size=size, weight=weight))
    return marks


def _names(grid: Grid) -> dict:
    rows = [
        {
            "words": line,
            "left": -14,
            "top": (i + 0.5) * grid.height + (j - (len(lines) - 1) / 2) * _LINE,
        }
        for i, lines in enumerate(grid.names)
        for j, line in enumerate(lines)
    ]
    return text_mark(rows, align="right")


def _heads(grid: Grid) -> list[dict]:
    rows = []
    for j, lines in enumerate(grid.heads):
        middle = (j + 0.5) * grid.width
        for i, line in enumerate(lines):
            if grid.upright:
                place = {"left": middle + (i - (len(lines) - 1) / 2) * _LINE, "top": -8}
            else:
                place = {"left": middle, "top": (i - len(lines) + 0.5) * _LINE - 6}
            rows.append({"words": line, **place})
    mark = text_mark(rows, align="left" if grid.upright else "center")
    if grid.upright:
        mark["mark"]["angle"] = 270
    return [mark] if rows else []


def _title(lines: list[str], grid: Grid) -> list[dict]:
    rows = [
        {"words": line, "left": 0, "top": (i - len(lines) + 0.5) * _LINE - grid.above - 2}
        for i, line in enumerate(lines)
    ]
    return [text_mark(rows, colour=MUTED)] if rows else []
