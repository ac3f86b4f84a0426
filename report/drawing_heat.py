"""A heat map as plain data for the browser, which chooses between a grid and cells that flow."""

from report.chart import Chart
from report.drawing_parts import Drawing
from report.heat import heat_cells, shading


def draw(chart: Chart) -> Drawing:
    """Return rows of cells under their headings; a missing value has no shade."""
    rows: list[list[Drawing]] = [[] for _ in chart.items]
    for cell in heat_cells(chart):
        rows[cell.row].append(
            {
                "series": cell.series,
                "words": cell.words,
                "fill": list(cell.fill) if cell.fill else None,
                "ink": list(cell.ink) if cell.ink else None,
                "mark": bool(cell.mark),
                "hover": cell.hover,
            }
        )
    return {
        "items": [
            {"id": item, "words": chart.word(item), "cells": cells}
            for item, cells in zip(chart.items, rows, strict=True)
        ],
        "columns": [{"id": series, "words": chart.word(series)} for series in chart.series],
        "legend": [
            {"words": entry.words, "fill": list(entry.fill), "hollow": entry.hollow}
            for entry in shading(chart)
        ],
    }
