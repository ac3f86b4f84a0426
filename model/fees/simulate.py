"""One fee model on its members over the years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from model.errors import MissingFigureError, UnknownError
from model.fee_model import Amount, FeeModel, Key, MixedKey, PerUnit, SumOf, UnitKey
from model.fees import amount, index, key, volume
from model.fees.drivers import Drivers, IntArray
from model.fees.reading import Reader
from model.municipal import FloatArray, MunicipalFigures
from model.scenario import Scenario

PER_INHABITANT_LAG = 2
"""Fees per inhabitant are shown on the population of 31 December two years before, for all models,
so that they compare and so that Mediacenter's 26 kr reads as 26 kr."""


@dataclass(frozen=True, slots=True)
class FeeResult:
    """What a fee model gives.

    Attributes:
        model: The model's id.
        years: Fee years, shape (years,).
        members: Codes, in the scenario's order.
        fee: What each member pays, shape (years, members) [kr, nominal, without VAT], unrounded.
        per_inhabitant: The same per inhabitant [kr].
        share_of_revenue: The same as a share of the member's own tax revenue.
        level: Index level per year, shape (years,).
        extra: The part that a volume clause adds, shape (years, members) [kr].
        low: Lowest fees with every assumed growth at its low, stated or high end, shape as fee.
        high: Highest fees of the same three runs.
        applies_from: The model's level year; before it the stated level is only tried backwards.
        forecast_from: First year that rests on a projection or an assumed growth, None if none.
        counted: (unit, lag, frozen year or None) of what the model counts, in order.
        scale: What the level was multiplied by for the same start; 1.0 as stated.
        used: Keys of the figures that the fees rest on.
    """

    model: str
    years: IntArray
    members: tuple[str, ...]
    fee: FloatArray
    per_inhabitant: FloatArray
    share_of_revenue: FloatArray
    level: FloatArray
    extra: FloatArray
    low: FloatArray
    high: FloatArray
    applies_from: int
    forecast_from: int | None
    counted: tuple[tuple[str, int, int | None], ...]
    scale: float
    used: tuple[str, ...]

    def is_history(self, year: int) -> bool:
        """Tell whether a year's fees rest on what a source states, and on no assumed growth."""
        ahead = self.forecast_from is not None and year >= self.forecast_from
        return not ahead and year >= self.applies_from

    @property
    def total(self) -> FloatArray:
        """Return what all members pay together, shape (years,) [kr]."""
        return self.fee.sum(axis=1)


@dataclass(frozen=True, slots=True)
class _Run:
    fee: FloatArray
    extra: FloatArray
    level: FloatArray
    drivers: Drivers
    used: tuple[str, ...]


def simulate(
    scenario: Scenario,
    model: FeeModel,
    country: MunicipalFigures,
    members: Sequence[str],
    years: IntArray,
    *,
    first_year_sum: float | None = None,
) -> FeeResult:
    """Run a fee model.

    Args:
        scenario: Gives the figures, units and projection.
        model: The model as stated.
        country: Official figures for all municipalities (the projection needs the country).
        members: Codes of the members that pay.
        years: Fee years, ascending.
        first_year_sum: If given, the level is scaled so that the first year's sum is this [kr].

    Raises:
        MissingFigureError: A figure has no value, or a member lacks a count or share.
        YearError: A year before the official data.
        UnknownError: A member is no municipality.
    """
    if not members:
        raise UnknownError(kind="municipality", id="")
    stated = _run(scenario, model, country, members, years, 1.0)
    scale = 1.0
    if first_year_sum is not None:
        scale = same_start_scale(stated.fee[0].sum(), stated.extra[0].sum(), first_year_sum)
        stated = _run(scenario, model, country, members, years, scale)
    ends = [
        _run(scenario.with_values(values), model, country, members, years, scale).fee
        for values in growth_ends(scenario, stated.used)
    ]
    drivers = stated.drivers
    return FeeResult(
        model=model.id,
        years=years,
        members=tuple(members),
        fee=stated.fee,
        per_inhabitant=stated.fee / drivers.population(years - PER_INHABITANT_LAG),
        share_of_revenue=stated.fee / _revenue(drivers, years),
        level=stated.level,
        extra=stated.extra,
        low=np.minimum.reduce([*ends, stated.fee]),
        high=np.maximum.reduce([*ends, stated.fee]),
        applies_from=model.level_year,
        forecast_from=_forecast_from(model, drivers, years),
        counted=_counted(model),
        scale=scale,
        used=stated.used,
    )


