"""(scenario, choices) -> result. Everything shown comes from here and from nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from model.choices import Choices
from model.decision.decide import Decision, decide
from model.decision.group.decide_together import GroupDecision, decide_together
from model.decision.problem import Problem, pose
from model.errors import ModelError, UnknownError, YearError
from model.fee_model import FeeModel
from model.fees.drivers import IntArray
from model.fees.simulate import PER_INHABITANT_LAG, FeeResult, simulate
from model.municipal import MunicipalFigures
from model.plausibility import Finding, findings
from model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class FeesResult:
    """Fee models side by side on the same members and years.

    Attributes:
        results: In the order chosen.
        failed: (model id, why) for models that cannot run on these members.
        findings: Plausibility findings, in model order.
        today: Id of the model in force among all of the scenario's, or None.
        today_result: What today's model gives, also when it is not among the chosen; None without
            such a model, or for other members than the scenario's, who don't have it today.
    """

    years: IntArray
    members: tuple[str, ...]
    results: tuple[FeeResult, ...]
    failed: tuple[tuple[str, ModelError], ...]
    findings: tuple[Finding, ...]
    today: str | None
    today_result: FeeResult | None

    def result(self, model: str) -> FeeResult:
        """Return one model's result."""
        return next(result for result in self.results if result.model == model)

    @property
    def used(self) -> tuple[str, ...]:
        """Return the keys of all figures used, each once, in the order first used."""
        return tuple(dict.fromkeys(key for result in self.results for key in result.used))


def apply(scenario: Scenario, choices: Choices) -> Scenario:
    """Return the scenario with the user's numbers in place.

    Raises:
        UnknownError: A choice names a figure that the scenario does not have.
    """
    for key in choices.changed():
        if key not in scenario.figures:
            raise UnknownError(kind="figure", id=key)
    return scenario.with_values(choices.changed())


def evaluate_decision(scenario: Scenario, choices: Choices, country: MunicipalFigures) -> Decision:
    """Score the alternatives under the user's choices."""
    return decide(apply(scenario, choices), latest_population(scenario, country))


def evaluate_problem(
    scenario: Scenario, choices: Choices, country: MunicipalFigures
) -> tuple[Problem, tuple[str, ...]]:
    """Return what is weighed under the user's choices, and the keys of the figures behind it."""
    return pose(apply(scenario, choices), latest_population(scenario, country))


def evaluate_own_view(
    scenario: Scenario, choices: Choices, country: MunicipalFigures, code: str
) -> Decision:
    """Score the alternatives with one municipality's own weights."""
    chosen = apply(scenario, choices)
    keys = {item.id: f"municipal_weights.{code}.{item.id}" for item in chosen.criteria}
    weights = {criterion: chosen.value(key) for criterion, key in keys.items()}
    decision = decide(chosen, latest_population(scenario, country), weights=weights)
    return replace(decision, used=(*keys.values(), *decision.used))


def evaluate_group(
    scenario: Scenario, choices: Choices, country: MunicipalFigures
) -> GroupDecision:
    """Weigh the alternatives as several assessors do, under the user's choices."""
    population = latest_population(scenario, country)
    return decide_together(apply(scenario, choices), population, choices.voices)


def evaluate_fees(scenario: Scenario, choices: Choices, country: MunicipalFigures) -> FeesResult:
    """Run the chosen fee models.

    A model that cannot run on the chosen members and years (no fixed share, no count, a year
    before the data) is listed in ``failed`` with the reason; the others run.

    Raises:
        UnknownError: A chosen model, member or figure does not exist.
        YearError: The years run backwards, are too many or begin before the population data.
    """
    chosen = apply(scenario, choices)
    members = tuple(dict.fromkeys(choices.members)) or scenario.municipalities
    country.select(members)
    years = _years(choices.years or scenario.years)
    _require_population(country, years)
    models = [_model(chosen, name) for name in choices.models or default_models(scenario)]
    now = next((model for model in chosen.fee_models if model.status == "current"), None)
    target = (
        _first_sum(chosen, models, now, members, years, country) if choices.same_start else None
    )

    results, failed, found = [], [], []
    for model in models:
        try:
            result = simulate(chosen, model, country, members, years, first_year_sum=target)
        except ModelError as error:
            failed.append((model.id, error))
            continue
        results.append(result)
        found.extend(findings(chosen, model, country, result))
    return FeesResult(
        years=years,
        members=members,
        results=tuple(results),
        failed=tuple(failed),
        findings=tuple(found),
        today=now.id if now else None,
        today_result=_today(chosen, now, results, members, years, country),
    )


def default_models(scenario: Scenario) -> tuple[str, ...]:
    """Return the ids of the models shown first."""
    return scenario.default_models or tuple(model.id for model in scenario.fee_models[:2])


def latest_population(scenario: Scenario, country: MunicipalFigures) -> dict[str, float]:
    """Return the members' population in the last year that the scenario uses."""
    own = country.select(scenario.municipalities)
    row = own.population.years.index(scenario.projection.last_population_year)
    return dict(zip(own.codes, own.population.values[row], strict=True))


MOST_YEARS = 60


def _years(span: tuple[int, int]) -> IntArray:
    first, last = span
    if last < first or last - first >= MOST_YEARS:
        raise YearError(what="span", year=first, last=last, most=MOST_YEARS)
    return np.arange(first, last + 1)


def _require_population(country: MunicipalFigures, years: IntArray) -> None:
    """Refuse years that no model can be told per inhabitant for."""
    needed, first = int(years[0]) - PER_INHABITANT_LAG, country.population.years[0]
    if needed < first:
        raise YearError(what="population", year=needed, first=first)


def _model(scenario: Scenario, name: str) -> FeeModel:
    for model in scenario.fee_models:
        if model.id == name:
            return model
    raise UnknownError(kind="fee_model", id=name)


def _first_sum(
    scenario: Scenario,
    models: Sequence[FeeModel],
    now: FeeModel | None,
    members: Sequence[str],
    years: IntArray,
    country: MunicipalFigures,
) -> float | None:
    """Return the first year's sum that all are scaled to: today's model if chosen, else the first
    chosen one that runs."""
    ordered = [now] if now in models else []
    for model in [*ordered, *models]:
        try:
            return float(simulate(scenario, model, country, members, years[:1]).total[0])
        except ModelError:
            continue
    return None


def _today(
    scenario: Scenario,
    now: FeeModel | None,
    results: Sequence[FeeResult],
    members: Sequence[str],
    years: IntArray,
    country: MunicipalFigures,
) -> FeeResult | None:
    if now is None or set(members) != set(scenario.municipalities):
        return None
    for result in results:
        if result.model == now.id and result.scale == 1.0:
            return result
    try:
        return simulate(scenario, now, country, members, years)
    except ModelError:
        return None
