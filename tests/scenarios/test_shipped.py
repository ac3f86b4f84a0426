"""The investigations that ship: whole, runnable, sourced and free of what has no place in them."""

import re

import numpy as np
import pytest

from loading.scenario_file import read_scenario, shipped
from model.choices import Choices
from model.decision.group.acceptance import stated_choices
from model.decision.group.assessors import judgements
from model.evaluate import evaluate_decision, evaluate_fees, latest_population
from tests.shipping import COUNTRY, KNOWN, SCENARIOS

EVERY = pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda one: one.id)
EVERY_FILE = pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)

WORD = r"[A-ZÅÄÖÉ][a-zåäöéü]+"
TWO_NAMES = re.compile(rf"\b({WORD}(?:-{WORD})?) ({WORD})\b")
COMPANY = re.compile(r"\b(\w+(?: \w+)?) (AB|Aktiebolag|HB|Ltd|Inc|GmbH|Oy|A/S)\b")
ADDRESS = re.compile(r"https?:|www\.|\w@\w|\b[\w-]+\.(?:se|com|nu|org|net|eu)\b", re.IGNORECASE)


@EVERY_FILE
def test_a_shipped_file_has_no_problems(path):
    assert read_scenario(path, KNOWN)[1] == ()


def test_an_investigation_ships_for_each_of_the_four_bodies():
    assert set(SCENARIOS) == {"ggvvh-it", "mediacenter", "oland-it", "sydnarke-it"}
    assert all(scenario.id == name for name, scenario in SCENARIOS.items())


@EVERY
def test_every_fee_model_runs_on_the_scenarios_members(scenario):
    models = tuple(model.id for model in scenario.fee_models)
    result = evaluate_fees(scenario, Choices(models=models), COUNTRY)

    assert result.failed == ()
    assert tuple(one.model for one in result.results) == models
    for one in result.results:
        assert np.isfinite(one.fee).all(), one.model
        assert (one.fee > 0).all(), one.model


@EVERY
def test_the_models_shown_first_are_two_to_four(scenario):
    assert 2 <= len(scenario.default_models) <= 4


@EVERY
def test_at_most_one_fee_model_is_in_force(scenario):
    assert sum(model.status == "current" for model in scenario.fee_models) <= 1


@EVERY
def test_the_alternatives_can_be_ranked(scenario):
    decision = evaluate_decision(scenario, Choices(), COUNTRY)

    assert sum(np.isfinite(total) for total in decision.totals) >= 2


@EVERY_FILE
def test_no_web_or_mail_address_stands_in_a_file(path):
    assert not ADDRESS.findall(path.read_text(encoding="utf-8"))


@EVERY_FILE
def test_no_company_stands_in_a_file_but_the_joint_bodies(path):
    bodies = " ".join(body.name for body in SCENARIOS[path.stem].bodies)
    named = {match[0] for match in COMPANY.finditer(path.read_text(encoding="utf-8"))}

    assert all(name in bodies for name in named), named


@EVERY_FILE
def test_no_person_is_named_in_a_file(path):
    """Two names in a row are a person's, unless one of them is a place, a body or a heading."""
    scenario = SCENARIOS[path.stem]
    titles = [
        *COUNTRY.names,
        *(county.removesuffix(" län") for county in set(COUNTRY.counties)),
        *(body.name for body in scenario.bodies),
        *(alternative.name for alternative in scenario.alternatives),
        *(document.publisher for document in scenario.documents),
    ]
    places = {word for title in titles for word in re.findall(WORD, title)}
    places |= {f"{place}s" for place in places}
    text = path.read_text(encoding="utf-8")

    people = [" ".join(pair) for pair in TWO_NAMES.findall(text) if not set(pair) & places]

    assert not people


@pytest.mark.parametrize("said", ["Anna Andersson", "Per-Olof Öberg", "Åsa Lind"])
def test_a_persons_name_would_be_found(said):
    assert TWO_NAMES.search(f"enligt {said} i bilagan")


