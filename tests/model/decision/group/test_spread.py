"""Where assessors are furthest apart."""

import numpy as np
import pytest
from hypothesis import given, settings

from model.decision.group.assessors import judgements
from model.decision.group.spread import score_spread, weight_spread
from tests.model.decision.building import criterion
from tests.model.decision.group.building import Own, group, groups

JOINT = {"a": 1.0, "b": 1.0, "c": 2.0}
SCORES = {"x": [80, 20, 50], "y": [40, 60, 50]}


def judged(assessors, **other):
    return judgements(group(JOINT, SCORES, assessors, **other))


def test_the_criterion_with_the_widest_range_of_shares_comes_first():
    found = weight_spread(
        judged({"ett": Own([50, 30, 20]), "två": Own([20, 30, 50]), "tre": Own([50, 40, 10])})
    )

    # a: 50, 20, 50; b: 30, 30, 40; c: 20, 50, 10 per cent.
    assert [one.criterion for one in found] == ["c", "a", "b"]
    widest = found[0]
    assert (widest.low, widest.high) == pytest.approx((0.1, 0.5))
    assert (widest.lowest, widest.highest) == (("tre",), ("två",))
    # From the mean 0.2667: −0.0667, 0.2333 and −0.1667. Squares sum to 0.0867; √(0.0867 / 3).
    assert widest.deviation == pytest.approx(0.17, abs=0.0005)
    assert found[1].highest == ("ett", "tre")


def test_of_equal_ranges_the_one_with_the_larger_deviation_comes_first():
    # a: 40, 20, 20, 20, deviation 8.7 per cent, as c; b: 20, 40, 20, 40, deviation 10.
    found = weight_spread(
        judged(
            {
                "ett": Own([40, 20, 40]),
                "två": Own([20, 40, 40]),
                "tre": Own([20, 20, 60]),
                "fyra": Own([20, 40, 40]),
            }
        )
    )

    assert [one.criterion for one in found] == ["b", "a", "c"]


def test_where_all_weigh_alike_every_range_is_nothing_and_nobody_is_at_an_end():
    found = weight_spread(judged({"ett": Own(), "två": Own([1, 1, 2])}))

    assert [one.criterion for one in found] == ["a", "b", "c"]
    assert all(one.high == one.low and one.deviation == 0 for one in found)
    assert all((one.lowest, one.highest) == ((), ()) for one in found)


def test_only_scores_that_are_not_the_same_for_all_are_listed():
    found = score_spread(
        judged(
            {
                "ett": Own(scores={"x": [90, None, None]}),
                "två": Own(scores={"x": [None, None, 10], "y": [None, 60, None]}),
            }
        )
    )

    assert [(one.alternative, one.criterion) for one in found] == [("x", "c"), ("x", "a")]
    assert (found[0].low, found[0].high) == (10, 50)
    assert (found[0].lowest, found[0].highest) == (("två",), ("ett",))
    assert found[0].deviation == 20  # 50 and 10 lie 20 from their mean
    assert (found[1].low, found[1].high) == (80, 90)


def test_scores_are_sorted_by_what_they_are_worth():
    # One step of three on a is worth 33 points; 30 of 100 on b is worth 30.
    found = score_spread(
        judged(
            {"ett": Own(scores={"x": [1, 20, None]}), "två": Own(scores={"x": [2, 50, None]})},
            criteria={"a": criterion("a", higher_is_better=False)},
        )
    )

    assert [one.criterion for one in found] == ["a", "b"]
    assert (found[0].low, found[0].high) == (1, 2)
    assert (found[0].value_low, found[0].value_high) == pytest.approx((200 / 3, 100))
    assert found[0].lowest == ("ett",)  # of scores; their value is the higher


def test_one_who_has_no_score_and_gives_it_no_weight_has_said_nothing():
    scenario = group(
        {"a": 1.0, "b": 0.0},
        {"x": [80, None]},
        {
            "ett": Own(),
            "två": Own([1, 1], {"x": [None, 10]}),
            "tre": Own([1, 1], {"x": [None, 30]}),
        },
    )

    (found,) = score_spread(judgements(scenario))

    assert (found.low, found.high, found.deviation) == (10, 30, 10)
    assert (found.lowest, found.highest) == (("två",), ("tre",))


def test_one_who_is_not_counted_is_not_at_any_end():
    found = weight_spread(judged({"ett": Own([1, 1, 2]), "noll": Own([0, 0, 0])}))

    assert all(one.high == one.low for one in found)


def test_without_assessors_there_is_nothing_to_list():
    assert weight_spread(judged({})) == ()
    assert score_spread(judged({})) == ()


def test_one_assessor_agrees_with_themselves():
    alone = judged({"ett": Own([1, 2, 3], {"x": [1, 2, 3]})})

    assert all(one.low == one.high for one in weight_spread(alone))
    assert score_spread(alone) == ()


@settings(max_examples=60)
@given(scenario=groups(least=1))
def test_ranges_fall_and_the_ends_are_those_who_are_there(scenario):
    found = judgements(scenario)
    weights, scores = weight_spread(found), score_spread(found)

    widths = [one.high - one.low for one in weights]
    assert all(np.diff(widths) <= 1e-9)
    assert all(np.diff([one.value_high - one.value_low for one in scores]) <= 1e-9)
    for one in weights:
        c = found.criteria.index(one.criterion)
        for name in one.highest:
            assert found.shares[found.assessors.index(name), c] == pytest.approx(one.high)
        assert not set(one.lowest) & set(one.highest)
    assert all(one.low < one.high and one.lowest and one.highest for one in scores)
