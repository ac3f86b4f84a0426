"""What is weighed against what: a scenario's figures as arrays, for every analysis of a choice."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from model.decision import weighted_sum
from model.decision.potential import capture_ends, potential_scores
from model.decision.value_functions import ValueFunction, value_function, values_of
from model.errors import MissingFigureError, UnknownError
from model.municipal import FloatArray
from model.scenario import Criterion, Scenario

BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Problem:
    """The alternatives and how they are judged. Axes: (alternatives, criteria).

    Attributes:
        alternatives: Ids, in the order of the file.
        criteria: Ids, in the order of the file.
        weights: As given, before they are made shares, shape (criteria,).
        shares: Shape (criteria,), summing to 1.
        scores: On each criterion's scale, computed ones filled in; nan where not judged.
        low: Lowest score held possible; equal to the score where there is no range.
        high: Highest score held possible.
        functions: One value function per criterion.
        scales: Shape (criteria, 2): lowest and highest score.
        computed: Shape (criteria,): True where scores are computed and cannot be set.
        least: Shape (criteria,): smallest share held possible.
        most: Shape (criteria,): largest share held possible.
    """

    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    weights: FloatArray
    shares: FloatArray
    scores: FloatArray
    low: FloatArray
    high: FloatArray
    functions: tuple[ValueFunction, ...]
    scales: FloatArray
    computed: BoolArray
    least: FloatArray
    most: FloatArray

    @cached_property
    def values(self) -> FloatArray:
        """Values 0–100; nan where not judged."""
        return values_of(self.scores, self.functions)

    @cached_property
    def totals(self) -> FloatArray:
        """Totals 0–100, shape (alternatives,); nan for one that cannot be ranked."""
        return weighted_sum.totals(self.values, self.shares)

    @cached_property
    def value_ends(self) -> tuple[FloatArray, FloatArray]:
        """Smallest and largest value within each score's range; nan where not judged."""
        least, most = np.full_like(self.low, np.nan), np.full_like(self.low, np.nan)
        for c, function in enumerate(self.functions):
            ends = [function(self.low[:, c]), function(self.high[:, c])]
            for score, value in zip(function.scores, function.values, strict=True):
                within = (self.low[:, c] <= score) & (score <= self.high[:, c])
                ends.append(np.where(within, value, ends[0]))
            least[:, c], most[:, c] = np.min(ends, axis=0), np.max(ends, axis=0)
        return least, most

    def only(self, alternatives: BoolArray) -> "Problem":
        """Return the problem with some of its alternatives."""
        kept = tuple(
            name for name, keep in zip(self.alternatives, alternatives, strict=True) if keep
        )
        rows = {name: getattr(self, name)[alternatives] for name in ("scores", "low", "high")}
        return replace(self, alternatives=kept, **rows)

    @property
    def judged(self) -> "Problem":
        """The problem with the alternatives that have a total."""
        return self.only(~np.isnan(self.totals))


def pose(
    scenario: Scenario,
    population: Mapping[str, float] | None = None,
    *,
    weights: Mapping[str, float] | None = None,
) -> tuple[Problem, tuple[str, ...]]:
    """Return the problem that a scenario poses, and the keys of the figures that it rests on.

    Args:
        population: Inhabitants by code, where potentials are weighed by population.
        weights: Weights by criterion that go before the scenario's own, e.g. a municipality's.

    Raises:
        MissingFigureError: No alternatives or criteria, a weight without a number, or a
            population that is needed and not given.
        UnknownError: ``weights`` names a criterion that does not exist.
        WeightError: A weight is negative, or all are zero.
    """
    if not (scenario.alternatives and scenario.criteria):
        raise MissingFigureError(key="alternatives" if scenario.criteria else "criteria")
    used: list[str] = []
    given = _weights(scenario, weights or {}, used)
    scores, low, high = _scores(scenario, population, used)
    criteria = scenario.criteria
    used.extend(key for criterion in criteria for key in value_keys(scenario, criterion))
    return Problem(
        alternatives=tuple(alternative.id for alternative in scenario.alternatives),
        criteria=tuple(criterion.id for criterion in criteria),
        weights=given,
        shares=weighted_sum.shares(given),
        scores=scores,
        low=low,
        high=high,
        functions=tuple(value_function(one, _chosen_values(scenario, one)) for one in criteria),
        scales=np.array([criterion.scale for criterion in criteria], dtype=float),
        computed=np.array([criterion.computed is not None for criterion in criteria]),
        least=np.array([_number(scenario, f"bounds.{one.id}.low", 0.0) for one in criteria]),
        most=np.array([_number(scenario, f"bounds.{one.id}.high", 1.0) for one in criteria]),
    ), tuple(dict.fromkeys(used))


