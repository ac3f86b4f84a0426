"""The pages: each opens with each investigation, and what one moves is what one reads."""

import pytest

from loading.scenario_file import shipped
from report.names import listed_figures
from tests.app.opening import (
    PAGES,
    SCENARIOS,
    address,
    errors,
    go,
    of_kind,
    opened,
    sidebar,
    slide,
    sliders,
    words,
)
from ui import cache

EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page or "oversikt")
EVERY_SCENARIO = pytest.mark.parametrize("scenario", SCENARIOS)
TITLES = dict(
    zip(
        PAGES,
        (
            *("Översikt", "Alternativ", "Robusthet", "Bedömare"),
            *("Avgifter", "Kommuner", "Jämför", "Underlag"),
        ),
        strict=True,
    )
)


def answer(app):
    """Return the sentence at the top of a page."""
    return next(
        line for line in words(app).splitlines() if " leder med " in line or "ligger lika" in line
    )


def unfolded(app):
    """Unfold the choice of years and members on Avgifter."""
    app.session_state["what"] = True
    return app.run()


@EVERY_PAGE
@EVERY_SCENARIO
def test_every_page_opens_with_every_investigation(scenario, page):
    app = opened(page, {"utredning": scenario})

    assert errors(app) == []
    assert app.title[0].value == TITLES[page]
    assert cache.scenarios()[0][scenario].scenario.title.split()[0] in words(app)


def test_a_visitor_without_a_link_meets_an_investigation_that_weighs_alternatives():
    app = opened()

    assert " leder" in words(app)
    assert address(app)["utredning"] == app.selectbox(key="choice:scenario").value


@EVERY_SCENARIO
def test_a_weight_moved_changes_the_sentence_at_the_top(scenario):
    app = opened("alternativ", {"utredning": scenario})
    before = answer(app)
    weights = [key for key in sliders(app) if key.startswith("weights.")]
    slide(app, dict.fromkeys(weights[1:], 0.0))

    assert errors(app) == []
    assert answer(app) != before


def test_the_leader_changes_when_the_weight_passes_the_limit_that_the_page_states():
    app = opened("alternativ", {"utredning": "ggvvh-it"})
    assert "2 IT-avdelning går om 1 Tjänst om vikten för Potential ökar från 14 %" in words(app)
    assert "till mer än 19 %" in words(app)

    slide(app, {"weights.potential": 68.0})  # 68 of 368 is 18 %
    assert "1 Tjänst" in answer(app)

    slide(app, {"weights.potential": 74.0})  # 74 of 374 is 20 %
    assert "2 IT-avdelning" in answer(app)


def test_a_score_moved_changes_the_sentence_at_the_top():
    app = opened("alternativ", {"utredning": "ggvvh-it"})
    before = answer(app)
    slide(app, {"scores.1-teknik.genomforande": 4.0})

    assert answer(app) != before
    assert "1 Teknik" in answer(app)


def test_all_weights_at_zero_give_a_sentence_and_the_sliders_to_mend_it():
    app = opened("alternativ", {"utredning": "ggvvh-it"})
    weights = [key for key in sliders(app) if key.startswith("weights.")]
    slide(app, dict.fromkeys(weights, 0.0))

    assert errors(app) == []
    assert "Alla vikter är noll" in words(app)
    slide(app, {weights[0]: 10.0})
    assert " leder" in words(app)


@EVERY_SCENARIO
def test_a_fee_lever_moved_changes_what_the_page_and_the_overview_say(scenario):
    app = opened("", {"utredning": scenario})
    overview = words(app)
    fees = words(go(app, "avgifter"), labels=False)
    lever = next(one for key, one in sliders(app).items() if key.startswith("fee_models."))
    slide(app, {lever["key"]: lever["high"]})

    assert errors(app) == []
    told = [line for line in words(app, labels=False).splitlines() if "→" not in line]
    assert set(told) - set(fees.splitlines())
    assert words(go(app, "")) != overview


def test_the_years_and_the_models_are_chosen_on_the_page():
    app = unfolded(opened("avgifter", {"utredning": "mediacenter"}))
    app.slider(key="years:mediacenter").set_value((2024, 2028)).run()
    app.pills(key="models:mediacenter").set_value(["per-invanare", "anslag-2023"]).run()

    assert errors(app) == []
    assert "2028" in words(app)
    assert "2035" not in words(app)
    assert address(app)["ar"] == "2024-2028"
    assert address(app)["modeller"] == "anslag-2023;per-invanare"


@pytest.mark.parametrize("models", [[], ["all"]])
def test_no_model_or_more_than_four_are_refused_with_a_sentence(models):
    app = opened("avgifter", {"utredning": "mediacenter"})
    pills = app.pills(key="models:mediacenter")
    every = [model.id for model in cache.scenarios()[0]["mediacenter"].scenario.fee_models]
    before = pills.value
    pills.set_value(every if models else []).run()

    assert app.pills(key="models:mediacenter").value == before
    assert ("Högst 4 modeller" if models else "Minst en modell") in words(app)


