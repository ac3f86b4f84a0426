"""What several assessors say together, in sentences; worked by hand on scores that are values."""

import re

import pytest
from hypothesis import given, settings

from model.choices import VOICES
from model.decision.group.decide_together import decide_together
from report import group_charts, group_words
from report.group_sentences import answer, reservations, rule_cell
from report.names import assessor_names
from tests.model.decision.group.building import Own, group, groups

PEOPLE = {"0662": 30.0, "0680": 10.0}
TWO = {"a": 1.0, "b": 1.0}
SCORES = {"x": [100, 0], "y": [0, 100], "z": [40, 40]}
NORTH, SOUTH, BETWEEN = Own([3, 1]), Own([1, 3]), Own([1, 1])
# Totals (x, y, z): north 75, 25, 40; south 25, 75, 40; between 50, 50, 40.


def told(scenario, voices="equal"):
    found = decide_together(scenario, PEOPLE, voices)
    return answer(scenario, found, voices, assessor_names(scenario, {}))


def plain(line):
    return line.replace("\u00a0", " ")


def test_the_first_together_with_its_margin_how_many_have_it_and_whom_nobody_has_last():
    lines = told(group(TWO, SCORES, {"nord": NORTH, "öst": NORTH, "syd": SOUTH}))

    # x (75 + 75 + 25) / 3 = 58.3, y (25 + 25 + 75) / 3 = 41.7, z 40.
    assert plain(lines[0]) == (
        "x blir etta när alla väger lika, 16,6 poäng före y. 2 av 3 har det som etta; syd har y."
    )
    assert lines[1] == "z hamnar inte sist hos någon."


def test_when_all_have_the_same_first_choice_that_is_all_that_is_said_of_them():
    three = told(group(TWO, SCORES, {"nord": NORTH, "öst": NORTH, "väst": NORTH}))
    two = told(group(TWO, SCORES, {"nord": NORTH, "öst": NORTH}))

    assert plain(three[0]).endswith("35,0 poäng före z. Alla 3 har det som etta.")
    assert two[0].endswith("Båda har det som etta.")
    assert three[1] == "Alla sätter y sist."


def test_what_ties_for_the_first_place_is_told_with_what_each_has():
    lines = told(group(TWO, SCORES, {"nord": NORTH, "syd": SOUTH}))

    assert lines[0] == "x och y delar första platsen när alla väger lika. nord har x, syd har y."


def test_when_it_is_a_tie_for_everyone_that_is_said_once():
    lines = told(group(TWO, SCORES, {"nord": BETWEEN, "syd": BETWEEN}))

    assert lines[0] == "x och y delar första platsen när alla väger lika. Så är det hos var och en."


def test_one_who_has_it_first_beside_another_has_it_as_shared():
    lines = told(group(TWO, SCORES, {"nord": NORTH, "syd": BETWEEN}))

    assert lines[0].endswith("Båda har det som etta, ensamt eller delat.")


def test_a_joint_first_that_is_nobodys_first_choice_is_told_as_such():
    # x and y have 100 with one and 0 with the other, z has 60 with both.
    scenario = group({"a": 1.0}, {"x": [0], "y": [0], "z": [60]}, {
        "nord": Own(scores={"x": [100]}), "syd": Own(scores={"y": [100]})
    })  # fmt: skip

    assert told(scenario)[0] == (
        "z blir etta när alla väger lika, 10,0 poäng före x och y. "
        "Ingen har det som etta; nord har x, syd har y."
    )


def test_where_the_rules_on_ranks_put_another_first_it_is_said():
    # Mean of x (60 + 60 + 0) / 3 = 40, of y (50 + 50 + 100) / 3 = 66.7; but two of three have x.
    scenario = group({"a": 1.0}, {"x": [60], "y": [50]}, {
        "nord": Own(scores={"x": [60]}), "öst": Own(scores={"x": [60]}),
        "syd": Own(scores={"x": [0], "y": [100]}),
    })  # fmt: skip

    lines = told(scenario)

    assert plain(lines[0]).startswith("y blir etta när alla väger lika, 26,7 poäng före x. 1 av 3")
    assert lines[1] == (
        "Varje alternativ hamnar sist hos någon. "
        "Räknat på platssiffror och parvisa möten blir x etta."
    )


