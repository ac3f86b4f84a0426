"""What a scenario's figures become before anything is counted on them."""

from dataclasses import replace

import numpy as np
import pytest

from model.decision.decide import decide
from model.decision.problem import pose
from model.errors import MissingFigureError
from model.figures import Figure, Figures, Origin
from model.scenario import CriteriaGroup
from tests.model.decision.building import ASSUMED, criterion, scenario

SOURCED = Origin(kind="sourced", document="plan", section="1")


def with_figures(start, *figures):
    """Return the scenario with more figures, or others under the same keys."""
    return replace(start, figures=Figures([*start.figures.values(), *figures]))


def assumed(key, value, unit="share"):
    return Figure(key, value, unit, ASSUMED)


def tree(weights, groups):
    """Return a scenario of two groups: a and b in one, c in the other."""
    return with_figures(
        scenario(
            weights,
            {"x": [4, 1, 1], "y": [1, 4, 4]},
            criteria={
                "a": criterion("a", group="one"),
                "b": criterion("b", group="one"),
                "c": criterion("c", group="two"),
            },
            groups=(CriteriaGroup("one", "Ett", "Ett"), CriteriaGroup("two", "Två", "Två")),
        ),
        *(assumed(f"group_weights.{name}", weight, "weight") for name, weight in groups.items()),
    )


def test_in_a_tree_a_criterion_has_its_part_of_the_weight_of_its_group():
    # The groups share 60/40. Within the first a has 30 of 40: 0.6 × 0.75; c is alone in its own.
    problem, used = pose(tree({"a": 30, "b": 10, "c": 7}, {"one": 60, "two": 40}))

    assert problem.shares == pytest.approx([0.45, 0.15, 0.4])
    assert {"group_weights.one", "group_weights.two", "weights.a"} <= set(used)


def test_a_group_whose_criteria_all_have_no_weight_counts_nothing():
    problem, _ = pose(tree({"a": 0, "b": 0, "c": 7}, {"one": 60, "two": 40}))

    assert problem.shares.tolist() == [0, 0, 1]


def test_weights_of_ones_own_are_of_all_criteria_and_leave_the_tree_aside():
    problem, used = pose(
        tree({"a": 30, "b": 10, "c": 7}, {"one": 60, "two": 40}),
        weights={"a": 1, "b": 1, "c": 2},
    )

    assert problem.shares.tolist() == [0.25, 0.25, 0.5]
    assert not any(key.startswith(("weights.", "group_weights.")) for key in used)


def test_a_group_without_a_weight_is_told_by_its_key():
    with pytest.raises(MissingFigureError) as caught:
        pose(tree({"a": 1, "b": 1, "c": 1}, {"one": 60}))

    assert caught.value.values["key"] == "group_weights.two"


def valued(*values):
    start = scenario(
        {"a": 1},
        {"x": [2], "y": [3]},
        criteria={"a": criterion("a", value_scores=(1.0, 2.0, 4.0))},
    )
    figures = (assumed(f"values.a.{n}", value, "points") for n, value in enumerate(values, 1))
    return with_figures(start, *figures)


def test_chosen_values_bend_the_line():
    # 1 -> 0, 2 -> 60, 4 -> 100; score 3 lies half way from 60 to 100.
    problem, used = pose(valued(0, 60, 100))

    assert problem.values[:, 0].tolist() == [60, 80]
    assert {"values.a.1", "values.a.2", "values.a.3"} <= set(used)


def test_values_on_the_straight_line_change_nothing_and_rest_on_no_figure():
    problem, used = pose(valued(0, 100 / 3, 100))

    assert problem.values[:, 0] == pytest.approx([100 / 3, 200 / 3])
    assert not any(key.startswith("values.") for key in used)


def ranged(*figures, score=(3, 2, 4)):
    return pose(with_figures(scenario({"a": 1}, {"x": [score]}), *figures))[0]


@pytest.mark.parametrize(
    ("factor", "ends"),
    [(0, (3, 3)), (0.5, (2.5, 3.5)), (1, (2, 4)), (2, (1, 4))],  # the scale ends at 4
)
def test_all_ranges_are_narrowed_or_widened_together_and_end_with_the_scale(factor, ends):
    problem = ranged(assumed("uncertainty.range_factor", factor, "factor"))

    assert (problem.low[0, 0], problem.high[0, 0]) == ends


def test_a_score_without_a_range_has_one_by_its_origin():
    # An assumption may be off by a third of the scale 1–4, that is one step, and a sourced by none.
    widths = (
        assumed("uncertainty.width.assumption", 1 / 3),
        assumed("uncertainty.width.sourced", 0.0),
    )

    guessed = ranged(*widths, score=2)
    sourced = ranged(*widths, Figure("scores.x.a", 2.0, "score", SOURCED), score=2)

    assert (guessed.low[0, 0], guessed.high[0, 0]) == pytest.approx((1, 3))
    assert (sourced.low[0, 0], sourced.high[0, 0]) == (2, 2)


def test_a_range_of_its_own_goes_before_that_of_its_origin():
    problem = ranged(assumed("uncertainty.width.assumption", 1.0), score=(3, 2.5, 3.5))

    assert (problem.low[0, 0], problem.high[0, 0]) == (2.5, 3.5)


def test_bounds_are_shares_and_any_where_none_are_stated():
    start = scenario({"a": 1, "b": 1}, {"x": [1, 1]})
    problem, _ = pose(with_figures(start, assumed("bounds.a.high", 0.4)))

    assert problem.least.tolist() == [0, 0]
    assert problem.most.tolist() == [0.4, 1]


def test_the_ends_of_values_follow_a_line_that_turns_within_the_range():
    # Best in the middle: 1 -> 0, 2 -> 100, 4 -> 20. From 1.5 to 3: 50 and 60 at the ends.
    peak = criterion("a", value_points=((1.0, 0.0), (2.0, 100.0), (4.0, 20.0)))
    problem, _ = pose(scenario({"a": 1}, {"x": [(2, 1.5, 3)]}, criteria={"a": peak}))
    least, most = problem.value_ends

    assert (least[0, 0], most[0, 0]) == (50, 100)


def test_only_alternatives_with_a_total_are_judged():
    problem, _ = pose(scenario({"a": 1, "b": 0}, {"x": [3, None], "y": [None, 2], "z": [1, 1]}))

    assert problem.judged.alternatives == ("x", "z")
    assert problem.judged.values.shape == (2, 2)
    assert np.isnan(problem.totals[1])


def test_the_width_of_weights_near_todays_is_the_scenarios():
    start = scenario({"a": 1, "b": 1}, {"x": [4, 1], "y": [1, 4]})
    still = decide(with_figures(start, assumed("uncertainty.weight_spread", 0.0)))

    assert still.robustness.spread == 0
    assert still.robustness.first_near.tolist() == [0.5, 0.5]
