"""An assessor's own weights and scores, with the joint ones where there are none."""

from dataclasses import replace

import pytest

from model.decision.group.own_figures import scores_of, weights_of
from model.decision.problem import pose
from tests.model.decision.building import criterion
from tests.model.decision.group.building import Own, group

JOINT = {"a": 30.0, "b": 70.0}
SCORES = {"x": [80, 20], "y": [40, 60]}


def weights(own, **other):
    scenario = group(JOINT, SCORES, {"n": own}, **other)
    return weights_of(scenario, scenario.assessors[0], pose(scenario)[0])


def test_a_role_has_weights_under_its_own_name():
    found, basis, keys = weights(Own([10, 40]))

    assert found.tolist() == [10, 40]
    assert basis == "own"
    assert keys == ("assessor_weights.n.a", "assessor_weights.n.b")


def test_a_municipality_with_a_row_has_the_weights_of_the_row():
    found, basis, keys = weights(Own([10, 40], town="0662"), own_weights=("0662",))

    assert found.tolist() == [10, 40]
    assert basis == "own"
    assert keys == ("municipal_weights.0662.a", "municipal_weights.0662.b")


def test_a_municipality_without_a_row_has_the_weights_of_the_assessor():
    assert weights(Own([10, 40], town="0662"), own_weights=("0680",))[0].tolist() == [10, 40]


def test_without_own_weights_the_joint_ones_are_used_and_it_says_so():
    for own in (Own(), Own([None, None])):
        found, basis, keys = weights(own)

        assert found.tolist() == [30, 70]
        assert (basis, keys) == ("joint", ())


def test_own_weights_of_some_criteria_count_for_nothing_and_it_says_so():
    found, basis, keys = weights(Own([10, None]))

    assert found.tolist() == [30, 70]
    assert (basis, keys) == ("incomplete", ())


def test_a_zero_is_a_weight_of_ones_own():
    assert weights(Own([0, 5]))[0].tolist() == [0, 5]


def test_a_score_that_is_not_ones_own_is_the_joint_one():
    scenario = group(JOINT, SCORES, {"n": Own(scores={"x": [None, 90]})})

    scores, keys = scores_of(scenario, scenario.assessors[0], pose(scenario)[0])

    assert scores.tolist() == [[80, 90], [40, 60]]
    assert keys == ("assessor_scores.n.x.b",)


def test_a_computed_score_is_the_same_for_all():
    scenario = group(
        JOINT,
        {"x": [None, 20], "y": [None, 60]},
        {"n": Own(scores={"x": [90, None]})},
        criteria={"a": criterion("a", computed="potential")},
        potentials={"0662": {"A": 50.0}},
        capture={"municipality": 0.0, "joint": 1.0},
        scopes={"x": {"A": "joint"}, "y": {"A": "municipality"}},
    )
    problem, _ = pose(scenario)

    scores, keys = scores_of(scenario, scenario.assessors[0], problem)

    assert scores == pytest.approx(problem.scores)
    assert keys == ()


def test_the_joint_scores_are_left_as_they_were():
    scenario = group(JOINT, SCORES, {"n": Own(scores={"x": [0, 0]})})
    problem, _ = pose(scenario)

    scores_of(scenario, scenario.assessors[0], problem)

    assert problem.scores.tolist() == [[80, 20], [40, 60]]


def test_an_assessor_without_any_figure_has_the_joint_scores():
    scenario = group(JOINT, SCORES, {"n": Own()})
    bare = replace(scenario.assessors[0], id="another")

    assert scores_of(scenario, bare, pose(scenario)[0])[1] == ()
