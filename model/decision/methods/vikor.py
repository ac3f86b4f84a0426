"""VIKOR: a compromise between what is best on the whole and what is nowhere very bad.

References:
    Opricovic & Tzeng (2004), European Journal of Operational Research 156: the measures S, R and
    Q and the two conditions for a single compromise. Q weighs S and R equally (v = 0.5).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.decision.ranking import TIE, competition_ranks
from model.municipal import FloatArray

MAJORITY = 0.5
"""The paper's v: the weight of the whole (S) against the worst criterion (R)."""


@dataclass(frozen=True, slots=True, eq=False)
class Vikor:
    """The measures as published: of all of them, lower is better. Shape (alternatives,).

    Attributes:
        whole: S, the weighted sum of what each criterion falls short of the best, 0–1.
        regret: R, the largest of those weighted shortfalls, 0–1.
        compromise: Q, 0–1: S and R, each from the lowest among the alternatives to the highest.
        ahead: Condition C1: the second in Q is at least 1 / (alternatives − 1) behind. True for
            a single alternative.
        steady: Condition C2: one that is first in Q is also first in S or in R.
        proposed: True for the alternatives proposed: the first alone if both conditions hold,
            the first and the second if only C2 fails, all less than that step behind if C1 fails.
    """

    whole: FloatArray
    regret: FloatArray
    compromise: FloatArray
    ahead: bool
    steady: bool
    proposed: NDArray[np.bool_]


def vikor(values: FloatArray, shares: FloatArray) -> Vikor:
    """Return the measures and the alternatives that they propose.

    Args:
        values: Shape (alternatives, criteria), at least one of each, none missing; more is better.
        shares: Shape (criteria,), summing to 1.
    """
    each = regrets(values, shares)
    whole, regret = each.sum(axis=1), each.max(axis=1)
    compromise = MAJORITY * spread_out(whole) + (1 - MAJORITY) * spread_out(regret)

    ranks = np.array(competition_ranks(-compromise))
    behind = compromise - compromise.min()
    first = ranks == 1
    step = 1 / max(len(values) - 1, 1)
    ahead = bool(first.sum() == 1 and (behind[~first] >= step - TIE).all())
    steady = any(bool((least <= least.min() + TIE)[first].any()) for least in (whole, regret))
    clear = first if steady else ranks <= 2
    proposed = clear if ahead else behind < step - TIE
    return Vikor(whole, regret, compromise, ahead, steady, proposed)


def regrets(values: FloatArray, shares: FloatArray) -> FloatArray:
    """Return what each alternative falls short of the best, as a part of the spread × share.

    A criterion where all are equal gives no regret.

    Returns:
        Shape (alternatives, criteria): 0 for the best on a criterion, its share for the worst.
    """
    return shares * spread_out(values.max(axis=0) - values)


def spread_out(measure: FloatArray) -> FloatArray:
    """Return the measure stretched to 0–1 over the alternatives; 0 where all are equal."""
    above = measure - measure.min(axis=0)
    spread = np.broadcast_to(above.max(axis=0), above.shape)
    return np.divide(above, spread, out=np.zeros_like(above), where=spread > TIE)