@EVERY_SCENARIO
def test_another_municipality_shows_its_own_figures(scenario):
    app = opened("kommuner", {"utredning": scenario})
    before = [one.value for one in app.metric]
    codes = cache.scenarios()[0][scenario].scenario.municipalities
    key = f"choice:municipality:{scenario}"
    (chooser,) = of_kind(app, "button_group", key) or of_kind(app, "selectbox", key)
    other = next(code for code in codes if code != chooser.value)
    chooser.set_value(other).run()

    assert errors(app) == []
    assert [one.value for one in app.metric] != before
    assert address(app)["kommun"] == other


def test_a_municipalitys_own_weight_changes_its_own_leader_and_not_the_joint_one():
    app = opened("", {"utredning": "ggvvh-it"})
    joint = answer(app)
    go(app, "kommuner")
    before = words(app, labels=False)
    own = list(sliders(app))
    assert all(key.startswith("municipal_weights.") for key in own)
    slide(app, dict.fromkeys(own[:-1], 0.0))

    lines = set(words(app, labels=False).splitlines()) - set(before.splitlines())
    assert any(line.startswith("Med antagna vikter") for line in lines)
    assert answer(go(app, "")) == joint


@EVERY_SCENARIO
def test_every_part_of_the_evidence_opens_and_says_its_own(scenario):
    app = opened("underlag", {"utredning": scenario})
    said = {words(app)}
    for part in ("doubts", "documents", "data", "sources", "figures"):
        app.segmented_control(key=f"choice:evidence:{scenario}").set_value(part).run()
        assert errors(app) == []
        said.add(words(app))

    assert len(said) == 5


def test_every_group_and_origin_of_figures_opens_and_adds_up_to_all_figures():
    app = opened("underlag", {"utredning": "mediacenter"})
    rows = 0
    for group in app.selectbox(key="choice:group:mediacenter").options:
        app.selectbox(key="choice:group:mediacenter").select(group).run()
        assert errors(app) == []
        rows += len(app.table[0].value)

    assert rows == len(listed_figures(cache.scenarios()[0]["mediacenter"].scenario))


def test_a_changed_figure_is_shown_with_both_values_and_counted():
    query = {"utredning": "ggvvh-it", "andrat": "weights.potential~74.0"}
    app = opened("alternativ", query)

    assert "50 → 74" in words(app)
    assert "1 sak skiljer" in sidebar(app)
    assert "En uppgift är ändrad." in words(go(app, "underlag"))


def test_choices_survive_a_change_of_page_and_of_investigation():
    app = opened("alternativ", {"utredning": "ggvvh-it"})
    slide(app, {"weights.potential": 74.0})
    before = words(app)
    for page in PAGES:
        go(app, page)
        assert address(app)["andrat"] == "weights.potential~74.0"
    app.selectbox(key="choice:scenario").set_value("mediacenter").run()
    assert address(app) == {"utredning": "mediacenter"}
    app.selectbox(key="choice:scenario").set_value("ggvvh-it").run()

    assert address(app)["andrat"] == "weights.potential~74.0"
    assert words(go(app, "alternativ")) == before


def test_the_address_reopens_the_same_words_on_every_page():
    app = opened("alternativ", {"utredning": "mediacenter"})
    slide(app, {"weights.foljsamhet": 98.0})
    unfolded(go(app, "avgifter"))
    app.slider(key="years:mediacenter").set_value((2024, 2031)).run()
    app.toggle(key="same-start:mediacenter").set_value(True).run()
    go(app, "kommuner")
    app.selectbox(key="choice:municipality:mediacenter").set_value("0680").run()
    link = dict(address(app))

    assert set(link) == {"utredning", "andrat", "ar", "lika_start", "kommun"}
    for page in PAGES:
        again = opened(page, link)
        assert words(again) == words(go(app, page))
        assert address(again) == address(app)


def test_reset_takes_everything_back_to_the_file():
    app = opened("alternativ", {"utredning": "ggvvh-it"})
    before = words(app)
    slide(app, {"weights.potential": 74.0})
    unfolded(go(app, "avgifter"))
    app.slider(key="years:ggvvh-it").set_value((2027, 2030)).run()
    next(button for button in app.sidebar.button if button.label == "Återställ allt").click().run()

    assert address(app) == {"utredning": "ggvvh-it"}
    assert words(go(app, "alternativ")) == before


def test_every_shipped_file_is_offered():
    assert len(opened().selectbox(key="choice:scenario").options) == len(shipped())


def test_the_meaning_of_scores_and_the_alternatives_in_words_unfold():
    app = opened("alternativ", {"utredning": "sydnarke-it"})
    folded = words(app)
    for part in ("scores", "words"):
        app.session_state[f"folded:page.alternatives.{part}"] = True
    app.run()

    assert errors(app) == []
    assert "Fördelar" in words(app)
    assert len(words(app)) > len(folded) + 500


@pytest.mark.parametrize("page", ["kommuner", "jamfor", "underlag"])
def test_a_page_that_cannot_be_put_on_the_wall_keeps_its_title_there(page):
    app = opened(page, {"utredning": "ggvvh-it", "vagg": "1"})

    assert app.title[0].value == TITLES[page]
