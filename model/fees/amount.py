"""How much the joint body receives in each year [kr, nominal], before any volume clause."""

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


@singledispatch
def total(
    amount: Amount,
    years: IntArray,
    level_year: int,
    index: FloatArray,
    drivers: Drivers,
    read: Reader,
) -> FloatArray:
    """Return the amount, shape (years,) [kr], unrounded.

    Args:
        amount: The kind of amount.
        years: Fee years, shape (years,).
        level_year: Year that stated levels and cost lines refer to.
        index: Level per fee year, shape (years,), from ``model.fees.index``.
        drivers: Counts and tax figures of the members.
        read: Gives the numbers by key.
    """
    raise TypeError(amount)


@total.register
def _(
    amount: PerUnit,
    years: IntArray,
    level_year: int,
    index: FloatArray,
    drivers: Drivers,
    read: Reader,
) -> FloatArray:
    counted = drivers.count(amount.unit, years - amount.lag).sum(axis=1)
    return read(amount.rate) * index * counted


@total.register
def _(
    amount: ShareOfTax,
    years: IntArray,
    level_year: int,
    index: FloatArray,
    drivers: Drivers,
    read: Reader,
) -> FloatArray:
    return read(amount.share) * index * tax_and_grants(amount.grants, years, drivers, read).sum(1)


@total.register
def _(
    amount: FixedSum,
    years: IntArray,
    level_year: int,
    index: FloatArray,
    drivers: Drivers,
    read: Reader,
) -> FloatArray:
    return read(amount.sum) * index


@total.register
def _(
    amount: NetCost,
    years: IntArray,
    level_year: int,
    index: FloatArray,
    drivers: Drivers,
    read: Reader,
) -> FloatArray:
    costs = _lines(amount.costs, years, level_year, read)
    return (costs - _lines(amount.income, years, level_year, read)) * index


@total.register
def _(
    amount: PriceList,
    years: IntArray,
    level_year: int,
    index: FloatArray,
    drivers: Drivers,
    read: Reader,
) -> FloatArray:
    return use(amount, years, drivers, read).sum(axis=1) * index


@total.register
def _(
    amount: SumOf,
    years: IntArray,
    level_year: int,
    index: FloatArray,
    drivers: Drivers,
    read: Reader,
) -> FloatArray:
    return sum(total(part, years, level_year, index, drivers, read) for part in amount.parts)


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


def _lines(lines: tuple[MoneyLine, ...], years: IntArray, start: int, read: Reader) -> FloatArray:
    ahead = np.maximum(years - start, 0)
    moved = np.zeros(len(years))
    for line in lines:
        growth = read(line.growth) if line.growth else 0.0
        moved = moved + read(line.amount) * (1.0 + growth) ** ahead
    return moved
