"""What would have to be true for another alternative to be first, as sentences."""

from collections.abc import Iterable, Sequence

import numpy as np

from model.decision.dominance import Dominance
from model.decision.problem import Problem
from model.decision.switch import ScoreStep, WeightSwitch
from model.scenario import Scenario
from report.names import alternative_names, criterion_names, figure_name, origin_words
from report.sentences import joined
from text import t, tn
from text.numbers import NBSP, plain

SEEN = 0.0005
"""Changes of a share that are smaller are not told: they would be written as none."""


def by_weights(scenario: Scenario, problem: Problem, found: WeightSwitch | None) -> str:
    """Say which weights would make an alternative first, or that none would."""
    if found is None:
        return t("switch.weights.never")
    change = found.shares - problem.shares
    criteria = criterion_names(scenario)
    alike: dict[tuple[str, str], list[str]] = {}
    for c in np.argsort(-np.abs(change), kind="stable"):
        if abs(change[c]) >= SEEN:
            ends = _share(float(problem.shares[c])), _share(float(found.shares[c]))
            alike.setdefault(ends, []).append(criteria[problem.criteria[c]])
    if not alike:
        return t("switch.weights.hair")
    parts = [
        tn("switch.weights.change", len(names), criteria=joined(names), old=old, new=new)
        for (old, new), names in alike.items()
    ]
    moved = _share(found.distance / 2)
    return t("switch.weights.moved", changes=joined(parts), moved=moved)


def _share(share: float) -> str:
    """Return a share with one decimal where it has one: "18 %", "10,6 %"."""
    return f"{plain(share * 100, 1)}{NBSP}%"


def by_scores(scenario: Scenario, alternative: str, steps: Sequence[ScoreStep] | None) -> str:
    """Say which scores would make an alternative first, or that none would."""
    if steps is None:
        return t("switch.scores.never")
    alternatives, criteria = alternative_names(scenario), criterion_names(scenario)
    parts = [
        t(
            "switch.scores.own" if step.alternative == alternative else "switch.scores.rival",
            alternative=alternatives[step.alternative],
            criterion=criteria[step.criterion],
            start=plain(step.start, 2),
            end=plain(step.end, 2),
        )
        for step in steps
    ]
    words = tn("switch.scores.steps", sum(step.steps for step in steps), changes=joined(parts))
    outside = sum(not step.within for step in steps)
    if not outside:
        return f"{words} {t('switch.scores.within')}"
    return f"{words} {tn('switch.scores.outside', outside)}"


def origins(scenario: Scenario, steps: Iterable[ScoreStep]) -> list[str]:
    """Say where each score that would have to be another comes from.

    Args:
        scenario: As in its file, so that a score moved by the user is told with the file's.
    """
    lines = []
    for step in steps:
        key = f"scores.{step.alternative}.{step.criterion}"
        figure = scenario.figures[key]
        lines.append(
            t(
                "switch.origin" if figure.value == step.start else "switch.origin.changed",
                name=figure_name(scenario, key, {}),
                value=plain(step.start, 2),
                stated=plain(figure.value, 2),
                origin=origin_words(scenario, figure.origin),
            )
        )
    return lines


def dominated(scenario: Scenario, found: Dominance) -> list[str]:
    """Say which alternatives are better than which, the surest first; each pair once."""
    names = alternative_names(scenario)
    ways: dict[str, dict[str, list[str]]] = {"surely": {}, "by_scores": {}, "by_weights": {}}
    for pair in found.pairs:
        way = next(way for way in ways if getattr(pair, way))
        ways[way].setdefault(names[pair.better], []).append(names[pair.worse])
    lines = [
        t(f"dominance.{way}", better=better, worse=joined(worse))
        for way, pairs in ways.items()
        for better, worse in pairs.items()
    ]
    return lines or [t("dominance.none")]
