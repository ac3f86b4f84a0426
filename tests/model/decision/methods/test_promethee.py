"""PROMETHEE II: wins less losses when the alternatives are compared two by two."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision.methods.promethee import criterion_flows, promethee
from tests.model.decision.methods.matrices import matrices

pytestmark = pytest.mark.filterwarnings("error")


def test_the_example_of_zhao_peng_and_li_2013():
    # Procedia Computer Science 17, usual criterion, as given in the documentation and tests of
    # pymcdm 1.4: net flows 0.1, −0.3, 0.2. By hand: A wins 0.8 and loses 0.2 against B, wins 0.3
    # and loses 0.7 against C: (0.6 − 0.4) / 2. B against C: 0.5 each. C: (0.4 + 0) / 2.
    values = np.array([[4.0, 3.0, 2.0], [3.0, 2.0, 4.0], [5.0, 1.0, 3.0]])

    assert promethee(values, np.array([0.5, 0.3, 0.2])) == pytest.approx([0.1, -0.3, 0.2])
    assert criterion_flows(values).tolist() == [[0, 1, -1], [-1, 0, 1], [1, -1, 0]]


def test_how_much_better_does_not_matter():
    narrow = np.array([[51.0, 0.0], [50.0, 100.0]])
    wide = np.array([[100.0, 49.0], [0.0, 50.0]])
    weights = np.array([0.6, 0.4])

    assert promethee(narrow, weights) == pytest.approx([0.2, -0.2])
    assert promethee(wide, weights) == pytest.approx([0.2, -0.2])


def test_where_all_are_equal_or_alone_none_wins():
    assert promethee(np.full((3, 2), 70.0), np.array([0.4, 0.6])).tolist() == [0, 0, 0]
    assert promethee(np.array([[80.0, 20.0]]), np.array([0.4, 0.6])).tolist() == [0]


def test_a_difference_that_is_only_rounding_is_not_a_win():
    assert promethee(np.array([[0.1 + 0.2], [0.3]]), np.ones(1)).tolist() == [0, 0]


def test_on_a_single_criterion_the_best_wins_over_all_and_the_worst_over_none():
    assert promethee(np.array([[20.0], [80.0], [50.0]]), np.ones(1)).tolist() == [-1, 1, 0]


def test_a_criterion_without_weight_or_without_spread_wins_nothing():
    values = np.array([[80.0, 50.0, 10.0], [30.0, 50.0, 90.0]])

    assert promethee(values, np.array([0.6, 0.4, 0.0])) == pytest.approx([0.6, -0.6])


@given(problem=matrices(), data=st.data())
def test_what_one_wins_another_loses_and_the_better_on_everything_wins_no_less(problem, data):
    values, shares = problem
    a, b = (data.draw(st.integers(0, len(values) - 1)) for _ in range(2))
    values[a] = np.maximum(values[a], values[b])

    flow = promethee(values, shares)

    assert flow.sum() == pytest.approx(0, abs=1e-12)
    assert (np.abs(flow) <= 1 + 1e-12).all()
    assert flow[a] >= flow[b] - 1e-12
