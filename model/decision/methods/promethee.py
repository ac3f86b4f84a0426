"""PROMETHEE II: wins less losses when the alternatives are compared two by two.

References:
    Brans & Vincke (1985), Management Science 31(6): net flow, with the usual criterion (type I),
    where any difference is a full preference.
"""

from model.decision.ranking import TIE
from model.municipal import FloatArray


def promethee(values: FloatArray, shares: FloatArray) -> FloatArray:
    """Return the net flow, shape (alternatives,); 1 wins on all criteria over all, −1 loses so.

    Args:
        values: Shape (alternatives, criteria), none missing; more is better. Values that differ
            by no more than rounding are equal.
        shares: Shape (criteria,), summing to 1.
    """
    return criterion_flows(values) @ shares


def criterion_flows(values: FloatArray) -> FloatArray:
    """Return wins less losses on each criterion, as a part of the others; 0 without others.

    Returns:
        Shape (alternatives, criteria), −1 to 1.
    """
    wins = values[:, None, :] - values[None, :, :] > TIE
    net = wins.sum(axis=1) - wins.sum(axis=0)
    return net / max(len(values) - 1, 1)
