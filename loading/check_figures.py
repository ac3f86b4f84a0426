"""Each figure on its own: a unit that fits, a number that fits the unit, a range around it."""

from collections.abc import Iterable, Iterator

from loading.figure_places import COUNTS, figure_places, table_places
from loading.place import Place
from loading.problems import Problem
from model.figures import UNITS

# The sources give shares with one decimal of a per cent, so a sum may miss 1 by as much.
SHARE_TOLERANCE = 0.0011


def check_figures(root: Place) -> Iterator[Problem]:
    """Yield the problems of single figures, of tables and of shares that should sum to 1."""
    for place, units in figure_places(root):
        yield from _unit(place, units)
        unit = place.at("unit").word
        for number in (place.at("value"), *place.at("range").items):
            yield from check_size(number, unit)
        yield from check_range(place)
    for table, units in table_places(root):
        yield from _unit(table, units)
        for _, row in table.at("values").entries:
            for _, number in row.entries:
                yield from check_size(number, table.at("unit").word)
    yield from _sums(root)


def check_range(place: Place) -> Iterator[Problem]:
    """Yield a problem for a range that is turned round or does not hold the value."""
    ends = place.at("range").numbers
    value = place.at("value").number
    if len(ends) != 2:
        return
    low, high = ends
    if low > high:
        yield place.at("range").problem("range_order", suggestion=f"[{high:.12g}, {low:.12g}]")
    elif value is not None and not low <= value <= high:
        wider = f"[{min(low, value):.12g}, {max(high, value):.12g}]"
        allowed = f"{low:.12g}–{high:.12g}"
        yield place.at("value").problem("range_misses_value", None, allowed, wider)


def _unit(place: Place, units: tuple[str, ...]) -> Iterator[Problem]:
    unit = place.at("unit")
    if unit.value in UNITS and unit.value not in units:
        only = units[0] if len(units) == 1 else ""
        yield unit.problem("unit_misplaced", None, ", ".join(units), only)


def check_size(place: Place, unit: str) -> Iterator[Problem]:
    """Yield a problem for a number that its unit cannot have."""
    number = place.number
    if number is None:
        return
    if (unit == "share" and number > 1) or (unit == "share/year" and abs(number) > 1):
        hundredth = f"{number / 100:.12g}" if abs(number) <= 100 else ""
        yield place.problem("share_as_percent", None, "0–1", hundredth)
    elif number < 0 and unit in ("share", *COUNTS):
        yield place.problem("number_low", None, "0")
    elif unit == "points" and not 0 <= number <= 100:
        yield place.problem("points_off_scale", None, "0–100")


def _sums(root: Place) -> Iterator[Problem]:
    for model in root.at("fee_models").items:
        for place in model.at("key").everything:
            if place.at("kind").value == "fixed":
                shares = place.at("shares")
                yield from _sum_to_one(shares, [share for _, share in shares.entries])
            elif place.at("kind").value == "mix":
                yield from _parts(place.at("parts"))
        if model.at("index", "kind").value == "mix":
            yield from _parts(model.at("index", "parts"))


def _parts(parts: Place) -> Iterator[Problem]:
    yield from _sum_to_one(parts, [part.at("share") for part in parts.items])


def _sum_to_one(place: Place, shares: Iterable[Place]) -> Iterator[Problem]:
    numbers = [share.at("value").number for share in shares]
    known = [number for number in numbers if number is not None]
    # A share given as per cent has been told already; the sum would only repeat it.
    if not known or len(known) < len(numbers) or max(known) > 1:
        return
    total = sum(known)
    if abs(total - 1) > SHARE_TOLERANCE:
        yield place.problem("shares_sum", f"{total:.6g}", "1")
