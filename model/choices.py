"""What a user has changed: nothing but differences from the scenario file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

from model.scenario import Scenario, Voices, WeightDraws

WEIGHT_DRAWS: tuple[WeightDraws, ...] = get_args(WeightDraws)
VOICES: tuple[Voices, ...] = get_args(Voices)


@dataclass(frozen=True, slots=True)
class Choices:
    """Differences from a scenario, hashable, so that results can be cached by value.

    Attributes:
        values: (figure key, number) sorted by key; only keys that differ from the file.
        models: Ids of the fee models to compare; empty for the scenario's own.
        members: Codes of the members to run on; empty for the scenario's own.
        years: First and last fee year; None for the scenario's own.
        same_start: Scale every model so that all give the same sum in the first year.
        weight_draws: Which weights the uncertainty is counted on.
        voices: How much each assessor counts.
    """

    values: tuple[tuple[str, float], ...] = ()
    models: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    same_start: bool = False
    weight_draws: WeightDraws = "near"
    voices: Voices = "equal"

    def with_value(self, key: str, value: float, stated: float | None) -> "Choices":
        """Return choices where a figure is ``value``; a value as stated is no choice."""
        values = dict(self.values)
        values.pop(key, None)
        if value != stated:
            values[key] = value
        return replace(self, values=tuple(sorted(values.items())))

    def following(self, scenario: Scenario, values: Mapping[str, object]) -> "Choices":
        """Return choices where figures have these values.

        What the scenario has no room for, a figure it lacks or a number outside what is allowed, is
        left out: a page may be older than the file.
        """
        chosen = dict(self.values)
        for key, value in values.items():
            if not _possible(scenario, key, value):
                continue
            chosen.pop(key, None)
            if value != scenario.value(key):
                chosen[key] = float(value)
        return replace(self, values=tuple(sorted(chosen.items())))

    def without(self, prefix: str | tuple[str, ...] = "") -> "Choices":
        """Return choices where no figure under ``prefix``, or under any of several, is changed."""
        kept = tuple(item for item in self.values if not item[0].startswith(prefix))
        return replace(self, values=kept)

    def changed(self) -> Mapping[str, float]:
        """Return the changed figures by key."""
        return dict(self.values)


LARGEST = 1e12
MOST_WEIGHT = 100.0
"""Highest weight that can be chosen, unless the file has a higher one or reaches higher."""
WIDEST_RANGES = 3.0
"""How many times wider than stated that the ranges of scores can be made."""
_UNIT_RANGE = {
    "share": (0.0, 1.0),
    "share/year": (-0.5, 1.0),
    "points": (0.0, 100.0),
}


def allowed_range(scenario: Scenario, key: str) -> tuple[float, float]:
    """Return the numbers that a user may give a figure: its scale, or what its unit can be."""
    first, *rest = key.split(".")
    if first in ("scores", "assessor_scores"):
        return next(item.scale for item in scenario.criteria if item.id == rest[-1])
    if key == "uncertainty.range_factor":
        return 0.0, WIDEST_RANGES
    figure = scenario.figures[key]
    if figure.unit == "weight":
        return 0.0, max(MOST_WEIGHT, figure.value or 0.0, figure.high or 0.0)
    return _UNIT_RANGE.get(figure.unit, (0.0, LARGEST))


def _possible(scenario: Scenario, key: str, value: object) -> bool:
    if key not in scenario.figures or type(value) not in (int, float):
        return False
    low, high = allowed_range(scenario, key)
    return low <= value <= high
