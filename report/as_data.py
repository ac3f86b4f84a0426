"""Results as plain data for JSON, unrounded; what cannot be told is null, never made up."""

import math
from collections.abc import Iterable

from loading.problems import Problem, message
from model.decision.decide import Decision
from model.evaluate import FeesResult
from model.scenario import Scenario
from report import sentences
from report.names import Names


def problems(found: Iterable[Problem]) -> dict[str, object]:
    """Return what ``check`` found."""
    return {
        "problems": [
            {
                "file": problem.file,
                "line": problem.line,
                "key": problem.key,
                "found": problem.found,
                "allowed": problem.allowed,
                "message": message(problem),
            }
            for problem in found
        ]
    }


def score(scenario: Scenario, result: Decision) -> dict[str, object]:
    """Return totals, ranks, contributions and the stability of each weight."""
    return {
        "scenario": scenario.id,
        "criteria": [
            {"id": name, "weight": float(share)}
            for name, share in zip(result.criteria, result.shares, strict=True)
        ],
        "alternatives": [
            {
                "id": name,
                "total": _or_null(result.totals[row]),
                "rank": result.ranks[row],
                "contributions": {
                    criterion: _or_null(result.contributions[row, column])
                    for column, criterion in enumerate(result.criteria)
                },
            }
            for row, name in enumerate(result.alternatives)
        ],
        "stability": [
            {"criterion": name, "low": _or_null(low), "high": _or_null(high)}
            for name, (low, high) in zip(result.criteria, result.stability, strict=True)
        ],
    }


def fees(scenario: Scenario, result: FeesResult, names: Names) -> dict[str, object]:
    """Return fees per model, member and year, and the findings in words."""
    return {
        "scenario": scenario.id,
        "years": [int(year) for year in result.years],
        "models": [
            {
                "id": model.model,
                "total": [_or_null(value) for value in model.total],
                "members": [
                    {
                        "code": code,
                        "name": names.get(code, code),
                        "fee": [_or_null(value) for value in model.fee[:, place]],
                        "per_inhabitant": [_or_null(v) for v in model.per_inhabitant[:, place]],
                    }
                    for place, code in enumerate(model.members)
                ],
                "findings": [
                    sentences.finding(scenario, found, names)
                    for found in result.findings
                    if found.model == model.model
                ],
            }
            for model in result.results
        ],
    }


def _or_null(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
