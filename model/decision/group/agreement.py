"""The single thing to agree on that would bring most of the assessors together.

One weight or one score at a time is set to the group's mean for all of them, all else as each has
it. Everybody counts alike here, whatever their voice: an agreement takes each of them.
"""

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from model.decision.group.assessors import Judgements, weigh
from model.decision.group.spread import PLACES, disputed
from model.decision.problem import BoolArray
from model.decision.ranking import TIE
from model.decision.stability import divide
from model.municipal import FloatArray

Outcome = Literal["alone", "agreed", "gathers", "nearer", "nothing"]
Cell = tuple[int | None, int]
"""Alternative, None for a weight, and criterion."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How near the assessors are to one another.

    Attributes:
        together: How many have the same alternative first, alone.
        on: The alternative that so many have first; more than one if as many have each.
        first: Per assessor, all that they have first.
        distance: Mean over pairs and alternatives of the difference between totals [points].
    """

    together: int
    on: tuple[str, ...]
    first: tuple[tuple[str, ...], ...]
    distance: float


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that they could agree on, and where it would take them.

    Attributes:
        alternative: Whose score it is; None for a weight.
        low: The smallest share (0–1) or score that any of them has today.
        high: The largest.
        agreed: The mean, which all would have.
        after: How near they then are.
        given_up: Mean over assessors and alternatives of how far totals move [points].
    """

    kind: Literal["weight", "score"]
    alternative: str | None
    criterion: str
    low: float
    high: float
    agreed: float
    after: Standing
    given_up: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """What would bring the assessors together.

    Attributes:
        outcome: ``alone``: fewer than two are counted. ``agreed``: all have the same first
            choice. ``gathers``: the step brings more of them to the same one. ``nearer``: it
            brings no more of them, but their totals nearer. ``nothing``: no single step helps.
        assessors: Ids of those who are counted.
        today: None if nobody is counted or no alternative can be compared.
        step: The best one, for ``gathers`` and ``nearer``.
    """

    outcome: Outcome
    assessors: tuple[str, ...]
    today: Standing | None
    step: Step | None


def agreement(judged: Judgements) -> Agreement:
    """Return the one weight or score that brings most of those who are counted together.

    Most of them with the same first choice, alone; of equals the one that brings totals nearest,
    then the one by which the least is given up, then in file order, weights before scores.
    """
    judged = judged.counted
    names = judged.assessors
    today = _standing(judged, judged.totals) if names and judged.alternatives else None
    if len(names) < 2:
        return Agreement("alone", names, today, None)
    if today is None:
        return Agreement("nothing", names, None, None)
    if today.together == len(names):
        return Agreement("agreed", names, today, None)
    cells, totals = _candidates(judged)
    if not cells:
        return Agreement("nothing", names, today, None)
    together = _alone_first(totals).sum(axis=1).max(axis=1)
    distance = _distances(totals)
    given_up = np.abs(totals - judged.totals).mean(axis=(1, 2))
    best = np.lexsort([np.round(given_up, PLACES), np.round(distance, PLACES), -together])[0]
    after = _standing(judged, totals[best])
    outcome: Outcome = "nothing"
    if after.together > today.together:
        outcome = "gathers"
    elif after.together == today.together and after.distance < today.distance - TIE:
        outcome = "nearer"
    if outcome == "nothing":
        return Agreement(outcome, names, today, None)
    return Agreement(outcome, names, today, _step(judged, *cells[best], after, given_up[best]))


def _candidates(judged: Judgements) -> tuple[list[Cell], FloatArray]:
    """Return what can be agreed on, and the totals then (cells, assessors, alternatives).

    A weight that would make somebody weigh what they have no score for is left out.
    """
    weights = np.flatnonzero(np.ptp(judged.shares, axis=0) > TIE)
    by_weight = weigh(judged.values, _with_common_share(judged.shares, weights))
    possible = ~np.isnan(by_weight).any(axis=(1, 2))
    scores = disputed(judged)
    by_score = np.tile(judged.totals, (len(scores), 1, 1))
    for k, (a, c) in enumerate(scores):
        agreed = judged.functions[c](np.nanmean(judged.scores[:, a, c]))
        # One who has no score here gives it no weight, so nothing moves for them.
        gap = np.where(judged.shares[:, c] > 0, agreed - judged.values[:, a, c], 0.0)
        by_score[k, :, a] += judged.shares[:, c] * gap
    cells: list[Cell] = [(None, int(c)) for c in weights[possible]]
    cells.extend(scores)
    return cells, np.concatenate([by_weight[possible], by_score])


def _with_common_share(shares: FloatArray, criteria: NDArray[np.intp]) -> FloatArray:
    """Return shares where all give one criterion the mean and the others keep their proportions.

    Returns:
        Shape (criteria chosen, assessors, criteria).
    """
    taken = np.zeros((len(criteria), *shares.shape), dtype=bool)
    taken[np.arange(len(criteria)), :, criteria] = True
    common = shares.mean(axis=0)
    left = 1.0 - common[criteria][:, None, None]
    return np.where(taken, common, left * divide(shares, taken))


def _alone_first(totals: FloatArray) -> BoolArray:
    """Return where an assessor has an alternative first, alone; shape of ``totals``."""
    first = _first(totals)
    return first & (first.sum(axis=-1, keepdims=True) == 1)


def _first(totals: FloatArray) -> BoolArray:
    return totals >= totals.max(axis=-1, keepdims=True) - TIE


def _distances(totals: FloatArray) -> FloatArray:
    """Return the mean distance between the totals of two, shape (...); 0 without two."""
    pairs = list(combinations(range(totals.shape[-2]), 2))
    if not pairs:
        return np.zeros(totals.shape[:-2])
    one, other = np.array(pairs).T
    return np.abs(totals[..., one, :] - totals[..., other, :]).mean(axis=(-2, -1))


def _standing(judged: Judgements, totals: FloatArray) -> Standing:
    together = _alone_first(totals).sum(axis=0)
    most = int(together.max())
    names = np.array(judged.alternatives)
    return Standing(
        together=most,
        on=tuple(names[together == most].tolist()) if most else (),
        first=tuple(tuple(names[row].tolist()) for row in _first(totals)),
        distance=float(_distances(totals)),
    )


def _step(judged: Judgements, a: int | None, c: int, after: Standing, given_up: float) -> Step:
    today = judged.shares[:, c] if a is None else judged.scores[:, a, c]
    return Step(
        kind="weight" if a is None else "score",
        alternative=None if a is None else judged.alternatives[a],
        criterion=judged.criteria[c],
        low=float(np.nanmin(today)),
        high=float(np.nanmax(today)),
        agreed=float(np.nanmean(today)),
        after=after,
        given_up=float(given_up),
    )
