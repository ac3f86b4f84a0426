"""From score to value 0–100 on the criterion's own scale."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision.value_functions import value_function, values_of
from tests.model.decision.building import criterion


def test_on_a_scale_from_1_to_4_each_step_is_worth_a_third():
    values = value_function(criterion("a"))(np.array([1.0, 2.0, 3.0, 4.0]))

    assert values == pytest.approx([0, 100 / 3, 200 / 3, 100])


def test_where_low_is_better_the_lowest_score_is_worth_100():
    falling = criterion("cost", scale=(0.0, 200.0), higher_is_better=False)

    assert value_function(falling)(np.array([0.0, 50.0, 200.0])).tolist() == [100, 75, 0]


def test_a_broken_line_goes_straight_between_its_points():
    # 1 -> 0, 2 -> 60, 4 -> 100. Score 1.5: half way to 60. Score 3: half way from 60 to 100.
    broken = criterion("a", value_points=((1.0, 0.0), (2.0, 60.0), (4.0, 100.0)))

    assert value_function(broken)(np.array([1.0, 1.5, 2.0, 3.0, 4.0])).tolist() == [
        0,
        30,
        60,
        80,
        100,
    ]


def test_points_say_themselves_which_end_is_wanted_and_may_come_in_any_order():
    best_in_the_middle = criterion(
        "a", value_points=((4.0, 20.0), (1.0, 0.0), (3.0, 100.0)), higher_is_better=False
    )

    assert value_function(best_in_the_middle)(np.array([1.0, 2.0, 3.0, 4.0])).tolist() == [
        0,
        50,
        100,
        20,
    ]


def test_a_score_beyond_the_scale_has_the_value_of_its_nearest_end():
    assert value_function(criterion("a"))(np.array([0.0, 9.0])).tolist() == [0, 100]


def test_a_missing_score_has_no_value():
    assert np.isnan(value_function(criterion("a"))(np.array([np.nan]))).all()


def test_each_column_follows_its_own_criterion():
    functions = [
        value_function(criterion("a")),
        value_function(criterion("b", scale=(0.0, 10.0), higher_is_better=False)),
    ]

    values = values_of(np.array([[4.0, 10.0], [1.0, 5.0]]), functions)

    assert values.tolist() == [[100, 0], [0, 50]]


@given(
    scores=st.lists(st.floats(1, 4), min_size=1, max_size=8),
    added=st.floats(1, 4),
)
def test_another_alternative_never_changes_the_value_of_the_others(scores, added):
    function = value_function(criterion("a"))

    alone = function(np.array(scores))
    together = function(np.array([*scores, added]))

    assert (together[:-1] == alone).all()
    assert ((alone >= 0) & (alone <= 100)).all()
