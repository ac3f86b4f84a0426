"""How far one weight can move before another alternative comes first."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.decision.ranking import competition_ranks
from model.decision.stability import divide, intervals, line_ends, switches
from model.decision.weighted_sum import shares, totals

# Three criteria, weights 50, 30 and 20 per cent.
#   S: 80, 40, 30 -> 40 + 12 + 6  = 58     T: 40, 90, 20 -> 20 + 27 + 4 = 51
#   U: 20, 50, 90 -> 10 + 15 + 18 = 43
VALUES = np.array([[80.0, 40.0, 30.0], [40.0, 90.0, 20.0], [20.0, 50.0, 90.0]])
SHARES = np.array([0.5, 0.3, 0.2])


def moved(today, criterion, share):
    """Give one criterion this share and let the others keep their proportions."""
    others = np.delete(today, criterion)
    left = others.sum()
    others = others / left if left > 0 else np.full(len(others), 1 / len(others))
    return np.insert(others * (1 - share), criterion, share)


def test_the_interval_of_the_first_weight_solved_by_hand():
    # With share t on the first, the others share 1 − t as 60/40:
    # S = 80t + 36(1 − t), T = 40t + 62(1 − t), U = 20t + 66(1 − t).
    # S ≥ T when 40t ≥ 26(1 − t), t ≥ 26/66 = 0.3939; S ≥ U when 60t ≥ 30(1 − t), t ≥ 1/3.
    assert intervals(VALUES, SHARES, 0)[0] == pytest.approx([26 / 66, 1.0])
    assert switches(VALUES, SHARES, 0)[0] == (1, None)


def test_the_interval_of_the_second_weight_solved_by_hand():
    # The others share 1 − t as 5/7 and 2/7: S = 40t + 460/7(1 − t), T = 90t + 240/7(1 − t),
    # U = 50t + 280/7(1 − t). S ≥ T when 220/7(1 − t) ≥ 50t, t ≤ 220/570 = 0.3860;
    # S ≥ U when 180/7(1 − t) ≥ 10t, t ≤ 180/250.
    assert intervals(VALUES, SHARES, 0)[1] == pytest.approx([0.0, 220 / 570])
    assert switches(VALUES, SHARES, 0)[1] == (None, 1)


def test_the_interval_of_the_third_weight_is_ended_by_another_alternative():
    # The others share 1 − t as 5/8 and 3/8: S = 30t + 65(1 − t), T = 20t + 58.75(1 − t),
    # U = 90t + 31.25(1 − t). S ≥ T always; S ≥ U when 33.75(1 − t) ≥ 60t, t ≤ 0.36.
    assert intervals(VALUES, SHARES, 0)[2] == pytest.approx([0.0, 0.36])
    assert switches(VALUES, SHARES, 0)[2] == (None, 2)


def test_the_ends_of_the_lines_are_the_totals_without_a_criterion_and_of_it_alone():
    at_zero, at_one = line_ends(VALUES, SHARES)

    assert at_zero[:, 0] == pytest.approx([36, 62, 66])  # 0.6 · 40 + 0.4 · 30 and so on
    assert at_one[:, 0].tolist() == [80, 40, 20]


def test_those_that_are_not_taken_divide_the_rest_as_today():
    first, first_two = np.array([True, False, False]), np.array([True, True, False])

    assert divide(SHARES, first) == pytest.approx([0, 0.6, 0.4])
    assert divide(SHARES, first_two).tolist() == [0, 0, 1]
    assert divide(np.array([1.0, 0.0, 0.0]), first).tolist() == [0, 0.5, 0.5]
    assert divide(SHARES, np.ones(3, dtype=bool)).tolist() == [0, 0, 0]


def test_a_single_alternative_is_first_whatever_the_weights():
    assert intervals(VALUES[:1], SHARES, 0).tolist() == [[0, 1]] * 3
    assert switches(VALUES[:1], SHARES, 0) == ((None, None),) * 3


def test_a_single_criterion_cannot_change_anything():
    assert intervals(np.array([[60.0], [50.0]]), np.ones(1), 0).tolist() == [[0, 1]]


def test_where_all_other_weights_are_zero_the_others_share_equally():
    # Share t on the first, (1 − t)/2 on each other: S = 80t + 35(1 − t), T = 40t + 55(1 − t),
    # U = 20t + 70(1 − t). S ≥ T when 40t ≥ 20(1 − t), t ≥ 1/3; S ≥ U when t ≥ 35/95 = 0.3684.
    only_the_first = np.array([1.0, 0.0, 0.0])

    assert intervals(VALUES, only_the_first, 0)[0] == pytest.approx([35 / 95, 1.0])
    assert switches(VALUES, only_the_first, 0)[0] == (2, None)


def test_of_two_that_tie_the_interval_of_the_first_begins_at_todays_weight():
    tied = np.array([[100.0, 0.0], [0.0, 100.0]])
    half = np.array([0.5, 0.5])

    assert intervals(tied, half, 0) == pytest.approx(np.array([[0.5, 1.0], [0.0, 0.5]]))
    assert switches(tied, half, 0) == ((1, None), (None, 1))


def test_an_equal_alternative_never_takes_over():
    same = np.array([[70.0, 30.0], [70.0, 30.0]])

    assert intervals(same, np.array([0.4, 0.6]), 0).tolist() == [[0, 1], [0, 1]]
    assert switches(same, np.array([0.4, 0.6]), 0) == ((None, None), (None, None))


def test_of_two_that_catch_up_together_the_one_that_draws_ahead_takes_over():
    # At share 0.5 all three have 50; below it the third gains most.
    values = np.array([[60.0, 40.0], [50.0, 50.0], [20.0, 80.0]])

    assert switches(values, np.array([0.8, 0.2]), 0) == ((2, None), (None, 2))


def test_an_alternative_without_a_total_is_left_out():
    values = np.vstack([VALUES, [100.0, np.nan, 100.0]])

    assert (intervals(values, SHARES, 0) == intervals(VALUES, SHARES, 0)).all()


def test_a_first_that_lacks_a_value_without_weight_is_first_only_as_long_as_it_has_none():
    values = np.array([[80.0, np.nan], [40.0, 90.0]])

    assert intervals(values, np.array([1.0, 0.0]), 0).tolist() == [[1, 1], [0, 0]]
    assert switches(values, np.array([1.0, 0.0]), 0) == ((None, None), (None, None))


def test_another_that_lacks_a_value_without_weight_cannot_take_over():
    values = np.array([[80.0, 10.0], [40.0, np.nan]])

    assert intervals(values, np.array([1.0, 0.0]), 0).tolist() == [[0, 1], [0, 1]]


@st.composite
def problems(draw):
    n_alternatives, n_criteria = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    row = st.lists(st.integers(0, 10), min_size=n_criteria, max_size=n_criteria)
    rows = draw(st.lists(row, min_size=n_alternatives, max_size=n_alternatives))
    weights = draw(row)
    assume(any(weights))
    values = 10.0 * np.array(rows)
    share = shares(weights)
    first = competition_ranks(totals(values, share)).index(1)
    return values, share, first


@given(problem=problems(), place=st.floats(0, 1))
def test_inside_the_interval_the_first_stays_first_and_just_outside_it_does_not(problem, place):
    values, share, first = problem
    taking_over = switches(values, share, first)
    for c, (low, high) in enumerate(intervals(values, share, first)):
        assert 0 <= low <= share[c] <= high <= 1
        if len(share) == 1:
            continue
        inside = totals(values, moved(share, c, low + place * (high - low)))
        assert inside[first] >= inside.max() - 1e-9
        for end, beyond in ((0, low - 1e-4), (1, high + 1e-4)):
            if not 0 <= beyond <= 1:
                continue
            outside = totals(values, moved(share, c, beyond))
            assert outside[first] < outside.max()
            assert outside[taking_over[c][end]] > outside[first]
        assert (taking_over[c][0] is None) == (low == 0)
        assert (taking_over[c][1] is None) == (high == 1)
