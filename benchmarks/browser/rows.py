"""What was measured in the browser: lines of a table, and sentences under it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

from text import t
from text.numbers import MISSING, number

Aim = Literal["ratio_at_most", "at_most", "at_least"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        part: Which part of the measurement it belongs to.
        unit: Unit of both numbers, as written; empty for a count.
        ours: Our number.
        baseline: The same of the minimal page; None where there is nothing to compare with.
        goal: What we aim for; None where there is no aim.
        aim: What the goal is held against: the ratio, or our own number.
    """

    part: str
    name: str
    unit: str
    ours: float
    baseline: float | None = None
    goal: float | None = None
    aim: Aim = "ratio_at_most"

    @property
    def ratio(self) -> float | None:
        """Ours over the baseline's."""
        return self.ours / self.baseline if self.baseline else None


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence under a part's table."""

    part: str
    words: str


class NotMeasured(Exception):
    """A part could not be measured; the message is a sentence for the reader."""


Found = Row | Remark
COLUMNS = ("name", "ours", "baseline", "ratio", "goal")


def as_data(found: Iterable[Found]) -> list[dict[str, object]]:
    """Return all that was found, for JSON."""
    return [asdict(one) | ({"ratio": one.ratio} if isinstance(one, Row) else {}) for one in found]


def part_table(part: str, found: Iterable[Found]) -> str:
    """Return a part as aligned text: heading, note, lines, remarks."""
    found = list(found)
    heads = [t(f"bench.column.{column}") for column in COLUMNS]
    lines = [_cells(one) for one in found if isinstance(one, Row)]
    widths = [max(len(line[i]) for line in [heads, *lines]) for i in range(len(COLUMNS))]
    return "\n".join(
        [
            t(f"bench.browser.part.{part}"),
            t(f"bench.browser.note.{part}"),
            *(_line(line, widths) for line in ([heads, *lines] if lines else [])),
            *(f"– {one.words}" for one in found if isinstance(one, Remark)),
        ]
    )


def _cells(row: Row) -> list[str]:
    ratio = MISSING if row.ratio is None else f"{number(row.ratio, 2)} ×"
    baseline = MISSING if row.baseline is None else _with_unit(row.baseline, row.unit)
    return [row.name, _with_unit(row.ours, row.unit), baseline, ratio, _goal(row)]


def _with_unit(value: float, unit: str) -> str:
    decimals = 0 if abs(value) >= 100 or not unit else 1
    return f"{number(value, decimals)} {unit}".rstrip()


def _goal(row: Row) -> str:
    if row.goal is None:
        return ""
    if row.aim == "ratio_at_most":
        return f"≤ {number(row.goal, 1)} ×"
    sign = "≥" if row.aim == "at_least" else "≤"
    return f"{sign} {number(row.goal)} {row.unit}".rstrip()


def _line(cells: list[str], widths: list[int]) -> str:
    first, *rest = zip(cells, widths, strict=True)
    words = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]
    return "  ".join(words).rstrip()
