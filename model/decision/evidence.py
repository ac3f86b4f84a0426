"""Worth of evidence: what a pre-study should find out first.

How often the leader is first depends on what is not known. If one score were known to be at its
low end, or at its high end, while all else is still drawn, how often would it then be first? The
further apart the two answers are, the more hangs on that score. The same draws are used for both,
so the difference is the score's own and not chance.

References:
    Lahdelma & Salminen (2001), SMAA-2, Operations Research 49(3): acceptability for first rank.
    The measure, a difference between the two ends, is ours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from model.decision.problem import BoolArray, Problem
from model.decision.ranking import TIE, leaders
from model.decision.value_functions import values_of
from model.errors import ShapeError
from model.municipal import FloatArray

BLOCK = 5_000
"""Draws worked on at a time, so that they stay in the processor's cache: measured as best."""

SMALLEST = 1e-300
"""No weight is divided by less."""


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A figure that moves a whole criterion, such as a capture behind a computed one.

    Attributes:
        figure: Key of the figure.
        low: Its low end, in its own unit.
        high: Its high end.
        ends: Values on the criterion when the figure is known to be at its low and at its high
            end and the rest is drawn as before, each of shape (alternatives, draws), or
            (alternatives, 1) where nothing else is drawn.
    """

    figure: str
    criterion: str
    low: float
    high: float
    ends: tuple[FloatArray, FloatArray]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What hangs on one figure.

    Attributes:
        figure: Key of the figure.
        alternative: Whose score it is; None for a figure that moves a whole criterion.
        low: The figure's low end, in its own unit.
        high: Its high end.
        leader_low: Share of the draws in which today's leader is first when the figure is known
            to be at its low end, ties split equally.
        leader_high: The same at its high end.
        first_low: Who is first most often at the low end; of equals the first in the file.
        first_high: The same at the high end.
    """

    figure: str
    alternative: str | None
    criterion: str
    low: float
    high: float
    leader_low: float
    leader_high: float
    first_low: str
    first_high: str

    @property
    def worth(self) -> float:
        """How much of the leader's share of first places hangs on the figure, 0–1."""
        return abs(self.leader_high - self.leader_low)


def evidence(
    problem: Problem, weights: FloatArray, values: FloatArray, columns: Sequence[Column] = ()
) -> tuple[Evidence, ...]:
    """Return what hangs on each score with a range, and on each column, most first.

    Scores of a computed criterion are not assumptions of their own and are left out; the figures
    behind them come as ``columns``. So is what belongs to a criterion that never has weight, and
    an alternative that lacks a value on one that has. With fewer than two alternatives, or with
    today's leader left out, there is nothing to find out and the answer is empty.

    Args:
        weights: Shares drawn, shape (criteria, draws).
        values: Values drawn, shape (criteria, alternatives, draws), for the alternatives of
            ``problem.judged``; whatever stands for a score that is not judged is not read.
        columns: For the same alternatives and draws.

    Raises:
        ShapeError: The arrays do not cover the same criteria, alternatives and draws.
    """
    problem = problem.judged
    shape = (*problem.values.T.shape, weights.shape[-1])
    if weights.shape != shape[::2] or values.shape != shape:
        raise ShapeError(weights=weights.shape, values=values.shape)
    weighs, lacks = weights.any(axis=1), np.isnan(problem.values).T
    ranked = ~lacks[weighs].any(axis=0)
    leader = problem.alternatives[leaders(problem.totals)] if ranked.any() else None
    problem = problem.only(ranked)
    names, criteria = problem.alternatives, problem.criteria
    if len(names) < 2 or leader not in names:
        return ()
    columns = [one for one in columns if weighs[criteria.index(one.criterion)]]
    if lacks.any():
        values = np.where(lacks[..., None], 0.0, values)[:, ranked]
        columns = [replace(one, ends=tuple(end[ranked] for end in one.ends)) for one in columns]

    moves = (problem.low < problem.high) & ~problem.computed & weighs
    figures = [
        (f"scores.{names[a]}.{criteria[c]}", names[a], criteria[c], float(low), float(high))
        for (a, c), low, high in zip(
            np.argwhere(moves), problem.low[moves], problem.high[moves], strict=True
        )
    ]
    figures += [(one.figure, None, one.criterion, one.low, one.high) for one in columns]
    ends = np.stack([values_of(end, problem.functions) for end in (problem.low, problem.high)])
    places = [criteria.index(one.criterion) for one in columns]
    shares = np.concatenate(
        [
            _with_scores(weights, values, ends, moves),
            _with_columns(weights, values, [one.ends for one in columns], places),
        ]
    )
    first = leaders(shares)
    own = shares[..., names.index(leader)]
    found = [
        Evidence(*figure, float(low), float(high), names[below], names[above])
        for figure, (low, high), (below, above) in zip(figures, own, first, strict=True)
    ]
    return tuple(sorted(found, key=lambda one: -one.worth))


