"""Regions of weights as simplices, and how a plane cuts them: volumes without sampling.

A simplex is the corners of a line, a triangle, a tetrahedron and so on. A plane that meets an
edge at the fraction t of its length splits the simplex there into two, whose volumes are t and
1 − t of the whole. Splitting until no simplex has corners on both sides leaves the volume on each
side as a sum, without determinants: for two criteria lengths, for three areas of triangles.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.decision.bounds import ROUNDING
from model.decision.problem import BoolArray
from model.municipal import FloatArray

FLAT = 1e-11
"""A corner this near a plane lies in it: some times the rounding of points 0–100."""
MOST = 30_000
"""Simplices that a cut may give: about a second's work in all. Beyond it, drawing is quicker."""
THIN = 1e-6
"""A smaller part than this, left when simplices are taken from each other, is mostly rounding."""


class UncountableError(Exception):
    """The region falls into more simplices than are worth counting, or is too thin to count."""


@dataclass(frozen=True, slots=True, eq=False)
class Simplices:
    """A region of weights: the sum of simplices, of which some may be taken away.

    Attributes:
        corners: Shares, shape (simplices, corners, criteria).
        volumes: Shape (simplices,), in any unit, negative for one that is taken away.
        counts: Shape (simplices,): a whole number that follows each through the cuts.
    """

    corners: FloatArray
    volumes: FloatArray
    counts: NDArray[np.int64]

    @property
    def volume(self) -> float:
        """The region's volume."""
        return float(self.volumes.sum())

    @property
    def centroid(self) -> FloatArray:
        """The mean of the region's weights, shape (criteria,)."""
        return self.volumes @ self.corners.mean(axis=1) / self.volume

    def above(self, plane: FloatArray) -> "Simplices":
        """Return the part where Σ plane × share is not negative."""
        whole, upper = self.split(plane)
        return whole.only(upper)

    def split(self, plane: FloatArray) -> tuple["Simplices", BoolArray]:
        """Return the region cut along Σ plane × share = 0, and which simplices lie above.

        One that lies in the plane counts as above.

        Raises:
            UncountableError: The cut gives more than ``MOST``.
        """
        done: list[tuple[FloatArray, FloatArray, NDArray[np.int64]]] = []
        sides: list[BoolArray] = []
        found = 0
        corners, volumes, counts = self.corners, self.volumes, self.counts
        heights = corners @ plane
        heights[np.abs(heights) <= FLAT] = 0.0
        while True:
            below = heights.min(axis=1) < 0
            across = below & (heights.max(axis=1) > 0)
            found += len(across)
            if found > MOST:
                raise UncountableError
            done.append((corners[~across], volumes[~across], counts[~across]))
            sides.append(~below[~across])
            if not across.any():
                break
            corners, volumes, heights = _halves(corners[across], volumes[across], heights[across])
            counts = np.tile(counts[across], 2)
        parts = (np.concatenate(part) for part in zip(*done, strict=True))
        return Simplices(*parts), np.concatenate(sides)

    def only(self, kept: BoolArray) -> "Simplices":
        """Return some of the simplices."""
        return Simplices(self.corners[kept], self.volumes[kept], self.counts[kept])


def _halves(
    corners: FloatArray, volumes: FloatArray, heights: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Split each simplex where the edge from its highest to its lowest corner meets the plane."""
    row = np.arange(len(volumes))
    top, bottom = heights.argmax(axis=1), heights.argmin(axis=1)
    part = heights[row, top] / (heights[row, top] - heights[row, bottom])
    edge = corners[row, bottom] - corners[row, top]
    meeting = corners[row, top] + part[:, np.newaxis] * edge
    halves = []
    for replaced, share in ((bottom, part), (top, 1 - part)):
        new, levels = corners.copy(), heights.copy()
        new[row, replaced], levels[row, replaced] = meeting, 0.0
        halves.append((new, volumes * share, levels))
    return tuple(np.concatenate(arrays) for arrays in zip(*halves, strict=True))


def all_weights(count: int) -> Simplices:
    """Return all shares that sum to 1."""
    return _one(np.eye(count))


def ordered_weights(shares: FloatArray) -> Simplices:
    """Return all shares in the same order as these; those equal in any order, zeros held at zero.

    Raises:
        UncountableError: Many are equal, in several groups.
    """
    weighing = np.flatnonzero(shares > 0)
    region = _one(np.eye(len(shares))[weighing])
    levels = _levels(shares[weighing])
    for level in range(levels.max()):
        for heavy in weighing[levels == level]:
            for light in weighing[levels == level + 1]:
                plane = np.zeros(len(shares))
                plane[heavy], plane[light] = 1.0, -1.0
                region = region.above(plane)
    return region


def bounded_weights(least: FloatArray, most: FloatArray) -> Simplices:
    """Return all shares within bounds; a single point where the bounds leave no more.

    Those with all shares over their lower bounds make a simplex, scaled down. Away from it go
    those with a share over its upper bound, which are simplices too; then those with two such,
    which have been taken away twice, come back, and so on (inclusion and exclusion). Where the
    upper bounds leave less room than the lower ones, the same from above. A weight whose bounds
    differ by rounding alone is fixed.

    Args:
        least: Shape (criteria,); with ``most`` such that some shares lie within.

    Raises:
        UncountableError: The bounds cut off too many corners, or leave next to nothing.
    """
    free = most - least > ROUNDING
    above, below = 1 - least.sum(), most.sum() - 1
    if min(above, below) <= ROUNDING or free.sum() <= 1:
        point = np.clip(least + max(above, 0.0) * free, least, most)
        return _one(point[np.newaxis])
    start, sense, room = (least, 1.0, above) if above <= below else (most, -1.0, below)
    reach = (most - least)[free]
    edges = np.eye(len(least))[free]
    found = _corners(reach, room)
    corners = np.array([start + sense * (past @ edges + left * edges) for past, left, _ in found])
    volumes = np.array([sign * left ** (len(reach) - 1) for _, left, sign in found])
    if volumes.sum() < THIN * np.abs(volumes).sum():
        raise UncountableError
    return Simplices(corners, volumes, np.zeros(len(volumes), dtype=np.int64))


def _corners(reach: FloatArray, room: float) -> list[tuple[FloatArray, float, float]]:
    """Return, for each set of criteria that can pass their far bounds at once, what it takes.

    That is: what each of them has got, shape (criteria,), the room left, and the set's sign.
    """
    sets = [(np.zeros(len(reach)), room, 1.0)]
    for c, far in enumerate(reach):
        past = np.where(np.arange(len(reach)) == c, far, 0.0)
        sets += [(had + past, left - far, -sign) for had, left, sign in sets if left - far > FLAT]
        if len(sets) > MOST:
            raise UncountableError
    return sets


def _levels(shares: FloatArray) -> NDArray[np.int64]:
    """Return 0 for the largest shares, 1 for the next and so on; rounding makes no difference."""
    order = np.argsort(-shares, kind="stable")
    falls = ~np.isclose(shares[order][1:], shares[order][:-1], rtol=1e-9, atol=0.0)
    levels = np.empty(len(shares), dtype=np.int64)
    levels[order] = np.concatenate([[0], np.cumsum(falls)])
    return levels


def _one(corners: FloatArray) -> Simplices:
    return Simplices(corners[np.newaxis], np.ones(1), np.zeros(1, dtype=np.int64))
