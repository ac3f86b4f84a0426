"""What an index states: changes after the year of the level, as the named vintage has them."""

from collections.abc import Iterator

from loading.data_tables import NationalSeries, load_series
from loading.place import Place
from loading.problems import Problem

PERCENT = "percent"
AS_PRINTED = 0.00005
"""Series are printed with one decimal of a per cent; a change further off is another number."""


def check_index(root: Place) -> Iterator[Problem]:
    """Yield stated changes that would never be used, and what differs from a national series."""
    data = load_series()
    for model in root.at("fee_models").items:
        index = model.at("index")
        series, vintage = index.at("series"), index.at("vintage")
        if series.word:
            yield from series.unknown("series_unknown", series.word, data.names())
            if vintages := data.vintages(series.word):
                yield from vintage.unknown("vintage_unknown", vintage.word, vintages)
        level = model.at("level_year").number
        for year, change in index.at("changes").entries:
            if not year.isdecimal():
                continue
            if level is not None and int(year) <= level:
                yield change.problem("index_year_early", year, f"{level + 1:.0f}")
            else:
                yield from _against(data, series.word, vintage.word, int(year), change)


def _against(
    data: NationalSeries, series: str, vintage: str, year: int, change: Place
) -> Iterator[Problem]:
    years = data.years(series, vintage)
    if not years:
        return
    if year not in years:
        yield change.problem("series_year_unknown", str(year), ", ".join(map(str, years)))
        return
    known = data.get(series, vintage, year)
    stated = change.at("value")
    if known.unit != PERCENT or stated.number is None:
        return
    if abs(stated.number - known.value / 100) > AS_PRINTED:
        yield stated.problem("series_differs", None, f"{known.value / 100:g}")
