"""How often each alternative comes first when weights and scores are not known exactly.

The random numbers are drawn once per problem from its seed and used again for every choice, so
a picture does not flicker while a slider moves and the same choices give the same answer.

References:
    Lahdelma & Salminen (2001), SMAA-2, Operations Research 49(3): first-rank acceptability.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from model.decision.ranking import TIE
from model.decision.value_functions import ValueFunction
from model.municipal import FloatArray

DRAWS = 10_000
SPREAD = 0.5

BoolArray = NDArray[np.bool_]
Column = tuple[bytes, bytes, ValueFunction]
"""One criterion's low and high scores as bytes and its value function: hashable, by value."""


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Random numbers for one size of problem; the arrays cannot be written to.

    Attributes:
        any_weights: Shape (criteria, draws): shares, uniform over all that sum to 1.
        multipliers: Shape (criteria, draws): uniform 1 ± spread.
        within: Shape (criteria, alternatives, draws): uniform 0–1, the place in a score's range.
        spread: Half the width of the multipliers.

    Draws are the *last* axis, against the house order, because sums over criteria then run along
    memory: measured about twice as fast.
    """

    any_weights: FloatArray
    multipliers: FloatArray
    within: FloatArray
    spread: float

    @property
    def count(self) -> int:
        """Number of draws."""
        return self.multipliers.shape[-1]


@dataclass(frozen=True, slots=True, eq=False)
class Robustness:
    """Share of the draws in which each alternative is first, ties split equally.

    Attributes:
        first_near: Shape (alternatives,): weights near today's. nan for an alternative without
            a total; the others sum to 1.
        first_any: Shape (alternatives,): any weights at all. nan also for one that lacks a score
            on a criterion without weight today, since every criterion has weight in these draws.
        draws: Number of draws.
        spread: How far each weight moves in ``first_near``, as a share of itself.
    """

    first_near: FloatArray
    first_any: FloatArray
    draws: int
    spread: float


@lru_cache(maxsize=8)
def make_draws(
    n_alternatives: int, n_criteria: int, seed: int, n: int = DRAWS, spread: float = SPREAD
) -> Draws:
    """Return the draws for a problem of this size; the same arguments give the same draws.

    Weights and places have generators of their own, so the weights drawn do not depend on how
    many alternatives there are.
    """
    weights, places = (np.random.default_rng(s) for s in np.random.SeedSequence(seed).spawn(2))
    any_weights = weights.dirichlet(np.ones(n_criteria), size=n).T
    multipliers = weights.uniform(1 - spread, 1 + spread, size=(n_criteria, n))
    within = places.random((n_criteria, n_alternatives, n))
    return Draws(_fixed(any_weights), _fixed(multipliers), _fixed(within), spread)


def robustness(
    low: FloatArray,
    high: FloatArray,
    functions: tuple[ValueFunction, ...],
    shares: FloatArray,
    draws: Draws,
) -> Robustness:
    """Return how often each alternative is first, near today's weights and with any weights.

    Scores are drawn uniformly and independently within their ranges and then valued, so a
    broken value line is followed. Weights near today's: each share × (1 ± spread), normalised.

    Args:
        low: Lowest score, shape (alternatives, criteria); nan where not judged.
        high: Highest score; equal to ``low`` for a score without a range.
        functions: One value function per criterion.
        shares: Today's shares, shape (criteria,).
    """
    columns = tuple(
        (low[:, c].tobytes(), high[:, c].tobytes(), function)
        for c, function in enumerate(functions)
    )
    missing = np.isnan(low) | np.isnan(high)
    near = shares[:, None] * draws.multipliers
    near /= near.sum(axis=0)
    first_near = _share_first(columns, near, (missing & (shares > 0)).any(axis=1), draws)
    return Robustness(first_near, _first_any(columns, draws), draws.count, draws.spread)


@lru_cache(maxsize=64)
def _drawn_values(column: Column, c: int, draws: Draws) -> FloatArray:
    """Return drawn values on one criterion, shape (alternatives, draws); 0 where not judged.

    Kept per criterion: moving a weight only costs the sums, moving a score one criterion.
    """
    low, high, function = np.frombuffer(column[0]), np.frombuffer(column[1]), column[2]
    scores = low[:, None] + (high - low)[:, None] * draws.within[c]
    return _fixed(np.nan_to_num(function(scores)))


@lru_cache(maxsize=64)
def _first_any(columns: tuple[Column, ...], draws: Draws) -> FloatArray:
    """Return first shares over all weights, which no weight of today changes."""
    ends = [np.frombuffer(low) + np.frombuffer(high) for low, high, _ in columns]
    unranked = np.isnan(ends).any(axis=0)
    return _fixed(_share_first(columns, draws.any_weights, unranked, draws))


def _share_first(
    columns: tuple[Column, ...], weights: FloatArray, unranked: BoolArray, draws: Draws
) -> FloatArray:
    """Return the share of draws in which each alternative has the highest total."""
    if unranked.all():
        return np.full(len(unranked), np.nan)
    totals = np.zeros((len(unranked), draws.count))
    for c, column in enumerate(columns):
        totals += weights[c] * _drawn_values(column, c, draws)
    totals[unranked] = -np.inf
    first = totals >= totals.max(axis=0) - TIE
    share = first @ (1.0 / first.sum(axis=0)) / draws.count
    share[unranked] = np.nan
    return share


def _fixed(array: FloatArray) -> FloatArray:
    array.setflags(write=False)
    return array