@EVERY
def test_the_document_of_every_sourced_figure_is_listed(scenario):
    listed = {document.id for document in scenario.documents}
    origins = [
        *(figure.origin for figure in scenario.figures.values()),
        *(model.origin for model in scenario.fee_models if model.origin),
        *(alternative.origin for alternative in scenario.alternatives if alternative.origin),
        *(preference.origin for preference in scenario.preferences),
        *(assessor.origin for assessor in scenario.assessors if assessor.origin),
    ]

    for origin in origins:
        if origin.kind == "sourced":
            assert origin.document in listed, origin
            assert origin.section.strip(), origin


@EVERY
def test_every_listed_document_is_a_source_of_something(scenario):
    """Of a figure, or named in the reason of an assumption."""
    parts = (*scenario.fee_models, *scenario.alternatives, *scenario.criteria, *scenario.bodies)
    origins = [
        *(figure.origin for figure in scenario.figures.values()),
        *(part.origin for part in parts if part.origin),
    ]

    for document in scenario.documents:
        assert any(
            document.id in (origin.document, *re.findall(r"[\w-]+", origin.reason))
            for origin in origins
        ), document.id


@EVERY
def test_every_score_is_an_assumption_with_a_range_and_a_reason(scenario):
    """The scores of the sources were pictures, or are read out of pros and cons."""
    scores = [figure for key, figure in scenario.figures.items() if key.startswith("scores.")]

    assert scores
    for score in scores:
        assert score.origin.kind == "assumption", score.key
        assert score.value is None or score.low is not None, score.key


@EVERY
def test_a_score_of_an_assessors_own_is_a_marked_assumption_at_most_two_steps_from_the_joint(
    scenario,
):
    own = {
        key: figure
        for key, figure in scenario.figures.items()
        if key.startswith("assessor_scores.") and figure.value is not None
    }

    assert len(own) <= 8
    for key, figure in own.items():
        joint = scenario.value("scores." + key.split(".", 2)[2])
        assert 0 < abs(figure.value - joint) <= 2, key
        assert figure.origin.kind == "assumption" and figure.low is not None, key


def test_each_municipality_has_first_what_it_has_said_that_it_prefers():
    scenario = SCENARIOS["ggvvh-it"]
    judged = judgements(scenario, latest_population(scenario, COUNTRY))

    assert judged.assessors == scenario.municipalities
    assert {one.assessor: one.first for one in stated_choices(scenario, judged)} == {
        "0662": ("1-teknik",),
        "0617": ("1-tjanst",),
        "0683": ("1-tjanst",),
        "0665": ("1-teknik",),
        "1315": ("1-tjanst",),
    }


@EVERY
def test_how_wide_a_score_without_a_range_is_tried_is_stated_and_wider_the_less_is_known(scenario):
    widths = [
        scenario.figures[f"uncertainty.width.{kind}"]
        for kind in ("official", "sourced", "assumption")
    ]

    assert not any(width.implied for width in widths)
    assert sorted(widths, key=lambda one: one.value) == widths


@EVERY
def test_every_assumption_says_why(scenario):
    bare = [
        figure.key
        for figure in scenario.figures.values()
        if figure.origin.kind == "assumption" and len(figure.origin.reason.split()) < 3
    ]

    assert not bare


@EVERY
def test_no_label_is_blank(scenario):
    assert all(figure.label == figure.label.strip() for figure in scenario.figures.values())


@EVERY
def test_every_assumed_growth_has_a_range_that_the_band_can_use(scenario):
    bare = [
        figure.key
        for figure in scenario.figures.values()
        if figure.unit == "share/year" and figure.origin.kind == "assumption" and figure.low is None
    ]

    assert not bare


@EVERY
def test_fixed_percentages_and_parts_sum_to_the_whole(scenario):
    result = evaluate_fees(
        scenario, Choices(models=tuple(model.id for model in scenario.fee_models)), COUNTRY
    )

    assert "key_sum" not in {found.code for found in result.findings}
