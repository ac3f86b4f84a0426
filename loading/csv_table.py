"""A CSV file read strictly: every cell is checked, and all problems are told at once.

The ``csv`` module reads the file rather than a data frame reader: readers of that kind fill a
cut-off row with blanks, and a lost value would pass as one that the source never gave.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from model.errors import ModelError
from text import t, tn
from text.numbers import number

MAX_BYTES = 5_000_000
SHOWN_PROBLEMS = 20
LONGEST_FOUND = 80

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_CODE = re.compile(r"[0-9]{4}")

Cells = Mapping[str, Sequence[str]]
"""Column -> its cells as text, from the top."""


@dataclass(frozen=True, slots=True)
class TableProblem:
    """One thing wrong in a data file; ``code`` names the words in ``data.problem.<code>``.

    Attributes:
        row: Line in the file, the header being 1; None for the file as a whole.
        found: What stands in the file.
        allowed: What may stand there, in words.
        suggestion: The likely cure, in words; empty if none is likely.
    """

    code: str
    file: str
    row: int | None = None
    column: str = ""
    found: str = ""
    allowed: str = ""
    suggestion: str = ""

    def words(self) -> str:
        """Return the problem as a sentence."""
        line = " ".join(self.found.split())
        found = line if len(line) <= LONGEST_FOUND else f"{line[: LONGEST_FOUND - 1]}…"
        place = {"row": self.row, "column": self.column, "found": found, "allowed": self.allowed}
        sentence = t(f"data.problem.{self.code}", file=self.file, **place)
        return f"{sentence} {self.suggestion}".rstrip()


class DataError(ModelError):
    """A data file that cannot be used, with everything that is wrong in it."""

    code = "data"

    def __init__(self, file: str, problems: Sequence[TableProblem]) -> None:
        self.problems = tuple(problems)
        lines = [f"- {problem.words()}" for problem in self.problems[:SHOWN_PROBLEMS]]
        if len(self.problems) > SHOWN_PROBLEMS:
            lines.append(f"- {tn('data.more', len(self.problems) - SHOWN_PROBLEMS)}")
        words = "\n".join(lines)
        super().__init__(t("error.data", file=file, problems=words), file=file, problems=words)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column may hold. ``limits`` makes it a column of numbers, both ends included."""

    name: str
    limits: tuple[float, float] | None = None
    whole: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    is_code: bool = False

    def allowed(self) -> str:
        """Return in words what may stand in the column."""
        if self.is_code:
            return t("data.allowed.code")
        if self.limits is None:
            return ", ".join(self.choices) if self.choices else t("data.allowed.text")
        low, high = (str(int(end)) if self.name == "year" else number(end) for end in self.limits)
        key = "whole" if self.whole else "number"
        words = t(f"data.allowed.{key}", low=low, high=high)
        return words if self.required else t("data.allowed.or_blank", allowed=words)

    def accepts(self, cell: str) -> bool:
        """Tell whether a cell may stand in the column."""
        if not cell.strip():
            return not self.required and not cell
        if self.is_code:
            return _CODE.fullmatch(cell) is not None
        if self.limits is None:
            return not self.choices or cell in self.choices
        if _NUMBER.fullmatch(cell) is None or (self.whole and "." in cell):
            return False
        return self.limits[0] <= float(cell) <= self.limits[1]

    def suggestion(self, cell: str) -> str:
        """Return the likely cure for a cell that is not accepted, or nothing."""
        bare = re.sub(r"\s", "", cell).replace(",", ".")
        if self.is_code:
            bare = bare.zfill(4) if bare.isdigit() else bare
        elif self.limits is None:
            return ""
        if bare == cell or not self.accepts(bare):
            return ""
        return t("data.suggest.zero" if self.is_code else "data.suggest.number", value=bare)


