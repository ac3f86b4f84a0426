"""How often each alternative is first when weights and scores are not known exactly."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.decision.robustness import make_draws, robustness
from model.decision.value_functions import value_function
from tests.model.decision.building import criterion

RISING = value_function(criterion("a", scale=(0.0, 100.0)))


def sure(scores, shares, *, seed=1, n=2_000, spread=0.5, functions=None):
    """Robustness with scores that are known exactly."""
    return spanned(scores, scores, shares, seed=seed, n=n, spread=spread, functions=functions)


def spanned(low, high, shares, *, seed=1, n=2_000, spread=0.5, functions=None):
    low, high = np.array(low, dtype=float), np.array(high, dtype=float)
    draws = make_draws(*low.shape, seed, n, spread)
    functions = functions or (RISING,) * low.shape[1]
    return robustness(low, high, functions, np.array(shares), draws)


def test_with_two_opposite_alternatives_each_is_first_for_half_of_all_weights():
    # The first wins when its criterion has more than half of the weight: half of the simplex.
    result = sure([[100, 0], [0, 100]], [0.9, 0.1], n=10_000)

    assert result.first_any == pytest.approx([0.5, 0.5], abs=0.02)


def test_weights_within_half_of_today_cannot_turn_nine_to_one():
    # At worst 0.9 × 0.5 against 0.1 × 1.5, which is 0.45 against 0.15.
    assert sure([[100, 0], [0, 100]], [0.9, 0.1]).first_near.tolist() == [1, 0]


def test_near_weights_solved_by_hand():
    # Weights 0.6 and 0.4 times u and v, uniform on [0.5, 1.5]. The second wins when v > 1.5u,
    # for u from 0.5 to 1: the integral of 1.5 − 1.5u is 0.1875.
    result = sure([[100, 0], [0, 100]], [0.6, 0.4], n=10_000)

    assert result.first_near == pytest.approx([0.8125, 0.1875], abs=0.015)


def test_without_spread_near_weights_are_todays():
    assert sure([[100, 0], [0, 100]], [0.51, 0.49], spread=0.0).first_near.tolist() == [1, 0]


def test_scores_vary_evenly_within_their_range():
    # 40 for certain against 0–100 evenly: the second is higher in 60 per cent.
    result = spanned([[40], [0]], [[40], [100]], [1.0], n=10_000)

    assert result.first_near == pytest.approx([0.4, 0.6], abs=0.02)


def test_a_drawn_score_is_valued_on_the_broken_line():
    # The line reaches 40 at score 10, so the second is higher in 90 per cent, not 60.
    broken = value_function(criterion("a", value_points=((0, 0), (10, 40), (100, 100))))
    straight_at_40 = 10.0
    result = spanned(
        [[straight_at_40], [0]], [[straight_at_40], [100]], [1.0], n=10_000, functions=(broken,)
    )

    assert result.first_near == pytest.approx([0.1, 0.9], abs=0.015)


def test_an_alternative_that_is_better_on_everything_is_first_in_all_draws():
    result = spanned([[60, 60], [10, 10]], [[90, 90], [50, 50]], [0.5, 0.5])

    assert result.first_near.tolist() == [1, 0]
    assert result.first_any.tolist() == [1, 0]


def test_two_identical_alternatives_split_the_first_place():
    result = sure([[70, 30], [70, 30], [10, 10]], [0.3, 0.7])

    assert result.first_near == pytest.approx([0.5, 0.5, 0.0])
    assert result.first_any == pytest.approx([0.5, 0.5, 0.0])


def test_an_alternative_without_a_total_is_shown_as_missing_and_leaves_the_others_whole():
    result = sure([[100, np.nan], [60, 50], [40, 50]], [0.5, 0.5])

    assert np.isnan(result.first_near[0])
    assert np.isnan(result.first_any[0])
    assert result.first_near[1:].tolist() == [1, 0]


def test_a_gap_without_weight_today_counts_only_where_every_criterion_has_weight():
    result = sure([[100, np.nan], [60, 50]], [1.0, 0.0])

    assert result.first_near.tolist() == [1, 0]
    assert np.isnan(result.first_any[0])
    assert result.first_any[1] == 1


def test_with_nothing_to_rank_all_is_missing():
    result = sure([[np.nan], [np.nan]], [1.0])

    assert np.isnan(result.first_near).all()
    assert np.isnan(result.first_any).all()


def test_a_criterion_without_weight_stays_without_it_in_near_weights():
    assert sure([[50, 0], [40, 100]], [1.0, 0.0]).first_near.tolist() == [1, 0]


def test_the_same_choices_give_the_same_answer_and_another_seed_gives_another():
    scores, weights = [[100, 0, 50], [0, 100, 50], [60, 50, 40]], [0.4, 0.4, 0.2]

    again = [sure(scores, weights).first_any for _ in range(2)]
    make_draws.cache_clear()
    anew = sure(scores, weights).first_any

    assert (again[0] == again[1]).all()
    assert (again[0] == anew).all()
    assert (sure(scores, weights, seed=2).first_any != anew).any()


def test_drawn_weights_do_not_depend_on_how_many_alternatives_there_are():
    assert (make_draws(3, 4, 1, 100).any_weights == make_draws(4, 4, 1, 100).any_weights).all()


def test_the_draws_cannot_be_changed_by_mistake():
    with pytest.raises(ValueError, match="read-only"):
        make_draws(2, 2, 1, 10).any_weights[0, 0] = 0.0


@settings(max_examples=40)
@given(
    rows=st.lists(st.lists(st.integers(0, 100), min_size=3, max_size=3), min_size=1, max_size=5),
    weights=st.lists(st.integers(1, 10), min_size=3, max_size=3),
    width=st.integers(0, 30),
)
def test_the_shares_sum_to_one(rows, weights, width):
    share = np.array(weights) / sum(weights)
    result = spanned(rows, np.array(rows) + width, share, n=200)

    assert result.first_near.sum() == pytest.approx(1)
    assert result.first_any.sum() == pytest.approx(1)
