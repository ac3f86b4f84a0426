"""Weigh values into one total per alternative: the additive value model."""

import numpy as np
from numpy.typing import ArrayLike

from model.errors import ShapeError, WeightError
from model.municipal import FloatArray


def shares(weights: ArrayLike) -> FloatArray:
    """Return the weights as shares of their sum, shape (criteria,).

    Raises:
        WeightError: A weight is negative, missing or infinite, or all are zero.
    """
    given = np.asarray(weights, dtype=float)
    if given.size == 0 or not np.isfinite(given).all() or (given < 0).any():
        raise WeightError(found=given.tolist())
    largest = given.max()
    if largest == 0:
        raise WeightError(found=given.tolist())
    scaled = given / largest  # so that very large weights do not overflow in the sum
    return scaled / scaled.sum()


def contributions(values: FloatArray, shares: FloatArray) -> FloatArray:
    """Return what each criterion adds to each total [points], shape (alternatives, criteria).

    Args:
        values: Shape (alternatives, criteria), 0–100; nan where not judged.
        shares: Shape (criteria,), summing to 1.

    Returns:
        nan where a value is missing on a criterion with weight; 0 where there is no weight,
        judged or not.

    Raises:
        ShapeError: Values and shares do not cover the same criteria.
    """
    if values.ndim != 2 or shares.shape != values.shape[1:]:
        raise ShapeError(values=values.shape, shares=shares.shape)
    return np.where(shares > 0, values * shares, 0.0)


def totals(values: FloatArray, shares: FloatArray) -> FloatArray:
    """Return Σ share × value per alternative, 0–100, shape (alternatives,).

    Returns:
        nan for an alternative that lacks a value on a criterion with weight: a gap is shown as
        a gap, never counted as zero or left out of the mean.

    References:
        Keeney & Raiffa (1976), ch. 3; Belton & Stewart (2002).
    """
    return contributions(values, shares).sum(axis=1)
