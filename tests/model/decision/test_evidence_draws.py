"""Worth of evidence on the draws that the ranking is tried on."""

import pytest

from model.decision.evidence_columns import known_captures
from model.decision.evidence_draws import evidence_drawn
from model.decision.problem import pose
from model.decision.smaa import smaa
from model.decision.weight_draws import WeightModel
from model.evaluate import latest_population
from tests.model.decision.building import posed
from tests.shipping import COUNTRY, SCENARIOS

TODAY = WeightModel("near", 0.0)


def test_the_worked_example_of_evidence_comes_out_of_the_draws():
    # A is first when its x (40–80) + 60 > 50 + B's y (20–100): see test_evidence.
    problem = posed({"x": 1, "y": 1}, {"A": ((60, 40, 80), 60), "B": (50, (60, 20, 100))})
    by_y, by_x = evidence_drawn(problem, TODAY, seed=1, draws=40_000)

    error = 4 * (0.25 / 40_000) ** 0.5
    assert (by_y.leader_low, by_y.leader_high) == (1, 0)
    assert by_x.leader_low == pytest.approx(30 / 80, abs=error)
    assert by_x.leader_high == pytest.approx(70 / 80, abs=error)


@pytest.mark.parametrize("draws", [1, 8_192, 20_000])
def test_a_figure_that_moves_nothing_leaves_the_share_that_smaa_drew(draws):
    problem = posed(
        {"x": 1, "y": 2, "z": 1},
        {"A": ((60, 40, 80), 60, 20), "B": (50, (60, 20, 100), 30), "C": (10, 0, (0, 0, 1e-9))},
    )
    model = WeightModel("all")
    tried = smaa(problem, model, seed=7, draws=draws)
    of_c = next(
        one for one in evidence_drawn(problem, model, seed=7, draws=draws) if one.alternative == "C"
    )

    assert of_c.leader_low == pytest.approx(tried.ranks[0, 0], abs=1e-12)
    assert of_c.leader_high == pytest.approx(tried.ranks[0, 0], abs=1e-12)


def test_keeping_what_is_drawn_changes_nothing():
    problem = posed({"x": 1, "y": 1}, {"A": ((60, 40, 80), 60), "B": (50, (60, 20, 100))})
    drawn, again, kept = (
        evidence_drawn(problem, TODAY, seed=3, draws=10_000, keep=keep)
        for keep in (False, True, True)
    )

    assert drawn == again == kept


def test_the_captures_of_a_shipped_investigation_are_among_what_can_be_found_out():
    made = SCENARIOS["ggvvh-it"]
    population = latest_population(made, COUNTRY)
    problem, used = pose(made, population)
    known = known_captures(made, used, population)
    found = evidence_drawn(problem, WeightModel(), known, seed=made.seed, draws=4_000)

    captures = {one.figure for one in found if one.alternative is None}
    assert captures == {
        f"capture.{mode}" for mode in ("steered", "coordinated", "joint", "external")
    }
    assert {one.criterion for one in found if one.alternative is None} == {"potential"}


def test_one_that_cannot_be_ranked_in_the_draws_leaves_the_others_as_they_are_without_it():
    two = {"A": ((60, 40, 80), 60), "B": (50, (60, 20, 100))}
    whole = evidence_drawn(posed({"x": 1, "y": 0}, two), WeightModel("all"), seed=1, draws=500)
    more = posed({"x": 1, "y": 0}, {"C": ((10, 0, 20), None), **two})
    other = evidence_drawn(more, WeightModel("all"), seed=1, draws=500)

    assert [one.figure for one in whole] == [one.figure for one in other]
    assert [one.figure for one in whole] == ["scores.B.y", "scores.A.x"]


def test_a_leader_that_cannot_be_ranked_in_the_draws_has_nothing_told():
    problem = posed({"x": 1, "y": 0}, {"A": (60, None), "B": ((50, 40, 70), 50), "C": (40, 40)})

    assert evidence_drawn(problem, WeightModel("all"), seed=1, draws=100) == ()
    assert [one.figure for one in evidence_drawn(problem, WeightModel(), seed=1, draws=100)] == [
        "scores.B.x"
    ]
