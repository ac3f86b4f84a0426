"""How near each weight is to changing the lead, in a tree and without one."""

import numpy as np
import pytest

from model.decision.decide import decide
from model.decision.tree import nearness
from tests.model.decision.building import criterion, in_groups, scenario

# The problem of test_stability: weights 50, 30 and 20 per cent, S first with 58, T 51, U 43.
SCORES = {"S": [80, 40, 30], "T": [40, 90, 20], "U": [20, 50, 90]}


WHOLE = {name: criterion(name, scale=(0.0, 100.0)) for name in "abc"}


def weighed(a, b, c, **groups):
    """Return the scenario with these weights, a tree where groups have some, and its decision."""
    made = scenario({"a": a, "b": b, "c": c}, SCORES, criteria=WHOLE)
    made = in_groups(made, {"a": "one", "b": "one", "c": "two"}, groups) if groups else made
    return made, decide(made)


def test_without_a_tree_the_nearest_switch_of_each_weight_is_that_of_its_interval():
    found = nearness(*weighed(50, 30, 20))

    # The intervals of S: a from 26/66, b to 22/57, c to 0.36.
    assert found == {
        "weights.a": pytest.approx((0.5 - 26 / 66, 0.5)),
        "weights.b": pytest.approx((22 / 57 - 0.3, 0.3)),
        "weights.c": pytest.approx((0.36 - 0.2, 0.2)),
    }


def test_in_a_tree_groups_move_against_each_other_and_criteria_within_their_group():
    found = nearness(*weighed(50, 30, 7, one=80, two=20))

    # Between the groups it is the third weight of the flat problem: U leads beyond 36 % for "two".
    # Within "one", with part r on a: S − T = 0.8(40r − 50(1 − r)) + 2 is zero at r = 47.5/90, and
    # S − U = 0.8(60r − 10(1 − r)) − 12 first at r = 25/70. c is alone: its weight moves nothing.
    move = 0.8 * (50 / 80 - 47.5 / 90)
    assert found == {
        "group_weights.one": pytest.approx((0.16, 0.8)),
        "group_weights.two": pytest.approx((0.16, 0.2)),
        "weights.a": pytest.approx((move, 0.5)),
        "weights.b": pytest.approx((move, 0.3)),
    }


def test_a_group_without_weight_has_nothing_within_it_that_changes_the_lead():
    found = nearness(*weighed(50, 30, 7, one=0, two=20))

    assert found["weights.a"] == (np.inf, 0.0)
    assert found["group_weights.one"][0] < 1


def test_a_group_whose_criteria_have_no_weight_can_be_weighed_as_if_they_were_equal():
    empty = nearness(*weighed(0, 0, 7, one=80, two=20))

    assert empty == nearness(*weighed(1, 1, 7, one=0, two=20))


def test_an_alternative_that_cannot_be_ranked_takes_no_lead():
    made = weighed(50, 30, 7, one=80, two=20)[0].with_values({"scores.T.a": None})

    found = nearness(made, decide(made))

    # Left is U: within "one" the lead is lost at r = 25/70, between the groups as before.
    assert found["weights.a"] == pytest.approx((0.8 * (50 / 80 - 25 / 70), 0.5))
    assert found["group_weights.two"] == pytest.approx((0.16, 0.2))
