"""How much the joint body receives in each year [kr, nominal], before any volume clause."""

from dataclasses import dataclass
from functools import singledispatch

import numpy as np

from model.errors import MissingFigureError
from model.fee_model import (
    Amount,
    FixedSum,
    MoneyLine,
    NetCost,
    PerUnit,
    PriceList,
    ShareOfTax,
    SumOf,
)
from model.fees.drivers import TAX_LAG, Drivers, IntArray
from model.fees.reading import Reader
from model.municipal import FloatArray


@dataclass(frozen=True, slots=True)
class Terms:
    """What an amount is counted on.

    Attributes:
        years: Fee years, shape (years,).
        level_year: Year that stated levels and cost lines refer to.
        level: Index level per fee year, shape (years,), from ``model.fees.index``.
        drivers: Counts and tax figures of the members.
        read: Gives the numbers by key.
    """

    years: IntArray
    level_year: int
    level: FloatArray
    drivers: Drivers
    read: Reader


@singledispatch
def total(amount: Amount, terms: Terms) -> FloatArray:
    """Return the amount, shape (years,) [kr], unrounded."""
    raise TypeError(amount)


@total.register
def _(amount: PerUnit, terms: Terms) -> FloatArray:
    counted = terms.drivers.count(amount.unit, terms.years - amount.lag).sum(axis=1)
    return terms.read(amount.rate) * terms.level * counted


@total.register
def _(amount: ShareOfTax, terms: Terms) -> FloatArray:
    base = tax_and_grants(amount.grants, terms.years, terms.drivers, terms.read)
    return terms.read(amount.share) * terms.level * base.sum(axis=1)


@total.register
def _(amount: FixedSum, terms: Terms) -> FloatArray:
    return terms.read(amount.sum) * terms.level


@total.register
def _(amount: NetCost, terms: Terms) -> FloatArray:
    return (_lines(amount.costs, terms) - _lines(amount.income, terms)) * terms.level


@total.register
def _(amount: PriceList, terms: Terms) -> FloatArray:
    return use(amount, terms.years, terms.drivers, terms.read).sum(axis=1) * terms.level


@total.register
def _(amount: SumOf, terms: Terms) -> FloatArray:
    return sum(total(part, terms) for part in amount.parts)


def use(amount: Amount, years: IntArray, drivers: Drivers, read: Reader) -> FloatArray:
    """Return what each member calls off from a price list, shape (years, members) [kr].

    Raises:
        MissingFigureError: The amount is no price list, so nothing is called off.
    """
    if not isinstance(amount, PriceList):
        raise MissingFigureError(key="objects")
    return sum(
        read(line.price) * drivers.count(line.unit, years - line.lag) for line in amount.objects
    )


def tax_and_grants(
    grants: str | None, years: IntArray, drivers: Drivers, read: Reader
) -> FloatArray:
    """Return tax revenue, and general grants where a figure per inhabitant is given [kr]."""
    revenue = drivers.tax_revenue(years)
    if grants is None:
        return revenue
    return revenue + read(grants) * drivers.population(years - TAX_LAG)


def known_to(amount: Amount, drivers: Drivers, level_year: int) -> int:
    """Return the last fee year that the amount's own counts and sums are known for."""
    match amount:
        case PerUnit(unit=unit, lag=lag):
            return drivers.last_count_year(unit) + lag
        case ShareOfTax():
            return min(drivers.last_tax_year, drivers.last_population_year + TAX_LAG)
        case PriceList(objects=objects):
            return min(drivers.last_count_year(line.unit) + line.lag for line in objects)
        case NetCost():
            return level_year
        case SumOf(parts=parts):
            return min(known_to(part, drivers, level_year) for part in parts)
        case _:
            return FAR


FAR = 9999
"""A fixed sum depends on no count: only its index says how long it is known."""


def _lines(lines: tuple[MoneyLine, ...], terms: Terms) -> FloatArray:
    ahead = np.maximum(terms.years - terms.level_year, 0)
    moved = np.zeros(len(ahead))
    for line in lines:
        growth = terms.read(line.growth) if line.growth else 0.0
        moved = moved + terms.read(line.amount) * (1.0 + growth) ** ahead
    return moved
