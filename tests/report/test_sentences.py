"""What a director reads out, where the plain cases end."""

from model.choices import Choices
from model.evaluate import evaluate_decision
from report import sentences
from tests.shipping import COUNTRY, SCENARIOS

GGVVH = SCENARIOS["ggvvh-it"]


def test_a_criterion_that_nobody_is_judged_on_and_that_weighs_nothing_leaves_the_answer_standing():
    values = {f"scores.{item.id}.genomforande": None for item in GGVVH.alternatives}
    bare = GGVVH.with_values(values | {"weights.genomforande": 0.0})

    said = sentences.robustness(bare, evaluate_decision(bare, Choices(), COUNTRY))

    assert " leder" in said
    assert "i en okänd andel med helt fria vikter" in said


def test_an_alternative_that_is_first_more_often_than_the_leader_is_named_beside_it():
    decision = evaluate_decision(GGVVH, Choices(), COUNTRY)

    assert decision.leader == "1-tjanst"
    assert "(1 Teknik i 37\u00a0%)" in sentences.first_places(GGVVH, decision)
    assert sentences.robustness(GGVVH, decision).startswith(
        "1 Tjänst har flest poäng, men 1 Teknik blir oftare etta: i 37\u00a0% av försöken"
    )
