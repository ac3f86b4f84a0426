"""Ready-made weightings to start from: all equal, those of the file, a municipality's own."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from model.choices import allowed_range
from model.decision.problem import flat_weights
from model.scenario import Scenario

WEIGHT_KEYS = ("weights.", "group_weights.")
"""How the keys of the joint weights begin: of criteria, and of groups of them."""
EQUAL = "lika-vikter"
OWN = "kommun-"


@dataclass(frozen=True, slots=True)
class Preset:
    """Weights to put in place of the joint ones, all at once.

    Attributes:
        kind: ``equal``, ``file`` (the scenario's file has it) or ``own`` (a municipality's).
        name: As in the file, or the code of the municipality; empty for ``equal``.
        weights: Criterion -> weight among all, also where there is a tree.
    """

    id: str
    kind: Literal["equal", "file", "own"]
    name: str
    weights: Mapping[str, float]


def weight_presets(scenario: Scenario) -> tuple[Preset, ...]:
    """Return the presets of a scenario, with the numbers in force in it.

    Equal weights sum to what the weights of ``scenario`` do, so hand over a scenario whose joint
    weights are the file's.
    """
    if not scenario.criteria:
        return ()
    ids = [criterion.id for criterion in scenario.criteria]
    total = sum(flat_weights(scenario).values())
    return (
        Preset(EQUAL, "equal", "", dict.fromkeys(ids, total / len(ids))),
        *(
            Preset(one.id, "file", one.name, _weights(scenario, f"presets.{one.id}", ids))
            for one in scenario.presets
        ),
        *(
            Preset(
                f"{OWN}{code}", "own", code, _weights(scenario, f"municipal_weights.{code}", ids)
            )
            for code in scenario.own_weights
        ),
    )


def weight_figures(scenario: Scenario, weights: Mapping[str, float]) -> dict[str, float]:
    """Return the figures that give the criteria these weights among all.

    In a tree a group weighs as much as its criteria together, and a group without weight keeps the
    weights within it, so that they are there when it is given weight again. Only proportions
    count: weights larger than can be chosen are scaled down.
    """
    tree = {one.id: one.group for one in scenario.criteria if one.group}
    groups = {
        group: sum(weights[name] for name, its in tree.items() if its == group)
        for group in dict.fromkeys(tree.values())
    }
    within = {
        f"weights.{name}": weight
        for name, weight in weights.items()
        if groups.get(tree.get(name), 1)
    }
    between = {f"group_weights.{group}": weight for group, weight in groups.items()}
    return _choosable(scenario, within) | _choosable(scenario, between)


def _choosable(scenario: Scenario, weights: Mapping[str, float]) -> dict[str, float]:
    room = [allowed_range(scenario, key)[1] / weight for key, weight in weights.items() if weight]
    factor = min([1.0, *room])
    return {key: weight * factor for key, weight in weights.items()}


def _weights(scenario: Scenario, prefix: str, ids: list[str]) -> dict[str, float]:
    return {name: scenario.value(f"{prefix}.{name}") or 0.0 for name in ids}


def fits(preset: Mapping[str, float], weights: Mapping[str, float]) -> bool:
    """Tell whether weights say the same as a preset's: only their proportions count."""
    theirs, ours = sum(preset.values()), sum(weights.values())
    if not theirs or not ours:
        return False
    return all(
        math.isclose(value / theirs, weights[name] / ours, rel_tol=1e-9, abs_tol=1e-12)
        for name, value in preset.items()
    )
