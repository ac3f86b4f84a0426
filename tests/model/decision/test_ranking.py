"""Competition ranks."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from model.decision.ranking import competition_ranks, leaders


def test_two_that_tie_for_second_leave_third_place_empty():
    assert competition_ranks(np.array([60.0, 80.0, 60.0, 40.0])) == (2, 1, 2, 4)


def test_totals_that_differ_only_by_rounding_tie():
    assert competition_ranks(np.array([0.1 + 0.2, 0.3])) == (1, 1)


def test_a_chain_of_near_totals_does_not_glide_into_one_rank():
    # The second is 0.8e-9 below the first, the third 0.8e-9 below the second.
    assert competition_ranks(np.array([1.6e-9, 0.8e-9, 0.0])) == (1, 1, 3)


def test_an_alternative_without_a_total_has_no_rank_and_takes_no_place():
    assert competition_ranks(np.array([50.0, np.nan, 40.0])) == (1, None, 2)


def test_nothing_to_rank_gives_no_ranks():
    assert competition_ranks(np.array([np.nan, np.nan])) == (None, None)
    assert competition_ranks(np.array([])) == ()


def test_the_leader_is_the_first_in_the_file_of_those_with_the_highest_total():
    rows = np.array([[60.0, 80.0, 70.0], [80.0, 60.0, 80.0 + 1e-12], [np.nan, 10.0, 20.0]])

    assert leaders(rows).tolist() == [1, 0, 2]


@given(st.lists(st.integers(0, 10), min_size=1, max_size=8))
def test_a_rank_is_one_more_than_the_number_that_are_better(totals):
    ranks = competition_ranks(np.array(totals, dtype=float))

    assert ranks == tuple(1 + sum(other > total for other in totals) for total in totals)
