"""A link that reopens the same state: choices to and from the address's query."""

from collections.abc import Mapping, Sequence

from model.choices import Choices, allowed_range
from model.municipal import MunicipalFigures
from model.scenario import Scenario
from text.numbers import parsed

SCENARIO = "utredning"
VALUES = "andrat"
MODELS = "modeller"
MEMBERS = "kommuner"
YEARS = "ar"
SAME_START = "lika_start"
MUNICIPALITY = "kommun"

MOST_MODELS = 4
"""Fee models that can be read side by side."""

_PAIR, _NEXT = "~", ";"
LONGEST = 20_000
"""Characters of a link's parameter that are read; a longer one was not made by us."""


def encode(scenario: Scenario, choices: Choices, municipality: str) -> dict[str, str]:
    """Return the query of the address: the scenario's id and only what differs from its file."""
    query = {SCENARIO: scenario.id}
    if choices.values:
        query[VALUES] = _NEXT.join(f"{key}{_PAIR}{value!r}" for key, value in choices.values)
    if choices.models:
        query[MODELS] = _NEXT.join(choices.models)
    if choices.members:
        query[MEMBERS] = _NEXT.join(choices.members)
    if choices.years:
        query[YEARS] = "-".join(str(year) for year in choices.years)
    if choices.same_start:
        query[SAME_START] = "1"
    if municipality:
        query[MUNICIPALITY] = municipality
    return query


def decode(
    scenario: Scenario, country: MunicipalFigures, query: Mapping[str, str]
) -> tuple[Choices, str, tuple[str, ...]]:
    """Return the choices, the municipality and the parts of the link that could not be used.

    A part that names something the scenario no longer has, or a number outside what is allowed, is
    left out and reported; the rest is kept.
    """
    refused: list[str] = []
    choices = Choices(
        models=_models(scenario, query.get(MODELS, ""), refused),
        members=_known(query.get(MEMBERS, ""), country.codes, refused),
        years=_years(query.get(YEARS, ""), refused),
        same_start=query.get(SAME_START) == "1",
    )
    for pair in _parts(query.get(VALUES, "")):
        key, _, written = pair.partition(_PAIR)
        value = parsed(written)
        if key not in scenario.figures or value is None:
            refused.append(pair)
            continue
        low, high = allowed_range(scenario, key)
        if not low <= value <= high:
            refused.append(pair)
            continue
        choices = choices.with_value(key, value, scenario.value(key))
    offered = choices.members or scenario.municipalities
    municipality = _known(query.get(MUNICIPALITY, ""), offered, refused)
    return choices, municipality[0] if municipality else "", tuple(refused)


def _parts(words: str) -> list[str]:
    return [part for part in words[:LONGEST].split(_NEXT) if part]


def _known(words: str, known: Sequence[str], refused: list[str]) -> tuple[str, ...]:
    parts = dict.fromkeys(_parts(words))
    refused.extend(part for part in parts if part not in known)
    return tuple(part for part in parts if part in known)


def _models(scenario: Scenario, words: str, refused: list[str]) -> tuple[str, ...]:
    known = _known(words, [model.id for model in scenario.fee_models], refused)
    refused.extend(known[MOST_MODELS:])
    return known[:MOST_MODELS]


def _years(words: str, refused: list[str]) -> tuple[int, int] | None:
    if not words:
        return None
    first, _, last = words.partition("-")
    if first.isdecimal() and last.isdecimal() and 2017 <= int(first) <= int(last) <= 2060:
        return int(first), int(last)
    refused.append(words)
    return None
