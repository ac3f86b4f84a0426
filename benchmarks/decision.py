"""Scoring plus 10,000 draws against the same arithmetic as a few lines of numpy."""

from collections.abc import Callable
from itertools import count

import numpy as np

from benchmarks.timing import Comparison, compare
from loading.data_tables import load_municipal
from loading.scenario_file import SCENARIOS, load_scenario
from model.decision.decide import Decision, decide
from model.decision.robustness import DRAWS, make_draws
from model.evaluate import latest_population
from model.scenario import Scenario

NUDGE = 1e-9
"""Moves a number without moving the result, so that nothing kept by value is found again."""


def moved_weight(repeats: int = 9) -> Comparison:
    """Compare what moving one weight costs: as on screen, drawn scores are kept."""
    scenario, population = ggvvh()
    key = f"weights.{scenario.criteria[0].id}"
    start, turn = scenario.value(key) or 0.0, count(1)

    def ours() -> Decision:
        return decide(scenario.with_values({key: start + next(turn) * NUDGE}), population)

    return compare(ours, plain(decide(scenario, population), rounds=1), repeats)


def all_new(repeats: int = 9) -> Comparison:
    """Compare a first look: every score and weight is new, only the random numbers are kept."""
    scenario, population = ggvvh()
    start = {
        key: figure.value
        for key, figure in scenario.figures.items()
        if key.startswith(("scores.", "capture.", "weights.")) and figure.value is not None
    }
    turn = count(1)

    def ours() -> Decision:
        step = next(turn) * NUDGE
        values = {key: value + step for key, value in start.items()}
        return decide(scenario.with_values(values), population)

    return compare(ours, plain(decide(scenario, population), rounds=2), repeats)


def ggvvh() -> tuple[Scenario, dict[str, float]]:
    """Return the scenario that weighs alternatives by score and potential, and its population."""
    country = load_municipal()
    known = dict(zip(country.codes, country.names, strict=True))
    scenario = load_scenario(SCENARIOS / "ggvvh-it.yaml", known)
    return scenario, latest_population(scenario, country)


def plain(decision: Decision, rounds: int) -> Callable[[], tuple[np.ndarray, np.ndarray]]:
    """Return plain numpy: totals, then ``rounds`` × 10,000 draws of weights on fixed values.

    It draws no scores, splits no ties, knows no gaps and finds no intervals: a floor to measure
    from, not a rival.
    """
    values, weights = np.nan_to_num(decision.values), decision.weights
    n_alternatives, n_criteria = values.shape
    multipliers = make_draws(n_alternatives, n_criteria, 1).multipliers.T.copy()

    def baseline() -> tuple[np.ndarray, np.ndarray]:
        totals = values @ (weights / weights.sum())
        first = np.zeros(n_alternatives)
        for _ in range(rounds):
            near = weights * multipliers
            near /= near.sum(axis=1, keepdims=True)
            first = np.bincount((near @ values.T).argmax(axis=1), minlength=n_alternatives)
        return totals, first / DRAWS

    return baseline
