"""How a chart's values are written: scaling, decimals and unit, in one table for all renderers."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from text.numbers import NBSP, number


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a value in its base unit is shown.

    Attributes:
        factor: Shown number = value × factor.
        decimals: Decimals shown.
        unit: Written after the number; empty for none.
        base: Text key of the base unit, for tables that carry unrounded values.
    """

    factor: float
    decimals: int
    unit: str
    base: str

    def write(self, value: float, *, unit: bool = True, sign: bool = False) -> str:
        """Return "9,5 mkr" for 9 500 000 in the format ``mkr``."""
        words = number(value * self.factor, self.decimals, sign=sign)
        return f"{words}{NBSP}{self.unit}" if unit and self.unit else words


FORMATS: Mapping[str, NumberFormat] = MappingProxyType(
    {
        "kr": NumberFormat(1, 0, "kr", "chart.base.kr"),
        "kr2": NumberFormat(1, 2, "kr", "chart.base.kr"),
        "tkr": NumberFormat(1e-3, 0, "tkr", "chart.base.kr"),
        "mkr": NumberFormat(1e-6, 1, "mkr", "chart.base.kr"),
        "percent": NumberFormat(100, 1, "%", "chart.base.share"),
        "percent0": NumberFormat(100, 0, "%", "chart.base.share"),
        "permille": NumberFormat(1000, 2, "‰", "chart.base.share"),
        "points": NumberFormat(1, 1, "", "chart.base.points"),
        "points2": NumberFormat(1, 2, "", "chart.base.points"),
        "number": NumberFormat(1, 0, "", "chart.base.number"),
    }
)
