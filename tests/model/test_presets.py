"""Ready-made weightings: what they are made of, and when weights say the same as one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision.problem import flat_weights
from model.presets import fits, weight_figures, weight_presets
from tests.model.decision.building import in_groups
from tests.model.decision.building import scenario as build
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


# --- In a tree of criteria


def tree(a, b, c, *, one, two):
    """Return a scenario where a and b are in one group and c in another."""
    flat = build({"a": a, "b": b, "c": c}, {"x": [1, 2, 3]})
    return in_groups(flat, {"a": "one", "b": "one", "c": "two"}, {"one": one, "two": two})


def test_a_group_weighs_as_much_as_its_criteria_together():
    figures = weight_figures(tree(1, 1, 1, one=1, two=1), {"a": 30, "b": 10, "c": 20})

    assert figures == {
        "weights.a": 30,
        "weights.b": 10,
        "weights.c": 20,
        "group_weights.one": 40,
        "group_weights.two": 20,
    }


def test_a_group_too_heavy_to_be_chosen_is_scaled_down_and_the_others_with_it():
    figures = weight_figures(tree(1, 1, 1, one=1, two=1), {"a": 90, "b": 70, "c": 40})

    # 160 and 40 to one, where 100 is the most that can be chosen: × 100/160.
    assert (figures["group_weights.one"], figures["group_weights.two"]) == (100, 25)
    assert figures["weights.a"] == 90


def test_a_group_without_weight_keeps_the_weights_within_it():
    figures = weight_figures(tree(3, 1, 1, one=1, two=1), {"a": 0, "b": 0, "c": 20})

    assert figures == {"weights.c": 20, "group_weights.one": 0, "group_weights.two": 20}


@given(*[st.floats(0.01, 1e6)] * 3)
def test_weights_spread_over_the_tree_are_the_same_of_all(a, b, c):
    scenario, wanted = tree(3, 1, 2, one=1, two=5), {"a": a, "b": b, "c": c}

    spread = flat_weights(scenario.with_values(weight_figures(scenario, wanted)))

    assert fits(wanted, spread)


def test_equal_weights_are_equal_of_all_and_sum_to_those_of_the_groups():
    (equal,) = weight_presets(tree(3, 1, 2, one=40, two=20))

    assert dict(equal.weights) == pytest.approx({"a": 20, "b": 20, "c": 20})
