"""What would have to be true for an alternative to be first: other weights, or other scores.

References:
    Ríos Insua & French (1991), European Journal of Operational Research 54(2): the nearest
    weights that put another alternative first, here in L1 norm as a linear programme.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from model.decision.bounds import permitted
from model.decision.problem import Problem
from model.decision.ranking import TIE
from model.decision.score_moves import paying_moves, step_of, within_range
from model.decision.stability import clean
from model.errors import UnknownError
from model.municipal import FloatArray

SOLVED = 1e-10
"""How far [points, shares] the linear programme may miss: well within a tie."""


@dataclass(frozen=True, slots=True, eq=False)
class WeightSwitch:
    """The weights nearest today's with which an alternative is first, ties included.

    Attributes:
        shares: Shape (criteria,), summing to 1.
        distance: Σ |share − today's|, 0–2: what some criteria give up and what others receive,
            so half of it is the weight that changes place.
    """

    alternative: str
    shares: FloatArray
    distance: float


@dataclass(frozen=True, slots=True)
class ScoreStep:
    """One score moved.

    Attributes:
        within: Whether the end lies within the range held possible for the score.
        steps: Number of steps from start to end; a last one may be cut short by the scale.
    """

    alternative: str
    criterion: str
    start: float
    end: float
    within: bool
    steps: int


def weight_switch(problem: Problem, alternative: str) -> WeightSwitch | None:
    """Return the smallest change of the weights that makes the alternative first.

    Today's weights are the answer for one that is first with them, within the bounds or not. A
    criterion on which a judged alternative lacks a value is held at zero: with weight there, the
    alternatives could not all be compared.

    Returns:
        None where no weights within the bounds make it first, or it has no total today.

    Raises:
        BoundsError: No weights keep within the bounds.
        UnknownError: There is no such alternative.
    """
    within = permitted(problem)
    judged = problem.judged
    first = _place(problem, judged, alternative)
    if first is None:
        return None
    if judged.totals[first] >= judged.totals.max() - TIE:
        return WeightSwitch(alternative, judged.shares, 0.0)
    if within is None:
        return None
    leads = clean(np.nan_to_num(judged.values[first] - judged.values))
    shares = _nearest(judged.shares, *within, np.delete(leads, first, axis=0))
    if shares is None:
        return None
    return WeightSwitch(alternative, shares, float(np.abs(shares - judged.shares).sum()))


def score_steps(problem: Problem, alternative: str) -> tuple[ScoreStep, ...] | None:
    """Return the fewest steps of scores that make the alternative first, ties included.

    Its own scores and its rivals' may all move, up or down, but not off the scale; computed and
    missing ones stay. Exact for any value functions: the totals do not mix the alternatives, so
    for each level that its own steps can reach, each rival needs the fewest steps down to it.

    Of solutions with as few steps: fewest scores, then fewest out of their ranges, then most
    steps of its own, then most points, then file order.

    Returns:
        In file order, its own first; empty for one that is first already. None where no steps
        suffice, or it has no total today.

    Raises:
        UnknownError: There is no such alternative.
    """
    judged = problem.judged
    first = _place(problem, judged, alternative)
    if first is None:
        return None
    sizes = np.array([step_of(scale) for scale in judged.scales])
    own = paying_moves(judged, first, sizes, up=True)
    others = [a for a in range(len(judged.alternatives)) if a != first]
    rivals = [paying_moves(judged, a, sizes, up=False) for a in others]
    # Row by row what each rival needs, column by column for what the alternative does itself.
    above = (judged.totals[others] - judged.totals[first])[:, np.newaxis] - own.gains - TIE
    needed = [np.searchsorted(one.gains, row) for one, row in zip(rivals, above, strict=True)]
    possible = np.ones(len(own.costs), dtype=bool)
    cost = own.costs
    for one, need in zip(rivals, needed, strict=True):
        possible &= need < len(one.costs)
        cost = cost + one.costs[np.minimum(need, len(one.costs) - 1)]
    if not possible.any():
        return None
    best = int(np.flatnonzero(possible & (cost == cost[possible].min()))[-1])
    ends = [(first, own.scores[best])]
    ends += [(a, one.scores[n[best]]) for a, one, n in zip(others, rivals, needed, strict=True)]
    return tuple(step for a, scores in ends for step in _steps(judged, a, scores, sizes))


def _steps(problem: Problem, a: int, scores: FloatArray, sizes: FloatArray) -> Iterator[ScoreStep]:
    """Yield the steps that take an alternative's scores to these."""
    distance = np.abs(scores - problem.scores[a])
    for c in np.flatnonzero(distance > 0):
        yield ScoreStep(
            alternative=problem.alternatives[a],
            criterion=problem.criteria[c],
            start=float(problem.scores[a, c]),
            end=float(scores[c]),
            within=bool(within_range(problem, a, c, scores[c])),
            steps=int(np.ceil(distance[c] / sizes[c] - TIE)),
        )


def _place(problem: Problem, judged: Problem, alternative: str) -> int | None:
    """Return the alternative's place among the judged; None for one without a total.

    Raises:
        UnknownError: There is no such alternative.
    """
    if alternative not in problem.alternatives:
        raise UnknownError(kind="alternative", id=alternative)
    known = judged.alternatives
    return known.index(alternative) if alternative in known else None


def _nearest(
    today: FloatArray, least: FloatArray, most: FloatArray, leads: FloatArray
) -> FloatArray | None:
    """Return the shares nearest today's with which no lead is negative.

    The unknowns are how far each share goes up and how far it goes down.

    Args:
        leads: Shape (rivals, criteria): points that a weight of 1 on the criterion is worth.
    """
    from scipy.optimize import linprog  # takes a second to import

    far = np.concatenate([most - today, today - least])
    near = np.concatenate([least - today, today - most])
    count = len(today)
    found = linprog(
        np.ones(2 * count),
        A_ub=np.hstack([-leads, leads]),
        b_ub=leads @ today,
        A_eq=np.concatenate([np.ones(count), -np.ones(count)])[np.newaxis],
        b_eq=[0.0],
        bounds=np.stack([np.maximum(near, 0), np.maximum(far, 0)], axis=1),
        method="highs-ds",
        options={"primal_feasibility_tolerance": SOLVED, "dual_feasibility_tolerance": SOLVED},
    )
    if not found.success:
        return None
    moved = found.x[:count] - found.x[count:]
    shares = np.clip(np.where(np.abs(moved) <= SOLVED, today, today + moved), least, most)
    shares[shares <= SOLVED] = 0.0
    return shares / shares.sum()
