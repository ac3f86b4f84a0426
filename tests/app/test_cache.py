"""What results are kept by: the choices that they rest on and no others."""

import pytest

from model.choices import Choices
from model.evaluate import evaluate_decision, evaluate_fees
from tests.shipping import COUNTRY, SCENARIOS
from ui import cache

EVERY = pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda one: one.id)


def kept(key, value=1.0):
    """Return the choices kept for the alternatives and for the fees when one figure is changed."""
    choices = Choices(values=((key, value),))
    return cache.decision_values(choices), cache.fee_choices(choices).values


@EVERY
def test_what_the_alternatives_rest_on_is_kept_for_them_and_not_for_the_fees(scenario):
    for key in evaluate_decision(scenario, Choices(), COUNTRY).used:
        assert kept(key) == (((key, 1.0),), ()), key


@EVERY
def test_what_the_fees_rest_on_is_kept_for_them_and_not_for_the_alternatives(scenario):
    models = tuple(model.id for model in scenario.fee_models)
    for key in evaluate_fees(scenario, Choices(models=models), COUNTRY).used:
        assert kept(key) == ((), ((key, 1.0),)), key


@pytest.mark.parametrize(
    "key",
    [
        "group_weights.safety",
        "bounds.risk.low",
        "values.risk.2",
        "uncertainty.weight_spread",
        "uncertainty.width.sourced",
        "voices.it",
        "assessor_weights.it.risk",
        "assessor_scores.it.drift.risk",
    ],
)
def test_what_judgements_and_uncertainty_rest_on_is_no_matter_for_the_fees(key):
    assert kept(key) == (((key, 1.0),), ())


def test_which_weights_are_tried_and_how_assessors_count_is_no_matter_for_the_fees():
    choices = Choices(weight_draws="all", voices="given", same_start=True)

    assert cache.fee_choices(choices) == Choices(same_start=True)
