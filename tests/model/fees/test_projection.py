"""Carrying a series on beyond its data."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.fees.projection import extend, mean_growth, member_growth

SERIES = np.array([[100.0, 200.0], [110.0, 200.0], [121.0, 200.0]])


def test_mean_growth_is_the_yearly_rate_that_leads_from_the_first_to_the_last():
    assert mean_growth(SERIES, 2) == pytest.approx([0.1, 0.0])


def test_a_short_series_uses_the_years_it_has():
    assert mean_growth(SERIES, 10) == pytest.approx([0.1, 0.0])


def test_without_own_trend_every_member_grows_as_the_country():
    found = member_growth(np.array([0.02, -0.01]), country=0.005, future=0.003, own_trend=0.0)

    assert found == pytest.approx([0.003, 0.003])


def test_with_all_of_its_trend_a_member_keeps_its_distance_to_the_country():
    found = member_growth(np.array([0.02, -0.01]), country=0.005, future=0.003, own_trend=1.0)

    assert found == pytest.approx([0.018, -0.012])


def test_half_of_the_own_trend_keeps_half_of_the_distance():
    found = member_growth(np.array([0.001]), country=0.005, future=0.003, own_trend=0.5)

    assert found == pytest.approx([0.001])  # 0.3 % less half of 0.4 points


@given(own=st.floats(-0.05, 0.05), kept=st.floats(0, 1))
def test_a_shrunk_trend_lies_between_the_country_and_the_own_trend(own, kept):
    found = member_growth(np.array([own]), 0.005, 0.005, kept)[0]

    assert min(own, 0.005) - 1e-15 <= found <= max(own, 0.005) + 1e-15


def test_known_years_are_the_data_and_later_ones_compound_from_the_last():
    found = extend(2023, SERIES, np.array([0.1, -0.5]), np.array([2023, 2025, 2027]))

    assert found == pytest.approx(np.array([[100, 200], [121, 200], [146.41, 50]]))


def test_the_data_that_was_handed_over_is_left_as_it_was():
    before = SERIES.copy()
    extend(2023, SERIES, np.array([0.1, 0.1]), np.array([2030]))

    assert (before == SERIES).all()
