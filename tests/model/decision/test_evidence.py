"""What a pre-study should find out first."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import model.decision.evidence as module
from model.decision.evidence import Column, evidence
from model.decision.value_functions import values_of
from model.errors import ShapeError
from tests.model.decision.building import criterion, posed

pytestmark = pytest.mark.filterwarnings("error")


def evenly(low, high, n):
    """Return n numbers spread evenly over a range, as a very lucky draw would be."""
    return low + (high - low) * (np.arange(n) + 0.5) / n


def drawn(problem, n, seed=1):
    """Draw values within the problem's ranges, shape (criteria, alternatives, n)."""
    places = np.random.default_rng(seed).random((n, *problem.low.shape))
    scores = problem.low + (problem.high - problem.low) * places
    return values_of(scores, problem.functions).T


def certain(problem, n):
    """Repeat today's weights, shape (criteria, n)."""
    return np.repeat(problem.shares[:, None], n, axis=1)


def worked():
    """Return the example that is worked by hand below: its problem, weights and values.

    Half the weight on each criterion. A leads, (60 + 60)/2 against (50 + 60)/2. A's x is drawn
    evenly over 40–80 and B's y over 20–100, in all combinations of 40 and 80 of them.
    """
    problem = posed({"x": 1, "y": 1}, {"A": ((60, 40, 80), 60), "B": (50, (60, 20, 100))})
    a, b = (grid.ravel() for grid in np.meshgrid(evenly(40, 80, 40), evenly(20, 100, 80)))
    values = np.array([[a, np.full(a.size, 50.0)], [np.full(a.size, 60.0), b]])
    return problem, certain(problem, a.size), values


def test_what_hangs_on_each_score_worked_by_hand():
    # A is first when its x + 60 > 50 + B's y, y < x + 10.
    # x known to be 40: y < 50, 30 of 80. Known to be 80: y < 90, 70 of 80. Half hangs on it.
    # y known to be 20: always. Known to be 100: x > 90, never. All hangs on it.
    by_y, by_x = evidence(*worked())

    assert (by_y.figure, by_y.alternative, by_y.criterion) == ("scores.B.y", "B", "y")
    assert (by_y.low, by_y.high, by_y.worth) == (20, 100, 1)
    assert (by_y.leader_low, by_y.leader_high) == (1, 0)
    assert (by_y.first_low, by_y.first_high) == ("A", "B")

    assert (by_x.figure, by_x.alternative, by_x.criterion) == ("scores.A.x", "A", "x")
    assert (by_x.leader_low, by_x.leader_high) == (30 / 80, 70 / 80)
    assert by_x.worth == 0.5
    assert (by_x.first_low, by_x.first_high) == ("B", "A")


def test_a_known_tie_is_split_equally():
    # B is 20 or 100 in total, and A 60 for certain, or known to be 20 or 100 itself.
    problem = posed({"x": 1}, {"A": [(60, 20, 100)], "B": [(40, 20, 100)]})
    values = np.array([[[60.0, 60.0], [20.0, 100.0]]])

    by_score = {one.alternative: one for one in evidence(problem, certain(problem, 2), values)}

    # A at 20 ties with one of two and loses to the other; at 100 it beats one and ties with one.
    assert (by_score["A"].leader_low, by_score["A"].leader_high) == (0.25, 0.75)
    assert (by_score["B"].leader_low, by_score["B"].leader_high) == (1, 0)


def test_of_several_that_are_first_as_often_the_first_in_the_file_is_named():
    problem = posed({"x": 1}, {"A": [(60, 0, 60)], "B": [50], "C": [50]})

    (only,) = evidence(
        problem, certain(problem, 3), np.array([[[60.0] * 3, [50.0] * 3, [50.0] * 3]])
    )

    assert (only.leader_low, only.leader_high) == (0, 1)
    assert (only.first_low, only.first_high) == ("B", "A")


def test_the_ends_are_valued_on_the_criterions_own_line():
    # Scores 1 and 2 are worth 0 and 80 against B's 50.
    broken = criterion("x", value_points=((1, 0), (2, 80), (4, 100)))
    problem = posed({"x": 1}, {"A": [(2, 1, 2)], "B": [1.625]}, criteria={"x": broken})

    (only,) = evidence(problem, certain(problem, 1), problem.values.T[..., None])

    assert (only.low, only.high) == (1, 2)
    assert (only.leader_low, only.leader_high) == (0, 1)


