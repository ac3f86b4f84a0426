"""How well two rankings of the same things agree."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.decision.rank_agreement import kendall_tau_b, mid_ranks, weighted_rank_correlation

pytestmark = pytest.mark.filterwarnings("error")

orders = st.integers(2, 6).flatmap(lambda n: st.permutations(range(1, n + 1)))
pairs_of_ranks = st.integers(1, 6).flatmap(
    lambda n: st.tuples(*[st.lists(st.integers(1, n), min_size=n, max_size=n)] * 2)
)


def test_one_swapped_pair_of_six_takes_a_third_off():
    # Four things make six pairs: five in the same order and one in the opposite, (5 − 1)/6.
    assert kendall_tau_b([1, 2, 3, 4], [2, 1, 3, 4]) == pytest.approx(4 / 6)


def test_a_tie_is_neither_for_nor_against():
    # Three pairs, one of them tied in the second: 2 / √(3 · 2).
    assert kendall_tau_b([1, 2, 3], [1, 2, 2]) == pytest.approx(2 / np.sqrt(6))


def test_rankings_without_any_order_say_the_same_and_nothing_of_one_that_has():
    assert kendall_tau_b([1, 1, 1], [1, 1, 1]) == 1
    assert kendall_tau_b([1], [1]) == 1
    assert kendall_tau_b([1, 1, 1], [1, 2, 3]) == 0


@given(ranks=pairs_of_ranks)
def test_tau_b_is_that_of_scipy_where_scipy_has_an_answer(ranks):
    from scipy.stats import kendalltau

    one, other = ranks
    assume(len(set(one)) > 1 and len(set(other)) > 1)

    assert kendall_tau_b(one, other) == pytest.approx(kendalltau(one, other).statistic)


def test_a_swap_at_the_top_weighs_more_than_one_at_the_bottom():
    # N = 4: N⁴ + N³ − N² − N = 300. At the top both differ by 1, with weights (4 + 3) each:
    # 1 − 6 · 14/300. At the bottom the weights are (2 + 1) each: 1 − 6 · 6/300.
    assert weighted_rank_correlation([1, 2, 3, 4], [2, 1, 3, 4]) == pytest.approx(0.72)
    assert weighted_rank_correlation([1, 2, 3, 4], [1, 2, 4, 3]) == pytest.approx(0.88)


def test_those_that_tie_share_the_mean_of_their_places():
    assert mid_ranks([1, 2, 2, 4]).tolist() == [1, 2.5, 2.5, 4]
    assert mid_ranks([1, 2, 2, 3]).tolist() == [1, 2.5, 2.5, 4]
    # N = 3: 3⁴ + 3³ − 3² − 3 = 96. The second and third differ by a half: 0.25 · (2 + 1.5) and
    # 0.25 · (1 + 1.5), together 1.5.
    assert weighted_rank_correlation([1, 2, 3], [1, 2, 2]) == pytest.approx(1 - 6 * 1.5 / 96)


def test_one_thing_alone_agrees_with_itself():
    assert weighted_rank_correlation([1], [1]) == 1


@given(order=orders)
def test_the_same_order_is_one_and_the_opposite_minus_one(order):
    opposite = [len(order) + 1 - rank for rank in order]
    for agreement in (kendall_tau_b, weighted_rank_correlation):
        assert agreement(order, order) == pytest.approx(1)
        assert agreement(order, opposite) == pytest.approx(-1)


@given(ranks=pairs_of_ranks)
def test_agreement_is_mutual_and_within_one(ranks):
    one, other = ranks
    for agreement in (kendall_tau_b, weighted_rank_correlation):
        assert agreement(one, other) == pytest.approx(agreement(other, one))
        assert abs(agreement(one, other)) <= 1 + 1e-12
        assert agreement(one, one) == pytest.approx(1)
