"""All that ``robust`` tells of how sure a ranking is."""

from dataclasses import dataclass

import numpy as np

from model.choices import Choices
from model.decision import weighted_sum
from model.decision.decide import Decision
from model.decision.dominance import Dominance, dominance
from model.decision.evidence import Evidence
from model.decision.evidence_columns import known_captures
from model.decision.evidence_draws import evidence_drawn
from model.decision.exact import Exact, exact
from model.decision.problem import Problem
from model.decision.ranking import TIE
from model.decision.smaa import DRAWS, Acceptability, smaa
from model.decision.switch import ScoreStep, WeightSwitch, score_steps, weight_switch
from model.decision.tornado import Tornado, tornado
from model.decision.weight_draws import weight_model
from model.evaluate import (
    apply,
    evaluate_decision,
    evaluate_problem,
    latest_population,
)
from model.municipal import FloatArray, MunicipalFigures
from model.scenario import Scenario
from report.sentences import ranked


@dataclass(frozen=True, slots=True, eq=False)
class Switch:
    """What would make an alternative first; None where nothing does."""

    alternative: str
    weights: WeightSwitch | None
    steps: tuple[ScoreStep, ...] | None


@dataclass(frozen=True, slots=True, eq=False)
class Certainty:
    """How sure the ranking is.

    Attributes:
        spread: How far a weight is tried from today's, as a share of itself.
        found: By drawing, or without.
        exact: None where it was drawn.
        switches: Of all that are not first, the best of them first.
        evidence: From as many draws as are asked for, at most 100,000: they are kept in memory.
    """

    decision: Decision
    problem: Problem
    spread: float
    found: Acceptability
    exact: Exact | None
    switches: tuple[Switch, ...]
    dominance: Dominance
    tornado: Tornado
    evidence: tuple[Evidence, ...]


def certainty(
    scenario: Scenario, choices: Choices, country: MunicipalFigures, *, seed: int, draws: int
) -> Certainty:
    """Return how sure the ranking is under the user's choices.

    Where scores are fixed and the weights are not "near", it is told without drawing if it can be.

    Raises:
        Those of ``evaluate_problem``; BoundsError: The weights' bounds contradict each other.
    """
    decision = evaluate_decision(scenario, choices, country)
    problem, keys = evaluate_problem(scenario, choices, country)
    chosen = apply(scenario, choices)
    model = weight_model(chosen, choices.weight_draws)
    exactly = None if model.kind == "near" else exact(problem, model.kind)
    worth: tuple[Evidence, ...] = ()
    if exactly is not None and exactly.ranks is not None:
        found = _without_drawing(problem, exactly, seed, draws)
    else:
        exactly = None
        found = smaa(problem, model, seed=seed, draws=draws)
        known = known_captures(chosen, keys, latest_population(chosen, country))
        worth = evidence_drawn(problem, model, known, seed=seed, draws=min(draws, DRAWS))
    return Certainty(
        decision=decision,
        problem=problem,
        spread=model.spread,
        found=found,
        exact=exactly,
        switches=tuple(
            Switch(name, weight_switch(problem, name), score_steps(problem, name))
            for name in ranked(decision)
            if name not in decision.tied
        ),
        dominance=dominance(problem),
        tornado=tornado(problem, model.spread),
        evidence=worth,
    )


def _without_drawing(problem: Problem, found: Exact, seed: int, draws: int) -> Acceptability:
    return Acceptability(
        alternatives=found.alternatives,
        criteria=problem.criteria,
        ranks=found.ranks,
        errors=np.where(np.isnan(found.ranks), np.nan, 0.0),
        central_weights=found.central,
        confidence=_first_with(problem.judged.values, found.central),
        winning=found.pairwise,
        draws=draws,
        seed=seed,
    )


def _first_with(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Return 1 where each is first with weights of its own, less where it shares that; or nan."""
    shares = np.full(len(values), np.nan)
    for own in np.flatnonzero(~np.isnan(weights).any(axis=1)):
        totals = weighted_sum.totals(values, weights[own])
        first = totals >= np.nanmax(totals) - TIE
        shares[own] = first[own] / first.sum()
    return shares
