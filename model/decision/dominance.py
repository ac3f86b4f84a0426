"""Which alternatives are better than which, whatever the exact weights or scores.

All answers are of shape (alternatives, alternatives): True where the one of the row dominates the
one of the column. An alternative without a total neither dominates nor is dominated.

References:
    Keeney & Raiffa (1976), ch. 3: dominance. Kirkwood & Sarin (1985), Operations Research 33(1):
    dominance for all weights that are held possible.
"""

from dataclasses import dataclass

import numpy as np

from model.decision.bounds import permitted
from model.decision.problem import BoolArray, Problem
from model.decision.ranking import TIE
from model.municipal import FloatArray


@dataclass(frozen=True, slots=True)
class Pair:
    """One alternative that is better than another, and in which way.

    Attributes:
        by_scores: At least as good on every criterion with weight.
        surely: So too with its own worst scores and the other's best ones.
        by_weights: Its total is at least as high with all weights within the bounds.
    """

    better: str
    worse: str
    by_scores: bool
    surely: bool
    by_weights: bool


@dataclass(frozen=True, slots=True, eq=False)
class Dominance:
    """Attributes: see the functions of the same names; the axes are ``alternatives``."""

    alternatives: tuple[str, ...]
    dominates: BoolArray
    surely_dominates: BoolArray
    weight_dominates: BoolArray

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs where one dominates the other in some way, in file order."""
        ways = np.stack([self.dominates, self.surely_dominates, self.weight_dominates], axis=-1)
        return tuple(
            Pair(self.alternatives[a], self.alternatives[b], *map(bool, ways[a, b]))
            for a, b in np.argwhere(ways.any(axis=-1))
        )


def dominance(problem: Problem) -> Dominance:
    """Return who dominates whom, in three ways.

    Raises:
        BoundsError: No weights keep within the bounds.
    """
    return Dominance(
        alternatives=problem.alternatives,
        dominates=dominates(problem),
        surely_dominates=surely_dominates(problem),
        weight_dominates=weight_dominates(problem),
    )


def dominates(problem: Problem) -> BoolArray:
    """Tell who is at least as good on every criterion with weight, and better on some."""
    return _dominates(problem, problem.values, problem.values)


def surely_dominates(problem: Problem) -> BoolArray:
    """Tell who dominates whatever the scores within their ranges."""
    return _dominates(problem, *problem.value_ends)


def _dominates(problem: Problem, worst: FloatArray, best: FloatArray) -> BoolArray:
    counted = problem.shares > 0
    lead = worst[:, np.newaxis, counted] - best[np.newaxis, :, counted]
    return (lead >= -TIE).all(axis=-1) & (lead > TIE).any(axis=-1)


def weight_dominates(problem: Problem) -> BoolArray:
    """Tell whose total is at least as high with all weights within the bounds.

    With some of them it is higher; two that are always equal do not dominate each other.

    The lowest lead is found without search: each criterion has its least share, and what is left
    goes to the criteria in turn, worst lead first, up to the most that each can have. A criterion
    on which a judged alternative lacks a value is held at zero.

    Returns:
        All False where no weights within the bounds leave all the judged a total.

    Raises:
        BoundsError: No weights keep within the bounds.
    """
    count = len(problem.alternatives)
    within = permitted(problem)
    if within is None:
        return np.zeros((count, count), dtype=bool)
    least, most = within
    lead = problem.values[:, np.newaxis] - problem.values[np.newaxis]
    lead = np.where(most > 0, lead, 0.0)  # so that what is not judged and cannot weigh is no gap
    order = np.argsort(lead, axis=-1)
    room = (most - least)[order]
    before = np.cumsum(room, axis=-1) - room
    given = np.clip(1 - least.sum() - before, 0, room)
    lowest = lead @ least + (given * np.take_along_axis(lead, order, axis=-1)).sum(axis=-1)
    at_least = lowest >= -TIE
    judged = ~np.isnan(problem.totals)
    return at_least & ~at_least.T & np.outer(judged, judged)
