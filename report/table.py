"""The numbers behind a chart: to read, and to open in a Swedish Excel."""

import csv
import io
import math
from datetime import date

import pandas as pd

from report import table_planes
from report.chart import Chart
from report.tornado import base_of, base_words, end_words, ends_of
from text import t

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def table(chart: Chart) -> pd.DataFrame:
    """Return the chart as a table of words: Swedish headings, numbers as in the picture.

    ``lines`` give a row per year and a column per series, ``curves`` a row per x, bars by series a
    row per item; ``regions`` a row per corner; the rest a row per item.
    """
    if chart.kind == "curves":
        return table_planes.by_x(chart)
    if chart.kind == "regions":
        return table_planes.by_corner(chart)
    if chart.kind == "lines":
        return _by_series(chart, "year", sorted(chart.frame["year"].unique()))
    if "series" in chart.frame.columns:
        return _by_series(chart, "item", list(chart.items))
    if chart.kind == "tornado":
        return _by_end(chart)
    rows = chart.frame.set_index("item").loc[list(chart.items)]
    shown = {_item_heading(chart): [chart.word(item) for item in rows.index]}
    shown[_value_heading(chart)] = [
        label if isinstance(label, str) and label else chart.write(value)
        for label, value in zip(rows.get("label", [""] * len(rows)), rows["value"], strict=True)
    ]
    if chart.kind == "intervals":
        shown[t("chart.column.low")] = [chart.write(value) for value in rows["low"]]
        shown[t("chart.column.high")] = [chart.write(value) for value in rows["high"]]
    return pd.DataFrame(shown)


def csv_bytes(chart: Chart, taken: date | None = None) -> bytes:
    """Return the chart's frame as a file that Swedish Excel opens by a double click.

    UTF-8 with byte order mark, semicolons, decimal comma, CRLF. Values are unrounded in the base
    unit that their heading names; a missing one is an empty cell. After the table and an empty row
    come the rows on source and date. Text that Excel would take for a formula gets an apostrophe.

    Args:
        chart: The chart.
        taken: The date to state; None for today.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    columns = _csv_columns(chart)
    writer.writerow([as_text(heading) for _, heading in columns])
    for row in _in_order(chart).to_dict("records"):
        writer.writerow([_cell(chart, name, row[name]) for name, _ in columns])
    writer.writerow([])
    about = [("source", chart.source), ("chart", chart.title), ("note", chart.note)]
    for key, words in about:
        if words:
            writer.writerow([t(f"chart.csv.{key}"), as_text(words)])
    writer.writerow([t("chart.csv.taken"), (taken or date.today()).isoformat()])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def as_text(words: str) -> str:
    """Return words so that a spreadsheet shows them and never reckons with them."""
    return (
        f"'{words}" if words.lstrip(" ").startswith(_RISKY) or words.startswith(_RISKY) else words
    )


def _by_end(chart: Chart) -> pd.DataFrame:
    rows = {row["item"]: row for row in chart.rows}
    ordered = [rows[item] for item in chart.items]
    shown = {_item_heading(chart): [chart.word(item) for item in chart.items]}
    shown[base_words(chart)] = [chart.write(base_of(row)) for row in ordered]
    for end, entry in ends_of(chart).items():
        if f"{end}_label" in chart.columns:
            shown[t(f"chart.column.{end}_label")] = [end_words(row, end) for row in ordered]
        shown[entry.words] = [chart.write(row[end]) for row in ordered]
    return pd.DataFrame(shown)


def _by_series(chart: Chart, rows: str, order: list) -> pd.DataFrame:
    labels = chart.frame["label"] if "label" in chart.frame.columns else [""] * len(chart.frame)
    cells: dict[tuple, str] = {}
    for key, series, value, label in zip(
        chart.frame[rows], chart.frame["series"], chart.frame["value"], labels, strict=True
    ):
        cells[key, series] = label if isinstance(label, str) and label else chart.write(value)
    for row in chart.rows if "mark" in chart.columns else ():
        if row["mark"]:
            cells[row["item"], row["series"]] += f" ({row['mark']})"
    first = t("chart.column.year") if rows == "year" else _item_heading(chart)
    names = [str(key) if rows == "year" else chart.word(key) for key in order]
    columns = [pd.Series(names, name=first, dtype=object)]
    if chart.has_forecast:
        forecast = chart.frame.groupby("year")["forecast"].any()
        words = [t("chart.forecast") if forecast[key] else t("chart.history") for key in order]
        columns.append(pd.Series(words, name=t("chart.column.forecast"), dtype=object))
    for series in chart.series:
        written = [cells.get((key, series), chart.missing_words) for key in order]
        columns.append(pd.Series(written, name=chart.word(series), dtype=object))
    if chart.kind == "stacked_bars" and chart.sums:
        totals = chart.frame.groupby("item")["value"].sum(min_count=1)
        complete = chart.frame.groupby("item")["value"].apply(lambda v: bool(v.notna().all()))
        written = [chart.write(totals[key] if complete[key] else math.nan) for key in order]
        columns.append(pd.Series(written, name=t("chart.total"), dtype=object))
    return pd.concat(columns, axis=1)


def _item_heading(chart: Chart) -> str:
    return chart.item_title or t("chart.column.item")


def _value_heading(chart: Chart) -> str:
    return chart.value_title or t("chart.column.value")


def _csv_columns(chart: Chart) -> list[tuple[str, str]]:
    base = t(chart.number_format.base)
    value, low, high = _number_headings(chart)
    headings = {
        "item": _item_heading(chart),
        "series": chart.series_title or t("chart.column.series"),
        "corner": t("chart.column.corner"),
        "x": f"{table_planes.x_heading(chart)} ({t(chart.x_format.base)})",
        "year": t("chart.column.year"),
        "forecast": t("chart.column.forecast"),
        "label": t("chart.column.label"),
        "mark": t("chart.column.mark"),
        "value": f"{value} ({base})",
        "low_label": t("chart.column.low_label"),
        "low": f"{low} ({base})",
        "high_label": t("chart.column.high_label"),
        "high": f"{high} ({base})",
    }
    return [(name, headings[name]) for name in headings if name in chart.frame.columns]


def _number_headings(chart: Chart) -> tuple[str, str, str]:
    if chart.kind == "tornado":
        low, high = ends_of(chart).values()
        return base_words(chart), low.words, high.words
    value = _value_heading(chart) if chart.kind == "regions" else t("chart.column.value")
    return value, t("chart.column.low"), t("chart.column.high")


def _in_order(chart: Chart) -> pd.DataFrame:
    frame, by = chart.frame, []
    for column, order in (("item", chart.items), ("series", chart.series)):
        if column in frame.columns:
            by.append(frame[column].map({identity: i for i, identity in enumerate(order)}))
    by += [frame[name] for name in ("year", "corner", "x") if name in frame.columns]
    keys = pd.concat(by, axis=1)
    keys.columns = range(len(by))
    return frame.loc[keys.sort_values(list(keys.columns), kind="stable").index]


def _cell(chart: Chart, name: str, value: object) -> str:
    if name in ("item", "series"):
        return as_text(chart.word(str(value)))
    if name in ("label", "low_label", "high_label", "mark"):
        return as_text(value) if isinstance(value, str) else ""
    if name in ("year", "corner"):
        return str(value)
    if name == "forecast":
        return t("chart.forecast") if value else t("chart.history")
    return repr(float(value)).replace(".", ",") if math.isfinite(value) else ""
