"""Figures gathered under their keys, from the parts of a scenario file."""

from loading.schema_base import (
    FigurePart,
    Official,
    OriginPart,
    ScorePart,
    Sourced,
    TablePart,
)
from model.figures import Figure, Origin

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


class FigureList:
    """Figures in the order in which they are added."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []

    def add(self, key: str, part: FigurePart | ScorePart, unit: str = "") -> str:
        """Add one figure and return its key; a score has its unit from the scale."""
        low, high = part.range or (None, None)
        lever = isinstance(part, FigurePart) and part.lever
        label = (part.label or "") if isinstance(part, FigurePart) else ""
        unit = unit or getattr(part, "unit", "")
        self.figures.append(
            Figure(key, part.value, unit, origin(part.origin), low, high, lever, label)
        )
        return key

    def add_value(self, key: str, value: float | None, unit: str, source: Origin) -> None:
        """Add a number that has no range of its own."""
        self.figures.append(Figure(key, value, unit, source))

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
