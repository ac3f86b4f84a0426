"""Who is first as one weight goes from nothing to everything."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision.stability import intervals
from model.decision.weight_line import Segment, weight_line
from model.decision.weighted_sum import totals
from model.errors import UnknownError
from tests.model.decision.building import posed, tables

pytestmark = pytest.mark.filterwarnings("error")

WEIGHTS = {"x": 50, "y": 30, "z": 20}
SCORES = {"S": (80, 40, 30), "T": (40, 90, 20), "U": (20, 50, 90)}


def test_the_line_of_the_first_weight_worked_by_hand():
    # With share t on x the others share 1 − t as 60/40: S = 36 + 44t, T = 62 − 22t, U = 66 − 46t.
    # U is first to T at 4 = 24t, t = 1/6 (S meets U first at 1/3); T to S at 26 = 66t, t = 13/33.
    line = weight_line(posed(WEIGHTS, SCORES), "x")

    assert (line.criterion, line.alternatives, line.share) == ("x", ("S", "T", "U"), 0.5)
    assert line.ends == pytest.approx(np.array([[36, 80], [62, 40], [66, 20]]))
    assert [one.leader for one in line.segments] == ["U", "T", "S"]
    assert [one.start for one in line.segments] == pytest.approx([0, 1 / 6, 13 / 33])
    assert [one.end for one in line.segments] == pytest.approx([1 / 6, 13 / 33, 1])
    assert line.switches == (
        (pytest.approx(1 / 6), "U", "T"),
        (pytest.approx(13 / 33), "T", "S"),
    )


def test_one_that_is_never_best_has_no_segment():
    # B is 50 everywhere, below the crossing of A and C at 60.
    problem = posed({"x": 1, "y": 1}, {"A": (100, 20), "B": (50, 50), "C": (20, 100)})

    assert weight_line(problem, "x").switches == ((0.5, "C", "A"),)


def test_where_three_meet_the_one_that_draws_ahead_takes_over():
    # At share 0.5 all three have 50; above it the first gains most.
    problem = posed({"x": 8, "y": 2}, {"A": (60, 40), "B": (50, 50), "C": (20, 80)})

    assert weight_line(problem, "x").switches == ((pytest.approx(0.5), "C", "A"),)


def test_of_equals_the_first_in_the_file_is_named():
    problem = posed({"x": 1, "y": 1}, {"A": (20, 90), "B": (80, 30), "C": (80, 30)})

    assert [one.leader for one in weight_line(problem, "x").segments] == ["A", "B"]


def test_those_that_begin_as_equals_are_parted_by_where_they_end():
    problem = posed({"x": 1, "y": 1}, {"A": (20, 50), "B": (80, 50)})

    assert weight_line(problem, "x").segments == (Segment(0, 1, "B"),)


def test_those_that_end_as_equals_do_not_change_places():
    problem = posed({"x": 1, "y": 1}, {"A": (50, 20), "B": (50, 80)})

    assert weight_line(problem, "x").segments == (Segment(0, 1, "B"),)


def test_where_all_other_weights_are_zero_the_others_share_equally():
    # y and z half each of 1 − t: S = 35 + 45t, T = 55 − 15t, U = 70 − 50t. U to S at 35 = 95t.
    line = weight_line(posed({"x": 1, "y": 0, "z": 0}, SCORES), "x")

    assert (line.share, line.switches) == (1, ((pytest.approx(35 / 95), "U", "S"),))


def test_a_single_alternative_is_first_all_the_way():
    assert weight_line(posed(WEIGHTS, {"S": SCORES["S"]}), "y").segments == (Segment(0, 1, "S"),)


def test_a_single_criterion_changes_nothing():
    line = weight_line(posed({"x": 2}, {"A": [40], "B": [60]}), "x")

    assert (line.share, line.segments) == (1, (Segment(0, 1, "B"),))


def test_one_that_lacks_a_score_without_weight_cannot_be_first_where_it_would_have_some():
    problem = posed({"x": 1, "y": 0}, {"A": (80, None), "B": (40, 90)})

    line = weight_line(problem, "y")

    assert line.ends == pytest.approx(np.array([[80, np.nan], [40, 90]]), nan_ok=True)
    assert line.segments == (Segment(0, 1, "B"),)


def test_one_that_lacks_an_end_of_the_line_hinders_no_other():
    # B 90 − 70t and C 20 + 60t meet at 70/130; A has no total where there is weight on y.
    problem = posed({"x": 1, "y": 0}, {"A": (80, None), "B": (20, 90), "C": (80, 20)})

    assert weight_line(problem, "x").segments == (
        Segment(0, pytest.approx(70 / 130), "B"),
        Segment(pytest.approx(70 / 130), 1, "C"),
    )


def test_one_without_a_total_is_left_out():
    problem = posed(WEIGHTS, {**SCORES, "V": (None, 100, 100)})

    assert weight_line(problem, "x").alternatives == ("S", "T", "U")


def test_without_anyone_to_rank_there_is_no_segment():
    line = weight_line(posed({"x": 1}, {"A": [None]}), "x")

    assert (line.alternatives, line.ends.shape, line.segments) == ((), (0, 2), ())


def test_a_criterion_that_does_not_exist_is_refused():
    with pytest.raises(UnknownError):
        weight_line(posed(WEIGHTS, SCORES), "w")


def moved(today, c, share):
    others = np.delete(today, c)
    others = others / others.sum() if others.any() else np.full(len(others), 1 / len(others))
    return np.insert(others * (1 - share), c, share)


@given(problem=tables(), place=st.integers(0, 3))
def test_the_one_named_is_first_at_every_share_on_a_grid(problem, place):
    c = place % len(problem.criteria)
    segments = weight_line(problem, problem.criteria[c]).segments

    assert segments[0].start == 0
    assert segments[-1].end == 1
    for before, after in pairwise(segments):
        assert before.end == after.start
    assert len({one.leader for one in segments}) == len(segments)
    for one in segments:
        assert one.start < one.end
        leader = problem.alternatives.index(one.leader)
        for share in np.linspace(one.start, one.end, 11):
            anew = totals(problem.values, moved(problem.shares, c, share))
            assert anew[leader] >= anew.max() - 1e-8
            # Strictly inside, only one that is equal all the way is as good, and later in file.
            if one.start + 1e-3 < share < one.end - 1e-3:
                assert np.argmax(anew >= anew.max() - 1e-9) == leader


@given(problem=tables(), place=st.integers(0, 3))
def test_the_segment_of_today_is_the_stability_interval(problem, place):
    c = place % len(problem.criteria)
    share = problem.shares[c]
    for one in weight_line(problem, problem.criteria[c]).segments:
        if one.start < share < one.end:
            leader = problem.alternatives.index(one.leader)
            stable = intervals(problem.values, problem.shares, leader)[c]
            assert stable == pytest.approx([one.start, one.end])
