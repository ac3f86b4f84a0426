"""How far one weight can move before another alternative comes first.

One criterion's share of the weights goes from 0 to 1 while the others keep their proportions.
Every total is then a straight line in that share, so the answer is exact and needs no search.

References:
    Triantaphyllou & Sánchez (1997), Decision Sciences 28(1): the smallest change of one weight,
    renormalised, that turns the order of two alternatives. Here for the first against all.
"""

import numpy as np
from numpy.typing import NDArray

from model.decision.ranking import TIE
from model.municipal import FloatArray

Switch = tuple[int | None, int | None]
"""Who takes over below the low end and above the high end."""


def intervals(values: FloatArray, shares: FloatArray, first: int) -> FloatArray:
    """Return, per criterion, the shares in which ``first`` stays first (ties included).

    An alternative without a total today is left out. Where all other weights are zero the
    others share what is given up equally. If ``first`` lacks a value that any other share would
    need, its interval is today's share alone.

    Args:
        values: Shape (alternatives, criteria), 0–100; nan where not judged.
        shares: Today's shares, shape (criteria,), summing to 1.
        first: An alternative that is first today.

    Returns:
        Shape (criteria, 2): lowest and highest share, 0–1.
    """
    crossing, at_zero, at_one = _crossings(values, shares, first)
    low = np.where((at_zero < 0) & (at_one >= 0), crossing, 0.0).max(axis=0)
    high = np.where((at_zero >= 0) & (at_one < 0), crossing, 1.0).min(axis=0)
    judged = ~np.isnan(at_zero[first]) & ~np.isnan(at_one[first])
    low, high = np.where(judged, low, shares), np.where(judged, high, shares)
    # Today's share always belongs to the interval; rounding must not say otherwise.
    return np.stack([np.minimum(low, shares), np.maximum(high, shares)], axis=1)


def switches(values: FloatArray, shares: FloatArray, first: int) -> tuple[Switch, ...]:
    """Return, per criterion, the alternative that takes over at each end of the interval.

    Where several catch up at the same share, the one that then draws ahead; of equals the first
    in the order given. None where the interval reaches 0 or 1, or ends for want of a value.
    """
    crossing, at_zero, at_one = _crossings(values, shares, first)
    slope = at_one - at_zero
    ends = intervals(values, shares, first)
    result: list[Switch] = []
    for c in range(len(shares)):
        meets_low = (at_zero[:, c] < 0) & (np.abs(crossing[:, c] - ends[c, 0]) <= TIE)
        meets_high = (at_one[:, c] < 0) & (np.abs(crossing[:, c] - ends[c, 1]) <= TIE)
        result.append((_steepest(meets_low, slope[:, c]), _steepest(meets_high, -slope[:, c])))
    return tuple(result)


def line_ends(values: FloatArray, shares: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the totals when each criterion's share is 0, and when it is 1.

    Between them each total is a straight line in the share.

    Returns:
        Two arrays of shape (alternatives, criteria). The first is nan where the other criteria
        need a value that is missing and for an alternative without a total today; the second is
        nan where the criterion's own value is missing.
    """
    missing = np.isnan(values)
    rest = divide(shares, np.eye(len(shares), dtype=bool))
    without = np.where(missing, 0.0, values) @ rest.T
    without[missing @ (rest > 0).T] = np.nan
    without[(missing & (shares > 0)).any(axis=1)] = np.nan
    return without, values


def divide(shares: FloatArray, taken: NDArray[np.bool_]) -> FloatArray:
    """Return how the other criteria divide what those taken leave: as today, summing to 1.

    Where all the others are zero today they share equally.

    Args:
        taken: Shape (..., criteria): True for a criterion that has its share already.

    Returns:
        The shape of ``taken``; zero where taken, so all zeros where there are no others.
    """
    others = np.where(taken, 0.0, shares)
    left = others.sum(axis=-1, keepdims=True)
    equal = ~taken / np.maximum((~taken).sum(axis=-1, keepdims=True), 1)
    return np.divide(others, left, out=equal, where=left > 0)


def clean(lead: FloatArray) -> FloatArray:
    """Return leads where one too small to be seen is none, as in the ranking."""
    return np.where(np.abs(lead) <= TIE, 0.0, lead)


def _steepest(meets: NDArray[np.bool_], slope: FloatArray) -> int | None:
    return int(np.argmax(np.where(meets, slope, -np.inf))) if meets.any() else None


def _crossings(
    values: FloatArray, shares: FloatArray, first: int
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return where each alternative meets ``first``, and its lead at share 0 and at share 1.

    The lead over an alternative is linear in the share, from ``at_zero`` to ``at_one``, and is
    zero at ``at_zero / (at_zero - at_one)``. Shape (alternatives, criteria); nan for those left
    out, which then bind nothing (comparisons with nan are False).
    """
    totals_zero, totals_one = line_ends(values, shares)
    at_zero = clean(totals_zero[first] - totals_zero)
    at_one = clean(totals_one[first] - totals_one)
    fall = at_zero - at_one
    crossing = np.divide(at_zero, fall, out=np.full(fall.shape, np.nan), where=fall != 0)
    return crossing, at_zero, at_one
