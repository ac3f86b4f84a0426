"""What several assessors say together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.decision.group.assessors import judgements
from model.decision.group.joint_ranking import borda, copeland, joint_ranking, support
from model.errors import MissingFigureError, VoiceError
from tests.model.decision.group.building import Own, group, groups

JOINT = {"a": 50.0, "b": 50.0}
SCORES = {"x": [80, 20], "y": [40, 60]}


def ballots(*given):
    """Return ranks and voices from (voters, "order of all from first to last")."""
    names = sorted(given[0][1])
    ranks = [[order.index(name) + 1 for name in names] for _, order in given]
    return ranks, np.array([float(voters) for voters, _ in given])


def test_borda_gives_the_points_of_bordas_own_example():
    # de Borda (1781), Mémoire sur les élections au scrutin, read in Barnett, The French
    # Connection (MAA Convergence): 21 voters; 3, 2 and 1 points give A 37, B 42 and C 47.
    # Counted from 0, one point less from each of the 21.
    backing = support(*ballots((1, "ABC"), (7, "ACB"), (7, "BCA"), (6, "CBA")))

    assert (borda(backing) + 21).tolist() == [37, 42, 47]


def test_copeland_gives_wins_less_losses_of_bordas_example():
    # C has 13 of 21 against A (7 + 6) and 7 + 6 = 13 against B; B has 13 against A.
    backing = support(*ballots((1, "ABC"), (7, "ACB"), (7, "BCA"), (6, "CBA")))

    assert backing[2].tolist() == [13, 13, 10.5]
    assert copeland(backing).tolist() == [-2, 0, 2]


def test_both_rules_on_the_published_vote_on_the_capital_of_tennessee():
    # Electowiki, "Effects of different voting systems under similar circumstances": 42 % Memphis,
    # 26 % Nashville, 15 % Chattanooga and 17 % Knoxville. Nashville has the majority of each pair
    # (68–32, 68–32, 58–42), Chattanooga 83–17 of Knoxville, both those 58–42 of Memphis.
    backing = support(*ballots((42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM")))

    # In the order C, K, M, N. Borda: 42 · 1 + 26 · 2 + 15 · 3 + 17 · 2 = 173 for Chattanooga.
    assert borda(backing).tolist() == [173, 107, 126, 194]
    assert copeland(backing).tolist() == [1, -1, -3, 3]


def test_a_majoritys_choice_may_lose_on_points():
    # A. Small on the Election-methods list, 24 February 2003: 66 set A > B > C, 34 B > C > A.
    # A is above both in 66 of 100, but on points B has 34 · 2 + 66 = 134 and A 66 · 2 = 132.
    backing = support(*ballots((66, "ABC"), (34, "BCA")))

    assert borda(backing).tolist() == [132, 134, 34]
    assert copeland(backing).tolist() == [2, 0, -2]


def test_those_that_tie_share_the_mean_of_their_places():
    # Places 2 and 3 of 4 are worth 2 and 1 points: 1.5 each.
    assert borda(support([[1, 2, 2, 4]], np.ones(1))).tolist() == [3, 1.5, 1.5, 0]


def test_a_tied_majority_is_neither_won_nor_lost():
    assert copeland(support([[1, 2], [2, 1]], np.array([0.5, 0.5]))).tolist() == [0, 0]


def three(**other):
    # ett: x 80·0.75 + 20·0.25 = 65, y 40·0.75 + 60·0.25 = 45; två and tre: x 35, y 55.
    own = {
        "ett": Own([3, 1], town="0662"),
        "två": Own([1, 3], town="0680"),
        "tre": Own([1, 3], town="0680"),
    }
    return group(JOINT, SCORES, own | other.pop("more", {}), **other)


def joint(scenario, how="equal", population=None):
    return joint_ranking(scenario, judgements(scenario), how, population)


def test_with_equal_voices_the_total_is_the_mean():
    found = joint(three())

    assert found.voices == pytest.approx([1 / 3] * 3)
    assert found.result("mean").points == pytest.approx([45, 155 / 3])  # (65 + 35 + 35) / 3
    assert found.result("borda").points == pytest.approx([1 / 3, 2 / 3])
    assert found.result("copeland").points.tolist() == [-1, 1]
    assert [one.ranks for one in found.results] == [(2, 1)] * 3
    assert found.condorcet == "y"
    assert found.used == ()


def test_given_voices_count_as_much_as_they_say_and_one_if_they_say_nothing():
    found = joint(three(voices={"ett": 6.0, "två": None}), "given")

    assert found.voices == pytest.approx([0.75, 0.125, 0.125])
    assert found.result("mean").points == pytest.approx([57.5, 47.5])  # 0.75 · 65 + 0.25 · 35
    assert found.condorcet == "x"
    assert found.used == ("voices.ett",)


def test_by_population_the_assessors_of_a_municipality_share_its_inhabitants():
    found = joint(three(), "population", {"0662": 6_000, "0680": 2_000})

    assert found.voices == pytest.approx([0.75, 0.125, 0.125])


def test_by_population_one_without_a_municipality_has_no_voice():
    roll = three(more={"roll": Own([1, 3])})

    found = joint(roll, "population", {"0662": 1, "0680": 1})

    assert found.voices.tolist() == [0.5, 0.25, 0.25, 0]


def test_a_population_that_is_needed_and_not_given_is_refused():
    with pytest.raises(MissingFigureError) as told:
        joint(three(), "population", {"0662": 6_000})

    assert told.value.values == {"key": "population.0680", "municipality": "0680"}


def test_voices_that_are_all_zero_or_negative_are_refused():
    for voices in ({"ett": 0.0, "två": 0.0, "tre": 0.0}, {"ett": -1.0}):
        with pytest.raises(VoiceError):
            joint(three(voices=voices), "given")
    roles = group(JOINT, SCORES, {"roll": Own()})
    with pytest.raises(VoiceError):
        joint(roles, "population", {})


def test_only_those_who_are_counted_have_a_voice():
    found = joint(three(more={"noll": Own([0, 0])}))

    assert found.assessors == ("ett", "två", "tre")
    assert len(found.voices) == 3


def test_a_circle_of_majorities_has_no_winner_of_all_pairs():
    scores = {"x": [90, 10, 50], "y": [50, 90, 10], "z": [10, 50, 90]}
    only = {f"{c}": Own([c == name for name in "abc"]) for c in "abc"}

    found = joint(group({"a": 1.0, "b": 1.0, "c": 1.0}, scores, only))

    assert found.condorcet is None
    assert all(one.ranks == (1, 1, 1) for one in found.results)


def test_without_assessors_there_is_no_joint_result():
    assert joint(group(JOINT, SCORES, {})) is None
    assert joint(group(JOINT, SCORES, {"noll": Own([0, 0])})) is None


def test_where_no_alternative_can_be_compared_there_is_no_joint_result():
    assert joint(group(JOINT, {"x": [None, 1]}, {"ett": Own()})) is None


def test_a_single_alternative_wins_over_nothing():
    found = joint(group(JOINT, {"x": [80, 20]}, {"ett": Own()}))

    assert found.condorcet == "x"
    assert [one.points.tolist() for one in found.results] == [[50], [0], [0]]


def test_one_assessor_alone_decides():
    found = joint(group(JOINT, SCORES, {"ett": Own([3, 1])}))

    assert found.result("mean").points.tolist() == [65, 45]
    assert {one.first for one in found.results} == {("x",)}
    assert found.condorcet == "x"


@settings(max_examples=60)
@given(scenario=groups(least=1), data=st.data())
def test_the_order_of_the_assessors_does_not_matter(scenario, data):
    judged = judgements(scenario).counted
    order = data.draw(st.permutations(range(len(judged.assessors))))
    voices = np.arange(1.0, len(order) + 1)
    ranks = [judged.ranks[n] for n in order]

    backing, turned = support(judged.ranks, voices), support(ranks, voices[order])

    assert turned == pytest.approx(backing)
    assert copeland(turned).tolist() == copeland(backing).tolist()


@settings(max_examples=60)
@given(scenario=groups(least=1))
def test_what_all_have_first_alone_is_first_by_every_rule(scenario):
    found, judged = joint(scenario), judgements(scenario)
    firsts = set(judged.first)
    if len(firsts) == 1 and len(judged.first[0]) == 1:
        assert all(one.first == judged.first[0] for one in found.results)
        assert found.condorcet == judged.first[0][0]


@settings(max_examples=60)
@given(scenario=groups(least=1))
def test_points_are_shared_out_and_the_winner_of_all_pairs_is_copelands(scenario):
    found = joint(scenario)
    count = len(found.alternatives)

    assert found.result("borda").points.sum() == pytest.approx(count * (count - 1) / 2)
    assert found.result("copeland").points.sum() == 0
    assert found.support + found.support.T == pytest.approx(np.ones((count, count)))
    if found.condorcet:
        assert found.result("copeland").first == (found.condorcet,)
