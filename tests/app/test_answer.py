"""A question for the panel: answered from scenario and choices, the same as the page says."""

import json

import pytest

from tests.app.opening import SCENARIOS, live, opened, slide
from ui.live.answer import PANELS, answer

QUESTION = {
    "panel": "alternatives",
    "subject": "",
    "tab": "",
    "preset": "",
    "state": "utredning=ggvvh-it",
    "values": {"weights.potential": 74.0},
}


def asked(**changes):
    return answer(QUESTION | changes)


def test_the_answer_is_what_the_page_says_when_the_hand_has_rested():
    found = asked()
    app = slide(opened("alternativ", {"utredning": "ggvvh-it"}), QUESTION["values"])
    page = live(app)

    assert found["answer"][0].startswith("2 IT-avdelning leder med 68,8 poäng")
    for part in ("answer", "notes", "leader", "pictures", "tabs"):
        assert found[part] == page[part], part


def test_choices_made_before_come_with_the_question_and_moves_go_before_them():
    state = "utredning=ggvvh-it&andrat=weights.potential~74.0;weights.genomforande~100.0"
    moved = asked(state=state, values={"weights.potential": 50.0})
    alone = asked(values={"weights.genomforande": 100.0})

    assert moved == alone


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("panel", ["overview", "fees"])
def test_every_investigation_answers(scenario, panel):
    found = asked(panel=panel, state=f"utredning={scenario}", values={})

    assert found["answer"]
    assert found["pictures"]
    json.dumps(found, allow_nan=False)


def test_only_the_tab_in_view_is_told():
    assert [tab["id"] for tab in asked()["tabs"]] == ["weights", "scores", "values"]
    assert [tab["id"] for tab in asked(tab="scores")["tabs"]] == ["scores"]


def test_a_municipalitys_own_weights_and_potentials_answer_about_that_municipality():
    own = asked(panel="own", subject="0662", values={"municipal_weights.0662.potential": 100.0})
    other = asked(panel="own", subject="0683", values={"municipal_weights.0662.potential": 100.0})

    assert "Gislaved" in own["answer"][0]
    assert "Värnamo" in other["answer"][0]
    assert asked(panel="potentials", subject="0662")["tabs"][0]["groups"][0]["sliders"]


def test_a_move_out_of_range_or_unknown_is_left_out():
    silly = {"weights.potential": -1.0, "weights.finns-inte": 1.0, "capture.joint": "1", "x": None}

    assert asked(values=silly) == asked(values={})


@pytest.mark.parametrize(
    "changes",
    [
        {"panel": "finns-inte"},
        {"panel": ["alternatives"]},
        {"state": "utredning=finns-inte"},
        {"state": ""},
        {"state": 1},
        {"state": "utredning=ggvvh-it&andrat=" + "x" * 20_000},
        {"values": [1]},
        {"values": None},
        {"subject": None},
        {"panel": "own", "subject": "9999"},
    ],
    ids=lambda changes: str(changes)[:60],
)
def test_a_question_that_cannot_be_answered_is_turned_away(changes):
    assert asked(**changes) is None


@pytest.mark.parametrize("question", [None, [], "x", 1, {}])
def test_what_is_no_question_is_turned_away(question):
    assert answer(question) is None


@pytest.mark.parametrize("panel", PANELS)
def test_every_panel_answers_without_a_session(panel):
    assert asked(panel=panel, subject="0662", values={})["tabs"]
