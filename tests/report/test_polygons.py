"""Words are put within a polygon only where the whole of them fits."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report.polygons import inside, middle, room_for

BOX = np.array([[0.0, 0.0], [100.0, 0.0], [100.0, 60.0], [0.0, 60.0]])
TRIANGLE = np.array([[0.0, 0.0], [300.0, 0.0], [0.0, 300.0]])
NOTCHED = np.array([[0.0, 0.0], [90.0, 0.0], [90.0, 90.0], [45.0, 10.0], [0.0, 90.0]])
corners = st.lists(st.tuples(st.floats(0, 400), st.floats(0, 400)), min_size=3, max_size=3)


def test_a_place_is_inside_or_it_is_not():
    points = np.array([[50.0, 30.0], [101.0, 30.0], [50.0, -1.0]])

    assert inside(points, BOX).tolist() == [True, False, False]


def test_a_notch_is_outside():
    assert inside(np.array([[45.0, 50.0], [10.0, 50.0]]), NOTCHED).tolist() == [False, True]


def test_the_middle_of_a_triangle_is_a_third_of_the_way_from_each_side():
    assert middle(TRIANGLE) == pytest.approx([100, 100])


def test_the_middle_of_a_line_is_half_way():
    assert middle(np.array([[0.0, 0.0], [10.0, 20.0]])) == pytest.approx([5, 10])


def test_a_box_in_a_box_stands_in_the_middle_and_is_told_how_far_from_the_edges_it_is():
    x, y, clear = room_for(BOX, 40, 20, [], enough=50)

    assert (x, y) == pytest.approx((50, 30))
    assert clear == pytest.approx(20)  # (60 − 20) / 2 above and below; 30 at the sides.


def test_no_more_distance_is_told_than_is_asked_for():
    assert room_for(BOX, 40, 20, [], enough=5)[2] == 5


def test_what_is_wider_than_the_polygon_has_no_room_there():
    assert room_for(BOX, 101, 20, [], enough=5) is None


def test_a_line_has_no_room_for_words():
    assert room_for(np.array([[0.0, 0.0], [400.0, 400.0]]), 10, 10, [], enough=5) is None


def test_a_box_keeps_clear_of_what_is_taken():
    x, _, _ = room_for(BOX, 40, 20, [(0, 0, 55, 60)], enough=5)

    assert x - 20 >= 55


@given(corners, st.floats(5, 120), st.floats(5, 40))
def test_a_box_that_is_found_room_for_lies_within_the_polygon(triangle, width, height):
    polygon = np.array(triangle)
    found = room_for(polygon, width, height, [], enough=10)
    assume(found)
    x, y, clear = found

    ends = [(x + a * width / 2, y + b * height / 2) for a in (-1, 1) for b in (-1, 1)]
    assert inside(np.array(ends), polygon).all()
    assert 0 <= clear <= 10
