"""Own weights are of all criteria or none, and a number like the joint one is none of one's own."""

from dataclasses import replace

import pytest

from model.choices import Choices
from model.figures import Figure, Figures
from tests.model.decision.building import ASSUMED, in_groups
from tests.model.decision.group.building import Own, group
from tests.shipping import SCENARIOS
from ui.assessors.moves import followed, joint_weights

MEDIACENTER, GGVVH = SCENARIOS["mediacenter"], SCENARIOS["ggvvh-it"]
OWN = "assessor_weights.ordforande."
SCORE = "assessor_scores.ordforande.per-elev.foljsamhet"
JOINT_SCORE = "scores.per-elev.foljsamhet"


def moved(values, before=None, scenario=MEDIACENTER):
    return followed(scenario, before or Choices(), values)


def test_the_first_own_weight_brings_the_joint_ones_with_it():
    # In the file every criterion weighs 50.
    chosen = moved({f"{OWN}stabilitet": 80.0}).changed()

    assert chosen.pop(f"{OWN}stabilitet") == 80.0
    assert chosen == {
        f"{OWN}{one.id}": 50.0 for one in MEDIACENTER.criteria if one.id != "stabilitet"
    }


def test_the_joint_ones_that_come_along_are_those_in_force():
    before = Choices().with_value("weights.relevans", 20.0, 50.0)

    assert moved({f"{OWN}stabilitet": 80.0}, before).changed()[f"{OWN}relevans"] == 20.0


def test_own_weights_that_are_set_stay_as_they_are_when_another_moves():
    before = moved({f"{OWN}stabilitet": 80.0})
    before = before.with_value("weights.relevans", 20.0, 50.0)

    after = moved({f"{OWN}tydlighet": 10.0}, before).changed()

    assert (after[f"{OWN}stabilitet"], after[f"{OWN}relevans"]) == (80.0, 50.0)


def test_what_a_link_left_incomplete_is_filled_at_the_next_move():
    before = Choices(((f"{OWN}stabilitet", 90.0),))

    after = moved({f"{OWN}tydlighet": 10.0}, before).changed()

    assert len(after) == len(MEDIACENTER.criteria)
    assert (after[f"{OWN}stabilitet"], after[f"{OWN}relevans"]) == (90.0, 50.0)


def test_weights_moved_back_to_the_joint_ones_are_none_at_all():
    before = moved({f"{OWN}stabilitet": 80.0})

    assert moved({f"{OWN}stabilitet": 50.0}, before) == Choices()


def test_weights_that_the_file_has_are_moved_one_by_one():
    assert moved({"assessor_weights.ekonom.relevans": 60.0}).changed() == {
        "assessor_weights.ekonom.relevans": 60.0
    }
    key = "municipal_weights.0662.potential"
    assert moved({key: 60.0}, scenario=GGVVH).changed() == {key: 60.0}


def test_a_score_like_the_joint_one_in_force_is_none_of_ones_own():
    joint = MEDIACENTER.value(JOINT_SCORE)
    before = moved({SCORE: joint - 0.5})
    raised = before.with_value(JOINT_SCORE, joint + 0.5, joint)

    assert before.changed() == {SCORE: joint - 0.5}
    assert moved({SCORE: joint}, before) == Choices()
    assert SCORE in moved({SCORE: joint}, raised).changed()
    assert SCORE not in moved({SCORE: joint + 0.5}, raised).changed()


def test_a_score_that_the_file_has_of_ones_own_can_be_like_the_joint_one():
    key = "assessor_scores.ordforande.fast-anslag.foljsamhet"
    joint = MEDIACENTER.value("scores.fast-anslag.foljsamhet")

    assert moved({key: joint}).changed() == {key: joint}


@pytest.mark.parametrize("value", [-1.0, 1e9, "80", None])
def test_what_the_scenario_has_no_room_for_brings_nothing(value):
    assert moved({f"{OWN}stabilitet": value, f"{OWN}finns-inte": 1.0, SCORE: value}) == Choices()


def test_joint_weights_beyond_what_can_be_chosen_keep_their_proportions():
    scenario = group({"a": 300.0, "b": 100.0}, {"x": [1, 2]}, {"nord": Own()})

    assert joint_weights(scenario, Choices()) == {"a": 100.0, "b": 33.33}


def test_in_a_tree_what_comes_along_is_what_each_criterion_weighs_among_all():
    # Group one weighs 60 and is shared 1 to 2 by a and b; group two weighs 40 and has c alone.
    flat = group({"a": 1.0, "b": 2.0, "c": 9.0}, {"x": [1, 2, 3]}, {"nord": Own([None] * 3)})
    tree = in_groups(flat, {"a": "one", "b": "one", "c": "two"}, {"one": 60.0, "two": 40.0})

    after = moved({"assessor_weights.nord.a": 30.0}, scenario=tree).changed()

    assert list(after.values()) == [30.0, 40.0, 40.0]


def test_an_id_that_begins_as_another_is_left_alone():
    scenario = group({"a": 1.0, "ab": 1.0}, {"x": [50, 50]}, {"nord": Own()})
    scores = [Figure(f"assessor_scores.nord.x.{c}", None, "score", ASSUMED) for c in ("a", "ab")]
    scenario = replace(scenario, figures=Figures([*scenario.figures.values(), *scores]))
    before = moved({"assessor_scores.nord.x.ab": 20.0}, scenario=scenario)

    assert moved({"assessor_scores.nord.x.a": 50.0}, before, scenario) == before
