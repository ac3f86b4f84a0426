"""Weights and values set on the screen: in a tree, through values, step by step, within bounds."""

from unittest.mock import patch

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.opening import ROOT, address, errors, go, live, opened, slide, sliders, words
from tests.app.tabs import tab
from ui import cache, presets, state

GGVVH = {"utredning": "ggvvh-it"}
GUIDE = "folded:weighting.title"
IN_GROUPS = {
    "nytta": (40, ("potential", "skalfordelar")),
    "risk": (40, ("risk-redundans",)),
    "kompetens": (80, ("externt-beroende", "intern-kompetens", "extern-kompetens", "genomforande")),
}
"""Group -> its weight, and its criteria, which all weigh 50."""


@pytest.fixture
def tree(tmp_path):
    """Let the only investigation be one whose criteria stand in groups."""
    head, tail = (ROOT / "scenarios/ggvvh-it.yaml").read_text("utf-8").split("\ncriteria:\n", 1)
    groups = ""
    for group, (weight, inside) in IN_GROUPS.items():
        figure = f"{{value: {weight}, unit: weight, origin: {{kind: assumption, reason: Prov.}}}}"
        name = group.capitalize()
        groups += f"  - {{id: {group}, name: {name}, short: {name}, weight: {figure}}}\n"
        for name in inside:
            tail = tail.replace(f"  - id: {name}\n", f"  - id: {name}\n    group: {group}\n", 1)
    path = tmp_path / "ggvvh-it.yaml"
    path.write_text(f"{head}\ncriteria_groups:\n{groups}\ncriteria:\n{tail}", "utf-8")
    with patch.object(cache, "shipped", return_value=(path,)):
        yield cache.scenarios()[0]["ggvvh-it"]


def group_titles(app):
    (weights, *_) = live(app)["tabs"]
    return {one.get("title", ""): one for one in weights["groups"]}


# --- A tree of criteria


def test_in_a_tree_the_groups_come_first_and_then_the_criteria_of_each(tree):
    app = opened("alternativ", GGVVH)
    groups = group_titles(app)

    assert errors(app) == []
    # Risk is alone in its group: it weighs what the group does.
    assert list(groups) == ["Grupperna mot varandra", "Nytta", "Kompetens"]
    said = {key: one["said"].replace("\u00a0", " ") for key, one in sliders(app).items()}
    assert said["group_weights.kompetens"] == "50 %"  # 80 of 160
    assert said["weights.genomforande"] == "12 %"  # a quarter of it
    assert said["weights.potential"] == "12 %"  # half of 40 of 160


def test_in_a_tree_a_weight_moves_within_its_group_and_the_group_against_the_others(tree):
    app = opened("alternativ", GGVVH)
    slide(app, {"group_weights.nytta": 80.0, "weights.skalfordelar": 0.0})
    said = {key: one["said"].replace("\u00a0", " ") for key, one in sliders(app).items()}

    assert (said["group_weights.nytta"], said["weights.potential"]) == ("40 %", "40 %")
    assert (said["group_weights.risk"], said["weights.skalfordelar"]) == ("20 %", "0 %")


def test_each_group_is_reset_by_itself_and_the_files_weights_reset_all(tree):
    app = opened("alternativ", GGVVH)
    moved = {"weights.potential": 10.0, "weights.genomforande": 20.0, "group_weights.risk": 30.0}
    slide(app, moved)
    within = [one["key"] for one in group_titles(app)["Nytta"]["sliders"]]
    slide(app, {}, act={"kind": "reset", "keys": within})

    assert address(app)["andrat"] == "group_weights.risk~30.0;weights.genomforande~20.0"
    slide(app, {}, act={"kind": "preset", "id": "filens-vikter"})
    assert address(app) == GGVVH


def test_a_group_without_weight_in_it_is_told_and_can_be_given_some(tree):
    app = opened("alternativ", GGVVH | {"andrat": "weights.risk-redundans~0.0"})

    assert "Gruppen Risk räknas inte, eftersom alla vikter i den är noll." in words(app)
    slide(app, {"weights.risk-redundans": 10.0})
    assert "Gruppen Risk räknas inte" not in words(app)


