"""A chart: what is shown and nothing about how. Every renderer takes any ``Chart``.

The frame is tidy, one row per value, and has these columns (* may be left out):

==================  ===========================================================================
kind                columns
==================  ===========================================================================
``stacked_bars``    item, series, value, label*: a bar per item, a segment per series, the total
                    at the end
``lines``           series, year, value, forecast*, low*, high*: a line per series over years
``bars``            item, value, label*: a horizontal bar per item
``grouped_bars``    item, series, value, label*: a bar per item and series
``diverging_bars``  item, value, label*: change per item, + and − told apart by more than colour
``intervals``       item, value, low, high, label*: a span per item with a mark for the value
==================  ===========================================================================

``item`` and ``series`` are identities (the id of an alternative, criterion or fee model, the code
of a municipality), worded by ``Chart.labels``. ``value``, ``low`` and ``high`` are in the base
unit: kr, a share 0–1, points; the number format does the scaling (``mkr`` shows 9 500 000 as 9,5).
nan is a missing value: it is told in words or left as a gap, never drawn as 0. ``year`` is whole,
``forecast`` is bool (absent: all history). ``label`` stands instead of the formatted number.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

import pandas as pd

from report.number_format import FORMATS, NumberFormat
from text import t

ChartKind = Literal["stacked_bars", "lines", "bars", "grouped_bars", "diverging_bars", "intervals"]
KINDS: tuple[str, ...] = get_args(ChartKind)

_BARS = ("item", "value")
_BARS_BY_SERIES = ("item", "series", "value")
REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "stacked_bars": _BARS_BY_SERIES,
        "lines": ("series", "year", "value"),
        "bars": _BARS,
        "grouped_bars": _BARS_BY_SERIES,
        "diverging_bars": _BARS,
        "intervals": ("item", "value", "low", "high"),
    }
)
OPTIONAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {kind: ("forecast", "low", "high") if kind == "lines" else ("label",) for kind in KINDS}
)
_KEY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "stacked_bars": ("item", "series"),
        "lines": ("series", "year"),
        "bars": ("item",),
        "grouped_bars": ("item", "series"),
        "diverging_bars": ("item",),
        "intervals": ("item",),
    }
)


class ChartError(ValueError):
    """A chart that cannot be drawn as described. A mistake of ours, never of the user."""


@dataclass(frozen=True, eq=False)
class Chart:
    """What one picture shows.

    Attributes:
        id: Short name for file names and test ids, e.g. ``avgift-per-ar``.
        kind: One of ``KINDS``.
        frame: Tidy data, columns as in the module's docstring. Copied at construction.
        title: The finding, as a sentence.
        subtitle: What is shown, for whom, in which unit.
        source: Where the figures come from, one line, without the word "Källa".
        alt: The picture in a sentence or two, for those who do not see it.
        x_title: Name and unit of the horizontal axis (the value axis, but for ``lines`` the years).
        y_title: Name and unit of the vertical axis (the value axis of ``lines``).
        colours: Identity -> hex: series for ``stacked_bars``, ``grouped_bars`` and ``lines``, items
            otherwise; ``increase`` and ``decrease`` for ``diverging_bars``. See ``palette``.
        labels: Identity -> words; an identity without words is shown as it is.
        order: Identities from the top down: items, or series for ``lines``. Empty: as in the
            frame. What is not named follows after.
        series_order: The same for the series of ``stacked_bars`` and ``grouped_bars``.
        number: Name in ``number_format.FORMATS``.
        references: Words -> level on the value axis: thin labelled lines, for targets and the like.
        item_title: Heading of the items in tables, e.g. "Kommun".
        series_title: Heading of the series in tables, e.g. "Avgiftsmodell".
        missing: What stands where a value is missing; empty gives "uppgift saknas".
        note: A reservation that belongs with the picture, shown before the source.

    Raises:
        ChartError: Unknown kind or number format, wrong columns, or repeated rows.
    """

    id: str
    kind: ChartKind
    frame: pd.DataFrame
    title: str
    subtitle: str = ""
    source: str = ""
    alt: str = ""
    x_title: str = ""
    y_title: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    series_order: tuple[str, ...] = ()
    number: str = "kr"
    references: Mapping[str, float] = field(default_factory=dict)
    item_title: str = ""
    series_title: str = ""
    missing: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.kind not in REQUIRED:
            raise ChartError(f"chart {self.id}: kind is {self.kind!r}; allowed: {', '.join(KINDS)}")
        if self.number not in FORMATS:
            allowed = ", ".join(FORMATS)
            raise ChartError(f"chart {self.id}: number is {self.number!r}; allowed: {allowed}")
        object.__setattr__(self, "frame", _checked(self.id, self.kind, self.frame))

    @property
    def number_format(self) -> NumberFormat:
        """How the values are written."""
        return FORMATS[self.number]

    @property
    def missing_words(self) -> str:
        """What stands where a value is missing."""
        return self.missing or t("chart.missing")

    @property
    def value_title(self) -> str:
        """Name and unit of the value axis."""
        return self.y_title if self.kind == "lines" else self.x_title

    @property
    def items(self) -> tuple[str, ...]:
        """Items from the top down; empty for ``lines``."""
        return _ordered(self.frame, "item", self.order)

    @property
    def series(self) -> tuple[str, ...]:
        """Series in order; empty where the kind has none."""
        return _ordered(
            self.frame, "series", self.order if self.kind == "lines" else self.series_order
        )

    @property
    def has_forecast(self) -> bool:
        """True if any year of a line is a forecast."""
        return self.kind == "lines" and bool(self.frame["forecast"].any())

    def word(self, identity: str) -> str:
        """Return the words for an item or a series."""
        return self.labels.get(identity, identity)

    def write(self, value: float | None, *, unit: bool = True) -> str:
        """Return a value in the chart's number format, or the words for a missing one."""
        if value is None or not math.isfinite(value):
            return self.missing_words
        return self.number_format.write(value, unit=unit, sign=self.kind == "diverging_bars")


