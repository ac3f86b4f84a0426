"""What the parts of a drawing for the browser share."""

import math
from collections.abc import Iterable
from functools import lru_cache

from report.chart import Chart
from report.layout import ValueAxis, decimals
from report.number_format import NumberFormat
from text.numbers import NBSP, number

Drawing = dict[str, object]


def value_axis(chart: Chart, scene: ValueAxis) -> Drawing:
    """Return where the value axis begins and ends, and its ticks in words."""
    return {
        "low": short(scene.low),
        "high": short(scene.high),
        "ticks": tick_words(scene.ticks, scene.step, chart.number_format),
    }


def tick_words(ticks: Iterable[float], step: float, form: NumberFormat) -> list[list[object]]:
    """Return (place, words) for each tick of an axis whose unit shown is that of a format."""
    shown = decimals(step)
    unit = f"{NBSP}%" if form.unit == "%" else ""
    return [[short(at), _written(at, shown) + unit] for at in ticks]


def numbers(form: NumberFormat) -> Drawing:
    """Return how the browser writes a number that is in the unit shown."""
    return {"decimals": form.decimals, "unit": f"{NBSP}{form.unit}" if form.unit else ""}


def short(value: float) -> float:
    """Return six significant digits: finer than any screen, and half the text."""
    if not value or not math.isfinite(value):
        return 0.0
    return round(float(value), 5 - math.floor(math.log10(abs(value))))


@lru_cache(maxsize=1024)
def _written(at: float, decimals: int) -> str:
    """Write a tick once: an axis seldom changes while a slider moves."""
    return number(at, decimals)
