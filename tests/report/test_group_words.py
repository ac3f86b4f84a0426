"""What parts several assessors and what would bring them together, in sentences."""

import pytest

from model.decision.group.acceptance import StatedChoice
from model.decision.group.agreement import Agreement, Standing, Step
from model.decision.group.decide_together import decide_together
from model.decision.group.pairs import Pair
from report import group_words
from report.names import assessor_names
from tests.model.decision.group.building import Own, group

TWO = {"a": 1.0, "b": 1.0}
SCORES = {"x": [100, 0], "y": [0, 100]}
SMALL = group(TWO, SCORES, {"nord": Own([3, 1]), "syd": Own([1, 3])})
NAMES = assessor_names(SMALL, {})


def pair(weights, scores, measure="margin"):
    whole = weights + scores
    shares = (weights / whole, scores / whole) if whole else (None, None)
    first = ("x", "y") if measure == "margin" else None
    return Pair("nord", "syd", measure, first, whole, weights, scores, *shares)


def widest(*pairs):
    return group_words.widest_pair(SMALL, pairs, NAMES).replace("\u00a0", " ")


def test_a_pair_is_told_with_what_comes_from_weights_and_what_from_scores():
    # The example of docs/method.md: 80, of which 60 from weights and 20 from scores.
    assert widest(pair(60.0, 20.0)) == (
        "Längst ifrån varandra står nord och syd: nord har x som etta, syd har y. "
        "Av skillnaden kommer 75 % från vikterna och 25 % från poängen."
    )


@pytest.mark.parametrize(
    ("weights", "scores", "words"),
    [
        (8.0, 0.0, "Hela skillnaden kommer från vikterna."),
        (0.0, 8.0, "Hela skillnaden kommer från poängen."),
        (
            10.0,
            -2.0,
            "Skillnaden kommer från vikterna. Poängen drar åt andra hållet: "
            "hade bara vikterna skilt sig hade de stått längre ifrån varandra.",
        ),
        (
            -2.0,
            10.0,
            "Skillnaden kommer från poängen. Vikterna drar åt andra hållet: "
            "hade bara poängen skilt sig hade de stått längre ifrån varandra.",
        ),
    ],
)
def test_a_part_that_draws_them_together_has_no_per_cent(weights, scores, words):
    assert widest(pair(weights, scores)).endswith(words)


def test_those_without_a_first_choice_in_common_go_before_those_who_only_differ_in_points():
    assert "som etta" in widest(pair(30.0, 20.0, "distance"), pair(1.0, 1.0))
    assert widest(pair(3.0, 2.0, "distance")).startswith(
        "Alla har en etta gemensam med var och en av de andra. "
        "Mest skiljer sig nord och syd, i snitt 5,0 poäng per alternativ."
    )


def test_with_nobody_apart_or_nobody_to_be_apart_from_that_is_said():
    assert widest(pair(0.0, 0.0, "distance")) == "Ingen skiljer sig från någon annan."
    assert widest().startswith("Det behövs minst två")


@pytest.mark.parametrize(
    ("weights", "scores", "cells"),
    [
        (60.0, 20.0, ["60,0 (75 %)", "20,0 (25 %)"]),
        (10.0, -2.0, ["10,0", "−2,0"]),
        (0.0, 0.0, ["0,0", "0,0"]),
    ],
)
def test_in_the_table_a_part_below_zero_leaves_points_only(weights, scores, cells):
    one = pair(weights, scores)
    parts = ((one.weights, one.weights_share), (one.scores, one.scores_share))

    assert [group_words.part_words(*part, one).replace("\u00a0", " ") for part in parts] == cells


