"""How sure a ranking is, as plain data for JSON, unrounded; what cannot be told is null."""

from collections.abc import Iterable
from dataclasses import asdict

import numpy as np

from model.decision.dominance import Dominance
from model.decision.evidence import Evidence
from model.decision.problem import Problem
from model.decision.smaa import Acceptability
from model.decision.switch import ScoreStep, WeightSwitch
from model.decision.tornado import Tornado
from model.municipal import FloatArray
from model.scenario import Scenario
from report.as_data import by_name, by_pair, or_null
from report.names import origin_words


def acceptability(scenario: Scenario, found: Acceptability) -> dict[str, object]:
    """Return ranks, central weights, confidence and pairwise winning of all alternatives.

    One that cannot be ranked has null. There are as many ranks as alternatives that can.
    """
    confidence = _rows(scenario, found, found.confidence)
    return {
        "draws": found.draws,
        "seed": found.seed,
        "acceptability": _ranks(scenario, found, found.ranks),
        "central_weights": {
            name: by_name(found.criteria, row) if np.isfinite(row).all() else None
            for name, row in _rows(scenario, found, found.central_weights).items()
        },
        "confidence": {name: or_null(share) for name, share in confidence.items()},
        "pairwise": by_pair(
            [one.id for one in scenario.alternatives], found.alternatives, found.winning
        ),
    }


def standard_errors(scenario: Scenario, found: Acceptability) -> dict[str, list[float] | None]:
    """Return the standard error of each share in ``acceptability``."""
    return _ranks(scenario, found, found.errors)


def _rows(scenario: Scenario, found: Acceptability, numbers: FloatArray) -> dict[str, FloatArray]:
    """Return a row of numbers per alternative, nan for one that has no total."""
    rows = dict(zip(found.alternatives, numbers, strict=True))
    gap = np.full(numbers.shape[1:], np.nan)
    return {one.id: rows.get(one.id, gap) for one in scenario.alternatives}


def _ranks(
    scenario: Scenario, found: Acceptability, numbers: FloatArray
) -> dict[str, list[float] | None]:
    """Return a number per rank, without the ranks that nobody can take."""
    ranked = np.isfinite(found.ranks[:, :1]).sum()
    return {
        name: row[:ranked].tolist() if ranked and np.isfinite(row[0]) else None
        for name, row in _rows(scenario, found, numbers).items()
    }


def switch(
    scenario: Scenario,
    problem: Problem,
    alternative: str,
    weights: WeightSwitch | None,
    steps: Iterable[ScoreStep] | None,
) -> dict[str, object]:
    """Return what would have to be true for an alternative to be first.

    Args:
        scenario: As in its file, for where the scores come from.
    """
    return {
        "alternative": alternative,
        "weights": None if weights is None else by_name(problem.criteria, weights.shares),
        "distance": None if weights is None else weights.distance,
        "score_steps": None if steps is None else [_step(scenario, one) for one in steps],
    }


def _step(scenario: Scenario, step: ScoreStep) -> dict[str, object]:
    figure = scenario.figures[f"scores.{step.alternative}.{step.criterion}"]
    return {
        "alternative": step.alternative,
        "criterion": step.criterion,
        "from": step.start,
        "to": step.end,
        "within": step.within,
        "steps": step.steps,
        "origin": origin_words(scenario, figure.origin),
    }


def dominance(found: Dominance) -> list[dict[str, object]]:
    """Return each pair where one is better than the other, and in which ways."""
    return [asdict(pair) for pair in found.pairs]


def tornado(found: Tornado) -> list[dict[str, object]]:
    """Return how the leader's margin moves with one weight or score at a time, widest first."""
    return [asdict(bar) for bar in found.bars]


def evidence(found: Iterable[Evidence]) -> list[dict[str, object]]:
    """Return how often the leader is first with each figure known, most worth first."""
    return [asdict(one) | {"worth": one.worth} for one in found]
