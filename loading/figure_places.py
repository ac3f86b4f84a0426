"""Where the figures of a scenario file stand, and which units make sense at each place."""

from collections.abc import Iterator

from loading.check_references import POPULATION
from loading.place import Place
from model.figures import UNITS

FigurePlace = tuple[Place, tuple[str, ...]]

KR, SHARE, GROWTH = ("kr",), ("share",), ("share/year",)
PER_INHABITANT = ("kr/inhabitant",)
PER_COUNTED = ("kr/user", "kr/object")
COUNTS = ("persons", "users", "objects", "posts")
TARGETS = {"equity_ratio": SHARE, "equity": KR, "balance_result": KR}
PROJECTION = {
    "population_growth": GROWTH,
    "population_own_trend": SHARE,
    "tax_base_growth": GROWTH,
    "tax_base_own_trend": SHARE,
    "revenue_factor": ("factor",),
}


def figure_places(root: Place) -> Iterator[FigurePlace]:
    """Yield every place that should hold a single figure, with the units that fit there."""
    for part in (*root.at("criteria_groups").items, *root.at("criteria").items):
        yield part.at("weight"), ("weight",)
    for assessor in root.at("assessors").items:
        yield assessor.at("voice"), ("weight",)
    yield root.at("uncertainty", "weight_spread"), SHARE
    for _, width in root.at("uncertainty", "width").entries:
        yield width, SHARE
    for _, capture in root.at("potentials", "capture").entries:
        yield capture, SHARE
    for unit in root.at("units").items:
        yield unit.at("growth"), GROWTH
        for _, years in unit.at("counts").entries:
            yield from ((figure, COUNTS) for _, figure in years.entries)
    for name, units in PROJECTION.items():
        yield root.at("projection", name), units
    for target in root.at("targets").items:
        yield target.at("figure"), TARGETS.get(target.at("kind").word, UNITS)
    for body in root.at("bodies").items:
        yield from ((figure, UNITS) for _, figure in body.at("figures").entries)
    for model in root.at("fee_models").items:
        yield from _amount(model.at("amount"))
        yield from _key(model.at("key"))
        yield from _index(model.at("index"))
        clause = model.at("volume_clause")
        yield clause.at("price"), per_counted(clause.at("unit").word)
        yield model.at("stated", "sum"), KR
        yield from ((figure, KR) for _, figure in model.at("stated", "members").entries)


def table_places(root: Place) -> Iterator[FigurePlace]:
    """Yield the tables whose numbers share one unit."""
    yield root.at("potentials", "table"), ("points",)
    yield root.at("municipal_weights"), ("weight",)


def per_counted(unit: str) -> tuple[str, ...]:
    """Return the units of a price for each of what is counted."""
    return PER_INHABITANT if unit == POPULATION else PER_COUNTED


def _amount(amount: Place) -> Iterator[FigurePlace]:
    for place in amount.everything:
        kind = place.at("kind").value
        if kind == "per_unit":
            yield place.at("rate"), per_counted(place.at("unit").word)
        elif kind == "share_of_tax":
            yield place.at("share"), SHARE
            yield place.at("grants"), PER_INHABITANT
        elif kind == "fixed":
            yield place.at("sum"), KR
        elif kind == "net_cost":
            for line in (*place.at("costs").items, *place.at("income").items):
                yield line.at("amount"), KR
                yield line.at("growth"), GROWTH
        elif kind == "price_list":
            for line in place.at("objects").items:
                yield line.at("price"), per_counted(line.at("unit").word)


def _key(key: Place) -> Iterator[FigurePlace]:
    for place in key.everything:
        kind = place.at("kind").value
        if kind in ("tax_base", "tax_revenue", "tax_and_grants"):
            yield place.at("grants"), PER_INHABITANT
        elif kind == "fixed":
            yield from ((share, SHARE) for _, share in place.at("shares").entries)
        elif kind == "mix":
            yield from ((part.at("share"), SHARE) for part in place.at("parts").items)


def _index(index: Place) -> Iterator[FigurePlace]:
    yield index.at("growth"), GROWTH
    yield index.at("after"), GROWTH
    yield from ((change, GROWTH) for _, change in index.at("changes").entries)
    for part in index.at("parts").items:
        yield part.at("share"), SHARE
        yield part.at("growth"), GROWTH
