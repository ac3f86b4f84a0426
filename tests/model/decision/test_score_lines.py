"""Values drawn on one criterion, straight and bent."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision.score_lines import score_lines
from tests.model.decision.building import criterion, posed


def line(scores, **fields):
    """The line of the one criterion, for alternatives with these scores."""
    names = {f"a{i}": [score] for i, score in enumerate(scores)}
    return score_lines(posed({"c": 1}, names, criteria={"c": criterion("c", **fields)}))[0]


def values(one, places):
    places = np.array(places, dtype=float)
    return one.values(places, np.empty_like(places))


def test_a_score_in_a_range_has_its_value_by_its_place_in_it():
    # On 1–4: scores 2–4 are 33.3–100 points, and the score 1.5, without a range, is 16.7.
    one = line([(3.0, 2.0, 4.0), 1.5])

    assert values(one, [[0.0, 0.5, 1.0]] * 2) == pytest.approx(
        np.array([[100 / 3, 200 / 3, 100], [50 / 3, 50 / 3, 50 / 3]])
    )
    assert not one.fixed
    assert line([2.0, 3.0]).fixed


def test_where_low_is_best_values_fall():
    one = line([(3.0, 2.0, 4.0)], higher_is_better=False)

    assert values(one, [[0.0, 1.0]]) == pytest.approx(np.array([[200 / 3, 0]]))


def test_a_line_that_bends_within_the_range_is_followed():
    # 1–2 is 0–60 and 2–4 is 60–100. The range 1–3: a fourth of it is 1.5 (30), half 2 (60),
    # three fourths 2.5 (70), all 3 (80). The range 2–4 has no bend within it.
    one = line([(2.0, 1.0, 3.0), (3.0, 2.0, 4.0)], value_points=((1, 0), (2, 60), (4, 100)))

    assert values(one, [[0.25, 0.5, 0.75, 1.0]] * 2) == pytest.approx(
        np.array([[30, 60, 70, 80], [70, 80, 90, 100]])
    )
    assert [bend[0] for bend in one.bends] == [0]


def test_beyond_the_outermost_points_the_line_is_level():
    one = line([(2.0, 1.0, 4.0)], value_points=((2, 10), (3, 90)))

    assert values(one, [[0.0, 1 / 3, 0.5, 2 / 3, 1.0]]) == pytest.approx(
        np.array([[10, 10, 50, 90, 90]])
    )


def test_a_score_that_is_missing_is_worth_nothing_here():
    assert values(line([None, 2.0]), [[0.5], [0.5]])[0] == 0


@given(
    points=st.lists(st.integers(0, 20), min_size=2, max_size=6, unique=True),
    heights=st.lists(st.integers(0, 100), min_size=6, max_size=6),
    ends=st.lists(st.floats(0, 20), min_size=2, max_size=2),
)
def test_drawn_values_are_those_of_the_value_function(points, heights, ends):
    low, high = sorted(ends)
    bent = criterion(
        "c", scale=(0.0, 20.0), value_points=tuple(zip(sorted(points), heights, strict=False))
    )
    problem = posed({"c": 1}, {"a": [(low, low, high)]}, criteria={"c": bent})
    places = np.linspace(0, 1, 50)[None]

    one = score_lines(problem)[0].values(places, np.empty_like(places))

    assert one == pytest.approx(problem.functions[0](low + (high - low) * places), abs=1e-7)
