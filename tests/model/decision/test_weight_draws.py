"""Which weights are held possible, and how they are drawn."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision.weight_draws import WeightModel, deal, may_weigh, numbers
from model.errors import BoundsError
from tests.model.decision.building import posed


def problem(*weights):
    names = {f"c{i}": weight for i, weight in enumerate(weights, 1)}
    return posed(names, {"A": [50.0] * len(names)})


def within(least, most):
    return replace(problem(*[1] * len(least)), least=np.array(least), most=np.array(most))


def drawn(one, kind, *, spread=0.5, n=20_000, seed=1):
    """Draw weights, shape (criteria, draws)."""
    model = WeightModel(kind, spread)
    made_of, room = np.empty((len(one.shares), n)), np.empty((len(one.shares), n))
    numbers(one, model).fill(np.random.default_rng(seed), made_of)
    return deal(one, model)(made_of, room)


def test_near_weights_are_todays_times_an_even_factor_made_shares():
    # Two equal weights: the first share is u / (u + v) with u and v even on 0.5–1.5, so it lies
    # between 0.5/2 and 1.5/2, and in half of the draws under 0.5.
    first = drawn(problem(10, 10), "near")[0]

    assert (first.min(), first.max()) == pytest.approx((0.25, 0.75), abs=0.01)
    assert (first < 0.5).mean() == pytest.approx(0.5, abs=0.015)


def test_the_spread_says_how_near():
    first = drawn(problem(10, 10), "near", spread=0.1)[0]

    assert (first.min(), first.max()) == pytest.approx((0.45, 0.55), abs=0.005)
    assert drawn(problem(30, 70), "near", spread=0.0) == pytest.approx(
        np.tile([[0.3], [0.7]], 20_000)
    )


def test_all_weights_are_even_over_the_triangle():
    # Of three shares, the first is over t in (1 − t)² of the triangle: over a half in a quarter.
    shares = drawn(problem(80, 15, 5), "all")

    assert shares.mean(axis=1) == pytest.approx([1 / 3, 1 / 3, 1 / 3], abs=0.007)
    assert (shares > 0.5).mean(axis=1) == pytest.approx([0.25, 0.25, 0.25], abs=0.012)


@pytest.mark.parametrize(
    ("weights", "means"),
    [
        # Rank order centroids, Edwards & Barron (1994), Organizational Behavior and Human
        # Decision Processes 60: the mean of all weights that keep an order of importance.
        ([2, 1], [0.75, 0.25]),
        ([3, 2, 1], [0.6111, 0.2778, 0.1111]),
        ([4, 3, 2, 1], [0.5208, 0.2708, 0.1458, 0.0625]),
        ([1, 3, 2], [0.1111, 0.6111, 0.2778]),
    ],
)
def test_weights_that_keep_their_order_have_the_published_centroid_as_mean(weights, means):
    shares = drawn(problem(*weights), "order", n=40_000)

    assert shares.mean(axis=1) == pytest.approx(means, abs=0.004)
    order = np.argsort(-np.array(weights))
    assert (np.diff(shares[order], axis=0) <= 0).all()


def test_weights_that_are_equal_today_come_in_any_order_between_themselves():
    # c1 is largest; c2 and c3, equal, share the centroids 0.2778 and 0.1111 of second and third.
    shares = drawn(problem(50, 25, 25), "order", n=40_000)

    assert shares.mean(axis=1) == pytest.approx([0.6111, 0.19445, 0.19445], abs=0.004)
    assert (shares[1] > shares[2]).mean() == pytest.approx(0.5, abs=0.01)
    assert (shares[0] >= shares[1:].max(axis=0)).all()


def test_where_all_are_equal_any_weights_keep_the_order():
    shares = drawn(problem(5, 5, 5), "order")

    assert shares.mean(axis=1) == pytest.approx([1 / 3, 1 / 3, 1 / 3], abs=0.007)
    assert (shares > 0.5).mean(axis=1) == pytest.approx([0.25, 0.25, 0.25], abs=0.012)


def test_weights_that_differ_by_rounding_only_are_equal():
    shares = drawn(problem(0.1 + 0.2, 0.3), "order")

    assert (shares[0] > shares[1]).mean() == pytest.approx(0.5, abs=0.015)


def test_no_weight_stays_none_near_todays_and_in_their_order_and_not_otherwise():
    without = problem(60, 0, 40)

    assert (drawn(without, "near")[1] == 0).all()
    assert (drawn(without, "order")[1] == 0).all()
    assert (drawn(without, "all")[1] > 0).all()
    assert may_weigh(without, WeightModel("near")).tolist() == [True, False, True]
    assert may_weigh(without, WeightModel("order")).tolist() == [True, False, True]
    assert may_weigh(without, WeightModel("all")).all()


def test_weights_keep_within_their_bounds():
    shares = drawn(within([0.2, 0.0, 0.1], [0.5, 1.0, 0.3]), "bounds")

    assert shares[0].min() >= 0.2
    assert shares[0].max() <= 0.5
    assert shares[2].min() >= 0.1
    assert shares[2].max() <= 0.3


def test_without_bounds_any_weights_are_within_them():
    free = within([0.0, 0.0], [1.0, 1.0])

    assert (drawn(free, "bounds") == drawn(free, "all")).all()


def test_a_criterion_that_may_have_no_weight_is_not_weighed_within_bounds():
    held = within([0.0, 0.0, 0.0], [1.0, 0.0, 1.0])

    assert may_weigh(held, WeightModel("bounds")).tolist() == [True, False, True]
    assert (drawn(held, "bounds")[1] == 0).all()


def test_bounds_that_contradict_each_other_are_refused():
    with pytest.raises(BoundsError):
        numbers(within([0.6, 0.6], [1.0, 1.0]), WeightModel("bounds"))


def test_bounds_are_not_asked_for_where_they_do_not_count():
    assert drawn(within([0.6, 0.6], [1.0, 1.0]), "near").sum(axis=0) == pytest.approx(1)


@given(
    weights=st.lists(st.integers(0, 5), min_size=1, max_size=8).filter(any),
    kind=st.sampled_from(["near", "all", "order", "bounds"]),
    seed=st.integers(0, 100),
)
def test_drawn_weights_are_shares_that_sum_to_one(weights, kind, seed):
    shares = drawn(problem(*weights), kind, n=20, seed=seed)

    assert (shares >= 0).all()
    assert shares.sum(axis=0) == pytest.approx(np.ones(20))


@given(weights=st.lists(st.integers(0, 4), min_size=2, max_size=8).filter(any))
def test_a_more_important_criterion_never_has_less_weight_when_the_order_is_kept(weights):
    shares = drawn(problem(*weights), "order", n=20)

    for i, mine in enumerate(weights):
        for j, other in enumerate(weights):
            if mine > other:
                assert (shares[i] >= shares[j]).all()
