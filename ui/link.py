"""A link that reopens the same state: what differs from the files, to and from the address."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from model.choices import Choices, Voices, WeightDraws, allowed_range
from model.municipal import MunicipalFigures
from model.scenario import Scenario
from text.numbers import parsed
from ui.variants import FILE, MOST_VARIANTS, NO_VARIANTS, Variants

SCENARIO = "utredning"
VALUES = "andrat"
MODELS = "modeller"
MEMBERS = "kommuner"
YEARS = "ar"
SAME_START = "lika_start"
DRAWS = "vikter"
VOICES = "roster"
MUNICIPALITY = "kommun"
VARIANT = "variant"
BASE = "bas"
WALL = "vagg"
EDITION = "utgava"

MOST_MODELS = 4
"""Fee models that can be read side by side."""

LONGEST = 20_000
"""Characters of a link's parameter that are read; a longer one was not made by us."""

MOST_REFUSED = 100
"""Parts that could not be used and are kept to be told."""

SHOWN = 80
"""Characters kept of a part that could not be used."""

_PAIR, _NEXT = "~", ";"
_VARIANT = re.compile(rf"{VARIANT}(\d{{1,9}})(?:\.(.+))?", re.DOTALL)
_EDITION = re.compile(r"([0-9a-f]{6})-([0-9a-f]{6})")
_CHOICES = (VALUES, MODELS, MEMBERS, YEARS, SAME_START, DRAWS, VOICES)
_OURS = {SCENARIO, *_CHOICES, MUNICIPALITY, BASE, WALL, EDITION}

_DRAWS: Mapping[str, WeightDraws] = {
    "nara": "near",
    "alla": "all",
    "ordning": "order",
    "granser": "bounds",
}
_VOICES: Mapping[str, Voices] = {"lika": "equal", "invanare": "population", "angivna": "given"}
_USUAL = Choices()

Meant = TypeVar("Meant", bound=str)
Outdated = tuple[Literal["scenario", "data"], ...]
"""Which files have changed since a link was made."""


@dataclass(frozen=True, slots=True)
class State:
    """All that a link says.

    Attributes:
        municipality: Code of the one in view; empty for the first.
        wall: True in the wall view.
        edition: Fingerprints of the scenario's file and of the data, ``1a2b3c-4d5e6f``.
    """

    choices: Choices
    municipality: str = ""
    variants: Variants = NO_VARIANTS
    wall: bool = False
    edition: str = ""


def encode(
    scenario: Scenario,
    choices: Choices,
    municipality: str,
    variants: Variants = NO_VARIANTS,
    *,
    wall: bool = False,
    edition: str = "",
) -> dict[str, str]:
    """Return the query of the address: the scenario's id and only what differs from its file."""
    query = {SCENARIO: scenario.id, **_chosen(choices)}
    if municipality:
        query[MUNICIPALITY] = municipality
    for number, variant in enumerate(variants.items, 1):
        query[f"{VARIANT}{number}"] = variant.name
        for key, words in _chosen(variant.choices).items():
            query[f"{VARIANT}{number}.{key}"] = words
    if variants.base != FILE:
        query[BASE] = str(variants.base + 1)
    if wall:
        query[WALL] = "1"
    if edition:
        query[EDITION] = edition
    return query


def _chosen(choices: Choices) -> dict[str, str]:
    query = {}
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
    if choices.weight_draws != _USUAL.weight_draws:
        query[DRAWS] = _word(_DRAWS, choices.weight_draws)
    if choices.voices != _USUAL.voices:
        query[VOICES] = _word(_VOICES, choices.voices)
    return query


def _word(words: Mapping[str, str], meant: str) -> str:
    return next(word for word, name in words.items() if name == meant)


def decode(
    scenario: Scenario, country: MunicipalFigures, query: Mapping[str, str]
) -> tuple[State, tuple[str, ...]]:
    """Return what a link says, and the parts of it that could not be used.

    A part that names something the scenario no longer has, or a number outside what is allowed, is
    left out and reported; the rest is kept. Parameters that are not ours are nothing to us.
    """
    read = _Reader(scenario, country)
    choices = read.choices(query)
    offered = choices.members or scenario.municipalities
    municipality = read.known(query.get(MUNICIPALITY, ""), offered)
    read.refuse(municipality[1:])
    state = State(
        choices,
        municipality[0] if municipality else "",
        read.variants(query),
        read.switch(query.get(WALL, "")),
        read.edition(query.get(EDITION, "")),
    )
    return state, tuple(read.refused)


def is_ours(key: str) -> bool:
    """Tell whether a parameter is one of ours; others may stand in an address too."""
    return key in _OURS or _VARIANT.fullmatch(key) is not None


