"""Which alternative: from a scenario's figures to totals, ranks and how sure the first is."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from model.decision import weighted_sum
from model.decision.potential import capture_ends, potential_scores
from model.decision.ranking import competition_ranks
from model.decision.robustness import Robustness, make_draws, robustness
from model.decision.stability import Switch, intervals, switches
from model.decision.value_functions import value_function, values_of
from model.errors import MissingFigureError, UnknownError
from model.municipal import FloatArray
from model.scenario import Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """The alternatives weighed against each other. Axes: (alternatives, criteria).

    Attributes:
        alternatives: Ids, in the order of the file.
        criteria: Ids, in the order of the file.
        weights: As given, before they are made shares, shape (criteria,).
        shares: Shape (criteria,), summing to 1.
        scores: On each criterion's scale, computed ones filled in; nan where not judged.
        values: 0–100; nan where not judged.
        contributions: Points that each criterion adds to the total; nan where a needed value
            is missing.
        totals: Shape (alternatives,), 0–100; nan for an alternative that cannot be ranked.
        ranks: 1, 2, 2, 4; None for an alternative that cannot be ranked.
        leader: The first alternative, in file order, of those with rank 1; None if none is ranked.
        tied: All with rank 1.
        runner_up: Next after the leader; one that shares rank 1 if there is one.
        margin: Points from leader to runner-up, 0 in a tie; None without a runner-up.
        stability: Shape (criteria, 2): shares in which the leader stays first; nan without one.
        switches: Per criterion, the id that takes over below and above that interval, or None.
        used: Keys of the figures that were read, in order. Weights handed in are not among them.
    """

    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    weights: FloatArray
    shares: FloatArray
    scores: FloatArray
    values: FloatArray
    contributions: FloatArray
    totals: FloatArray
    ranks: tuple[int | None, ...]
    leader: str | None
    tied: tuple[str, ...]
    runner_up: str | None
    margin: float | None
    stability: FloatArray
    switches: tuple[tuple[str | None, str | None], ...]
    robustness: Robustness
    used: tuple[str, ...]


def has_decision(scenario: Scenario) -> bool:
    """Tell whether the scenario has alternatives and criteria to weigh them by."""
    return bool(scenario.alternatives and scenario.criteria)


def decide(
    scenario: Scenario,
    population: Mapping[str, float] | None = None,
    *,
    weights: Mapping[str, float] | None = None,
) -> Decision:
    """Weigh the scenario's alternatives.

    Args:
        population: Inhabitants by code, where potentials are weighed by population.
        weights: Weights by criterion that go before the scenario's own, e.g. a municipality's.

    Raises:
        MissingFigureError: No alternatives or criteria, a weight without a number, or a
            population that is needed and not given.
        UnknownError: ``weights`` names a criterion that does not exist.
        WeightError: A weight is negative, or all are zero.
    """
    if not has_decision(scenario):
        raise MissingFigureError(key="alternatives" if scenario.criteria else "criteria")
    used: list[str] = []
    given = _weights(scenario, weights or {}, used)
    share = weighted_sum.shares(given)
    scores, low, high = _scores(scenario, population, used)
    functions = tuple(value_function(criterion) for criterion in scenario.criteria)
    values = values_of(scores, functions)
    totals = weighted_sum.totals(values, share)
    ranks = competition_ranks(totals)

    ids = tuple(alternative.id for alternative in scenario.alternatives)
    order = sorted((rank, i) for i, rank in enumerate(ranks) if rank is not None)
    first = order[0][1] if order else None
    second = order[1][1] if len(order) > 1 else None
    margin = None
    if first is not None and second is not None:
        margin = 0.0 if ranks[second] == 1 else float(totals[first] - totals[second])
    stable, taking_over = np.full((len(share), 2), np.nan), ((None, None),) * len(share)
    if first is not None:
        stable = intervals(values, share, first)
        taking_over = tuple(_named(s, ids) for s in switches(values, share, first))
    draws = make_draws(len(ids), len(share), scenario.seed)
    return Decision(
        alternatives=ids,
        criteria=tuple(criterion.id for criterion in scenario.criteria),
        weights=given,
        shares=share,
        scores=scores,
        values=values,
        contributions=weighted_sum.contributions(values, share),
        totals=totals,
        ranks=ranks,
        leader=None if first is None else ids[first],
        tied=tuple(ids[i] for i, rank in enumerate(ranks) if rank == 1),
        runner_up=None if second is None else ids[second],
        margin=margin,
        stability=stable,
        switches=taking_over,
        robustness=robustness(low, high, functions, share, draws),
        used=tuple(dict.fromkeys(used)),
    )


def _weights(scenario: Scenario, given: Mapping[str, float], used: list[str]) -> FloatArray:
    known = {criterion.id for criterion in scenario.criteria}
    for name in given:
        if name not in known:
            raise UnknownError(kind="criterion", id=name)
    weights = []
    for criterion in scenario.criteria:
        if criterion.id in given:
            weights.append(given[criterion.id])
            continue
        key = f"weights.{criterion.id}"
        figure = scenario.figures.get(key)
        if figure is None or figure.value is None:
            raise MissingFigureError(key=key)
        used.append(key)
        weights.append(figure.value)
    return np.array(weights, dtype=float)


def _scores(
    scenario: Scenario, population: Mapping[str, float] | None, used: list[str]
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return scores and the ends of their ranges, shape (alternatives, criteria).

    A range is stretched to hold its score, which may have been moved out of it. A computed score
    moves with the ranges of the captures; the potentials, which even out over members and areas,
    are held.
    """
    shape = (len(scenario.alternatives), len(scenario.criteria))
    scores = np.full(shape, np.nan)
    low, high = np.full(shape, np.inf), np.full(shape, -np.inf)
    for c, criterion in enumerate(scenario.criteria):
        if criterion.computed == "potential":
            scores[:, c], keys = potential_scores(scenario, criterion, population)
            used.extend(keys)
            for end, moved in zip((low, high), capture_ends(scenario, keys), strict=True):
                end[:, c] = potential_scores(moved, criterion, population)[0]
        for a, alternative in enumerate(scenario.alternatives):
            key = f"scores.{alternative.id}.{criterion.id}"
            figure = scenario.figures.get(key)
            if figure is None or criterion.computed is not None:
                continue
            used.append(key)
            if figure.low is not None and figure.high is not None:
                low[a, c], high[a, c] = figure.low, figure.high
            if figure.value is not None:
                scores[a, c] = figure.value
    return scores, np.minimum(scores, low), np.maximum(scores, high)


def _named(switch: Switch, ids: tuple[str, ...]) -> tuple[str | None, str | None]:
    below, above = switch
    return (None if below is None else ids[below], None if above is None else ids[above])
