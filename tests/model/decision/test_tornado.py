"""What moves the leader's margin most."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision.tornado import tornado
from model.decision.weighted_sum import totals
from tests.model.decision.building import criterion, posed

pytestmark = pytest.mark.filterwarnings("error")

WEIGHTS = {"x": 50, "y": 30, "z": 20}
# S 40 + 12 + 6 = 58, T 20 + 27 + 4 = 51, U 10 + 15 + 18 = 43: S leads by 7.
SCORES = {
    "S": (80, 40, (30, 0, 60)),
    "T": (40, (90, 80, 100), 20),
    "U": ((20, 0, 40), (50, 40, 60), 90),
}


def bars(result):
    return {(one.alternative, one.criterion): one for one in result.bars}


def test_the_bars_are_those_worked_by_hand_below_widest_first():
    result = tornado(posed(WEIGHTS, SCORES), spread=0.5)

    assert (result.leader, result.margin) == ("S", pytest.approx(7))
    assert [(one.kind, one.alternative, one.criterion) for one in result.bars] == [
        ("weight", None, "x"),
        ("weight", None, "y"),
        ("score", "S", "z"),
        ("score", "T", "y"),
        ("score", "U", "x"),
        ("weight", None, "z"),
    ]


def test_a_weight_goes_down_and_up_by_the_spread_and_the_others_keep_their_proportions():
    # x from 0.5 to 0.25 and 0.75, y and z share the rest as 60/40:
    # S = 80t + 36(1 − t): 47 and 69; T = 40t + 62(1 − t): 56.5 and 45.5;
    # U = 20t + 66(1 − t): 54.5 and 31.5.
    bar = bars(tornado(posed(WEIGHTS, SCORES), spread=0.5))[None, "x"]

    assert (bar.low, bar.high) == (0.25, 0.75)
    assert (bar.margin_low, bar.margin_high) == (pytest.approx(-9.5), pytest.approx(23.5))
    assert (bar.first_low, bar.first_high) == ("T", "S")
    assert bar.swing == pytest.approx(33)


def test_a_score_goes_to_the_ends_of_its_range():
    found = bars(tornado(posed(WEIGHTS, SCORES), spread=0.5))

    # S on z, 30 to 0 and 60, moves its total by 0.2 · 30 = 6 each way.
    own = found["S", "z"]
    assert (own.low, own.high, own.first_low) == (0, 60, "S")
    assert (own.margin_low, own.margin_high) == (pytest.approx(1), pytest.approx(13))
    # T on y, 90 to 80 and 100, moves its total by 0.3 · 10 = 3: what T gains the leader loses.
    runner_up = found["T", "y"]
    assert (runner_up.margin_low, runner_up.margin_high) == (pytest.approx(10), pytest.approx(4))


def test_the_margin_is_to_the_best_of_the_others_who_may_be_another_at_an_end():
    # U on x, 20 to 0 and 40, is 33 or 53: below T's 51 it does not matter, at 53 it is second.
    third = bars(tornado(posed(WEIGHTS, SCORES), spread=0.5))["U", "x"]

    assert (third.margin_low, third.margin_high) == (pytest.approx(7), pytest.approx(5))
    assert third.swing == pytest.approx(2)


def test_the_swing_counts_a_margin_of_today_that_is_larger_than_at_both_ends():
    # z at 0.1: 61.5 against T's 54.875. At 0.3: 54.5 against U's 48.875. Today 58 against 51.
    bar = bars(tornado(posed(WEIGHTS, SCORES), spread=0.5))[None, "z"]

    assert (bar.margin_low, bar.margin_high) == (pytest.approx(6.625), pytest.approx(5.625))
    assert bar.swing == pytest.approx(7 - 5.625)


def test_what_cannot_move_the_margin_is_left_out():
    # U on y, 50 to 40 and 60, is 40 or 46 in total: behind T's 51 either way.
    assert ("U", "y") not in bars(tornado(posed(WEIGHTS, SCORES), spread=0.5))
    # Without spread no weight moves, and without weight no score does.
    still = tornado(posed({"x": 1, "y": 0}, {"A": (60, (50, 0, 100)), "B": (40, 90)}), spread=0.0)
    assert still.bars == ()


def test_a_share_never_goes_above_all_the_weight_or_below_none():
    problem = posed({"x": 80, "y": 20}, {"A": (60, 50), "B": (40, 90)})

    bar = bars(tornado(problem, spread=1.5))[None, "x"]

    assert (bar.low, bar.high) == (0, 1)
    assert (bar.margin_low, bar.margin_high) == (pytest.approx(-40), pytest.approx(20))


def test_what_is_given_up_by_the_only_weight_is_shared_equally():
    # x from 1 to 0.5, y and z 0.25 each: A 30 + 5 + 5 = 40, B 20 + 25 + 20 = 65.
    problem = posed({"x": 1, "y": 0, "z": 0}, {"A": (60, 20, 20), "B": (40, 100, 80)})

    (bar,) = tornado(problem, spread=0.5).bars

    assert (bar.criterion, bar.low, bar.high) == ("x", 0.5, 1)
    assert (bar.margin_low, bar.margin_high) == (pytest.approx(-25), pytest.approx(20))


def test_a_single_criterion_has_all_the_weight_wherever_it_goes():
    assert tornado(posed({"x": 3}, {"A": [60], "B": [40]}), spread=0.5).bars == ()


def test_a_single_alternative_has_no_margin_to_move():
    result = tornado(posed({"x": 1, "y": 1}, {"A": ((60, 0, 100), 50)}), spread=0.5)

    assert (result.leader, result.margin, result.bars) == ("A", None, ())


def test_without_a_total_nobody_leads():
    result = tornado(posed({"x": 1}, {"A": [None], "B": [None]}), spread=0.5)

    assert (result.leader, result.margin, result.bars) == (None, None, ())


def test_of_two_that_tie_the_first_in_the_file_leads_by_nothing():
    problem = posed({"x": 1, "y": 1}, {"A": (100, 0), "B": (0, 100)})

    result = tornado(problem, spread=0.5)

    assert (result.leader, result.margin) == ("A", 0)
    # x at 0.25: A 25, B 75. At 0.75 the other way.
    assert bars(result)[None, "x"].margin_low == pytest.approx(-50)
    assert [one.criterion for one in result.bars] == ["x", "y"]  # as wide: in the file's order


def test_an_alternative_that_lacks_a_score_cannot_catch_up_where_it_is_needed():
    # All weight on x: A 80, B 60, C 70. With half on y, C has no total: A 40 + 20, B 30 + 10.
    problem = posed({"x": 1, "y": 0}, {"A": (80, 40), "B": (60, 20), "C": (70, None)})

    (bar,) = tornado(problem, spread=0.5).bars

    assert (bar.margin_low, bar.margin_high) == (pytest.approx(20), pytest.approx(10))


def test_a_weight_that_would_leave_the_leader_without_a_total_has_no_bar():
    problem = posed({"x": 1, "y": 0}, {"A": (80, None), "B": (60, 20)})

    assert tornado(problem, spread=0.5).bars == ()


def test_an_alternative_that_cannot_be_ranked_is_left_out():
    gap = posed(WEIGHTS, {**SCORES, "V": (100, None, 100)})

    assert tornado(gap, spread=0.5) == tornado(posed(WEIGHTS, SCORES), spread=0.5)


def test_a_score_is_valued_on_its_criterions_own_line():
    broken = criterion("x", value_points=((1, 0), (2, 80), (4, 100)))
    problem = posed({"x": 1}, {"A": [(3, 1, 4)], "B": [2]}, criteria={"x": broken})

    (bar,) = tornado(problem, spread=0.5).bars

    assert (bar.low, bar.high) == (1, 4)  # worth 0 and 100, against B's 80; today 90
    assert (bar.margin_low, bar.margin_high) == (pytest.approx(-80), pytest.approx(20))


@st.composite
def problems(draw):
    n_alternatives, n_criteria = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    score = st.tuples(*[st.integers(0, 10)] * 3).map(lambda three: sorted(three))
    cells = st.lists(score, min_size=n_criteria, max_size=n_criteria)
    rows = draw(st.lists(cells, min_size=n_alternatives, max_size=n_alternatives))
    weights = draw(st.lists(st.integers(1, 9), min_size=n_criteria, max_size=n_criteria))
    return posed(
        {f"c{c}": weight for c, weight in enumerate(weights)},
        {
            f"a{a}": [(10 * mid, 10 * low, 10 * high) for low, mid, high in row]
            for a, row in enumerate(rows)
        },
    )


@given(problem=problems(), spread=st.floats(0, 1))
def test_each_bar_is_what_weighing_anew_gives(problem, spread):
    result = tornado(problem, spread)
    leader = problem.alternatives.index(result.leader)
    for bar in result.bars:
        c = problem.criteria.index(bar.criterion)
        for end, margin, first in (
            (bar.low, bar.margin_low, bar.first_low),
            (bar.high, bar.margin_high, bar.first_high),
        ):
            values, shares = problem.values.copy(), problem.shares.copy()
            if bar.kind == "score":
                values[problem.alternatives.index(bar.alternative), c] = end  # value = score
            else:
                shares *= (1 - end) / (1 - shares[c])
                shares[c] = end
            anew = totals(values, shares)
            assert margin == pytest.approx(anew[leader] - np.delete(anew, leader).max(), abs=1e-8)
            assert anew[problem.alternatives.index(first)] == pytest.approx(anew.max(), abs=1e-8)
    swings = [bar.swing for bar in result.bars]
    assert swings == pytest.approx(sorted(swings, reverse=True))
