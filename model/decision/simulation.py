"""Many draws of weights and scores, a few thousand at a time, on all processors.

Draws come in chunks that a processor's own memory holds, so that a million take no more room
than ten thousand. Each chunk, and each criterion in it, has random numbers of its own; chunk k is
counted in strand k mod 4, and the strands are added in order. So the result is the same to the
last bit however many threads there are, and whether or not what is drawn is kept.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from model.decision.rank_counts import RankCounts
from model.decision.ranking import TIE
from model.decision.score_lines import ScoreLine
from model.decision.streams import WEIGHTS, generator, kept_numbers, kept_values
from model.decision.weight_draws import Deal, Numbers
from model.municipal import FloatArray

CHUNK = 8_192
"""Draws at a time: measured. Fewer, and the calls cost more than the counting; more, and the
arrays outgrow the processor's own memory."""

STRANDS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """What all draws came to.

    Attributes:
        places: See ``RankCounts``.
        wins: See ``RankCounts``.
        first_weights: Sum of the weights with which each is first, shape (alternatives,
            criteria); in a tie for first, its share of them.
    """

    places: np.ndarray
    wins: np.ndarray
    first_weights: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Simulation:
    """Alternatives that can all be ranked, and how weights are drawn.

    Attributes:
        numbers: What weights are drawn from.
        deal: What makes weights of it.
        lines: One per criterion.
        n_alternatives: At least one.
        keep: Keep what is drawn, to use again: see ``streams`` for how much.
    """

    numbers: Numbers
    deal: Deal
    lines: tuple[ScoreLine, ...]
    n_alternatives: int
    seed: int
    draws: int
    keep: bool

    def count(self, threads: int | None = None) -> Counted:
        """Draw and count everything; on as many threads as there is use for, unless told."""
        chunks = range(-(-self.draws // CHUNK))
        strands = [chunks[first::STRANDS] for first in range(min(STRANDS, len(chunks)))]
        pool = _threads(threads or min(STRANDS, os.cpu_count() or 1))
        counted = list(pool.map(self._strand, strands))
        return Counted(
            places=sum(one.places for one in counted),
            wins=sum(one.wins for one in counted),
            first_weights=sum(one.first_weights for one in counted),
        )

    def first_with(self, weights: FloatArray) -> FloatArray:
        """Return how often each is first with weights of its own, shape (alternatives,).

        Args:
            weights: Shape (alternatives, criteria). Scores are drawn as in the first chunk.
        """
        room = self._room(min(CHUNK, self.draws))
        values = np.empty((len(self.lines), *room.values.shape))
        for c, line in enumerate(self.lines):
            values[c] = self._values(0, c, line, room)
        share = np.empty(self.n_alternatives)
        for a, own in enumerate(weights):
            totals = np.einsum("c,can->an", own, values, out=room.totals)
            first = totals >= totals.max(axis=0) - TIE
            share[a] = (first[a] / first.sum(axis=0, dtype=np.int16)).mean()
        return share

    def drawn(self) -> tuple[FloatArray, FloatArray]:
        """Return all that is drawn at once: it takes room for every draw, unlike ``count``.

        Returns:
            Weights, shape (criteria, draws), and values, shape (criteria, alternatives, draws).
        """
        weights = np.empty((len(self.lines), self.draws))
        values = np.empty((len(self.lines), self.n_alternatives, self.draws))
        for chunk, part in self._parts():
            room = self._room(part.stop - part.start)
            weights[:, part] = self.deal(self._numbers(chunk, room), room.weights)
            for c, line in enumerate(self.lines):
                values[c, :, part] = self._values(chunk, c, line, room)
        return weights, values

    def drawn_on(self, c: int, lines: Sequence[ScoreLine]) -> FloatArray:
        """Return what is drawn on one criterion where its line is another, for each of several.

        Returns:
            Shape (lines, alternatives, draws).
        """
        values = np.empty((len(lines), self.n_alternatives, self.draws))
        for chunk, part in self._parts():
            room = self._room(part.stop - part.start)
            generator(self.seed, chunk, 1 + c).random(out=room.places)
            for one, line in zip(values, lines, strict=True):
                one[:, part] = line.values(room.places, room.values)
        return values

    def _parts(self) -> Iterator[tuple[int, slice]]:
        """Give each chunk and where among all draws it stands."""
        for chunk in range(-(-self.draws // CHUNK)):
            yield chunk, slice(chunk * CHUNK, min(self.draws, (chunk + 1) * CHUNK))

    def _strand(self, chunks: range) -> Counted:
        room = self._room(CHUNK)
        counts = RankCounts(*room.totals.shape)
        first_weights = np.zeros((self.n_alternatives, len(self.lines)))
        for chunk in chunks:
            left = self.draws - chunk * CHUNK
            if left < CHUNK:
                room = self._room(left)
            weights = self.deal(self._numbers(chunk, room), room.weights)
            first = counts.count(self._totals(chunk, weights, room), room.values)
            # Not a matrix product: that would start threads of its own, in the way of ours.
            first_weights += np.vecdot(first[:, None], weights)
        return Counted(counts.places, counts.wins, first_weights)

    def _totals(self, chunk: int, weights: FloatArray, room: "_Room") -> FloatArray:
        """Return totals, shape (alternatives, draws of the chunk)."""
        for c, line in enumerate(self.lines):
            values = self._values(chunk, c, line, room)
            np.multiply(values, weights[c], out=room.values if c else room.totals)
            if c:
                np.add(room.totals, room.values, out=room.totals)
        return room.totals

    def _numbers(self, chunk: int, room: "_Room") -> FloatArray:
        if self.keep:
            return kept_numbers(self.numbers, self.seed, chunk, room.numbers.shape)
        self.numbers.fill(generator(self.seed, chunk, WEIGHTS), room.numbers)
        return room.numbers

    def _values(self, chunk: int, c: int, line: ScoreLine, room: "_Room") -> FloatArray:
        if line.fixed:
            return np.array(line.start)[:, None]
        if self.keep:
            return kept_values(line, self.seed, chunk, c, room.values.shape)
        generator(self.seed, chunk, 1 + c).random(out=room.places)
        return line.values(room.places, room.values)

    def _room(self, size: int) -> "_Room":
        wide, deep = (len(self.lines), size), (self.n_alternatives, size)
        return _Room(*(np.empty(shape) for shape in (wide, wide, deep, deep, deep)))


@lru_cache(maxsize=STRANDS)
def _threads(n: int) -> ThreadPoolExecutor:
    """Return threads that are there for the next call too. numpy lets them run side by side."""
    return ThreadPoolExecutor(n, thread_name_prefix="draws")


@dataclass(frozen=True, slots=True, eq=False)
class _Room:
    """Arrays that every chunk of a strand uses again: to ask for new ones costs more than to draw.

    Attributes:
        numbers: What weights are made of, shape (criteria, draws).
        weights: Shape (criteria, draws).
        places: In the scores' ranges, shape (alternatives, draws).
        values: On one criterion, shape (alternatives, draws).
        totals: Shape (alternatives, draws).
    """

    numbers: FloatArray
    weights: FloatArray
    places: FloatArray
    values: FloatArray
    totals: FloatArray
