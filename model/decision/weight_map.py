"""Who is first for every mix of two weights.

Two criteria take any shares x and y, together at most 1; the others divide what is left as they
do today. Every total is then a plane over the triangle of all (x, y), and the alternative that is
highest has a convex polygon: the triangle cut by one line for each of the other alternatives.

References:
    Sutherland & Hodgman (1974), Communications of the ACM 17(1): cutting a polygon by a line.
    Lahdelma & Salminen (2001), SMAA-2, Operations Research 49(3): the weights for which an
    alternative is first. With three criteria the triangle is all weights, and the share of it is
    the acceptability for first rank.
"""

from dataclasses import dataclass

import numpy as np

from model.decision.problem import Problem
from model.decision.ranking import TIE
from model.decision.stability import clean, divide
from model.decision.weight_line import place, weight_line
from model.errors import UnknownError
from model.municipal import FloatArray

TRIANGLE = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])
"""All weight on x, on y and on the others: counter-clockwise."""

SLIVER = 1e-12
"""A smaller share of the map is a line or a point that rounding has given a width."""


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """The mixes of weights for which one alternative is first.

    Attributes:
        polygon: Corners (x, y) counter-clockwise, shape (corners, 2); convex.
        share: Its share of the map, 0–1.
        tied: Others with the same total everywhere on the map.
    """

    alternative: str
    polygon: FloatArray
    share: float
    tied: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class WeightMap:
    """The map of two weights.

    Attributes:
        x: Criterion of the first axis.
        y: Criterion of the second.
        today: Today's shares of x and y.
        regions: In file order; those that are nowhere first alone have none. They cover the map,
            and their shares sum to 1.
    """

    x: str
    y: str
    today: tuple[float, float]
    regions: tuple[Region, ...]


def weight_map(problem: Problem, x: str, y: str) -> WeightMap:
    """Return who is first over all shares of two criteria.

    Of alternatives that tie all over the map the first in file order has the polygon. One that
    lacks a value that the map needs has none. With two criteria in all nothing is left for
    others: the map is the line x + y = 1, a polygon is a piece of it with two corners, and its
    share is by length.

    Raises:
        UnknownError: No such criterion, or the same one twice.
    """
    problem = problem.judged
    axes = [place(problem, x), place(problem, y)]
    if x == y:
        raise UnknownError(kind="criterion", id=y)
    corners = _corners(problem, axes)
    same = (np.abs(corners[:, None] - corners) <= TIE).all(axis=2)
    # Row a of ``same`` is empty where a lacks a total, and else begins with a or its twin.
    owners = [a for a, alike in enumerate(same) if alike[a] and alike.argmax() == a]
    if len(problem.criteria) == 2:
        found = _pieces(problem, x)
    else:
        polygons = [_polygon(corners[a] - corners[owners]) for a in owners]
        found = [(a, one, _share(one)) for a, one in zip(owners, polygons, strict=True)]
    names = problem.alternatives
    return WeightMap(
        x=x,
        y=y,
        today=(float(problem.shares[axes[0]]), float(problem.shares[axes[1]])),
        regions=tuple(
            Region(
                alternative=names[a],
                polygon=polygon,
                share=share,
                tied=tuple(names[b] for b in np.flatnonzero(same[a]) if b != a),
            )
            for a, polygon, share in found
            if share > SLIVER
        ),
    )


def _corners(problem: Problem, axes: list[int]) -> FloatArray:
    """Return totals with all weight on x, on y and on the others, shape (alternatives, 3)."""
    missing = np.isnan(problem.values)
    taken = np.zeros(len(problem.criteria), dtype=bool)
    taken[axes] = True
    rest = divide(problem.shares, taken)
    others = np.where(missing, 0.0, problem.values) @ rest
    others[missing @ (rest > 0)] = np.nan
    return np.column_stack([problem.values[:, axes], others])


def _pieces(problem: Problem, x: str) -> list[tuple[int, FloatArray, float]]:
    """Return alternative, ends and length of the pieces of the line x + y = 1."""
    pieces = [
        (
            problem.alternatives.index(one.leader),
            np.array([[one.end, 1.0 - one.end], [one.start, 1.0 - one.start]]),
            one.end - one.start,
        )
        for one in weight_line(problem, x).segments
    ]
    return sorted(pieces, key=lambda piece: piece[0])


def _polygon(leads: FloatArray) -> FloatArray:
    """Return the part of the triangle where no lead is negative; without corners if none.

    Args:
        leads: Over each alternative, at the triangle's corners, shape (alternatives, 3).
    """
    leads = clean(leads)
    polygon = TRIANGLE
    for lead in leads[(leads < 0).any(axis=1)]:
        height = clean(polygon @ (lead[:2] - lead[2]) + lead[2])
        onward = np.roll(height, -1)
        crosses = height * onward < 0
        way = np.divide(height, height - onward, out=np.zeros_like(height), where=crosses)
        meets = polygon + way[:, None] * (np.roll(polygon, -1, axis=0) - polygon)
        kept = np.stack([height >= 0, crosses], axis=1)
        polygon = np.stack([polygon, meets], axis=1)[kept]
    return polygon


def _share(polygon: FloatArray) -> float:
    """Return the polygon's area as a share of the triangle's, which is a half."""
    x, y = polygon.T
    return float(x @ np.roll(y, -1) - np.roll(x, -1) @ y)
