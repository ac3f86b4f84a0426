"""Regions of weights, and the volumes on each side of a plane."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision import weight_region
from model.decision.weight_region import (
    UncountableError,
    all_weights,
    bounded_weights,
    ordered_weights,
)


def part(region, plane):
    """Return the share of the region where Σ plane × share is not negative."""
    return region.above(np.array(plane, dtype=float)).volume / region.volume


def test_a_point_on_a_line_divides_its_length():
    # 3·w − 1·(1 − w) is not negative from w = 1/4.
    assert part(all_weights(2), [3, -1]) == pytest.approx(3 / 4)


def test_a_line_across_a_triangle_divides_its_area():
    # w₁ ≥ ½ is a triangle of half the size: a quarter of the area, with its middle at 2/3.
    half = all_weights(3).above(np.array([1.0, -1.0, -1.0]))

    assert half.volume == pytest.approx(1 / 4)
    assert half.centroid == pytest.approx([2 / 3, 1 / 6, 1 / 6])


def test_a_plane_that_only_touches_a_corner_cuts_nothing():
    assert part(all_weights(3), [0, 1, 1]) == 1
    assert part(all_weights(3), [0, -1, -1]) == 0


def test_each_side_is_told_and_a_count_follows_every_piece():
    whole, upper = all_weights(2).split(np.array([1.0, -1.0]))

    assert sorted(zip(whole.volumes, upper, strict=True)) == [(0.5, False), (0.5, True)]
    assert whole.counts.tolist() == [0, 0]


@pytest.mark.parametrize("count", [2, 3, 5, 7])
def test_the_middle_of_the_weights_in_a_strict_order_is_the_rank_order_centroid(count):
    # Barron & Barrett (1996), Management Science 42(11): weight i is (1/n)·Σ 1/k for k from i.
    centroid = [sum(1 / k for k in range(i, count + 1)) / count for i in range(1, count + 1)]

    assert ordered_weights(np.arange(count, 0, -1.0)).centroid == pytest.approx(centroid)


def test_a_strict_order_is_one_of_all_orders():
    order = np.array([0.2, 0.5, 0.3])
    region = all_weights(3).above(np.array([0.0, 1, -1])).above(np.array([-1.0, 0, 1]))

    assert region.volume == pytest.approx(1 / 6)
    assert ordered_weights(order).centroid == pytest.approx(region.centroid)


def test_equal_weights_may_come_in_any_order_among_themselves():
    # Half of 1, 2, 3 and half of 2, 1, 3, whose middles are 11/18, 5/18 and 2/18.
    assert ordered_weights(np.array([0.4, 0.4, 0.2])).centroid == pytest.approx(
        [8 / 18, 8 / 18, 2 / 18]
    )
    assert ordered_weights(np.full(3, 1 / 3)).centroid == pytest.approx(np.full(3, 1 / 3))


def test_weights_that_differ_by_rounding_alone_are_equal():
    assert ordered_weights(np.array([0.1 + 0.2, 0.3, 0.4])).centroid[:2] == pytest.approx(
        [7 / 36, 7 / 36]
    )


def test_a_weight_that_is_zero_stays_zero_in_an_order():
    assert ordered_weights(np.array([0.0, 0.6, 0.4])).centroid == pytest.approx([0, 0.75, 0.25])


def test_a_single_weight_is_all_weight():
    assert ordered_weights(np.array([1.0])).centroid.tolist() == [1]
    assert all_weights(1).volume == 1


def test_lower_bounds_scale_the_region_down():
    region = bounded_weights(np.array([0.2, 0.1, 0.0]), np.ones(3))

    assert region.corners[0] == pytest.approx(
        np.array([[0.9, 0.1, 0], [0.2, 0.8, 0], [0.2, 0.1, 0.7]])
    )


def test_upper_bounds_cut_off_corners():
    # No weight over 0.6 cuts off three triangles of 0.4² = 0.16 each; over ½, three quarters.
    assert bounded_weights(np.zeros(3), np.full(3, 0.6)).volume == pytest.approx(1 - 3 * 0.16)
    assert bounded_weights(np.zeros(3), np.full(3, 0.5)).volume == pytest.approx(1 / 4)
    # Only the first is held to 0.6: its corner goes, the rest has its middle at
    # (1/3 − 0.16·(0.6 + 0.4/3)) / 0.84.
    region = bounded_weights(np.zeros(3), np.array([0.6, 1.0, 1.0]))
    assert region.centroid[0] == pytest.approx((1 / 3 - 0.16 * (0.6 + 0.4 / 3)) / 0.84)


def test_tight_upper_bounds_are_taken_from_above():
    # Each at most 0.34: a triangle with its corners at 0.34, 0.34 and 0.32.
    region = bounded_weights(np.zeros(3), np.full(3, 0.34))

    assert len(region.volumes) == 1
    assert region.corners[0].min() == pytest.approx(0.32)
    assert region.centroid == pytest.approx(np.full(3, 1 / 3))


@pytest.mark.parametrize(
    ("least", "most", "point"),
    [
        ([0.2, 0.3, 0.5], [1.0, 1.0, 1.0], [0.2, 0.3, 0.5]),
        ([0.0, 0.0, 0.0], [0.2, 0.3, 0.5], [0.2, 0.3, 0.5]),
        ([0.2, 0.3, 0.1], [0.2, 0.3, 1.0], [0.2, 0.3, 0.5]),
    ],
)
def test_bounds_that_leave_nothing_to_choose_are_a_point(least, most, point):
    region = bounded_weights(np.array(least), np.array(most))

    assert region.volume == 1
    assert region.centroid == pytest.approx(point)


def test_a_fixed_weight_leaves_the_others_their_freedom():
    region = bounded_weights(np.array([0.4, 0.0, 0.0]), np.array([0.4, 1.0, 1.0]))

    assert region.centroid == pytest.approx([0.4, 0.3, 0.3])


def test_more_pieces_than_are_worth_counting_are_refused(monkeypatch):
    monkeypatch.setattr(weight_region, "MOST", 3)

    with pytest.raises(UncountableError):
        all_weights(4).split(np.array([1.0, 1.0, -1.0, -1.0]))
    with pytest.raises(UncountableError):
        bounded_weights(np.zeros(4), np.full(4, 0.4))


def test_a_region_too_thin_to_tell_from_rounding_is_refused():
    # Two weights within a millionth each: what is left of a triangle after taking away the rest.
    thin = np.array([1e-6, 1e-6, 1.0, 1.0])

    with pytest.raises(UncountableError):
        bounded_weights(np.zeros(4), thin)
    # Bounds that differ by rounding alone fix the weight.
    fixed = bounded_weights(np.array([0.3, 0.0, 0.0]), np.array([0.1 + 0.2, 1.0, 1.0]))
    assert fixed.centroid == pytest.approx([0.3, 0.35, 0.35])


@given(
    plane=st.lists(st.integers(-5, 5), min_size=2, max_size=5),
    upper=st.floats(0.0, 1.0),
)
def test_the_two_sides_of_a_plane_are_the_whole(plane, upper):
    count = len(plane)
    most = np.full(count, 1 / count + upper * (1 - 1 / count))
    region = bounded_weights(np.zeros(count), most)
    whole, above = region.split(np.array(plane, dtype=float))
    sides = [whole.only(above), whole.only(~above)]

    assert sum(side.volume for side in sides) == pytest.approx(region.volume)
    assert sum(side.volumes @ side.corners.mean(axis=1) for side in sides) == pytest.approx(
        region.volume * region.centroid
    )
    assert region.centroid == pytest.approx(np.full(count, 1 / count))
