"""What would have to be true for an alternative to be first: other weights, or other scores."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.decision.ranking import TIE
from model.decision.score_moves import step_of
from model.decision.switch import ScoreStep, score_steps, weight_switch
from model.decision.weighted_sum import totals
from model.errors import BoundsError, UnknownError
from tests.model.decision.building import criterion, lettered

NAMES = "abcde"


# S: 40 + 12 + 6 = 58     T: 20 + 27 + 4 = 51     U: 10 + 15 + 18 = 43
WEIGHTS = (50.0, 30.0, 20.0)
SCORES = {"S": (80.0, 40.0, 30.0), "T": (40.0, 90.0, 20.0), "U": (20.0, 50.0, 90.0)}


def test_the_first_needs_no_other_weights():
    switch = weight_switch(lettered(WEIGHTS, SCORES), "S")

    assert (switch.shares.tolist(), switch.distance) == ([0.5, 0.3, 0.2], 0.0)


def test_the_nearest_weights_solved_by_hand():
    # T is 7 behind S. Against S a weight is worth −40, +50 and −10 to T, so what goes from the
    # first criterion to the second is worth 90: 7/90 must move, and U is then behind by far.
    switch = weight_switch(lettered(WEIGHTS, SCORES), "T")

    assert switch.shares == pytest.approx([0.5 - 7 / 90, 0.3 + 7 / 90, 0.2])
    assert switch.distance == pytest.approx(2 * 7 / 90)


def test_for_the_third_alternative_the_weight_goes_elsewhere():
    # U is 15 behind S, against which a weight is worth −60, +10 and +60: 15/120 from the first
    # criterion to the third. U then has 0.375·20 + 0.3·50 + 0.325·90 = 51.75, T 48.5.
    switch = weight_switch(lettered(WEIGHTS, SCORES), "U")

    assert switch.shares == pytest.approx([0.375, 0.3, 0.325])
    assert switch.distance == pytest.approx(0.25)


def test_bounds_make_the_way_longer():
    # The second criterion takes 0.05, worth 4.5. The other 2.5 come from the first criterion to
    # the third, worth −10 + 40 = 30 to T: 0.0833.
    switch = weight_switch(lettered(WEIGHTS, SCORES, most=(1.0, 0.35, 1.0)), "T")

    assert switch.shares == pytest.approx([0.45 - 2.5 / 30, 0.35, 0.2 + 2.5 / 30])
    assert switch.distance == pytest.approx(2 * (0.05 + 2.5 / 30))


def test_an_alternative_that_is_worse_on_everything_is_first_with_no_weights():
    assert weight_switch(lettered(WEIGHTS, SCORES | {"V": (70.0, 30.0, 20.0)}), "V") is None


def test_an_alternative_that_needs_more_than_the_bounds_permit_is_first_with_no_weights():
    # At best 0.48, 0.34 and 0.18, where T is 0.48·40 − 0.34·50 + 0.18·10 = 4 behind S.
    assert weight_switch(lettered(WEIGHTS, SCORES, least=(0.48, 0.0, 0.18)), "T") is None


def test_an_alternative_in_between_can_only_share_the_first_place():
    # V has 50 whatever the weights; only with half each is neither of the others above it.
    scores = {"S": (100.0, 0.0), "T": (0.0, 100.0), "V": (50.0, 50.0)}

    assert weight_switch(lettered((70.0, 30.0), scores), "V").shares == pytest.approx([0.5, 0.5])


def test_an_equal_alternative_is_first_already():
    assert weight_switch(lettered(WEIGHTS, SCORES | {"V": SCORES["S"]}), "V").distance == 0


def test_todays_first_is_first_also_when_todays_weights_break_the_bounds():
    problem = lettered(WEIGHTS, SCORES, most=(0.4, 1.0, 1.0))

    assert weight_switch(problem, "S").distance == 0
    # T: 0.1 must leave the first criterion, and 7/90 of it makes T first.
    assert weight_switch(problem, "T").shares[0] == pytest.approx(0.4)


def test_a_criterion_on_which_not_all_are_judged_gets_no_weight():
    scores = {"S": (100.0, 0.0, None), "T": (0.0, 100.0, 100.0)}
    problem = lettered((60.0, 40.0, 0.0), scores)

    assert weight_switch(problem, "T").shares == pytest.approx([0.5, 0.5, 0])
    # Where it must have weight there is nothing to compare, but today's first is still first.
    must = replace(problem, least=np.array([0.0, 0.0, 0.1]))
    assert weight_switch(must, "T") is None
    assert weight_switch(must, "S").distance == 0


def test_an_alternative_without_a_total_is_no_answer_and_no_obstacle():
    problem = lettered(WEIGHTS, SCORES | {"V": (100.0, None, 100.0)})

    assert weight_switch(problem, "V") is None
    assert score_steps(problem, "V") is None
    assert weight_switch(problem, "T").distance == pytest.approx(2 * 7 / 90)


def test_bounds_that_contradict_each_other_are_refused():
    with pytest.raises(BoundsError):
        weight_switch(lettered(WEIGHTS, SCORES, least=(0.5, 0.5, 0.5)), "S")


@pytest.mark.parametrize("ask", [weight_switch, score_steps])
def test_an_alternative_that_does_not_exist_is_refused(ask):
    with pytest.raises(UnknownError):
        ask(lettered(WEIGHTS, SCORES), "X")


@st.composite
def bounded(draw):
    """Draw weights, values and bounds; coarse, so that ties and zeros are common."""
    n_alternatives, n_criteria = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    row = st.lists(st.integers(0, 6), min_size=n_criteria, max_size=n_criteria)
    weights = draw(row.filter(any))
    scores = {f"A{a}": [10.0 * s for s in draw(row)] for a in range(n_alternatives)}
    least = [0.05 * x for x in draw(st.lists(st.integers(0, 5), min_size=4, max_size=4))]
    most = [1 - 0.1 * x for x in draw(st.lists(st.integers(0, 7), min_size=4, max_size=4))]
    most = np.maximum(most[:n_criteria], 1 / n_criteria + 0.01)
    return lettered(weights, scores, least=least[:n_criteria], most=most.tolist())


@settings(max_examples=60, deadline=None)
@given(problem=bounded(), seed=st.integers(0, 100))
def test_no_permitted_weights_are_nearer_and_those_found_do_make_it_first(problem, seed):
    rng = np.random.default_rng(seed)
    drawn = np.concatenate([rng.dirichlet(np.full(len(problem.criteria), e), 500) for e in (1, 9)])
    drawn = drawn[((drawn >= problem.least) & (drawn <= problem.most)).all(axis=1)]
    tops = drawn @ problem.values.T
    today = problem.totals
    for a, name in enumerate(problem.alternatives):
        first = tops[:, a] >= tops.max(axis=1)
        nearest = np.abs(drawn - problem.shares).sum(axis=1)[first].min(initial=np.inf)
        switch = weight_switch(problem, name)
        if switch is None:
            assert not first.any()
            assert today[a] < today.max() - TIE
            continue
        assert switch.distance <= nearest + 1e-9
        assert switch.distance == pytest.approx(np.abs(switch.shares - problem.shares).sum())
        assert switch.shares.sum() == pytest.approx(1)
        if today[a] >= today.max() - TIE:
            assert (switch.shares == problem.shares).all()
            continue
        assert (switch.shares >= problem.least - 1e-9).all()
        assert (switch.shares <= problem.most + 1e-9).all()
        then = totals(problem.values, switch.shares)
        assert then[a] >= then.max() - 2 * TIE


# Scale 1–4: a step is worth a third of the weight. Weights 50, 30, 20:
#   S: 4, 2, 1 -> 50 + 10 + 0 = 60     T: 3, 4, 3 -> 33.33 + 30 + 13.33 = 76.67


def stepped(weights, scores, **criteria):
    """Pose a problem on the scale 1–4."""
    short = {c: criterion(c, scale=(1.0, 4.0)) for c in NAMES}
    return lettered(weights, scores, **short | criteria)


def moves(steps):
    return [(one.alternative, one.criterion, one.start, one.end, one.steps) for one in steps]


def test_the_first_needs_no_steps():
    assert score_steps(stepped(WEIGHTS, {"S": (4, 2, 1), "T": (3, 4, 3)}), "T") == ()


def test_one_step_of_the_rival_where_the_weight_is_largest():
    # S is 16.67 behind: just what a step on the first criterion is worth, and there S is at the
    # top, so it is T that comes down.
    steps = score_steps(stepped(WEIGHTS, {"S": (4, 2, 1), "T": (3, 4, 3)}), "S")

    assert steps == (ScoreStep("T", "a", start=3, end=2, within=False, steps=1),)


def test_ones_own_step_goes_before_a_rivals_and_of_two_alike_the_first_in_the_file():
    # S is 16.67 behind, which is what a step on either criterion is worth, up for S, down for T.
    steps = score_steps(stepped((50.0, 50.0), {"T": (3, 4), "S": (3, 3)}), "S")

    assert moves(steps) == [("S", "a", 3, 4, 1)]


def test_one_step_of_ones_own_is_fewer_than_one_of_each_rival():
    scores = {"S": (2, 2), "T": (3, 2), "U": (2, 3), "V": (3, 2)}

    assert moves(score_steps(stepped((50.0, 50.0), scores), "S")) == [("S", "a", 2, 3, 1)]


def test_a_bent_line_is_followed_through_its_valley():
    # At score 3 S has 50. One step down is worth less and one up 60; two down are worth 90.
    valley = criterion("a", scale=(1.0, 4.0), value_points=((1, 90), (2, 0), (3, 50), (4, 60)))
    fixed = {"T": (4, 4), "U": (4, 4), "V": (4, 4)}
    # 80 per cent on the bent line, 20 on the other: S has 40 + 0, the others 48 + 20.
    problem = stepped((80.0, 20.0), {"S": (3, 1), **fixed}, a=valley)

    # 28 short: three steps on the second criterion give 20; two on the first give 32.
    assert moves(score_steps(problem, "S")) == [("S", "a", 3, 1, 2)]


def test_where_low_is_better_ones_own_score_goes_down():
    falling = criterion("a", scale=(1.0, 4.0), higher_is_better=False)
    scores = {"S": (3,), "T": (2,), "U": (2,)}

    assert moves(score_steps(stepped((1.0,), scores, a=falling), "S")) == [("S", "a", 3, 2, 1)]


def test_a_last_shorter_step_ends_with_the_scale():
    scores = {"S": (3.5,), "T": (4.0,), "U": (4.0,)}

    assert moves(score_steps(stepped((1.0,), scores), "S")) == [("S", "a", 3.5, 4, 1)]


def test_of_equal_steps_those_within_their_ranges_are_taken():
    scores = {"S": (2, (2, 1, 3)), "T": (3, 2), "U": (2, 3)}
    steps = score_steps(stepped((50.0, 50.0), scores), "S")

    assert steps == (ScoreStep("S", "b", start=2, end=3, within=True, steps=1),)


def test_of_equal_steps_those_of_fewest_scores_are_taken():
    # S is 33.33 behind. Two steps suffice: one on each criterion, or two on either.
    scores = {"S": (2, 2), "T": (3, 3), "U": (3, 3)}

    assert moves(score_steps(stepped((50.0, 50.0), scores), "S")) == [("S", "a", 2, 4, 2)]


def test_computed_and_missing_scores_stay():
    scores = {"S": (1, 3, None), "T": (4, 3, 1)}
    problem = replace(stepped((80.0, 20.0, 0.0), scores), computed=np.array([True, False, False]))

    # 80 behind, and only 20 + 13.33 to gain on the second criterion.
    assert score_steps(problem, "S") is None


@pytest.mark.parametrize(
    ("scale", "step"),
    [((1, 4), 1), ((0, 10), 1), ((0, 100), 10), ((0, 1), 0.1), ((0.5, 3.0), 0.25)],
)
def test_a_step_is_a_point_on_a_short_whole_scale_and_else_a_tenth(scale, step):
    assert step_of(np.array(scale, dtype=float)) == pytest.approx(step)


@st.composite
def small(draw):
    """Draw two or three alternatives on two criteria 1–3, on lines bent any way."""
    n_alternatives = draw(st.integers(2, 3))
    tens = st.integers(0, 10).map(lambda tenth: 10.0 * tenth)
    bent = {
        c: criterion(
            c, scale=(1.0, 3.0), value_points=tuple((score, draw(tens)) for score in (1, 2, 3))
        )
        for c in "ab"
    }
    score = st.tuples(st.integers(1, 3), st.integers(1, 3), st.integers(1, 3)).map(
        lambda drawn: (drawn[0], min(drawn), max(drawn))
    )
    scores = {f"A{a}": (draw(score), draw(score)) for a in range(n_alternatives)}
    problem = lettered((draw(st.integers(1, 5)), draw(st.integers(0, 5))), scores, **bent)
    return replace(problem, computed=np.array([draw(st.booleans()), False]))


def price(problem, first, ends):
    """Return steps, scores moved, ends out of range and (minus) own steps of a set of scores."""
    steps = np.abs(ends - problem.scores)
    outside = (steps > 0) & ((ends < problem.low) | (ends > problem.high))
    return steps.sum(), (steps > 0).sum(), outside.sum(), -steps[first].sum()


@settings(max_examples=80, deadline=None)
@given(problem=small())
def test_the_steps_are_the_cheapest_of_all_that_make_it_first(problem):
    open_to = [
        [problem.scores[a, c]] if problem.computed[c] or problem.shares[c] == 0 else [1, 2, 3]
        for a, c in np.ndindex(problem.scores.shape)
    ]
    every = np.array(list(product(*open_to)), dtype=float).reshape(-1, *problem.scores.shape)
    valued = np.stack([f(every[..., c]) for c, f in enumerate(problem.functions)], axis=-1)
    sums = valued @ problem.shares
    for first, name in enumerate(problem.alternatives):
        wins = every[sums[:, first] >= sums.max(axis=1) - TIE]
        steps = score_steps(problem, name)
        if not len(wins):
            assert steps is None
            continue
        ends = problem.scores.copy()
        for one in steps:
            a, c = (
                problem.alternatives.index(one.alternative),
                problem.criteria.index(one.criterion),
            )
            assert (one.start, abs(one.end - one.start)) == (ends[a, c], one.steps)
            assert one.within == (problem.low[a, c] <= one.end <= problem.high[a, c])
            ends[a, c] = one.end
        assert (wins == ends).all(axis=(1, 2)).any()
        assert price(problem, first, ends) == min(price(problem, first, one) for one in wins)
