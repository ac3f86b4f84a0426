"""A chart's data as plain rows, checked: a slider move draws from them without a data frame."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from text import t

Row = Mapping[str, object]
Data = pd.DataFrame | Sequence[Row]
_NUMBERS, _IDENTITIES = ("value", "low", "high", "x"), ("item", "series")
_WHOLE = {"year": "whole years", "corner": "whole numbers"}
_TYPES = dict.fromkeys(_NUMBERS, float) | dict.fromkeys(_WHOLE, int) | {"forecast": bool}


class ChartError(ValueError):
    """A chart that cannot be drawn as described. A mistake of ours, never of the user."""


def columns_of(data: Data) -> tuple[str, ...]:
    """Return the names of the columns, those of the first row where rows are given."""
    names = data.columns if isinstance(data, pd.DataFrame) else (data[0] if len(data) else ())
    return tuple(str(name) for name in names)


def checked(chart: str, data: Data, columns: Sequence[str], key: Sequence[str]) -> tuple[dict, ...]:
    """Return copies of the rows with numbers, years and identities as they should be.

    Args:
        chart: Id of the chart, for what is said about a mistake.
        data: A tidy frame, or rows with the same keys.
        columns: The columns to take; one that a row lacks is missing there.
        key: The columns that together may stand in one row only.

    Raises:
        ChartError: A value of the wrong sort, or two rows for the same bar or point.
    """
    if isinstance(data, pd.DataFrame):
        data = data.to_dict("records")
    rows, seen = [], set()
    for given in data:
        row = {name: given.get(name, math.nan) for name in columns}
        for name in _NUMBERS:
            if name in row:
                row[name] = _number(chart, name, row[name])
        for name in _IDENTITIES:
            if name in row and not (isinstance(row[name], str) and row[name]):
                raise ChartError(f"chart {chart}: column {name} must hold non-empty text")
        if not math.isfinite(row.get("x", 0.0)):
            raise ChartError(f"chart {chart}: column x must hold a number in every row")
        for name in _WHOLE:
            if name in row:
                row[name] = _whole(chart, name, row[name])
        if "year" in row:
            row["forecast"] = bool(given.get("forecast", False))
        if "mark" in row:
            row["mark"] = _mark(chart, row["mark"])
        identity = tuple(row[name] for name in key)
        if identity in seen:
            first = ", ".join(f"{name} {row[name]}" for name in key)
            raise ChartError(f"chart {chart}: more than one row for {first}")
        seen.add(identity)
        rows.append(row)
    return tuple(rows)


def as_frame(rows: Sequence[Row], columns: Sequence[str]) -> pd.DataFrame:
    """Return the rows as a tidy frame, with the right types also where there are no rows."""
    frame = {}
    for name in columns:
        kind = object if name in _IDENTITIES else _TYPES.get(name)
        frame[name] = pd.Series([row[name] for row in rows], dtype=kind)
    return pd.DataFrame(frame)


def _number(chart: str, column: str, value: object) -> float:
    try:
        return math.nan if value is None or value is pd.NA else float(value)
    except (TypeError, ValueError) as problem:
        raise ChartError(f"chart {chart}: column {column} must hold numbers ({problem})") from None


def _whole(chart: str, column: str, value: object) -> int:
    try:
        whole = int(value)
    except (TypeError, ValueError, OverflowError):
        whole = None
    if whole is None or whole != value:
        raise ChartError(f"chart {chart}: column {column} must hold {_WHOLE[column]}")
    return whole


def _mark(chart: str, value: object) -> str:
    """Return the words of a mark, empty where there is none."""
    if isinstance(value, str):
        return value
    if value is None or value is pd.NA or value != value:
        return ""
    if value in (True, False):
        return t("chart.marked") if value else ""
    raise ChartError(f"chart {chart}: column mark must hold words or true and false")
