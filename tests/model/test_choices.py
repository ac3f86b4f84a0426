"""What a user has changed: differences from the file and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.choices import LARGEST, Choices, allowed_range
from tests.shipping import SCENARIOS


def test_a_changed_figure_is_kept():
    assert Choices().with_value("rate", 27.0, stated=26.0).changed() == {"rate": 27.0}


def test_a_figure_set_back_to_what_the_file_says_is_no_choice():
    changed = Choices().with_value("rate", 27.0, stated=26.0)

    assert changed.with_value("rate", 26.0, stated=26.0) == Choices()


def test_a_missing_figure_that_is_filled_in_is_a_choice():
    assert Choices().with_value("score", 3.0, stated=None).changed() == {"score": 3.0}


@given(st.permutations([("a", 1.0), ("b", 2.0), ("c", 3.0)]))
def test_the_order_of_the_changes_does_not_matter(changes):
    choices = Choices()
    for key, value in changes:
        choices = choices.with_value(key, value, stated=0.0)

    assert choices == Choices(values=(("a", 1.0), ("b", 2.0), ("c", 3.0)))
    assert hash(choices) == hash(Choices(values=(("a", 1.0), ("b", 2.0), ("c", 3.0))))


def test_changes_under_a_prefix_can_be_taken_back_and_the_rest_stays():
    choices = Choices(values=(("scores.a.b", 2.0), ("weights.b", 10.0)), models=("m",))

    assert choices.without("weights.") == Choices(values=(("scores.a.b", 2.0),), models=("m",))
    assert choices.without() == Choices(models=("m",))


def test_a_change_leaves_the_choices_it_was_made_from_as_they_were():
    before = Choices()
    before.with_value("rate", 27.0, stated=26.0)

    assert before == Choices()


@pytest.mark.parametrize(
    ("scenario", "key", "expected"),
    [
        ("mediacenter", "scores.per-invanare.stabilitet", (1, 4)),
        ("mediacenter", "fee_models.skatteandel-skane.share", (0, 1)),
        ("mediacenter", "fee_models.per-invanare.index.after", (-0.5, 1)),
        ("mediacenter", "fee_models.per-invanare.rate", (0, LARGEST)),
        ("ggvvh-it", "potentials.0662.A", (0, 100)),
    ],
)
def test_a_figure_may_be_given_what_its_unit_or_scale_can_be(scenario, key, expected):
    assert allowed_range(SCENARIOS[scenario], key) == expected


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda scenario: scenario.id)
def test_every_shipped_figure_and_its_range_lie_within_what_a_user_may_give(scenario):
    for key, figure in scenario.figures.items():
        if figure.value is None or key.startswith(("accounts.", "targets.")):
            continue
        low, high = allowed_range(scenario, key)
        for number in (figure.value, figure.low, figure.high):
            assert number is None or low <= number <= high, key


def test_a_weight_reaches_a_hundred_and_no_further_unless_the_file_does():
    scenario = SCENARIOS["ggvvh-it"]

    assert allowed_range(scenario, "weights.potential") == (0.0, 100.0)
    assert allowed_range(scenario, "municipal_weights.0662.genomforande") == (0.0, 115.0)
