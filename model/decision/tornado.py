"""What moves the leader's margin most: one weight or one score at a time, from end to end.

References:
    Goodwin & Wright, Decision Analysis for Management Judgment: the tornado diagram.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from model.decision.problem import Problem
from model.decision.ranking import TIE, leaders
from model.decision.stability import clean, line_ends
from model.decision.value_functions import values_of
from model.municipal import FloatArray

Kind = Literal["weight", "score"]
Cell = tuple[int | None, int]
"""Alternative, None for a weight, and criterion."""

PLACES = 9
"""Decimals to which swings are compared when sorted, so that rounding does not part equals."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The margin with one weight or score at each end of its range, all else as today.

    Attributes:
        alternative: Whose score it is; None for a weight.
        low: The low end: a share 0–1, or a score on its scale.
        high: The high end.
        margin_low: Points from today's leader to the best of the others at the low end; negative
            where the leader has lost the first place.
        first_low: Who is first there; of those that tie the first in the file.
        swing: Points between the smallest and the largest of the two margins and today's.
    """

    kind: Kind
    alternative: str | None
    criterion: str
    low: float
    high: float
    margin_low: float
    margin_high: float
    first_low: str
    first_high: str
    swing: float


@dataclass(frozen=True, slots=True)
class Tornado:
    """What the leader's margin hangs on.

    Attributes:
        leader: Today's; None if no alternative has a total.
        margin: Today's points to the best of the others, 0 in a tie; None without another.
        bars: Widest swing first, then as in the file, weights before scores. What cannot move
            the margin is left out.
    """

    leader: str | None
    margin: float | None
    bars: tuple[Bar, ...]


def tornado(problem: Problem, spread: float) -> Tornado:
    """Return how the leader's margin moves with each weight and each score.

    A weight's share is moved to (1 ± ``spread``) times today's, at most 1, and the others keep
    their proportions. A score is moved to the ends of its range; on a value line that turns
    within the range the margin may go further in between.

    Args:
        spread: How far a weight is moved each way, as a share of itself, at least 0.
    """
    problem = problem.judged
    names = problem.alternatives
    if len(names) < 2:
        return Tornado(names[0] if names else None, None, ())
    leader = int(leaders(problem.totals))
    today = float(_margins(problem.totals, leader))
    cells, ends, totals = _moved(problem, spread)
    margins, first = _margins(totals, leader), leaders(totals)
    reached = np.column_stack([margins, np.full(len(cells), today)])
    swings = np.ptp(reached, axis=1)
    # Without a margin at an end, for want of a value there, the swing is nan and left out too.
    bars = [
        _bar(problem, cells[i], ends[i], margins[i], first[i], swings[i])
        for i in np.argsort(-np.round(swings, PLACES), kind="stable")
        if swings[i] > TIE
    ]
    return Tornado(names[leader], today, tuple(bars))


def _moved(problem: Problem, spread: float) -> tuple[list[Cell], FloatArray, FloatArray]:
    """Return what is moved, its ends (cells, 2) and the totals (cells, 2, alternatives)."""
    shares = problem.shares
    reach = spread if len(shares) > 1 else 0.0  # a single criterion has all the weight
    weight_ends = np.clip(np.outer(shares, [1.0 - reach, 1.0 + reach]), 0.0, 1.0)
    at_zero, at_one = (ends.T[:, None, :] for ends in line_ends(problem.values, shares))
    share = weight_ends[..., None]
    by_weight = _part(1.0 - share, at_zero) + _part(share, at_one)

    rows, columns = np.nonzero((problem.low < problem.high) & (shares > 0))
    score_ends = np.stack([problem.low, problem.high])
    steps = values_of(score_ends, problem.functions) - problem.values
    change = (steps * shares)[:, rows, columns].T  # (cells, 2)
    by_score = np.tile(problem.totals, (len(rows), 2, 1))
    by_score[np.arange(len(rows)), :, rows] += change

    cells: list[Cell] = [(None, c) for c in range(len(shares))]
    cells += [(int(a), int(c)) for a, c in zip(rows, columns, strict=True)]
    return (
        cells,
        np.concatenate([weight_ends, score_ends[:, rows, columns].T]),
        np.concatenate([by_weight, by_score]),
    )


def _part(share: FloatArray, totals: FloatArray) -> FloatArray:
    """Return share × total; 0 where there is no share, total or not."""
    return np.where(share > 0, share * totals, 0.0)


def _margins(totals: FloatArray, leader: int) -> FloatArray:
    """Return points from the leader to the best of the others, along the last axis.

    nan where the leader or all the others lack a total.
    """
    others = np.fmax.reduce(np.delete(totals, leader, axis=-1), axis=-1)
    return clean(totals[..., leader] - others)


def _bar(
    problem: Problem,
    cell: Cell,
    ends: FloatArray,
    margins: FloatArray,
    first: FloatArray,
    swing: float,
) -> Bar:
    a, c = cell
    names = problem.alternatives
    return Bar(
        kind="weight" if a is None else "score",
        alternative=None if a is None else names[a],
        criterion=problem.criteria[c],
        low=float(ends[0]),
        high=float(ends[1]),
        margin_low=float(margins[0]),
        margin_high=float(margins[1]),
        first_low=names[first[0]],
        first_high=names[first[1]],
        swing=float(swing),
    )
