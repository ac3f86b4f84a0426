"""Random numbers of a chunk of draws: always the same ones, drawn anew or kept.

References:
    Streams that do not overlap: the children of ``numpy.random.SeedSequence``.
"""

from functools import lru_cache

import numpy as np

from model.decision.score_lines import ScoreLine
from model.decision.weight_draws import Numbers
from model.municipal import FloatArray

WEIGHTS = 0
"""Which numbers of a chunk are for weights; those for scores on criterion c are 1 + c."""

Shape = tuple[int, int]


def generator(seed: int, chunk: int, part: int) -> np.random.Generator:
    """Return a generator of its own; SFC64 is the fastest that numpy has."""
    return np.random.Generator(
        np.random.SFC64(np.random.SeedSequence(seed, spawn_key=(chunk, part)))
    )


@lru_cache(maxsize=64)
def kept_numbers(numbers: Numbers, seed: int, chunk: int, shape: Shape) -> FloatArray:
    """Return what weights are made of, shape (criteria, draws), read-only.

    Kept are the last 64 chunks, each 64 kB per criterion.
    """
    drawn = np.empty(shape)
    numbers.fill(generator(seed, chunk, WEIGHTS), drawn)
    return _fixed(drawn)


@lru_cache(maxsize=256)
def kept_values(line: ScoreLine, seed: int, chunk: int, c: int, shape: Shape) -> FloatArray:
    """Return values drawn on one criterion, shape (alternatives, draws), read-only.

    Kept are the last 256 chunks of a criterion, each 64 kB per alternative: with five
    alternatives, at most 84 MB. A hundred thousand draws on seven criteria are 91 of them, and a
    score that moves changes 13 of these.
    """
    places = generator(seed, chunk, 1 + c).random(shape)
    return _fixed(line.values(places, np.empty(shape)))


def _fixed(array: FloatArray) -> FloatArray:
    array.setflags(write=False)
    return array
