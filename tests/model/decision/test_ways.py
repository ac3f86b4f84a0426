"""Ways of weighting side by side, by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision.ways import spans, suggested_points, ways, weights
from model.errors import WeightError
from tests.model.decision.building import criterion, posed

# Criteria a, b and c; x is best on a, y on b and c.
SCORES = {"x": [100, 0, 0], "y": [0, 100, 100]}
FULL = np.ones(3)


def problem(**points):
    """Pose the problem where some criteria have a line through other points."""
    bent = {
        name: criterion(name, scale=(0.0, 100.0), value_points=line)
        for name, line in points.items()
    }
    return posed({"a": 50, "b": 25, "c": 25}, SCORES, criteria=bent)


def test_each_way_has_its_shares_and_who_is_first():
    found = {
        way.id: way
        for way in ways(problem(), np.array([0.5, 0.25, 0.25]), [1, 2, 3], [100, 60, 40])
    }

    # Points: 100, 60 and 40 of 200, so x and y tie as they do today. Rank sum: 3, 2 and 1 of 6,
    # the same tie. Centroid: 11/18, 5/18 and 2/18.
    assert found["today"].first == found["points"].first == found["sum"].first == ("x", "y")
    assert found["points"].shares == pytest.approx([0.5, 0.3, 0.2])
    assert found["sum"].shares == pytest.approx([1 / 2, 1 / 3, 1 / 6])
    assert found["centroid"].shares == pytest.approx([11 / 18, 5 / 18, 2 / 18])
    assert found["centroid"].first == ("x",)


def test_with_all_weights_at_zero_there_is_no_today():
    assert [way.id for way in ways(problem(), None, [1, 1, 1], [100, 100, 100])] == [
        "points",
        "sum",
        "centroid",
    ]


def test_nobody_is_first_where_no_alternative_can_be_ranked():
    gaps = posed({"a": 1, "b": 1}, {"x": [None, 1], "y": [1, None]})

    assert all(way.first == () for way in ways(gaps, None, [1, 2], [100, 50]))


def test_a_line_with_other_ends_has_a_shorter_span():
    found = spans(problem(a=((0, 20), (100, 70)), b=((0, 100), (100, 0)), c=((0, 30), (100, 30))))

    assert found.tolist() == [0.5, 1.0, 0.0]


def test_a_swing_over_half_the_span_takes_twice_the_weight():
    # Two swings worth the same; the first goes half the way, so its weight is 2 against 1.
    assert weights([100, 100], np.array([0.5, 1.0])) == pytest.approx([2 / 3, 1 / 3])


def test_a_criterion_without_a_swing_is_not_asked_about_and_weighs_nothing():
    flat = problem(b=((0, 30), (100, 30)))

    found = {way.id: way.shares for way in ways(flat, None, [1, 2], [100, 50])}

    assert found["points"] == pytest.approx([2 / 3, 0, 1 / 3])
    assert found["sum"] == pytest.approx([2 / 3, 0, 1 / 3])  # 2 and 1 of 3: two are ranked
    assert found["centroid"] == pytest.approx([0.75, 0, 0.25])


def test_points_for_no_swing_are_no_weights():
    with pytest.raises(WeightError):
        ways(problem(), None, [1, 1, 1], [0, 0, 0])


@pytest.mark.parametrize(
    ("ranks", "today", "points"),
    [
        ([1, 2, 3], [0.5, 0.3, 0.2], [100, 60, 40]),  # today's order: today's weights
        ([1, 2, 2], [0.5, 0.25, 0.25], [100, 50, 50]),
        ([2, 1, 3], [0.5, 0.3, 0.2], [45, 100, 18]),  # another: 5/11 and 2/11 of the centroid's
        ([1, 2, 3], [1 / 3, 1 / 3, 1 / 3], [100, 45, 18]),
        ([1, 1, 1], [0, 0, 0], [100, 100, 100]),  # nothing has weight today
    ],
)
def test_the_points_to_start_from_keep_the_order(ranks, today, points):
    assert suggested_points(ranks, np.array(today)).tolist() == points


@given(st.lists(st.integers(1, 100), min_size=3, max_size=3))
def test_points_that_fill_the_whole_scale_are_the_weights(points):
    assert weights(points, FULL) == pytest.approx(np.array(points) / sum(points))
