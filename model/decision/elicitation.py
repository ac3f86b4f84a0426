"""Weights out of simpler questions: an order of importance, or points for swings.

The question behind all of them is what it is worth to go from the worst end of a criterion's
scale to the best ("swing"), so the weights mean the same as those set directly.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.decision import weighted_sum
from model.decision.rank_agreement import kendall_tau_b, mid_ranks
from model.decision.ranking import TIE, competition_ranks
from model.errors import ShapeError, WeightError
from model.municipal import FloatArray

FULL_SWING = 100.0
"""Points for the most important swing, which the others are set against."""

Pairs = NDArray[np.intp]
"""Shape (pairs, 2): places of criteria."""


def rank_order_centroid(ranks: ArrayLike) -> FloatArray:
    """Return shares from an order: the mean of all weights that keep it, shape (criteria,).

    The k-th of n has (1/k + … + 1/n) / n. Those that tie share the mean of their places.

    Args:
        ranks: 1 for the most important; only the order counts, so 1, 2, 2, 4 and 1, 2, 2, 3
            are the same.

    Raises:
        WeightError: There are none, or one is missing or below 1.

    References:
        Barron & Barrett (1996), Management Science 42(11).
    """
    given = _ranks(ranks)
    by_place = np.cumsum(1 / np.arange(len(given), 0, -1))[::-1] / len(given)
    return _shared(given, by_place)


def rank_sum(ranks: ArrayLike) -> FloatArray:
    """Return shares from an order, falling evenly: n, n − 1, …, 1 as parts of their sum.

    For arguments, ties and errors see ``rank_order_centroid``.

    References:
        Stillwell, Seaver & Edwards (1981), Organizational Behavior and Human Performance 28(1).
    """
    given = _ranks(ranks)
    by_place = np.arange(len(given), 0, -1, dtype=float)
    return _shared(given, by_place / by_place.sum())


def swing(points: ArrayLike) -> FloatArray:
    """Return points for swings as shares of their sum, whether or not the highest is 100.

    Args:
        points: Shape (criteria,): 100 for the most important swing, the others against it.

    Raises:
        WeightError: There are none, one is negative or missing, or all are zero.

    References:
        von Winterfeldt & Edwards (1986), Decision Analysis and Behavioral Research.
    """
    return weighted_sum.shares(points)


def contradictions(ranks: ArrayLike, points: ArrayLike) -> Pairs:
    """Return the pairs where the one ranked lower was given more points.

    Returns:
        The one ranked higher first. Equal ranks or equal points contradict nothing.

    Raises:
        ShapeError: Ranks and points are not of the same criteria.
        WeightError: As in ``rank_order_centroid`` and ``swing``.
    """
    return _reversed(-_ranks(ranks), swing(points))


@dataclass(frozen=True, slots=True, eq=False)
class Consistency:
    """Two ways of weighting the same criteria, side by side.

    Attributes:
        one: Shares the first way, shape (criteria,).
        other: Shares the second way, likewise.
        difference: ``other`` less ``one``, likewise.
        largest: The criterion where they differ most, in either direction.
        reversed: Pairs that they put in opposite order; what ``one`` puts higher comes first.
        tau_b: Kendall's τ-b: 1 the same order of importance, −1 the opposite.
    """

    one: FloatArray
    other: FloatArray
    difference: FloatArray
    largest: int
    reversed: Pairs
    tau_b: float


def consistency(one: ArrayLike, other: ArrayLike) -> Consistency:
    """Compare two ways of weighting; shares that differ only by rounding are equal.

    Args:
        one: Weights, points or shares, made shares here.
        other: Likewise, of the same criteria.

    Raises:
        ShapeError: They are not of the same criteria.
        WeightError: See ``weighted_sum.shares``.
    """
    first, second = weighted_sum.shares(one), weighted_sum.shares(other)
    pairs = _reversed(first, second)
    difference = second - first
    return Consistency(
        one=first,
        other=second,
        difference=difference,
        largest=int(np.argmax(np.abs(difference))),
        reversed=pairs,
        tau_b=kendall_tau_b(competition_ranks(first), competition_ranks(second)),
    )


def _reversed(one: FloatArray, other: FloatArray) -> Pairs:
    if one.shape != other.shape:
        raise ShapeError(one=one.shape, other=other.shape)
    higher = np.subtract.outer(one, one) > TIE
    lower = np.subtract.outer(other, other) < -TIE
    return np.argwhere(higher & lower)


def _ranks(ranks: ArrayLike) -> FloatArray:
    given = np.asarray(ranks, dtype=float)
    if given.size == 0 or not np.isfinite(given).all() or (given < 1).any():
        raise WeightError(found=given.tolist())
    return given


def _shared(ranks: FloatArray, by_place: FloatArray) -> FloatArray:
    """Return what each place has, those that tie sharing the mean of theirs."""
    places = mid_ranks(ranks)
    shares = np.empty_like(by_place)
    shares[np.argsort(places, kind="stable")] = by_place
    level = places[:, None] == places[None, :]
    return level @ shares / level.sum(axis=1)
