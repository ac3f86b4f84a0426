"""Bounds of the weights: which contradict each other, and what they leave."""

from dataclasses import replace

import numpy as np
import pytest

from model.decision.bounds import permitted, require_bounds
from model.decision.problem import pose
from model.errors import BoundsError
from report.errors import error_words
from tests.model.decision.building import scenario

INVESTIGATION = scenario({"a": 50.0, "b": 50.0, "c": 0.0}, {"S": (4.0, 1.0, 2.0), "T": (1.0, 4.0)})


def bounded(least=(0.0, 0.0, 0.0), most=(1.0, 1.0, 1.0)):
    problem, _ = pose(INVESTIGATION)
    return replace(problem, least=np.array(least), most=np.array(most))


def words(problem):
    with pytest.raises(BoundsError) as refused:
        require_bounds(problem)
    return error_words(refused.value, INVESTIGATION, {}).replace("\xa0", " ")


def test_a_lower_bound_above_the_upper_one_is_refused_by_name():
    assert words(bounded(least=(0, 0.4, 0), most=(1, 0.25, 1))) == (
        "Vikten för b får vara minst 40,0 % och högst 25,0 %. "
        "Sänk den nedre gränsen eller höj den övre."
    )


def test_lower_bounds_of_more_than_all_weight_are_refused():
    assert "blir 110,0 % tillsammans" in words(bounded(least=(0.5, 0.4, 0.2)))


def test_upper_bounds_of_less_than_all_weight_are_refused():
    assert "blir 90,0 % tillsammans" in words(bounded(most=(0.5, 0.3, 0.1)))


def test_bounds_that_make_just_one_are_allowed_in_spite_of_rounding():
    assert sum((0.3, 0.6, 0.1)) != 1

    require_bounds(bounded(least=(0.3, 0.6, 0.1)))
    require_bounds(bounded(most=(0.3, 0.6, 0.1)))


def test_a_criterion_that_not_all_are_judged_on_is_held_at_zero():
    least, most = permitted(bounded(least=(0.1, 0.0, 0.0)))

    assert (least.tolist(), most.tolist()) == ([0.1, 0, 0], [1, 1, 0])


def test_nothing_is_permitted_when_a_criterion_held_at_zero_must_have_weight():
    assert permitted(bounded(least=(0.0, 0.0, 0.1))) is None


def test_nothing_is_permitted_when_the_others_cannot_take_all_weight():
    assert permitted(bounded(most=(0.5, 0.4, 1.0))) is None
