"""A state opened anew: by a link in another tab, and from a file that has changed meanwhile."""

from dataclasses import replace
from unittest.mock import patch

import pytest
from streamlit.testing.v1 import AppTest

from model.choices import Choices
from tests.app.tabs import POTENTIAL, RISK, at, tab
from ui import cache, state
from ui.variants import Variant


@pytest.fixture
def session():
    with tab() as new:
        yield new


def page():
    """Open the state that the address asks for; nothing is shown."""
    from ui import state

    state.start()


def opened(**query):
    """Return the session and the link of a new tab."""
    app = AppTest.from_function(page, default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app.session_state["vagval"]


def test_a_tab_opened_by_a_link_is_in_the_same_state_with_an_empty_history():
    with tab():
        state.set_value(RISK, 80)
        state.keep_variant("Ett")
        state.set_base(0)
        state.set_fees(years=(2026, 2030))
        state.choose_municipality("0617")
        state.set_wall(True)
        query = state.link_query()

    with tab(opened(**query)) as other:
        assert other.refused == other.outdated == ()
        assert state.link_query() == query
        assert state.choices() == Choices(((RISK, 80.0),), years=(2026, 2030))
        assert state.history() == ()
        assert (state.wall(), state.base()) == (True, 0)


def test_the_same_link_twice_is_two_tabs_that_do_not_disturb_one_another():
    one, other = opened(utredning="ggvvh-it"), opened(utredning="ggvvh-it")

    with tab(one):
        state.set_value(RISK, 80)

    assert other.choices["ggvvh-it"] == Choices()


@pytest.mark.parametrize(
    ("mark", "outdated"),
    [(slice(0, 6), ("scenario",)), (slice(7, 13), ("data",)), (slice(0, 0), ())],
)
def test_a_link_from_before_a_change_tells_which_file_until_something_is_chosen(mark, outdated):
    signs = list(cache.edition(cache.scenarios()[0]["ggvvh-it"]))
    signs[mark] = ["0" if sign != "0" else "1" for sign in signs[mark]]

    with tab(opened(utredning="ggvvh-it", utgava="".join(signs))) as later:
        assert later.outdated == outdated
        state.set_value(RISK, 80)
        assert later.outdated == ()


def test_what_stands_twice_in_an_address_is_told_and_the_first_is_used():
    new = opened(utredning="ggvvh-it", andrat=["weights.potential~10", "weights.potential~20"])

    assert new.choices["ggvvh-it"].changed() == {POTENTIAL: 10.0}
    assert new.refused == ("andrat",)


def test_an_unknown_scenario_is_told_in_few_words_and_the_first_is_shown():
    new = opened(utredning="x" * 10_000, andrat="weights.potential~10")

    assert new.scenario == "ggvvh-it"
    assert new.refused == ("x" * 80,)
    assert new.choices == {}


# --- A file that changes while it is looked at


def edited(**changes):
    """Let the file of the scenario in view say something else from now on."""
    found, problems = cache.scenarios()
    before = found["ggvvh-it"]
    after = replace(
        before, scenario=replace(before.scenario, **changes), fingerprint="000000", stamp=(0, 0)
    )
    return patch.object(cache, "scenarios", lambda: ({**found, "ggvvh-it": after}, problems))


def test_what_a_changed_file_has_no_room_for_is_left_out_and_told(session):
    kept = state.loaded().scenario.fee_models[:2]
    state.set_value(RISK, 80)
    state.set_fees(models=("fasta-andelar", kept[0].id))
    state.keep_variant("Ett")

    with edited(fee_models=kept):
        state.loaded()

        assert state.choices() == Choices(((RISK, 80.0),), models=(kept[0].id,))
        assert state.variants() == (Variant("Ett", state.choices()),)
        assert session.refused == ("fasta-andelar",) * 2
        assert session.outdated == ("scenario",)
        assert not state.can_undo()


def test_a_file_that_is_saved_again_as_it_was_changes_nothing(session):
    state.set_value(RISK, 80)
    found, problems = cache.scenarios()
    same = {"ggvvh-it": replace(found["ggvvh-it"], stamp=(0, 0))}

    with patch.object(cache, "scenarios", lambda: (same, problems)):
        state.loaded()

    assert (state.choices(), state.can_undo(), session.outdated) == (at(80), True, ())


def test_a_slider_of_a_figure_that_the_file_has_no_more_changes_nothing(session):
    state.set_value("weights.finns-inte", 80)

    assert state.history() == ()
