"""Who is first as one weight goes from nothing to everything.

One criterion's share of the weights goes from 0 to 1 while the others keep their proportions, as
in ``stability``. Every total is a straight line in that share, and who is first is the upper
envelope of the lines: found exactly, from crossing to crossing.

References:
    Goodwin & Wright, Decision Analysis for Management Judgment, ch. 3: the sensitivity graph of
    one weight.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from model.decision.problem import Problem
from model.decision.ranking import TIE, leaders
from model.decision.stability import clean, line_ends
from model.errors import UnknownError
from model.municipal import FloatArray


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the line, 0–1, with one alternative first; of equals the first in the file."""

    start: float
    end: float
    leader: str


@dataclass(frozen=True, slots=True, eq=False)
class WeightLine:
    """The totals as one criterion's share goes from 0 to 1.

    Attributes:
        alternatives: Ids of those with a total today.
        share: Today's share.
        ends: Totals at share 0 and at share 1, shape (alternatives, 2); nan where a value that
            is needed there is missing.
        segments: From 0 to 1 without gaps. An alternative that lacks either end has none; empty
            if all do.
    """

    criterion: str
    alternatives: tuple[str, ...]
    share: float
    ends: FloatArray
    segments: tuple[Segment, ...]

    @property
    def switches(self) -> tuple[tuple[float, str, str], ...]:
        """Where the first place is handed over, rising: share, from whom, to whom."""
        return tuple(
            (after.start, before.leader, after.leader) for before, after in pairwise(self.segments)
        )


def weight_line(problem: Problem, criterion: str) -> WeightLine:
    """Return the totals and who is first over all shares of one criterion.

    With a single criterion, whose share cannot be moved, the line shows the totals that share
    would give if nothing else counted.

    Raises:
        UnknownError: No such criterion.
    """
    problem = problem.judged
    c = place(problem, criterion)
    at_zero, at_one = line_ends(problem.values, problem.shares)
    ends = np.stack([at_zero[:, c], at_one[:, c]], axis=1)
    return WeightLine(
        criterion=criterion,
        alternatives=problem.alternatives,
        share=float(problem.shares[c]),
        ends=ends,
        segments=tuple(
            Segment(start, end, problem.alternatives[a]) for start, end, a in _envelope(ends)
        ),
    )


def place(problem: Problem, criterion: str) -> int:
    """Return where the criterion stands among the problem's.

    Raises:
        UnknownError: No such criterion.
    """
    if criterion not in problem.criteria:
        raise UnknownError(kind="criterion", id=criterion)
    return problem.criteria.index(criterion)


def _envelope(ends: FloatArray) -> list[tuple[float, float, int]]:
    """Return start, end and which line is highest, from 0 to 1.

    Each line that takes over ends higher than the one before, so there are no more steps than
    lines. Of several that cross at the same share the one that ends highest takes over.
    """
    whole = np.flatnonzero(~np.isnan(ends).any(axis=1))
    if not whole.size:
        return []
    at_zero, at_one = ends[whole].T
    top = at_zero >= at_zero.max() - TIE
    start, leader = 0.0, int(leaders(np.where(top, at_one, np.nan)))
    pieces = []
    while True:
        lead_zero, lead_one = clean(at_zero[leader] - at_zero), clean(at_one[leader] - at_one)
        overtaken = lead_one < 0
        if not overtaken.any():
            return [*pieces, (start, 1.0, int(whole[leader]))]
        meets = np.full(len(whole), np.inf)
        np.divide(lead_zero, lead_zero - lead_one, out=meets, where=overtaken)
        end = max(start, float(meets.min()))
        if end > start:
            pieces.append((start, end, int(whole[leader])))
        start, leader = end, int(leaders(np.where(meets <= end + TIE, at_one, np.nan)))
