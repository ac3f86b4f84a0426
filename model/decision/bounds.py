"""The smallest and largest share of all weight that each criterion is held possible to have."""

import numpy as np

from model.decision.problem import Problem
from model.errors import BoundsError
from model.municipal import FloatArray

ROUNDING = 1e-9
"""Shares such as 0.1 have no exact binary form, so a sum of them may miss 1 by a little."""


def require_bounds(problem: Problem) -> None:
    """Refuse bounds that no weights can keep within.

    Raises:
        BoundsError: A criterion's lower bound is above its upper one (``criterion``), all lower
            bounds come to more than 1 (``least``), or all upper ones to less (``most``).
    """
    crossed = problem.least > problem.most
    if crossed.any():
        c = int(crossed.argmax())
        low, high = float(problem.least[c]), float(problem.most[c])
        raise BoundsError(criterion=problem.criteria[c], low=low, high=high)
    if problem.least.sum() > 1 + ROUNDING:
        raise BoundsError(least=float(problem.least.sum()))
    if problem.most.sum() < 1 - ROUNDING:
        raise BoundsError(most=float(problem.most.sum()))


def permitted(problem: Problem) -> tuple[FloatArray, FloatArray] | None:
    """Return the least and most share of each criterion with which all judged have a total.

    A criterion on which a judged alternative lacks a value has no weight today, and no total
    could be told if it had: it is held at zero.

    Returns:
        None where the other criteria cannot take all weight within their bounds, or one that is
        held at zero has a lower bound above it.

    Raises:
        BoundsError: See ``require_bounds``.
    """
    require_bounds(problem)
    most = np.where(np.isnan(problem.judged.values).any(axis=0), 0.0, problem.most)
    if (problem.least > most).any() or most.sum() < 1 - ROUNDING:
        return None
    return problem.least, most
