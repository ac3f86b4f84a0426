"""Weights out of an order of importance, or out of points for swings."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision.elicitation import (
    consistency,
    contradictions,
    rank_order_centroid,
    rank_sum,
    swing,
)
from model.errors import ShapeError, WeightError

pytestmark = pytest.mark.filterwarnings("error")


@pytest.mark.parametrize(
    ("n", "published"),
    [
        (1, [1.0]),
        (2, [0.7500, 0.2500]),
        (3, [0.6111, 0.2778, 0.1111]),
        (4, [0.5208, 0.2708, 0.1458, 0.0625]),
        (5, [0.4567, 0.2567, 0.1567, 0.0900, 0.0400]),
    ],
)
def test_the_centroid_weights_of_barron_and_barrett_1996(n, published):
    assert rank_order_centroid(range(1, n + 1)) == pytest.approx(published, abs=0.00005)


def test_the_centroid_is_the_mean_of_the_corners_that_keep_the_order():
    # Three in order: all on the first; half each on the first two; a third each.
    corners = [[1, 0, 0], [1 / 2, 1 / 2, 0], [1 / 3, 1 / 3, 1 / 3]]

    assert rank_order_centroid([1, 2, 3]) == pytest.approx(np.mean(corners, axis=0))


@pytest.mark.parametrize(
    ("n", "shares"), [(1, [1]), (2, [2 / 3, 1 / 3]), (3, [1 / 2, 1 / 3, 1 / 6])]
)
def test_rank_sum_weights_fall_evenly(n, shares):
    # Stillwell, Seaver & Edwards (1981): (n + 1 − k) / (1 + 2 + … + n).
    assert rank_sum(range(1, n + 1)) == pytest.approx(shares)


def test_shares_come_in_the_order_of_the_criteria_not_of_importance():
    assert rank_sum([3, 1, 2]) == pytest.approx([1 / 6, 1 / 2, 1 / 3])
    assert rank_order_centroid([2, 1]) == pytest.approx([0.25, 0.75])


def test_those_that_tie_share_the_mean_of_their_places():
    # Places 2 and 3 of four: (0.2708 + 0.1458)/2; of rank sum (0.3 + 0.2)/2.
    for ranks in ([1, 2, 2, 4], [1, 2, 2, 3]):
        assert rank_order_centroid(ranks) == pytest.approx(
            [0.5208, 0.2083, 0.2083, 0.0625], abs=0.0001
        )
        assert rank_sum(ranks) == pytest.approx([0.4, 0.25, 0.25, 0.1])


@pytest.mark.parametrize("ranks", [[], [0, 1], [-1, 2], [1, np.nan], [1, np.inf]])
@pytest.mark.parametrize("weigh", [rank_order_centroid, rank_sum])
def test_ranks_that_are_none_missing_or_below_one_are_refused(weigh, ranks):
    with pytest.raises(WeightError):
        weigh(ranks)


rankings = st.lists(st.integers(1, 8), min_size=1, max_size=8)


@given(ranks=rankings)
@pytest.mark.parametrize("weigh", [rank_order_centroid, rank_sum])
def test_shares_make_a_whole_and_keep_the_order_given(weigh, ranks):
    shares = weigh(ranks)

    assert shares.sum() == pytest.approx(1)
    assert (shares > 0).all()
    for a, b in np.ndindex(len(ranks), len(ranks)):
        assert (ranks[a] < ranks[b]) == (shares[a] > shares[b] + 1e-9)


@given(n=st.integers(2, 10))
def test_the_centroid_leans_more_on_the_first_than_the_rank_sum_does(n):
    # For two they are 0.75 and 0.67.
    order = range(1, n + 1)

    assert rank_order_centroid(order)[0] > rank_sum(order)[0]


def test_the_office_of_goodman_and_wright():
    # Decision Analysis for Management Judgment, ch. 3: swings of 100, 80, 70, 30, 20 and 10
    # points for customers, visibility, image, size, comfort and parking give weights of
    # 32, 26, 23, 10, 6 and 3 per cent.
    points = [100, 80, 70, 30, 20, 10]

    assert (100 * swing(points)).round().tolist() == [32, 26, 23, 10, 6, 3]


def test_points_whose_highest_is_not_100_are_weighed_all_the_same():
    assert swing([80, 40]) == pytest.approx(swing([100, 50]))


@pytest.mark.parametrize("points", [[], [0, 0], [100, -5], [100, np.nan]])
def test_points_that_are_none_missing_negative_or_all_zero_are_refused(points):
    with pytest.raises(WeightError):
        swing(points)


def test_one_ranked_lower_with_more_points_contradicts_the_order():
    # Ranked first, second, third, fourth, but the third was given more than the second.
    assert contradictions([1, 2, 3, 4], [100, 40, 60, 10]).tolist() == [[1, 2]]


def test_equal_ranks_or_equal_points_contradict_nothing():
    assert contradictions([1, 1, 3], [50, 100, 50]).tolist() == []
    assert contradictions([1, 2, 3], [100, 100, 100]).tolist() == []


def test_two_ways_of_weighting_side_by_side():
    # Shares 50, 30 and 20 per cent against 40, 20 and 40: the third has passed the second.
    found = consistency([50, 30, 20], [2, 1, 2])

    assert found.one == pytest.approx([0.5, 0.3, 0.2])
    assert found.other == pytest.approx([0.4, 0.2, 0.4])
    assert found.difference == pytest.approx([-0.1, -0.1, 0.2])
    assert found.largest == 2
    assert found.reversed.tolist() == [[1, 2]]
    # Three pairs, one tied in the second: 1 same, 1 opposite, (1 − 1)/√(3 · 2).
    assert found.tau_b == 0


def test_the_same_weights_in_other_numbers_agree_wholly():
    found = consistency([1, 2, 3], [10, 20, 30])

    assert np.abs(found.difference).max() == 0
    assert found.reversed.tolist() == []
    assert found.tau_b == 1


def test_shares_that_differ_only_by_rounding_are_equal():
    found = consistency([0.1 + 0.2, 0.3, 1], [0.3, 0.1 + 0.2, 1])

    assert found.reversed.tolist() == []
    assert found.tau_b == pytest.approx(1)


def test_weights_of_different_criteria_cannot_be_compared():
    with pytest.raises(ShapeError):
        consistency([1, 2], [1, 2, 3])
    with pytest.raises(ShapeError):
        contradictions([1, 2], [1, 2, 3])
    with pytest.raises(WeightError):
        consistency([1, 2], [0, 0])


weightings = st.integers(1, 6).flatmap(
    lambda n: st.tuples(*[st.lists(st.integers(0, 9), min_size=n, max_size=n).filter(any)] * 2)
)


@given(both=weightings)
def test_comparing_the_other_way_round_turns_every_sign(both):
    one, other = both
    found, turned = consistency(one, other), consistency(other, one)

    assert found.difference.sum() == pytest.approx(0, abs=1e-12)
    assert found.difference == pytest.approx(-turned.difference)
    assert found.tau_b == pytest.approx(turned.tau_b)
    assert {tuple(pair) for pair in found.reversed} == {
        tuple(pair[::-1]) for pair in turned.reversed
    }


@given(ranks=rankings, data=st.data())
def test_points_in_the_order_given_never_contradict_it(ranks, data):
    points = [10 * (9 - rank) for rank in ranks]

    assert len(contradictions(ranks, points)) == 0
    assert consistency(rank_sum(ranks), points).tau_b == pytest.approx(1)
