"""What colours and outlines stand for, where nothing beside them says it."""

from report.bar_parts import Entry
from report.chart import Chart
from report.heat import shading
from report.palette import chart_colours, shades
from report.tornado import ends_of

_BY_SERIES = frozenset({"stacked_bars", "grouped_bars"})


def legend(chart: Chart) -> tuple[Entry, ...]:
    """Return the entries in order; none for a kind that names its parts where they stand."""
    if chart.kind == "tornado":
        return tuple(ends_of(chart).values())
    if chart.kind == "heat":
        return shading(chart)
    if chart.kind not in _BY_SERIES:
        return ()
    colours = chart_colours(chart.colours, chart.series, one=False)
    return tuple(Entry(chart.word(name), shades(colour)) for name, colour in colours.items())
