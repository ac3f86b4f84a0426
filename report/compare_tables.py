"""Sets of choices side by side as tables of words. A cell may hold two lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.choices import Choices
from model.comparison import LaidFees, difference
from model.decision.decide import Decision
from model.municipal import FloatArray
from model.scenario import Scenario
from report.changes import differing
from report.compare_sentences import Column, change_words, place_words
from report.names import Names, alternative_names
from report.sentences import ranked
from text import t
from text.numbers import MISSING, kronor


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    Attributes:
        cells: One per column.
        marked: True for a cell that is to stand out: one that differs from the scenario's file.
    """

    name: str
    cells: tuple[str, ...]
    marked: tuple[bool, ...]


def assumptions(
    scenario: Scenario, others: Sequence[Choices], names: Names, *, file: bool
) -> tuple[Row, ...]:
    """Return what is not the same in all columns; the file's own value is the first cell.

    Args:
        others: The columns besides the file.
        file: True where the file is a column too, and not only there to be seen.
    """
    rows = []
    for name, (filed, *cells) in differing(scenario, [Choices(), *others], names):
        if len({*cells, *([filed] if file else [])}) > 1:
            marked = tuple(cell != filed for cell in cells)
            rows.append(Row(name, (filed, *cells), (False, *marked)))
    return tuple(rows)


def ranking(
    scenario: Scenario, decisions: Sequence[Decision | None], points: FloatArray, base: int
) -> tuple[Row, ...]:
    """Return rank, points and the difference to the base, a row per alternative.

    Args:
        points: Shape (columns, alternatives); nan for what is not ranked.
    """
    names, ids = alternative_names(scenario), [item.id for item in scenario.alternatives]
    change, _ = difference(points, base)
    first = decisions[base] or next((one for one in decisions if one is not None), None)
    order = ranked(first) if first else ids
    rows = []
    for place in (ids.index(name) for name in order):
        cells = tuple(
            t("compare.cannot")
            if decision is None
            else place_words(
                decision.ranks[place],
                float(points[column, place]),
                None if column == base else float(change[column, place]),
            )
            for column, decision in enumerate(decisions)
        )
        rows.append(Row(names[ids[place]], cells, _unmarked(cells)))
    return tuple(rows)


def members_in_year(laid: LaidFees, year: int, base: int, names: Names) -> tuple[Row, ...]:
    """Return each member's fee in one year and its difference to the base, and the sum last."""
    at = list(laid.years).index(year)
    total = t("chart.total") if laid.shared_members.all() else t("compare.shared_total")
    values = np.column_stack((laid.fee[:, at], laid.totals[:, at]))
    ahead = np.repeat(laid.ahead[:, [at]], values.shape[1], axis=1)
    return _fees(values, ahead, base, [*(names.get(code, code) for code in laid.members), total])


def over_years(laid: LaidFees, values: FloatArray, base: int) -> tuple[Row, ...]:
    """Return the fee year by year and its difference to the base.

    Args:
        values: Shape (columns, years) [kr]: one member's fees, or the sum.
    """
    return _fees(values, laid.ahead, base, [str(year) for year in laid.years])


def _fees(
    values: FloatArray, ahead: NDArray[np.bool_], base: int, names: Sequence[str]
) -> tuple[Row, ...]:
    change, share = difference(values, base)
    able = np.isfinite(values).any(axis=1)
    rows = []
    for place, name in enumerate(names):
        cells = tuple(
            _amount(
                values[column, place],
                bool(ahead[column, place]),
                change_words(change[column, place], share[column, place]) if column != base else "",
            )
            if able[column]
            else t("compare.cannot")
            for column in range(len(values))
        )
        rows.append(Row(name, cells, _unmarked(cells)))
    return tuple(rows)


def _amount(fee: float, ahead: bool, change: str) -> str:
    """Return the fee, a star if it is a forecast, and under it the difference to the base."""
    if not np.isfinite(fee):
        return MISSING
    words = f"{kronor(float(fee))}{'*' if ahead else ''}"
    return words if change in ("", MISSING) else f"{words}\n{change}"


def _unmarked(cells: Sequence[str]) -> tuple[bool, ...]:
    return (False,) * len(cells)


def headed(first: str, columns: Sequence[Column], rows: Sequence[Row]) -> Mapping[str, list[str]]:
    """Return rows as heading -> cells; a heading that would stand twice gets a number."""
    cells = [[row.name for row in rows], *([r.cells[i] for r in rows] for i in range(len(columns)))]
    table: dict[str, list[str]] = {}
    for name, column in zip((first, *(one.name for one in columns)), cells, strict=True):
        heading, number = name, 2
        while heading in table:
            heading, number = f"{name} ({number})", number + 1
        table[heading] = column
    return table
