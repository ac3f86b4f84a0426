"""Small scenarios built in code, so that a test shows all the figures it depends on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from model.decision.problem import Problem, pose
from model.figures import Figure, Figures, Origin
from model.scenario import Alternative, Area, CriteriaGroup, Criterion, Scenario

ASSUMED = Origin(kind="assumption", reason="Testvärde.")

Score = float | None | tuple[float | None, float, float]
"""A score, or a score with the low and high end of its range."""


def criterion(id: str, **other) -> Criterion:
    fields = {"scale": (1.0, 4.0), "low_means": "sämst", "high_means": "bäst"} | other
    return Criterion(id=id, name=id, short=id, description=id, **fields)


def alternative(id: str, **other) -> Alternative:
    return Alternative(id=id, name=id, short=id, description=id, **other)


def scenario(
    weights: Mapping[str, float | None],
    scores: Mapping[str, Sequence[Score]],
    *,
    criteria: Mapping[str, Criterion] | None = None,
    scopes: Mapping[str, Mapping[str, str]] | None = None,
    potentials: Mapping[str, Mapping[str, float | None]] | None = None,
    capture: Mapping[str, float | None] | None = None,
    **other,
) -> Scenario:
    """Build a scenario: criteria from ``weights``, alternatives from ``scores``.

    Scores come in the order of the criteria; computed criteria may be left out at the end.
    """
    figures = [Figure(f"weights.{c}", weight, "weight", ASSUMED) for c, weight in weights.items()]
    for a, row in scores.items():
        for c, score in zip(weights, row, strict=False):
            value, low, high = score if isinstance(score, tuple) else (score, None, None)
            figures.append(Figure(f"scores.{a}.{c}", value, "score", ASSUMED, low, high))
    for code, row in (potentials or {}).items():
        for area, value in row.items():
            figures.append(Figure(f"potentials.{code}.{area}", value, "points", ASSUMED))
    for mode, value in (capture or {}).items():
        figures.append(Figure(f"capture.{mode}", value, "share", ASSUMED))
    codes = tuple(potentials or ("0662", "0680"))
    areas = dict.fromkeys(area for row in (potentials or {}).values() for area in row)
    return Scenario(
        id="prov",
        title="Prov",
        short="Prov",
        question="Vilket alternativ?",
        summary="",
        version="1",
        municipalities=codes,
        host=None,
        years=(2024, 2030),
        figures=Figures(figures),
        areas=tuple(Area(area, area) for area in areas),
        criteria=tuple((criteria or {}).get(c) or criterion(c) for c in weights),
        alternatives=tuple(alternative(a, scope=(scopes or {}).get(a, {})) for a in scores),
        **other,
    )


def in_groups(
    start: Scenario, groups: Mapping[str, str], weights: Mapping[str, float | None]
) -> Scenario:
    """Return the scenario as a tree: criterion -> its group, and what each group weighs."""
    figures = [
        Figure(f"group_weights.{g}", weight, "weight", ASSUMED) for g, weight in weights.items()
    ]
    return replace(
        start,
        figures=Figures([*start.figures.values(), *figures]),
        criteria=tuple(replace(one, group=groups[one.id]) for one in start.criteria),
        groups=tuple(CriteriaGroup(g, g, g) for g in weights),
    )


def posed(
    weights: Mapping[str, float],
    scores: Mapping[str, Sequence[Score]],
    *,
    criteria: Mapping[str, Criterion] | None = None,
) -> Problem:
    """Pose a problem whose scores are values 0–100, save on the criteria given."""
    whole = {c: criterion(c, scale=(0.0, 100.0)) for c in weights}
    return pose(scenario(weights, scores, criteria=whole | dict(criteria or {})))[0]


def lettered(
    weights: Sequence[float],
    scores: Mapping[str, Sequence[Score]],
    *,
    least: Sequence[float] | None = None,
    most: Sequence[float] | None = None,
    **criteria: Criterion,
) -> Problem:
    """Pose a problem with criteria a, b, c … as ``posed``, with bounds of the weights if given."""
    names = "abcdefg"[: len(weights)]
    problem = posed(dict(zip(names, weights, strict=True)), scores, criteria=criteria)
    bounds = {"least": least, "most": most}
    return replace(problem, **{end: np.array(given) for end, given in bounds.items() if given})


@st.composite
def tables(draw):
    """Draw problems with whole tens as values, few enough that ties are common."""
    n_alternatives, n_criteria = draw(st.integers(1, 6)), draw(st.integers(2, 4))
    row = st.lists(st.integers(0, 10), min_size=n_criteria, max_size=n_criteria)
    rows = draw(st.lists(row, min_size=n_alternatives, max_size=n_alternatives))
    weights = draw(row.filter(any))
    return posed(
        {f"c{c}": weight for c, weight in enumerate(weights)},
        {f"a{a}": [10 * score for score in row] for a, row in enumerate(rows)},
    )
