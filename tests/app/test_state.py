"""The state of a tab: sliders, steps, ready-made weightings and variants, as the pages use it."""

import tracemalloc
from time import process_time

import pytest

from model.choices import Choices
from tests.app.tabs import POTENTIAL, RISK, at, tab
from ui import cache, presets, state
from ui.variants import FILE, FULL, MOST_VARIANTS, Variant


def in_force():
    scenario, choices = state.loaded().scenario, state.choices()
    sets = presets.offered(scenario, choices)
    return presets.in_force(scenario, choices, sets, state.last_preset())


@pytest.fixture
def session():
    with tab() as new:
        yield new


def test_undo_redo_and_a_slider_lead_to_the_same_choices(session):
    state.set_value(RISK, 80)
    state.set_value(POTENTIAL, 20)

    state.undo()
    assert state.choices() == at(80)
    assert (state.can_undo(), state.can_redo()) == (True, True)

    state.redo()
    assert state.choices().changed() == {RISK: 80.0, POTENTIAL: 20.0}
    assert (state.can_undo(), state.can_redo()) == (True, False)


def test_with_nothing_to_undo_or_redo_nothing_happens(session):
    state.undo()
    state.redo()

    assert state.choices() == Choices()
    assert (state.can_undo(), state.can_redo(), state.history()) == (False, False, ())


def test_each_scenario_has_a_history_of_its_own(session):
    state.set_value(RISK, 80)

    state.choose_scenario("oland-it")

    assert not state.can_undo()
    state.choose_scenario("ggvvh-it")
    assert state.can_undo()


def test_going_back_to_before_a_step_can_itself_be_undone(session):
    for number in (60, 70, 80):
        state.set_value(RISK, number)

    state.step_back_to(1)

    assert state.choices() == at(60)
    assert state.history()[-1].cause == "back:2"
    state.undo()
    assert state.choices() == at(80)


@pytest.mark.parametrize("index", [-1, 1])
def test_there_is_no_going_back_to_a_step_that_was_never_taken(session, index):
    state.set_value(RISK, 80)

    state.step_back_to(index)

    assert state.choices() == at(80)


def test_a_drag_is_one_step_from_where_the_hand_took_hold(session):
    for number in range(51, 81):
        state.move({RISK: number}, "hand-1")

    (step,) = state.history()
    assert (step.before, step.after, step.cause) == (Choices(), at(80), "value")


def test_several_sliders_can_move_at_once(session):
    state.move({RISK: 60, POTENTIAL: 70.0}, "hand-1")

    assert state.choices().values == ((POTENTIAL, 70.0), (RISK, 60.0))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("weights.finns-inte", 10),
        ("weights.totalkostnad", 10),
        (RISK, -1),
        (RISK, float("nan")),
        (RISK, float("inf")),
        (RISK, 10**400),
        (RISK, "80"),
        (RISK, None),
        (RISK, True),
        (RISK, [80]),
        ("scores.1-teknik.genomforande", 5),
        (None, 5),
    ],
)
def test_a_move_to_what_the_scenario_has_no_room_for_is_ignored(session, key, value):
    state.move({key: value, POTENTIAL: 70}, "hand-1")

    assert state.choices().changed() == {POTENTIAL: 70.0}


def test_a_move_back_to_the_files_number_is_no_change_from_it(session):
    state.set_value(RISK, 80)

    state.move({RISK: 50}, "hand-1")

    assert state.choices() == Choices()


def test_two_thousand_moves_cost_little_time_and_no_memory(session):
    for key in list(cache.scenarios()[0]["ggvvh-it"].scenario.figures)[:60]:
        state.move({key: 1.0}, key)
    tracemalloc.start()
    state.move({RISK: 1}, "hand-0")
    before, started = tracemalloc.get_traced_memory()[0], process_time()
    for number in range(2_000):
        state.move({RISK: number % 90 + 1}, f"hand-{number // 50}")
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()

    assert after - before < 1_000_000
    assert process_time() - started < 4  # tracing makes it some five times slower
    assert len(state.history()) <= 100


