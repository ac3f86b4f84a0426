"""How well each alternative stands when neither weights nor scores are known exactly."""

import tracemalloc
from dataclasses import replace
from math import exp
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.decision.problem import Problem
from model.decision.simulation import CHUNK
from model.decision.smaa import smaa
from model.decision.value_functions import ValueFunction
from model.decision.weight_draws import WeightModel
from model.decision.weight_map import weight_map
from model.errors import BoundsError
from tests.model.decision.building import criterion, posed

ALL = WeightModel("all")
OPPOSITES = {"A": [100.0, 0.0], "B": [0.0, 60.0]}
"""A is first when 100·w > 60·(1 − w): when the first weight is over 0.375."""


def opposites(first=50.0, second=50.0, **bounds):
    return replace(posed({"x": first, "y": second}, OPPOSITES), **bounds)


def test_two_opposite_alternatives_divide_all_weights_where_they_cross():
    result = smaa(opposites(), ALL, seed=1)

    assert result.ranks == pytest.approx(np.array([[0.625, 0.375], [0.375, 0.625]]), abs=0.005)
    assert result.winning[0, 1] == pytest.approx(0.625, abs=0.005)
    assert result.winning[1, 0] == pytest.approx(0.375, abs=0.005)
    # The middle of 0.375–1 for A, of 0–0.375 for B.
    assert result.central_weights == pytest.approx(
        np.array([[0.6875, 0.3125], [0.1875, 0.8125]]), abs=0.005
    )
    assert result.confidence.tolist() == [1, 1]


def test_weights_that_keep_the_order_are_half_of_all():
    # The second is larger today, so the first weight is 0–0.5: A is first in a fourth of that.
    result = smaa(opposites(40, 60), WeightModel("order"), seed=1)

    assert result.ranks[:, 0] == pytest.approx([0.25, 0.75], abs=0.005)
    assert result.central_weights[:, 0] == pytest.approx([0.4375, 0.1875], abs=0.005)


def test_weights_within_bounds():
    # The first weight is 0.2–0.5, of which 0.375–0.5 is A's.
    bounds = {"least": np.array([0.2, 0.0]), "most": np.array([0.5, 1.0])}
    result = smaa(opposites(**bounds), WeightModel("bounds"), seed=1)

    assert result.ranks[:, 0] == pytest.approx([0.125 / 0.3, 0.175 / 0.3], abs=0.005)


def test_weights_near_todays():
    # Weights u and v, even on 0.5–1.5: B is first when v > 100u/60, for u from 0.5 to 0.9.
    # The integral of 1.5 − 5u/3 there is 0.6 − 5/6 · 0.56 = 0.13333.
    result = smaa(opposites(), WeightModel("near", spread=0.5), seed=1)

    assert result.ranks[:, 0] == pytest.approx([1 - 2 / 15, 2 / 15], abs=0.004)


def test_scores_vary_evenly_within_their_ranges():
    # 40 for certain against 0–100: over it in 60 per cent, and weights do not matter.
    result = smaa(posed({"x": 1}, {"A": [40.0], "B": [(50.0, 0.0, 100.0)]}), ALL, seed=1)

    assert result.ranks[:, 0] == pytest.approx([0.4, 0.6], abs=0.006)
    assert result.confidence == pytest.approx([0.4, 0.6], abs=0.02)


def test_confidence_is_how_often_scores_bear_out_the_central_weights():
    # A has x even on 0–100, B 25 on both, C 100 on y. With the central weights (p, 1 − p) of A it
    # is first when 100·x·p > 25 and > 100·(1 − p).
    problem = posed({"x": 1, "y": 1}, {"A": [(50.0, 0.0, 100.0), 0.0], "B": [25.0, 25.0]})
    result = smaa(problem, ALL, seed=1)

    p = result.central_weights[0, 0]
    assert result.confidence[0] == pytest.approx(1 - 25 / (100 * p), abs=0.02)
    q = result.central_weights[1, 0]
    assert result.confidence[1] == pytest.approx(25 / (100 * q), abs=0.02)


def test_over_three_criteria_acceptability_is_the_area_on_the_map_of_weights():
    scores = {"A": [90.0, 20, 40], "B": [30.0, 95, 10], "C": [55.0, 50, 60], "D": [20.0, 30, 80]}
    problem = posed({"x": 1, "y": 1, "z": 1}, scores)

    exact = {region.alternative: region.share for region in weight_map(problem, "x", "y").regions}
    result = smaa(problem, ALL, seed=1)

    shares = np.array([exact.get(a, 0.0) for a in result.alternatives])
    assert shares.min() > 0.05
    assert (np.abs(result.ranks[:, 0] - shares) < 4 * result.errors[:, 0]).all()


