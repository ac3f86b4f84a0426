"""An assessor's own weights and scores, with the joint ones where there are none."""

from typing import Literal

import numpy as np

from model.decision.problem import Problem
from model.municipal import FloatArray
from model.scenario import Assessor, Scenario

WeightBasis = Literal["own", "joint", "incomplete"]
"""Whose weights they are; ``incomplete``: the joint, for want of own ones of every criterion."""


def weights_of(
    scenario: Scenario, assessor: Assessor, problem: Problem
) -> tuple[FloatArray, WeightBasis, tuple[str, ...]]:
    """Return the assessor's weights, shape (criteria,), whose they are, and the keys of own ones.

    Own weights are of all criteria or count for nothing: a weight means something only beside the
    others, and the joint ones may be on quite another scale.
    """
    home = assessor.municipality
    own_row = home in scenario.own_weights
    start = f"municipal_weights.{home}" if own_row else f"assessor_weights.{assessor.id}"
    figures = {key: _value(scenario, key) for key in (f"{start}.{c}" for c in problem.criteria)}
    given = [weight for weight in figures.values() if weight is not None]
    if len(given) < len(figures):
        return problem.weights, "incomplete" if given else "joint", ()
    return np.array(given, dtype=float), "own", tuple(figures)


def scores_of(
    scenario: Scenario, assessor: Assessor, problem: Problem
) -> tuple[FloatArray, tuple[str, ...]]:
    """Return the assessor's scores, shape (alternatives, criteria), and the keys of own ones.

    Computed scores are the same for all.
    """
    scores, keys = problem.scores.copy(), []
    for c in np.flatnonzero(~problem.computed):
        for a, alternative in enumerate(problem.alternatives):
            key = f"assessor_scores.{assessor.id}.{alternative}.{problem.criteria[c]}"
            score = _value(scenario, key)
            if score is not None:
                scores[a, c] = score
                keys.append(key)
    return scores, tuple(keys)


def _value(scenario: Scenario, key: str) -> float | None:
    figure = scenario.figures.get(key)
    return None if figure is None else figure.value
