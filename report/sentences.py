"""The answer so far, as sentences a director can read out."""

import math
from collections.abc import Callable, Iterable

import numpy as np

from model.decision.decide import Decision
from model.evaluate import FeesResult
from model.fees.simulate import FeeResult
from model.municipal import FloatArray
from model.plausibility import Finding
from model.scenario import Scenario
from report.names import Names, alternative_names, criterion_names, model_names
from text import t, tn
from text.numbers import kronor, money, number, percent

MOST_NAMED = 12
"""Municipalities that a sentence names; more are counted."""


def leader(scenario: Scenario, decision: Decision) -> str:
    """Say who leads and by how much."""
    names = alternative_names(scenario)
    if decision.leader is None:
        return t("sentence.no_leader")
    total = number(total_of(decision, decision.leader), 1)
    if len(decision.tied) > 1:
        tied = joined([names[name] for name in decision.tied])
        return t("sentence.tied", alternatives=tied, total=total)
    if decision.runner_up is None:
        return t("sentence.alone", alternative=names[decision.leader], total=total)
    # As the reader subtracts the totals shown.
    behind = round(total_of(decision, decision.runner_up), 1)
    margin = round(total_of(decision, decision.leader), 1) - behind
    return t(
        "sentence.leads" if margin >= 0.05 else "sentence.leads_hair",
        alternative=names[decision.leader],
        total=total,
        margin=number(margin, 1),
        runner_up=names[decision.runner_up],
    )


def robustness(scenario: Scenario, decision: Decision) -> str:
    """Say in how many of the drawn weightings the leader leads, and who leads more often."""
    if decision.leader is None:
        return t("sentence.no_robustness")
    if len(decision.tied) > 1:
        return leader(scenario, decision)
    names, found = alternative_names(scenario), decision.robustness
    place, most = decision.alternatives.index(decision.leader), int(np.nanargmax(found.first_near))
    near, more = (odds(float(found.first_near[one])) for one in (place, most))
    return t(
        f"sentence.robust.{verdict(float(found.first_near[place])) if near == more else 'beaten'}",
        alternative=names[decision.leader],
        near=near,
        any=_odds_beside(found.first_any, place, decision, names),
        other=names[decision.alternatives[most]],
        more=more,
    )


def _odds_beside(first: FloatArray, place: int, decision: Decision, names: Names) -> str:
    """Return the leader's odds, and beside them the odds of one that is first more often."""
    if np.isnan(first[place]):
        return t("sentence.odds_unknown")
    share = odds(float(first[place]))
    most = int(np.nanargmax(first))
    if odds(float(first[most])) == share:
        return share
    other = names[decision.alternatives[most]]
    return t("sentence.odds_beside", share=share, other=other, more=odds(float(first[most])))


def odds(share: float) -> str:
    """Return a share of the draws; one that is not quite all or none is never rounded to it."""
    if 0.995 <= share < 1:
        return t("sentence.nearly_all")
    if 0 < share < 0.005:
        return t("sentence.hardly_any")
    return percent(share, 0)


def first_places(scenario: Scenario, decision: Decision) -> str:
    """Say how often the leader is first when weights near today's and scores are drawn."""
    if decision.leader is None:
        return t("sentence.no_robustness")
    names, place = alternative_names(scenario), decision.alternatives.index(decision.leader)
    return t(
        "sentence.first_places",
        alternative=names[decision.leader],
        near=_odds_beside(decision.robustness.first_near, place, decision, names),
    )


def verdict(near: float) -> str:
    """Name how firm a lead is, by the share of near weightings in which it holds."""
    if near >= 0.9:
        return "firm"
    return "likely" if near >= 0.6 else "open"


def stability(scenario: Scenario, decision: Decision) -> str:
    """Name the weight that changes the outcome first, and who takes over."""
    names, words = alternative_names(scenario), criterion_names(scenario)
    if decision.leader is None:
        return t("sentence.no_stability")
    best: tuple[float, str] | None = None
    for place, criterion in enumerate(decision.criteria):
        today = decision.shares[place]
        for end, edge in enumerate(decision.stability[place]):
            taker = decision.switches[place][end]
            if taker is None or not math.isfinite(edge):
                continue
            line = t(
                f"sentence.switch.{'low' if end == 0 else 'high'}",
                leader=names[decision.leader],
                criterion=words[criterion],
                share=percent(float(edge), 0),
                today=percent(float(today), 0),
                taker=names[taker],
            )
            if best is None or abs(edge - today) < best[0]:
                best = (abs(edge - today), line)
    return best[1] if best else t("sentence.no_switch", leader=names[decision.leader])


