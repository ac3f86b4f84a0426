"""Several sets of choices side by side: what differs between them, and by how much.

Axes come in one order: (columns, alternatives) and (columns, years, members). A column is one set
of choices: the file's, a kept variant's or those in view.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.decision.decide import Decision
from model.fees.drivers import IntArray
from model.fees.simulate import FeeResult
from model.municipal import FloatArray


def points(decisions: Sequence[Decision | None], alternatives: Sequence[str]) -> FloatArray:
    """Return the totals 0–100, shape (columns, alternatives); nan for one that is not ranked.

    Args:
        decisions: One per column, None where nothing can be weighed.
        alternatives: Ids in the scenario's order.
    """
    laid = np.full((len(decisions), len(alternatives)), np.nan)
    for row, decision in enumerate(decisions):
        if decision is not None:
            laid[row] = decision.totals
    return laid


def by_leader(decisions: Sequence[Decision | None]) -> Mapping[tuple[str, ...], list[int]]:
    """Return those that share first place -> the columns where they do; unranked columns left out.

    They stand in the order in which they are first met.
    """
    found: dict[tuple[str, ...], list[int]] = {}
    for column, decision in enumerate(decisions):
        if decision is not None and decision.tied:
            found.setdefault(decision.tied, []).append(column)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class LaidFees:
    """What one fee model gives in each column.

    Attributes:
        years: All years that any column has, ascending.
        members: Codes of all members that any column has, in the order first met.
        fee: Shape (columns, years, members) [kr]; nan where a column lacks the year or the member.
        ahead: Shape (columns, years); True where a column's fees are a forecast.
        shared_years: Shape (years,); True for years that every column with a result has.
        shared_members: Shape (members,); the same for members.
    """

    years: IntArray
    members: tuple[str, ...]
    fee: FloatArray
    ahead: NDArray[np.bool_]
    shared_years: NDArray[np.bool_]
    shared_members: NDArray[np.bool_]

    @property
    def totals(self) -> FloatArray:
        """Return what the shared members pay together, shape (columns, years) [kr].

        A sum over different members would compare nothing, so only those in every column count.
        nan where a column lacks the year, and everywhere if no member is shared.
        """
        if not self.shared_members.any():
            return np.full(self.fee.shape[:2], np.nan)
        return self.fee[:, :, self.shared_members].sum(axis=2)


def lay_fees(results: Sequence[FeeResult | None]) -> LaidFees | None:
    """Lay one fee model's results side by side; None if no column has any.

    Args:
        results: One per column, None where the model cannot run.
    """
    run = [result for result in results if result is not None]
    if not run:
        return None
    years = np.unique(np.concatenate([result.years for result in run]))
    members = tuple(dict.fromkeys(code for result in run for code in result.members))
    place = {code: i for i, code in enumerate(members)}
    fee = np.full((len(results), len(years), len(members)), np.nan)
    ahead = np.zeros((len(results), len(years)), dtype=bool)
    has_year, has_member = np.zeros(len(years), dtype=int), np.zeros(len(members), dtype=int)
    for column, result in enumerate(results):
        if result is None:
            continue
        rows = np.searchsorted(years, result.years)
        places = [place[code] for code in result.members]
        fee[column][np.ix_(rows, places)] = result.fee
        ahead[column, rows] = [not result.is_history(int(year)) for year in result.years]
        has_year[rows] += 1
        has_member[places] += 1
    return LaidFees(years, members, fee, ahead, has_year == len(run), has_member == len(run))


def difference(values: FloatArray, base: int) -> tuple[FloatArray, FloatArray]:
    """Return how much each column differs from the base: in the unit given, and as a share of it.

    Args:
        values: Columns first, any further axes after.
        base: The column that differences are counted from.

    Returns:
        Two arrays shaped as ``values``. nan where either side is missing; the share is nan also
        where the base is zero or less, since no share can be taken of that.
    """
    paid = np.broadcast_to(values[base], values.shape)
    change = values - paid
    return change, np.divide(change, paid, out=np.full_like(change, np.nan), where=paid > 0)


def widest(values: FloatArray) -> tuple[int, int, int] | None:
    """Return (place, lowest column, highest column) where the columns lie furthest apart.

    Args:
        values: Shape (columns, places), e.g. totals per year; nan where missing. The latest place
            goes first among those equally wide.

    Returns:
        None where no place has two columns to compare.
    """
    compared = np.isfinite(values).sum(axis=0) > 1
    if not compared.any():
        return None
    low = np.where(np.isnan(values), np.inf, values)
    high = np.where(np.isnan(values), -np.inf, values)
    gaps = np.where(compared, high.max(axis=0) - low.min(axis=0), -np.inf)
    place = len(gaps) - 1 - int(np.argmax(gaps[::-1]))
    return place, int(low[:, place].argmin()), int(high[:, place].argmax())


@dataclass(frozen=True, slots=True)
class Gap:
    """Where fees lie furthest apart.

    Attributes:
        size: Difference [kr].
        member: Code of the member that pays it; empty for all shared members together.
        low: The column that gives the least.
        high: The column that gives the most.
    """

    size: float
    model: str
    year: int
    member: str
    low: int
    high: int


def furthest(laid: Mapping[str, LaidFees]) -> Gap | None:
    """Return the widest gap between the columns' sums, of all fee models and shared years."""
    return _most(
        Gap(size, model, int(fee.years[fee.shared_years][place]), "", low, high)
        for model, fee in laid.items()
        for size, place, low, high in _gap(fee.totals[:, fee.shared_years])
    )


def furthest_member(laid: Mapping[str, LaidFees]) -> Gap | None:
    """Return the widest gap in what one shared member pays, of all models and shared years."""
    found = []
    for model, fee in laid.items():
        members = [
            code for code, shared in zip(fee.members, fee.shared_members, strict=True) if shared
        ]
        values = fee.fee[:, fee.shared_years][:, :, fee.shared_members]
        for size, place, low, high in _gap(values.reshape(len(values), -1)):
            year, member = divmod(place, len(members))
            at = int(fee.years[fee.shared_years][year])
            found.append(Gap(size, model, at, members[member], low, high))
    return _most(found)


def _gap(values: FloatArray) -> Iterable[tuple[float, int, int, int]]:
    """Give the widest gap in some values, if there is one: size, place, lowest and highest."""
    found = widest(values)
    if found is not None:
        place, low, high = found
        yield float(values[high, place] - values[low, place]), place, low, high


def _most(gaps: Iterable[Gap]) -> Gap | None:
    return max(gaps, key=lambda gap: gap.size, default=None)
