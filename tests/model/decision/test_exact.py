"""How much of all permitted weights speak for each alternative, without drawing any."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.decision import weight_region
from model.decision.exact import exact
from model.decision.ranking import competition_ranks
from model.errors import BoundsError
from tests.model.decision.building import lettered


def test_with_two_criteria_the_answers_are_lengths():
    # With w on the first: S has 100w, T 100(1 − w), U 60. S is first from 0.6, T up to 0.4 and
    # U between. S is above T from 0.5.
    problem = lettered((1, 1), {"S": (100, 0), "T": (0, 100), "U": (60, 60)})
    result = exact(problem, "all")

    assert result.alternatives == ("S", "T", "U")
    assert result.first == pytest.approx([0.4, 0.4, 0.2])
    assert result.ranks == pytest.approx(
        np.array([[0.4, 0.1, 0.5], [0.4, 0.1, 0.5], [0.2, 0.8, 0.0]])
    )
    assert result.central == pytest.approx(np.array([[0.8, 0.2], [0.2, 0.8], [0.5, 0.5]]))
    nan = np.nan
    assert result.pairwise == pytest.approx(
        np.array([[nan, 0.5, 0.4], [0.5, nan, 0.4], [0.6, 0.6, nan]]), nan_ok=True
    )


def test_bounds_shorten_the_line():
    # w from 0.3 to 0.7: S is first from 0.6 and T up to 0.4, a quarter each.
    scores = {"S": (100, 0), "T": (0, 100), "U": (60, 60)}
    result = exact(lettered((1, 1), scores, least=(0.3, 0.0), most=(0.7, 1.0)), "bounds")

    assert result.first == pytest.approx([0.25, 0.25, 0.5])
    assert result.central[0] == pytest.approx([0.65, 0.35])


def test_todays_order_keeps_half_of_the_line():
    # w from 0.5: S is first from 0.6, U up to there; T is first nowhere and has no central weights.
    problem = lettered((3, 1), {"S": (100, 0), "T": (0, 100), "U": (60, 60)})
    result = exact(problem, "order")

    assert result.first == pytest.approx([0.8, 0.0, 0.2])
    assert np.isnan(result.central[1]).all()
    assert result.pairwise[0, 1] == 1


def test_with_three_criteria_the_answers_are_areas():
    # Each is first where its own criterion weighs most: a third, with its middle where the
    # weights in an order have theirs: 11/18 and the mean of 5/18 and 2/18.
    problem = lettered((1, 1, 1), {"S": (100, 0, 0), "T": (0, 100, 0), "U": (0, 0, 100)})
    result = exact(problem, "all")

    assert result.first == pytest.approx(np.full(3, 1 / 3))
    assert result.ranks == pytest.approx(np.full((3, 3), 1 / 3))
    assert result.central == pytest.approx(np.full((3, 3), 7 / 36) + np.eye(3) * (11 / 18 - 7 / 36))


def test_the_corner_of_a_triangle_is_a_triangle_of_half_the_size():
    # S has 100w, T always 50: S is first from w = ½, a quarter of the area with its middle at
    # (2/3, 1/6, 1/6). For T: (1/3 − 1/4·2/3) / (3/4) = 2/9.
    result = exact(lettered((1, 1, 1), {"S": (100, 0, 0), "T": (50, 50, 50)}), "all")

    assert result.first == pytest.approx([1 / 4, 3 / 4])
    assert result.central == pytest.approx(
        np.array([[2 / 3, 1 / 6, 1 / 6], [2 / 9, 7 / 18, 7 / 18]])
    )


def test_bounds_cut_off_the_corners_of_the_triangle():
    # At most ½ each leaves the triangle between the middles of the sides, w from 0 to ½. S has
    # 100w and T 25: T is first up to ¼, a triangle of half that size.
    scores = {"S": (100, 0, 0), "T": (25, 25, 25)}
    result = exact(lettered((1, 1, 1), scores, most=(0.5, 0.5, 0.5)), "bounds")

    assert result.first == pytest.approx([3 / 4, 1 / 4])


@pytest.mark.parametrize("count", [1, 2, 4, 6])
def test_one_alone_is_first_with_all_weights_and_their_middle_is_equal_weights(count):
    result = exact(lettered([1] * count, {"S": [50] * count}), "all")

    assert (result.first.tolist(), result.ranks.tolist()) == ([1], [[1]])
    assert result.central == pytest.approx(np.full((1, count), 1 / count))
    assert np.isnan(result.pairwise).all()


def test_those_alike_share_what_they_get():
    # S and V share the 0.4 where S is first above, and each of the ranks that they take up.
    scores = {"S": (100, 0), "T": (0, 100), "U": (60, 60), "V": (100, 0)}
    result = exact(lettered((1, 1), scores), "all")

    assert result.first == pytest.approx([0.2, 0.4, 0.2, 0.2])
    # First and second 0.4, second and third 0.1, third and fourth 0.5 of the weights.
    assert result.ranks[0] == pytest.approx([0.2, 0.25, 0.3, 0.25])
    assert (result.ranks[0] == result.ranks[3]).all()
    assert (result.central[0] == result.central[3]).all()
    assert result.pairwise[0, 3] == 0.5


def test_a_dominated_alternative_is_never_first():
    result = exact(lettered((1, 1, 1), {"S": (80, 50, 20), "T": (70, 50, 20)}), "all")

    assert result.first.tolist() == [1, 0]
    assert result.ranks.tolist() == [[1, 0], [0, 1]]
    # They are equal without weight on the first criterion, but that is an edge, not an area.
    assert np.isnan(result.central[1]).all()


def test_with_weights_fixed_by_their_bounds_todays_ranking_is_all_there_is():
    scores = {"S": (100, 0), "T": (0, 100), "U": (100, 0)}
    result = exact(lettered((1, 1), scores, least=(0.7, 0.3)), "bounds")

    assert result.ranks.tolist() == [[0.5, 0.5, 0], [0, 0, 1], [0.5, 0.5, 0]]
    assert result.central[0] == pytest.approx([0.7, 0.3])


def test_a_criterion_without_weight_today_has_none_in_todays_order():
    scores = {"S": (100, 0, None), "T": (0, 100, 100)}
    result = exact(lettered((2, 1, 0), scores), "order")

    assert result.first == pytest.approx([1, 0])
    assert result.central[0] == pytest.approx([0.75, 0.25, 0])


def test_with_weight_on_all_criteria_one_that_lacks_a_value_falls_out():
    scores = {"S": (100, 0, None), "T": (0, 100, 50), "U": (100, 0, 50)}
    result = exact(lettered((2, 1, 0), scores), "all")

    assert result.first == pytest.approx([np.nan, 0.5, 0.5], nan_ok=True)
    assert np.isnan(result.ranks[0]).all()
    assert result.ranks[1] == pytest.approx([0.5, 0.5, np.nan], nan_ok=True)
    assert np.isnan(result.pairwise[:, 0]).all()
    # Bounds can keep the weight away from the criterion: then all are with.
    held = lettered((2, 1, 0), scores, most=(1.0, 1.0, 0.0))
    assert exact(held, "bounds").first == pytest.approx([0.25, 0.5, 0.25])


def test_one_without_a_total_today_is_left_out():
    scores = {"S": (100, 0), "T": (0, None), "U": (0, 100)}

    assert exact(lettered((1, 1), scores), "all").alternatives == ("S", "U")


def test_scores_with_ranges_are_left_to_drawing():
    problem = lettered((1, 0), {"S": ((60, 50, 70), 0), "T": (50, (50, 0, 100))})
    assert exact(problem, "all") is None

    # A range that weighs nothing is in no one's way.
    certain = lettered((1, 0), {"S": (60, 0), "T": (50, (50, 0, 100))})
    assert exact(certain, "order").first.tolist() == [1, 0]


def test_where_nothing_can_be_compared_there_is_no_answer():
    assert exact(lettered((1, 1), {"S": (1, None)}), "all") is None


def test_bounds_that_contradict_each_other_are_refused():
    with pytest.raises(BoundsError):
        exact(lettered((1, 1), {"S": (1, 2)}, least=(0.6, 0.6)), "bounds")


def test_what_takes_too_much_counting_is_left_out(monkeypatch):
    rows = np.random.default_rng(3).integers(0, 100, (4, 5))
    problem = lettered([1] * 5, {f"A{a}": row.tolist() for a, row in enumerate(rows)})
    whole = exact(problem, "all")

    def within(most):
        monkeypatch.setattr(weight_region, "MOST", most)
        return exact(problem, "all")

    assert within(1) is None
    fewer = next(one for one in map(within, range(10, 500, 10)) if one is not None)
    assert fewer.ranks is None
    assert fewer.first == pytest.approx(whole.first)
    assert fewer.central == pytest.approx(whole.central)


def drawn(problem, kind, count, rng):
    """Draw weights by refusing those that break the order or the bounds."""
    weights = rng.dirichlet(np.ones(len(problem.criteria)), count)
    if kind == "order":
        heavier = problem.shares[:, np.newaxis] > problem.shares + 1e-9
        breaks = weights[:, :, np.newaxis] < weights[:, np.newaxis]
        return weights[~(breaks & heavier).any(axis=(1, 2))]
    if kind == "bounds":
        within = (weights >= problem.least) & (weights <= problem.most)
        return weights[within.all(axis=1)]
    return weights


@pytest.mark.parametrize("kind", ["all", "order", "bounds"])
@pytest.mark.parametrize("size", [(3, 3), (5, 4), (4, 5)])
def test_drawing_gives_the_same_within_its_standard_error(kind, size):
    rng = np.random.default_rng(sum(size))
    rows = rng.integers(0, 5, size) * 25.0
    count = size[1]
    problem = lettered(
        [2, 1, 1, 3, 1][:count],
        {f"A{a}": row.tolist() for a, row in enumerate(rows)},
        least=[0.05] * count,
        most=[0.5] * count,
    )
    result = exact(problem, kind)
    weights = drawn(problem, kind, 100_000, rng)
    ranks = np.array([competition_ranks(row) for row in weights[:4000] @ problem.values.T])
    totals = weights @ problem.values.T
    assert len(weights) > 3_000

    def near(share, found, n):
        # Four standard errors √(p(1 − p)/n), where p is no closer to 0 or 1 than 1/n.
        p = np.clip(share, 1 / n, 1 - 1 / n)
        return (np.abs(share - found) <= 4 * np.sqrt(p * (1 - p) / n)).all()

    leading = totals >= totals.max(axis=1, keepdims=True) - 1e-9
    assert near(result.first, leading.mean(axis=0), len(weights))
    above = (totals[:, :, np.newaxis] > totals[:, np.newaxis]).mean(axis=0)
    others = ~np.eye(size[0], dtype=bool)
    assert near(result.pairwise[others], above[others], len(weights))
    for rank in range(size[0]):
        assert near(result.ranks[:, rank], (ranks == rank + 1).mean(axis=0), len(ranks))
    for a in np.flatnonzero(leading.sum(axis=0) > 100):
        own = weights[leading[:, a]]
        error = own.std(axis=0) / np.sqrt(len(own))
        assert (np.abs(own.mean(axis=0) - result.central[a]) <= 4 * error + 1e-9).all()


@st.composite
def problems(draw):
    n_alternatives, n_criteria = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    row = st.lists(st.integers(0, 4), min_size=n_criteria, max_size=n_criteria)
    scores = {f"A{a}": [25.0 * s for s in draw(row)] for a in range(n_alternatives)}
    least = 0.05 * np.array(draw(row))
    most = np.maximum(1 - 0.2 * np.array(draw(row)), max(0.26, 1 / n_criteria))
    return lettered(draw(row.filter(any)), scores, least=least.tolist(), most=most.tolist())


@settings(max_examples=60, deadline=None)
@given(problem=problems(), kind=st.sampled_from(["all", "order", "bounds"]))
def test_every_rank_is_taken_and_the_parts_make_up_the_whole(problem, kind):
    result = exact(problem, kind)

    assert result.ranks.sum(axis=0) == pytest.approx(1)
    assert result.ranks.sum(axis=1) == pytest.approx(1)
    assert result.ranks[:, 0] == pytest.approx(result.first)
    others = ~np.eye(len(result.first), dtype=bool)
    assert (result.pairwise + result.pairwise.T)[others] == pytest.approx(1)
    # The mean rank is one more than the number of rivals expected above.
    places = result.ranks @ np.arange(1, len(result.first) + 1)
    assert places == pytest.approx(1 + np.nansum(1 - result.pairwise, axis=1))
    assert np.isnan(result.central).all(axis=1).tolist() == (result.first == 0).tolist()
    central = result.central[result.first > 0]
    assert central.sum(axis=1) == pytest.approx(1)
    assert (central >= -1e-9).all()
    if kind == "bounds":
        assert (central >= problem.least - 1e-9).all()
        assert (central <= problem.most + 1e-9).all()
    # With its central weights an alternative is itself first: the region has no dents.
    totals = central @ problem.values.T
    ahead = totals[np.arange(len(central)), np.flatnonzero(result.first > 0)]
    assert (ahead >= totals.max(axis=1, initial=-np.inf) - 1e-6).all()
