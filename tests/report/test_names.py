"""What a figure is called: by its place, in words, and never like another one."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from loading.scenario_file import load_scenario
from model.scenario import Assessor
from report.names import assessor_names, figure_group, figure_name, listed_figures, value_words
from tests.shipping import KNOWN, SCENARIOS
from text import t

GOOD = load_scenario(Path(__file__).parent.parent / "bad_scenarios" / "_good.yaml", KNOWN)
"""A small file with every part, groups of criteria too."""


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda one: one.id)
def test_no_two_figures_of_an_investigation_are_called_the_same(scenario):
    called = Counter(figure_name(scenario, key, KNOWN) for key in scenario.figures)

    assert [name for name, times in called.items() if times > 1] == []


def test_a_part_of_an_index_is_called_by_its_name_and_not_by_its_id():
    scenario = SCENARIOS["sydnarke-it"]
    names = {
        figure_name(scenario, key, KNOWN)
        for key in scenario.figures
        if key.startswith("fee_models.medlemsbidrag.index.") and key.endswith(".growth")
    }

    assert len(names) >= 2
    assert all(name.startswith("Uppräkning: ") for name in names)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("group_weights.safety", "Gruppens vikt: Trygghet"),
        ("values.risk.2", "Värde av poäng 2: Risk"),
        ("values.potential.2", "Värde av poäng 2,5: Potential"),
        ("bounds.risk.low", "Minsta vikt: Risk"),
        ("bounds.risk.high", "Största vikt: Risk"),
        ("uncertainty.weight_spread", "Hur mycket varje vikt får ändras (±)"),
        ("uncertainty.width.assumption", "Spann åt varje håll för antagna poäng"),
        ("uncertainty.range_factor", "Bredd på poängens spann (1 = som angivet)"),
        ("voices.it", "Röst: IT-chef"),
        ("assessor_weights.it.risk", "Vikt enligt IT-chef: Risk"),
        ("assessor_scores.it.drift.risk", "Poäng enligt IT-chef: Drift – Risk"),
    ],
)
def test_what_is_weighed_and_how_sure_it_is_has_a_name(key, words):
    assert figure_name(GOOD, key, KNOWN) == words


def test_an_assessor_without_a_name_is_called_by_the_municipality():
    named = assessor_names(SCENARIOS["ggvvh-it"], {})
    unnamed = replace(GOOD, assessors=(Assessor("0617", "", "0617"),))

    assert named["1315"] == "Hylte"
    assert assessor_names(unnamed, KNOWN) == {"0617": "Gnosjö"}
    assert assessor_names(unnamed, {}) == {"0617": "0617"}


@pytest.mark.parametrize("scenario", [*SCENARIOS.values(), GOOD], ids=lambda one: one.id)
def test_every_figure_is_listed_under_a_group_that_has_a_name(scenario):
    assert all(t(figure_group(key)) for key in scenario.figures)


def test_a_list_has_what_the_file_states_and_what_is_changed():
    scenario = SCENARIOS["ggvvh-it"]
    listed = listed_figures(scenario)

    assert "bounds.potential.low" not in listed
    assert "values.potential.2" not in listed
    assert "uncertainty.width.assumption" in listed
    assert "assessor_scores.1315.extern.genomforande" in listed
    assert "assessor_scores.1315.s.genomforande" not in listed
    changed = {"values.potential.2", "assessor_scores.1315.s.genomforande"}
    assert set(listed_figures(scenario, changed)) - set(listed) == changed


def test_no_figure_is_told_as_missing_because_an_assessor_has_the_joint_one():
    own = GOOD.figures["assessor_scores.gnosjo.drift.risk"]
    joint = GOOD.figures["scores.drift.risk"]

    assert value_words(own, None) == "som gemensamt"
    assert value_words(joint, None) == "ej bedömt"
    assert value_words(own, 3.0).replace("\u00a0", " ") == "3 poäng"
