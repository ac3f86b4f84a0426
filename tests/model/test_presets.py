"""Ready-made weightings: what they are made of, and when weights say the same as one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.presets import fits, weight_presets
from tests.shipping import SCENARIOS

SCENARIO = SCENARIOS["ggvvh-it"]
EVERY = pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda one: one.id)


@EVERY
def test_every_preset_has_a_weight_for_every_criterion_and_an_id_of_its_own(scenario):
    presets = weight_presets(scenario)

    assert len({preset.id for preset in presets}) == len(presets)
    for preset in presets:
        assert list(preset.weights) == [criterion.id for criterion in scenario.criteria]
        assert sum(preset.weights.values()) > 0


@EVERY
def test_every_investigation_ships_with_a_weighting_besides_the_equal_one(scenario):
    assert [preset.kind for preset in weight_presets(scenario)][:2] == ["equal", "file"]


@EVERY
def test_a_weighting_that_nobody_has_stated_is_marked_as_an_assumption(scenario):
    figures = [one for key, one in scenario.figures.items() if key.startswith("presets.")]

    assert len(figures) == len(scenario.presets) * len(scenario.criteria)
    assert all(figure.origin.kind == "assumption" for figure in figures)


def test_equal_weights_sum_to_what_the_weights_of_the_file_do():
    scenario = SCENARIO.with_values({"weights.potential": 120.0})

    (equal, *_) = weight_presets(scenario)

    assert set(equal.weights.values()) == {60.0}  # (120 + 6 × 50) / 7


def test_a_municipalitys_own_weights_are_the_figures_in_force():
    scenario = SCENARIO.with_values({"municipal_weights.0617.potential": 7.0})

    own = next(one for one in weight_presets(scenario) if one.id == "kommun-0617")

    assert (own.kind, own.name, own.weights["potential"]) == ("own", "0617", 7.0)


def test_an_investigation_without_criteria_has_no_presets():
    assert weight_presets(replace(SCENARIO, criteria=())) == ()


WEIGHTS = st.fixed_dictionaries({name: st.floats(0.01, 1e6) for name in "abc"})


@given(WEIGHTS, st.floats(0.01, 100))
def test_only_the_proportions_of_weights_count(weights, factor):
    assert fits(weights, {name: weight * factor for name, weight in weights.items()})


@pytest.mark.parametrize(
    ("weights", "same"),
    [
        ({"a": 50, "b": 50}, True),
        ({"a": 50, "b": 51}, False),
        ({"a": 0, "b": 0}, False),
        ({"a": 0, "b": 50}, False),
    ],
)
def test_weights_in_other_proportions_are_another_weighting(weights, same):
    assert fits({"a": 10, "b": 10}, weights) is same
