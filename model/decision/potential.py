"""The computed criterion: how much of the potential for cooperation an alternative takes."""

from collections.abc import Iterable, Mapping

import numpy as np

from model.errors import MissingFigureError
from model.municipal import FloatArray
from model.scenario import Criterion, Scenario, ScopeMode

UNSTATED_MODE: ScopeMode = "municipality"
"""An area that an alternative does not mention stays with each municipality."""


def area_potentials(potentials: FloatArray, member_weights: FloatArray) -> FloatArray:
    """Return the mean potential of each area over the members that have judged it.

    Args:
        potentials: Shape (members, areas), 0–100; nan where a member gives none.
        member_weights: Shape (members,), at least 0: ones, or populations.

    Returns:
        Shape (areas,); nan for an area that no member (with weight) has judged.
    """
    judged = ~np.isnan(potentials)
    weight = member_weights @ judged
    total = member_weights @ np.where(judged, potentials, 0.0)
    return np.divide(total, weight, out=np.full(weight.shape, np.nan), where=weight > 0)


def captured(area_potential: FloatArray, capture: FloatArray) -> FloatArray:
    """Return the share of all potential that each alternative takes, 0–1.

    Args:
        area_potential: Shape (areas,); nan for an area without potential, which is then left
            out of both what is taken and what there is to take.
        capture: Shape (alternatives, areas), 0–1; nan where unknown.

    Returns:
        Shape (alternatives,); nan where a capture is unknown for an area that counts, or where
        there is no potential at all.
    """
    counts = np.nan_to_num(area_potential) > 0
    known = area_potential[counts]
    if not known.size:
        return np.full(capture.shape[0], np.nan)
    return capture[:, counts] @ known / known.sum()


def on_scale(ratio: FloatArray, scale: tuple[float, float]) -> FloatArray:
    """Return shares 0–1 as scores: none of the potential is the scale's low end, all its high."""
    low, high = scale
    return low + ratio * (high - low)


def potential_scores(
    scenario: Scenario, criterion: Criterion, population: Mapping[str, float] | None = None
) -> tuple[FloatArray, tuple[str, ...]]:
    """Return the computed score of each alternative, and the keys of the figures behind it.

    Args:
        population: Inhabitants by municipality code; needed where the scenario weighs its
            members by population.

    Raises:
        MissingFigureError: The population of a member is needed and not given.
    """
    used: dict[str, None] = {}

    def number(key: str) -> float:
        figure = scenario.figures.get(key)
        if figure is None:
            return np.nan
        used[key] = None
        return np.nan if figure.value is None else figure.value

    areas = [area.id for area in scenario.areas]
    potentials = np.array(
        [
            [number(f"potentials.{code}.{area}") for area in areas]
            for code in scenario.municipalities
        ]
    ).reshape(len(scenario.municipalities), len(areas))
    capture = np.array(
        [
            [number(f"capture.{alternative.scope.get(area, UNSTATED_MODE)}") for area in areas]
            for alternative in scenario.alternatives
        ]
    ).reshape(len(scenario.alternatives), len(areas))
    mean = area_potentials(potentials, member_weights(scenario, population))
    return on_scale(captured(mean, capture), criterion.scale), tuple(used)


def capture_ends(scenario: Scenario, keys: Iterable[str]) -> tuple[Scenario, Scenario]:
    """Return the scenario with every capture that was read at its low end, and at its high end."""
    ends: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for key in keys:
        figure = scenario.figures[key]
        if key.startswith("capture.") and figure.low is not None and figure.value is not None:
            ends[0][key] = min(figure.low, figure.value)
            ends[1][key] = max(figure.high, figure.value)
    return scenario.with_values(ends[0]), scenario.with_values(ends[1])


def member_weights(scenario: Scenario, population: Mapping[str, float] | None) -> FloatArray:
    """Return how much each member counts in the mean: alike, or by its inhabitants.

    Raises:
        MissingFigureError: The population of a member is needed and not given.
    """
    if scenario.potential_weighting == "equal":
        return np.ones(len(scenario.municipalities))
    weights = [(population or {}).get(code, np.nan) for code in scenario.municipalities]
    for code, weight in zip(scenario.municipalities, weights, strict=True):
        if not weight >= 0:  # also catches nan
            raise MissingFigureError(key=f"population.{code}", municipality=code)
    return np.array(weights, dtype=float)