def flat_weights(scenario: Scenario) -> dict[str, float]:
    """Return what each criterion weighs among all: in a tree, its part of its group's weight.

    Raises:
        MissingFigureError: A weight has no number.
    """
    weights = _weights(scenario, {}, [])
    return {one.id: float(weight) for one, weight in zip(scenario.criteria, weights, strict=True)}


def value_keys(scenario: Scenario, criterion: Criterion) -> tuple[str, ...]:
    """Return the keys of the values that bend the criterion's line; none for a straight one."""
    keys = tuple(
        f"values.{criterion.id}.{place}" for place, _ in enumerate(criterion.value_scores, 1)
    )
    if not keys or not all(key in scenario.figures for key in keys):
        return ()
    if criterion.value_points:
        return keys
    straight = value_function(replace(criterion, value_points=()))
    chosen = [scenario.value(key) for key in keys]
    return keys if any(chosen != straight(np.array(criterion.value_scores))) else ()


def _chosen_values(scenario: Scenario, criterion: Criterion) -> tuple[float, ...] | None:
    keys = value_keys(scenario, criterion)
    return tuple(_number(scenario, key, 0.0) for key in keys) or None


def _number(scenario: Scenario, key: str, otherwise: float) -> float:
    figure = scenario.figures.get(key)
    return otherwise if figure is None or figure.value is None else figure.value


def _weights(scenario: Scenario, given: Mapping[str, float], used: list[str]) -> FloatArray:
    known = {criterion.id for criterion in scenario.criteria}
    for name in given:
        if name not in known:
            raise UnknownError(kind="criterion", id=name)
    if set(given) == known:  # Weights of one's own are of all criteria: the tree is not asked.
        return np.array([given[one.id] for one in scenario.criteria], dtype=float)
    own = {
        criterion.id: given[criterion.id]
        if criterion.id in given
        else _read(scenario, f"weights.{criterion.id}", used)
        for criterion in scenario.criteria
    }
    return np.array(
        [
            own[one.id] * _group_factor(scenario, one.group, own, used)
            if one.group
            else own[one.id]
            for one in scenario.criteria
        ],
        dtype=float,
    )


def _group_factor(
    scenario: Scenario, group: str, own: Mapping[str, float], used: list[str]
) -> float:
    """Return what scales a group's own weights to its weight among the groups.

    A group where no criterion has weight counts nothing, whatever its own weight.
    """
    together = sum(own[one.id] for one in scenario.criteria if one.group == group)
    weight = _read(scenario, f"group_weights.{group}", used)
    return weight / together if together > 0 else 0.0


def _read(scenario: Scenario, key: str, used: list[str]) -> float:
    figure = scenario.figures.get(key)
    if figure is None or figure.value is None:
        raise MissingFigureError(key=key)
    used.append(key)
    return figure.value


def _scores(
    scenario: Scenario, population: Mapping[str, float] | None, used: list[str]
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return scores and the ends of their ranges, shape (alternatives, criteria).

    A score without a range of its own has one by its origin: a share of its scale, each way. All
    ranges are widened or narrowed by ``uncertainty.range_factor``, and end with the scale. A range
    is stretched to hold its score, which may have been moved out of it. A computed score moves
    with the ranges of the captures; the potentials, which even out over members and areas, are
    held.
    """
    shape = (len(scenario.alternatives), len(scenario.criteria))
    scores = np.full(shape, np.nan)
    low, high = np.full(shape, np.inf), np.full(shape, -np.inf)
    for c, criterion in enumerate(scenario.criteria):
        if criterion.computed == "potential":
            scores[:, c], keys = potential_scores(scenario, criterion, population)
            used.extend(keys)
            for end, moved in zip((low, high), capture_ends(scenario, keys), strict=True):
                end[:, c] = potential_scores(moved, criterion, population)[0]
        for a, alternative in enumerate(scenario.alternatives):
            key = f"scores.{alternative.id}.{criterion.id}"
            figure = scenario.figures.get(key)
            if figure is None or criterion.computed is not None:
                continue
            used.append(key)
            if figure.value is not None:
                scores[a, c] = figure.value
            if figure.low is not None and figure.high is not None:
                low[a, c], high[a, c] = figure.low, figure.high
            elif figure.value is not None:
                width = _number(scenario, f"uncertainty.width.{figure.origin.kind}", 0.0)
                reach = width * (criterion.scale[1] - criterion.scale[0])
                low[a, c], high[a, c] = figure.value - reach, figure.value + reach
    factor = _number(scenario, "uncertainty.range_factor", 1.0)
    scales = np.array([criterion.scale for criterion in scenario.criteria], dtype=float)
    low = np.minimum(scores, np.maximum(scores + factor * (low - scores), scales[:, 0]))
    high = np.maximum(scores, np.minimum(scores + factor * (high - scores), scales[:, 1]))
    return scores, low, high