def test_a_score_that_is_known_or_never_has_weight_is_not_listed():
    problem = posed({"x": 1, "y": 0}, {"A": (60, (50, 0, 100)), "B": ((50, 40, 70), 50)})

    found = evidence(problem, certain(problem, 20), drawn(problem, 20))

    assert [one.figure for one in found] == ["scores.B.x"]


def test_of_as_much_worth_they_come_as_in_the_file():
    problem = posed({"x": 1}, {"A": [(60, 55, 65)], "B": [(20, 10, 30)], "C": [(10, 0, 20)]})

    found = evidence(problem, certain(problem, 9), drawn(problem, 9))

    assert [(one.figure, one.worth) for one in found] == [
        ("scores.A.x", 0),
        ("scores.B.x", 0),
        ("scores.C.x", 0),
    ]


def test_a_figure_behind_a_whole_criterion_is_handed_over_as_a_column():
    # Half the weight each, y 50 for both. x is drawn as 60 and 50, and a figure behind it would
    # make that 40 and 45 at its low end, and at its high end 80 against 70 or 90, as often.
    problem = posed({"x": 1, "y": 1}, {"A": (60, 50), "B": (50, 50)})
    values = np.repeat(problem.values.T[..., None], 4, axis=2)
    low = np.array([[40.0], [45.0]])
    high = np.array([[80.0, 80.0, 80.0, 80.0], [70.0, 90.0, 70.0, 90.0]])

    (only,) = evidence(
        problem, certain(problem, 4), values, [Column("capture.joint", "x", 0.3, 0.7, (low, high))]
    )

    assert (only.figure, only.alternative, only.criterion) == ("capture.joint", None, "x")
    assert (only.low, only.high) == (0.3, 0.7)
    assert (only.leader_low, only.leader_high, only.worth) == (0, 0.5, 0.5)
    assert (only.first_low, only.first_high) == ("B", "A")


def test_a_column_of_a_criterion_without_weight_is_not_listed():
    problem = posed({"x": 1, "y": 0}, {"A": (60, 50), "B": (50, 50)})
    ends = (np.zeros((2, 1)), np.ones((2, 1)))
    values = np.repeat(problem.values.T[..., None], 4, axis=2)

    assert evidence(problem, certain(problem, 4), values, [Column("f", "y", 0, 1, ends)]) == ()


def test_there_is_nothing_to_find_out_about_a_single_alternative():
    problem = posed({"x": 1}, {"A": [(60, 0, 100)], "B": [None]})

    assert evidence(problem, certain(problem, 5), drawn(problem.judged, 5)) == ()


def test_nor_when_nobody_can_be_ranked():
    problem = posed({"x": 1}, {"A": [None], "B": [None]})

    assert evidence(problem, certain(problem, 5), np.zeros((1, 0, 5))) == ()


def test_a_gap_on_a_criterion_without_weight_leaves_nobody_out():
    scores = {"A": ((60, 40, 80), None), "B": ((50, 30, 70), 10)}
    gap, without = (
        posed({"x": 1, "y": 0}, scores),
        posed({"x": 1}, {"A": scores["A"][:1], "B": scores["B"][:1]}),
    )
    values = drawn(gap, 50)

    found = evidence(gap, certain(gap, 50), values)

    assert found == evidence(without, certain(without, 50), values[:1])
    assert found == evidence(gap, certain(gap, 50), np.nan_to_num(values))


def test_with_weights_that_need_it_one_that_lacks_a_score_is_left_out():
    problem = posed(
        {"x": 1, "y": 0}, {"A": ((60, 40, 80), 10), "B": ((50, 30, 70), 10), "C": (55, None)}
    )
    weights = np.random.default_rng(2).dirichlet(np.ones(2), 50).T
    values = drawn(problem, 50)
    ends = (np.array([[50.0], [60.0], [0.0]]), np.array([[60.0], [50.0], [0.0]]))
    shorter = tuple(end[:2] for end in ends)

    found = evidence(problem, weights, values, [Column("f", "x", 0, 1, ends)])

    two = problem.only(np.array([True, True, False]))
    assert found == evidence(two, weights, values[:, :2], [Column("f", "x", 0, 1, shorter)])
    assert len(found) == 3


