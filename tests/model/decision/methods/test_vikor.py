"""VIKOR: a compromise between what is best on the whole and what is nowhere very bad."""

import numpy as np
import pytest
from hypothesis import given

from model.decision.methods.vikor import regrets, vikor
from model.decision.weighted_sum import shares
from tests.model.decision.methods.matrices import matrices

pytestmark = pytest.mark.filterwarnings("error")

# Opricovic & Tzeng (2007), European Journal of Operational Research 178: six hydropower systems
# by profit, cost, energy, peak energy, homes, area, villages, environment. Cost, homes, area and
# villages are better low, so they count as their negatives.
HYDROPOWER = np.array(
    [
        [4184.3, -2914.0, 407.2, 251.0, -195, -244, -15, 2.41],
        [5211.9, -3630.0, 501.7, 308.3, -282, -346, -21, 1.41],
        [5021.3, -3920.5, 504.0, 278.6, -12, -56, -3, 4.42],
        [5566.1, -3957.9, 559.5, 335.3, -167, -268, -16, 3.36],
        [5060.5, -3293.5, 514.1, 284.2, -69, -90, -7, 4.04],
        [4317.9, -2925.9, 432.8, 239.3, -12, -55, -3, 4.36],
    ]
)


def test_the_mountain_climber_of_opricovic_and_tzeng_2004():
    # Risk 1, 2, 5 (less is better) and altitude 3000, 3750, 4500, equal weights. Published:
    # S = 0.5, 0.375, 0.5; R = 0.5, 0.25, 0.5; Q = 1, 0, 1; the second is the compromise.
    found = vikor(np.array([[-1.0, 3000.0], [-2, 3750], [-5, 4500]]), np.array([0.5, 0.5]))

    assert found.whole == pytest.approx([0.5, 0.375, 0.5])
    assert found.regret == pytest.approx([0.5, 0.25, 0.5])
    assert found.compromise == pytest.approx([1, 0, 1])
    assert (found.ahead, found.steady) == (True, True)
    assert found.proposed.tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("weights", "whole", "regret", "compromise", "ahead", "proposed"),
    [
        pytest.param(
            [1, 1, 1, 1, 1, 1, 1, 1],
            [0.692, 0.700, 0.290, 0.423, 0.280, 0.346],
            [0.125, 0.125, 0.121, 0.125, 0.067, 0.125],
            [0.991, 1.000, 0.473, 0.670, 0.000, 0.578],
            True,
            {5},
            id="W1",
        ),
        pytest.param(
            [2, 2, 2, 2, 1, 1, 1, 1],
            [0.701, 0.600, 0.386, 0.365, 0.317, 0.459],
            [0.167, 0.114, 0.161, 0.167, 0.089, 0.167],
            [1.000, 0.533, 0.552, 0.563, 0.000, 0.686],
            True,
            {5},
            id="W2",
        ),
        pytest.param(
            [1, 1, 1, 1, 2, 2, 2, 2],
            [0.683, 0.800, 0.193, 0.480, 0.243, 0.232],
            [0.113, 0.167, 0.080, 0.122, 0.044, 0.083],
            [0.684, 1.000, 0.147, 0.554, 0.041, 0.191],
            False,
            {3, 5, 6},
            id="W3",
        ),
        pytest.param(
            [1, 1, 1, 1, 3.2, 3.2, 3.2, 3.2],
            [0.678, 0.857, 0.138, 0.513, 0.222, 0.167],
            [0.129, 0.190, 0.057, 0.139, 0.042, 0.060],
            [0.668, 1.000, 0.051, 0.588, 0.058, 0.078],
            False,
            {3, 5, 6},
            id="W4",
        ),
    ],
)
def test_the_hydropower_systems_of_opricovic_and_tzeng_2007(
    weights, whole, regret, compromise, ahead, proposed
):
    found = vikor(HYDROPOWER, shares(weights))

    assert found.whole == pytest.approx(whole, abs=0.001)
    assert found.regret == pytest.approx(regret, abs=0.001)
    assert found.compromise == pytest.approx(compromise, abs=0.001)
    assert (found.ahead, found.steady) == (ahead, True)
    assert {int(a) + 1 for a in np.flatnonzero(found.proposed)} == proposed


