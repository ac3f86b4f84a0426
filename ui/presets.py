"""Ready-made weightings with their names, and which of them is in force."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.choices import Choices
from model.decision.problem import flat_weights
from model.presets import WEIGHT_KEYS, fits, weight_figures, weight_presets
from model.scenario import Scenario
from report.changes import preset_words
from ui import cache


@dataclass(frozen=True, slots=True)
class Preset:
    """A ready-made weighting.

    Attributes:
        words: What it is called on screen.
        weights: Criterion -> weight among all, also where there is a tree.
    """

    id: str
    words: str
    weights: Mapping[str, float]


def offered(scenario: Scenario, choices: Choices) -> tuple[Preset, ...]:
    """Return the ready-made weightings, with the user's numbers for a municipality's own."""
    chosen = scenario.with_values(choices.without(WEIGHT_KEYS).changed())
    return tuple(
        Preset(one.id, preset_words(one, cache.names()), one.weights)
        for one in weight_presets(chosen)
    )


def applied(scenario: Scenario, choices: Choices, preset: str) -> Choices | None:
    """Return choices with a preset's weights; None if there is no such preset."""
    wanted = next((one for one in offered(scenario, choices) if one.id == preset), None)
    return None if wanted is None else weighted(scenario, choices, wanted.weights)


def weighted(scenario: Scenario, choices: Choices, weights: Mapping[str, float]) -> Choices:
    """Return choices where the criteria weigh this among all; in a tree, spread over it."""
    for key, weight in weight_figures(scenario, weights).items():
        choices = choices.with_value(key, weight, scenario.value(key))
    return choices


def in_force(
    scenario: Scenario, choices: Choices, sets: Iterable[Preset], last: str = ""
) -> str | None:
    """Return the preset that the weights agree with.

    Args:
        sets: What ``offered`` gives.
        last: The preset last applied, which goes first where several agree.
    """
    weights = flat_weights(scenario.with_values(choices.changed()))
    agreeing = [one.id for one in sets if fits(one.weights, weights)]
    return last if last in agreeing else next(iter(agreeing), None)
