"""How much of what parts two assessors comes from their weights, and how much from their scores.

References:
    Shapley (1953), A value for n-person games: here the two that share are the weights and the
    scores, so it is the mean over both orders of exchanging the one before the other.
"""

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np

from model.decision.group.assessors import Judgements
from model.decision.ranking import TIE
from model.municipal import FloatArray


@dataclass(frozen=True, slots=True)
class Pair:
    """What parts two assessors; the two parts add up to the difference.

    Attributes:
        measure: ``margin`` where they have no first choice in common: how many points the one's
            lead for their own first choice over the other's is from the lead that the other gives
            it, which is negative. ``distance`` where they have: the mean absolute difference
            between their totals.
        first: The first choice of each; of those that tie the first in file order. None for
            ``distance``.
        difference: Points, at least 0.
        weights: Points that come from weights. Of a margin it can be negative: had they differed
            in scores alone, they would have been further apart.
        scores: Points that come from scores, likewise.
        weights_share: ``weights`` as a part of the difference; None where there is none.
        scores_share: Likewise; the two sum to 1.
    """

    one: str
    other: str
    measure: Literal["margin", "distance"]
    first: tuple[str, str] | None
    difference: float
    weights: float
    scores: float
    weights_share: float | None
    scores_share: float | None


def pairs(judged: Judgements) -> tuple[Pair, ...]:
    """Return every pair of those who are counted, in file order; none if nothing is compared."""
    judged = judged.counted
    if not judged.alternatives:
        return ()
    crossed = _crossed(judged)
    return tuple(
        _pair(judged, crossed[np.ix_([i, j], [i, j])], i, j)
        for i, j in combinations(range(len(judged.assessors)), 2)
    )


def _crossed(judged: Judgements) -> FloatArray:
    """Return totals with one assessor's weights and another's scores.

    A score that the other lacks, and so gives no weight, is taken from the one who weighs it:
    the other has said nothing against it.

    Returns:
        Shape (assessors, assessors, alternatives): weights of the first, scores of the second.
    """
    missing = np.isnan(judged.values)
    known = np.where(missing, 0.0, judged.values)
    own = np.einsum("nc,mac->nma", judged.shares, known)
    return own + np.einsum("nc,mac,nac->nma", judged.shares, missing, known)


def _pair(judged: Judgements, totals: FloatArray, i: int, j: int) -> Pair:
    """Split what parts two assessors; ``totals`` has shape (weights, scores, alternatives)."""
    first = None
    if not set(judged.first[i]) & set(judged.first[j]):
        first = judged.first[i][0], judged.first[j][0]
        difference, weights, scores = _margin_split(
            totals[..., judged.alternatives.index(first[0])]
            - totals[..., judged.alternatives.index(first[1])]
        )
    else:
        difference, weights, scores = _distance_split(totals)
    differ = difference > TIE
    return Pair(
        one=judged.assessors[i],
        other=judged.assessors[j],
        measure="margin" if first else "distance",
        first=first,
        difference=difference,
        weights=weights,
        scores=scores,
        weights_share=weights / difference if differ else None,
        scores_share=scores / difference if differ else None,
    )


def _margin_split(margin: FloatArray) -> tuple[float, float, float]:
    """Return the fall of the margin and its parts; shape (weights, scores), 0 the one's own."""
    by_weights = (margin[0] - margin[1]).mean()
    by_scores = (margin[:, 0] - margin[:, 1]).mean()
    return float(margin[0, 0] - margin[1, 1]), float(by_weights), float(by_scores)


def _distance_split(totals: FloatArray) -> tuple[float, float, float]:
    """Return the mean distance and its parts, the same whichever of the two is taken first.

    The distance that weights, or scores, make alone is the mean of exchanging them from the one
    and from the other. By the triangle inequality no part is then negative.
    """
    apart = float(np.abs(totals[0, 0] - totals[1, 1]).mean())
    alone = np.abs(totals[0] - totals[1]).mean(), np.abs(totals[:, 0] - totals[:, 1]).mean()
    by_weights = float((apart + alone[0] - alone[1]) / 2)
    return apart, by_weights, apart - by_weights
