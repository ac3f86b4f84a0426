"""Would another method have put the same alternative first?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision.cross_check import cross_check
from model.decision.problem import pose
from tests.model.decision.building import criterion, scenario

pytestmark = pytest.mark.filterwarnings("error")


def checked(weights, scores):
    """Cross-check a scenario whose scores are values 0–100."""
    whole = {name: criterion(name, scale=(0.0, 100.0)) for name in weights}
    problem, _ = pose(scenario(weights, scores, criteria=whole))
    return cross_check(problem)


# Weighed 35/35/30: A has 70, B 63.5, C 30. For the arithmetic see test_disagreement.py.
BALANCE = {"A": [100, 100, 0], "B": [70, 60, 60], "C": [0, 0, 100]}
THIRDS = {"x": 35, "y": 35, "z": 30}


def test_each_method_gives_its_number_as_published_and_a_rank():
    total, topsis, vikor, promethee = checked(THIRDS, BALANCE).results

    assert total.scores == pytest.approx([70, 63.5, 30])
    # S 0.3, 0.365, 0.7 and R 0.3, 0.14, 0.35, each from its lowest to its highest, and halved.
    q = [(0 + 0.16 / 0.21) / 2, (0.065 / 0.4 + 0) / 2, 1]
    assert vikor.scores == pytest.approx(q)
    assert promethee.scores == pytest.approx([0.4, 0.0, -0.4])  # 0.7 − 0.3 over both others
    assert topsis.scores == pytest.approx([0.617, 0.633, 0.383], abs=0.0005)
    assert total.ranks == promethee.ranks == (1, 2, 3)
    assert topsis.ranks == vikor.ranks == (2, 1, 3)
    assert (total.first, vikor.first) == (("A",), ("B",))


def test_the_methods_are_compared_two_by_two():
    found = checked(THIRDS, BALANCE)

    # 1 2 3 against 2 1 3: (2 − 1)/3, and 1 − 6 · (5 + 5)/96 with N = 3.
    turned = [[1, 0, 0, 1], [0, 1, 1, 0], [0, 1, 1, 0], [1, 0, 0, 1]]
    assert found.tau_b == pytest.approx(np.where(turned, 1, 1 / 3))
    assert found.weighted_rank == pytest.approx(np.where(turned, 1, 0.375))


def test_a_method_that_puts_another_first_says_why():
    by_topsis, by_vikor = checked(THIRDS, BALANCE).disagreements

    assert (by_topsis.method, by_topsis.reason) == ("topsis", "distance")
    assert (by_vikor.method, by_vikor.reason) == ("vikor", "worst")
    for found in (by_topsis, by_vikor):
        assert (found.first, found.ours, found.criterion) == ("B", "A", "z")
        assert found.values == (60, 0)


def test_the_alternatives_that_vikor_proposes_may_hold_ours_though_it_is_not_first():
    # Three alternatives: the step is 1/2. A is 0.381 − 0.081 behind B, C is 0.919 behind.
    assert checked(THIRDS, BALANCE).vikor.proposed.tolist() == [True, True, False]


def test_a_method_that_shares_first_place_with_ours_does_not_disagree():
    # Weighed 40/30/30: A 64, B 36. VIKOR: S 0.6 and 0.4, R 0.3 and 0.4, so Q is 0.5 for both.
    found = checked({"x": 40, "y": 30, "z": 30}, {"A": [100, 40, 40], "B": [0, 60, 60]})

    assert found.results[2].first == ("A", "B")
    assert [one.method for one in found.disagreements] == ["promethee"]


def test_an_alternative_without_a_total_is_left_out():
    found = checked(THIRDS, {**BALANCE, "D": [100, None, 100]})

    assert found.alternatives == ("A", "B", "C")
    assert found.results[1].scores == pytest.approx(checked(THIRDS, BALANCE).results[1].scores)


def test_a_criterion_without_weight_is_left_out_judged_or_not():
    found = checked(
        {"idle": 0, **THIRDS}, {"A": [None, 100, 100, 0], "B": [9, 70, 60, 60], "C": [5, 0, 0, 100]}
    )

    assert found.disagreements == checked(THIRDS, BALANCE).disagreements
    assert np.isfinite([one.scores for one in found.results]).all()


def test_with_nothing_to_rank_there_is_nothing_to_check():
    assert checked({"x": 1}, {"A": [None], "B": [None]}) is None


def test_where_all_are_equal_or_there_is_one_all_methods_agree():
    for scores in ({"A": [70, 30], "B": [70, 30], "C": [70, 30]}, {"A": [70, 30]}):
        found = checked({"x": 60, "y": 40}, scores)

        assert {one.first for one in found.results} == {tuple(scores)}
        assert (found.tau_b == 1).all()
        assert (found.weighted_rank == 1).all()
        assert found.disagreements == ()


def test_on_a_single_criterion_all_methods_agree():
    found = checked({"x": 1}, {"A": [20], "B": [80], "C": [50]})

    assert {one.ranks for one in found.results} == {(3, 1, 2)}


@st.composite
def cases(draw):
    n_alternatives, n_criteria = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    row = st.lists(st.integers(0, 10), min_size=n_criteria, max_size=n_criteria)
    weights = draw(row.filter(any))
    rows = draw(st.lists(row, min_size=n_alternatives, max_size=n_alternatives))
    names = "ABCDE"
    return (
        dict(zip("wxyz", weights, strict=False)),
        {name: [10 * one for one in row] for name, row in zip(names, rows, strict=False)},
    )


@given(case=cases())
def test_what_is_said_of_a_disagreement_speaks_for_the_methods_first(case):
    found = checked(*case)
    ours, *others = found.results

    apart = [one.method for one in others if not set(one.first) & set(ours.first)]
    assert [one.method for one in found.disagreements] == apart
    for one in found.disagreements:
        theirs, mine = one.measures
        assert theirs < mine if one.reason in ("worst", "stretch") else theirs > mine
        assert case[0][one.criterion] > 0
        assert one.values[0] > one.values[1] or one.reason == "wins"
    assert np.isfinite([one.scores for one in found.results]).all()
    assert (np.diag(found.tau_b) == 1).all()
    assert found.weighted_rank == pytest.approx(found.weighted_rank.T)


@given(case=cases())
def test_one_that_is_best_on_every_criterion_is_first_in_all_methods(case):
    weights, scores = case
    best = [max(column) for column in zip(*scores.values(), strict=True)]

    found = checked(weights, {**scores, "best": best})

    assert all("best" in one.first for one in found.results)
    assert found.disagreements == ()
