"""Shares of weight drawn evenly from all that keep within bounds and sum to 1.

Every criterion but one is drawn on its own, from an exponential distribution cut off at the
width of its bounds, all with the same rate; the widest has what is left. A proposal whose rest
falls within that criterion's bounds is kept with a chance that makes all points equally likely.
That is exact for any rate and any bounds, and draws are independent of each other. The rate that
gives the right sum on average keeps most: a half to a tenth of the proposals.

References:
    Rejection sampling and exponential tilting: Devroye (1986), Non-Uniform Random Variate
    Generation, ch. II.3 and XI.
"""

import numpy as np

from model.municipal import FloatArray

HALVINGS = 40
"""The rate only decides how many proposals are kept, so it need not be found to the last bit."""


def fill_within(
    rng: np.random.Generator, out: FloatArray, least: FloatArray, most: FloatArray
) -> None:
    """Fill ``out`` with drawn shares.

    Args:
        out: Shape (criteria, draws).
        least: Smallest share, shape (criteria,); sums to at most 1.
        most: Largest share, shape (criteria,), none below ``least``; sums to at least 1.
    """
    widths = most - least
    over = min(max(1.0 - least.sum(), 0.0), widths.sum())
    free = np.flatnonzero(widths > 0)
    # Measured from the end that is nearer, so that the rate is never negative.
    from_most = over > widths.sum() / 2
    over = widths.sum() - over if from_most else over
    out[:] = (most if from_most else least)[:, None]
    if over == 0:
        return
    widest = free[np.argmax(widths[free])]
    others = free[free != widest]
    rate = _rate(widths[free], over)
    filled, n = 0, out.shape[1]
    sign = -1.0 if from_most else 1.0
    while filled < n:
        drawn = rng.random((len(free), n))
        moved = np.log1p(drawn[1:] * np.expm1(-rate * widths[others, None])) / -rate
        rest = over - moved.sum(axis=0)
        chance = np.exp(-rate * np.maximum(rest, 0.0))
        kept = np.flatnonzero((rest >= 0) & (rest <= widths[widest]) & (drawn[0] < chance))
        kept = kept[: n - filled]
        places = slice(filled, filled + len(kept))
        out[others, places] += sign * moved[:, kept]
        out[widest, places] += sign * rest[kept]
        filled += len(kept)


def _rate(widths: FloatArray, over: float) -> float:
    """Return the rate with which cut exponentials sum to ``over`` on average, by bisection.

    Args:
        widths: Where each is cut off, all above zero.
        over: At most half of their sum.
    """
    low, high = 0.0, len(widths) / over
    for _ in range(HALVINGS):
        rate = (low + high) / 2
        beyond = np.exp(-rate * widths)
        means = 1.0 / rate - widths * beyond / -np.expm1(-rate * widths)
        low, high = (rate, high) if means.sum() > over else (low, rate)
    return high