NORMAL = NormalDist()
DRUGS = {
    # Efficacy is the exponential of a normal variable, the others are normal: (mean, deviation).
    "Fluoxetine": [(0.0, 0.0), (11.7, 2.5), (7.2, 1.45), (16.6, 3.27), (13.7, 1.89), (18.6, 1.79)],
    "Paroxetine": [
        (0.086, 0.056),
        (9.2, 1.86),
        (10.6, 1.58),
        (21.2, 5.15),
        (14.3, 2.93),
        (18.3, 3.7),
    ],
    "Sertraline": [
        (0.095, 0.044),
        (15.4, 2.65),
        (7.5, 1.48),
        (20.2, 3.78),
        (15.0, 3.21),
        (19.5, 2.6),
    ],
    "Venlafaxine": [
        (0.113, 0.048),
        (5.5, 2.32),
        (15.7, 4.44),
        (12.8, 2.45),
        (11.2, 3.98),
        (31.0, 1.68),
    ],
}


def drugs():
    """Pose the drugs: each has its own stretch of a value line that bends as its distribution."""
    places = np.linspace(0.001, 0.999, 60)
    quantiles = np.array([NORMAL.inv_cdf(place) for place in places])
    functions, low, high = [], np.empty((4, 6)), np.empty((4, 6))
    for c in range(6):
        spread = [
            [(exp if c == 0 else float)(row[c][0] + row[c][1] * q) for q in (-1.96, 1.96)]
            for row in DRUGS.values()
        ]
        ends = (np.min(spread), np.max(spread))
        points = []
        for a, row in enumerate(DRUGS.values()):
            measured = row[c][0] + row[c][1] * quantiles
            part = ((np.exp(measured) if c == 0 else measured) - ends[0]) / (ends[1] - ends[0])
            low[a, c], high[a, c] = 2 * a, 2 * a + 1
            points += zip(2 * a + places, 100 * (part if c == 0 else 1 - part), strict=True)
        functions.append(ValueFunction(*zip(*points, strict=True)))
    return Problem(
        alternatives=tuple(DRUGS),
        criteria=("Efficacy", "Diarrhea", "Dizziness", "Headache", "Insomnia", "Nausea"),
        weights=np.ones(6),
        shares=np.full(6, 1 / 6),
        scores=(low + high) / 2,
        low=low,
        high=high,
        functions=tuple(functions),
        scales=np.tile([0.0, 8.0], (6, 1)),
        computed=np.zeros(6, dtype=bool),
        least=np.zeros(6),
        most=np.ones(6),
    )


def test_four_antidepressants_come_out_as_published():
    """JSMAA, the program of SMAA's authors: SMAA2SimulationTest, testCorrectResultsWithBRModel.

    The case is that of Tervonen et al. (2011), Statistics in Medicine 30(12). Their tolerances:
    0.02, and 0.03 for the confidence factors.
    """
    result = smaa(drugs(), ALL, seed=1, draws=20_000)

    ranks = [
        [0.20, 0.28, 0.30, 0.22],
        [0.25, 0.29, 0.27, 0.19],
        [0.17, 0.25, 0.29, 0.30],
        [0.39, 0.18, 0.15, 0.29],
    ]
    central = [
        [0.08, 0.14, 0.23, 0.18, 0.16, 0.22],
        [0.18, 0.17, 0.15, 0.13, 0.15, 0.22],
        [0.21, 0.10, 0.22, 0.13, 0.15, 0.20],
        [0.18, 0.21, 0.12, 0.21, 0.19, 0.09],
    ]
    assert result.ranks == pytest.approx(np.array(ranks), abs=0.02)
    assert result.central_weights == pytest.approx(np.array(central), abs=0.02)
    assert result.confidence == pytest.approx([0.48, 0.44, 0.34, 0.74], abs=0.03)


def test_the_standard_error_is_that_of_a_share_counted_in_so_many_draws():
    result = smaa(opposites(), ALL, seed=1, draws=20_000)

    share = result.ranks[0, 0]
    assert result.errors[0, 0] == pytest.approx((share * (1 - share) / 20_000) ** 0.5)


def test_9604_draws_are_within_a_percentage_point_19_times_in_20():
    """Tervonen & Lahdelma (2007): 1.96² / (4 · 0.01²) = 9,604 draws, where shares are a half."""
    even = posed({"x": 1, "y": 1}, {"A": [100.0, 0.0], "B": [0.0, 100.0]})
    results = [smaa(even, ALL, seed=seed, draws=9_604, threads=1) for seed in range(400)]

    assert 1.96 * results[0].errors[0, 0] == pytest.approx(0.01, abs=1e-4)
    near = [abs(result.ranks[0, 0] - 0.5) < 0.01 for result in results]
    assert np.mean(near) == pytest.approx(0.95, abs=0.025)


