"""Volume clause: units beyond those included are paid at a marginal price by whoever has them.

``sydnarke-it`` says that no such rule exists and that growth has hollowed out the budget; this is
the rule it lacks, as a proposal to try.
"""

import numpy as np

from model.fee_model import VolumeClause
from model.fees.drivers import Drivers, IntArray
from model.fees.reading import Reader
from model.municipal import FloatArray


def extra(
    clause: VolumeClause, years: IntArray, index: FloatArray, drivers: Drivers, read: Reader
) -> FloatArray:
    """Return what each member pays beyond its contribution, shape (years, members) [kr].

    A member with fewer units than in the base year pays nothing extra and gets nothing back.
    """
    base = drivers.count(clause.unit, np.array([clause.base_year]))
    beyond = np.maximum(drivers.count(clause.unit, years - clause.lag) - base, 0.0)
    return read(clause.price) * index[:, None] * beyond


def known_to(clause: VolumeClause, drivers: Drivers) -> int:
    """Return the last fee year whose units are counted and not carried on by an assumed growth."""
    return drivers.last_count_year(clause.unit) + clause.lag
