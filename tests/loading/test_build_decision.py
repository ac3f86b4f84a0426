"""What is weighed against what, from a file: what it states, and what is so without its saying."""

from pathlib import Path

import pytest

from loading.scenario_file import load_scenario
from model.figures import Origin
from model.scenario import Assessor, CriteriaGroup

GOOD = Path(__file__).parent.parent / "bad_scenarios" / "_good.yaml"
KNOWN = {"0617": "Gnosjö", "0662": "Gislaved", "1315": "Hylte"}
GUESS = Origin("assumption", reason="Satt för provet.")


@pytest.fixture(scope="module")
def scenario():
    return load_scenario(GOOD, KNOWN)


@pytest.fixture
def built(tmp_path):
    """Return a function that builds the good file with some of its words replaced."""

    def build(*changes):
        text = GOOD.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "file.yaml"
        path.write_text(text, encoding="utf-8")
        return load_scenario(path, KNOWN)

    return build


def section(name, after):
    """Return a section of the good file, to be cut out."""
    text = GOOD.read_text(encoding="utf-8")
    return text[text.index(f"{name}:\n") : text.index(f"{after}:\n")]


def numbers(scenario, prefix):
    return [one.value for key, one in scenario.figures.items() if key.startswith(prefix)]


# --- Groups


def test_a_group_has_a_weight_and_its_criteria_name_it(scenario):
    assert scenario.groups == (
        CriteriaGroup("benefit", "Nytta", "Nytta", GUESS),
        CriteriaGroup("safety", "Trygghet", "Trygghet"),
    )
    assert [criterion.group for criterion in scenario.criteria] == ["benefit", "safety"]
    assert numbers(scenario, "group_weights.") == [50, 30]
    assert scenario.figures["group_weights.safety"].unit == "weight"


def test_without_groups_there_is_no_tree(built):
    flat = built(
        (section("criteria_groups", "criteria"), ""),
        ("    group: benefit\n", ""),
        ("    group: safety\n", ""),
    )

    assert flat.groups == ()
    assert [criterion.group for criterion in flat.criteria] == ["", ""]


# --- Values of scores


def test_a_score_has_a_value_where_the_scale_the_words_or_the_points_name_it(scenario):
    # Scale 1–4, words for 2, points at 1, 2 and 4.
    assert scenario.criteria[1].value_scores == (1, 2, 4)
    assert numbers(scenario, "values.risk.") == [0, 50, 100]


def test_a_scale_without_words_between_its_ends_has_a_value_in_the_middle(scenario):
    assert scenario.criteria[0].value_scores == (1, 2.5, 4)
    assert numbers(scenario, "values.potential.") == [0, 50, 100]


def test_a_score_between_two_points_has_the_value_of_the_line_between_them(built):
    # Words for 3 as well: half way from 2 (50) to 4 (100).
    scenario = built(("anchors: {2: något}", "anchors: {3: mer, 2: något}"))

    assert scenario.criteria[1].value_scores == (1, 2, 3, 4)
    assert numbers(scenario, "values.risk.") == [0, 50, 75, 100]


def test_values_fall_where_the_lowest_score_is_best(built):
    scenario = built(("high_means: allt}", "high_means: allt, better: low}"))

    assert numbers(scenario, "values.potential.") == [100, 50, 0]


def test_values_have_the_origin_that_the_file_gives_them(scenario):
    value = scenario.figures["values.risk.2"]

    assert (value.unit, value.implied) == ("points", False)
    assert value.origin == Origin("sourced", document="plan", section="Mål")


def test_points_without_an_origin_are_assumed_and_stated(built):
    origin = "    value_origin: {kind: sourced, document: plan, section: Mål}\n"
    value = built((origin, "")).figures["values.risk.2"]

    assert (value.origin.kind, value.implied) == ("assumption", False)
    assert "inte säger varifrån" in value.origin.reason


def test_steps_that_the_file_says_nothing_of_are_assumed_to_be_worth_the_same(scenario):
    value = scenario.figures["values.potential.2"]

    assert (value.origin.kind, value.implied) == ("assumption", True)
    assert value.origin.reason.startswith("Varje steg på skalan antas vara värt lika mycket.")


# --- Bounds and uncertainty


def test_bounds_are_shares_of_all_weight(scenario):
    assert numbers(scenario, "bounds.") == [0.1, 0.8, 0.2, 0.9]
    low = scenario.figures["bounds.risk.low"]
    assert (low.unit, low.origin, low.implied) == ("share", GUESS, False)


def test_without_bounds_a_criterion_can_weigh_anything(built):
    scenario = built(("    bounds: {low: 0.1, high: 0.8, origin: *guess}\n", ""))

    assert numbers(scenario, "bounds.potential.") == [0, 1]
    assert scenario.figures["bounds.potential.high"].implied


