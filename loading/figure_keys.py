"""Figures gathered under their keys, from the parts of a scenario file."""

from loading.schema_base import (
    FigurePart,
    Official,
    OriginPart,
    ScorePart,
    Sourced,
    TablePart,
)
from loading.schema_decision import OwnScorePart
from model.figures import Figure, Origin
from text import t

_BOUNDS = {"points": (0.0, 100.0), "weight": (0.0, float("inf"))}


def origin(part: OriginPart) -> Origin:
    """Return where a number comes from, as the model has it."""
    if isinstance(part, Sourced):
        return Origin("sourced", document=part.document, section=part.section)
    if isinstance(part, Official):
        return Origin("official", table=part.table, year=part.year, retrieved=part.retrieved)
    return Origin("assumption", reason=part.reason)


def origin_or_none(part: OriginPart | None) -> Origin | None:
    """Return the origin of a text, which need not have one."""
    return None if part is None else origin(part)


def assumed(reason: str) -> Origin:
    """Return the origin of a number that nobody has chosen; the catalogue has the reason."""
    return Origin("assumption", reason=t(f"usual.{reason}"))


class FigureList:
    """Figures in the order in which they are added."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []

    def add(
        self,
        key: str,
        part: FigurePart | ScorePart | OwnScorePart,
        unit: str = "",
        around: OriginPart | None = None,
    ) -> str:
        """Add one figure and return its key; a score has its unit from the scale.

        Args:
            around: Origin of what the part stands in, for a part without one of its own.
        """
        low, high = part.range or (None, None)
        lever = isinstance(part, FigurePart) and part.lever
        label = (part.label or "") if isinstance(part, FigurePart) else ""
        unit = unit or getattr(part, "unit", "")
        self.figures.append(
            Figure(key, part.value, unit, origin(part.origin or around), low, high, lever, label)
        )
        return key

    def add_value(self, key: str, value: float | None, unit: str, source: Origin) -> None:
        """Add a number that has no range of its own."""
        self.figures.append(Figure(key, value, unit, source))

    def add_usual(self, key: str, value: float | None, unit: str, reason: str) -> None:
        """Add a number that the file says nothing of, as it is unless someone changes it."""
        self.figures.append(Figure(key, value, unit, assumed(reason), implied=True))

    def add_or_usual(
        self, key: str, part: FigurePart | None, usual: float, unit: str, reason: str
    ) -> None:
        """Add a figure, or the usual number where the file has none."""
        if part is not None:
            self.add(key, part)
        else:
            self.add_usual(key, usual, unit, reason)

    def add_table(self, prefix: str, table: TablePart) -> None:
        """Add each number of a table as ``<prefix>.<row>.<column>``, with the common range."""
        source = origin(table.origin)
        width = table.range_width
        least, most = _BOUNDS.get(table.unit, (float("-inf"), float("inf")))
        for row, columns in table.values.items():
            for column, value in columns.items():
                low = high = None
                if width is not None and value is not None:
                    low, high = max(value - width, least), min(value + width, most)
                key = f"{prefix}.{row}.{column}"
                self.figures.append(Figure(key, value, table.unit, source, low, high, table.lever))
