"""The single thing to agree on that would bring most of the assessors together."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings

from model.decision.group.agreement import agreement
from model.decision.group.assessors import judgements
from model.decision.stability import divide
from model.decision.weighted_sum import totals
from tests.model.decision.building import criterion
from tests.model.decision.group.building import Own, group, groups

JOINT = {"a": 1.0, "b": 1.0}
EACH_ITS_OWN = {"x": [100, 0], "y": [0, 100]}


def of(assessors, scores=EACH_ITS_OWN, weights=JOINT, **other):
    return agreement(judgements(group(weights, scores, assessors, **other)))


def test_a_weight_that_all_could_share_gathers_them():
    # x has the share of a and y that of b: 80–20, 60–40 and 30–70. The mean of a is 170/3 = 56.7,
    # with which all have x first. The totals move 23.3, 3.3 and 26.7, in the mean 160/9 = 17.8.
    found = of({"ett": Own([80, 20]), "två": Own([60, 40]), "tre": Own([30, 70])})

    assert found.outcome == "gathers"
    assert (found.today.together, found.today.on) == (2, ("x",))
    assert found.today.first == (("x",), ("x",), ("y",))
    # The pairs lie 20, 50 and 30 apart on both alternatives.
    assert found.today.distance == pytest.approx(100 / 3)
    step = found.step
    assert (step.kind, step.alternative, step.criterion) == ("weight", None, "a")
    assert (step.low, step.high, step.agreed) == pytest.approx((0.3, 0.8, 17 / 30))
    assert (step.after.together, step.after.on) == (3, ("x",))
    assert step.after.first == (("x",),) * 3
    assert step.after.distance == pytest.approx(0)
    assert step.given_up == pytest.approx(160 / 9)


def test_a_score_that_all_could_share_gathers_them():
    # x has (100 + 20) / 2 = 60 from ett and (40 + 20) / 2 = 30 from två; y has 50 from both. With
    # 70 for x on a both give x 45. x moves 15 for both, y nothing: 7.5 in the mean.
    found = of(
        {"ett": Own(scores={"x": [100, None]}), "två": Own(scores={"x": [40, None]})},
        {"x": [0, 20], "y": [50, 50]},
    )

    step = found.step
    assert (found.outcome, found.today.together) == ("gathers", 1)
    assert (found.today.on, found.today.distance) == (("x", "y"), 15)
    assert (step.kind, step.alternative, step.criterion) == ("score", "x", "a")
    assert (step.low, step.high, step.agreed) == (40, 100, 70)
    assert (step.after.together, step.after.on, step.after.distance) == (2, ("y",), 0)
    assert step.given_up == pytest.approx(7.5)


def test_they_agree_on_a_score_and_its_value_follows_the_line():
    # On a bent line 1 is worth 0, 3 is worth 90 and 4 is worth 100: the mean score of 1 and 3
    # is 2, worth 45, and with 45 for x on a both have y first.
    found = of(
        {"ett": Own(scores={"x": [3]}), "två": Own(scores={"x": [1]})},
        {"x": [2], "y": [2.5]},
        weights={"a": 1.0},
        criteria={"a": criterion("a", value_points=((1, 0), (3, 90), (4, 100)))},
    )

    assert found.step.agreed == 2
    assert found.step.after.first == (("y",), ("y",))
    assert found.step.given_up == pytest.approx(22.5)  # 45 each on x, nothing on y


def test_the_agreement_that_gathers_most_is_chosen():
    # y has 50 from both, x (100 + 60) / 2 = 80 from ett and (40 + 50) / 2 = 45 from två. Agreed
    # on b (55) x has 77.5 and 47.5: not both. On a (70) it has 65 and 60.
    found = of(
        {"ett": Own(scores={"x": [100, 60]}), "två": Own(scores={"x": [40, 50]})},
        {"x": [0, 0], "y": [50, 50]},
    )

    assert (found.step.alternative, found.step.criterion) == ("x", "a")
    assert found.step.after.distance == pytest.approx(2.5)  # 5 on x, 0 on y


def test_of_those_that_gather_as_many_the_one_that_brings_totals_nearest_is_chosen():
    # y has 50 from both, x (100 + 70) / 2 = 85 from ett and (40 + 60) / 2 = 50 from två. Agreed
    # on b (65) x has 82.5 and 52.5, 30 apart. On a (70) it has 70 and 65, 5 apart.
    found = of(
        {"ett": Own(scores={"x": [100, 70]}), "två": Own(scores={"x": [40, 60]})},
        {"x": [0, 0], "y": [50, 50]},
    )

    assert (found.step.alternative, found.step.criterion) == ("x", "a")
    assert found.step.after.distance == pytest.approx(2.5)  # 5 on x, 0 on y


def test_of_those_that_bring_totals_as_near_the_one_that_gives_up_least_is_chosen():
    # y has 45 from all, x 40, 55 and 100. Agreed on a (60) x has 50, 65 and 80; on b (70) 55, 55
    # and 85. Both gather all three and leave the pairs 60 / 3 = 20 apart on x. The first moves x
    # 10, 10 and 20, the second 15, 0 and 15: 30 / 6 = 5 in the mean over assessors and x and y.
    found = of(
        {
            "ett": Own(scores={"x": [40, 40]}),
            "två": Own(scores={"x": [40, 70]}),
            "tre": Own(scores={"x": [100, 100]}),
        },
        {"x": [0, 0], "y": [45, 45]},
    )

    assert (found.step.alternative, found.step.criterion) == ("x", "b")
    assert found.step.after.together == 3
    assert found.step.after.distance == pytest.approx(10)
    assert found.step.given_up == pytest.approx(5)


def test_where_no_agreement_gathers_more_one_may_bring_totals_nearer():
    # ett gives x 100 and y 0, två the opposite. Any one score agreed on, 50, moves a total 25 for
    # both: one distance of 100 becomes 50. All four are as good, so the first is named.
    found = of(
        {
            "ett": Own(scores={"x": [100, 100], "y": [0, 0]}),
            "två": Own(scores={"x": [0, 0], "y": [100, 100]}),
        }
    )

    assert found.outcome == "nearer"
    assert (found.step.alternative, found.step.criterion) == ("x", "a")
    assert (found.today.together, found.step.after.together) == (1, 1)
    assert (found.today.distance, found.step.after.distance) == (100, 75)
    assert found.step.given_up == pytest.approx(12.5)


def test_an_agreement_that_leaves_them_all_undecided_does_not_help():
    # Both at 50–50 give x and y 50 each: then nobody has a first choice.
    found = of({"ett": Own([80, 20]), "två": Own([20, 80])})

    assert found.outcome == "nothing"
    assert found.today.together == 1
    assert found.step is None


def test_those_who_already_have_the_same_first_choice_need_no_agreement():
    found = of({"ett": Own([80, 20]), "två": Own([60, 40])})

    assert (found.outcome, found.step) == ("agreed", None)
    assert (found.today.together, found.today.on) == (2, ("x",))


def test_those_who_judge_alike_and_have_no_first_choice_have_nothing_to_agree_on():
    found = of({"ett": Own(), "två": Own()})

    assert (found.outcome, found.step) == ("nothing", None)
    assert (found.today.together, found.today.on, found.today.distance) == (0, (), 0)


def test_one_alone_has_nobody_to_agree_with():
    found = of({"ett": Own([80, 20]), "noll": Own([0, 0])})

    assert (found.outcome, found.assessors, found.step) == ("alone", ("ett",), None)
    assert found.today.first == (("x",),)


def test_without_assessors_there_is_no_standing():
    found = of({})

    assert (found.outcome, found.assessors, found.today) == ("alone", (), None)


def test_where_no_alternative_can_be_compared_nothing_helps():
    found = of({"ett": Own([1, 2]), "två": Own([2, 1])}, {"x": [None, None]})

    assert (found.outcome, found.today) == ("nothing", None)


def test_a_weight_that_would_need_a_score_that_is_missing_is_not_proposed():
    # With the mean weight of b, 0.51, två, tre and fyra would all have x first (70 against 29).
    # But ett, who weighs a alone, has no score for x on b and would be left without a total.
    on_b = {"x": [None, 90]}
    found = of(
        {
            "ett": Own(),
            "två": Own([0, 1], on_b),
            "tre": Own([19, 1], on_b),
            "fyra": Own([0, 1], on_b),
        },
        {"x": [50, None], "y": [60, 0]},
        weights={"a": 1.0, "b": 0.0},
    )

    assert found.today.first == (("y",), ("x",), ("y",), ("x",))
    assert (found.outcome, found.today.together) == ("nothing", 2)


def test_a_score_that_one_gives_no_weight_moves_nothing_for_them():
    # två gives x (60 + 10) / 2 = 35 and tre 75; y has (50 + 30) / 2 = 40. Agreed on 50 for x on b
    # both give x 55. ett, who has no score there and gives b no weight, has x first as before.
    found = of(
        {
            "ett": Own(),
            "två": Own([1, 1], {"x": [None, 10]}),
            "tre": Own([1, 1], {"x": [None, 90]}),
        },
        {"x": [60, None], "y": [50, 30]},
        weights={"a": 1.0, "b": 0.0},
    )

    assert found.today.first == (("x",), ("y",), ("x",))
    assert (found.step.alternative, found.step.criterion, found.step.agreed) == ("x", "b", 50)
    assert found.step.after.first == (("x",),) * 3
    assert found.step.given_up == pytest.approx(40 / 6)  # two totals of six move 20


@settings(max_examples=80, deadline=None)
@given(scenario=groups(least=2))
def test_no_other_step_is_better_than_the_one_that_is_chosen(scenario):
    judged = judgements(scenario)
    found = agreement(judged)
    best = min((goodness(judged, totals) for totals in steps(judged)), default=None)
    if found.outcome in ("gathers", "nearer"):
        chosen = -found.step.after.together, found.step.after.distance, found.step.given_up
        assert chosen == pytest.approx(best, abs=1e-6)
        assert found.step.after.together >= found.today.together
        assert found.step.low < found.step.agreed < found.step.high
    elif found.outcome == "nothing" and best is not None:
        assert -best[0] <= found.today.together


@settings(max_examples=40)
@given(scenario=groups(least=2))
def test_the_order_of_the_assessors_does_not_matter(scenario):
    turned = replace(scenario, assessors=scenario.assessors[::-1])

    one, other = agreement(judgements(scenario)), agreement(judgements(turned))

    assert one.outcome == other.outcome
    assert one.today.together == other.today.together
    assert one.today.on == other.today.on
    if one.step:
        assert one.step.given_up == pytest.approx(other.step.given_up)
        assert one.step.agreed == pytest.approx(other.step.agreed)


@settings(max_examples=40)
@given(scenario=groups(least=1, most=1))
def test_equals_have_nothing_to_agree_on(scenario):
    judged = judgements(replace(scenario, assessors=scenario.assessors * 3))

    found = agreement(judged)

    assert found.outcome == ("agreed" if len(judged.first[0]) == 1 else "nothing")
    assert found.today.distance == 0
    assert found.step is None


def steps(judged):
    """Yield the totals of every single agreement, worked out one assessor at a time."""
    everyone = range(len(judged.assessors))
    for c in range(len(judged.criteria)):
        if np.ptp(judged.shares[:, c]) > 1e-9:
            common = judged.shares[:, c].mean()
            taken = np.arange(len(judged.criteria)) == c
            yield np.array(
                [
                    totals(
                        judged.values[n],
                        np.where(taken, common, (1 - common) * divide(judged.shares[n], taken)),
                    )
                    for n in everyone
                ]
            )
        for a in range(len(judged.alternatives)):
            if np.ptp(judged.scores[:, a, c]) > 1e-9:
                values = judged.values.copy()
                values[:, a, c] = judged.scores[:, a, c].mean()  # the score is the value here
                yield np.array([totals(values[n], judged.shares[n]) for n in everyone])


def goodness(judged, moved):
    firsts = [np.flatnonzero(row >= row.max() - 1e-9).tolist() for row in moved]
    alone = [first[0] for first in firsts if len(first) == 1]
    together = max((alone.count(a) for a in alone), default=0)
    apart = np.mean([np.abs(one - other).mean() for one, other in combinations(moved, 2)])
    return -together, round(apart, 9), round(np.abs(moved - judged.totals).mean(), 9)