def missing_scores(scenario: Scenario, decision: Decision) -> str:
    """Name alternatives that are shown but not ranked; empty if there are none."""
    names = alternative_names(scenario)
    gaps = [
        names[name]
        for name, rank in zip(decision.alternatives, decision.ranks, strict=True)
        if rank is None
    ]
    return tn("sentence.unranked", len(gaps), alternatives=joined(gaps)) if gaps else ""


def same_sum(result: FeesResult) -> bool:
    """Tell whether the models give nearly the same sum in the last year and so differ by key."""
    totals = [float(model.total[-1]) for model in result.results]
    return len(totals) > 1 and max(totals) - min(totals) < 0.005 * max(totals)


def _shared_differently(scenario: Scenario, result: FeesResult, municipalities: Names) -> str:
    """Name the member for whom the choice of model matters most, in kr per inhabitant."""
    names, year = model_names(scenario), int(result.years[-1])
    last = np.array([model.per_inhabitant[-1] for model in result.results])
    gaps = last.max(axis=0) - last.min(axis=0)
    place = int(gaps.argmax())
    total = money(float(result.results[0].total[-1]))
    if gaps[place] < 0.005:
        return t("sentence.fee_same", year=year, total=total)
    return t(
        "sentence.fee_shared",
        year=year,
        total=total,
        member=municipalities.get(result.members[place], result.members[place]),
        gap=kronor(float(gaps[place]), 0 if gaps[place] >= 100 else 2),
        top=names[result.results[int(last[:, place].argmax())].model],
        bottom=names[result.results[int(last[:, place].argmin())].model],
    )


def fees(scenario: Scenario, result: FeesResult, municipalities: Names) -> str:
    """Say which model differs most in the last year: from today's if shown, else from the least."""
    names = model_names(scenario)
    if not result.results:
        return t("sentence.no_fees")
    year = int(result.years[-1])
    if len(result.results) == 1:
        only = result.results[0]
        return t(
            "sentence.fee_one",
            model=names[only.model],
            first=money(float(only.total[0])),
            first_year=int(result.years[0]),
            last=money(float(only.total[-1])),
            year=year,
        )
    if same_sum(result):
        return _shared_differently(scenario, result, municipalities)
    now = next((model for model in result.results if model is result.today_result), None)
    base = now or min(result.results, key=lambda model: float(model.total[-1]))
    other = max(result.results, key=lambda model: abs(float(model.total[-1] - base.total[-1])))
    gap = float(other.total[-1] - base.total[-1])
    return t(
        f"sentence.fee_{'more' if gap > 0 else 'less'}",
        year=year,
        model=names[other.model],
        total=money(float(other.total[-1])),
        gap=money(abs(gap)),
        base=t("sentence.fee_today", model=names[base.model]) if now else names[base.model],
    )


def fees_now(scenario: Scenario, result: FeesResult) -> str:
    """Say what today's model, or else the first shown, gives from the first year to the last."""
    now = result.today_result or (result.results[0] if result.results else None)
    if now is None:
        return t("sentence.no_fees")
    last = now.per_inhabitant[-1]
    low, high = (kronor(float(end), 2 if end < 100 else 0) for end in (last.min(), last.max()))
    said = t(
        "sentence.fees_now" if result.today_result else "sentence.fees_first",
        model=model_names(scenario)[now.model],
        first=money(float(now.total[0])),
        first_year=int(result.years[0]),
        last=money(float(now.total[-1])),
        last_year=int(result.years[-1]),
        per_inhabitant=low if low == high else t("table.span", low=low, high=high),
    )
    return f"{said} {t('sentence.level_assumed')}" if _level_is_assumed(scenario, now) else said


def _level_is_assumed(scenario: Scenario, result: FeeResult) -> bool:
    """Tell whether no document states the level that a model's kronor rest on."""
    level = [
        scenario.figures[key]
        for key in result.used
        if key.startswith(f"fee_models.{result.model}.")
        and scenario.figures[key].unit.startswith("kr")
    ]
    return bool(level) and all(figure.origin.kind == "assumption" for figure in level)


