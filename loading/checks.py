"""What must hold between the parts of a scenario file. The schema says what one part may be."""

import re
from collections.abc import Iterable, Iterator, Mapping

from loading.check_assessors import check_assessors
from loading.check_figures import check_figures
from loading.check_index import check_index
from loading.check_references import check_references
from loading.check_rules import check_fee_rules, check_years
from loading.check_scores import check_scores
from loading.check_weights import check_bounds, check_weights
from loading.place import Place
from loading.problems import Problem
from loading.schema_problems import municipality_like
from loading.yaml_source import Source
from model.presets import EQUAL, OWN

RESERVED = {
    "units": re.compile(r"population"),
    "alternatives": re.compile(r"nu"),
    "presets": re.compile(rf"{EQUAL}|{OWN}.*"),
}
"""Ids that mean something of their own: inhabitants, today's situation, built-in weightings."""


def check(source: Source, known: Mapping[str, str]) -> Iterator[Problem]:
    """Yield every problem between parts, also in a file whose other parts are malformed.

    Args:
        known: Code -> name of the municipalities that there is data for.
    """
    root = Place(source, source.data)
    yield from _repeated(root)
    yield from _municipalities(root, known)
    yield from _potential_rows(root, known)
    yield from _member_counts(root)
    yield from check_references(root)
    yield from check_years(root)
    yield from check_figures(root)
    yield from check_weights(root)
    yield from check_bounds(root)
    yield from check_scores(root)
    yield from check_assessors(root)
    yield from check_fee_rules(root)
    yield from check_index(root)


def _repeated(root: Place) -> Iterator[Problem]:
    for place in root.everything:
        yield from _twice((item.at("id") for item in place.items), "id_repeated")
    yield from _twice(root.at("default_models").items, "model_repeated")
    for section, words in RESERVED.items():
        for item in root.at(section).items:
            if words.fullmatch(item.at("id").word):
                yield item.at("id").problem("id_reserved")


def _twice(places: Iterable[Place], code: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for place in places:
        if place.word in seen:
            yield place.problem(code)
        elif place.word:
            seen.add(place.word)


def _municipalities(root: Place, known: Mapping[str, str]) -> Iterator[Problem]:
    members = {item.word for item in root.at("municipalities").items}
    bodies = [list(body.at("members").items) for body in root.at("bodies").items]
    yield from _twice(root.at("municipalities").items, "municipality_repeated")
    for body in bodies:
        yield from _twice(body, "municipality_repeated")
    elsewhere = members | {item.word for body in bodies for item in body}
    for place, allowed in (
        *((item, None) for item in root.at("municipalities").items),
        *((item, None) for body in bodies for item in body),
        (root.at("host"), members),
        *((item.at("municipality"), members) for item in root.at("preferences").items),
        *((item.at("municipality"), members) for item in root.at("assessors").items),
    ):
        yield from _municipality(place, place.word, allowed, known)
    for table, allowed in (
        (root.at("potentials", "table", "values"), members),
        (root.at("municipal_weights", "values"), members),
        *((unit.at("counts"), elsewhere) for unit in root.at("units").items),
        *((place, elsewhere) for place in _member_tables(root)),
    ):
        for code, place in table.entries:
            yield from _municipality(place, code, allowed, known)


def _potential_rows(root: Place, known: Mapping[str, str]) -> Iterator[Problem]:
    table = root.at("potentials", "table", "values")
    if not isinstance(table.value, dict):
        return
    rows = {code for code, _ in table.entries}
    for code in dict.fromkeys(item.word for item in root.at("municipalities").items):
        if code in known and code not in rows:
            yield table.problem("potential_row_missing", "", f"{code} ({known[code]})")


def _member_counts(root: Place) -> Iterator[Problem]:
    for body in root.at("bodies").items:
        count, listed = body.at("member_count"), len(list(body.at("members").items))
        if count.number is not None and 0 < listed < count.number:
            yield count.problem("member_count_high", None, str(listed))


def _member_tables(root: Place) -> Iterator[Place]:
    for model in root.at("fee_models").items:
        yield model.at("stated", "members")
        for place in model.at("key").everything:
            if place.at("kind").value == "fixed":
                yield place.at("shares")


def _municipality(
    place: Place, code: str, allowed: set[str] | None, known: Mapping[str, str]
) -> Iterator[Problem]:
    if code and code not in known:
        yield place.problem("municipality_unknown", code, "", municipality_like(code, known))
    elif code and allowed is not None and code not in allowed:
        yield place.problem("member_unknown", code, ", ".join(sorted(allowed)))
