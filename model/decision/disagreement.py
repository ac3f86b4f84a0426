"""Why another method puts another alternative first than the weighted sum does."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from model.decision.methods.promethee import criterion_flows
from model.decision.methods.topsis import pulls, topsis
from model.decision.methods.vikor import regrets
from model.decision.ranking import TIE, leaders
from model.municipal import FloatArray

Method = Literal["weighted_sum", "topsis", "vikor", "promethee"]
Reason = Literal["distance", "worst", "stretch", "wins"]

FULL = 100.0
"""The value of the best there is on a criterion."""


@dataclass(frozen=True, slots=True)
class Why:
    """What decides between the method's first and ours, by places in the arrays.

    Attributes:
        reason: ``distance`` (TOPSIS): squared distances to the best and the worst point, so a
            large difference counts more than in proportion. ``stretch`` (VIKOR): each criterion
            is stretched until its best and worst alternative are a full scale apart, which is
            enough to turn the order. ``worst`` (VIKOR): it is not, but the weakest criterion
            counts as much as the whole. ``wins`` (PROMETHEE): that one is better counts, not by
            how much.
        criterion: ``distance``: where the method's first gains most on ours. ``worst``: the
            weakest of ours. ``stretch`` and ``wins``: where the method gives its first most
            beyond what the weighted sum gives. By ``wins`` that can be where it is far worse,
            which counts as no more than a loss.
        measures: What the reason speaks of, for the method's first and for ours: closeness, R,
            S, or the mean share of the weight won over each other (a tie is half won).
    """

    reason: Reason
    criterion: int
    measures: tuple[float, float]


def why(method: Method, theirs: int, ours: int, values: FloatArray, shares: FloatArray) -> Why:
    """Return what decides for ``theirs`` in the method, against ``ours`` in the weighted sum.

    Args:
        theirs: An alternative that the method ranks above ``ours``.
        ours: An alternative with a higher total than ``theirs``.
        values: Shape (alternatives, criteria), 0–100, none missing.
        shares: Shape (criteria,), summing to 1.
    """
    pair = [theirs, ours]
    in_sum = shares * (values[theirs] - values[ours]) / FULL
    if method == "topsis":
        gain = np.subtract(*pulls(values, shares)[pair])
        return Why("distance", _most(gain), _two(topsis(values, shares)[pair]))
    if method == "vikor":
        each = regrets(values, shares)
        whole, regret = each.sum(axis=1), each.max(axis=1)
        if whole[theirs] < whole[ours] - TIE:
            stretched = each[ours] - each[theirs]
            return Why("stretch", _most(stretched - in_sum), _two(whole[pair]))
        return Why("worst", _most(each[ours]), _two(regret[pair]))
    flows = criterion_flows(values)
    won = shares * (flows[theirs] - flows[ours]) / 2
    return Why("wins", _most(won - in_sum), _two((flows[pair] @ shares + 1) / 2))


def _most(gains: FloatArray) -> int:
    """Return the criterion with most; of those equal but for rounding the first in file order."""
    return int(leaders(gains / gains.max()))


def _two(measures: FloatArray) -> tuple[float, float]:
    return float(measures[0]), float(measures[1])
