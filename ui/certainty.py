"""How sure the ranking is, by value: the same scenario and choices are counted once, for all."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

import streamlit as st

from model.choices import Choices
from model.decision.cross_check import CrossCheck, cross_check
from model.decision.dominance import Dominance, dominance
from model.decision.evidence import Evidence
from model.decision.evidence_columns import known_captures
from model.decision.evidence_draws import evidence_drawn
from model.decision.exact import Exact, exact
from model.decision.problem import Problem
from model.decision.smaa import Acceptability, smaa
from model.decision.switch import ScoreStep, WeightSwitch, score_steps, weight_switch
from model.decision.tornado import Tornado, tornado
from model.decision.weight_draws import weight_model
from model.decision.weight_line import WeightLine, weight_line
from model.decision.weight_map import WeightMap, weight_map
from model.errors import ModelError
from model.evaluate import evaluate_problem, latest_population
from model.scenario import Scenario, WeightDraws
from report.errors import error_words
from ui import cache
from ui.cache import Loaded
from ui.live.view import View
from ui.words import safe

Result = TypeVar("Result")
Values = tuple[tuple[str, float], ...]


def problem(now: View) -> Problem:
    """Return what is weighed; see ``evaluate_problem`` for what is raised."""
    return _posed(now.loaded, cache.decision_values(now.choices))[0]


def used(now: View) -> tuple[str, ...]:
    """Return the keys of the figures that the problem rests on."""
    return _posed(now.loaded, cache.decision_values(now.choices))[1]


@lru_cache(maxsize=256)
def _posed(loaded: Loaded, values: Values) -> tuple[Problem, tuple[str, ...]]:
    return evaluate_problem(loaded.scenario, Choices(values=values), cache.country())


def acceptability(now: View) -> Acceptability:
    """Return how often each alternative takes each place, with the weights that are tried.

    Raises:
        BoundsError: The weights' bounds contradict each other.
    """
    return _acceptability(now.loaded, cache.decision_values(now.choices), now.choices.weight_draws)


@lru_cache(maxsize=256)
def _acceptability(loaded: Loaded, values: Values, kind: WeightDraws) -> Acceptability:
    chosen = loaded.scenario.with_values(dict(values))
    return smaa(_posed(loaded, values)[0], weight_model(chosen, kind), seed=chosen.seed, keep=True)


def can_be_drawn(now: View) -> bool:
    """Tell whether there are weights to try, and alternatives to rank."""
    try:
        return bool(acceptability(now).alternatives)
    except ModelError:
        return False


def exactly(now: View) -> Exact | None:
    """Return how the weights that are tried divide, where that can be told without drawing."""
    return _exact(now.loaded, cache.decision_values(now.choices), now.choices.weight_draws)


@lru_cache(maxsize=64)
def _exact(loaded: Loaded, values: Values, kind: WeightDraws) -> Exact | None:
    return None if kind == "near" else exact(_posed(loaded, values)[0], kind)


def switch(now: View, alternative: str) -> WeightSwitch | None:
    """Return the nearest weights with which an alternative is first."""
    return _switch(now.loaded, cache.decision_values(now.choices), alternative)


@lru_cache(maxsize=512)
def _switch(loaded: Loaded, values: Values, alternative: str) -> WeightSwitch | None:
    return weight_switch(_posed(loaded, values)[0], alternative)


def steps(now: View, alternative: str) -> tuple[ScoreStep, ...] | None:
    """Return the fewest score steps with which an alternative is first."""
    return _score_steps(now.loaded, cache.decision_values(now.choices), alternative)


@lru_cache(maxsize=512)
def _score_steps(loaded: Loaded, values: Values, alternative: str) -> tuple[ScoreStep, ...] | None:
    return score_steps(_posed(loaded, values)[0], alternative)


def dominated(now: View) -> Dominance:
    """Return which alternatives are better than which."""
    return _dominance(now.loaded, cache.decision_values(now.choices))


@lru_cache(maxsize=256)
def _dominance(loaded: Loaded, values: Values) -> Dominance:
    return dominance(_posed(loaded, values)[0])


def margins(now: View) -> tuple[Tornado, float]:
    """Return what the leader's margin hangs on, and how far weights are moved."""
    return _margins(now.loaded, cache.decision_values(now.choices))


@lru_cache(maxsize=256)
def _margins(loaded: Loaded, values: Values) -> tuple[Tornado, float]:
    spread = weight_model(loaded.scenario.with_values(dict(values)), "near").spread
    return tornado(_posed(loaded, values)[0], spread), spread


def line(now: View, criterion: str) -> WeightLine:
    """Return who is first as one weight goes from nothing to everything."""
    return _line(now.loaded, cache.decision_values(now.choices), criterion)


@lru_cache(maxsize=256)
def _line(loaded: Loaded, values: Values, criterion: str) -> WeightLine:
    return weight_line(_posed(loaded, values)[0], criterion)


def plane(now: View, x: str, y: str) -> WeightMap:
    """Return who is first for every mix of two weights."""
    return _plane(now.loaded, cache.decision_values(now.choices), x, y)


@lru_cache(maxsize=256)
def _plane(loaded: Loaded, values: Values, x: str, y: str) -> WeightMap:
    return weight_map(_posed(loaded, values)[0], x, y)


def worth(now: View) -> tuple[Evidence, ...]:
    """Return what hangs on each assumption, with the weights that are tried.

    Raises:
        BoundsError: The weights' bounds contradict each other.
    """
    return _worth(now.loaded, cache.decision_values(now.choices), now.choices.weight_draws)


@lru_cache(maxsize=64)
def _worth(loaded: Loaded, values: Values, kind: WeightDraws) -> tuple[Evidence, ...]:
    chosen = loaded.scenario.with_values(dict(values))
    posed, keys = _posed(loaded, values)
    known = known_captures(chosen, keys, latest_population(chosen, cache.country()))
    model = weight_model(chosen, kind)
    return evidence_drawn(posed, model, known, seed=chosen.seed, keep=True)


def methods(now: View) -> CrossCheck | None:
    """Return what other methods say; None where no alternative has a total."""
    return _methods(now.loaded, cache.decision_values(now.choices))


@lru_cache(maxsize=256)
def _methods(loaded: Loaded, values: Values) -> CrossCheck | None:
    return cross_check(_posed(loaded, values)[0])


def told(scenario: Scenario, compute: Callable[[], Result]) -> Result | None:
    """Return a result; where the model refuses, say why in a sentence and return None."""
    try:
        return compute()
    except ModelError as error:
        st.info(safe(error_words(error, scenario, cache.names())))
        return None