def today(
    scenario: Scenario,
    result: FeesResult,
    model: FeeResult,
    year: int,
    names: Names,
    written: Callable[[float], str],
) -> str:
    """Say who wins and who loses against today's fee model in one year.

    Args:
        written: Writes a change in kronor in the unit of the picture beside.
    """
    row = list(result.years).index(year)
    change = model.fee[row] - result.today_result.fee[row]
    more, less, everyone = int((change > 0.5).sum()), int((change < -0.5).sum()), len(change)
    key = "some"
    if not more and not less:
        key = "none"
    elif everyone in (more, less) and everyone > 1:
        key = "all_more" if more else "all_less"
    place = int(abs(change).argmax())
    return t(
        f"sentence.change.{key}",
        model=model_names(scenario)[model.model],
        year=year,
        more=more,
        less=less,
        all=everyone,
        member=names.get(model.members[place], model.members[place]),
        change=written(float(change[place])),
    )


def member_fee(scenario: Scenario, result: FeesResult, place: int, name: str) -> str:
    """Say what one municipality pays in the last year, with the cheapest and the dearest model."""
    words, year = model_names(scenario), int(result.years[-1])
    ordered = sorted(result.results, key=lambda model: float(model.fee[-1, place]))
    low, high = ordered[0], ordered[-1]
    return t(
        "sentence.member_fee_one" if low is high else "sentence.member_fee",
        name=name,
        year=year,
        low=money(float(low.fee[-1, place])),
        low_model=words[low.model],
        high=money(float(high.fee[-1, place])),
        high_model=words[high.model],
    )


def finding(scenario: Scenario, found: Finding, names: Names) -> str:
    """Word a plausibility finding."""
    values = dict(found.values)
    worded: dict[str, object] = {"model": model_names(scenario)[found.model]}
    for key, value in values.items():
        worded[key] = _finding_value(scenario, key, value, names)
    return t(f"finding.{found.code}", **worded)


def _finding_value(scenario: Scenario, key: str, value: object, names: Names) -> object:
    if key in {"stated", "computed", "lowest", "highest"}:
        return money(float(value))
    if key in {"ratio", "lowest_ratio"}:
        return number(float(value), 1 if float(value) < 10 else 0)
    if key in {"share", "implied_low", "implied_high", "sum", "stated_share"}:
        share = float(value)
        return percent(share, 2 if abs(share) < 0.02 else 1)
    if key == "change":
        return percent(float(value), 1, sign=True)
    if key == "member":
        return names.get(str(value), str(value))
    if key == "unit":
        return next((unit.name.lower() for unit in scenario.units if unit.id == value), value)
    if key == "body":
        own = t("sentence.own_members")
        return next((body.name for body in scenario.bodies if body.id == value), own)
    return value


def _counted_parts(scenario: Scenario, result: FeeResult, year: int) -> list[str]:
    parts = []
    for unit, lag, frozen in result.counted:
        if unit == "population":
            parts.append(t("sentence.counted.population", at=frozen or year - lag))
        else:
            spec = next(spec for spec in scenario.units if spec.id == unit)
            at = frozen or year - lag
            parts.append(t("sentence.counted.unit", unit=spec.name.lower(), day=spec.day, at=at))
    return parts


def counted_by_model(scenario: Scenario, results: Iterable[FeeResult], year: int) -> str:
    """Name the year that each model's fees are counted on, models with the same together."""
    names = model_names(scenario)
    by_parts: dict[str, list[str]] = {}
    for result in results:
        if parts := _counted_parts(scenario, result, year):
            by_parts.setdefault(joined(parts), []).append(names[result.model])
    return " ".join(
        t("sentence.counted.by_model", model=joined(models), year=year, parts=parts)
        for parts, models in by_parts.items()
    )


def other_members(scenario: Scenario, result: FeesResult, municipalities: Names) -> str:
    """Say whose fees these are, where they are not the investigation's own members'."""
    if set(result.members) == set(scenario.municipalities):
        return ""
    named = [municipalities.get(code, code) for code in result.members]
    if len(named) > MOST_NAMED:
        return t("sentence.other_members.many", count=len(named))
    return t("sentence.other_members", members=joined(named))


def ranked(decision: Decision) -> tuple[str, ...]:
    """Return the alternatives from the first to the last, those without a rank at the end."""
    last = len(decision.ranks) + 1
    places = {
        name: last if rank is None else rank
        for name, rank in zip(decision.alternatives, decision.ranks, strict=True)
    }
    return tuple(sorted(decision.alternatives, key=places.__getitem__))


def total_of(decision: Decision, alternative: str) -> float:
    """Return an alternative's total, nan where it is not ranked."""
    return float(decision.totals[decision.alternatives.index(alternative)])


def joined(words: list[str]) -> str:
    """Return "a, b och c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {t('word.and')} {words[-1]}"
