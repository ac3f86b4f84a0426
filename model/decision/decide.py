"""Which alternative: from a scenario's figures to totals, ranks and how sure the first is."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from model.decision import weighted_sum
from model.decision.problem import pose
from model.decision.ranking import competition_ranks
from model.decision.robustness import Robustness, make_draws, robustness
from model.decision.stability import Switch, intervals, switches
from model.decision.weight_draws import weight_model
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


def decide(
    scenario: Scenario,
    population: Mapping[str, float] | None = None,
    *,
    weights: Mapping[str, float] | None = None,
) -> Decision:
    """Weigh the scenario's alternatives. For arguments and errors see ``problem.pose``."""
    problem, used = pose(scenario, population, weights=weights)
    values, share = problem.values, problem.shares
    totals = problem.totals
    ranks = competition_ranks(totals)

    ids = problem.alternatives
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
    spread = weight_model(scenario, "near").spread
    draws = make_draws(len(ids), len(share), scenario.seed, spread=spread)
    return Decision(
        alternatives=ids,
        criteria=problem.criteria,
        weights=problem.weights,
        shares=share,
        scores=problem.scores,
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
        robustness=robustness(problem.low, problem.high, problem.functions, share, draws),
        used=used,
    )


def _named(switch: Switch, ids: tuple[str, ...]) -> tuple[str | None, str | None]:
    below, above = switch
    return (None if below is None else ids[below], None if above is None else ids[above])
