"""What many times of the same thing come to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle and the slow end of some times [ms].

    Attributes:
        p50: Half of them are shorter.
        p95: 19 of 20 are shorter.
        count: How many there are.
    """

    p50: float
    p95: float
    count: int


def spread(times: Sequence[float]) -> Spread | None:
    """Summarise times; None where there are none."""
    if not times:
        return None
    middle, slow = np.percentile(times, [50, 95])
    return Spread(float(middle), float(slow), len(times))
