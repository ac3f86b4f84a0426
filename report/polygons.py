"""Room for words within polygons.

The same is done in the browser, by ``ui/live/js/polygons.js``. Polygons have shape (corners, 2).
"""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_TRIES = 24
"""Places tried along each side of the box around a polygon."""
_SIDES = np.stack(np.meshgrid((-0.5, 0.0, 0.5), (-0.5, 0.0, 0.5)), axis=-1).reshape(-1, 2)
_PULL = 0.05
"""Clearance [px] that is given up to come a pixel nearer to the polygon's middle."""


def inside(points: Points, polygon: Points) -> NDArray[np.bool_]:
    """Return for each point, shape (..., 2), whether it lies within the polygon."""
    x, y = points[..., 0, None], points[..., 1, None]
    (x1, y1), (x2, y2) = polygon.T, np.roll(polygon, -1, axis=0).T
    rise = np.where(y2 == y1, 1.0, y2 - y1)
    crossed = ((y1 > y) != (y2 > y)) & (x < x1 + (y - y1) / rise * (x2 - x1))
    return crossed.sum(axis=-1) % 2 == 1


def middle(polygon: Points) -> Points:
    """Return the centre of the polygon's area; of its corners where it has no area."""
    onward = np.roll(polygon, -1, axis=0)
    cross = polygon[:, 0] * onward[:, 1] - onward[:, 0] * polygon[:, 1]
    if abs(cross.sum()) < 1e-6:
        return polygon.mean(axis=0)
    return ((polygon + onward) * cross[:, None]).sum(axis=0) / (3 * cross.sum())


def room_for(
    polygon: Points, width: float, height: float, taken: list[Box], enough: float
) -> tuple[float, float, float] | None:
    """Return where a box fits best within a polygon and clear of others; None for nowhere.

    Best is near the polygon's middle and well clear of its edges.

    Args:
        polygon: Corners [px].
        width: Of the box [px].
        height: Of the box [px].
        taken: Boxes to be clear of.
        enough: Distance from the edges [px] that is as good as more.

    Returns:
        The middle of the box, x and y, and its distance from the edges, at most ``enough``.
    """
    low, high = polygon.min(axis=0), polygon.max(axis=0)
    steps = (np.arange(_TRIES) + 0.5)[:, None] / _TRIES
    x, y = np.concatenate([low + (high - low) * steps, middle(polygon)[None]]).T
    x, y = (each.ravel() for each in np.meshgrid(x, y))
    tries, spots = np.stack([x, y], axis=1), _SIDES * (width, height)
    fits = inside(tries[:, None] + spots, polygon).all(axis=1)
    for left, top, right, bottom in taken:
        beside = (x + width / 2 <= left) | (x - width / 2 >= right)
        fits &= beside | (y + height / 2 <= top) | (y - height / 2 >= bottom)
    if not fits.any():
        return None
    tries = tries[fits]
    clear = np.minimum(_to_edge(tries[:, None] + spots, polygon).min(axis=1), enough)
    best = (clear - _PULL * np.hypot(*(tries - middle(polygon)).T)).argmax()
    return float(tries[best, 0]), float(tries[best, 1]), float(clear[best])


def _to_edge(points: Points, polygon: Points) -> Points:
    """Return the distance from each point, shape (..., 2), to the polygon's nearest edge."""
    way = np.roll(polygon, -1, axis=0) - polygon
    off = points[..., None, :] - polygon
    length = np.maximum((way**2).sum(axis=-1), 1e-12)
    along = np.clip((off * way).sum(axis=-1) / length, 0.0, 1.0)
    away = off - along[..., None] * way
    return np.hypot(away[..., 0], away[..., 1]).min(axis=-1)
