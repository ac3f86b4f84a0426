"""Ours against a plain baseline: taken in turns, so that a busy machine slows both alike."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

SHORTEST_SAMPLE = 0.005
"""Seconds that one sample lasts at least, so that the clock's own grain does not show."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Medians of one run; only the ratio means anything on another machine.

    Attributes:
        ours: Time of our code [s].
        baseline: Time of the baseline [s].
        ratio: Median of the ratios of neighbouring samples, not the ratio of the medians.
    """

    ours: float
    baseline: float
    ratio: float


def compare(
    ours: Callable[[], object], baseline: Callable[[], object], repeats: int = 9
) -> Comparison:
    """Time both in turns, ``repeats`` times each, after one call of each to warm up."""
    calls = [_calls(work) for work in (ours, baseline)]
    pairs = [(_sample(ours, calls[0]), _sample(baseline, calls[1])) for _ in range(repeats)]
    return of_pairs(pairs)


def of_pairs(pairs: list[tuple[float, float]]) -> Comparison:
    """Summarise (ours, baseline) times that were taken next to each other."""
    return Comparison(
        ours=median(mine for mine, _ in pairs),
        baseline=median(theirs for _, theirs in pairs),
        ratio=median(mine / theirs for mine, theirs in pairs),
    )


def timed(work: Callable[[], object]) -> float:
    """Return the time of one call [s]."""
    return _sample(work, 1)


def _calls(work: Callable[[], object]) -> int:
    work()
    return max(1, round(SHORTEST_SAMPLE / max(_sample(work, 1), 1e-7)))


def _sample(work: Callable[[], object], calls: int) -> float:
    start = perf_counter()
    for _ in range(calls):
        work()
    return (perf_counter() - start) / calls
