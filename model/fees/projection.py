"""Carrying a series on beyond its data: each member's own trend, shrunk towards the country's."""

import numpy as np
from numpy.typing import NDArray

from model.municipal import FloatArray


def mean_growth(values: FloatArray, window: int) -> FloatArray:
    """Return the mean yearly growth over the last ``window`` years, as a share.

    Args:
        values: Shape (years, members), one row per consecutive year; positive.
        window: Number of yearly steps; fewer are used if the series is shorter.
    """
    steps = min(window, len(values) - 1)
    return (values[-1] / values[-1 - steps]) ** (1.0 / steps) - 1.0


def member_growth(own: FloatArray, country: float, future: float, own_trend: float) -> FloatArray:
    """Return each member's assumed growth: the country's, plus some of its own deviation.

    A member that has grown 0.4 percentage points slower than the country goes on growing
    ``own_trend`` × 0.4 points slower. Shrinking a short local trend towards the larger
    population's is the usual empirical-Bayes idea; the strength is a stated assumption.

    Args:
        own: Each member's mean growth in the past [share/year], shape (members,).
        country: The country's mean growth over the same years [share/year].
        future: The country's assumed growth ahead [share/year].
        own_trend: How much of the deviation stays, 0 (none) to 1 (all).
    """
    return future + own_trend * (own - country)


def extend(
    first_year: int, values: FloatArray, growth: FloatArray, years: NDArray[np.int_]
) -> FloatArray:
    """Return values for the asked years: the data where it reaches, then compound growth.

    Args:
        first_year: Year of the first row.
        values: Shape (known years, members), consecutive years.
        growth: Shape (members,) [share/year], after the last known year.
        years: Asked years, none before ``first_year``.

    Returns:
        Shape (asked years, members).
    """
    last = first_year + len(values) - 1
    rows = np.minimum(years, last) - first_year
    ahead = np.maximum(years - last, 0)
    return values[rows] * (1.0 + growth) ** ahead[:, None]
