"""How a level moves over the years: 1.0 in the model's level year, and before it."""

from functools import singledispatch

import numpy as np

from model.errors import MissingFigureError
from model.fee_model import GrowthIndex, Index, MixIndex, NoIndex, StatedIndex, StepIndex
from model.fees.drivers import IntArray
from model.fees.reading import Reader
from model.municipal import FloatArray


@singledispatch
def level(index: Index, level_year: int, years: IntArray, read: Reader) -> FloatArray:
    """Return the level in each year, shape (years,), 1.0 in ``level_year``.

    Years before ``level_year`` keep 1.0: the model did not apply, and is not indexed backwards.
    """
    raise TypeError(index)


@level.register
def _(index: NoIndex, level_year: int, years: IntArray, read: Reader) -> FloatArray:
    return np.ones(len(years))


@level.register
def _(index: StatedIndex, level_year: int, years: IntArray, read: Reader) -> FloatArray:
    last = max(int(years.max()), level_year)
    steps = [1.0]
    for year in range(level_year + 1, last + 1):
        steps.append(1.0 + read(index.changes.get(year, index.after)))
    return np.cumprod(steps)[np.maximum(years - level_year, 0)]


@level.register
def _(index: GrowthIndex, level_year: int, years: IntArray, read: Reader) -> FloatArray:
    return (1.0 + read(index.growth)) ** np.maximum(years - level_year, 0)


@level.register
def _(index: MixIndex, level_year: int, years: IntArray, read: Reader) -> FloatArray:
    ahead = np.maximum(years - level_year, 0)
    parts = [(read(share), (1.0 + read(growth)) ** ahead) for _, share, growth in index.parts]
    if not sum(share for share, _ in parts) > 0:
        raise MissingFigureError(key=index.parts[0][1])
    return sum(share * moved for share, moved in parts) / sum(share for share, _ in parts)


@level.register
def _(index: StepIndex, level_year: int, years: IntArray, read: Reader) -> FloatArray:
    ahead = np.maximum(years - level_year, 0)
    return (1.0 + read(index.growth)) ** (ahead // index.every * index.every)


def known_to(index: Index, level_year: int) -> int:
    """Return the last year whose level a source states."""
    match index:
        case StatedIndex(changes=changes):
            return max((level_year, *changes))
        case NoIndex(known_to=int(year)):
            return max(level_year, year)
        case _:
            return level_year
