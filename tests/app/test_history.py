"""Steps back and forth, and the names of variants, without a session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.choices import Choices
from ui.history import MOST_STEPS, History
from ui.variants import (
    EMPTY,
    FILE,
    LONG,
    TAKEN,
    Variant,
    Variants,
    clean,
)

RISK = "weights.risk-redundans"


def at(number):
    """Return the choices where one weight has a number."""
    return Choices(((RISK, float(number)),))


# --- The history by itself


@given(
    st.lists(
        st.tuples(st.sampled_from(["add", "undo", "redo"]), st.integers(0, 4), st.integers(0, 2))
    )
)
def test_undoing_everything_leads_back_to_the_start_and_redoing_everything_to_the_end(moves):
    history, now = History(), Choices()
    for move, number, gesture in moves:
        if move == "add":
            history.add(now, at(number), "value", "" if gesture == 0 else f"hand-{gesture}")
            now = at(number)
        else:
            now = (history.undo() if move == "undo" else history.redo()) or now
    while (after := history.redo()) is not None:
        now = after
    end = now

    while (before := history.undo()) is not None:
        now = before
    assert now == Choices()

    while (after := history.redo()) is not None:
        now = after
    assert now == end


@given(st.lists(st.integers(0, 3), max_size=20))
def test_each_step_begins_where_the_one_before_it_ended(numbers):
    history, now = History(), Choices()
    for number in numbers:
        history.add(now, at(number), "value")
        now = at(number)

    ends = [Choices(), *(step.after for step in history.past)]
    assert [step.before for step in history.past] == ends[:-1]
    assert all(step.before != step.after for step in history.past)


def test_a_hundred_steps_are_kept_and_the_oldest_falls_off():
    history = History()
    for number in range(MOST_STEPS + 1):
        history.add(at(number), at(number + 1), "value")

    assert len(history.past) == 100
    assert history.past[0].before == at(1)


def test_the_moves_of_one_gesture_are_one_step():
    history = History()
    for number in (50, 51, 55, 60):
        history.add(at(number), at(number + 1), "value", "hand-1")

    (step,) = history.past
    assert (step.before, step.after) == (at(50), at(61))


def test_the_next_gesture_is_the_next_step():
    history = History()
    history.add(at(1), at(2), "value", "hand-1")
    history.add(at(2), at(3), "value", "hand-2")
    history.add(at(3), at(4), "value")
    history.add(at(4), at(5), "value")

    assert len(history.past) == 4


def test_a_gesture_that_ends_where_it_began_leaves_no_step():
    history = History()
    history.add(at(1), at(2), "value", "hand-1")
    history.add(at(2), at(1), "value", "hand-1")

    assert history.past == []


def test_what_changes_nothing_is_no_step_and_what_was_undone_can_still_be_redone():
    history = History()
    history.add(at(1), at(2), "value")
    history.undo()

    history.add(at(1), at(1), "reset")

    assert history.past == []
    assert history.redo() == at(2)


def test_a_new_step_takes_the_place_of_what_was_undone():
    history = History()
    history.add(at(1), at(2), "value")
    history.undo()

    history.add(at(1), at(3), "value")

    assert history.redo() is None
    assert history.undo() == at(1)


# --- The names of variants


@given(st.text())
def test_a_name_once_cleaned_is_clean(name):
    assert clean(clean(name)) == clean(name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Dyrare drift ", "Dyrare drift"),
        ("Två\nrader\toch\x00 mer", "Två rader och mer"),
        ("Dolt\u200b\u202e tecken", "Dolt tecken"),
        ("Ha\u030ard linje", "Hård linje"),
        ("<b>& 50 % ”så”</b>", "<b>& 50 % ”så”</b>"),
    ],
)
def test_a_name_is_kept_as_typed_but_for_what_is_not_seen(typed, kept):
    assert clean(typed) == kept


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("", EMPTY), (" \n", EMPTY), ("x" * 61, LONG), ("ETT", TAKEN), ("x" * 60, ""), ("Två", "")],
)
def test_a_name_has_to_be_there_and_short_and_its_own(name, refusal):
    variants = Variants((Variant("Ett", Choices()),))

    assert variants.kept(name, at(1))[1] == refusal


def test_a_variant_may_keep_its_own_name_when_it_is_renamed():
    variants = Variants((Variant("Ett", Choices()), Variant("Två", at(2))))

    assert variants.renamed(0, "ett")[0].items[0].name == "ett"
    assert variants.renamed(0, "Två") == (variants, TAKEN)


@pytest.mark.parametrize(
    ("removed", "base"), [(0, 0), (1, FILE), (2, 1), (9, 1)], ids=["before", "it", "after", "none"]
)
def test_the_base_stays_the_same_variant_when_another_is_removed(removed, base):
    three = Variants(tuple(Variant(name, Choices()) for name in "abc"), base=1)

    assert three.without(removed).base == base