def test_how_they_are_counted_is_part_of_the_sentence():
    north, south = Own([3, 1], town="0662"), Own([1, 3], town="0680")
    scenario = group(TWO, SCORES, {"nord": north, "syd": south}, voices={"syd": 4.0})

    # By inhabitants x has (30 · 75 + 10 · 25) / 40 = 62.5 and z 40; y has (30 · 25 + 10 · 75) / 40
    # = 37.5. With voices 1 and 4 y has (25 + 4 · 75) / 5 = 65, z 40 and x 35.
    assert told(scenario, "population")[0].startswith(
        "x blir etta när kommunerna väger efter sina invånare, 22,5 poäng före z."
    )
    assert told(scenario, "given")[0].startswith(
        "y blir etta med de givna rösterna, 25,0 poäng före z."
    )


def test_more_than_a_sentence_can_name_are_counted():
    many = {f"n{n}": NORTH for n in range(7)} | {f"s{n}": SOUTH for n in range(6)}

    assert plain(told(group(TWO, SCORES, many))[0]).endswith(
        "7 av 13 har det som etta; 6 av 13 har y."
    )


@pytest.mark.parametrize(
    ("assessors", "words"),
    [
        (
            {"nord": NORTH},
            "Bara nord räknas, så det finns inget att väga samman. nord sätter x först.",
        ),
        (
            {"nord": BETWEEN},
            "Bara nord räknas, så det finns inget att väga samman. nord sätter x och y först.",
        ),
        ({"nord": Own([0, 0])}, "Ingen av dem som bedömer kan räknas."),
    ],
)
def test_with_fewer_than_two_there_is_nothing_to_put_together(assessors, words):
    assert told(group(TWO, SCORES, assessors)) == (words,)


def test_one_alternative_wins_over_nobody():
    lines = told(group(TWO, {"x": [1, 2]}, {"nord": NORTH, "syd": SOUTH}))

    assert lines == ("Bara x kan jämföras. Båda har det som etta.",)


def test_who_is_not_counted_and_what_is_not_compared_are_told_with_the_reason():
    scenario = group(
        TWO,
        {"x": [50, None], "y": [50, 50], "z": [None, None]},
        {"noll": Own([0, 0]), "halv": Own([1, None]), "en": Own([1, 0])},
    )
    judged = decide_together(scenario).judgements

    assert reservations(scenario, judged, assessor_names(scenario, {})) == [
        "noll räknas inte, eftersom alla vikter är noll.",
        "halv har egna vikter för bara en del av kriterierna. Därför gäller de gemensamma.",
        "x och z jämförs inte, eftersom poäng saknas.",
    ]


def test_a_score_that_one_lacks_is_named():
    # Jointly b has no weight, so x can be compared; syd weighs it, and has no score for it.
    scenario = group(
        {"a": 1.0, "b": 0.0},
        {"x": [50, None], "y": [50, 50]},
        {"nord": Own([1, 0]), "syd": Own([1, 1])},
    )
    judged = decide_together(scenario).judgements

    assert reservations(scenario, judged, assessor_names(scenario, {})) == [
        "syd räknas inte, eftersom poängen för x på b saknas."
    ]


def test_each_rule_has_its_points_and_rank():
    scenario = group(TWO, SCORES, {"nord": NORTH, "öst": NORTH, "syd": SOUTH})
    joint = decide_together(scenario).joint

    # y: mean 41.7; above x with one of three and above z with one, 2/3; loses both majorities.
    cells = [rule_cell(result, 1) for result in joint.results]
    assert cells == ["41,7 (plats 2)", "0,7 (plats 3)", "−2 (plats 3)"]


@settings(max_examples=50, deadline=None)
@given(scenario=groups())
def test_any_group_is_told_in_whole_sentences(scenario):
    names = assessor_names(scenario, {})
    for voices in (one for one in VOICES if one != "population"):
        found = decide_together(scenario, voices=voices)
        lines = [*answer(scenario, found, voices, names)]
        lines += [
            group_words.widest_pair(scenario, found.pairs, names),
            group_words.agreement(scenario, found.agreement),
            group_words.stated(found.stated),
        ]
        if found.joint:
            picture = group_charts.places(scenario, found, voices, names)
            lines += [picture.title, picture.description]
            group_charts.weight_spans(scenario, found, names)
        for line in lines:
            assert line.endswith(".")
            assert not re.search(r"\b(nan|None|inf)\b|\{|  ", line)