def outdated(made: str, now: str) -> Outdated:
    """Return which of the files have changed between two editions; none where one is unknown."""
    one, other = _EDITION.fullmatch(made), _EDITION.fullmatch(now)
    if not one or not other:
        return ()
    names: Outdated = ("scenario", "data")
    return tuple(
        name
        for name, before, after in zip(names, one.groups(), other.groups(), strict=True)
        if before != after
    )


class _Reader:
    """Reads parts of a link and remembers those that could not be used."""

    def __init__(self, scenario: Scenario, country: MunicipalFigures) -> None:
        self.scenario, self.country = scenario, country
        self.refused: list[str] = []

    def refuse(self, parts: Sequence[str]) -> None:
        room = MOST_REFUSED - len(self.refused)
        self.refused.extend(part[:SHOWN] for part in parts[:room])

    def choices(self, query: Mapping[str, str], prefix: str = "") -> Choices:
        """Return the choices that stand under a prefix."""
        values, models, members, years, start, draws, voices = (
            query.get(prefix + key, "") for key in _CHOICES
        )
        known = self.known(models, [model.id for model in self.scenario.fee_models])
        self.refuse(known[MOST_MODELS:])
        return Choices(
            values=self._values(values),
            models=known[:MOST_MODELS],
            members=self.known(members, self.country.codes),
            years=self._years(years),
            same_start=self.switch(start),
            weight_draws=self._one_of(_DRAWS, draws, _USUAL.weight_draws),
            voices=self._one_of(_VOICES, voices, _USUAL.voices),
        )

    def _values(self, words: str) -> tuple[tuple[str, float], ...]:
        found: dict[str, float] = {}
        for pair in self._parts(words):
            key, _, written = pair.partition(_PAIR)
            value = parsed(written)
            if key in found or value is None or not self._allowed(key, value):
                self.refuse([pair])
            else:
                found[key] = value
        stated = self.scenario.value
        return tuple(sorted((key, value) for key, value in found.items() if value != stated(key)))

    def _allowed(self, key: str, value: float) -> bool:
        if key not in self.scenario.figures:
            return False
        low, high = allowed_range(self.scenario, key)
        return low <= value <= high

    def _parts(self, words: str) -> list[str]:
        if len(words) > LONGEST:
            self.refuse([words[LONGEST:]])
        return [part for part in words[:LONGEST].split(_NEXT) if part]

    def known(self, words: str, known: Sequence[str]) -> tuple[str, ...]:
        """Return the parts that are known, each once."""
        parts = dict.fromkeys(self._parts(words))
        self.refuse([part for part in parts if part not in known])
        return tuple(part for part in parts if part in known)

    def _years(self, words: str) -> tuple[int, int] | None:
        if not words:
            return None
        match = re.fullmatch(r"(\d{4})-(\d{4})", words, re.ASCII)
        first, last = map(int, match.groups()) if match else (0, 0)
        if 2017 <= first <= last <= 2060:
            return first, last
        self.refuse([words])
        return None

    def _one_of(self, known: Mapping[str, Meant], words: str, usual: Meant) -> Meant:
        if words and words not in known:
            self.refuse([words])
        return known.get(words, usual)

    def switch(self, words: str) -> bool:
        """Return whether something is on."""
        if words not in ("", "1"):
            self.refuse([words])
        return words == "1"

    def edition(self, words: str) -> str:
        """Return the fingerprints of the files that the link was made from."""
        if words and not _EDITION.fullmatch(words):
            self.refuse([words])
            return ""
        return words

    def variants(self, query: Mapping[str, str]) -> Variants:
        """Return the variants by their numbers, and the base among them."""
        found, place = Variants(), {}
        for number in self._numbers(query):
            name = query.get(f"{VARIANT}{number}", "")
            if not 1 <= number <= MOST_VARIANTS:
                self.refuse([f"{VARIANT}{number}"])
                continue
            choices = self.choices(query, f"{VARIANT}{number}.")
            longer, refusal = found.kept(name[:LONGEST], choices)
            if refusal:
                self.refuse([name or f"{VARIANT}{number}"])
                continue
            place[str(number)] = len(found.items)
            found = longer
        base = query.get(BASE, "")
        if base and base not in place:
            self.refuse([base])
        return found.based_on(place.get(base, FILE))

    def _numbers(self, query: Mapping[str, str]) -> list[int]:
        numbers = set()
        for key in query:
            match = _VARIANT.fullmatch(key)
            if not match:
                continue
            number, part = match.groups()
            if part is None or part in _CHOICES:
                numbers.add(int(number))
            else:
                self.refuse([key])
        return sorted(numbers)