def test_ready_made_weights_are_of_all_criteria_also_in_a_tree(tree):
    with tab():
        state.apply_preset("kostnad-forst")
        sets = presets.offered(tree.scenario, state.choices())
        shares = cache.decision(tree, cache.decision_values(state.choices())).shares
        wanted = next(one.weights for one in sets if one.id == "kostnad-forst")

        assert shares == pytest.approx(
            [weight / sum(wanted.values()) for weight in wanted.values()]
        )
        assert presets.in_force(tree.scenario, state.choices(), sets) == "kostnad-forst"
        state.set_value("group_weights.nytta", 1.0)
        assert presets.in_force(tree.scenario, state.choices(), sets) is None


def test_the_overview_offers_groups_too_and_no_weight_that_moves_nothing(tree):
    app = opened("", GGVVH)

    assert errors(app) == []
    assert list(sliders(app)) == [
        "weights.intern-kompetens",
        "group_weights.nytta",
        "group_weights.risk",
    ]


# --- What scores are worth


def test_the_value_of_a_score_can_be_moved_for_every_criterion_also_a_computed_one():
    app = opened("alternativ", GGVVH)
    (_, _, values) = live(app)["tabs"]

    assert values["words"] == "Värden"
    assert [len(group["sliders"]) for group in values["groups"]] == [4] * 7
    first = values["groups"][1]["sliders"][1]
    assert first["label"] == "2 – Stort beroende i viktiga delar"
    assert (first["said"], first["low"], first["high"]) == ("33", 0.0, 100.0)

    before = words(app).splitlines()[0]
    slide(app, {"values.potential.2": 90.0})
    assert words(app).splitlines()[0] != before
    slide(app, {}, act={"kind": "reset", "prefix": "values.potential."})
    assert words(app).splitlines()[0] == before
    assert address(app) == GGVVH


def test_a_better_score_that_is_worth_less_is_allowed_and_told():
    app = opened("alternativ", GGVVH)
    slide(app, {"values.genomforande.3": 20.0})

    assert errors(app) == []
    assert "På Genomförande är nu poäng 3 mindre värt än poäng 2 (20 mot 33)." in words(app)


# --- Step by step


def guided(query=GGVVH):
    app = opened("alternativ", query)
    app.session_state[GUIDE] = True
    return app.run()


def rank(app, places):
    for name, place in places.items():
        app.segmented_control(key=f"choice:rank:ggvvh-it:{name}").set_value(str(place)).run()
    return app


def column(app, title):
    (table,) = [one.value for one in app.table if "Kriterium" in one.value]
    return [cell.replace("\u00a0", " ").replace("\\", "") for cell in table[title]]


def shares(app):
    return [one["said"].replace("\u00a0", " ") for one in group_titles(app)[""]["sliders"]]


def test_the_questions_are_about_each_swing_and_start_from_todays_weights():
    app = guided(GGVVH | {"andrat": "weights.potential~100.0"})

    assert errors(app) == []
    places = [one for one in app.segmented_control if "rank:" in one.key]
    assert [one.value for one in places] == ["1"] + ["2"] * 6
    assert places[6].label == (
        "Genomförande: från ”Mycket hög kostnad och insats” till ”Låg kostnad och insats”"
    )
    assert app.slider(key="points:ggvvh-it:genomforande").value == 50
    assert column(app, "Nu") == column(app, "Era poäng")


def test_points_become_the_weights_and_can_be_undone():
    app = guided()
    for name in ("externt-beroende", "intern-kompetens", "extern-kompetens"):
        app.slider(key=f"points:ggvvh-it:{name}").set_value(0).run()
    app.slider(key="points:ggvvh-it:genomforande").set_value(50).run()
    wanted = column(app, "Era poäng")[:7]
    assert wanted == ["29 %", "0 %", "0 %", "0 %", "29 %", "29 %", "14 %"]  # 100 and 50 of 350

    app.button(key="use:points").click().run()
    assert errors(app) == []
    assert shares(app) == wanted == column(app, "Nu")[:7]
    assert app.button(key="use:points").disabled
    assert "Vikter: satta steg för steg" in app.sidebar.button[0].help

    app.sidebar.button[0].click().run()
    assert address(app) == GGVVH
    assert column(app, "Era poäng")[:7] == wanted


@pytest.mark.parametrize(
    ("rule", "first", "last"), [("sum", "25 %", "4 %"), ("centroid", "37 %", "2 %")]
)
def test_the_order_alone_gives_weights_by_either_rule(rule, first, last):
    # Rank sum 7 and 1 of 28; centroid (1 + 1/2 + … + 1/7)/7 = 0.370 and 1/49.
    names = [one.id for one in cache.scenarios()[0]["ggvvh-it"].scenario.criteria]
    app = rank(guided(), {name: place for place, name in enumerate(names, 1)})
    app.button(key=f"use:{rule}").click().run()

    assert errors(app) == []
    assert (shares(app)[0], shares(app)[-1]) == (first, last)
    link = dict(address(app))
    assert shares(opened("alternativ", link)) == shares(app)