def read_table(
    path: Path, columns: Sequence[Column], unique: Sequence[str], constant: Mapping[str, str]
) -> Cells:
    """Return the cells of a file, all of them found good.

    Args:
        unique: Columns that together may hold the same only once.
        constant: Column -> the column that decides it: a municipality's name by its code.

    Raises:
        DataError: The file is broken; all problems are in it.
    """
    file = f"{path.parent.name}/{path.name}"
    rows = _rows(path, file)
    if not rows:
        raise DataError(file, [TableProblem("empty", file)])
    header = rows[0][1]
    if problems := list(_header_problems(file, header, columns)):
        raise DataError(file, problems)
    if len(rows) == 1:
        raise DataError(file, [TableProblem("empty", file)])

    whole = [(line, row) for line, row in rows[1:] if len(row) == len(header)]
    for line, row in rows[1:]:
        if len(row) != len(header):
            width = {"found": str(len(row)), "allowed": str(len(header))}
            problems.append(TableProblem("width", file, line, **width))
    lines = [line for line, _ in whole]
    cells = {name: [row[i] for _, row in whole] for i, name in enumerate(header)}
    problems.extend(_cell_problems(file, lines, cells, columns))
    problems.extend(_repeats(file, lines, cells, unique))
    problems.extend(_renamed(file, lines, cells, constant))
    if problems:
        raise DataError(file, sorted(problems, key=lambda problem: problem.row or 0))
    return cells


def _rows(path: Path, file: str) -> list[tuple[int, list[str]]]:
    """Return (line in the file, cells) for each row, the header first."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DataError(file, [TableProblem("size", file, allowed=number(MAX_BYTES / 1e6))])
        with path.open(encoding="utf-8-sig", newline="") as text:
            reader = csv.reader(text, strict=True)
            rows, start = [], 1
            for cells in reader:
                rows.append((start, cells))
                start = reader.line_num + 1
            return rows
    except OSError:
        raise DataError(file, [TableProblem("unreadable", file)]) from None
    except UnicodeDecodeError:
        raise DataError(file, [TableProblem("encoding", file)]) from None
    except csv.Error:
        raise DataError(file, [TableProblem("quotes", file, reader.line_num)]) from None


def _header_problems(
    file: str, header: list[str], columns: Sequence[Column]
) -> Iterator[TableProblem]:
    names = [column.name for column in columns]
    allowed = ", ".join(names)
    if len(header) == 1 and ";" in header[0]:
        yield TableProblem("separator", file, 1)
        return
    for name in names:
        if name not in header:
            yield TableProblem("column_missing", file, 1, name, ", ".join(header), allowed)
    for name in dict.fromkeys(header):
        if name not in names:
            yield TableProblem("column_unknown", file, 1, name, name, allowed)
        elif header.count(name) > 1:
            yield TableProblem("column_repeated", file, 1, name, name, allowed)


def _cell_problems(
    file: str, lines: Sequence[int], cells: Cells, columns: Sequence[Column]
) -> Iterator[TableProblem]:
    for column in columns:
        bad = {cell for cell in set(cells[column.name]) if not column.accepts(cell)}
        if not bad:
            continue
        for line, cell in zip(lines, cells[column.name], strict=True):
            if cell in bad:
                code = "cell" if cell.strip() else "blank"
                cure = column.suggestion(cell)
                yield TableProblem(code, file, line, column.name, cell, column.allowed(), cure)


def _repeats(
    file: str, lines: Sequence[int], cells: Cells, unique: Sequence[str]
) -> Iterator[TableProblem]:
    first: dict[tuple[str, ...], int] = {}
    keys = zip(*(cells[name] for name in unique), strict=True)
    for line, key in zip(lines, keys, strict=True):
        if (earlier := first.setdefault(key, line)) != line:
            where = {"column": ", ".join(unique), "found": ", ".join(key)}
            yield TableProblem("repeated", file, line, allowed=str(earlier), **where)


def _renamed(
    file: str, lines: Sequence[int], cells: Cells, constant: Mapping[str, str]
) -> Iterator[TableProblem]:
    """Find, for example, a code that stands for two municipalities."""
    for name, of in constant.items():
        first: dict[str, str] = {}
        for line, key, cell in zip(lines, cells[of], cells[name], strict=True):
            if (expected := first.setdefault(key, cell)) != cell:
                yield TableProblem("renamed", file, line, name, cell, expected)
