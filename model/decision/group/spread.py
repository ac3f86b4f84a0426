"""Where assessors are furthest apart: the weight of a criterion, or a score."""

from dataclasses import dataclass

import numpy as np

from model.decision.group.assessors import Judgements
from model.decision.ranking import TIE
from model.municipal import FloatArray

PLACES = 9
"""Decimals to which spreads are compared when sorted, so that rounding does not part equals."""


@dataclass(frozen=True, slots=True)
class WeightSpread:
    """What the assessors let one criterion weigh.

    Attributes:
        low: Smallest share, 0–1.
        high: Largest share.
        deviation: Standard deviation of the shares over the assessors.
        lowest: Those with the smallest share; none where all have the same.
        highest: Those with the largest share, likewise.
    """

    criterion: str
    low: float
    high: float
    deviation: float
    lowest: tuple[str, ...]
    highest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoreSpread:
    """How differently the assessors judge one alternative on one criterion.

    Attributes:
        low: Smallest score, on the criterion's scale.
        high: Largest score.
        value_low: Smallest value, 0–100; of the highest score where low scores are best.
        value_high: Largest value.
        deviation: Standard deviation of the values over those who have a score.
        lowest: Those with the smallest score.
        highest: Those with the largest score.
    """

    alternative: str
    criterion: str
    low: float
    high: float
    value_low: float
    value_high: float
    deviation: float
    lowest: tuple[str, ...]
    highest: tuple[str, ...]


def weight_spread(judged: Judgements) -> tuple[WeightSpread, ...]:
    """Return all criteria, the widest range of shares first; none where no assessor is counted."""
    judged = judged.counted
    if not judged.assessors:
        return ()
    spreads = [
        WeightSpread(
            criterion,
            float(shares.min()),
            float(shares.max()),
            float(shares.std()),
            *_ends(judged.assessors, shares),
        )
        for criterion, shares in zip(judged.criteria, judged.shares.T, strict=True)
    ]
    return tuple(sorted(spreads, key=lambda one: _place(one.low, one.high, one)))


def score_spread(judged: Judgements) -> tuple[ScoreSpread, ...]:
    """Return the scores that assessors do not agree on, the widest range of values first."""
    judged = judged.counted
    spreads = []
    for a, c in disputed(judged):
        known = ~np.isnan(judged.scores[:, a, c])
        names = tuple(n for n, has in zip(judged.assessors, known, strict=True) if has)
        scores, values = judged.scores[known, a, c], judged.values[known, a, c]
        spreads.append(
            ScoreSpread(
                judged.alternatives[a],
                judged.criteria[c],
                float(scores.min()),
                float(scores.max()),
                float(values.min()),
                float(values.max()),
                float(values.std()),
                *_ends(names, scores),
            )
        )
    return tuple(sorted(spreads, key=lambda one: _place(one.value_low, one.value_high, one)))


def disputed(judged: Judgements) -> list[tuple[int, int]]:
    """Return the places of the scores that are not the same for all who have one.

    One who has none, on a criterion that they give no weight, has said nothing of it.
    """
    if not judged.assessors:
        return []
    apart = np.fmax.reduce(judged.scores) - np.fmin.reduce(judged.scores)
    return [(int(a), int(c)) for a, c in np.argwhere(apart > TIE)]


def _place(low: float, high: float, spread: WeightSpread | ScoreSpread) -> tuple[float, float]:
    return -round(high - low, PLACES), -round(spread.deviation, PLACES)


def _ends(names: tuple[str, ...], numbers: FloatArray) -> tuple[tuple[str, ...], tuple[str, ...]]:
    low, high = numbers.min(), numbers.max()
    if high - low <= TIE:
        return (), ()
    lowest = tuple(name for name, one in zip(names, numbers, strict=True) if one <= low + TIE)
    highest = tuple(name for name, one in zip(names, numbers, strict=True) if one >= high - TIE)
    return lowest, highest
