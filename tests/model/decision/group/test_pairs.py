"""How much of what parts two assessors comes from weights, and how much from scores."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from model.decision.group.assessors import judgements
from model.decision.group.pairs import pairs
from tests.model.decision.group.building import Own, group, groups

JOINT = {"a": 50.0, "b": 50.0}


def of(assessors, scores=None):
    joint = scores or {"x": [0, 0], "y": [0, 0]}
    return pairs(judgements(group(JOINT, joint, assessors)))


def test_with_different_first_choices_the_margin_between_them_is_split():
    # x over y by criterion: ett (40, −40), två (60, −100). Weights 3/4, 1/4 and 1/4, 3/4.
    #   ett's weights, ett's scores:  30 − 10 =  20    två's weights, ett's scores: 10 − 30 = −20
    #   ett's weights, två's scores:  45 − 25 =  20    två's weights, två's scores: 15 − 75 = −60
    # From 20 to −60 is 80. Weights first: 40, then scores 40. Scores first: 0, then weights 80.
    # Mean over the two orders: weights (40 + 80) / 2 = 60, scores (40 + 0) / 2 = 20.
    (pair,) = of(
        {
            "ett": Own([3, 1], {"x": [80, 20], "y": [40, 60]}),
            "två": Own([1, 3], {"x": [100, 0], "y": [40, 100]}),
        }
    )

    assert (pair.one, pair.other, pair.measure) == ("ett", "två", "margin")
    assert pair.first == ("x", "y")
    assert pair.difference == pytest.approx(80)
    assert (pair.weights, pair.scores) == pytest.approx((60, 20))
    assert (pair.weights_share, pair.scores_share) == pytest.approx((0.75, 0.25))


def test_with_the_same_first_choice_the_distance_between_totals_is_split():
    # Totals of x and y:
    #   ett's weights, ett's scores: 70, 30    två's weights, ett's scores: 75, 25
    #   ett's weights, två's scores: 80, 40    två's weights, två's scores: 80, 40
    # The distance is (10 + 10) / 2 = 10. Weights alone: 5 from ett, 0 from två, mean 2.5.
    # Scores alone: 10 from ett, (5 + 15) / 2 = 10 from två, mean 10.
    # Weights (2.5 + (10 − 10)) / 2 = 1.25, scores (10 + (10 − 2.5)) / 2 = 8.75.
    (pair,) = of(
        {
            "ett": Own([1, 1], {"x": [80, 60], "y": [20, 40]}),
            "två": Own([3, 1], {"x": [80, 80], "y": [40, 40]}),
        }
    )

    assert (pair.measure, pair.first) == ("distance", None)
    assert pair.difference == pytest.approx(10)
    assert (pair.weights, pair.scores) == pytest.approx((1.25, 8.75))


def test_a_part_of_a_margin_can_go_the_other_way():
    # x over y by criterion: ett (30, −10), två (−10, −50). Weights 1/2, 1/2 and 1, 0.
    #   ett's weights: ett's scores 10, två's −30.  två's weights: ett's scores 30, två's −10.
    # With två's weights ett would lead by more, so the weights bring them 20 nearer:
    # weights (−20 − 20) / 2 = −20, scores (40 + 40) / 2 = 40, together 20.
    (pair,) = of(
        {
            "ett": Own([1, 1], {"x": [80, 40], "y": [50, 50]}),
            "två": Own([1, 0], {"x": [40, 20], "y": [50, 70]}),
        }
    )

    assert (pair.difference, pair.weights, pair.scores) == pytest.approx((20, -20, 40))
    assert (pair.weights_share, pair.scores_share) == pytest.approx((-1, 2))


def test_with_the_same_scores_all_comes_from_weights():
    (pair,) = of({"ett": Own([3, 1]), "två": Own([1, 3])}, {"x": [80, 20], "y": [40, 60]})

    # Margins of x: 30 − 10 = 20 and 10 − 30 = −20.
    assert (pair.difference, pair.weights, pair.scores) == pytest.approx((40, 40, 0))
    assert (pair.weights_share, pair.scores_share) == pytest.approx((1, 0))


def test_with_the_same_weights_all_comes_from_scores():
    (pair,) = of({"ett": Own(scores={"x": [80, 80]}), "två": Own(scores={"y": [80, 80]})})

    assert pair.first == ("x", "y")
    assert (pair.difference, pair.weights, pair.scores) == pytest.approx((160, 0, 160))


def test_two_who_agree_on_everything_have_no_shares_of_nothing():
    (pair,) = of({"ett": Own(), "två": Own([2, 2])}, {"x": [80, 20], "y": [40, 60]})

    assert (pair.difference, pair.weights, pair.scores) == (0, 0, 0)
    assert (pair.weights_share, pair.scores_share) == (None, None)


def test_two_who_share_a_tied_first_choice_are_compared_by_distance():
    (pair,) = of({"ett": Own([1, 1]), "två": Own([3, 1])}, {"x": [80, 20], "y": [40, 60]})

    assert pair.measure == "distance"  # ett gives both 50, två x 65 and y 45
    assert pair.difference == pytest.approx(10)  # (15 + 5) / 2


def test_a_score_that_one_lacks_and_gives_no_weight_is_the_others():
    # The joint score of x on b is missing and ett gives b no weight. With två's weights and
    # ett's scores x is therefore 50 · 1/2 + 10 · 1/2 = 30, as it is with två's scores.
    scenario = group(
        {"a": 1.0, "b": 0.0},
        {"x": [50, None], "y": [40, 60]},
        {"ett": Own(), "två": Own([1, 1], {"x": [None, 10]})},
    )

    (pair,) = pairs(judgements(scenario))

    # x over y: ett 10; två 30 − 50 = −20. Nothing else differs than the weights.
    assert pair.difference == pytest.approx(30)
    assert (pair.weights, pair.scores) == pytest.approx((30, 0))


def test_every_two_who_are_counted_make_a_pair():
    found = of({"ett": Own(), "noll": Own([0, 0]), "två": Own(), "tre": Own()})

    assert [(one.one, one.other) for one in found] == [
        ("ett", "två"),
        ("ett", "tre"),
        ("två", "tre"),
    ]


def test_one_or_none_make_no_pair():
    assert of({}) == ()
    assert of({"ett": Own()}) == ()


def test_where_no_alternative_can_be_compared_there_is_nothing_to_split():
    assert of({"ett": Own(), "två": Own()}, {"x": [None, 1]}) == ()


@settings(max_examples=80)
@given(scenario=groups(least=2))
def test_the_two_parts_add_up_to_the_difference(scenario):
    for pair in pairs(judgements(scenario)):
        assert pair.weights + pair.scores == pytest.approx(pair.difference)
        assert pair.difference >= 0
        if pair.weights_share is not None:
            assert pair.weights_share + pair.scores_share == pytest.approx(1)
        if pair.measure == "distance":
            assert pair.weights >= -1e-9
            assert pair.scores >= -1e-9


@settings(max_examples=60)
@given(scenario=groups(least=2, most=2))
def test_it_does_not_matter_who_is_named_first(scenario):
    turned = replace(scenario, assessors=scenario.assessors[::-1])

    (pair,), (other,) = pairs(judgements(scenario)), pairs(judgements(turned))

    assert (pair.one, pair.other) == (other.other, other.one)
    assert other.difference == pytest.approx(pair.difference)
    assert (other.weights, other.scores) == pytest.approx((pair.weights, pair.scores))