def test_reset_is_a_step_and_leaves_what_is_outside_the_prefix(session):
    state.set_value(RISK, 80)
    state.set_value("capture.joint", 0.5)

    state.reset("weights.")

    assert state.choices().changed() == {"capture.joint": 0.5}
    state.undo()
    assert state.choices().changed() == {"capture.joint": 0.5, RISK: 80.0}


# --- Ready-made weightings


def test_presets_are_equal_weights_those_of_the_file_and_the_municipalities_own(session):
    words = [one.words for one in presets.offered(state.loaded().scenario, state.choices())]

    assert words == [
        "Lika vikter",
        "Kostnad först",
        "Gislaved (antagna vikter)",
        "Gnosjö (antagna vikter)",
        "Värnamo (antagna vikter)",
        "Vaggeryd (antagna vikter)",
        "Hylte (antagna vikter)",
    ]


def test_a_preset_sets_every_weight_and_leaves_all_else(session):
    state.set_value("capture.joint", 0.5)

    state.apply_preset("kostnad-forst")

    changed = state.choices().changed()
    assert changed.pop("capture.joint") == 0.5
    assert changed.pop("weights.genomforande") == changed.pop("weights.skalfordelar") == 100
    assert set(changed.values()) == {25.0}
    assert len(changed) == 5
    assert in_force() == "kostnad-forst"
    assert state.history()[-1].cause == "preset:kostnad-forst"


def test_a_preset_that_is_the_files_own_weighting_is_no_change_from_it(session):
    state.set_value(RISK, 80)

    state.apply_preset("lika-vikter")

    assert state.choices() == Choices()


def test_a_municipalitys_own_weights_come_as_the_user_has_changed_them(session):
    state.set_value("municipal_weights.0617.potential", 90)

    state.apply_preset("kommun-0617")

    assert state.choices().changed()[POTENTIAL] == 90.0


def test_equal_weights_do_not_follow_the_weights_that_the_user_has_moved(session):
    state.set_value(RISK, 100)

    (equal, *_) = presets.offered(state.loaded().scenario, state.choices())

    assert set(equal.weights.values()) == {50.0}


def test_no_preset_is_in_force_once_a_weight_is_moved_away_from_it(session):
    state.apply_preset("kommun-0662")
    assert in_force() == "kommun-0662"

    state.set_value(RISK, 1)

    assert in_force() is None


def test_of_two_presets_that_say_the_same_the_one_applied_is_in_force(session):
    scenario = state.loaded().scenario
    for criterion in scenario.criteria:
        state.set_value(f"municipal_weights.0617.{criterion.id}", 10)

    assert in_force() == "lika-vikter"
    state.apply_preset("kommun-0617")
    assert in_force() == "kommun-0617"


def test_an_unknown_preset_changes_nothing(session):
    state.apply_preset("finns-inte")

    assert state.history() == ()


# --- Variants


def test_a_variant_opens_as_it_was_kept_and_opening_it_can_be_undone(session):
    state.set_value(RISK, 80)
    assert state.keep_variant(" Risken  först ") == ""
    state.reset_all()

    state.open_variant(0)

    assert state.choices() == at(80)
    assert state.variants() == (Variant("Risken först", at(80)),)
    state.undo()
    assert state.choices() == Choices()


def test_six_variants_are_kept_and_no_more(session):
    refusals = [state.keep_variant(f"Nummer {number}") for number in range(7)]

    assert refusals == [""] * MOST_VARIANTS + [FULL]
    assert len(state.variants()) == 6


def test_a_variant_that_is_not_there_changes_nothing(session):
    state.keep_variant("Ett")

    for index in (-1, 1):
        state.open_variant(index)
        state.remove_variant(index)
        assert state.rename_variant(index, "Två") == ""
        state.set_base(index)

    assert [variant.name for variant in state.variants()] == ["Ett"]
    assert state.base() == FILE
    assert state.history() == ()


def test_variants_and_their_base_belong_to_their_scenario(session):
    state.keep_variant("Ett")
    state.set_base(0)

    state.choose_scenario("oland-it")

    assert (state.variants(), state.base()) == ((), FILE)
    state.choose_scenario("ggvvh-it")
    assert state.base() == 0
