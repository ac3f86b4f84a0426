"""Results by value: the same scenario and choices are computed once, for all sessions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from loading.data_tables import DATA, load_municipal
from loading.problems import Problem
from loading.scenario_file import read_scenario, shipped
from model import evaluate
from model.choices import Choices
from model.decision.decide import Decision
from model.errors import WeightError
from model.evaluate import FeesResult
from model.municipal import MunicipalFigures
from model.scenario import Scenario


@dataclass(frozen=True)
class Loaded:
    """A scenario as read; two readings of an unchanged file are equal and hash alike."""

    path: Path
    stamp: tuple[int, int]
    scenario: Scenario = field(compare=False)
    fingerprint: str = field(default="", compare=False)


def country() -> MunicipalFigures:
    """Return the official figures for all municipalities."""
    return load_municipal()


@lru_cache(maxsize=1)
def names() -> dict[str, str]:
    """Return municipality code -> name."""
    return country().name_by_code


def scenarios() -> tuple[dict[str, Loaded], tuple[Problem, ...]]:
    """Return all readable scenarios by id, and the problems of those that are not.

    A file is read again when it has changed on disk.
    """
    found, problems = {}, []
    for path in shipped():
        loaded, wrong = _read(path, _stamp(path))
        problems.extend(wrong)
        if loaded is not None:
            found[loaded.scenario.id] = loaded
    return found, tuple(problems)


@lru_cache(maxsize=64)
def _read(path: Path, stamp: tuple[int, int]) -> tuple[Loaded | None, tuple[Problem, ...]]:
    scenario, problems = read_scenario(path, names())
    if scenario is None:
        return None, problems
    return Loaded(path, stamp, scenario, _fingerprint([path])), problems


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size


def edition(loaded: Loaded) -> str:
    """Return what tells this content of the scenario's file and of the data from any other."""
    return f"{loaded.fingerprint}-{_data_fingerprint()}"


@lru_cache(maxsize=1)
def _data_fingerprint() -> str:
    return _fingerprint(DATA / name for name in ("municipalities.csv", "national_series.csv"))


def _fingerprint(paths: Iterable[Path]) -> str:
    """Return six hexadecimal digits of the files' content, however their lines end."""
    content = b"".join(path.read_bytes().replace(b"\r\n", b"\n") for path in paths)
    return sha256(content).hexdigest()[:6]


@lru_cache(maxsize=256)
def decision(loaded: Loaded, values: tuple[tuple[str, float], ...]) -> Decision | None:
    """Return the weighed alternatives; None without alternatives, or while all weights are zero."""
    if not loaded.scenario.alternatives:
        return None
    try:
        return evaluate.evaluate_decision(loaded.scenario, Choices(values=values), country())
    except WeightError:
        return None


@lru_cache(maxsize=256)
def own_view(loaded: Loaded, values: tuple[tuple[str, float], ...], code: str) -> Decision | None:
    """Return the alternatives weighed with a municipality's own weights; None if all are zero."""
    try:
        return evaluate.evaluate_own_view(loaded.scenario, Choices(values=values), country(), code)
    except WeightError:
        return None


@lru_cache(maxsize=256)
def fees(loaded: Loaded, choices: Choices) -> FeesResult | None:
    """Return the compared fee models; None if the scenario has none."""
    if not loaded.scenario.fee_models:
        return None
    return evaluate.evaluate_fees(loaded.scenario, choices, country())


DECISION_KEYS = (
    "group_weights.",
    "weights.",
    "bounds.",
    "values.",
    "scores.",
    "potentials.",
    "capture.",
    "municipal_weights.",
    "presets.",
    "voices.",
    "assessor_weights.",
    "assessor_scores.",
    "uncertainty.",
)


def decision_values(choices: Choices) -> tuple[tuple[str, float], ...]:
    """Return the choices that the decision rests on, so that a fee slider computes no ranking."""
    return tuple(item for item in choices.values if item[0].startswith(DECISION_KEYS))


def fee_choices(choices: Choices) -> Choices:
    """Return the choices that the fees rest on, so that a weight slider computes no fees."""
    kept = tuple(item for item in choices.values if not item[0].startswith(DECISION_KEYS))
    return Choices(kept, choices.models, choices.members, choices.years, choices.same_start)
