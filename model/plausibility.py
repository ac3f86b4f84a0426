"""Checks that run by themselves and say where two stated figures cannot both hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from model.errors import ModelError
from model.fee_model import (
    FeeModel,
    FixedKey,
    FixedSum,
    MixedKey,
    NetCost,
    ShareOfTax,
    StatedIndex,
    TaxKey,
)
from model.fees.drivers import POPULATION, TAX_LAG
from model.fees.simulate import FeeResult, simulate
from model.municipal import MunicipalFigures
from model.scenario import Scenario, Unit

SUM_TOLERANCE = 0.05
"""A stated sum is often "about": it may differ by this share before we say so."""

KEY_TOLERANCE = 0.0011
"""Keys are stated with one decimal of a per cent, so their sum may be off by a tenth."""

JUMP_LIMIT = 0.10
"""A member's fee per inhabitant that changes more than this in one year is pointed out."""

ALIKE = 0.001
"""Members whose changes differ by less are not told apart."""

DISTURBED_YEAR = 2025
"""From this year SCB adds a small random disturbance to the population (data/SOURCES.md)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reader should know about a model. Worded by ``finding.<code>``.

    Attributes:
        severity: ``doubt`` where figures contradict each other, ``note`` for what to keep in mind.
        values: Numbers and ids that the words need.
    """

    code: str
    model: str
    severity: Literal["doubt", "note"]
    values: Mapping[str, object]


def findings(
    scenario: Scenario, model: FeeModel, country: MunicipalFigures, result: FeeResult
) -> tuple[Finding, ...]:
    """Return all findings for one model and its result, doubts first."""
    found = [
        *stated_sum(scenario, model, country),
        *stated_members(scenario, model, country),
        *key_sum(scenario, model),
        *index_vintage(model),
        *jumps(model, result),
        *sum_of_others(scenario, model, result),
        *before_level(model, result),
        *carried_back(scenario, result),
        *estimated_revenue(model, result),
        *disturbed_population(scenario, model, result),
    ]
    return tuple(sorted(found, key=lambda finding: finding.severity != "doubt"))


def stated_sum(scenario: Scenario, model: FeeModel, country: MunicipalFigures) -> Sequence[Finding]:
    """Compare rate × units, or share × base, with the sum that the source states.

    Where the source names fewer members than it lists (15 of Skåne's 33), the sum must lie between
    what the smallest and the largest that many would pay; outside, the two cannot both hold.
    """
    stated = model.stated
    if stated is None or stated.sum is None or isinstance(model.amount, FixedSum | NetCost):
        return ()
    wanted = scenario.value(stated.sum)
    body = next((body for body in scenario.bodies if body.id == stated.body), None)
    members = body.members if body else scenario.municipalities
    if wanted is None or wanted <= 0:
        return ()
    try:
        run = simulate(scenario, model, country, members, np.array([stated.year]))
    except ModelError:
        return ()
    fees = np.sort(run.fee[0])
    count = min(body.member_count or len(fees), len(fees)) if body else len(fees)
    lowest, highest = float(fees[:count].sum()), float(fees[-count:].sum())
    middle = float(fees.mean() * count)
    if highest <= 0:  # the user has set the rate to zero, so nothing is claimed
        return ()
    if lowest * (1 - SUM_TOLERANCE) <= wanted <= highest * (1 + SUM_TOLERANCE):
        return ()
    values = {
        "stated": wanted,
        "year": stated.year,
        "computed": middle,
        "lowest": lowest,
        "highest": highest,
        "ratio": middle / wanted,
        "lowest_ratio": lowest / wanted,
        "count": count,
        "listed": len(fees),
        "body": body.id if body else "",
    }
    if isinstance(model.amount, ShareOfTax):
        share = scenario.value(model.amount.share) or 0.0
        values |= {
            "share": share,
            "implied_low": share * wanted / highest,
            "implied_high": share * wanted / lowest,
        }
        return (Finding("share_against_sum", model.id, "doubt", values),)
    return (Finding("rate_against_sum", model.id, "doubt", values),)


def stated_members(
    scenario: Scenario, model: FeeModel, country: MunicipalFigures
) -> Sequence[Finding]:
    """Compare the members' stated sums with what the key gives of the same total."""
    stated = model.stated
    if stated is None or not stated.members:
        return ()
    sums = {code: scenario.value(key) for code, key in stated.members.items()}
    if any(value is None for value in sums.values()):
        return ()
    try:
        run = simulate(scenario, model, country, tuple(sums), np.array([stated.year]))
    except ModelError:
        return ()
    if not run.total[0] > 0:
        return ()
    whole = sum(sums.values())
    by_key = run.fee[0] / run.fee[0].sum() * whole
    worst = int(np.argmax(np.abs(by_key - np.array(list(sums.values())))))
    code = tuple(sums)[worst]
    if abs(by_key[worst] - sums[code]) <= 0.01 * whole:
        return ()
    values = {
        "member": code,
        "stated": sums[code],
        "computed": float(by_key[worst]),
        "year": stated.year,
        "share": float(by_key[worst] / whole),
        "stated_share": sums[code] / whole,
    }
    if any(stated.year < first for _, first in _first_counts(scenario, run)):
        return (Finding("members_other_year", model.id, "note", values),)
    return (Finding("members_against_key", model.id, "doubt", values),)


