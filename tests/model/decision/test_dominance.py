"""Which alternatives are better than which, whatever the exact weights or scores."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from model.decision.dominance import (
    Pair,
    dominance,
    dominates,
    surely_dominates,
    weight_dominates,
)
from model.errors import BoundsError
from tests.model.decision.building import lettered


def pairs(problem, matrix):
    return {(problem.alternatives[a], problem.alternatives[b]) for a, b in np.argwhere(matrix)}


def test_at_least_as_good_on_all_and_better_on_some():
    problem = lettered((1, 1), {"S": (80, 50), "T": (80, 40), "U": (90, 30), "V": (80, 50)})

    # S and V are equal, so neither dominates the other; U is better than all on the first.
    assert pairs(problem, dominates(problem)) == {("S", "T"), ("V", "T")}


def test_a_criterion_without_weight_does_not_count():
    problem = lettered((1, 0), {"S": (80, 10), "T": (70, 90), "U": (60, None)})

    assert pairs(problem, dominates(problem)) == {("S", "T"), ("S", "U"), ("T", "U")}


def test_an_alternative_without_a_total_neither_dominates_nor_is_dominated():
    problem = lettered((1, 1), {"S": (80, 50), "T": (70, None), "U": (90, None)})

    for matrix in (dominates, surely_dominates, weight_dominates):
        assert not matrix(problem).any()


def test_sure_dominance_holds_for_all_scores_within_their_ranges():
    scores = {"S": ((80, 70, 90), (50, 50, 60)), "T": ((60, 50, 70), 50), "U": ((60, 50, 71), 50)}
    problem = lettered((1, 1), scores)

    # S at worst 70 and 50. T at best 70 and 50: then as good, but no worse anywhere.
    assert pairs(problem, dominates(problem)) == {("S", "T"), ("S", "U")}
    assert pairs(problem, surely_dominates(problem)) == set()
    # With T at best 69 it is worse on the first whatever the scores.
    closer = lettered((1, 1), scores | {"T": ((60, 50, 69), 50)})
    assert pairs(closer, surely_dominates(closer)) == {("S", "T")}


def test_dominance_within_bounds_solved_by_hand():
    # S leads T by 40 on the first and is 50 behind on the second. With at least 0.6 on the first
    # the worst is 0.6·40 − 0.4·50 = 4; with 0.5 it is 20 − 25 = −5.
    scores = {"S": (80, 40), "T": (40, 90)}

    for least, found in ((0.6, {("S", "T")}), (0.5, set())):
        problem = lettered((1, 1), scores, least=(least, 0.0))
        assert pairs(problem, weight_dominates(problem)) == found


def test_what_is_left_of_the_weight_goes_to_the_worst_leads_as_far_as_they_can_take_it():
    # Leads −30, −10, 20. At least 0.1 each; 0.7 is left. The first takes 0.1 more, the second
    # 0.2, the third the rest: 0.2, 0.3 and 0.5: −6 − 3 + 10 = 1.
    scores = {"S": (20, 40, 70), "T": (50, 50, 50)}
    problem = lettered((1, 1, 1), scores, least=(0.1, 0.1, 0.1), most=(0.2, 0.3, 1.0))
    assert pairs(problem, weight_dominates(problem)) == {("S", "T")}

    # With 0.3 for the first: −9 − 3 + 8 = −4.
    looser = replace(problem, most=np.array([0.3, 0.3, 1.0]))
    assert pairs(looser, weight_dominates(looser)) == set()


def test_without_bounds_dominance_by_weights_is_dominance_on_all_criteria():
    scores = {"S": (80, 50, 10), "T": (80, 40, 10), "U": (70, 30, 20)}
    problem = lettered((1, 1, 0), scores)

    assert pairs(problem, dominates(problem)) == {("S", "T"), ("S", "U"), ("T", "U")}
    assert pairs(problem, weight_dominates(problem)) == {("S", "T")}


def test_two_that_differ_only_where_no_weight_is_permitted_do_not_dominate_each_other():
    problem = lettered((1, 0), {"S": (50, 90), "T": (50, 10)}, most=(1.0, 0.0))

    assert not weight_dominates(problem).any()


def test_a_criterion_on_which_not_all_are_judged_is_held_at_zero():
    problem = lettered((1, 0), {"S": (80, 10), "T": (70, 90), "U": (60, None)})
    assert pairs(problem, weight_dominates(problem)) == {("S", "T"), ("S", "U"), ("T", "U")}

    # Where it must have weight there is nothing to compare.
    must = replace(problem, least=np.array([0.0, 0.1]))
    assert not weight_dominates(must).any()


def test_bounds_that_contradict_each_other_are_refused():
    with pytest.raises(BoundsError):
        dominance(lettered((1, 1), {"S": (1, 2)}, least=(0.6, 0.6)))


def test_the_pairs_say_who_is_better_and_how():
    scores = {"S": ((80, 60, 90), 50), "T": ((60, 50, 70), 40), "U": (90, 10)}
    found = dominance(lettered((1, 1), scores, least=(0.0, 0.5)))

    # S − U: −10 and 40. The least favourable weights are half each, which give 15; T − U: 0.
    assert found.pairs == (
        Pair("S", "T", by_scores=True, surely=False, by_weights=True),
        Pair("S", "U", by_scores=False, surely=False, by_weights=True),
        Pair("T", "U", by_scores=False, surely=False, by_weights=True),
    )
    assert found.alternatives == ("S", "T", "U")


@st.composite
def bounded(draw):
    n_alternatives, n_criteria = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    row = st.lists(st.integers(0, 4), min_size=n_criteria, max_size=n_criteria)
    scores = {f"A{a}": [20.0 * s for s in draw(row)] for a in range(n_alternatives)}
    least = 0.05 * np.array(draw(row))
    most = np.maximum(1 - 0.2 * np.array(draw(row)), max(0.26, 1 / n_criteria))
    return lettered([1] * n_criteria, scores, least=least.tolist(), most=most.tolist())


@settings(max_examples=20, deadline=None)
@given(problem=bounded())
def test_the_answer_is_that_of_a_linear_programme(problem):
    values, ends = problem.values, np.stack([problem.least, problem.most], axis=1)
    ones = np.ones((1, values.shape[1]))
    found = weight_dominates(problem)
    for a, b in np.ndindex(found.shape):
        lead = values[a] - values[b]
        worst = linprog(lead, A_eq=ones, b_eq=[1], bounds=ends).fun
        best = -linprog(-lead, A_eq=ones, b_eq=[1], bounds=ends).fun
        assert found[a, b] == (worst >= -1e-7 and best > 1e-7)


@given(problem=bounded())
def test_no_one_dominates_itself_or_the_one_that_dominates_it(problem):
    for matrix in (dominates(problem), surely_dominates(problem), weight_dominates(problem)):
        assert not np.diag(matrix).any()
        assert not (matrix & matrix.T).any()
    # Where all have weight, dominance by scores is dominance by all weights that count it.
    assert (surely_dominates(problem) == dominates(problem)).all()
