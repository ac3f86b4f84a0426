"""Weights and values set on screen, in words: what a swing is, and where answers contradict."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from model.decision.elicitation import Consistency, Pairs
from model.decision.value_functions import ValueFunction
from model.decision.ways import Way
from model.scenario import Criterion, Scenario
from report.names import alternative_names
from report.sentences import joined
from text import t, tn
from text.numbers import number, percent, plain

MOST_TOLD = 3
"""Contradictions that are told one by one; more are counted."""
SAME_SHARE = 0.005
"""Shares that differ by less are the same when written."""


def point(criterion: Criterion, score: float) -> str:
    """Return a score with what it means, "2 – Stort beroende i viktiga delar"."""
    words = dict(criterion.anchors).get(score) or _end_means(criterion, score)
    return t("weighting.point", score=plain(score), means=words) if words else plain(score)


def _end_means(criterion: Criterion, score: float) -> str:
    ends = zip(criterion.scale, (criterion.low_means, criterion.high_means), strict=True)
    return dict(ends).get(score, "")


def ends(criterion: Criterion, function: ValueFunction) -> tuple[str, str]:
    """Return in words what is worth least and most on a criterion.

    Where several scores are worth as much, the one at an end of the scale speaks for them.
    """
    by_value = list(zip(function.scores, function.values, strict=True))
    worst = min(by_value, key=lambda one: (one[1], one[0] not in criterion.scale))
    best = min(by_value, key=lambda one: (-one[1], one[0] not in criterion.scale))
    return _means(criterion, worst[0]), _means(criterion, best[0])


def _means(criterion: Criterion, score: float) -> str:
    words = _end_means(criterion, score) or dict(criterion.anchors).get(score, "")
    return words or t("weighting.score", score=plain(score))


def swing(criterion: Criterion, function: ValueFunction) -> str:
    """Say what the improvement on a criterion is, from its worst to its best end."""
    worst, best = ends(criterion, function)
    return t("weighting.swing", criterion=criterion.short, worst=worst, best=best)


def most_important(criterion: Criterion, function: ValueFunction) -> str:
    """Say which improvement the others are set against."""
    worst, best = ends(criterion, function)
    return t("weighting.most_important", criterion=criterion.short, worst=worst, best=best)


def question(reference: Criterion, criterion: Criterion, function: ValueFunction) -> str:
    """Ask what an improvement is worth against the most important one."""
    worst, best = ends(criterion, function)
    return t(
        "weighting.question",
        reference=reference.short,
        criterion=criterion.short,
        worst=worst,
        best=best,
    )


def contradictions(criteria: Sequence[Criterion], pairs: Pairs) -> list[str]:
    """Say where the order and the points contradict each other.

    Args:
        pairs: Places among the criteria, the one ranked higher first.
    """
    lines = [
        t("weighting.contradiction", higher=criteria[a].short, lower=criteria[b].short)
        for a, b in pairs[:MOST_TOLD].tolist()
    ]
    more = len(pairs) - len(lines)
    return [*lines, tn("weighting.contradictions_more", more)] if more else lines


def difference(criteria: Sequence[Criterion], found: Consistency) -> str:
    """Say where the points and the order alone differ most."""
    place = found.largest
    if abs(found.difference[place]) < SAME_SHARE:
        return t("weighting.same")
    one, other = float(found.one[place]), float(found.other[place])
    decimals = 0 if percent(one, 0) != percent(other, 0) else 1
    return t(
        "weighting.difference",
        criterion=criteria[place].short,
        points=percent(one, decimals),
        order=percent(other, decimals),
    )


def first(scenario: Scenario, ways: Iterable[Way]) -> str:
    """Say whether the same alternative comes first with each way of weighting."""
    by_first: dict[tuple[str, ...], list[str]] = {}
    for way in ways:
        by_first.setdefault(way.first, []).append(t(f"weighting.said.{way.id}"))
    if len(by_first) == 1:
        (tied,) = by_first
        if not tied:
            return t("sentence.no_leader")
        return t("weighting.first_same", alternatives=first_words(scenario, tied))
    parts = [
        t("weighting.first_with", alternatives=first_words(scenario, tied), ways=joined(said))
        for tied, said in by_first.items()
    ]
    return t("weighting.first_differs", parts="; ".join(parts))


def first_words(scenario: Scenario, tied: Sequence[str]) -> str:
    """Return who comes first, those that tie together."""
    names = alternative_names(scenario)
    return joined([names[name] for name in tied]) or t("weighting.nobody")


def falling_values(scenario: Scenario, changed: Mapping[str, float]) -> list[str]:
    """Say on which criteria a better score is worth less than the one before it.

    Which way is better is what the file says, by its straight line or its own points.
    """
    return [line for one in scenario.criteria for line in _falling(scenario, one, changed)]


def _falling(
    scenario: Scenario, criterion: Criterion, changed: Mapping[str, float]
) -> Iterator[str]:
    keys = [f"values.{criterion.id}.{n}" for n, _ in enumerate(criterion.value_scores, 1)]
    if not any(key in changed for key in keys):
        return
    stated = [scenario.value(key) or 0.0 for key in keys]
    values = [changed.get(key, value) for key, value in zip(keys, stated, strict=True)]
    points = list(zip(criterion.value_scores, values, strict=True))
    for worse, better in pairwise(points if stated[-1] >= stated[0] else reversed(points)):
        if better[1] < worse[1]:
            yield t(
                "weighting.falls",
                criterion=criterion.short,
                better=plain(better[0]),
                worse=plain(worse[0]),
                less=number(better[1]),
                more=number(worse[1]),
            )
            return


def weightless_groups(scenario: Scenario, changed: Mapping[str, float]) -> list[str]:
    """Say which groups of criteria have weight, but none to give it to."""

    def weighs(key: str) -> bool:
        return bool(changed.get(key, scenario.value(key)))

    return [
        t("weighting.weightless", group=group.short)
        for group in scenario.groups
        if weighs(f"group_weights.{group.id}")
        and not any(
            weighs(f"weights.{one.id}") for one in scenario.criteria if one.group == group.id
        )
    ]