@pytest.mark.parametrize("draws", [100, 10_000, 300_000])
def test_more_draws_come_nearer_the_exact_answer_as_the_error_says(draws):
    result = smaa(opposites(), ALL, seed=3, draws=draws)

    assert result.errors[0, 0] == pytest.approx((0.625 * 0.375 / draws) ** 0.5, rel=0.15)
    assert abs(result.ranks[0, 0] - 0.625) < 3 * result.errors[0, 0]


def test_alternatives_that_are_equal_share_their_places():
    result = smaa(posed({"x": 1, "y": 2}, {a: [70.0, 30] for a in "ABC"}), ALL, seed=1)

    third = np.full((3, 3), 1 / 3)
    assert result.ranks == pytest.approx(third)
    assert result.errors == pytest.approx(0 * third, abs=1e-9)
    assert result.winning[0, 1] == 0.5
    assert result.confidence == pytest.approx([1 / 3] * 3)
    assert result.central_weights == pytest.approx(np.full((3, 2), 0.5), abs=0.005)


def test_one_that_is_worse_on_everything_is_never_first_and_has_no_central_weights():
    scores = {"A": [(60.0, 50.0, 90.0), 60.0], "B": [(20.0, 10.0, 50.0), 40.0]}
    result = smaa(posed({"x": 1, "y": 1}, scores), ALL, seed=1)

    assert result.ranks.tolist() == [[1, 0], [0, 1]]
    assert result.winning[0, 1] == 1
    assert np.isnan(result.central_weights[1]).all()
    assert np.isnan(result.confidence[1])
    assert result.central_weights[0] == pytest.approx([0.5, 0.5], abs=0.005)


def test_no_alternative_is_set_against_itself():
    result = smaa(opposites(), ALL, seed=1, draws=100)

    assert np.isnan(np.diagonal(result.winning)).all()


def test_an_alternative_without_a_total_is_left_out():
    scores = OPPOSITES | {"C": [90.0, None]}
    result = smaa(posed({"x": 1, "y": 1}, scores), ALL, seed=1)

    assert result.alternatives == ("A", "B")
    assert result.ranks[0, 0] == pytest.approx(0.625, abs=0.005)


def test_a_gap_without_weight_today_counts_where_every_criterion_has_weight():
    scores = {"A": [50.0, 10.0], "B": [90.0, None], "C": [60.0, 5.0]}
    problem = posed({"x": 1, "y": 0}, scores)

    near, everywhere = (smaa(problem, WeightModel(kind), seed=1) for kind in ("near", "all"))

    assert near.ranks[:, 0].tolist() == [0, 1, 0]
    assert np.isnan(everywhere.ranks[1]).all()
    assert np.isnan(everywhere.central_weights[1]).all()
    assert np.isnan(everywhere.confidence[1])
    assert np.isnan(everywhere.winning[:, 1]).all()
    # C is first when 10·w > 5·(1 − w): over a third. There is no third place.
    assert everywhere.ranks[[0, 2], :2] == pytest.approx(
        np.array([[1 / 3, 2 / 3], [2 / 3, 1 / 3]]), abs=0.005
    )
    assert np.isnan(everywhere.ranks[:, 2]).all()


def test_with_nothing_to_rank_all_is_missing():
    none = smaa(posed({"x": 1}, {"A": [None], "B": [None]}), ALL, seed=1)
    unranked = smaa(posed({"x": 1, "y": 0}, {"A": [50.0, None]}), ALL, seed=1)

    assert none.alternatives == ()
    assert none.ranks.shape == (0, 0)
    assert unranked.alternatives == ("A",)
    assert np.isnan(unranked.ranks).all()


def test_a_single_alternative_is_always_first():
    result = smaa(posed({"x": 1, "y": 3}, {"A": [(50.0, 40.0, 60.0), 10.0]}), ALL, seed=1)

    assert result.ranks.tolist() == [[1]]
    assert result.confidence.tolist() == [1]
    assert result.central_weights == pytest.approx(np.array([[0.5, 0.5]]), abs=0.005)


def test_bounds_that_contradict_each_other_are_refused():
    with pytest.raises(BoundsError):
        smaa(opposites(least=np.array([0.7, 0.7])), WeightModel("bounds"), seed=1)


KINDS = [WeightModel(kind) for kind in ("near", "all", "order", "bounds")]
RANGED = {
    "A": [(70.0, 50.0, 90.0), (20.0, 0.0, 30.0), 40.0],
    "B": [(40.0, 30.0, 60.0), (70.0, 55.0, 85.0), 35.0],
    "C": [(55.0, 35.0, 65.0), 50.0, (50.0, 20.0, 80.0)],
}


