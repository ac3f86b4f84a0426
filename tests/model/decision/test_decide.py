"""Which alternative: the whole chain from a scenario's figures."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.decision.decide import decide
from model.errors import MissingFigureError, UnknownError, WeightError
from tests.model.decision.building import criterion, scenario

# Scale 1–4, weights 50, 30, 20 per cent. Values: 1 -> 0, 2 -> 33.33, 3 -> 66.67, 4 -> 100.
#   S: 4, 2, 1 -> 50 + 10 + 0 = 60    T: 2, 4, 3 -> 16.67 + 30 + 13.33 = 60    U: 1, 1, 4 -> 20
WEIGHTS = {"control": 50.0, "skills": 30.0, "cost": 20.0}
SCORES = {"S": (4.0, 2.0, 1.0), "T": (2.0, 4.0, 3.0), "U": (1.0, 1.0, 4.0)}


def test_the_example_worked_by_hand():
    decision = decide(scenario(WEIGHTS, {**SCORES, "T": (3.0, 4.0, 3.0)}))

    # T now: 33.33 + 30 + 13.33 = 76.67.
    assert decision.shares.tolist() == [0.5, 0.3, 0.2]
    assert decision.totals == pytest.approx([60, 76.667, 20], abs=0.001)
    assert decision.contributions[1] == pytest.approx([33.333, 30, 13.333], abs=0.001)
    assert decision.ranks == (2, 1, 3)
    assert (decision.leader, decision.runner_up) == ("T", "S")
    assert decision.margin == pytest.approx(16.667, abs=0.001)
    assert decision.tied == ("T",)
    # S catches T on control: with share t there, the others 60/40, S = 100t + 20(1 − t) and
    # T = 66.67t + 86.67(1 − t); S is ahead when 33.33t > 66.67(1 − t), t > 2/3.
    assert decision.stability[0] == pytest.approx([0, 2 / 3])
    assert decision.switches[0] == (None, "S")


def test_two_that_tie_are_both_first_and_the_one_named_first_in_the_file_leads():
    decision = decide(scenario(WEIGHTS, SCORES))

    assert decision.ranks == (1, 1, 3)
    assert decision.tied == ("S", "T")
    assert (decision.leader, decision.runner_up, decision.margin) == ("S", "T", 0.0)


def test_an_alternative_that_lacks_a_score_is_shown_but_not_ranked():
    decision = decide(scenario(WEIGHTS, {**SCORES, "T": (4.0, None, 4.0)}))

    assert decision.ranks == (1, None, 2)
    assert np.isnan(decision.totals[1])
    assert decision.values[1] == pytest.approx([100, np.nan, 100], nan_ok=True)
    assert np.isnan(decision.robustness.first_near[1])
    assert decision.leader == "S"


def test_a_score_that_the_file_never_mentions_is_missing_too():
    decision = decide(scenario(WEIGHTS, {**SCORES, "T": (4.0,)}))

    assert decision.ranks == (1, None, 2)
    assert "scores.T.skills" not in decision.used


def test_with_nothing_to_rank_there_is_no_leader():
    decision = decide(scenario({"a": 1.0}, {"S": (None,), "T": (None,)}))

    assert (decision.leader, decision.runner_up, decision.margin) == (None, None, None)
    assert decision.tied == ()
    assert np.isnan(decision.stability).all()
    assert decision.switches == ((None, None),)


def test_an_only_alternative_has_no_runner_up():
    decision = decide(scenario(WEIGHTS, {"S": SCORES["S"]}))

    assert (decision.leader, decision.runner_up, decision.margin) == ("S", None, None)
    assert decision.stability.tolist() == [[0, 1]] * 3
    assert decision.robustness.first_any.tolist() == [1]


def test_a_municipalitys_own_weights_go_before_the_scenarios():
    # All on cost: U is best there.
    decision = decide(scenario(WEIGHTS, SCORES), weights={"control": 0, "skills": 0, "cost": 7})

    assert decision.leader == "U"
    assert decision.weights.tolist() == [0, 0, 7]
    assert not any(key.startswith("weights.") for key in decision.used)


def test_weights_that_are_not_handed_in_come_from_the_scenario():
    decision = decide(scenario(WEIGHTS, SCORES), weights={"cost": 0.0})

    assert decision.weights.tolist() == [50, 30, 0]


def test_a_computed_criterion_is_filled_in_and_its_figures_are_named():
    # Potential 60 and 40; S takes A: 60 of 100, 1 + 0.6 × 3 = 2.8. T takes both: 4.
    built = scenario(
        {"control": 1.0, "potential": 1.0},
        {"S": (2.0,), "T": (1.0,)},
        criteria={"potential": criterion("potential", computed="potential")},
        scopes={"S": {"A": "joint"}, "T": {"A": "joint", "B": "joint"}},
        potentials={"0662": {"A": 60.0, "B": 40.0}},
        capture={"joint": 1.0, "municipality": 0.0},
    )

    decision = decide(built)

    assert decision.scores == pytest.approx(np.array([[2.0, 2.8], [1.0, 4.0]]))
    assert decision.used == (
        "weights.control",
        "weights.potential",
        "scores.S.control",
        "scores.T.control",
        "potentials.0662.A",
        "potentials.0662.B",
        "capture.joint",
        "capture.municipality",
    )


def test_ranges_of_scores_are_felt_in_the_robustness_but_not_in_the_totals():
    sure = decide(scenario({"a": 1.0}, {"S": (3.0,), "T": (2.0,)}))
    spanned = decide(scenario({"a": 1.0}, {"S": ((3.0, 2.0, 4.0),), "T": ((2.0, 1.0, 3.0),)}))

    assert (spanned.totals == sure.totals).all()
    assert sure.robustness.first_near.tolist() == [1, 0]
    # Both evenly over 2 steps, 1 apart: T is higher in (2 − 1)² / 2 / 2² = 1/8.
    assert spanned.robustness.first_near[1] == pytest.approx(1 / 8, abs=0.015)


def test_a_score_moved_out_of_its_range_stretches_the_range():
    built = scenario({"a": 1.0}, {"S": (4.0,), "T": ((2.0, 1.0, 3.0),)})

    assert decide(built).robustness.first_near[1] == 0
    # T moved to 4 varies in 1–4: it reaches S only at the very top.
    moved = decide(built.with_values({"scores.T.a": 4.0}))
    assert moved.ranks == (1, 1)
    assert moved.robustness.first_near[1] < 0.001


def test_a_score_moved_below_its_range_stretches_it_downwards():
    # S moved to 1 varies in 1–3 instead of 2–3: half of the time it is below T's 2.
    built = scenario({"a": 1.0}, {"S": ((2.5, 2.0, 3.0),), "T": (2.0,)})

    moved = decide(built.with_values({"scores.S.a": 1.0}))

    assert moved.robustness.first_near == pytest.approx([0.5, 0.5], abs=0.02)


def test_a_scenario_without_criteria_has_no_decision():
    with pytest.raises(MissingFigureError):
        decide(scenario({}, SCORES))
    with pytest.raises(MissingFigureError):
        decide(scenario(WEIGHTS, {}))


def test_a_weight_without_a_number_is_refused_by_name():
    with pytest.raises(MissingFigureError) as refused:
        decide(scenario({"a": 1.0, "b": None}, {"S": (1.0, 1.0)}))

    assert refused.value.values["key"] == "weights.b"


def test_weights_that_are_all_zero_or_negative_are_refused():
    with pytest.raises(WeightError):
        decide(scenario(dict.fromkeys(WEIGHTS, 0.0), SCORES))
    with pytest.raises(WeightError):
        decide(scenario(WEIGHTS, SCORES), weights={"cost": -1.0})


def test_a_weight_for_a_criterion_that_does_not_exist_is_refused():
    with pytest.raises(UnknownError):
        decide(scenario(WEIGHTS, SCORES), weights={"colour": 1.0})


scores_1_to_4 = st.tuples(*[st.sampled_from([1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0])] * 3)


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(scores_1_to_4, min_size=2, max_size=5), added=scores_1_to_4)
def test_an_added_alternative_never_turns_the_order_of_the_others(rows, added):
    few = {f"a{i}": row for i, row in enumerate(rows)}

    before = decide(scenario(WEIGHTS, few))
    after = decide(scenario(WEIGHTS, {**few, "new": added}))

    assert (after.totals[:-1] == before.totals).all()
    order = sorted(range(len(rows)), key=lambda i: before.ranks[i])
    assert [after.ranks[i] for i in order] == sorted(after.ranks[:-1])


@settings(max_examples=20, deadline=None)
@given(rows=st.lists(scores_1_to_4, min_size=1, max_size=4), factor=st.floats(0.01, 100))
def test_scaling_all_weights_changes_nothing(rows, factor):
    built = scenario(WEIGHTS, {f"a{i}": row for i, row in enumerate(rows)})

    one = decide(built)
    other = decide(built, weights={c: weight * factor for c, weight in WEIGHTS.items()})

    assert other.totals == pytest.approx(one.totals)
    assert other.ranks == one.ranks
    assert other.stability == pytest.approx(one.stability)
    assert other.robustness.first_near == pytest.approx(one.robustness.first_near, abs=1e-3)


def test_the_same_choices_give_the_same_result():
    one, other = (decide(scenario(WEIGHTS, SCORES)) for _ in range(2))

    for name in ("totals", "contributions", "stability"):
        assert (getattr(one, name) == getattr(other, name)).all()
    assert (one.robustness.first_near == other.robustness.first_near).all()
    assert (one.robustness.first_any == other.robustness.first_any).all()