def test_the_criterion_and_the_score_that_they_see_most_differently_are_named_with_who():
    lower = Own([1, 3], {"x": [70, None]})
    scenario = group(TWO, SCORES, {"nord": Own([3, 1]), "syd": lower, "öst": Own([1, 1])})
    found, names = decide_together(scenario), assessor_names(scenario, {})

    weights = group_words.weights_apart(scenario, found.weight_spread, names, 3)
    scores = group_words.scores_apart(scenario, found.score_spread, names, 3)

    assert weights.replace("\u00a0", " ") == "Mest olika vägs a: 25 % hos syd, 75 % hos nord"
    assert scores == "Mest olika bedöms x på a: 70 hos syd, 100 hos nord och öst."


def test_where_all_weigh_and_judge_alike_that_is_said():
    found = decide_together(group(TWO, SCORES, {"nord": Own(), "syd": Own()}))

    assert group_words.weights_apart(SMALL, found.weight_spread, NAMES, 2).startswith("Alla väger")
    assert group_words.scores_apart(SMALL, found.score_spread, NAMES, 2) == "Alla har samma poäng."


TODAY = Standing(2, ("x",), (), 8.04)


def agreed(outcome, step=None, today=TODAY):
    found = Agreement(outcome, ("nord", "syd", "öst"), today, step)
    return group_words.agreement(SMALL, found).replace("\u00a0", " ")


def test_an_agreement_on_a_weight_tells_the_share_and_how_many_it_gathers():
    step = Step("weight", None, "a", 0.25, 0.75, 0.5, Standing(3, ("x",), (), 1.0), 2.0)

    assert agreed("gathers", step) == (
        "Om alla ger a 50 % av vikten (nu 25 % till 75 %) får 3 av 3 x som etta, mot 2 nu."
    )


def test_an_agreement_on_a_score_that_only_brings_them_nearer_tells_how_much():
    step = Step("score", "y", "b", 1.0, 4.0, 2.25, Standing(2, ("x",), (), 3.0), 2.0)

    assert agreed("nearer", step) == (
        "Ingen enskild överenskommelse ger fler samma etta. Närmast varandra kommer de om alla ger "
        "y poängen 2,2 på b (nu 1 till 4). Då minskar skillnaden mellan deras poäng från 8,0 till "
        "3,0 i snitt."
    )


def test_where_as_many_have_one_as_another_both_are_named():
    step = Step("weight", None, "a", 0.25, 0.75, 0.5, Standing(2, ("x", "y"), (), 1.0), 2.0)

    assert "får 2 av 3 x eller y som etta" in agreed("gathers", step)


@pytest.mark.parametrize(
    ("outcome", "today", "words"),
    [
        ("agreed", TODAY, "Alla har redan samma etta: x."),
        ("nothing", TODAY, "Ingen enskild vikt eller poäng att enas om för dem närmare varandra."),
        ("nothing", None, "Ingen enskild vikt eller poäng att enas om för dem närmare varandra."),
        (
            "alone",
            None,
            "Det behövs minst två som räknas för att det ska finnas något att enas om.",
        ),
    ],
)
def test_without_a_step_the_reason_is_told(outcome, today, words):
    assert agreed(outcome, today=today) == words


@pytest.mark.parametrize(
    ("verdicts", "words"),
    [
        (("agrees", "none"), "Alla som har sagt vad de föredrar har det också som etta."),
        (("agrees", "differs"), "1 av 2 som har sagt vad de föredrar har det också som etta."),
        (("none",), "Ingen av dem som bedömer har sagt vad den föredrar."),
        ((), "Ingen av dem som bedömer har sagt vad den föredrar."),
    ],
)
def test_how_many_have_what_they_have_stated_as_their_first_choice(verdicts, words):
    found = [
        StatedChoice("nord", ("x",), () if verdict == "none" else ("x",), verdict)
        for verdict in verdicts
    ]

    assert group_words.stated(found).replace("\u00a0", " ") == words


def test_a_preference_of_one_who_is_not_counted_is_not_told_as_silence():
    found = [StatedChoice("nord", (), ("x",), "none")]

    assert group_words.stated(found) == "Ingen av dem som har sagt vad de föredrar kan räknas."
