"""How well two rankings of the same things agree: 1 the same order, −1 the opposite.

Written out here rather than taken from scipy.stats, which takes most of a second to import and
gives no answer where a ranking has no order. The tests compare the two.
"""

import numpy as np
from numpy.typing import ArrayLike

from model.municipal import FloatArray


def kendall_tau_b(one: ArrayLike, other: ArrayLike) -> float:
    """Return Kendall's τ-b: pairs in the same order less pairs in the opposite, ties corrected.

    Where neither ranking has any order (all tie, or there is only one) they say the same, 1.
    Where one of them has, 0.

    Args:
        one: Ranks, or anything else that orders; shape (n,).
        other: Likewise, in the same direction.

    References:
        Kendall (1945), Biometrika 33(3).
    """
    first, second = (np.sign(np.subtract.outer(ranks, ranks)) for ranks in (one, other))
    ordered, ordered_too = (first**2).sum(), (second**2).sum()
    if ordered == 0 or ordered_too == 0:
        return float(ordered == ordered_too)
    return float((first * second).sum() / np.sqrt(ordered * ordered_too))


def weighted_rank_correlation(one: ArrayLike, other: ArrayLike) -> float:
    """Return r_w: as Spearman's ρ, but a difference counts more the nearer to first it is.

    Those that tie share the mean of the places they take up. 1 where there is only one.

    Args:
        one: Ranks, 1 for the first, shape (n,), n at least 1.
        other: Likewise.

    References:
        Pinto da Costa & Soares (2005), Australian & New Zealand Journal of Statistics 47(4).
    """
    x, y = mid_ranks(one), mid_ranks(other)
    n = len(x)
    if n == 1:
        return 1.0
    differences = ((x - y) ** 2 * ((n - x + 1) + (n - y + 1))).sum()
    return float(1 - 6 * differences / (n**4 + n**3 - n**2 - n))


def mid_ranks(ranks: ArrayLike) -> FloatArray:
    """Return each place, 1 for the lowest rank; those that tie have the mean of their places."""
    given = np.asarray(ranks, dtype=float)
    below = (given[None, :] < given[:, None]).sum(axis=1)
    level = (given[None, :] == given[:, None]).sum(axis=1)
    return below + (level + 1) / 2
