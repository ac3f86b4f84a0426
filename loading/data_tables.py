"""The official figures in ``data/``: CSV -> model objects. A blank cell is nan, never 0."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np

from loading.csv_table import Column, DataError, TableProblem, read_table
from model.errors import UnknownError
from model.figures import Origin
from model.municipal import MunicipalFigures, YearTable
from text import t

__all__ = [
    "DATA",
    "DataError",
    "NationalSeries",
    "SeriesError",
    "SeriesValue",
    "TableProblem",
    "load_municipal",
    "load_series",
    "series_value",
]

DATA = Path(__file__).parent.parent / "data"
RETRIEVED = "2026-11-21"

_YEAR = Column("year", (1990, 2100), whole=True, required=True)

MUNICIPAL_COLUMNS = (
    Column("code", is_code=True, required=True),
    Column("municipality", required=True),
    Column("county", required=True),
    _YEAR,
    Column("population", (100, 10_000_000), whole=True),
    Column("tax_base_per_capita_sek", (10_000, 5_000_000)),
    # Rates start at 5 so that a share (0.2164) in a column of per cent is caught.
    Column("tax_rate_percent", (5, 60)),
    Column("tax_rate_total_percent", (5, 60)),
    Column("tax_revenue_per_capita_sek", (1_000, 1_000_000)),
    Column("residents_aged_6_15", (0, 1_000_000), whole=True),
    Column("source_id", required=True),
    Column("note"),
)

SERIES_COLUMNS = (
    Column("series", required=True),
    Column("vintage", required=True),
    _YEAR,
    Column("value", (-1e12, 1e12), required=True),
    Column("unit", required=True),
    Column("source_id", required=True),
    Column("status", required=True, choices=("official", "secondary", "computed")),
    Column("note"),
)


class SeriesError(UnknownError):
    """A national series that has no value for that vintage and year."""

    code = "series"


@dataclass(frozen=True, slots=True)
class SeriesValue:
    """One value of a national series, with its unit and standing."""

    value: float
    unit: str
    source_id: str
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class NationalSeries:
    """National series by vintage: (series, vintage, year) -> value."""

    values: Mapping[tuple[str, str, int], SeriesValue]

    def names(self) -> tuple[str, ...]:
        """Return the series, in the order of the file."""
        return tuple(dict.fromkeys(series for series, _, _ in self.values))

    def vintages(self, series: str) -> tuple[str, ...]:
        """Return the vintages of a series, in the order of the file."""
        return tuple(dict.fromkeys(v for name, v, _ in self.values if name == series))

    def years(self, series: str, vintage: str) -> tuple[int, ...]:
        """Return the years that a vintage of a series has a value for, ascending."""
        return tuple(sorted(y for name, v, y in self.values if (name, v) == (series, vintage)))

    def get(self, series: str, vintage: str, year: int) -> SeriesValue:
        """Return one value; never that of another vintage or year.

        Raises:
            SeriesError: The series has no value for that vintage and year.
        """
        try:
            return self.values[series, vintage, year]
        except KeyError:
            years = (str(known) for known in self.years(series, vintage))
            known = ", ".join(years) or ", ".join(self.vintages(series)) or ", ".join(self.names())
            place = {"series": series, "vintage": vintage, "year": year, "known": known}
            raise SeriesError(t("error.series", **place), **place) from None


@cache
def load_municipal(folder: Path = DATA) -> MunicipalFigures:
    """Return the official figures of all municipalities, by code.

    A table has the years in which any municipality has a value; other cells are nan.

    Raises:
        DataError: The file is broken; all problems are in it.
    """
    cells = read_table(
        folder / "municipalities.csv",
        MUNICIPAL_COLUMNS,
        unique=("code", "year"),
        constant={"municipality": "code", "county": "code"},
    )
    codes, column_of = np.unique(cells["code"], return_inverse=True)
    years, row_of = np.unique([int(year) for year in cells["year"]], return_inverse=True)
    names = dict(zip(cells["code"], cells["municipality"], strict=True))
    counties = dict(zip(cells["code"], cells["county"], strict=True))

    def table(column: str, name: str, scale: float = 1.0) -> YearTable:
        values = np.full((len(years), len(codes)), np.nan)
        values[row_of, column_of] = [float(cell or "nan") / scale for cell in cells[column]]
        filled = ~np.isnan(values).all(axis=1)
        kept = tuple(int(year) for year in years[filled])
        values = values[filled]
        values.flags.writeable = False  # one cached object serves every reader
        origin = Origin(
            kind="official",
            table=t(f"data.table.{name}"),
            year=kept[-1] if kept else None,
            retrieved=RETRIEVED,
        )
        return YearTable(kept, values, origin, MappingProxyType(_notes(name, kept)))

    return MunicipalFigures(
        codes=tuple(str(code) for code in codes),
        names=tuple(names[code] for code in codes),
        counties=tuple(counties[code] for code in codes),
        population=table("population", "population"),
        tax_base=table("tax_base_per_capita_sek", "tax_base"),
        tax_rate=table("tax_rate_percent", "tax_rate", scale=100.0),
        tax_revenue=table("tax_revenue_per_capita_sek", "tax_revenue"),
    )


@cache
def load_series(folder: Path = DATA) -> NationalSeries:
    """Return the national series, by vintage.

    Raises:
        DataError: The file is broken; all problems are in it.
    """
    cells = read_table(
        folder / "national_series.csv",
        SERIES_COLUMNS,
        unique=("series", "vintage", "year"),
        constant={"unit": "series"},
    )
    rows = zip(*(cells[column.name] for column in SERIES_COLUMNS), strict=True)
    return NationalSeries(
        MappingProxyType(
            {
                (series, vintage, int(year)): SeriesValue(float(value), *rest)
                for series, vintage, year, value, *rest in rows
            }
        )
    )


def series_value(series: str, vintage: str, year: int, folder: Path = DATA) -> float:
    """Return one value of a national series, in the series' own unit.

    Raises:
        SeriesError: The series has no value for that vintage and year.
    """
    return load_series(folder).get(series, vintage, year).value


def _notes(name: str, years: tuple[int, ...]) -> dict[int, str]:
    """Return what a reader must know about each year of a table."""
    if name == "tax_base":
        return {year: t("data.note.tax_base", year=year, income_year=year - 2) for year in years}
    if name == "population":
        return {2025: t("data.note.population_2025")} if 2025 in years else {}
    notes = {year: t("data.note.gotland") for year in years}
    if name == "tax_rate" and 2021 in years:
        notes[2021] = f"{t('data.note.tax_rate_2021')} {notes[2021]}"
    return notes
