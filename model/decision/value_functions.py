"""From a score on a criterion's own scale to a value 0–100, the same for all alternatives."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.municipal import FloatArray
from model.scenario import Criterion

BEST = 100.0


@dataclass(frozen=True, slots=True)
class ValueFunction:
    """A straight or broken line through given points.

    The points come from the criterion alone, so an alternative that is added or removed never
    changes the value of another one (no rank reversal). Hashable, so that results can be kept.

    Attributes:
        scores: Scores of the points, ascending.
        values: Values of the points, 0–100, 100 most wanted.

    References:
        Keeney & Raiffa (1976), ch. 3; Belton & Stewart (2002): "global" scales.
    """

    scores: tuple[float, ...]
    values: tuple[float, ...]

    def __call__(self, scores: FloatArray) -> FloatArray:
        """Return values 0–100, any shape; nan for nan.

        A score beyond the outermost points has the value of the nearest one.
        """
        return np.interp(scores, self.scores, self.values)


def value_function(criterion: Criterion, values: Sequence[float] | None = None) -> ValueFunction:
    """Return the criterion's value function.

    Without ``value_points`` it is a line over the scale, rising or falling by
    ``higher_is_better``. With points the values are taken as they stand: the points themselves
    say which end is wanted.

    Args:
        values: Chosen values 0–100 of ``criterion.value_scores``, which go before the file's.
    """
    low, high = criterion.scale
    if values is not None:
        points = tuple(zip(criterion.value_scores, values, strict=True))
    elif criterion.value_points:
        points = criterion.value_points
    elif criterion.higher_is_better:
        points = ((low, 0.0), (high, BEST))
    else:
        points = ((low, BEST), (high, 0.0))
    ascending = sorted(points)
    return ValueFunction(
        tuple(float(score) for score, _ in ascending),
        tuple(float(value) for _, value in ascending),
    )


def values_of(scores: FloatArray, functions: Sequence[ValueFunction]) -> FloatArray:
    """Return values 0–100 of scores whose last axis is criteria; nan where not judged."""
    columns = [function(scores[..., c]) for c, function in enumerate(functions)]
    return np.stack(columns, axis=-1)
