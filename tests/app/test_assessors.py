"""Bedömare: what several say together, whose numbers one moves, and what parts them."""

import json
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loading.scenario_file import SCENARIOS as FOLDER
from loading.scenario_file import read_scenario
from model.choices import VOICES, Choices
from model.figures import Figure, Figures
from model.scenario import Scenario
from tests.app.opening import address, errors, go, live, opened, slide, sliders, words
from tests.model.decision.building import ASSUMED
from tests.model.decision.group.building import groups
from ui import cache
from ui.assessors import panel
from ui.cache import Loaded
from ui.live.answer import answer
from ui.live.panel import as_data
from ui.live.view import View

GGVVH, MEDIACENTER = {"utredning": "ggvvh-it"}, {"utredning": "mediacenter"}
PARTS = ("stated", "rules", "spread", "pairs", "agree")
STABLE = "assessor_weights.ordforande.stabilitet"


def page(query):
    return opened("bedomare", query)


def unfolded(app):
    for part in PARTS:
        app.session_state[f"folded:page.assessors.{part}"] = True
    return app.run()


def choose(app, key, value):
    return app.segmented_control(key=f"choice:{key}").set_value(value).run()


def test_the_answer_says_who_is_first_together_and_how_united_they_are():
    first, second = live(page(GGVVH))["answer"]

    assert first.replace("\u00a0", " ") == (
        "1 Tjänst blir etta när alla väger lika, 0,4 poäng före 1 Teknik. "
        "3 av 5 har det som etta; Gislaved och Vaggeryd har 1 Teknik."
    )
    assert second == "Alla sätter 0 Som idag sist."


@pytest.mark.parametrize("query", [GGVVH, MEDIACENTER], ids=str)
def test_every_part_unfolds_and_says_its_own(query):
    app = page(query)
    before = words(app)
    unfolded(app)

    assert errors(app) == []
    assert len(words(app)) > len(before) + 800
    assert "Alla tre sätt att räkna ihop ger samma etta" in words(app)


def test_first_choices_stand_beside_what_has_been_said_with_the_source():
    app = unfolded(page(GGVVH))
    table = app.main.get("table")[0].value.to_dict("list")

    assert table["Etta"] == table["Har sagt sig föredra"]
    assert set(table["Jämförelse"]) == {"stämmer"}
    assert all("4\\.1" in source for source in table["Källa"])
    assert "är inget bevis i sig" in words(app)


def test_how_they_are_counted_is_chosen_told_and_part_of_the_link():
    app = choose(page(GGVVH), "voices", "population")

    assert errors(app) == []
    assert address(app)["roster"] == "invanare"
    assert "när kommunerna väger efter sina invånare" in words(app)
    assert [tab["id"] for tab in live(app)["tabs"]] == ["weights", "scores"]


def test_given_voices_are_sliders_and_one_with_all_the_voices_decides():
    app = choose(page(GGVVH), "voices", "given")
    others = {f"voices.{code}": 0.0 for code in ("0617", "0683", "0665", "1315")}
    slide(app, others)

    assert live(app)["answer"][0].startswith("1 Teknik blir etta med de givna rösterna")
    assert sliders(app)["voices.0662"]["said"].replace("\u00a0", " ") == "100 %"

    slide(app, {"voices.0662": 0.0})
    assert errors(app) == []
    assert live(app)["answer"] == ["Ingen har någon röst. Dra upp minst en under Röster."]
    slide(app, {"voices.1315": 2.0})
    assert live(app)["answer"][0].startswith("1 Tjänst blir etta")


def test_roles_have_no_inhabitants_to_be_weighed_by():
    app = page(MEDIACENTER | {"roster": "invanare"})

    assert errors(app) == []
    assert "inga invånare att väga efter" in live(app)["answer"][0]
    assert live(app)["pictures"] == []
    assert live(app)["tabs"]


