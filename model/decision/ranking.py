"""Rank totals as in a competition: 1, 2, 2, 4."""

import numpy as np
from numpy.typing import NDArray

from model.municipal import FloatArray

TIE = 1e-9
"""Totals [points] this near each other are equal: far above rounding, far below meaning."""


def competition_ranks(totals: FloatArray) -> tuple[int | None, ...]:
    """Return the rank of each alternative, 1 for the highest total.

    Those that share a rank take up as many places as they are. A tie is counted from the best
    of those that share it, so a chain of near totals does not glide together into one rank.

    Args:
        totals: Shape (alternatives,); nan for an alternative that cannot be ranked.

    Returns:
        None for an alternative without a total.
    """
    ranks: list[int | None] = [None] * len(totals)
    ranked = [int(i) for i in np.argsort(-totals, kind="stable") if not np.isnan(totals[i])]
    rank, top = 0, np.inf
    for place, i in enumerate(ranked, start=1):
        if place == 1 or totals[i] < top - TIE:
            rank, top = place, totals[i]
        ranks[i] = rank
    return tuple(ranks)


def leaders(totals: FloatArray) -> NDArray[np.intp]:
    """Return who is first along the last axis; of those that tie, the first in file order.

    Args:
        totals: Shape (..., alternatives); nan for an alternative that cannot be ranked. At least
            one along the axis can.
    """
    ranked = np.where(np.isnan(totals), -np.inf, totals)
    return np.argmax(ranked >= ranked.max(axis=-1, keepdims=True) - TIE, axis=-1)
