"""How much of all permitted weights speak for each alternative, without drawing any.

Where scores are fixed each total is a plane over the weights, and the weights for which an
alternative is first are what is left of the region when the planes of its rivals have cut it.

References:
    Lahdelma & Salminen (2001), SMAA-2, Operations Research 49(3): rank acceptability and central
    weights, there estimated by drawing.
"""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.decision.bounds import require_bounds
from model.decision.problem import BoolArray, Problem
from model.decision.ranking import TIE
from model.decision.stability import clean
from model.decision.weight_region import (
    Simplices,
    UncountableError,
    all_weights,
    bounded_weights,
    ordered_weights,
)
from model.municipal import FloatArray

Kind = Literal["all", "order", "bounds"]
"""Any weights, any in today's order of importance, any within the bounds."""

NEVER = 1e-9
"""A share of the weights below this is rounding."""


@dataclass(frozen=True, slots=True, eq=False)
class Exact:
    """Shares 0–1 of the permitted weights; those alike share equally.

    All are nan for an alternative that lacks a value on a criterion that can have weight.

    Attributes:
        alternatives: Those with a total today.
        first: Shape (alternatives,): where it is first.
        ranks: Shape (alternatives, alternatives): where it takes place 1, 2 and so on. Rows and
            columns sum to 1; columns after as many places as are taken are nan. None where that
            takes too much counting.
        central: Shape (alternatives, criteria): the mean of the weights for which it is first,
            or shares the first place; nan for one that never does.
        pairwise: Where the one of the row is above the one of the column; nan on the diagonal.
    """

    alternatives: tuple[str, ...]
    first: FloatArray
    ranks: FloatArray | None
    central: FloatArray
    pairwise: FloatArray


def exact(problem: Problem, kind: Kind) -> Exact | None:
    """Return how the permitted weights divide between the alternatives.

    Returns:
        None where scores have ranges, nothing can be compared, or the weights fall into too many
        pieces to count; drawing answers then.

    Raises:
        BoundsError: No weights keep within the bounds.
    """
    judged = problem.judged
    try:
        region = _region(problem, kind)
        weighing = (region.corners > NEVER).any(axis=(0, 1))
        complete = ~np.isnan(judged.values[:, weighing]).any(axis=1)
        low, high = (ends[complete][:, weighing] for ends in judged.value_ends)
        if not complete.any() or (high - low > TIE).any():
            return None
        values = np.where(weighing, judged.values, 0.0)[complete]
        return _divide(region, values, complete, judged.alternatives)
    except UncountableError:
        return None


def _region(problem: Problem, kind: Kind) -> Simplices:
    match kind:
        case "all":
            return all_weights(len(problem.criteria))
        case "order":
            return ordered_weights(problem.shares)
        case "bounds":
            require_bounds(problem)
            return bounded_weights(problem.least, problem.most)


def _divide(
    region: Simplices, values: FloatArray, complete: BoolArray, names: tuple[str, ...]
) -> Exact:
    """Return how the region divides between the alternatives that are complete.

    Those alike all over the region are counted as one, and then share what it gets.

    Args:
        values: Shape (complete alternatives, criteria), without nan.
    """
    group = _groups(values @ region.corners.reshape(-1, values.shape[1]).T)
    _, each, sizes = np.unique(group, return_index=True, return_counts=True)
    leads = clean(values[each, np.newaxis] - values[each])
    wins = _wins(region, leads)
    # The rival that takes most comes first, so that little is left for the others to cut.
    rivals = [order[order != g] for g, order in enumerate(np.argsort(wins, axis=1))]
    ranks = None
    try:
        parts = (_counted(region, leads[g, row], sizes[row]) for g, row in enumerate(rivals))
        counted = [
            (part.only(part.counts == 0), _places(part, size, len(values)))
            for part, size in zip(parts, sizes, strict=True)
        ]
        firsts, places = zip(*counted, strict=True)
        taken = _rounded(np.array(places) / region.volume)[group]
        untaken = np.full((len(values), len(names) - len(values)), np.nan)
        ranks = _spread(np.hstack([taken, untaken]), complete)
    except UncountableError:
        firsts = [_first(region, leads[g, row]) for g, row in enumerate(rivals)]
    won = _rounded([part.volume / region.volume for part in firsts])
    central = np.full((len(each), values.shape[1]), np.nan)
    for g in np.flatnonzero(won):
        central[g] = firsts[g].centroid
    pairwise = _spread(_spread(wins[np.ix_(group, group)], complete).T, complete).T
    np.fill_diagonal(pairwise, np.nan)
    return Exact(
        alternatives=names,
        first=_spread((won / sizes)[group], complete),
        ranks=ranks,
        central=_spread(central[group], complete),
        pairwise=pairwise,
    )


def _groups(totals: FloatArray) -> NDArray[np.intp]:
    """Return a number per alternative: the same for those whose totals are equal everywhere."""
    groups = np.full(len(totals), -1)
    for a, row in enumerate(totals):
        if groups[a] < 0:
            alike = (np.abs(totals - row) <= TIE).all(axis=1) & (groups < 0)
            groups[alike] = groups.max() + 1
    return groups


def _wins(region: Simplices, leads: FloatArray) -> FloatArray:
    """Return where each is above each other, as shares; a half against itself."""
    wins = np.full(leads.shape[:2], 0.5)
    for g, h in zip(*np.triu_indices(len(leads), 1), strict=True):
        wins[g, h] = _rounded(region.above(leads[g, h]).volume / region.volume)
        wins[h, g] = 1 - wins[g, h]
    return wins


def _first(region: Simplices, leads: FloatArray) -> Simplices:
    """Return where no lead over a rival is negative."""
    for lead in leads:
        region = region.above(lead)
    return region


def _counted(region: Simplices, leads: FloatArray, sizes: NDArray[np.intp]) -> Simplices:
    """Return the region cut by all leads, counting on each piece how many are ahead."""
    for lead, size in zip(leads, sizes, strict=True):
        region, upper = region.split(lead)
        region = replace(region, counts=region.counts + size * ~upper)
    return region


def _places(part: Simplices, size: int, count: int) -> FloatArray:
    """Return the volume by place, shape (count,); ``size`` alike share the places they take up."""
    ahead = np.bincount(part.counts, part.volumes, minlength=count)
    return np.convolve(ahead, np.full(size, 1 / size))[:count]


def _rounded(shares: ArrayLike) -> FloatArray:
    """Return shares from 0 to 1 where one that is but rounding is none."""
    clipped = np.clip(shares, 0.0, 1.0)
    return np.where(clipped <= NEVER, 0.0, clipped)


def _spread(rows: FloatArray, complete: BoolArray) -> FloatArray:
    """Return the rows in the places of those that are complete, and nan in the others."""
    spread = np.full((len(complete), *rows.shape[1:]), np.nan)
    spread[complete] = rows
    return spread
