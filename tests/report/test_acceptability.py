"""How often each alternative takes each place, in words and pictures."""

import numpy as np
import pytest

from model.choices import Choices
from model.decision.decide import decide
from model.decision.exact import exact
from model.decision.problem import pose
from model.decision.smaa import smaa
from model.decision.weight_draws import WeightModel
from report import acceptability
from tests.model.decision.building import scenario
from tests.shipping import SCENARIOS

ALL = Choices(weight_draws="all")


def told(weights, scores, choices=ALL):
    """Return the scenario, its decision and how it does in 4,000 draws of any weights."""
    start = scenario(weights, scores)
    problem, _ = pose(start)
    found = smaa(problem, WeightModel(choices.weight_draws), seed=1, draws=4_000)
    return start, decide(start), found


def test_a_sure_lead_and_the_ones_that_are_never_first_are_told():
    start, decision, found = told({"a": 1, "b": 1}, {"x": [4, 3], "y": [2, 2], "z": [1, 1]})

    first, others = acceptability.answer(start, ALL, decision, found)

    assert first == "x leder säkert: etta i 100\u00a0% av försöken när alla tänkbara vikter prövas."
    assert others == "y och z blir aldrig etta."


def test_one_with_fewer_points_that_is_first_more_often_is_told_first():
    # x: 100 and 0, y: 33 and 67, each with half the weight: 50 against 50. With a a little heavier
    # x leads by a hair, but y's range reaches higher than x's can.
    start, decision, found = told({"a": 11, "b": 9}, {"x": [(4, 1, 4), 1], "y": [2, (3, 3, 4)]})

    (first, *_) = acceptability.answer(start, ALL, decision, found)

    assert first.startswith("x har flest poäng, men y blir oftare etta: i ")


def test_those_that_share_first_place_are_told_together_and_who_is_first_most_often():
    # x and y have 2 on both; but y's scores reach up to 4, so that y is first in nearly all draws.
    start, decision, found = told({"a": 1, "b": 1}, {"x": [2, 2], "y": [(2, 2, 4), (2, 2, 4)]})

    first, others = acceptability.answer(start, ALL, decision, found)

    assert first.startswith("x och y delar första platsen. Oftast blir y etta: i ")
    assert others == "x blir aldrig etta."


def test_those_that_are_always_equal_are_first_equally_often():
    # In each draw the two share a first place that counts as one.
    start, decision, found = told({"a": 1, "b": 1}, {"x": [2, 2], "y": [2, 2], "z": [1, 1]})

    assert acceptability.answer(start, ALL, decision, found) == (
        "x och y delar första platsen, och blir etta lika ofta: i 50\u00a0% av försöken när alla "
        "tänkbara vikter prövas.",
        "z blir aldrig etta.",
    )


def test_those_that_are_hardly_ever_first_are_told_together():
    # y is first only where a weighs less than 1/301, z where b weighs less than that.
    scores = {"x": [3.99, 3.99], "y": [1, 4], "z": [4, 1]}
    start, decision, found = told({"a": 1, "b": 1}, scores)

    _, others = acceptability.answer(start, ALL, decision, found)

    assert others in (
        "Nästan aldrig etta blir y och z (under 1\u00a0%).",
        "Nästan aldrig etta blir z och y (under 1\u00a0%).",
    )


def test_weights_that_may_not_move_are_said_to_be_as_they_are():
    fixed = Choices(values=(("uncertainty.weight_spread", 0.0),))

    assert acceptability.tried(SCENARIOS["ggvvh-it"], fixed) == "vikterna är som nu"


def test_a_single_alternative_has_nothing_to_be_compared_with():
    start, decision, found = told({"a": 1}, {"x": [3]})

    assert acceptability.answer(start, ALL, decision, found) == (
        "Bara x kan rangordnas, så det finns inget att jämföra med.",
    )


def test_where_scores_are_missing_the_answer_says_so():
    start, decision, found = told({"a": 1}, {"x": [None], "y": [None]})

    assert acceptability.answer(start, ALL, decision, found) == (
        "Inget alternativ kan rangordnas, eftersom poäng saknas.",
    )


def test_the_places_of_each_alternative_make_a_whole():
    start, decision, found = told({"a": 1, "b": 1}, {"x": [4, 1], "y": [1, 4], "2": [3, 2]})

    chart = acceptability.places(start, ALL, decision, found, ())

    whole = chart.frame.groupby("item")["value"].sum()
    assert whole.to_numpy() == pytest.approx(np.ones(3))
    assert chart.word("2") == "2"
    assert [chart.word(series) for series in chart.series] == ["1:a", "2:a", "3:e"]


def test_one_that_is_above_each_of_the_others_more_often_than_not_is_named():
    start, decision, found = told({"a": 1, "b": 1}, {"x": [4, 3], "y": [2, 4], "z": [1, 1]})

    chart = acceptability.duels(start, ALL, decision, found)

    assert chart.title == "x går före vart och ett av de andra i mer än hälften av försöken"


def test_the_weights_that_put_each_first_stand_beside_todays():
    # x is first where a weighs more than half. Even over 50–100 %: 75 % on average.
    start, decision, found = told({"a": 1, "b": 1}, {"x": [4, 1], "y": [1, 4]})

    rows = {
        (row["item"], row["series"]): row["value"]
        for row in acceptability.central(start, ALL, decision, found).rows
    }

    assert rows["x", "a"] == pytest.approx(0.75, abs=0.01)
    assert rows["nu", "a"] == 0.5


def test_fixed_scores_are_told_without_drawing():
    # x is first while 100 w > 33.3: w above a third, two thirds of all weights.
    start = scenario({"a": 1, "b": 1}, {"x": [4, 1], "y": [2, 2]})
    problem, _ = pose(start)

    said = acceptability.exactly(start, ALL, exact(problem, "all"))

    assert said.endswith("blir etta: x (66,7\u00a0%) och y (33,3\u00a0%).")
