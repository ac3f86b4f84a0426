"""A heat map in Plotly: cells as bars, so that each has the ink that reads best on its shade."""

from report.chart import Chart
from report.heat import Cell
from report.heat_grid import Grid, heat_grid
from report.layout import wrap
from report.palette import AXIS, BACKGROUND, INK, MUTED
from report.plotly_parts import Drawing, as_html

_EDGE = 0.485
_CLEAR = "rgba(0,0,0,0)"


def draw(chart: Chart, size: float, page: float, plot_height: float | None) -> Drawing:
    """Return the data area, headings included; ``plot_height`` None gives what the rows need."""
    grid = heat_grid(chart, page - 26, size)
    rows, columns = max(1, len(grid.names)), max(1, len(grid.heads))
    title = wrap(chart.x_title, page - grid.left, size)
    above = grid.above + len(title) * size * 1.3
    height = plot_height or rows * grid.height + above
    tall = max(1.0, height - above) / rows
    axes = {
        "xaxis": {**_hidden(), "range": [-0.5, columns - 0.5]},
        "yaxis": {
            **_hidden(),
            "range": [rows - 0.5, -0.5 - above / tall],
            "tickvals": list(range(len(grid.names))),
            "ticktext": [as_html(lines) for lines in grid.names],
            "showticklabels": True,
            "ticks": "outside",
            "ticklen": 8,
            "tickcolor": BACKGROUND,
        },
        "barmode": "overlay",
    }
    drawing = Drawing([_cells(grid)], axes, height, grid.left)
    drawing.shapes += [_outline(cell) for cell in grid.cells if not cell.fill or cell.mark]
    drawing.annotations += _heads(grid, size)
    if title:
        drawing.annotations.append(_title(title, grid.above))
    return drawing


def _hidden() -> dict:
    return {
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
        "fixedrange": True,
        "automargin": True,
    }


def _cells(grid: Grid) -> dict:
    bold = ("<b>{}</b>" if cell.mark else "{}" for cell in grid.cells)
    return {
        "type": "bar",
        "orientation": "h",
        "base": [cell.column - 0.5 for cell in grid.cells],
        "x": [1 for _ in grid.cells],
        "y": [cell.row for cell in grid.cells],
        "width": [1 for _ in grid.cells],
        "marker": {
            "color": [cell.fill[0] if cell.fill else _CLEAR for cell in grid.cells],
            "line": {"color": BACKGROUND, "width": 2},
        },
        "text": [form.format(as_html(w)) for form, w in zip(bold, grid.words, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "insidetextfont": {
            "color": [cell.ink[0] if cell.ink else MUTED for cell in grid.cells],
            "size": [grid.size_of(cell) for cell in grid.cells],
        },
        "hovertext": [as_html(cell.hover.split("\n")) for cell in grid.cells],
        "hoverinfo": "text",
        "showlegend": False,
    }


def _outline(cell: Cell) -> dict:
    """Return the ring of a cell that is marked, or the dashed edge of one without a value."""
    line = {"color": INK, "width": 3} if cell.mark else {"color": AXIS, "width": 1, "dash": "4px"}
    return {
        "type": "rect",
        "x0": cell.column - _EDGE,
        "x1": cell.column + _EDGE,
        "y0": cell.row - _EDGE,
        "y1": cell.row + _EDGE,
        "line": line,
    }


def _heads(grid: Grid, size: float) -> list[dict]:
    look = {"yanchor": "bottom", "showarrow": False, "font": {"color": INK, "size": size}}
    turned = {"textangle": -90, "align": "left"} if grid.upright else {}
    return [
        {"x": column, "y": -0.5, "yshift": 2, "text": as_html(lines), **look, **turned}
        for column, lines in enumerate(grid.heads)
    ]


def _title(lines: list[str], above: float) -> dict:
    return {
        "x": -0.5,
        "y": -0.5,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": above,
        "align": "left",
        "showarrow": False,
        "text": as_html(lines),
        "font": {"color": MUTED},
    }
