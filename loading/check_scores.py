"""Criteria and scores: scales, value points, and a score for every alternative."""

import re
from collections.abc import Iterator
from itertools import pairwise

from loading.check_figures import check_range
from loading.place import Place
from loading.problems import Problem

ANCHOR = re.compile(r"-?\d{1,9}", re.ASCII)


def check_scores(root: Place) -> Iterator[Problem]:
    """Yield problems of scales and of the scores on them."""
    criteria = root.at("criteria").ids() or {}
    for criterion in criteria.values():
        yield from _scale(criterion)
        if criterion.at("computed").value == "potential" and not root.at("potentials").is_there:
            yield criterion.at("computed").problem("potentials_missing")
    for alternative in root.at("alternatives").items:
        scores = alternative.at("scores")
        if not isinstance(scores.value, dict):
            continue
        for name, criterion in criteria.items():
            computed = criterion.at("computed").is_there
            if computed and name in scores.value:
                yield scores.at(name).problem("score_computed", name)
            elif not computed and name not in scores.value:
                yield scores.problem("score_missing", "", name)
            elif not computed:
                yield from check_score(scores.at(name), criterion)


def _ends(criterion: Place) -> tuple[float, float] | None:
    low = criterion.at("scale", "low").number
    high = criterion.at("scale", "high").number
    return (low, high) if low is not None and high is not None and low < high else None


def _scale(criterion: Place) -> Iterator[Problem]:
    scale = criterion.at("scale")
    low, high = scale.at("low").number, scale.at("high").number
    if low is not None and high is not None and low >= high:
        yield scale.at("high").problem("scale_order", None, f"{low:.12g}")
    ends = _ends(criterion)
    if ends is None:
        return
    for score, place in scale.at("anchors").entries:
        if ANCHOR.fullmatch(score) and not ends[0] <= int(score) <= ends[1]:
            yield place.problem("score_off_scale", score, _words(ends))
    points = [(place, place.numbers) for place in criterion.at("value_points").items]
    pairs = [(place, numbers) for place, numbers in points if len(numbers) == 2]
    for place, (score, value) in pairs:
        if not ends[0] <= score <= ends[1]:
            yield place.problem("score_off_scale", f"{score:.12g}", _words(ends))
        elif not 0 <= value <= 100:
            yield place.problem("points_off_scale", f"{value:.12g}", "0–100")
    for (_, (before, _value)), (place, (score, _)) in pairwise(pairs):
        if score <= before:
            yield place.problem("value_points_order", f"{score:.12g}", f"{before:.12g}")


def check_score(score: Place, criterion: Place) -> Iterator[Problem]:
    """Yield problems of one score, also one written as a number alone."""
    yield from check_range(score)
    ends = _ends(criterion)
    if ends is None:
        return
    for place in (score, score.at("value"), *score.at("range").items):
        if place.number is not None and not ends[0] <= place.number <= ends[1]:
            yield place.problem("score_off_scale", None, _words(ends))


def _words(ends: tuple[float, float]) -> str:
    return f"{ends[0]:.12g}–{ends[1]:.12g}"
