"""What a swing is, and where answers about weights contradict each other, in words."""

from dataclasses import replace

import numpy as np
import pytest

from model.decision.elicitation import consistency, contradictions
from model.decision.value_functions import value_function
from model.decision.ways import Way
from model.figures import Figure, Figures
from report import weighting_sentences as words
from tests.model.decision.building import ASSUMED, criterion, in_groups, scenario


def named(id, short, **other):
    return replace(criterion(id, **other), short=short)


COST = named(
    "cost",
    "Kostnad",
    low_means="Dyrast",
    high_means="Billigast",
    anchors=((2.0, "Ganska dyrt"), (3.0, "Ganska billigt")),
    value_scores=(1.0, 2.0, 3.0, 4.0),
)
RISK = named(
    "risk",
    "Risk",
    low_means="Ingen risk",
    high_means="Stor risk",
    higher_is_better=False,
    value_scores=(1.0, 2.5, 4.0),
)
CRITERIA = (COST, RISK)
CASE = scenario(
    {"cost": 50, "risk": 50}, {"x": [1, 1], "y": [4, 4]}, criteria={one.id: one for one in CRITERIA}
)


def plain(said):
    return said.replace("\u00a0", " ")


# --- What a score and a swing mean


@pytest.mark.parametrize(
    ("score", "said"), [(1.0, "1 – Dyrast"), (2.0, "2 – Ganska dyrt"), (2.5, "2,5")]
)
def test_a_score_is_told_with_its_anchor_or_else_the_meaning_of_the_end(score, said):
    assert words.point(COST, score) == said


def test_a_swing_goes_from_the_worst_end_to_the_best():
    assert words.swing(COST, value_function(COST)) == "Kostnad: från ”Dyrast” till ”Billigast”"
    assert words.swing(RISK, value_function(RISK)) == "Risk: från ”Stor risk” till ”Ingen risk”"


@pytest.mark.parametrize(
    ("values", "worst", "best"),
    [
        ((0, 100, 50, 20), "Dyrast", "Ganska dyrt"),
        ((30, 0, 60, 100), "Ganska dyrt", "Billigast"),
        ((0, 0, 100, 100), "Dyrast", "Billigast"),  # of equals the end of the scale
        ((100, 60, 30, 0), "Billigast", "Dyrast"),
    ],
)
def test_a_swing_follows_what_the_points_are_worth(values, worst, best):
    assert words.ends(COST, value_function(COST, values)) == (worst, best)


def test_a_score_without_words_is_told_by_its_number():
    peaked = value_function(RISK, (0, 100, 0))

    assert words.ends(RISK, peaked) == ("Ingen risk", "poäng 2,5")


def test_the_question_sets_one_improvement_against_the_most_important():
    assert words.question(RISK, COST, value_function(COST)) == (
        "Om ”Risk” från sämst till bäst är värt 100, "
        "hur mycket är då ”Kostnad” från ”Dyrast” till ”Billigast” värt?"
    )


# --- Contradictions


def test_what_the_order_and_the_points_say_against_each_other_is_told():
    pairs = contradictions([1, 2], [40, 100])

    assert words.contradictions(CRITERIA, pairs) == [
        "Ordningen säger att Kostnad är viktigare än Risk, men poängen säger tvärtom."
    ]
    assert words.contradictions(CRITERIA, contradictions([1, 1], [40, 100])) == []


def test_of_many_contradictions_three_are_told_and_the_others_counted():
    pairs = contradictions([1, 2, 3, 4], [1, 2, 3, 4])  # all six pairs
    four = tuple(criterion(name) for name in "abcd")

    *told, rest = words.contradictions(four, pairs)

    assert len(told) == 3
    assert rest == "Det finns 3 motsägelser till."


@pytest.mark.parametrize(
    ("points", "order", "said"),
    [
        ([22, 78], [14, 86], "skiljer mest på Kostnad: 22 % mot 14 %."),
        ([50.4, 49.6], [49.6, 50.4], "skiljer mest på Kostnad: 50,4 % mot 49,6 %."),
        ([50.1, 49.9], [50, 50], "ger i stort sett samma vikter."),
    ],
)
def test_where_the_points_and_the_order_differ_most(points, order, said):
    assert plain(words.difference(CRITERIA, consistency(points, order))).endswith(said)


def way(name, *first):
    return Way(name, np.array([0.5, 0.5]), first)


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        (
            [way("today", "x"), way("points", "x")],
            "x kommer först på alla sätt att väga i tabellen.",
        ),
        (
            [way("today", "x"), way("points", "x"), way("sum", "y"), way("centroid", "x", "y")],
            "Vem som kommer först beror på sättet att väga: x med dagens vikter och era poäng; "
            "y med jämna steg; x och y med tyngst i toppen.",
        ),
        (
            [way("today"), way("points", "x")],
            "Vem som kommer först beror på sättet att väga: "
            "inget alternativ med dagens vikter; x med era poäng.",
        ),
    ],
)
def test_who_is_first_with_each_way_of_weighting(ways, said):
    assert words.first(CASE, ways) == said


def test_nobody_is_first_in_any_way_where_no_alternative_can_be_ranked():
    assert words.first(CASE, [way("today"), way("points")]).startswith("Inget alternativ kan")


# --- Values that fall


def valued(**lines):
    """Return the scenario where criteria have these values of their scores."""
    figures = [
        Figure(f"values.{name}.{n}", float(value), "points", ASSUMED)
        for name, values in lines.items()
        for n, value in enumerate(values, 1)
    ]
    return replace(CASE, figures=Figures([*CASE.figures.values(), *figures]))


VALUED = valued(cost=(0, 30, 70, 100), risk=(100, 50, 0))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, []),
        ({"values.cost.2": 70.0}, []),  # level is not falling
        ({"values.cost.2": 80.0}, ["poäng 3 mindre värt än poäng 2 (70 mot 80)"]),
        ({"values.risk.2": 20.0}, []),
        ({"values.risk.3": 60.0}, ["poäng 2,5 mindre värt än poäng 4 (50 mot 60)"]),
    ],
)
def test_a_better_score_that_is_worth_less_is_told(changed, said):
    told = words.falling_values(VALUED, changed)

    assert len(told) == len(said)
    assert all(part in line for part, line in zip(said, told, strict=True))


def test_a_line_that_falls_as_the_file_has_it_is_not_told():
    assert words.falling_values(valued(cost=(0, 80, 70, 100), risk=(100, 50, 0)), {}) == []


# --- A tree


def test_a_group_where_nothing_has_weight_is_told():
    tree = in_groups(CASE, {"cost": "one", "risk": "two"}, {"one": 40, "two": 60})

    assert words.weightless_groups(tree, {}) == []
    assert words.weightless_groups(tree, {"weights.risk": 0.0}) == [
        "Gruppen two räknas inte, eftersom alla vikter i den är noll."
    ]
    assert words.weightless_groups(tree, {"weights.risk": 0.0, "group_weights.two": 0.0}) == []
