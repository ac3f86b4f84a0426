"""TOPSIS: near the best point there is, and far from the worst."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision.methods.topsis import pulls, topsis
from tests.model.decision.methods.matrices import matrices

pytestmark = pytest.mark.filterwarnings("error")


def test_the_fighter_aircraft_of_hwang_and_yoon_1981():
    # Speed, range, payload, cost, reliability, manoeuvrability. Cost is better low, so it counts
    # as its negative, which leaves all distances as they are. Published, out of rounded
    # distances: C* = 0.643, 0.268, 0.613, 0.312.
    aircraft = np.array(
        [
            [2.0, 1500, 20000, -5.5, 5, 9],
            [2.5, 2700, 18000, -6.5, 3, 5],
            [1.8, 2000, 21000, -4.5, 7, 7],
            [2.2, 1800, 20000, -5.0, 5, 5],
        ]
    )

    closeness = topsis(aircraft, np.array([0.2, 0.1, 0.1, 0.1, 0.2, 0.3]))

    assert closeness == pytest.approx([0.643, 0.268, 0.613, 0.312], abs=0.001)


def test_the_four_alternatives_of_tzeng_and_huang_2011():
    # Multiple Attribute Decision Making: published C* = 0.5037, 0.6581, 0.7482, 0.3340.
    values = np.array([[5.0, 8.0, 4.0], [7.0, 6.0, 8.0], [8.0, 8.0, 6.0], [7.0, 4.0, 6.0]])

    closeness = topsis(values, np.array([0.3, 0.4, 0.3]))

    assert closeness == pytest.approx([0.5037, 0.6581, 0.7482, 0.3340], abs=0.0001)


def test_two_criteria_followed_by_hand():
    # Both columns have length 50: 30/50 and 40/50, times one half.
    #   S: 0.3, 0.4   T: 0.4, 0.3   best: 0.4, 0.4   worst: 0.3, 0.3
    # S is 0.1 from the best (on the first) and 0.1 from the worst (on the second): 0.5.
    values, half = np.array([[30.0, 40.0], [40.0, 30.0]]), np.array([0.5, 0.5])

    assert topsis(values, half) == pytest.approx([0.5, 0.5])
    assert pulls(values, half) == pytest.approx(np.array([[-0.01, 0.01], [0.01, -0.01]]))


def test_where_the_best_point_is_the_worst_all_are_midway():
    assert topsis(np.full((3, 2), 70.0), np.array([0.4, 0.6])).tolist() == [0.5, 0.5, 0.5]
    assert topsis(np.zeros((2, 2)), np.array([0.4, 0.6])).tolist() == [0.5, 0.5]
    assert topsis(np.array([[80.0, 20.0]]), np.array([0.4, 0.6])).tolist() == [0.5]


def test_on_a_single_criterion_the_best_is_at_the_best_point_and_the_worst_at_the_other():
    assert topsis(np.array([[20.0], [80.0], [50.0]]), np.ones(1)) == pytest.approx([0, 1, 0.5])


def test_a_criterion_without_weight_or_without_spread_changes_nothing():
    values = np.array([[80.0, 20.0], [30.0, 90.0]])
    idle = np.array([[5.0, 50.0], [95.0, 50.0]])

    closeness = topsis(np.hstack([values, idle]), np.array([0.4, 0.4, 0.0, 0.2]))

    assert closeness == pytest.approx(topsis(values, np.array([0.5, 0.5])))


@given(problem=matrices(), data=st.data())
def test_one_that_is_at_least_as_good_on_everything_is_at_least_as_close(problem, data):
    values, shares = problem
    a, b = (data.draw(st.integers(0, len(values) - 1)) for _ in range(2))
    values[a] = np.maximum(values[a], values[b])

    closeness = topsis(values, shares)

    assert ((closeness >= 0) & (closeness <= 1)).all()
    assert closeness[a] >= closeness[b] - 1e-9


@given(problem=matrices())
def test_one_that_is_closer_gains_on_some_criterion(problem):
    values, shares = problem
    closeness, pull = topsis(values, shares), pulls(values, shares)
    for a, b in np.argwhere(np.subtract.outer(closeness, closeness) > 1e-9):
        assert (pull[a] - pull[b]).max() > 0
