"""Who pays which part: shares per member and year that sum to one."""

from functools import singledispatch

import numpy as np

from model.errors import MissingFigureError
from model.fee_model import (
    Amount,
    EqualKey,
    FixedKey,
    Key,
    MixedKey,
    ShareOfTax,
    TaxKey,
    UnitKey,
    UseKey,
)
from model.fees.amount import FAR, tax_and_grants, use
from model.fees.amount import known_to as amount_known_to
from model.fees.drivers import TAX_LAG, Drivers, IntArray
from model.fees.reading import Reader
from model.municipal import FloatArray


def allocate(weights: FloatArray) -> FloatArray:
    """Return shares that sum to 1 in each year from any non-negative weights.

    Args:
        weights: Shape (years, members).

    Raises:
        MissingFigureError: All weights of a year are zero, so the key shares out nothing.
    """
    sums = weights.sum(axis=1, keepdims=True)
    if not np.all(sums > 0):
        raise MissingFigureError(key="key")
    return weights / sums


@singledispatch
def shares(key: Key, years: IntArray, amount: Amount, drivers: Drivers, read: Reader) -> FloatArray:
    """Return each member's share, shape (years, members), 0–1, summing to 1 per year."""
    raise TypeError(key)


@shares.register
def _(key: UnitKey, years: IntArray, amount: Amount, drivers: Drivers, read: Reader) -> FloatArray:
    if key.frozen_at is None:
        return allocate(drivers.count(key.unit, years - key.lag))
    return allocate(drivers.count(key.unit, np.full(len(years), key.frozen_at)))


@shares.register
def _(key: TaxKey, years: IntArray, amount: Amount, drivers: Drivers, read: Reader) -> FloatArray:
    if key.base == "tax_base":
        return allocate(drivers.tax_base(years))
    grants = None
    if key.base == "tax_and_grants":
        grants = key.grants or (amount.grants if isinstance(amount, ShareOfTax) else None)
    return allocate(tax_and_grants(grants, years, drivers, read))


@shares.register
def _(key: FixedKey, years: IntArray, amount: Amount, drivers: Drivers, read: Reader) -> FloatArray:
    missing = [code for code in drivers.members if code not in key.shares]
    if missing:
        raise MissingFigureError(key=f"key.{missing[0]}", member=missing[0])
    row = np.array([read(key.shares[code]) for code in drivers.members])
    return allocate(np.tile(row, (len(years), 1)))


@shares.register
def _(key: EqualKey, years: IntArray, amount: Amount, drivers: Drivers, read: Reader) -> FloatArray:
    return np.full((len(years), len(drivers.members)), 1.0 / len(drivers.members))


@shares.register
def _(key: UseKey, years: IntArray, amount: Amount, drivers: Drivers, read: Reader) -> FloatArray:
    return allocate(use(amount, years, drivers, read))


@shares.register
def _(key: MixedKey, years: IntArray, amount: Amount, drivers: Drivers, read: Reader) -> FloatArray:
    return allocate(
        sum(read(part) * shares(inner, years, amount, drivers, read) for part, inner in key.parts)
    )


def known_to(key: Key, amount: Amount, drivers: Drivers) -> int:
    """Return the last fee year that the key's counts are known for."""
    match key:
        case UnitKey(frozen_at=None, unit=unit, lag=lag):
            return drivers.last_count_year(unit) + lag
        case TaxKey():
            return min(drivers.last_tax_year, drivers.last_population_year + TAX_LAG)
        case UseKey():
            return amount_known_to(amount, drivers, FAR)
        case MixedKey(parts=parts):
            return min(known_to(inner, amount, drivers) for _, inner in parts)
        case _:
            return FAR
