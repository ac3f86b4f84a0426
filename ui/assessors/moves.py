"""What moving an assessor's own number means for the others: own weights are of all criteria."""

from collections.abc import Mapping

from model.choices import MOST_WEIGHT, Choices
from model.decision.problem import flat_weights
from model.scenario import Assessor, Scenario

DECIMALS = 2
"""Of the joint weights that are put in place as own ones, so that the address stays short."""


def followed(scenario: Scenario, choices: Choices, values: Mapping[str, object]) -> Choices:
    """Return choices where figures have these values, and an assessor's own are whole.

    Own weights count only where there is one of every criterion, so the first that is set brings
    the joint ones with it. Weights, or a score, that say what the joint ones do are none of the
    assessor's own.

    Args:
        scenario: As in its file.
        values: As for ``Choices.following``.
    """
    after = choices.following(scenario, values)
    moved = [key for key in values if key in scenario.figures]
    for assessor in scenario.assessors:
        prefix, scores = weight_prefix(scenario, assessor), f"assessor_scores.{assessor.id}."
        if any(key.startswith(prefix) for key in moved):
            after = _with_whole_weights(scenario, after, prefix)
        for key in (key for key in moved if key.startswith(scores)):
            after = _with_score(scenario, after, key)
    return after


def weight_prefix(scenario: Scenario, assessor: Assessor) -> str:
    """Return how the keys of an assessor's own weights begin."""
    if assessor.municipality in scenario.own_weights:
        return f"municipal_weights.{assessor.municipality}."
    return f"assessor_weights.{assessor.id}."


def joint_weights(scenario: Scenario, choices: Choices) -> dict[str, float]:
    """Return what the criteria weigh for all, as weights that an assessor can have."""
    weights = flat_weights(scenario.with_values(choices.changed()))
    factor = min(1.0, MOST_WEIGHT / max([MOST_WEIGHT, *weights.values()]))
    return {name: round(weight * factor, DECIMALS) for name, weight in weights.items()}


def _with_whole_weights(scenario: Scenario, choices: Choices, prefix: str) -> Choices:
    """Return choices with a number for each of an assessor's weights, or for none."""
    joint = {f"{prefix}{name}": one for name, one in joint_weights(scenario, choices).items()}
    unstated = {key: one for key, one in joint.items() if _is_unstated(scenario, key)}
    changed = choices.changed()
    own = {key: changed.get(key, one) for key, one in unstated.items()}
    if own == joint:
        return choices.without(prefix)
    return choices.following(scenario, own)


def _with_score(scenario: Scenario, choices: Choices, key: str) -> Choices:
    place = key.split(".", 2)[2]
    changed, joint = choices.changed(), f"scores.{place}"
    if not _is_unstated(scenario, key) or joint not in scenario.figures:
        return choices
    same = changed.get(joint, scenario.value(joint))
    return choices.with_value(key, changed[key], same) if key in changed else choices


def _is_unstated(scenario: Scenario, key: str) -> bool:
    return key in scenario.figures and scenario.value(key) is None
