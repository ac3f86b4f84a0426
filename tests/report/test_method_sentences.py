"""What other methods say, in words."""

import pytest

from model.decision.cross_check import Disagreement, cross_check
from model.decision.problem import pose
from report import method_sentences as sentences
from tests.model.decision.building import criterion, scenario


def checked(weights, scores):
    whole = {name: criterion(name, scale=(0.0, 100.0)) for name in weights}
    made = scenario(weights, scores, criteria=whole)
    return made, cross_check(pose(made)[0])


def test_methods_that_agree_are_said_to():
    made, found = checked({"x": 1, "y": 1}, {"A": (80, 70), "B": (50, 60), "C": (20, 10)})

    assert sentences.finding(made, found) == "Alla fyra sätt att räkna sätter A först"


def test_of_two_that_share_our_first_place_the_one_is_named_that_the_methods_agree_on():
    # Both have 50 by the sum. TOPSIS, VIKOR and PROMETHEE II put B first alone.
    made, found = checked({"x": 1, "y": 1}, {"A": (100, 0), "B": (50, 50), "C": (20, 30)})

    assert found.results[0].first == ("A", "B")
    assert sentences.finding(made, found) == "Alla fyra sätt att räkna sätter B först"


def test_a_method_that_counts_wins_puts_the_one_that_is_a_little_better_on_most_first():
    # A: (100 + 0 + 0)/3 against B: (10 + 20 + 20)/3. B wins two criteria of three.
    made, found = checked({"x": 1, "y": 1, "z": 1}, {"A": (100, 0, 0), "B": (10, 20, 20)})
    (why,) = (one for one in found.disagreements if one.method == "promethee")

    said = sentences.disagreement(made, why)

    assert said.startswith(
        "PROMETHEE II sätter B före A, eftersom det där räknas vem som är bättre"
    )
    assert "I snitt vinner B 67\u00a0% av vikten mot de andra och A 33\u00a0%." in said
    assert said.endswith(
        "Mest gör y, där B har 20 av 100 och A 0: det räcker för att vinna hela vikten."
    )


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("distance", "TOPSIS sätter B före A, eftersom stora skillnader där väger extra."),
        ("worst", "A är svagast på x: 33 av 100, mot 67 för B."),
        ("stretch", "hamnar en hel skala isär. Mest gör x: B har 67 av 100, A 33."),
        ("wins", "Mest gör x, där B har 67 av 100 och A 33: det räcker för att vinna hela vikten."),
    ],
)
def test_each_reason_has_a_sentence(reason, words):
    made = scenario({"x": 1}, {"A": [2.0], "B": [3.0]})
    why = Disagreement("topsis", "B", "A", reason, "x", (0.6, 0.4), (66.7, 33.3))

    assert words in sentences.disagreement(made, why)


def test_a_method_that_counts_wins_may_decide_where_its_first_is_far_worse():
    made = scenario({"x": 1}, {"A": [4.0], "B": [1.0]})
    why = Disagreement("promethee", "B", "A", "wins", "x", (0.6, 0.4), (0.0, 100.0))

    assert sentences.disagreement(made, why).endswith(
        "Mest gör x, där B har 0 av 100 och A 100: att vara så mycket sämre räknas inte som mer"
        " än en vanlig förlust."
    )


def test_a_first_place_that_only_another_method_shares_is_told():
    # The sum: A 55, B 50. VIKOR: both lack half the weight on one criterion.
    made, found = checked({"x": 1, "y": 1}, {"A": (100, 10), "B": (0, 100)})
    ours, vikor = found.results[0], found.results[2]

    assert sentences.shared(made, ours, ours) == ""
    assert ours.first == ("A",)
    assert vikor.first == ("A", "B")
    assert sentences.shared(made, vikor, ours) == (
        "VIKOR skiljer inte mellan A och B: de delar första platsen."
    )


def test_where_all_are_alike_no_first_is_named():
    made, found = checked({"x": 1}, {"A": [50], "B": [50]})

    assert sentences.finding(made, found) == "Alla alternativ ligger lika, hur man än räknar"


@pytest.mark.parametrize(
    ("tau", "words"),
    [
        (1.0, "samma ordning"),
        (0.87, "nästan samma ordning"),
        (0.6, "delvis samma ordning"),
        (0.0, "ingen likhet"),
        (-1.0, "snarast omvänd ordning"),
    ],
)
def test_how_alike_two_rankings_are_in_words(tau, words):
    assert sentences.order(tau) == words
