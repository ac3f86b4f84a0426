"""Labels do not cover each other, and axes end on round numbers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.layout import axis, decimals, dodge, lanes, legend_rows, text_width, ticks, wrap

places = st.lists(st.floats(0, 400), min_size=1, max_size=13)


@given(places)
def test_labels_never_overlap_and_stay_within_the_picture(wanted):
    placed = dodge(wanted, [20.0] * len(wanted), -15, 415)

    assert all(b - a >= 20 - 1e-6 for a, b in zip(sorted(placed), sorted(placed)[1:], strict=False))
    assert min(placed) >= -5 - 1e-6 and max(placed) <= 405 + 1e-6


def test_words_share_a_line_where_there_is_room_and_go_to_the_next_where_there_is_not():
    assert lanes([0, 100, 50, 300], [80, 80, 80, 80]) == [0, 0, 1, 0]


@given(places)
def test_words_on_one_line_never_cover_each_other(middles):
    chosen = lanes(middles, [30.0] * len(middles))

    for lane in set(chosen):
        on_it = sorted(at for at, one in zip(middles, chosen, strict=True) if one == lane)
        assert all(b - a >= 30 for a, b in pairwise(on_it))
    assert set(chosen) == set(range(max(chosen) + 1))


@given(places)
def test_labels_keep_the_order_of_their_lines(wanted):
    placed = dodge(wanted, [20.0] * len(wanted), -15, 415)

    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    assert order == sorted(range(len(wanted)), key=lambda i: placed[i])


def test_labels_with_room_enough_are_not_moved():
    assert dodge([100, 10, 200], [20, 20, 20], 0, 300) == pytest.approx([100, 10, 200])


def test_labels_at_one_place_are_moved_equally_far_up_and_down():
    assert dodge([100, 100], [20, 20], 0, 300) == pytest.approx([90, 110])


def test_labels_that_cannot_all_fit_overflow_downwards_and_still_do_not_overlap():
    assert dodge([10, 10, 10], [20, 20, 20], 0, 40) == pytest.approx([10, 30, 50])


@given(st.floats(-1e9, 1e9), st.floats(0, 1e9))
def test_an_axis_holds_its_values_and_has_few_ticks(low, spread):
    start, end, step = axis(low, low + spread)

    margin = 1e-6 * (1 + abs(low) + spread)
    assert start <= low + margin and end >= low + spread - margin
    assert 2 <= len(ticks(start, end, step)) <= 14


def test_bars_start_from_zero_but_lines_need_not():
    assert axis(26, 34, from_zero=True)[0] == 0
    assert axis(26, 34)[0] == 26
    assert axis(1, 34)[0] == 0


@pytest.mark.parametrize(("step", "shown"), [(20, 0), (0.5, 1), (2.5, 1), (0.25, 2), (0.1, 1)])
def test_an_axis_shows_as_many_decimals_as_its_step_needs(step, shown):
    assert decimals(step) == shown


def test_a_title_is_wrapped_and_no_word_is_lost():
    title = "Avgift per invånare ger minst per år från 2028; andel av skatteintäkterna växer"

    assert " ".join(wrap(title, 300, 18)) == title
    assert all(text_width(line, 18) < 400 for line in wrap(title, 300, 18))


def test_legend_entries_stay_within_the_page():
    words = ["Stärkt egen kompetens", "Tillgång till kompetens", "Minskad risk och redundans"]
    rows = legend_rows(words, 500, 15)

    assert [number for row in rows for _, number in row] == [0, 1, 2]
    assert all(place + text_width(words[n], 15) + 24 <= 500 for row in rows for place, n in row)
