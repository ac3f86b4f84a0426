"""Who is first for every mix of two weights."""

import numpy as np
import pytest
from hypothesis import given, settings

from model.decision.weight_map import weight_map
from model.decision.weighted_sum import totals
from model.errors import UnknownError
from tests.model.decision.building import posed, tables

pytestmark = pytest.mark.filterwarnings("error")

THREE = {"x": 50, "y": 30, "z": 20}
BEST_AT_ONE = {"X": (100, 0, 0), "Y": (0, 100, 0), "Z": (0, 0, 100)}


def regions(problem, x="x", y="y"):
    return {one.alternative: one for one in weight_map(problem, x, y).regions}


def corners(region):
    """Return a polygon's corners from the lowest x upwards, to compare with those by hand."""
    return sorted((round(float(x), 9), round(float(y), 9)) for x, y in region.polygon)


def test_three_that_are_each_best_at_one_criterion_have_a_third_of_the_map_each():
    # X is first where x is the largest of x, y and 1 − x − y.
    found = weight_map(posed(THREE, BEST_AT_ONE), "x", "y")

    assert (found.x, found.y, found.today) == ("x", "y", (0.5, 0.3))
    assert [one.alternative for one in found.regions] == ["X", "Y", "Z"]
    assert [one.share for one in found.regions] == pytest.approx([1 / 3] * 3)
    third = round(1 / 3, 9)
    assert corners(found.regions[0]) == [(third, third), (0.5, 0), (0.5, 0.5), (1, 0)]
    assert corners(found.regions[2]) == [(0, 0), (0, 0.5), (third, third), (0.5, 0)]


def test_a_corner_cut_off_worked_by_hand():
    # A = 100x + 40z, B = 90z with z = 1 − x − y: B is first where 100x ≤ 50z, 3x + y ≤ 1: the
    # triangle (0, 0), (1/3, 0), (0, 1), a third of the map.
    found = regions(posed(THREE, {"A": (100, 0, 40), "B": (0, 0, 90)}))

    assert corners(found["B"]) == [(0, 0), (0, 1), (round(1 / 3, 9), 0)]
    assert found["B"].share == pytest.approx(1 / 3)
    assert found["A"].share == pytest.approx(2 / 3)


def test_the_other_criteria_share_the_rest_as_they_do_today():
    # z and w have 30 and 10 of 100: with nothing on x and y they have 75 and 25 per cent, so A
    # has 0.75 · 80 = 60 there and B 0.25 · 80 = 20. A = 60z, B = 100x + 20z: B is first where
    # 100x ≥ 40(1 − x − y), 7x + 2y ≥ 2.
    problem = posed(
        {"x": 40, "y": 20, "z": 30, "w": 10}, {"A": (0, 0, 80, 0), "B": (100, 0, 0, 80)}
    )

    assert corners(regions(problem)["A"]) == [(0, 0), (0, 1), (round(2 / 7, 9), 0)]
    assert regions(problem)["A"].share == pytest.approx(2 / 7)


def test_where_the_others_have_no_weight_they_share_the_rest_equally():
    # With half each of what is left z and w give A 40 and B 40, and x gives only B anything.
    problem = posed({"x": 60, "y": 40, "z": 0, "w": 0}, {"A": (0, 0, 80, 0), "B": (100, 0, 0, 80)})

    found = weight_map(problem, "x", "y")

    assert found.today == pytest.approx((0.6, 0.4))
    assert [(one.alternative, one.share) for one in found.regions] == [("B", 1)]


def test_one_that_is_never_first_has_no_region():
    # M has 30 everywhere; the largest of three weights is at least a third, so the best has 33.
    assert list(regions(posed(THREE, {**BEST_AT_ONE, "M": (30, 30, 30)}))) == ["X", "Y", "Z"]


def test_one_that_is_first_at_a_point_only_has_no_region():
    # M meets the other three where the weights are equal, and nowhere else.
    third = 100 / 3
    found = regions(posed(THREE, {"M": (third, third, third), **BEST_AT_ONE}))

    assert list(found) == ["X", "Y", "Z"]
    assert sum(one.share for one in found.values()) == pytest.approx(1)


def test_one_that_is_first_along_an_edge_only_has_no_region():
    # With nothing on x the two are equal; else A is ahead.
    found = regions(posed(THREE, {"B": (10, 50, 70), "A": (20, 50, 70)}))

    assert [(one.alternative, one.share, one.tied) for one in found.values()] == [("A", 1, ())]


def test_of_equals_the_first_in_the_file_has_the_region_and_names_the_others():
    found = regions(posed(THREE, {**BEST_AT_ONE, "Y2": (0, 100, 0)}))

    assert list(found) == ["X", "Y", "Z"]
    assert [one.tied for one in found.values()] == [(), ("Y2",), ()]


