"""What the leader's first place hangs on, in words; the numbers are worked by hand."""

import pytest

from model.decision.problem import pose
from model.decision.tornado import tornado
from model.decision.weight_line import weight_line
from model.decision.weight_map import weight_map
from report import certainty_sentences as sentences
from tests.model.decision.building import criterion, scenario

HANDED_OVER = {"S": (80, 40, 30), "T": (40, 90, 20), "U": (20, 50, 90)}
"""With 50, 30 and 20 % on x, y and z: U is first until x has 1/6, T until 13/33, and then S."""


def weighed(weights, scores):
    """Return a scenario whose scores are values 0–100, and the problem that it poses."""
    whole = {name: criterion(name, scale=(0.0, 100.0)) for name in weights}
    made = scenario(weights, scores, criteria=whole)
    return made, pose(made)[0]


def turned(weights, scores, spread=0.5):
    made, problem = weighed(weights, scores)
    return sentences.tornado(made, tornado(problem, spread))


def test_the_change_that_matters_most_is_named_and_those_that_turn_the_lead_are_counted():
    # A leads by 5. Its x at 40 gives −5 and at 80 gives 15; x or y at 25 or 75 % leaves 2.5–7.5.
    said = turned({"x": 1, "y": 1}, {"A": ((60, 40, 80), 60), "B": (50, 60)})

    assert said == "Mest betyder poängen för A på x; 1 av 3 ändringar räcker för att byta etta"


def test_a_lead_that_no_change_turns_is_told_so_and_a_weight_is_called_a_weight():
    # A leads by 15, and by 7.5 or 22.5 with 25 or 75 % on x. On y both get the same.
    said = turned({"x": 1, "y": 1}, {"A": (80, 60), "B": (50, 60)})

    assert said == (
        "Mest betyder vikten för x och vikten för y,"
        " men ingen ändring räcker ensam för att byta etta"
    )


def test_of_more_than_two_that_matter_as_much_one_is_named():
    # A leads by 4, and each of three scores can move that by 5 each way.
    score = (60, 50, 70)
    said = turned({"x": 1, "y": 1}, {"A": (score, score), "B": (56, (56, 46, 66))}, spread=0)

    assert said.startswith("Mest betyder poängen för A på x, och 2 till lika mycket; 3 av 3")


def test_where_first_place_is_shared_a_change_is_said_to_take_it():
    said = turned({"x": 1}, {"A": [(60, 50, 70)], "B": [60]})

    assert said == "A delar första platsen; 1 av 1 ändringar räcker för att ta den ifrån A"


def test_a_change_that_makes_the_leader_share_first_place_is_told_beside_those_that_turn_it():
    _, problem = weighed({"x": 1}, {"A": [(60, 50, 70)], "B": [(50, 40, 70)]})

    # A at 50 draws level with B; B at 70 passes.
    assert sentences.shared(tornado(problem, 0.5)) == (
        "En ändring till räcker för att första platsen ska delas."
    )


def line(weights, scores, of="x"):
    made, problem = weighed(weights, scores)
    return sentences.weight_line(made, weight_line(problem, of))


def test_a_line_with_two_switches_is_told_from_end_to_end():
    assert line({"x": 50, "y": 30, "z": 20}, HANDED_OVER) == (
        "U är etta tills x väger 17\u00a0%, sedan T till 39\u00a0% och därefter S"
    )


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ({"A": (80, 60), "B": (50, 60)}, "A är etta hur mycket x än väger"),
        ({"A": (60, 20), "B": (20, 60)}, "B är etta tills x väger 50\u00a0%, sedan A"),
        ({"A": (60, 20), "B": (20, 60), "C": (20, 60)},
         "B och C är etta tills x väger 50\u00a0%, sedan A"),
        ({"A": (50, 50), "B": (50, 50)}, "Alla alternativ ligger lika hur mycket x än väger"),
    ],
)  # fmt: skip
def test_a_line_with_one_switch_or_none(scores, said):
    assert line({"x": 1, "y": 3}, scores) == said


def test_of_many_switches_the_nearest_is_told():
    # A 48 − 48x, B 44 − 24x, C 36 and D 12 + 36x meet at 1/6, 1/3 and 2/3; x has 40 % now.
    scores = {"A": (0, 48), "B": (20, 44), "C": (36, 36), "D": (48, 12)}

    assert line({"x": 2, "y": 3}, scores) == (
        "När x går från 0 till 100 % byts etta 3 gånger, närmast dagens vikt vid 33\u00a0%:"
        " från B till C"
    )


def test_a_line_that_no_alternative_is_judged_along_is_told_so():
    assert line({"x": 0, "y": 1}, {"A": (None, 60), "B": (None, 40)}) == (
        "Inget alternativ har de poäng som behövs från 0 till 100 %."
    )


@pytest.mark.parametrize(
    ("edge", "words"), [(0.002, "0,2\u00a0%"), (0.32, "32\u00a0%"), (0.998, "99,8\u00a0%")]
)
def test_a_switch_near_an_end_is_not_rounded_to_it(edge, words):
    assert sentences.edge_words(edge) == words


def map_of(scores):
    made, problem = weighed({"x": 1, "y": 1, "z": 1}, scores)
    found = weight_map(problem, "x", "y")
    notes = sentences.map_notes(made, found.regions, problem.alternatives)
    return sentences.weight_map(made, found), notes


def test_the_two_that_cover_most_of_the_map_are_told_and_those_without_a_place():
    # A is first where x is over a half: a quarter of the triangle. C is nowhere first.
    said, notes = map_of({"A": (100, 0, 0), "B": (50, 50, 50), "C": (0, 40, 40)})

    assert said == "B är etta på 75\u00a0% av ytan, A på 25\u00a0%"
    assert notes == ["Inte etta någonstans på kartan: C."]


def test_alternatives_that_are_alike_share_the_map():
    said, notes = map_of({"A": (50, 50, 50), "B": (50, 50, 50)})

    assert said == "A och B är etta på hela ytan"
    assert notes == ["A är hela tiden lika med B och delar ytan."]