def _first_counts(scenario: Scenario, result: FeeResult) -> Iterator[tuple[Unit, int]]:
    """Yield the units that a result counts, each with the first fee year that has a count."""
    units = {unit.id: unit for unit in scenario.units}
    for name, lag, frozen in result.counted:
        if name in units and frozen is None:
            counts = units[name].counts
            first = max(counts[code][0] for code in result.members if code in counts)
            yield units[name], first + lag


def carried_back(scenario: Scenario, result: FeeResult) -> Sequence[Finding]:
    """Fee years before the first count are counted with the first, and that is told."""
    return tuple(
        Finding("carried_back", result.model, "note", {"unit": unit.id, "first": first})
        for unit, first in _first_counts(scenario, result)
        if result.years[0] < first
    )


def sum_of_others(scenario: Scenario, model: FeeModel, result: FeeResult) -> Sequence[Finding]:
    """A sum agreed by some members says nothing of what others would pay.

    It is a doubt where the scenario's own sum is counted on others, and a note where another
    body's sum is tried on the scenario's members.
    """
    if not isinstance(model.amount, FixedSum | NetCost):
        return ()
    own = set(scenario.municipalities)
    body = next((body for body in scenario.bodies if body.id == model.body), None)
    agreed = set(body.members) if body else own
    if set(result.members) == agreed:
        return ()
    severity = "doubt" if agreed == own else "note"
    values = {"body": body.id if body and agreed != own else ""}
    return (Finding("sum_of_others", model.id, severity, values),)


def key_sum(scenario: Scenario, model: FeeModel) -> Sequence[Finding]:
    """Fixed percentages, or the parts of a mixed key, that no longer sum to 100 %."""
    match model.key:
        case FixedKey(shares=shares):
            keys = tuple(shares.values())
        case MixedKey(parts=parts):
            keys = tuple(part for part, _ in parts)
        case _:
            return ()
    whole = sum(scenario.value(key) or 0.0 for key in keys)
    if abs(whole - 1.0) <= KEY_TOLERANCE:
        return ()
    return (Finding("key_sum", model.id, "doubt", {"sum": whole}),)


def index_vintage(model: FeeModel) -> Sequence[Finding]:
    """A stated index without the publication it was read from cannot be checked by others."""
    if isinstance(model.index, StatedIndex) and not model.index.vintage:
        return (Finding("index_vintage", model.id, "note", {}),)
    return ()


def jumps(model: FeeModel, result: FeeResult) -> Sequence[Finding]:
    """The largest yearly change per inhabitant, if beyond the limit."""
    if len(result.years) < 2:
        return ()
    before, after = result.per_inhabitant[:-1], result.per_inhabitant[1:]
    change = np.divide(after - before, before, out=np.zeros_like(before), where=before > 0)
    row, column = np.unravel_index(np.argmax(np.abs(change)), change.shape)
    if not abs(change[row, column]) > JUMP_LIMIT:
        return ()
    values = {"year": int(result.years[row + 1]), "change": float(change[row, column])}
    if np.ptp(change[row]) < ALIKE:
        return (Finding("jump_all", model.id, "note", values),)
    return (Finding("jump", model.id, "note", values | {"member": result.members[column]}),)


def before_level(model: FeeModel, result: FeeResult) -> Sequence[Finding]:
    """Years before the level year are counted at the stated level, not indexed backwards."""
    if result.years[0] >= model.level_year:
        return ()
    values = {"first": int(result.years[0]), "year": model.level_year}
    return (Finding("before_level", model.id, "note", values),)


def estimated_revenue(model: FeeModel, result: FeeResult) -> Sequence[Finding]:
    """Tax revenue is official for 2019 only; other years are estimated."""
    if any(key == "projection.revenue_factor" for key in result.used):
        return (Finding("estimated_revenue", model.id, "note", {}),)
    return ()


def disturbed_population(
    scenario: Scenario, model: FeeModel, result: FeeResult
) -> Sequence[Finding]:
    """Fee years that count the population of a year with SCB's disturbance, or project from it."""
    if scenario.projection.last_population_year < DISTURBED_YEAR:
        return ()
    lags = [lag for unit, lag, frozen in result.counted if unit == POPULATION and frozen is None]
    if isinstance(model.amount, ShareOfTax) or isinstance(model.key, TaxKey):
        lags.append(TAX_LAG)
    first = min((DISTURBED_YEAR + lag for lag in lags), default=None)
    if first is None or result.years[-1] < first:
        return ()
    return (Finding("disturbed_population", model.id, "note", {"year": first}),)
