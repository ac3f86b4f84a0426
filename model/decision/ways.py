"""Ways of weighting the same criteria side by side: what each gives, and who is first with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from model.decision import weighted_sum
from model.decision.elicitation import FULL_SWING, rank_order_centroid, rank_sum, swing
from model.decision.problem import Problem
from model.decision.rank_agreement import mid_ranks
from model.decision.ranking import competition_ranks
from model.decision.value_functions import BEST
from model.municipal import FloatArray

WayId = Literal["today", "points", "sum", "centroid"]


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """One way of weighting.

    Attributes:
        id: ``today`` (the weights in force), ``points`` (for swings), ``sum`` and ``centroid``
            (out of the order alone: rank sum and rank-order centroid).
        shares: Shape (criteria,), summing to 1.
        first: Ids of the alternatives with rank 1; none where no alternative can be ranked.
    """

    id: WayId
    shares: FloatArray
    first: tuple[str, ...]


def spans(problem: Problem) -> FloatArray:
    """Return how much of the way from 0 to 100 the value goes on each criterion, 0–1.

    All of it unless its line has been given other ends.
    """
    return np.array([np.ptp(function.values) for function in problem.functions]) / BEST


def weights(swings: ArrayLike, spans: FloatArray) -> FloatArray:
    """Return the shares that make the swings worth this; 0 where there is no swing.

    Args:
        swings: What each swing is worth, of the criteria where there is one.
        spans: Shape (criteria,).

    Raises:
        WeightError: No swing is worth anything.
    """
    found = np.zeros_like(spans)
    found[spans > 0] = swing(swings) / spans[spans > 0]
    return weighted_sum.shares(found)


def suggested_points(ranks: Sequence[int], swings: FloatArray) -> FloatArray:
    """Return points to start from, whole numbers and 100 for the most important.

    Args:
        ranks: 1 for the most important.
        swings: What the swings are worth today, weight times span; used where that gives the
            same order.
    """
    same = np.array_equal(mid_ranks(ranks), mid_ranks(competition_ranks(swings)))
    worth = swings if same and swings.any() else rank_order_centroid(ranks)
    return np.round(worth / worth.max() * FULL_SWING)


def ways(
    problem: Problem, today: FloatArray | None, ranks: Sequence[int], points: ArrayLike
) -> tuple[Way, ...]:
    """Return each way of weighting, with who is first.

    Args:
        today: Shares in force, shape (criteria,); None while all weights are zero.
        ranks: 1 for the most important swing, one per criterion that has a swing.
        points: 100 for the most important swing, likewise.

    Raises:
        WeightError: No swing has any points.
    """
    span = spans(problem)
    found: dict[WayId, FloatArray] = {} if today is None else {"today": today}
    found["points"] = weights(points, span)
    found["sum"] = weights(rank_sum(ranks), span)
    found["centroid"] = weights(rank_order_centroid(ranks), span)
    return tuple(Way(name, shares, _first(problem, shares)) for name, shares in found.items())


def _first(problem: Problem, shares: FloatArray) -> tuple[str, ...]:
    ranks = competition_ranks(weighted_sum.totals(problem.values, shares))
    return tuple(name for name, rank in zip(problem.alternatives, ranks, strict=True) if rank == 1)
