"""How each of several assessors weighs the same alternatives."""

import numpy as np
import pytest
from hypothesis import given, settings

from model.decision.decide import decide
from model.decision.group.assessors import Excluded, judgements, weigh
from model.decision.weighted_sum import totals
from model.errors import WeightError
from tests.model.decision.group.building import Own, group, groups

JOINT = {"a": 50.0, "b": 50.0}
SCORES = {"x": [80, 20], "y": [40, 60]}


def judged(assessors, scores=SCORES, weights=JOINT):
    return judgements(group(weights, scores, assessors))


def test_each_assessor_has_totals_ranks_and_a_first_choice():
    found = judged({"ett": Own([75, 25]), "två": Own([1, 3], {"x": [100, 0], "y": [None, 100]})})

    # ett: x 60 + 5 = 65, y 30 + 15 = 45. två: x 25 + 0 = 25, y 10 + 75 = 85.
    assert found.assessors == ("ett", "två")
    assert found.shares.tolist() == [[0.75, 0.25], [0.25, 0.75]]
    assert found.totals.tolist() == [[65, 45], [25, 85]]
    assert found.ranks == ((1, 2), (2, 1))
    assert found.first == (("x",), ("y",))
    assert found.excluded == (None, None)


def test_it_says_what_is_an_assessors_own():
    found = judged(
        {"ett": Own([75, 25]), "två": Own(scores={"x": [0, None]}), "tre": Own([75, None])}
    )

    assert found.weights_from == ("own", "joint", "incomplete")
    assert found.own_scores == (False, True, False)
    assert "assessor_weights.ett.a" in found.used
    assert "assessor_scores.två.x.a" in found.used
    assert "assessor_weights.tre.a" not in found.used


def test_all_that_tie_are_first():
    assert judged({"ett": Own([1, 1])}).first == (("x", "y"),)  # 50 each


def test_one_whose_weights_are_all_zero_is_shown_and_not_counted():
    found = judged({"noll": Own([0, 0]), "ett": Own([75, 25])})

    assert found.excluded == (Excluded("weights"), None)
    assert found.ranks[0] == (None, None)
    assert found.first == ((), ("x",))
    assert found.counted.assessors == ("ett",)
    assert found.counted.totals.tolist() == [[65, 45]]


@pytest.mark.parametrize("weight", [-1.0, float("inf"), float("nan")])
def test_a_weight_that_cannot_be_used_is_no_error_but_a_reason(weight):
    assert judged({"n": Own([weight, 1])}).excluded == (Excluded("weights"),)


def test_one_who_lacks_a_score_that_they_give_weight_is_not_counted_and_is_told_which():
    # The joint weights and ett give b nothing, so only två needs the score that is not there.
    found = judged(
        {"ett": Own(), "två": Own([50, 50])},
        scores={"x": [80, None], "y": [40, 60]},
        weights={"a": 1.0, "b": 0.0},
    )

    assert found.alternatives == ("x", "y")
    assert found.excluded == (None, Excluded("scores", (("x", "b"),)))
    assert found.ranks == ((1, 2), (None, 1))
    assert found.first == (("x",), ())


def test_an_alternative_that_is_not_judged_jointly_does_not_shut_out_those_who_lack_it():
    # ett has a score of their own for x on b; the others need it and don't have it.
    found = judged(
        {"ett": Own(scores={"x": [None, 30]}), "två": Own(), "tre": Own([75, 25])},
        scores={"x": [80, None], "y": [40, 60]},
    )

    assert found.alternatives == ("y",)
    assert found.left_out == ("x",)
    assert found.excluded == (None, None, None)


def test_an_alternative_that_everyone_has_judged_needs_no_joint_score():
    found = judged(
        {"ett": Own(scores={"x": [None, 30]}), "två": Own(scores={"x": [None, 90]})},
        scores={"x": [80, None], "y": [40, 60]},
    )

    assert found.alternatives == ("x", "y")
    assert found.totals.tolist() == [[55, 50], [85, 50]]


def test_an_alternative_that_no_assessor_can_judge_is_left_out():
    found = judged(
        {"ett": Own([1, 1]), "två": Own([1, 2])},
        scores={"x": [80, None], "y": [40, 60]},
        weights={"a": 1.0, "b": 0.0},
    )

    assert found.left_out == ("x",)
    assert found.excluded == (None, None)


def test_with_nobody_whose_weights_can_be_used_those_judged_jointly_are_compared():
    found = judged({"noll": Own([0, 0])}, scores={"x": [80, None], "y": [40, 60]})

    assert found.alternatives == ("y",)
    assert found.excluded == (Excluded("weights"),)


def test_without_assessors_there_are_empty_arrays():
    found = judged({})

    assert found.shares.shape == (0, 2)
    assert found.totals.shape == (0, 2)
    assert found.alternatives == ("x", "y")
    assert found.first == ()


def test_joint_weights_that_are_all_zero_are_refused():
    with pytest.raises(WeightError):
        judged({}, weights={"a": 0.0, "b": 0.0})


def test_one_with_nothing_of_their_own_has_the_joint_result():
    scenario = group(JOINT, SCORES, {"ett": Own()})

    found, joint = judgements(scenario), decide(scenario)

    assert found.totals[0].tolist() == joint.totals.tolist()
    assert found.ranks[0] == joint.ranks


@settings(max_examples=50)
@given(scenario=groups())
def test_totals_of_all_at_once_are_the_weighted_sum_of_each(scenario):
    found = judgements(scenario)

    for n in range(len(found.assessors)):
        assert found.totals[n] == pytest.approx(totals(found.values[n], found.shares[n]))
        assert len(found.first[n]) == found.ranks[n].count(1) > 0


def test_a_gap_without_weight_is_no_gap_and_shares_that_are_missing_give_none():
    values = np.array([[[80.0, np.nan]], [[80.0, np.nan]], [[80.0, 20.0]]])
    shares = np.array([[1.0, 0.0], [0.5, 0.5], [np.nan, np.nan]])

    assert weigh(values, shares) == pytest.approx(np.array([[80], [np.nan], [np.nan]]), nan_ok=True)