def test_the_first_own_weight_makes_all_of_them_own_and_the_joint_ones_come_back():
    app = page(MEDIACENTER)
    assert "De gemensamma vikterna gäller för Förbundets ordförande" in words_of_tab(app)

    slide(app, {STABLE: 80.0})
    chosen = address(app)["andrat"]
    assert chosen.count("assessor_weights.ordforande.") == 6
    assert "Förbundets ordförande har egna vikter" in words_of_tab(app)
    # 80 of 330 is 24 %, and the others 50 of 330.
    said = {one["label"]: one["said"].replace("\u00a0", " ") for one in sliders(app).values()}
    assert (said["Stabilitet"], said["Relevans"]) == ("24 %", "15 %")

    slide(app, {STABLE: 50.0})
    assert "andrat" not in address(app)
    assert "De gemensamma vikterna gäller" in words_of_tab(app)


def words_of_tab(app, place=0):
    return live(app)["tabs"][place]["groups"][0]["help"]


def test_all_own_weights_are_reset_at_once():
    app = slide(page(MEDIACENTER), {STABLE: 80.0})
    slide(app, {}, act={"kind": "reset", "prefix": "assessor_weights.ordforande."})

    assert "andrat" not in address(app)


def test_weights_of_a_link_that_are_not_all_there_are_not_used_and_that_is_told():
    app = page(MEDIACENTER | {"andrat": f"{STABLE}~90.0"})

    assert "egna vikter för bara en del av kriterierna" in words(app)
    assert sliders(app)[STABLE]["value"] == 50.0
    assert sliders(app)[STABLE]["changed"]


def test_a_score_of_ones_own_has_the_joint_one_as_its_mark_and_goes_back_to_it():
    key = "assessor_scores.ordforande.per-elev.foljsamhet"
    app = page(MEDIACENTER)
    joint = sliders(app)[key]
    assert (joint["value"], joint["stated"], joint["note"]) == (2.0, 2.0, "Som gemensamt")

    slide(app, {key: 1.0})
    own = sliders(app)[key]
    assert (own["value"], own["stated"], own["note"]) == (1.0, 2.0, "Gemensamt: 2")
    assert "som gemensamt → 1 poäng" in words(app)

    slide(app, {key: 2.0})
    assert "andrat" not in address(app)


def test_a_score_that_the_file_has_of_ones_own_keeps_the_files_mark():
    own = sliders(page(MEDIACENTER))["assessor_scores.ordforande.fast-anslag.foljsamhet"]

    assert (own["value"], own["stated"], own["note"]) == (4.0, 4.0, "Gemensamt: 3")


def test_a_computed_criterion_has_no_scores_of_ones_own_and_comes_last():
    *_, last = live(page(GGVVH))["tabs"][1]["groups"]

    assert (last["id"], last["help"]) == ("potential", "Poängen räknas fram och är lika för alla.")
    assert "sliders" not in last


def test_another_assessor_is_chosen_on_the_page():
    app = choose(page(GGVVH), "assessor:ggvvh-it", "1315")

    assert errors(app) == []
    assert live(app)["tabs"][0]["groups"][0]["title"] == "Hur väger Hylte?"
    assert "municipal_weights.1315.potential" in sliders(app)


def test_a_municipalitys_weights_are_the_same_here_and_on_its_own_page():
    app = page(GGVVH)
    slide(app, {"municipal_weights.0662.genomforande": 20.0})
    here = sliders(app)["municipal_weights.0662.genomforande"]

    there = sliders(go(app, "kommuner"))["municipal_weights.0662.genomforande"]
    assert (here["value"], here["said"]) == (there["value"], there["said"])
    assert "Samma vikter används på sidan Bedömare" in words(app)
    slide(app, {"municipal_weights.0662.genomforande": 30.0})
    assert sliders(go(app, "bedomare"))["municipal_weights.0662.genomforande"]["value"] == 30.0


