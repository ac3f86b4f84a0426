"""The moves of one alternative's scores that pay: what more points on its total, or fewer, cost."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.decision.problem import BoolArray, Problem
from model.decision.ranking import TIE
from model.municipal import FloatArray

EQUAL = 10
"""Decimals to which gains are compared: finer than a tie, coarser than rounding."""


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """Moves of which each costs more and gives more than the one before; first to move nothing.

    Attributes:
        costs: Shape (moves,). Steps come first; with as many, scores moved; then ends out of
            range. All three in one number, so costs of different alternatives can be added.
        gains: Shape (moves,): points on the total, or off it.
        scores: Where the scores end, shape (moves, criteria).
    """

    costs: NDArray[np.int64]
    gains: FloatArray
    scores: FloatArray


def step_of(scale: FloatArray) -> float:
    """Return one point for a scale of 2 to 10 whole points, such as 1–4; else a tenth of it."""
    low, high = (float(end) for end in scale)
    whole = low.is_integer() and high.is_integer()
    return 1.0 if whole and 2 <= high - low <= 10 else (high - low) / 10


def paying_moves(problem: Problem, a: int, sizes: FloatArray, *, up: bool) -> Moves:
    """Return the moves of alternative ``a`` that raise its total, or that lower it.

    A move that costs as much as another and gives no more is dropped as it comes, criterion by
    criterion. Nothing is lost by that, since costs and gains of different criteria add up.

    Args:
        sizes: Points in a step, shape (criteria,).
    """
    base = problem.scores.size + 1
    moves = Moves(np.zeros(1, dtype=np.int64), np.zeros(1), problem.scores[a][np.newaxis])
    # Backwards, so that of moves alike the one that is first in the file comes first.
    for c in np.flatnonzero((problem.shares > 0) & ~problem.computed)[::-1]:
        ends, steps = _ends(problem.scores[a, c], problem.scales[c], sizes[c])
        values = problem.functions[c](ends)
        points = problem.shares[c] * (values - values[0]) * (1 if up else -1)
        moved = steps > 0
        outside = moved & ~within_range(problem, a, c, ends)
        costs = np.add.outer(moves.costs, (steps * base + moved) * base + outside).ravel()
        gains = np.add.outer(moves.gains, points).ravel()
        order = np.lexsort((-gains.round(EQUAL), costs))
        most = np.maximum.accumulate(gains[order])
        pays = np.concatenate([[True], gains[order][1:] > most[:-1] + 10.0**-EQUAL])
        kept = order[pays]
        scores = moves.scores[kept // len(ends)]
        scores[:, c] = ends[kept % len(ends)]
        moves = Moves(costs[kept], gains[kept], scores)
    return moves


def within_range(problem: Problem, a: int, c: int, scores: FloatArray) -> BoolArray:
    """Tell which scores lie within the range held possible, any shape."""
    return (scores >= problem.low[a, c] - TIE) & (scores <= problem.high[a, c] + TIE)


def _ends(score: float, scale: FloatArray, size: float) -> tuple[FloatArray, NDArray[np.int64]]:
    """Return where a score can end and in how many steps; where it stands comes first."""
    low, high = scale
    up = np.arange(1, np.ceil((high - score) / size - TIE) + 1)
    down = np.arange(1, np.ceil((score - low) / size - TIE) + 1)
    moved = np.concatenate([score + up * size, score - down * size])
    ends = np.concatenate([[score], np.clip(moved, low, high).round(EQUAL)])
    return ends, np.concatenate([[0], up, down]).astype(np.int64)