def test_a_leader_that_is_left_out_can_gain_nothing():
    problem = posed({"x": 1, "y": 0}, {"A": (90, None), "B": ((50, 30, 70), 10), "C": (55, 40)})
    weights = np.full((2, 5), 0.5)

    assert evidence(problem, weights, drawn(problem, 5)) == ()


def test_draws_of_another_size_are_refused():
    problem, weights, values = worked()

    with pytest.raises(ShapeError):
        evidence(problem, weights[:, 1:], values)
    with pytest.raises(ShapeError):
        evidence(problem, weights[:1], values)


@st.composite
def problems(draw):
    """Draw a problem, weights and values in few steps, so that ties and zeros are common."""
    n_alternatives, n_criteria = draw(st.integers(2, 4)), draw(st.integers(1, 3))
    score = st.tuples(*[st.integers(0, 4)] * 3).map(sorted)
    cells = st.lists(score, min_size=n_criteria, max_size=n_criteria)
    rows = draw(st.lists(cells, min_size=n_alternatives, max_size=n_alternatives))
    problem = posed(
        {f"c{c}": 1 for c in range(n_criteria)},
        {
            f"a{a}": [(25 * mid, 25 * low, 25 * high) for low, mid, high in row]
            for a, row in enumerate(rows)
        },
    )
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    n = draw(st.integers(1, 40))
    raw = rng.integers(0, 3, (n_criteria, n)) + np.eye(n_criteria, n)
    raw[0] += raw.sum(axis=0) == 0
    places = rng.integers(0, 3, (n, n_alternatives, n_criteria)) / 2
    values = problem.low + (problem.high - problem.low) * places
    return problem, raw / raw.sum(axis=0), values.transpose(2, 1, 0).copy()


def first_shares(weights, values):
    totals = np.einsum("cn,can->an", weights, values)
    first = totals >= totals.max(axis=0) - 1e-9
    return (first / first.sum(axis=0)).mean(axis=1)


@settings(deadline=None)
@given(given_problem=problems(), block=st.integers(1, 50))
def test_each_answer_is_what_drawing_all_anew_with_the_score_known_gives(given_problem, block):
    problem, weights, values = given_problem
    names, criteria = problem.alternatives, problem.criteria
    leader = int(np.argmax(problem.totals >= problem.totals.max() - 1e-9))
    whole = (values[0] * 0.5, values[0, ::-1])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", block)
        found = evidence(problem, weights, values, [Column("f", criteria[0], 0, 1, whole)])

    for one in found:
        c = criteria.index(one.criterion)
        for e, end, own, first in (
            (0, one.low, one.leader_low, one.first_low),
            (1, one.high, one.leader_high, one.first_high),
        ):
            known = values.copy()
            if one.alternative is None:
                known[c] = whole[e]
            else:
                known[c, names.index(one.alternative)] = end  # a score is its value here
            anew = first_shares(weights, known)
            assert own == pytest.approx(anew[leader], abs=1e-6)
            assert anew[names.index(first)] == pytest.approx(anew.max(), abs=1e-6)
    listed = {one.figure for one in found if one.alternative}
    assert listed == {
        f"scores.{names[a]}.{criteria[c]}"
        for a, c in np.argwhere(problem.low < problem.high)
        if weights[c].any()
    }
    worths = [one.worth for one in found]
    assert worths == sorted(worths, reverse=True)


def test_smooth_draws_over_several_blocks_give_the_same_as_drawing_anew():
    rng = np.random.default_rng(3)
    n, middles = 2 * module.BLOCK + 17, rng.uniform(20, 80, (4, 3))
    problem = posed(
        {"x": 5, "y": 3, "z": 2},
        {f"a{a}": [(m, m - 15, m + 15) for m in row] for a, row in enumerate(middles)},
    )
    weights, values = rng.dirichlet(np.ones(3), n).T, drawn(problem, n)
    leader = int(problem.totals.argmax())

    found = evidence(problem, weights, values)

    assert len(found) == 12
    for one in found:
        for end, own in ((one.low, one.leader_low), (one.high, one.leader_high)):
            known = values.copy()
            known[problem.criteria.index(one.criterion), int(one.alternative[1])] = end
            assert own == first_shares(weights, known)[leader]
