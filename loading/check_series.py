"""What an index states of a national series has to be what the data holds for that vintage."""

from collections.abc import Iterator

from loading.data_tables import load_series
from loading.place import Place
from loading.problems import Problem

PERCENT = "percent"
AS_PRINTED = 0.00005
"""Series are printed with one decimal of a per cent; a change further off is another number."""


def check_series(root: Place) -> Iterator[Problem]:
    """Yield a problem for each series or vintage that is unknown, and each change that differs."""
    data = load_series()
    for model in root.at("fee_models").items:
        index = model.at("index")
        series, vintage = index.at("series"), index.at("vintage")
        if not series.word:
            continue
        yield from series.unknown("series_unknown", series.word, data.names())
        vintages = data.vintages(series.word)
        if vintages:
            yield from vintage.unknown("vintage_unknown", vintage.word, vintages)
        for year, change in index.at("changes").entries:
            known = data.values.get((series.word, vintage.word, int(year) if year.isdigit() else 0))
            stated = change.at("value")
            if known is None or known.unit != PERCENT or stated.number is None:
                continue
            if abs(stated.number - known.value / 100) > AS_PRINTED:
                yield stated.problem("series_differs", None, f"{known.value / 100:g}")