def test_what_the_file_says_of_uncertainty_is_kept(scenario):
    spread = scenario.figures["uncertainty.weight_spread"]

    assert (spread.value, spread.low, spread.high, spread.implied) == (0.4, 0.2, 0.6, False)
    assert numbers(scenario, "uncertainty.width.") == [0.1, 0, 0.25]
    assert [
        scenario.figures[f"uncertainty.width.{kind}"].implied
        for kind in ("sourced", "official", "assumption")
    ] == [False, True, False]


def test_what_the_file_does_not_say_of_uncertainty_is_so_and_marked(built):
    scenario = built((section("uncertainty", "units"), ""))

    figures = {key: one for key, one in scenario.figures.items() if key.startswith("uncertainty.")}
    assert {key.removeprefix("uncertainty."): one.value for key, one in figures.items()} == {
        "weight_spread": 0.5,
        "width.sourced": 0,
        "width.official": 0,
        "width.assumption": 0,
        "range_factor": 1,
    }
    assert all(one.implied and one.origin.kind == "assumption" for one in figures.values())


# --- Those who weigh on their own


def test_an_assessor_has_a_voice_and_what_is_its_own(scenario):
    assert scenario.assessors == (
        Assessor("gnosjo", "Gnosjö kommun", "0617", GUESS),
        Assessor("it", "IT-chef", None, Origin("sourced", document="plan", section="Bilaga 1")),
    )
    assert numbers(scenario, "voices.") == [2, 1]
    assert numbers(scenario, "assessor_weights.it.") == [10, 90]
    assert numbers(scenario, "assessor_scores.it.") == [3, 4]


def test_a_municipality_with_a_row_of_weights_has_them_there_only(scenario):
    assert numbers(scenario, "assessor_weights.gnosjo.") == []
    assert numbers(scenario, "municipal_weights.0617.") == [30, 70]


def test_a_score_of_ones_own_as_a_number_has_the_assessors_origin(scenario):
    score = scenario.figures["assessor_scores.it.samverkan.risk"]

    assert (score.unit, score.origin.section, score.low) == ("score", "Bilaga 1", None)


def test_a_score_of_ones_own_may_have_its_own_range_and_origin(scenario):
    score = scenario.figures["assessor_scores.it.drift.risk"]

    assert (score.value, score.low, score.high, score.origin) == (4, 3, 4, GUESS)


@pytest.mark.parametrize("written", ["risk: null", "risk: {value: null}"])
def test_a_score_of_ones_own_without_a_value_is_the_joint_one(built, written):
    score = built(("samverkan: {risk: 3}", f"samverkan: {{{written}}}")).figures[
        "assessor_scores.it.samverkan.risk"
    ]

    assert (score.value, score.implied) == (None, True)


def test_who_has_no_scores_or_weights_of_their_own_has_the_joint_ones(built):
    scenario = built(("    weights: {potential: 10, risk: 90}\n", ""))

    for key in ("assessor_weights.it.risk", "assessor_scores.gnosjo.drift.risk"):
        figure = scenario.figures[key]
        assert (figure.value, figure.implied, figure.origin.kind) == (None, True, "assumption")


def test_a_computed_criterion_cannot_be_judged_by_oneself(scenario):
    assert not [key for key in scenario.figures if key.startswith("assessor_scores.it.drift.pot")]


def test_a_voice_that_is_not_given_is_one(built):
    voice = built(("    voice: {value: 2, unit: weight, origin: *guess}\n", "")).figures[
        "voices.gnosjo"
    ]

    assert (voice.value, voice.unit, voice.implied) == (1, "weight", True)


def test_where_no_assessors_are_listed_they_are_the_municipalities_with_weights(built):
    hylte = '    "1315": {potential: 1, risk: 2}\n    "0617": {potential: 30, risk: 70}\n'
    scenario = built(
        (section("assessors", "uncertainty"), ""),
        ('    "0617": {potential: 30, risk: 70}\n', hylte),
    )

    # In the order of the members and not of the rows.
    assert scenario.municipalities == ("0662", "0617", "1315")
    assert scenario.assessors == (
        Assessor("0617", "", "0617", GUESS),
        Assessor("1315", "", "1315", GUESS),
    )
    assert numbers(scenario, "voices.") == [1, 1]
    assert numbers(scenario, "assessor_weights.") == []
    assert numbers(scenario, "assessor_scores.") == [None] * 4


def test_an_empty_list_of_assessors_is_none_at_all(built):
    assert built((section("assessors", "uncertainty"), "assessors: []\n")).assessors == ()
