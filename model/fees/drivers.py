"""What fees are counted on: population, tax base, tax revenue and counted units, per year."""

from collections.abc import Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from model.errors import MissingFigureError, YearError
from model.fees.projection import extend, mean_growth, member_growth
from model.fees.reading import Reader
from model.municipal import FloatArray, MunicipalFigures, YearTable
from model.scenario import Scenario

IntArray = NDArray[np.int_]
POPULATION = "population"
TAX_LAG = 2
"""Table year t of the tax base is incomes of t-2 over the population of 31 December t-2 (SCB)."""


class Drivers:
    """Official history and stated projection for the chosen members.

    All methods take years, shape (years,), and return shape (years, members).

    References:
        ``data/SOURCES.md`` for what each official figure means; ``docs/method.md`` for the
        projection.
    """

    def __init__(
        self,
        scenario: Scenario,
        country: MunicipalFigures,
        members: Sequence[str],
        read: Reader,
    ) -> None:
        self._scenario = scenario
        self._country = country
        self._own = _own_figures(country, tuple(members))
        self._read = read
        self.members = tuple(members)

    @cached_property
    def last_population_year(self) -> int:
        return min(self._scenario.projection.last_population_year, self._own.population.years[-1])

    @property
    def last_tax_year(self) -> int:
        return self._own.tax_base.years[-1]

    @property
    def first_tax_year(self) -> int:
        return max(self._own.tax_base.years[0], self._own.population.years[0] + TAX_LAG)

    def population(self, years: IntArray) -> FloatArray:
        """Return inhabitants on 31 December of each year."""
        table, last = self._own.population, self.last_population_year
        _require_from(years, table.years[0], POPULATION)
        window = self._scenario.projection.population_window
        country = _country_population_growth(self._country, last, window)
        return self._extended(table, last, years, country, POPULATION, window)

    def count(self, unit: str, years: IntArray) -> FloatArray:
        """Return a counted unit: ``population`` or a unit of the scenario.

        A year before the first count, or between two, takes the nearest earlier count, else the
        first; years after the last count grow by ``units.<id>.growth``.

        Raises:
            MissingFigureError: A member has no count of the unit.
        """
        if unit == POPULATION:
            return self.population(years)
        spec = next(spec for spec in self._scenario.units if spec.id == unit)
        columns = []
        for code in self.members:
            known = spec.counts.get(code)
            if not known:
                raise MissingFigureError(key=f"units.{unit}.{code}", member=code)
            counts = np.array([self._read(f"units.{unit}.{code}.{year}") for year in known])
            row = np.clip(np.searchsorted(known, years, side="right") - 1, 0, None)
            ahead = np.maximum(years - known[-1], 0)
            growth = self._read(f"units.{unit}.growth") if ahead.any() else 0.0
            columns.append(counts[row] * (1.0 + growth) ** ahead)
        return np.stack(columns, axis=1)

    def last_count_year(self, unit: str) -> int:
        """Return the last year with a count for every member."""
        if unit == POPULATION:
            return self.last_population_year
        spec = next(spec for spec in self._scenario.units if spec.id == unit)
        return min(spec.counts[code][-1] for code in self.members if code in spec.counts)

    def tax_base(self, years: IntArray) -> FloatArray:
        """Return the tax base in kronor that account year Y is built on (incomes of Y-2)."""
        table = self._own.tax_base
        _require_from(years, self.first_tax_year, "tax")
        # A growth needs the population two years before each end, so the window is that shorter.
        window = min(self._scenario.projection.tax_base_window, len(table.years) - 1 - TAX_LAG)
        country = _country_tax_base_growth(self._country, window)
        per_head = self._extended(table, self.last_tax_year, years, country, "tax_base", window)
        return per_head * self.population(years - TAX_LAG)

    def tax_rate(self, years: IntArray) -> FloatArray:
        """Return the municipal tax rate [share]: the nearest known year's, the later on a tie."""
        known = np.array(self._own.tax_rate.years)
        distance = np.abs(known[None, :] - years[:, None]) - 0.5 * (known[None, :] > years[:, None])
        return self._own.tax_rate.values[np.argmin(distance, axis=1)]

    def tax_revenue(self, years: IntArray) -> FloatArray:
        """Return municipal tax revenue [kr]: official where known, else factor × base × rate."""
        estimated = (
            self._read("projection.revenue_factor") * self.tax_base(years) * self.tax_rate(years)
        )
        for row, year in enumerate(self._own.tax_revenue.years):
            at = years == year
            if at.any():
                official = self._own.tax_revenue.values[row] * self.population(years[at])
                estimated[at] = np.where(np.isnan(official), estimated[at], official)
        return estimated

    def _extended(
        self, table: YearTable, last: int, years: IntArray, country: float, name: str, window: int
    ) -> FloatArray:
        """Return the table's values, and beyond them its projection, read only where needed."""
        own = _consecutive(table, last)
        growth = np.zeros(len(self.members))
        if years.max(initial=last) > last:
            growth = member_growth(
                mean_growth(own, window),
                country,
                self._read(f"projection.{name}_growth"),
                self._read(f"projection.{name}_own_trend"),
            )
        return extend(table.years[0], own, growth, years)


@lru_cache(maxsize=64)
def _own_figures(country: MunicipalFigures, members: tuple[str, ...]) -> MunicipalFigures:
    return country.select(members)


@lru_cache(maxsize=64)
def _country_population_growth(country: MunicipalFigures, last: int, window: int) -> float:
    """Return the country's mean growth of the population [share/year]."""
    whole = _consecutive(country.population, last).sum(axis=1, keepdims=True)
    return float(mean_growth(whole, window)[0])


@lru_cache(maxsize=64)
def _country_tax_base_growth(country: MunicipalFigures, steps: int) -> float:
    """Return the country's mean growth of the tax base per inhabitant [share/year]."""
    base, people = country.tax_base, country.population
    rows = [base.years.index(base.years[-1] - back) for back in (steps, 0)]
    heads = [people.years.index(base.years[-1] - back - TAX_LAG) for back in (steps, 0)]
    totals = (base.values[rows] * people.values[heads]).sum(axis=1)
    first, last = totals / people.values[heads].sum(axis=1)
    return float((last / first) ** (1.0 / steps) - 1.0)


def _consecutive(table: YearTable, last: int) -> FloatArray:
    return table.values[: table.years.index(last) + 1]


def _require_from(years: IntArray, first: int, what: str) -> None:
    if len(years) and years.min() < first:
        raise YearError(what=what, year=int(years.min()), first=first)