def test_contradictions_differences_and_who_is_first_are_told():
    app = rank(guided(), {"potential": 1, "externt-beroende": 2, "genomforande": 3})
    app.slider(key="points:ggvvh-it:genomforande").set_value(90).run()
    app.slider(key="points:ggvvh-it:externt-beroende").set_value(30).run()

    said = words(app)
    assert "Ordningen säger att Externt beroende är viktigare än Genomförande, men" in said
    assert "skiljer mest på" in said
    assert "kommer först på alla sätt att väga" in said or "beror på sättet att väga" in said


def test_the_answers_stay_when_the_page_is_left_and_can_be_begun_anew():
    app = rank(guided(), {"genomforande": 5})
    app = go(go(app, "avgifter"), "alternativ")
    app.session_state[GUIDE] = True
    app.run()
    assert app.segmented_control(key="choice:rank:ggvvh-it:genomforande").value == "5"

    app.button(key="weighting:restart").click().run()
    assert app.segmented_control(key="choice:rank:ggvvh-it:genomforande").value == "1"


def test_with_all_weights_at_zero_the_questions_give_weights_again():
    zero = ";".join(
        f"weights.{one.id}~0.0" for one in cache.scenarios()[0]["ggvvh-it"].scenario.criteria
    )
    app = guided(GGVVH | {"andrat": zero})
    assert "Alla vikter är noll" in words(app)

    app.button(key="use:points").click().run()
    assert errors(app) == []
    assert " leder" in words(app)


def test_a_criterion_where_all_scores_are_worth_the_same_is_not_asked_about():
    flat = ";".join(f"values.potential.{n}~50.0" for n in range(1, 5))
    app = guided(GGVVH | {"andrat": flat})

    assert errors(app) == []
    assert "På Potential är alla poäng lika mycket värda." in words(app)
    assert len([one for one in app.segmented_control if "rank:" in one.key]) == 6


def test_in_a_tree_the_points_are_of_all_criteria(tree):
    app = rank(guided(), {one.id: 1 for one in tree.scenario.criteria})
    app.button(key="use:sum").click().run()  # all in the same place: all weigh the same

    assert errors(app) == []
    assert set(column(app, "Nu")[:7]) == {"14 %"}
    assert {one["said"] for one in group_titles(app)["Kompetens"]["sliders"]} == {"14\u00a0%"}


# --- Bounds


def bounds_page():
    from ui import state
    from ui.live.show import view
    from ui.robustness import bounds

    state.start()
    bounds.draw(view())


def bounds(query=GGVVH):
    app = AppTest.from_function(bounds_page, default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def changed(app):
    current = app.session_state["vagval"]
    return current.choices["ggvvh-it"].changed()


def test_the_least_and_the_most_share_of_a_criterion_are_chosen_and_reset():
    app = bounds()
    slider = app.slider(key="bounds:ggvvh-it:potential")
    assert slider.label.replace("\u00a0", " ") == "Potential, minst–högst (nu 14 %)"
    assert slider.value == (0.0, 100.0)

    slider.set_value((7.0, 30.0)).run()
    assert changed(app) == {"bounds.potential.low": 0.07, "bounds.potential.high": 0.3}
    app.button(key="bounds:reset").click().run()
    assert changed(app) == {}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"potential.low": 0.6, "genomforande.low": 0.5}, "nedre gränser blir 110"),
        ({"potential.low": 0.6, "potential.high": 0.5}, "minst 60,0 % och högst 50,0 %"),
    ],
)
def test_bounds_that_contradict_each_other_are_told_in_a_sentence(values, said):
    query = ";".join(f"bounds.{key}~{value}" for key, value in values.items())
    app = bounds(GGVVH | {"andrat": query})

    assert errors(app) == []
    (warning,) = app.warning
    assert said in warning.value.replace("\\", "").replace("\u00a0", " ")


def test_upper_bounds_below_the_whole_are_told_in_a_sentence():
    ids = [one.id for one in cache.scenarios()[0]["ggvvh-it"].scenario.criteria]
    app = bounds(GGVVH | {"andrat": ";".join(f"bounds.{name}.high~0.1" for name in ids)})

    (warning,) = app.warning
    assert "övre gränser blir 70" in warning.value.replace("\\", "")
