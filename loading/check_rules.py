"""Years that the data can answer for, and parts of a fee model that need each other."""

from collections.abc import Iterator

from loading.check_references import POPULATION
from loading.place import Place
from loading.problems import Problem

POPULATION_YEARS = (2015, 2025)
SCENARIO_YEARS = (2017, 2060)
LEVEL_YEARS = (2015, 2060)


def check_years(root: Place) -> Iterator[Problem]:
    """Yield years that there is no data for."""
    first, last = root.at("years", "first"), root.at("years", "last")
    yield from _outside(first, SCENARIO_YEARS)
    yield from _outside(last, SCENARIO_YEARS)
    if first.number is not None and last.number is not None and first.number > last.number:
        yield last.problem("years_order", None, f"{first.number:.0f}")
    yield from _outside(root.at("projection", "last_population_year"), POPULATION_YEARS)
    counted = {POPULATION: POPULATION_YEARS[0]}
    for name, unit in (root.at("units").ids() or {}).items():
        years = [int(y) for _, row in unit.at("counts").entries for y, _ in row.entries if _is(y)]
        if years:
            counted.setdefault(name, min(years))
    for model in root.at("fee_models").items:
        yield from _outside(model.at("level_year"), LEVEL_YEARS)
        for place in (*model.at("key").everything, model.at("volume_clause")):
            unit = place.at("unit").word
            last_year = POPULATION_YEARS[1] if unit == POPULATION else SCENARIO_YEARS[1]
            for year in (place.at("frozen_at"), place.at("base_year")):
                if unit in counted:
                    yield from _outside(year, (counted[unit], last_year))


def _is(year: str) -> bool:
    return year.isdecimal() and len(year) == 4


def _outside(place: Place, years: tuple[int, int]) -> Iterator[Problem]:
    if place.number is not None and not years[0] <= place.number <= years[1]:
        yield place.problem("year_outside", None, f"{years[0]}–{years[1]}")


def check_fee_rules(root: Place) -> Iterator[Problem]:
    """Yield fee models whose key cannot work with their amount."""
    for model in root.at("fee_models").items:
        amounts = [part.at("kind") for part in _parts(model.at("amount"))]
        keys = list(_parts(model.at("key")))
        use = [key.at("kind") for key in keys if key.at("kind").value == "use"]
        prices = [kind for kind in amounts if kind.value == "price_list"]
        if use and model.at("amount", "kind").value != "price_list":
            yield use[0].problem("use_without_prices", None, "price_list")
        elif prices and not use:
            yield model.at("key", "kind").problem("prices_without_use", None, "use", "use")
        if any(part.at("grants").is_there for part in _parts(model.at("amount"))):
            continue
        for key in keys:
            if key.at("kind").value == "tax_and_grants" and not key.at("grants").is_there:
                yield key.at("kind").problem("grants_missing", None, "grants", "tax_revenue")


def _parts(place: Place) -> Iterator[Place]:
    """Yield an amount or a key, and the ones that it is put together of."""
    yield place
    for part in place.at("parts").items:
        yield from _parts(part.at("key") if part.at("key").is_there else part)