def _with_scores(
    weights: FloatArray, values: FloatArray, ends: FloatArray, moves: BoolArray
) -> FloatArray:
    """Return how often each is first with one score known, shape (scores, 2, alternatives).

    Args:
        ends: Values at the ends of the ranges, shape (2, alternatives, criteria).
        moves: Which scores, shape (alternatives, criteria); in the result row by row.
    """
    n = values.shape[-1]
    rows = [np.flatnonzero(row) for row in moves]
    firsts = [np.zeros((2, row.size, len(moves))) for row in rows]
    for block in _blocks(n):
        w, v = weights[:, block], values[..., block]
        totals = np.einsum("cm,cam->am", w, v)
        inverse = 1.0 / np.maximum(w, SMALLEST)
        for a, row in enumerate(rows):
            if row.size:
                own = totals[a].copy()
                totals[a] = -np.inf  # what is left are the others
                firsts[a] += _lost(totals, own, inverse[row], v[row, a], ends[:, a, row])
                totals[a] = own
    for a, counts in enumerate(firsts):
        counts[..., a] = n - counts.sum(axis=-1)
    return np.concatenate(firsts, axis=1).swapaxes(0, 1) / n


def _lost(
    others: FloatArray,
    own: FloatArray,
    inverse: FloatArray,
    values: FloatArray,
    ends: FloatArray,
) -> FloatArray:
    """Return how often each other is first with one score known, shape (2, scores, alternatives).

    Only the total of the score's own alternative changes. So the best of the others is found
    once, and it stays best as long as the value is below the one that would draw level with it.

    Args:
        others: Totals as drawn, shape (alternatives, draws); minus infinity for its own.
        own: Its own total as drawn, shape (draws,).
        inverse: One divided by the weights of the scores' criteria, shape (scores, draws).
        values: As drawn, shape (scores, draws).
        ends: Values when known, shape (2, scores).
    """
    best = others.max(axis=0)
    near_best = others >= best - TIE
    # Counts of a block are exact in single precision, and twice as fast.
    among = near_best.astype(np.float32)
    if np.count_nonzero(near_best) > best.size:
        among /= among.sum(axis=0)
    behind = best - own
    level, ends = behind * inverse, ends[..., None]
    level += values
    reach = TIE * inverse.max(axis=1, keepdims=True)
    surely, perhaps = level > ends + reach, level > ends - reach
    lost = surely.astype(np.float32)
    if np.count_nonzero(surely) != np.count_nonzero(perhaps):
        # So near a tie the totals themselves decide, as in the ranking.
        end, score, draw = np.nonzero(surely != perhaps)
        step = (ends[end, score, 0] - values[score, draw]) / inverse[score, draw]
        lead = step - behind[draw]
        sharing = near_best[:, draw].sum(axis=0)
        tied = sharing / (sharing + 1.0)
        lost[end, score, draw] = np.where(np.abs(lead) <= TIE, tied, lead < 0)
    return lost @ among.T


def _with_columns(
    weights: FloatArray,
    values: FloatArray,
    ends: Sequence[tuple[FloatArray, FloatArray]],
    places: Sequence[int],
) -> FloatArray:
    """Return how often each is first with one column known, shape (columns, 2, alternatives).

    Args:
        ends: The columns' values, as in ``Column``.
        places: Which criterion each column belongs to.
    """
    n_alternatives, n = values.shape[1:]
    firsts = np.zeros((len(ends), 2, n_alternatives))
    drawn = [[np.broadcast_to(end, (n_alternatives, n)) for end in pair] for pair in ends]
    for block in _blocks(n):
        w, v = weights[:, block], values[..., block]
        totals = np.einsum("cm,cam->am", w, v)
        for k, c in enumerate(places):
            for e, known in enumerate(drawn[k]):
                moved = totals + w[c] * (known[:, block] - v[c])
                first = moved >= moved.max(axis=0) - TIE
                firsts[k, e] += first @ (1.0 / first.sum(axis=0))
    return firsts / n


def _blocks(n: int) -> Iterator[slice]:
    return (slice(start, min(start + BLOCK, n)) for start in range(0, n, BLOCK))
