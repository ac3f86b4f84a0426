"""Random numbers of a chunk of draws: always the same ones, drawn anew or kept.

What is kept takes at most 96 MB. A hundred thousand draws of five alternatives on seven criteria
take 34 MB, and a score that moves adds 4 MB until the oldest make way.

References:
    Streams that do not overlap: the children of ``numpy.random.SeedSequence``.
"""

from collections.abc import Callable, Hashable
from threading import Lock

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


class Kept:
    """Arrays kept to be used again, those last asked for; the oldest go when room runs out."""

    def __init__(self, room: int) -> None:
        """Start without any.

        Args:
            room: How much all together may take [bytes].
        """
        self._room, self._held = room, 0
        self._arrays: dict[Hashable, FloatArray] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], FloatArray]) -> FloatArray:
        """Return the array of a key, read-only; ``make`` it unless it is kept."""
        with self._lock:
            array = self._arrays.pop(key, None)
            if array is not None:
                self._arrays[key] = array  # last in line again
                return array
        array = make()
        array.setflags(write=False)
        with self._lock:
            if key not in self._arrays:  # another thread may have made the same
                self._arrays[key] = array
                self._held += array.nbytes
            while self._held > self._room:
                self._held -= self._arrays.pop(next(iter(self._arrays))).nbytes
        return array


_KEPT = Kept(room=96 * 2**20)


def kept_numbers(numbers: Numbers, seed: int, chunk: int, shape: Shape) -> FloatArray:
    """Return what weights are made of, shape (criteria, draws)."""

    def make() -> FloatArray:
        drawn = np.empty(shape)
        numbers.fill(generator(seed, chunk, WEIGHTS), drawn)
        return drawn

    return _KEPT.get((numbers, seed, chunk, shape), make)


def kept_values(line: ScoreLine, seed: int, chunk: int, c: int, shape: Shape) -> FloatArray:
    """Return values drawn on one criterion, shape (alternatives, draws).

    Kept by criterion: a score that moves leaves what is drawn on the others.
    """

    def make() -> FloatArray:
        places = generator(seed, chunk, 1 + c).random(shape)
        return line.values(places, np.empty(shape))

    return _KEPT.get((line, seed, chunk, c, shape), make)