def _checked(chart: str, kind: str, frame: pd.DataFrame) -> pd.DataFrame:
    required, optional = REQUIRED[kind], OPTIONAL[kind]
    absent = [column for column in required if column not in frame.columns]
    foreign = [str(c) for c in frame.columns if c not in required and c not in optional]
    if absent or foreign:
        raise ChartError(
            f"chart {chart} ({kind}): "
            + (f"lacks the columns {', '.join(absent)}; " if absent else "")
            + (f"has the unknown columns {', '.join(foreign)}; " if foreign else "")
            + f"needs {', '.join(required)}, may have {', '.join(optional)}"
        )
    frame = frame.reset_index(drop=True).copy()
    for column in ("value", "low", "high"):
        if column in frame.columns:
            frame[column] = _numeric(chart, column, frame[column])
    for column in ("item", "series"):
        if column in frame.columns:
            frame[column] = frame[column].astype(object)
            if not all(isinstance(identity, str) and identity for identity in frame[column]):
                raise ChartError(f"chart {chart}: column {column} must hold non-empty text")
    if kind == "lines":
        if frame["year"].isna().any() or (frame["year"] != frame["year"].astype(int)).any():
            raise ChartError(f"chart {chart}: column year must hold whole years")
        frame["year"] = frame["year"].astype(int)
        frame["forecast"] = frame["forecast"].astype(bool) if "forecast" in frame else False
    key = list(_KEY[kind])
    repeated = frame[frame.duplicated(key)]
    if len(repeated):
        first = ", ".join(f"{column} {repeated.iloc[0][column]}" for column in key)
        raise ChartError(f"chart {chart}: more than one row for {first}")
    return frame


def _numeric(chart: str, column: str, values: pd.Series) -> pd.Series:
    try:
        return pd.to_numeric(values).astype(float)
    except (TypeError, ValueError) as problem:
        raise ChartError(f"chart {chart}: column {column} must hold numbers ({problem})") from None


def _ordered(frame: pd.DataFrame, column: str, order: tuple[str, ...]) -> tuple[str, ...]:
    if column not in frame.columns:
        return ()
    present = list(dict.fromkeys(frame[column]))
    first = [identity for identity in order if identity in present]
    return tuple(first + [identity for identity in present if identity not in first])
