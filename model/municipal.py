"""Official figures per municipality and year, as arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.errors import UnknownError
from model.figures import Origin

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class YearTable:
    """One figure for all municipalities over consecutive or single years.

    Attributes:
        years: Ascending.
        values: Shape (years, municipalities); nan where the source gives none.
        origin: Source of the whole table.
        notes: Year -> what a reader must know about that year's values.
    """

    years: tuple[int, ...]
    values: FloatArray
    origin: Origin
    notes: Mapping[int, str]

    def select(self, columns: Sequence[int]) -> "YearTable":
        """Return the table for some municipalities only."""
        return YearTable(self.years, self.values[:, list(columns)], self.origin, self.notes)


@dataclass(frozen=True, slots=True, eq=False)
class MunicipalFigures:
    """Official figures for a set of municipalities; compared by identity, to be cached on.

    Attributes:
        population: Inhabitants on 31 December of the year.
        tax_base: Tax base per inhabitant [kr], by *table* year t: incomes of year t-2 over the
            population of 31 December t-2 (SCB, "skattekraft").
        tax_rate: Municipal tax rate, without the region [share, 0.2164 for 21.64 %].
        tax_revenue: Municipal tax revenue per inhabitant of the account year [kr].
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    counties: tuple[str, ...]
    population: YearTable
    tax_base: YearTable
    tax_rate: YearTable
    tax_revenue: YearTable

    def select(self, codes: Sequence[str]) -> "MunicipalFigures":
        """Return the figures of the named municipalities, in the order named.

        Raises:
            UnknownError: A code is no municipality.
        """
        place = {code: i for i, code in enumerate(self.codes)}
        unknown = [code for code in codes if code not in place]
        if unknown:
            raise UnknownError(kind="municipality", id=unknown[0])
        columns = [place[code] for code in codes]
        return MunicipalFigures(
            tuple(codes),
            tuple(self.names[i] for i in columns),
            tuple(self.counties[i] for i in columns),
            self.population.select(columns),
            self.tax_base.select(columns),
            self.tax_rate.select(columns),
            self.tax_revenue.select(columns),
        )

    @property
    def name_by_code(self) -> dict[str, str]:
        """Return code -> name."""
        return dict(zip(self.codes, self.names, strict=True))
