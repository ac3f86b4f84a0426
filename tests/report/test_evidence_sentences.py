"""What a pre-study should find out first, in words."""

from math import nan

from model.decision.evidence import Evidence
from report import evidence_sentences as sentences
from tests.model.decision.building import scenario
from tests.shipping import SCENARIOS

MADE = scenario({"x": 1}, {"A": [3.0], "B": [2.5]})


def known(low, high, first_low="A", first_high="A"):
    return Evidence("scores.A.x", "A", "x", 2.0, 4.0, low, high, first_low, first_high)


def test_the_figure_that_most_hangs_on_is_told_with_both_its_ends():
    said = sentences.first(MADE, [known(0.48, 0.71), known(0.5, 0.6)], "A", 0.6)

    assert said == (
        "Ta först reda på poängen för A på x: är den 2 blir A etta i 48\u00a0% av försöken,"
        " är den 4 i 71\u00a0%."
    )


def test_another_that_is_first_more_often_at_an_end_is_named():
    one, both = known(0.2, 0.7, "B"), known(0.1, 0.3, "B", "B")

    assert sentences.first(MADE, [one], "A", 0.5).endswith(
        "Är den 2 är det oftare B som blir etta."
    )
    assert sentences.first(MADE, [both], "A", 0.2).endswith(
        "I båda fallen är det oftare B som blir etta."
    )


def test_where_nothing_matters_or_nothing_is_uncertain_it_is_said():
    assert sentences.first(MADE, [known(0.991, 0.999)], "A", 0.997).startswith(
        "Inget behöver redas ut först: A blir etta i över 99 % av försöken"
    )
    assert sentences.first(MADE, [known(0.391, 0.399)], "A", 0.395).startswith(
        "Inget enskilt antagande avgör: A blir etta i 40\u00a0% av försöken"
    )
    assert sentences.first(MADE, [], "A", 0.9).startswith("Det finns inget att ta reda på")
    assert sentences.first(MADE, [], "A", nan).startswith("A saknar en poäng på ett kriterium")


def test_a_capture_is_named_as_on_its_slider_and_told_in_per_cent():
    one = Evidence("capture.joint", None, "potential", 0.8, 1.0, 0.3, 0.4, "1-tjanst", "1-tjanst")
    said = sentences.first(SCENARIOS["ggvvh-it"], [one], "1-tjanst", 0.35)

    assert said.startswith(
        "Ta först reda på tillvaratagen potential, gemensamt utförande: är den 80\u00a0% blir"
    )
