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
``tornado``         item, low, high, value*, low_label*, high_label*: from the base out to the
                    results at an item's low and high end
``heat``            item, series, value, label*, mark*: a grid of cells, items down, series across
``curves``          series, x, value: a line per series over a number
``regions``         series, corner, x, value: a polygon per series in a plane, its corners in order
==================  ===========================================================================

``item`` and ``series`` are identities (the id of an alternative, criterion or fee model, the code
of a municipality), worded by ``Chart.labels``. ``value``, ``low`` and ``high`` are in the base
unit: kr, a share 0–1, points; the number format does the scaling (``mkr`` shows 9 500 000 as 9,5).
nan is a missing value: it is told in words or left as a gap, never drawn as 0. ``year`` is whole,
``forecast`` is bool (absent: all history). ``label`` stands instead of the formatted number. ``x``
is a number in its base unit, never missing; ``corner`` is whole: the way round the polygon.

In a ``tornado`` ``value`` is the base, the result as things stand (absent: 0, the ends being
changes); ``low`` and ``high`` are the results with the item at its low and its high end, which
``low_label`` and ``high_label`` name ("7 %", "21 %"). In a ``heat`` a cell is emphasised by
``mark``: True, or words that say what it is.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Literal, get_args

import pandas as pd

from report.number_format import FORMATS, NumberFormat
from report.rows import ChartError, Row, as_frame, checked, columns_of
from text import t

ChartKind = Literal[
    "stacked_bars",
    "lines",
    "bars",
    "grouped_bars",
    "diverging_bars",
    "intervals",
    "tornado",
    "heat",
    "curves",
    "regions",
]
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
        "tornado": ("item", "low", "high"),
        "heat": _BARS_BY_SERIES,
        "curves": ("series", "x", "value"),
        "regions": ("series", "corner", "x", "value"),
    }
)
_OWN_OPTIONAL = {
    "lines": ("forecast", "low", "high"),
    "tornado": ("value", "low_label", "high_label"),
    "heat": ("label", "mark"),
    "curves": (),
    "regions": (),
}
OPTIONAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {kind: _OWN_OPTIONAL.get(kind, ("label",)) for kind in KINDS}
)
_KEY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "stacked_bars": ("item", "series"),
        "lines": ("series", "year"),
        "bars": ("item",),
        "grouped_bars": ("item", "series"),
        "diverging_bars": ("item",),
        "intervals": ("item",),
        "tornado": ("item",),
        "heat": ("item", "series"),
        "curves": ("series", "x"),
        "regions": ("series", "corner"),
    }
)
_OVER_AXES = frozenset({"lines", "curves", "regions"})
"""Kinds whose series lie over two axes: they have no items, and their values go upwards."""


