"""Several weigh the same alternatives, each with weights and scores of their own or the joint ones.

Criteria, scales, value functions and computed scores are the same for all.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from model.decision import weighted_sum
from model.decision.group.own_figures import WeightBasis, scores_of, weights_of
from model.decision.problem import BoolArray, Problem, pose
from model.decision.ranking import competition_ranks
from model.decision.value_functions import ValueFunction, values_of
from model.errors import WeightError
from model.municipal import FloatArray
from model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Excluded:
    """Why an assessor is shown and not counted.

    Attributes:
        reason: ``weights``: one is negative, or all are zero. ``scores``: one is missing on a
            criterion that the assessor gives weight.
        missing: Alternative and criterion of those scores.
    """

    reason: Literal["weights", "scores"]
    missing: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Judgements:
    """How each assessor weighs. Axes: (assessors, alternatives, criteria).

    Attributes:
        assessors: Ids, in the order of the file.
        alternatives: Ids of those compared: the ones that all can give a total, or that some can
            and the joint weights and scores give one too.
        left_out: Ids of the other alternatives.
        criteria: Ids, in the order of the file.
        shares: Shape (assessors, criteria); nan for one whose weights cannot be used.
        scores: On each criterion's scale; nan where not judged.
        values: 0–100; nan where not judged.
        totals: Shape (assessors, alternatives), 0–100; nan where there is none.
        ranks: Per assessor, 1, 2, 2, 4; None where there is no total.
        first: Per assessor, all with rank 1; empty for one who is not counted.
        weights_from: ``own``, ``joint``, or ``incomplete`` where there are own weights of some
            criteria only, so that the joint ones are used.
        own_scores: True for one with at least one score of their own.
        excluded: None for one who is counted.
        functions: One value function per criterion.
        used: Keys of the figures that were read, in order.
    """

    assessors: tuple[str, ...]
    alternatives: tuple[str, ...]
    left_out: tuple[str, ...]
    criteria: tuple[str, ...]
    shares: FloatArray
    scores: FloatArray
    values: FloatArray
    totals: FloatArray
    ranks: tuple[tuple[int | None, ...], ...]
    first: tuple[tuple[str, ...], ...]
    weights_from: tuple[WeightBasis, ...]
    own_scores: tuple[bool, ...]
    excluded: tuple[Excluded | None, ...]
    functions: tuple[ValueFunction, ...]
    used: tuple[str, ...]

    @property
    def counted(self) -> "Judgements":
        """The judgements of those who are counted: without gaps where there is weight."""
        kept = [n for n, why in enumerate(self.excluded) if why is None]
        rows = ("assessors", "ranks", "first", "weights_from", "own_scores", "excluded")
        arrays = ("shares", "scores", "values", "totals")
        return replace(
            self,
            **{name: tuple(getattr(self, name)[n] for n in kept) for name in rows},
            **{name: getattr(self, name)[kept] for name in arrays},
        )


def judgements(scenario: Scenario, population: Mapping[str, float] | None = None) -> Judgements:
    """Return how the scenario's assessors weigh.

    Own weights count when there is one of every criterion; a score without a value is the joint
    one.

    Raises:
        Those of ``problem.pose``, for the joint weights and scores.
    """
    problem, used = pose(scenario, population)
    shares = np.full((len(scenario.assessors), len(problem.criteria)), np.nan)
    scores = np.empty((len(scenario.assessors), *problem.scores.shape))
    bases: list[WeightBasis] = []
    own_scores: list[bool] = []
    for n, assessor in enumerate(scenario.assessors):
        weights, basis, weight_keys = weights_of(scenario, assessor, problem)
        scores[n], score_keys = scores_of(scenario, assessor, problem)
        with suppress(WeightError):
            shares[n] = weighted_sum.shares(weights)
        bases.append(basis)
        own_scores.append(bool(score_keys))
        used += weight_keys + score_keys
    values = values_of(scores, problem.functions)
    kept = _compared(problem, shares, weigh(values, shares))
    scores, values = scores[:, kept], values[:, kept]
    totals = weigh(values, shares)
    names = _named(problem.alternatives, kept)
    excluded = tuple(
        _excluded(names, problem.criteria, *one) for one in zip(shares, values, strict=True)
    )
    ranks = tuple(competition_ranks(row) for row in totals)
    return Judgements(
        assessors=tuple(assessor.id for assessor in scenario.assessors),
        alternatives=names,
        left_out=_named(problem.alternatives, ~kept),
        criteria=problem.criteria,
        shares=shares,
        scores=scores,
        values=values,
        totals=totals,
        ranks=ranks,
        first=tuple(
            () if why else _named(names, np.array([rank == 1 for rank in row], dtype=bool))
            for row, why in zip(ranks, excluded, strict=True)
        ),
        weights_from=tuple(bases),
        own_scores=tuple(own_scores),
        excluded=excluded,
        functions=problem.functions,
        used=tuple(dict.fromkeys(used)),
    )


def weigh(values: FloatArray, shares: FloatArray) -> FloatArray:
    """Return each assessor's totals, shape (..., assessors, alternatives).

    As ``weighted_sum.totals`` for each of them, so nan for a gap where there is weight; nan also
    where the shares are.

    Args:
        values: Shape (..., assessors, alternatives, criteria).
        shares: Shape (..., assessors, criteria).
    """
    each = shares[..., None, :]
    return np.where(each == 0, 0.0, values * each).sum(axis=-1)


def _compared(problem: Problem, shares: FloatArray, totals: FloatArray) -> BoolArray:
    jointly = ~np.isnan(problem.totals)
    given = ~np.isnan(totals[~np.isnan(shares).any(axis=1)])
    return given.all(axis=0) | (given.any(axis=0) & jointly) if len(given) else jointly


def _excluded(
    alternatives: tuple[str, ...],
    criteria: tuple[str, ...],
    shares: FloatArray,
    values: FloatArray,
) -> Excluded | None:
    if np.isnan(shares).any():
        return Excluded("weights")
    missing = np.argwhere(np.isnan(values) & (shares > 0))
    cells = tuple((alternatives[a], criteria[c]) for a, c in missing)
    return Excluded("scores", cells) if cells else None


def _named(names: tuple[str, ...], chosen: BoolArray) -> tuple[str, ...]:
    return tuple(name for name, is_chosen in zip(names, chosen, strict=True) if is_chosen)