def ranged(weights=(5, 3, 3)):
    bent = criterion("y", scale=(0.0, 100.0), value_points=((0, 0), (60, 80), (100, 100)))
    problem = posed(dict(zip("xyz", weights, strict=True)), RANGED, criteria={"y": bent})
    return replace(problem, least=np.array([0.2, 0.0, 0.1]), most=np.array([0.6, 0.5, 0.7]))


def same(one, other):
    fields = ("ranks", "errors", "central_weights", "confidence", "winning")
    return all(
        np.array_equal(getattr(one, name), getattr(other, name), equal_nan=True) for name in fields
    )


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.kind)
def test_the_answer_is_the_same_whatever_the_threads_and_whether_or_not_draws_are_kept(model):
    arguments = {"seed": 5, "draws": 5 * CHUNK + 77}
    alone = smaa(ranged(), model, threads=1, **arguments)

    assert same(alone, smaa(ranged(), model, threads=3, **arguments))
    assert same(alone, smaa(ranged(), model, keep=True, **arguments))
    assert same(alone, smaa(ranged(), model, keep=True, **arguments))
    assert not same(alone, smaa(ranged(), model, seed=6, draws=5 * CHUNK + 77))


def test_what_is_kept_is_not_spoilt_by_other_choices_in_between():
    first = smaa(ranged(), seed=1, keep=True)
    for weights in ((5, 3, 4), (1, 0, 0)):
        for model in KINDS:
            smaa(ranged(weights), model, seed=1, keep=True, draws=20_000)

    assert same(first, smaa(ranged(), seed=1, keep=True))


def test_a_small_change_of_a_weight_changes_little_since_the_draws_are_the_same():
    near = [smaa(ranged((5, 3, third)), seed=1, draws=20_000).ranks for third in (3.0, 3.001)]

    assert np.abs(near[0] - near[1]).max() < 0.001


def test_memory_does_not_grow_with_the_number_of_draws():
    def peak(draws):
        tracemalloc.start()
        smaa(ranged(), ALL, seed=1, draws=draws, threads=1)
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    peak(CHUNK)  # the first call also imports
    assert peak(60 * CHUNK) < 1.02 * peak(12 * CHUNK)


@st.composite
def problems(draw):
    n_alternatives, n_criteria = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    score = st.tuples(st.integers(0, 10), st.integers(0, 3)).map(
        lambda at: (10.0 * at[0], max(10.0 * (at[0] - at[1]), 0.0), min(10.0 * sum(at), 100.0))
    )
    row = st.lists(score, min_size=n_criteria, max_size=n_criteria)
    weights = draw(
        st.lists(st.integers(0, 5), min_size=n_criteria, max_size=n_criteria).filter(any)
    )
    rows = {f"a{a}": draw(row) for a in range(n_alternatives)}
    return posed({f"c{c}": weight for c, weight in enumerate(weights)}, rows)


@settings(max_examples=50)
@given(problem=problems(), model=st.sampled_from(KINDS))
def test_every_place_is_taken_and_every_alternative_takes_one(problem, model):
    result = smaa(problem, model, seed=1, draws=300)

    n = len(result.alternatives)
    assert result.ranks.sum(axis=0) == pytest.approx(np.ones(n))
    assert result.ranks.sum(axis=1) == pytest.approx(np.ones(n))
    ahead = result.winning + result.winning.T
    assert ahead[~np.eye(n, dtype=bool)] == pytest.approx(np.ones(n * (n - 1)))
    once = result.ranks[:, 0] > 0
    assert result.central_weights[once].sum(axis=1) == pytest.approx(np.ones(once.sum()))
    assert np.isnan(result.central_weights[~once]).all()
    assert ((result.confidence[once] >= 0) & (result.confidence[once] <= 1)).all()


@settings(max_examples=30)
@given(problem=problems(), model=st.sampled_from(KINDS), data=st.data())
def test_alternatives_in_another_order_give_the_same_answer_in_that_order(problem, model, data):
    certain = replace(problem, low=problem.scores, high=problem.scores)
    order = data.draw(st.permutations(range(len(problem.alternatives))))
    rows = {name: getattr(certain, name)[order] for name in ("scores", "low", "high")}
    shuffled = replace(certain, alternatives=tuple(certain.alternatives[i] for i in order), **rows)

    one, other = (smaa(each, model, seed=1, draws=200) for each in (certain, shuffled))

    assert other.ranks == pytest.approx(one.ranks[order])
    assert other.winning == pytest.approx(one.winning[np.ix_(order, order)], nan_ok=True)
    assert other.central_weights == pytest.approx(one.central_weights[order], nan_ok=True)
    assert other.confidence == pytest.approx(one.confidence[order], nan_ok=True)