def same_start_scale(total: float, extra: float, wanted: float) -> float:
    """Return what a level is multiplied by to give a wanted sum; exact, as sums are affine in it.

    Args:
        total: Sum as stated [kr].
        extra: The part of it that does not follow the level (a volume clause) [kr].
        wanted: Sum that is asked for [kr].

    Raises:
        MissingFigureError: No level gives the sum, since nothing follows the level.
    """
    if total - extra <= 0 or wanted < extra:
        raise MissingFigureError(key="same_start")
    return (wanted - extra) / (total - extra)


def growth_ends(
    scenario: Scenario, used: Sequence[str]
) -> tuple[dict[str, float], dict[str, float]]:
    """Return the low and the high ends of every assumed growth with a range.

    All at once: an outer envelope, wider than any likely outcome. Fees rise with every growth
    except that of other income, so either end may be the lower.
    """
    low, high = {}, {}
    for name in used:
        figure = scenario.figures[name]
        if figure.unit == "share/year" and figure.low is not None and figure.high is not None:
            low[name] = min(figure.low, figure.value)
            high[name] = max(figure.high, figure.value)
    return low, high


def _run(
    scenario: Scenario,
    model: FeeModel,
    country: MunicipalFigures,
    members: Sequence[str],
    years: IntArray,
    scale: float,
) -> _Run:
    read = Reader(scenario.figures)
    drivers = Drivers(scenario, country, members, read)
    unscaled = index.level(model.index, model.level_year, years, read)
    level = unscaled * scale
    terms = amount.Terms(years, model.level_year, level, drivers, read)
    whole = amount.total(model.amount, terms)
    fee = whole[:, None] * key.shares(model.key, years, model.amount, drivers, read)
    extra = np.zeros_like(fee)
    if model.volume_clause is not None:
        extra = volume.extra(model.volume_clause, years, unscaled, drivers, read)
    used = read.used
    return _Run(fee + extra, extra, level, drivers, used)


def _revenue(drivers: Drivers, years: IntArray) -> FloatArray:
    """Return tax revenue for all years; nan where there is none to compare with.

    That is where the official tax figures do not reach back, or the user's factor gives nothing.
    """
    revenue = np.full((len(years), len(drivers.members)), np.nan)
    reached = years >= drivers.first_tax_year
    if reached.any():
        revenue[reached] = drivers.tax_revenue(years[reached])
    return np.where(revenue > 0, revenue, np.nan)


def _forecast_from(model: FeeModel, drivers: Drivers, years: IntArray) -> int | None:
    known = min(
        index.known_to(model.index, model.level_year),
        amount.known_to(model.amount, drivers, model.level_year),
        key.known_to(model.key, model.amount, drivers),
        volume.known_to(model.volume_clause, drivers) if model.volume_clause else amount.FAR,
    )
    ahead = years[years > known]
    return int(ahead[0]) if len(ahead) else None


def _counted(model: FeeModel) -> tuple[tuple[str, int, int | None], ...]:
    counted = [*_parts(model.amount), *_parts(model.key)]
    if model.volume_clause is not None:
        counted.append((model.volume_clause.unit, model.volume_clause.lag, None))
    return tuple(dict.fromkeys(counted))


def _parts(part: Amount | Key) -> Iterator[tuple[str, int, int | None]]:
    match part:
        case PerUnit(unit=unit, lag=lag):
            yield unit, lag, None
        case UnitKey(unit=unit, lag=lag, frozen_at=frozen):
            yield unit, lag, frozen
        case SumOf(parts=parts):
            for inner in parts:
                yield from _parts(inner)
        case MixedKey(parts=parts):
            for _, inner in parts:
                yield from _parts(inner)
