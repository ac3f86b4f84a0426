"""The words of upright marks do not cover each other, and stay beside their own mark."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from report.flags import GAP, flags, rows_of

marks = st.lists(st.tuples(st.floats(0, 500), st.floats(10, 240)), max_size=6)


def placed(given, high=700):
    places, widths = [at for at, _ in given], [width for _, width in given]
    return list(zip(flags(places, widths, 0, high), places, widths, strict=True))


def test_words_with_room_enough_stand_in_one_row_to_the_right_of_their_marks():
    found = flags([0, 200], [100, 100], 0, 400)

    assert [(flag.start, flag.row, flag.left) for flag in found] == [
        (GAP, 0, False),
        (200 + GAP, 0, False),
    ]


def test_of_two_that_meet_the_left_one_flies_higher_so_that_no_mark_crosses_words():
    found = flags([100, 150], [100, 100], 0, 400)

    assert [flag.row for flag in found] == [1, 0]


def test_at_the_right_edge_all_fly_to_the_left_and_the_right_one_higher():
    found = flags([350, 390], [100, 100], 0, 400)

    assert [(flag.start, flag.row) for flag in found] == [
        (350 - GAP - 100, 0),
        (390 - GAP - 100, 1),
    ]


def test_without_marks_no_rows_are_needed():
    assert rows_of(flags([], [], 0, 400)) == 0


@given(marks)
def test_words_in_one_row_never_overlap(given):
    for (one, _, a), (other, _, b) in combinations(placed(given), 2):
        if one.row == other.row:
            assert one.start + a <= other.start or other.start + b <= one.start


@given(marks)
def test_where_there_is_room_on_one_side_for_all_no_mark_passes_through_the_words_of_another(given):
    for flag, at, _ in placed(given, high=1000):
        for other, place, width in placed(given, high=1000):
            if flag.row > other.row and at != place:
                assert not other.start < at < other.start + width


@given(marks)
def test_words_stay_within_the_picture(given):
    for flag, _, width in placed(given):
        assert flag.start >= 0
        assert flag.start + width <= 700 + 1e-9
