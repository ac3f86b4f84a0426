"""The numbers behind curves and regions, as tables of words."""

import pandas as pd

from report.chart import Chart
from text import t

_SAME = 1e-9


def x_heading(chart: Chart) -> str:
    """Return the heading of the horizontal axis."""
    return chart.x_title or t("chart.column.x")


def by_x(chart: Chart) -> pd.DataFrame:
    """Return a row per x and a column per curve; an x with a mark tells its words."""
    values = {(row["series"], row["x"]): row["value"] for row in chart.rows}
    xs = sorted({x for _, x in values})
    shown = [pd.Series([_x_words(chart, x) for x in xs], name=x_heading(chart), dtype=object)]
    for series in chart.series:
        written = [chart.write(values.get((series, x))) for x in xs]
        shown.append(pd.Series(written, name=chart.word(series), dtype=object))
    return pd.concat(shown, axis=1)


def by_corner(chart: Chart) -> pd.DataFrame:
    """Return a row per corner, region by region, and then a row per point."""
    place = {series: order for order, series in enumerate(chart.series)}
    rows = [
        (chart.word(row["series"]), chart.write_x(row["x"]), chart.write(row["value"]))
        for row in sorted(chart.rows, key=lambda row: (place[row["series"]], row["corner"]))
    ]
    rows += [
        (words, chart.write_x(x), chart.write(value)) for words, (x, value) in chart.points.items()
    ]
    headings = (
        chart.series_title or t("chart.column.series"),
        x_heading(chart),
        chart.value_title or t("chart.column.value"),
    )
    return pd.DataFrame(rows, columns=headings, dtype=object)


def _x_words(chart: Chart, x: float) -> str:
    marks = [words for words, at in chart.marks.items() if abs(at - x) < _SAME]
    return f"{chart.write_x(x)} ({', '.join(marks)})" if marks else chart.write_x(x)