def test_one_who_gives_nothing_weight_is_told_and_the_others_are_counted():
    weights = [key for key in sliders(page(GGVVH)) if key.startswith("municipal_weights.")]
    app = slide(page(GGVVH), dict.fromkeys(weights, 0.0))

    assert errors(app) == []
    assert "Gislaved räknas inte, eftersom alla vikter är noll." in words(app)
    assert "3\u00a0av\u00a04 har det som etta" in live(app)["answer"][0]
    assert errors(unfolded(app)) == []


def test_with_all_joint_weights_at_zero_the_way_out_is_told():
    zero = ";".join(f"weights.{one.id}~0.0" for one in scenario("ggvvh-it").criteria)
    app = page(GGVVH | {"andrat": zero})

    assert errors(app) == []
    assert "Alla gemensamma vikter är noll" in words(app)


def scenario(name):
    return cache.scenarios()[0][name].scenario


@pytest.mark.parametrize("name", ["oland-it", "sydnarke-it"])
def test_without_assessors_the_page_shows_how_to_add_one_and_that_works(name, tmp_path):
    app = page({"utredning": name})
    (example,) = (one.proto.body for one in app.get("html") if "<pre>" in one.proto.body)
    added = example.removeprefix("<pre>").removesuffix("</pre>").replace("&quot;", '"')
    path = tmp_path / f"{name}.yaml"
    path.write_text(Path(FOLDER / f"{name}.yaml").read_text("utf-8") + "\n" + added, "utf-8")

    found, problems = read_scenario(path, cache.names())

    assert errors(app) == []
    assert "Utredningens fil har inga bedömare" in words(app)
    assert not problems
    assert [one.name for one in found.assessors] == ["IT-cheferna"]


def test_the_wall_shows_the_answer_and_the_picture_alone():
    app = page(GGVVH | {"vagg": "1"})

    assert errors(app) == []
    assert live(app)["wall"]
    assert not app.title
    assert not app.main.get("expander")


QUESTION = {
    "panel": "assessor",
    "subject": "ordforande",
    "tab": "weights",
    "preset": "",
    "state": "utredning=mediacenter",
    "values": {STABLE: 80.0},
}


def test_the_answer_past_the_page_is_what_the_page_says():
    found = answer(QUESTION)
    shown = live(slide(page(MEDIACENTER), {STABLE: 80.0}))

    assert [tab["id"] for tab in found["tabs"]] == ["weights"]
    assert found["tabs"][0] == shown["tabs"][0]
    assert (found["answer"], found["pictures"]) == (shown["answer"], shown["pictures"])


def test_a_question_about_nobody_is_turned_away():
    assert answer(QUESTION | {"subject": "finns-inte"}) is None


STAMPS = count()


def loaded(scenario: Scenario) -> Loaded:
    """Return a scenario as if read, with the figures that reading adds."""
    names = [one.id for one in scenario.assessors]
    keys = [(f"voices.{name}", "weight", 1.0) for name in names]
    for criterion in scenario.criteria:
        keys += [(f"assessor_weights.{name}.{criterion.id}", "weight", None) for name in names]
        keys += [
            (f"assessor_scores.{name}.{one.id}.{criterion.id}", "score", None)
            for name in names
            for one in scenario.alternatives
        ]
    usual = [Figure(key, value, unit, ASSUMED) for key, unit, value in keys]
    known = {one.key: one for one in usual} | dict(scenario.figures.items())
    whole = replace(scenario, figures=Figures(known.values()))
    return Loaded(Path("prov.yaml"), (next(STAMPS), 0), whole)


@settings(max_examples=40, deadline=None)
@given(scenario=groups(least=1), voices=st.sampled_from(VOICES))
def test_any_group_has_a_panel_that_the_browser_can_read(scenario, voices):
    view = View(loaded(scenario), Choices(voices=voices), scenario.assessors[0].id)

    shown = as_data(panel.compose(view))

    assert shown["answer"]
    assert len(shown["tabs"]) == (3 if voices == "given" else 2)
    json.dumps(shown, allow_nan=False)