def test_those_that_are_equal_on_the_map_need_not_be_equal_on_each_criterion():
    # z and w count as much, and A and B have 100 between them there.
    problem = posed(
        {"x": 1, "y": 1, "z": 1, "w": 1}, {"A": (50, 50, 100, 0), "B": (50, 50, 0, 100)}
    )

    assert regions(problem)["A"].tied == ("B",)


def test_a_single_alternative_has_the_whole_map():
    (only,) = weight_map(posed(THREE, {"A": (10, 20, 30)}), "y", "z").regions

    assert (only.share, corners(only)) == (1, [(0, 0), (0, 1), (1, 0)])


def test_with_two_criteria_the_map_is_the_line_where_they_sum_to_all():
    # A = 100x + 20(1 − x), B = 60: A is first above x = 0.5.
    found = weight_map(posed({"x": 3, "y": 1}, {"A": (100, 20), "B": (60, 60)}), "x", "y")

    assert found.today == (0.75, 0.25)
    assert [(one.alternative, one.share) for one in found.regions] == [("A", 0.5), ("B", 0.5)]
    assert found.regions[0].polygon.tolist() == [[1, 0], [0.5, 0.5]]
    assert found.regions[1].polygon.tolist() == [[0.5, 0.5], [0, 1]]


def test_with_two_criteria_equals_are_named_too():
    problem = posed({"x": 3, "y": 1}, {"A": (60, 60), "B": (60, 60), "C": (50, 0)})

    assert [(one.alternative, one.tied) for one in weight_map(problem, "y", "x").regions] == [
        ("A", ("B",))
    ]


def test_one_that_lacks_a_score_that_the_map_needs_has_no_region():
    scores = {"A": (60, None, 60), "B": (50, 50, 50)}

    assert list(regions(posed({"x": 1, "y": 0, "z": 1}, scores))) == ["B"]
    # With x and z as axes, all that is left is y, which the map needs as well.
    assert list(regions(posed({"x": 1, "y": 0, "z": 1}, scores), "x", "z")) == ["B"]
    # Where a fourth has all the rest, y is not needed.
    four = {"x": 1, "y": 0, "z": 1, "w": 1}
    with_four = {"A": (60, None, 60, 60), "B": (50, 50, 50, 50)}
    assert list(regions(posed(four, with_four), "x", "z")) == ["A"]


def test_without_anyone_to_rank_the_map_is_empty():
    assert weight_map(posed(THREE, {"A": (None, 1, 1)}), "x", "y").regions == ()
    assert weight_map(posed({"x": 1, "y": 1}, {"A": (None, 1)}), "x", "y").regions == ()


@pytest.mark.parametrize("axes", [("x", "u"), ("u", "y"), ("x", "x")])
def test_two_criteria_that_exist_are_needed(axes):
    with pytest.raises(UnknownError):
        weight_map(posed(THREE, BEST_AT_ONE), *axes)


def test_the_shares_are_those_of_weights_drawn_evenly_over_the_map():
    rng = np.random.default_rng(7)
    n = 40_000
    mixes = rng.dirichlet(np.ones(3), n)
    for _ in range(5):
        values = rng.uniform(0, 100, (5, 4))
        problem = posed(
            {"x": 10, "y": 20, "z": 30, "w": 40}, {f"a{i}": row for i, row in enumerate(values)}
        )
        shares = np.column_stack([mixes[:, :2], np.outer(mixes[:, 2], [3 / 7, 4 / 7])])
        counted = np.bincount((shares @ values.T).argmax(axis=1), minlength=5) / n

        found = {f"a{i}": 0.0 for i in range(5)}
        found |= {one.alternative: one.share for one in weight_map(problem, "x", "y").regions}

        assert list(found.values()) == pytest.approx(counted, abs=0.01)  # 4 · √(0.25/40 000)


@settings(deadline=None)
@given(problem=tables())
def test_the_regions_cover_the_map_and_whoever_has_one_is_first_in_it(problem):
    found = weight_map(problem, "c0", "c1").regions

    assert sum(one.share for one in found) == pytest.approx(1)
    others = problem.shares[2:]
    if others.size:
        others = others / others.sum() if others.any() else np.full(others.size, 1 / others.size)
    for one in found:
        leader = problem.alternatives.index(one.alternative)
        tied = [leader, *map(problem.alternatives.index, one.tied)]
        middle = one.polygon.mean(axis=0)
        for x, y in [*one.polygon, middle]:
            assert min(x, y, 1 - x - y) >= -1e-9
            anew = totals(problem.values, np.array([x, y, *others * max(1 - x - y, 0.0)]))
            assert anew[tied] == pytest.approx(anew.max(), abs=1e-7)


@settings(deadline=None)
@given(problem=tables().filter(lambda problem: len(problem.criteria) > 2))
def test_a_polygon_turns_left_at_every_corner(problem):
    for one in weight_map(problem, "c0", "c1").regions:
        side = np.roll(one.polygon, -1, axis=0) - one.polygon
        onward = np.roll(side, -1, axis=0)
        assert (side[:, 0] * onward[:, 1] - side[:, 1] * onward[:, 0] >= -1e-12).all()
