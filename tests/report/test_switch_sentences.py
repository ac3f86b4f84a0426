"""What would have to be true, as a director reads it."""

import pytest

from model.decision.dominance import dominance
from model.decision.problem import pose
from model.decision.switch import ScoreStep, score_steps, weight_switch
from report import switch_sentences
from tests.model.decision.building import scenario

# Values on 1–4: a step is a third of 100. x: 100 on a and 0 on b, total 50. y: 33.3 and 33.3.
START = scenario({"a": 1, "b": 1}, {"x": [(4, 3, 4), 1], "y": [2, (2, 2, 3)]})
PROBLEM, _ = pose(START)


def test_the_weights_that_would_make_an_alternative_first_are_told_with_todays():
    # y is first when 100 w = 33.3, that is a weighs a third: a sixth of the weight changes place.
    said = switch_sentences.by_weights(START, PROBLEM, weight_switch(PROBLEM, "y"))

    assert said == (
        "Om a väger 33,3\u00a0% i stället för 50\u00a0% och b väger 66,7\u00a0% i stället för "
        "50\u00a0%. Då byter 16,7\u00a0% av vikten plats."
    )


def test_weights_that_change_alike_are_told_together():
    # x leads by 100 on a, y by 33.3 on d. b and c weigh nothing in between: their weight goes to d,
    # and then y is first when d weighs three times a.
    start = scenario({"a": 1, "b": 1, "c": 1, "d": 1}, {"x": [4, 4, 4, 3], "y": [1, 1, 1, 4]})
    problem, _ = pose(start)

    said = switch_sentences.by_weights(start, problem, weight_switch(problem, "y"))

    assert "väger 0\u00a0% var i stället för 25\u00a0%" in said


def test_no_weights_that_suffice_are_told_as_such():
    worse = scenario({"a": 1, "b": 1}, {"x": [4, 4], "y": [1, 2]})
    problem, _ = pose(worse)

    said = switch_sentences.by_weights(worse, problem, weight_switch(problem, "y"))

    assert "kan inte bli etta" in said


def test_scores_that_would_make_an_alternative_first_are_told_with_their_range_and_origin():
    # y needs 16.7 more: one step on b, from 2 to 3, gives 33.3 / 2 = 16.7. It is within 2–3.
    steps = score_steps(PROBLEM, "y")

    assert switch_sentences.by_scores(START, "y", steps) in (
        "Om ett poängsteg ändras: a får 3 i stället för 2. Då hamnar en av poängen utanför sitt "
        "spann.",
        "Om ett poängsteg ändras: b får 3 i stället för 2. Det ryms i poängens spann.",
    )
    (origin,) = switch_sentences.origins(START, steps)
    assert origin.endswith(": 2. Antagande: Testvärde.")


def test_a_rivals_score_is_told_with_whose_it_is():
    steps = (ScoreStep("x", "a", start=4.0, end=3.0, within=True, steps=1),)

    assert switch_sentences.by_scores(START, "y", steps) == (
        "Om ett poängsteg ändras: a för x får 3 i stället för 4. Det ryms i poängens spann."
    )


def test_a_score_moved_by_the_user_is_told_with_the_files():
    steps = (ScoreStep("y", "b", start=1.0, end=3.0, within=True, steps=2),)

    (line,) = switch_sentences.origins(START, steps)

    assert ": 1, ändrat från utredningens 2. Antagande: Testvärde." in line


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ({"x": [4, 3], "y": [2, 2]}, "även om poängen för x är så låga"),
        ({"x": [(3, 2, 4), 3], "y": [(3, 2, 4), 2]}, "med de poäng som står nu"),
        ({"x": [4, 1], "y": [1, 2]}, "Hur man väger avgör"),
    ],
    ids=["surely", "as-scored", "none"],
)
def test_an_alternative_that_is_worse_on_everything_is_told_the_surest_way(scores, said):
    start = scenario({"a": 1, "b": 1}, scores)
    problem, _ = pose(start)

    lines = switch_sentences.dominated(start, dominance(problem))

    assert len(lines) == 1
    assert said in lines[0]


def test_all_that_one_is_better_than_are_told_in_one_sentence():
    start = scenario({"a": 1, "b": 1}, {"x": [4, 3], "y": [2, 2], "z": [1, 3]})
    problem, _ = pose(start)

    (line,) = switch_sentences.dominated(start, dominance(problem))

    assert line.startswith("x är minst lika bra som y och z på allt som har vikt")