@dataclass(frozen=True, eq=False)
class Chart:
    """What one picture shows.

    Attributes:
        id: Short name for file names and test ids, e.g. ``avgift-per-ar``.
        kind: One of ``KINDS``.
        frame: Tidy data, columns as in the module's docstring; given as a frame or as rows with the
            same keys. Copied at construction; ``rows`` holds the same without a frame.
        title: The finding, as a sentence.
        subtitle: What is shown, for whom, in which unit.
        source: Where the figures come from, one line, without the word "Källa".
        alt: The picture in a sentence or two, for those who do not see it.
        x_title: Name and unit of the horizontal axis (the value axis, but for ``lines`` the years,
            and for ``curves`` and ``regions`` what ``x`` is).
        y_title: Name and unit of the vertical axis (the value axis of ``lines``, ``curves`` and
            ``regions``).
        colours: Identity -> hex: series where the kind has such, items otherwise; ``increase`` and
            ``decrease`` for ``diverging_bars``, ``low`` and ``high`` for ``tornado``; none for
            ``heat``. See ``palette``.
        labels: Identity -> words; an identity without words is shown as it is. In a ``tornado``
            also of ``low``, ``high`` and ``base``, and in a ``heat`` of the shades ``least`` and
            ``most``, which otherwise get words of their own.
        order: Identities from the top down: items, or series where the kind has no items. Empty:
            as in the frame. What is not named follows after.
        series_order: The same for the series of ``stacked_bars``, ``grouped_bars`` and ``heat``.
        sums: Tell the sum of each of ``stacked_bars``; False where the parts are shares of one.
        number: Name in ``number_format.FORMATS``; of both axes for ``regions``.
        x_number: The same for the horizontal axis of ``curves``.
        references: Words -> level on the value axis: thin labelled lines, for targets and the like;
            not for ``curves`` and ``regions``.
        marks: Words -> x: thin labelled lines upright in ``curves``.
        points: Words -> (x, value): named points in ``regions``.
        item_title: Heading of the items in tables, e.g. "Kommun".
        series_title: Heading of the series in tables, e.g. "Avgiftsmodell".
        missing: What stands where a value is missing; empty gives "uppgift saknas".
        note: A reservation that belongs with the picture, shown before the source.

    Raises:
        ChartError: Unknown kind or number format, wrong columns, repeated rows, or a mark or point
            without a place.
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
    sums: bool = True
    number: str = "kr"
    x_number: str = "percent0"
    references: Mapping[str, float] = field(default_factory=dict)
    marks: Mapping[str, float] = field(default_factory=dict)
    points: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    item_title: str = ""
    series_title: str = ""
    missing: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.kind not in REQUIRED:
            raise ChartError(f"chart {self.id}: kind is {self.kind!r}; allowed: {', '.join(KINDS)}")
        for name in (self.number, self.x_number):
            if name not in FORMATS:
                allowed = ", ".join(FORMATS)
                raise ChartError(f"chart {self.id}: number is {name!r}; allowed: {allowed}")
        for words, place in (*self.marks.items(), *self.points.items()):
            if not all(map(math.isfinite, place if isinstance(place, tuple) else (place,))):
                raise ChartError(f"chart {self.id}: {words!r} stands at {place}, which is no place")
        columns = _columns(self.id, self.kind, columns_of(self.frame))
        rows = checked(self.id, self.frame, columns, _KEY[self.kind])
        del self.__dict__["frame"]
        self.__dict__.update(rows=rows, columns=columns)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """Make the frame when it is first asked for: a picture that moves never asks."""
        if name != "frame":
            raise AttributeError(name)
        self.__dict__["frame"] = as_frame(self.rows, self.columns)
        return self.frame

    @property
    def number_format(self) -> NumberFormat:
        """How the values are written."""
        return FORMATS[self.number]

    @property
    def x_format(self) -> NumberFormat:
        """How places on the horizontal axis of ``curves`` and ``regions`` are written."""
        return FORMATS[self.number if self.kind == "regions" else self.x_number]

    @property
    def missing_words(self) -> str:
        """What stands where a value is missing."""
        return self.missing or t("chart.missing")

    @property
    def value_title(self) -> str:
        """Name and unit of the value axis."""
        return self.y_title if self.kind in _OVER_AXES else self.x_title

    @cached_property
    def items(self) -> tuple[str, ...]:
        """Items from the top down; empty where the kind has none."""
        return _ordered(self.rows, "item", self.order)

    @cached_property
    def series(self) -> tuple[str, ...]:
        """Series in order; empty where the kind has none."""
        order = self.order if self.kind in _OVER_AXES else self.series_order
        return _ordered(self.rows, "series", order)

    @property
    def has_forecast(self) -> bool:
        """True if any year of a line is a forecast."""
        return self.kind == "lines" and any(row["forecast"] for row in self.rows)

    @property
    def description(self) -> str:
        """The text alternative, with the cells of a ``heat`` that are marked."""
        marked: dict[str, list[str]] = {}
        for row in self.rows if "mark" in self.columns else ():
            if row["mark"]:
                cell = t("chart.cell", item=self.word(row["item"]), series=self.word(row["series"]))
                marked.setdefault(row["mark"], []).append(cell)
        told = (f"{words[0].upper()}{words[1:]}: {'; '.join(c)}." for words, c in marked.items())
        return " ".join((self.alt or self.title, *told))

    def word(self, identity: str) -> str:
        """Return the words for an item or a series."""
        return self.labels.get(identity, identity)

    def write(self, value: float | None, *, unit: bool = True) -> str:
        """Return a value in the chart's number format, or the words for a missing one."""
        return self._write(self.number_format, value, unit)

    def write_x(self, x: float, *, unit: bool = True) -> str:
        """Return a place on the horizontal axis of ``curves`` or ``regions`` in its format."""
        return self._write(self.x_format, x, unit)

    def _write(self, number: NumberFormat, value: float | None, unit: bool) -> str:
        if value is None or not math.isfinite(value):
            return self.missing_words
        # As shown, and back: values that differ only in decimals not shown are written once.
        shown = round(value * number.factor, number.decimals) / number.factor
        return _written(number, shown, unit, self.kind == "diverging_bars")


def _columns(chart: str, kind: str, given: tuple[str, ...]) -> tuple[str, ...]:
    required, optional = REQUIRED[kind], OPTIONAL[kind]
    absent = [column for column in required if column not in given]
    foreign = [column for column in given if column not in required and column not in optional]
    if absent or foreign:
        raise ChartError(
            f"chart {chart} ({kind}): "
            + (f"lacks the columns {', '.join(absent)}; " if absent else "")
            + (f"has the unknown columns {', '.join(foreign)}; " if foreign else "")
            + f"needs {', '.join(required)}, may have {', '.join(optional)}"
        )
    return (*given, "forecast") if kind == "lines" and "forecast" not in given else given


def _ordered(rows: tuple[Row, ...], column: str, order: tuple[str, ...]) -> tuple[str, ...]:
    present = dict.fromkeys(row[column] for row in rows if column in row)
    first = [identity for identity in order if identity in present]
    return tuple(dict.fromkeys(first + list(present)))


@lru_cache(maxsize=8192)
def _written(number: NumberFormat, value: float, unit: bool, sign: bool) -> str:
    """Write a value once: most of what a slider move shows, it showed a moment ago."""
    return number.write(value, unit=unit, sign=sign)