def test_a_first_that_is_first_neither_on_the_whole_nor_in_regret_is_proposed_with_the_second():
    # Five equal criteria, shortfalls in parts of the spread, each times 0.2:
    #   A 0 1 0 1 0 -> S 0.40, R 0.20   B 1 0 1 0 1 -> S 0.60, R 0.20
    #   C 0 0 0 0 1 -> S 0.20, R 0.20   D 0.1 0.1 0.1 0.15 0.6 -> S 0.21, R 0.12
    #   E 0.55 five times -> S 0.55, R 0.11
    # Q is half of (S − 0.2)/0.4 and half of (R − 0.11)/0.09: 0.75, 1, 0.5, 0.0681, 0.4375.
    short = np.array(
        [
            [0, 1, 0, 1, 0],
            [1, 0, 1, 0, 1],
            [0, 0, 0, 0, 1],
            [0.1, 0.1, 0.1, 0.15, 0.6],
            [0.55, 0.55, 0.55, 0.55, 0.55],
        ]
    )

    found = vikor(100 * (1 - short), np.full(5, 0.2))

    assert found.whole == pytest.approx([0.4, 0.6, 0.2, 0.21, 0.55])
    assert found.regret == pytest.approx([0.2, 0.2, 0.2, 0.12, 0.11])
    assert found.compromise == pytest.approx([0.75, 1, 0.5, 0.0681, 0.4375], abs=0.0001)
    assert (found.ahead, found.steady) == (True, False)  # 0.4375 − 0.0681 ≥ 1/4
    assert found.proposed.tolist() == [False, False, False, True, True]


def test_where_all_are_equal_none_has_regret_and_all_are_proposed():
    found = vikor(np.full((3, 2), 70.0), np.array([0.4, 0.6]))

    assert found.compromise.tolist() == found.regret.tolist() == found.whole.tolist() == [0, 0, 0]
    assert not found.ahead
    assert found.proposed.all()


def test_a_single_alternative_is_proposed():
    found = vikor(np.array([[80.0, 20.0]]), np.array([0.4, 0.6]))

    assert (found.compromise.tolist(), found.ahead, found.steady) == ([0], True, True)
    assert found.proposed.tolist() == [True]


def test_on_a_single_criterion_all_measures_are_the_shortfall():
    found = vikor(np.array([[20.0], [80.0], [50.0]]), np.ones(1))

    assert found.whole == pytest.approx([1, 0, 0.5])
    assert found.regret == pytest.approx([1, 0, 0.5])
    assert found.compromise == pytest.approx([1, 0, 0.5])


def test_where_regret_is_the_same_for_all_only_the_whole_is_left():
    # Each is worst on one of the first two: R = 0.4 for both. S = 0.4 and 0.6: Q = 0 and 0.5.
    found = vikor(np.array([[0.0, 90.0, 60.0], [90.0, 0.0, 50.0]]), np.array([0.4, 0.4, 0.2]))

    assert found.regret == pytest.approx([0.4, 0.4])
    assert found.compromise == pytest.approx([0, 0.5])


def test_a_criterion_without_spread_gives_no_regret_and_one_without_weight_none_either():
    values = np.array([[80.0, 50.0, 10.0], [30.0, 50.0, 90.0]])

    assert regrets(values, np.array([0.6, 0.4, 0.0])).tolist() == [[0, 0, 0], [0.6, 0, 0]]


def test_a_difference_that_is_only_rounding_is_not_stretched_into_regret():
    values = np.array([[0.1 + 0.2, 50.0], [0.3, 60.0]])

    assert regrets(values, np.array([0.5, 0.5]))[:, 0].tolist() == [0, 0]


@given(problem=matrices())
def test_regret_is_part_of_the_whole_and_the_first_is_always_proposed(problem):
    values, weights = problem
    found = vikor(values, weights)

    assert (found.regret <= found.whole + 1e-12).all()
    assert (found.whole <= 1 + 1e-12).all()
    assert ((found.compromise >= 0) & (found.compromise <= 1)).all()
    assert found.proposed[found.compromise <= found.compromise.min() + 1e-9].all()
