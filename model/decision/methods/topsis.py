"""TOPSIS: near the best point there is, and far from the worst.

The two points are put together from the alternatives at hand, so the result depends on which
they are; the weighted sum is on fixed scales and does not.

References:
    Hwang & Yoon (1981), Multiple Attribute Decision Making, with vector normalisation.
"""

import numpy as np

from model.decision.ranking import TIE
from model.municipal import FloatArray

MIDWAY = 0.5
"""Closeness where the best point and the worst are the same, so that none is nearer."""


def topsis(values: FloatArray, shares: FloatArray) -> FloatArray:
    """Return the closeness to the best point, shape (alternatives,); 1 is there, 0 at the worst.

    Args:
        values: Shape (alternatives, criteria), at least one of each, none missing; more is better.
        shares: Shape (criteria,), summing to 1.
    """
    to_best, to_worst = _squared_distances(values, shares)
    best, worst = np.sqrt(to_best.sum(axis=1)), np.sqrt(to_worst.sum(axis=1))
    apart = best + worst
    return np.divide(worst, apart, out=np.full(len(values), MIDWAY), where=apart > TIE)


def pulls(values: FloatArray, shares: FloatArray) -> FloatArray:
    """Return how much each criterion takes an alternative from the worst point to the best.

    The squared distance to the worst point less that to the best. An alternative that is closer
    than another gains on it by at least one criterion.

    Returns:
        Shape (alternatives, criteria).
    """
    to_best, to_worst = _squared_distances(values, shares)
    return to_worst - to_best


def _squared_distances(values: FloatArray, shares: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return squared distances to the best and the worst point, (alternatives, criteria) each."""
    length = np.sqrt((values**2).sum(axis=0))
    weighed = shares * np.divide(values, length, out=np.zeros_like(values), where=length > 0)
    return (weighed - weighed.max(axis=0)) ** 2, (weighed - weighed.min(axis=0)) ** 2
