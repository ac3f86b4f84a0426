"""What was measured, as aligned text in the reader's language."""

from dataclasses import dataclass

from text import t
from text.numbers import MISSING, number


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        ours: Our number in ``unit``; None where a page failed or memory cannot be read.
        baseline: The baseline's.
        goal: What we aim for, where there is an aim.
    """

    part: str
    name: str
    unit: str
    ours: float | None
    baseline: float | None
    ratio: float | None
    goal: float | None = None


COLUMNS = ("name", "ours", "baseline", "ratio", "goal")


def table(measured: list[Row]) -> str:
    """Return the rows as aligned text, a heading and a note per part."""
    lines = [_cells(row) for row in measured]
    heads = [t(f"bench.column.{column}") for column in COLUMNS]
    widths = [max(len(line[i]) for line in [heads, *lines]) for i in range(len(COLUMNS))]
    parts: dict[str, list[str]] = {}
    for row, line in zip(measured, lines, strict=True):
        parts.setdefault(row.part, [_line(heads, widths)]).append(_line(line, widths))
    return "\n\n".join(
        "\n".join([t(f"bench.part.{part}"), t(f"bench.note.{part}"), *written])
        for part, written in parts.items()
    )


def _cells(row: Row) -> list[str]:
    def with_unit(value: float | None) -> str:
        if value is None:
            return MISSING
        decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 1 else 3
        return f"{number(value, decimals)} {row.unit}"

    small = row.ratio is not None and row.ratio < 0.1
    ratio = MISSING if row.ratio is None else f"{number(row.ratio, 4 if small else 1)} ×"
    return [
        row.name,
        with_unit(row.ours) if row.ours is not None else t("bench.failed"),
        with_unit(row.baseline),
        ratio,
        "" if row.goal is None else f"{number(row.goal)} {row.unit}",
    ]


def _line(cells: list[str], widths: list[int]) -> str:
    first, *rest = zip(cells, widths, strict=True)
    words = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]
    return "  ".join(words).rstrip()
