"""Weights: of criteria, of groups of criteria and of assessors, and the bounds around them."""

from collections.abc import Iterator

from loading.check_figures import check_size
from loading.place import Place
from loading.problems import Problem

# Shares such as 0.1 have no exact binary form, so a sum of them may miss 1 by a little.
ROUNDING = 1e-9


def check_weights(root: Place) -> Iterator[Problem]:
    """Yield problems of weights: negative, missing or all zero, wherever there are some."""
    groups, criteria = root.at("criteria_groups"), root.at("criteria")
    yield from _usable(_stated(groups, "weight"))
    yield from _usable(_stated(criteria, "weight"))
    if any(groups.items):
        yield from _all_zero(groups, _stated(groups, "weight"))
        yield from _groups(groups, criteria)
    else:
        yield from _all_zero(criteria, _stated(criteria, "weight"))
    ids = criteria.ids() or {}
    for row in _rows(root):
        weights = [place for _, place in row.entries]
        yield from _usable(weights)
        yield from _all_zero(row, weights)
        if isinstance(row.value, dict):
            missing = [criterion for criterion in ids if criterion not in row.value]
            yield from (row.problem("weight_absent", "", criterion) for criterion in missing)
    yield from _voices(root.at("assessors"))


def _rows(root: Place) -> Iterator[Place]:
    """Yield each set of weights that is of all criteria."""
    yield from (row for _, row in root.at("municipal_weights", "values").entries)
    for part in (*root.at("presets").items, *root.at("assessors").items):
        yield part.at("weights")


def _stated(parts: Place, name: str) -> list[Place]:
    figures = (item.at(name) for item in parts.items)
    return [figure.at("value") for figure in figures if isinstance(figure.value, dict)]


def _usable(weights: list[Place]) -> Iterator[Problem]:
    for place in weights:
        if place.value is None:
            yield place.problem("weight_missing", "")
        elif place.number is not None and place.number < 0:
            yield place.problem("weight_negative", None, "0")


def _all_zero(around: Place, weights: list[Place]) -> Iterator[Problem]:
    if weights and all(place.number == 0 for place in weights):
        yield around.problem("weights_zero", "0")


def _groups(groups: Place, criteria: Place) -> Iterator[Problem]:
    """Yield criteria outside the groups, and groups where nothing has weight.

    While a criterion is in no group, it is not told of a group that it is empty.
    """
    within: dict[str, list[Place]] = {name: [] for name in groups.ids() or {}}
    outside = False
    for criterion in criteria.items:
        group = criterion.at("group")
        if not group.is_there:
            yield criterion.problem("group_missing", criterion.at("id").word, ", ".join(within))
        if group.word in within:
            within[group.word].append(criterion.at("weight", "value"))
        else:
            outside = True
    for name, group in (groups.ids() or {}).items():
        if within[name] and all(weight.number == 0 for weight in within[name]):
            yield group.at("id").problem("group_without_weight")
        elif not (within[name] or outside):
            yield group.at("id").problem("group_empty")


def _voices(assessors: Place) -> Iterator[Problem]:
    voices = _stated(assessors, "voice")
    yield from _usable(voices)
    if len(voices) == len(list(assessors.items)):
        yield from _all_zero(assessors, voices)


def check_bounds(root: Place) -> Iterator[Problem]:
    """Yield bounds that are no shares, turned round, or that no weights can keep within."""
    criteria = root.at("criteria")
    ends = [(item.at("bounds", "low"), item.at("bounds", "high")) for item in criteria.items]
    wrong = []
    for low, high in ends:
        wrong.extend((*check_size(low, "share"), *check_size(high, "share")))
        if low.number is not None and high.number is not None and low.number > high.number:
            wrong.append(high.problem("bounds_order", None, f"{low.number:.12g}"))
    yield from wrong
    # Criteria without bounds can weigh anything from nothing to all.
    least = sum(low.number or 0.0 for low, _ in ends)
    most = sum(1.0 if high.number is None else high.number for _, high in ends)
    if not wrong and least > 1 + ROUNDING:
        yield criteria.problem("bounds_too_high", f"{least:.6g}", "1")
    if not wrong and ends and most < 1 - ROUNDING:
        yield criteria.problem("bounds_too_low", f"{most:.6g}", "1")
