"""Several assessors, from the figures to everything that is shown."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from model.choices import Choices
from model.decision.group.decide_together import decide_together
from model.evaluate import evaluate_group
from model.scenario import Assessor
from tests.model.decision.group.building import Own, group, groups
from tests.shipping import COUNTRY, SCENARIOS

GGVVH = SCENARIOS["ggvvh-it"]


def test_what_is_assumed_gives_every_municipality_the_first_choice_that_it_has_stated():
    # The report, 4.1: Gislaved and Vaggeryd prefer a start in Teknik, the others in Tjänst. The
    # weights and scores in the file are our own, chosen to give that.
    found = evaluate_group(GGVVH, Choices(), COUNTRY)

    first = dict(zip(found.judgements.assessors, found.judgements.first, strict=True))
    assert {code for code, names in first.items() if names == ("1-teknik",)} == {"0662", "0665"}
    assert {one.verdict for one in found.stated} == {"agrees"}
    assert set(found.judgements.weights_from) == {"own"}


def test_by_their_weights_alone_all_agree_once_they_agree_on_the_weight_of_the_effort():
    weights_only = tuple(Assessor(f"vikter-{code}", "", code) for code in GGVVH.own_weights)

    found = evaluate_group(replace(GGVVH, assessors=weights_only), Choices(), COUNTRY)

    assert not any(found.judgements.own_scores)
    assert {one.first for one in found.joint.results} == {("1-tjanst",)}
    assert found.joint.condorcet == "1-tjanst"
    assert found.weight_spread[0].criterion == "genomforande"
    assert found.agreement.outcome == "gathers"
    assert found.agreement.step.criterion == "genomforande"
    assert (found.agreement.today.together, found.agreement.step.after.together) == (3, 5)


def test_the_users_choices_reach_the_assessors_and_the_voices():
    one_voice = tuple((f"voices.{one.id}", float(one.id == "0662")) for one in GGVVH.assessors)
    no_weights = tuple((f"municipal_weights.0617.{one.id}", 0.0) for one in GGVVH.criteria)

    found = evaluate_group(GGVVH, Choices(values=one_voice + no_weights, voices="given"), COUNTRY)

    assert found.joint.assessors == ("0662", "0683", "0665", "1315")
    assert found.joint.voices.tolist() == [1, 0, 0, 0]
    assert found.joint.result("mean").first == ("1-teknik",)
    assert {"voices.0662", "municipal_weights.0662.genomforande"} <= set(found.used)


def test_by_population_voices_are_as_the_inhabitants():
    found = evaluate_group(GGVVH, Choices(voices="population"), COUNTRY)

    inhabitants = COUNTRY.select(GGVVH.own_weights).population
    row = inhabitants.values[inhabitants.years.index(GGVVH.projection.last_population_year)]
    assert found.joint.voices == pytest.approx(row / row.sum())


def test_without_assessors_every_part_is_empty():
    found = decide_together(group({"a": 1.0}, {"x": [1]}, {}))

    assert found.joint is None
    assert found.agreement.outcome == "alone"
    parts = (found.weight_spread, found.score_spread, found.pairs, found.nobodys_last, found.stated)
    assert parts == ((),) * 5


def test_with_nobody_counted_they_are_shown_and_nothing_else_is():
    found = decide_together(group({"a": 1.0}, {"x": [1]}, {"noll": Own([0]), "noll2": Own([0])}))

    assert found.judgements.assessors == ("noll", "noll2")
    assert (found.joint, found.pairs, found.weight_spread) == (None, (), ())
    assert found.agreement.outcome == "alone"


@settings(max_examples=60, deadline=None)
@given(scenario=groups())
def test_any_group_has_a_result(scenario):
    found = decide_together(scenario)

    counted = found.judgements.counted
    assert (found.joint is None) == (not counted.assessors)
    assert len(found.pairs) == len(counted.assessors) * (len(counted.assessors) - 1) // 2
    assert len(found.stated) == len(scenario.assessors)
