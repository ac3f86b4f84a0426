"""Weights as shares, and totals as sums of contributions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from model.decision.weighted_sum import contributions, shares, totals
from model.errors import ShapeError, WeightError

weight_lists = st.lists(st.floats(0, 1e6), min_size=1, max_size=8).filter(lambda w: max(w) > 1e-6)


def test_the_office_location_example_gives_80_8_points():
    """Goodwin & Wright, Decision Analysis for Management Judgment, ch. 3 (SMART).

    Addison Square: (32×100 + 26×60 + 23×100 + 10×75 + 6×0 + 3×90) / 100 = 8080 / 100.
    """
    values = np.array([[100.0, 60.0, 100.0, 75.0, 0.0, 90.0]])
    weights = shares([32, 26, 23, 10, 6, 3])

    assert contributions(values, weights)[0] == pytest.approx([32, 15.6, 23, 7.5, 0, 2.7])
    assert totals(values, weights)[0] == pytest.approx(80.8)


def test_weights_2_1_1_are_50_25_and_25_per_cent():
    assert shares([2, 1, 1]).tolist() == [0.5, 0.25, 0.25]


@pytest.mark.parametrize("weights", [[1, -1], [0, 0], [1, np.nan], [np.inf, 1], []])
def test_negative_missing_infinite_or_only_zero_weights_are_refused(weights):
    with pytest.raises(WeightError):
        shares(weights)


def test_a_missing_value_with_weight_leaves_a_gap_in_the_total():
    values = np.array([[100.0, np.nan], [50.0, 50.0]])

    result = totals(values, shares([1, 1]))

    assert np.isnan(result[0])
    assert result[1] == 50


def test_a_missing_value_without_weight_does_not_matter():
    values = np.array([[90.0, np.nan]])

    assert totals(values, shares([1, 0])).tolist() == [90]
    assert contributions(values, shares([1, 0])).tolist() == [[90, 0]]


def test_values_and_weights_must_cover_the_same_criteria():
    with pytest.raises(ShapeError):
        contributions(np.zeros((2, 3)), np.array([0.5, 0.5]))


@given(weights=weight_lists)
def test_shares_sum_to_one(weights):
    assert shares(weights).sum() == pytest.approx(1)


def test_very_large_weights_do_not_overflow():
    assert shares([1e308, 1e308]).tolist() == [0.5, 0.5]


@given(weights=weight_lists, factor=st.floats(1e-3, 1e3))
def test_scaling_all_weights_changes_nothing(weights, factor):
    assert shares(np.array(weights) * factor) == pytest.approx(shares(weights))


@given(
    values=arrays(float, (4, 3), elements=st.floats(0, 100)),
    weights=arrays(float, 3, elements=st.floats(0.1, 10)),
)
def test_contributions_sum_to_a_total_within_0_and_100(values, weights):
    share = shares(weights)
    total = totals(values, share)

    assert contributions(values, share).sum(axis=1) == pytest.approx(total)
    assert (total >= 0).all()
    assert (total <= 100 + 1e-9).all()
