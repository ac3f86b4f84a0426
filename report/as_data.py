"""Results as plain data for JSON, unrounded; what cannot be told is null, never made up."""

import math
from collections.abc import Iterable, Sequence

from loading.problems import Problem, message
from model.decision.decide import Decision
from model.evaluate import FeesResult
from model.municipal import FloatArray
from model.scenario import Scenario
from report import sentences
from report.names import Names

Numbers = dict[str, float | None]
"""Numbers by name; None for one that cannot be told."""


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
                "total": or_null(result.totals[row]),
                "rank": result.ranks[row],
                "contributions": by_name(result.criteria, result.contributions[row]),
            }
            for row, name in enumerate(result.alternatives)
        ],
        "stability": [
            {"criterion": name, "low": or_null(low), "high": or_null(high)}
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
                "total": [or_null(value) for value in model.total],
                "members": [
                    {
                        "code": code,
                        "name": names.get(code, code),
                        "fee": [or_null(value) for value in model.fee[:, place]],
                        "per_inhabitant": [or_null(v) for v in model.per_inhabitant[:, place]],
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


def by_name(names: Iterable[str], values: Iterable[float | None]) -> Numbers:
    """Return numbers by name."""
    return {name: or_null(value) for name, value in zip(names, values, strict=True)}


def by_pair(ids: Sequence[str], known: Sequence[str], numbers: FloatArray) -> dict[str, Numbers]:
    """Return a number for each two of ``ids``, None where one is not among those known.

    Args:
        numbers: Shape (known, known).
    """
    found = {one: by_name(known, row) for one, row in zip(known, numbers, strict=True)}
    return {
        one: {other: found.get(one, {}).get(other) for other in ids if other != one} for one in ids
    }


def or_null(value: float | None) -> float | None:
    """Return a number as plain data, whole ones whole; None where it is no number."""
    if value is None or not math.isfinite(value):
        return None
    return value if isinstance(value, int) else float(value)
