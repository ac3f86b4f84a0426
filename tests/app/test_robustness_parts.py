"""Robusthet: the folded parts on what the leader's first place hangs on."""

import re
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from model.choices import Choices
from tests.app.opening import SCENARIOS, errors, words
from tests.shipping import SCENARIOS as SHIPPED
from ui.cache import Loaded
from ui.live.view import View
from ui.pages import robustness

GGVVH = SHIPPED["ggvvh-it"]
PARTS = ("tornado", "weight_line", "weight_map", "evidence", "methods")
_READINGS = count(1)
EVERY_PART = pytest.mark.parametrize("part", PARTS)


def _draw(part, now):
    from importlib import import_module

    import_module(f"ui.robustness.{part}").draw(now)


def unfolded(part, scenario=GGVVH, values=None, weight_draws="near"):
    """Draw one part by itself, as it is drawn when it is unfolded."""
    loaded = Loaded(Path("prov.yaml"), (next(_READINGS), 0), scenario)
    choices = Choices(values=tuple(sorted((values or {}).items())), weight_draws=weight_draws)
    now = View(loaded, choices)
    return AppTest.from_function(_draw, args=(part, now), default_timeout=60).run()


def said(part, *given, **named):
    """Return what a part says; it must never be an error or a number that is none."""
    app = unfolded(part, *given, **named)
    assert errors(app) == []
    told = words(app)
    assert not re.search(r"\b(nan|None|inf)\b", told)
    return told


def with_scores(value, criterion="", scenario=GGVVH):
    """Return a scenario whose scores, on one criterion or on all, are the same."""
    keys = [
        key for key in scenario.figures if key.startswith("scores.") and key.endswith(criterion)
    ]
    return scenario.with_values(dict.fromkeys(keys, value))


@EVERY_PART
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_part_is_drawn_for_every_investigation(scenario, part):
    assert said(part, SHIPPED[scenario])


@EVERY_PART
def test_one_alternative_is_answered_in_a_sentence(part):
    alone = replace(GGVVH, alternatives=GGVVH.alternatives[:1])

    assert said(part, alone) == "Det finns inget annat alternativ som kan rangordnas."


@EVERY_PART
def test_scores_that_are_missing_are_answered_in_a_sentence(part):
    assert "poäng saknas" in said(part, with_scores(None, "risk-redundans"))


@EVERY_PART
def test_all_weights_at_zero_are_answered_in_a_sentence(part):
    zero = {key: 0.0 for key in GGVVH.figures if key.startswith("weights.")}

    assert said(part, values=zero).startswith("Minst en vikt måste vara större än noll")


@EVERY_PART
@pytest.mark.parametrize("criteria", [slice(1, 2), slice(1, 3)], ids=["one", "two"])
def test_few_criteria_are_no_hindrance(part, criteria):
    assert said(part, replace(GGVVH, criteria=GGVVH.criteria[criteria]))


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("tornado", "Inget kan ändra försprånget"),
        ("weight_line", "Alla alternativ ligger lika hur mycket"),
        ("weight_map", "är etta på hela ytan"),
        ("evidence", "Det finns inget att ta reda på"),
        ("methods", "Alla alternativ ligger lika, hur man än räknar"),
    ],
)
def test_alternatives_that_are_all_equal_and_certain(part, words):
    equal = replace(with_scores(2.0), criteria=GGVVH.criteria[1:])

    assert words in said(part, equal, {"uncertainty.range_factor": 0.0})


def test_bounds_that_contradict_each_other_stop_only_what_draws_weights():
    bounds = {"bounds.potential.low": 0.7, "bounds.risk-redundans.low": 0.7}

    assert said("evidence", values=bounds, weight_draws="bounds").startswith(
        "Vikternas nedre gränser blir 140,0 %"
    )
    assert "1 Tjänst är etta tills" in said("weight_line", values=bounds, weight_draws="bounds")


def test_the_weights_that_are_tried_decide_what_to_find_out_first():
    near, every = (said("evidence", weight_draws=kind) for kind in ("near", "all"))

    assert near.split("Ta först")[1] != every.split("Ta först")[1]


def test_another_weight_is_looked_at_and_no_figure_is_changed():
    app = unfolded("weight_line")
    assert "1 Tjänst är etta tills Potential väger 19 %, sedan 2 IT-avdelning" in words(app)
    app.selectbox[0].set_value("risk-redundans").run()

    assert errors(app) == []
    assert "2 IT-avdelning är etta tills Risk och redundans väger 6 %, sedan 1 Tjänst" in words(app)


def test_the_two_weights_of_the_map_are_never_the_same():
    app = unfolded("weight_map")
    across, up = app.selectbox
    assert across.value not in up.options
    across.set_value(up.value).run()

    assert errors(app) == []
    across, up = app.selectbox
    assert across.value != up.value


def test_a_changed_score_is_told_with_what_it_was():
    told = said("evidence", values={"scores.1-tjanst.extern-kompetens": 3.5})

    assert "3,5, ändrat från 3" in told


def test_the_parts_stand_on_the_page():
    assert set(PARTS) <= {name for name, _, _ in robustness.FOLDED}
