"""What several assessors say together: by the mean of their totals, and by two rules on ranks.

References:
    de Borda (1781), Mémoire sur les élections au scrutin; Copeland (1951), A reasonable social
    welfare function; Saari & Merlin (1996), The Copeland method I, Economic Theory 8.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from model.decision import weighted_sum
from model.decision.group.assessors import Judgements
from model.decision.ranking import TIE, competition_ranks
from model.errors import MissingFigureError, VoiceError
from model.municipal import FloatArray
from model.scenario import Scenario, Voices

Rule = Literal["mean", "borda", "copeland"]

VOICE = 1.0
"""What one counts who has no voice stated."""


@dataclass(frozen=True, slots=True, eq=False)
class RuleResult:
    """What one rule says.

    Attributes:
        points: Shape (alternatives,): for ``mean`` the total 0–100; for ``borda`` how many
            others it is set above, on average; for ``copeland`` majorities won less lost.
        ranks: 1, 2, 2, 4.
        first: All with rank 1.
    """

    rule: Rule
    points: FloatArray
    ranks: tuple[int | None, ...]
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class JointRanking:
    """What the assessors say together.

    Attributes:
        assessors: Ids of those who are counted.
        voices: Shape (assessors,), summing to 1.
        alternatives: Ids, in the order of the file.
        support: Shape (alternatives, alternatives): part of the voices that set the one of the
            row above the one of the column, a tie half; 0.5 against itself.
        results: One per rule.
        condorcet: The one that a majority sets above each other alternative; None without one.
        used: Keys of the voices that were read.
    """

    assessors: tuple[str, ...]
    voices: FloatArray
    alternatives: tuple[str, ...]
    support: FloatArray
    results: tuple[RuleResult, ...]
    condorcet: str | None
    used: tuple[str, ...]

    def result(self, rule: Rule) -> RuleResult:
        """Return what one rule says."""
        return next(result for result in self.results if result.rule == rule)


def joint_ranking(
    scenario: Scenario,
    judged: Judgements,
    how: Voices = "equal",
    population: Mapping[str, float] | None = None,
) -> JointRanking | None:
    """Return what those who are counted say together; None if none is, or nothing is compared.

    Args:
        how: ``equal``, by ``population`` or as ``given``. By population a municipality's
            assessors share its inhabitants equally, and one without a municipality has no voice.
        population: Inhabitants by code, where the voices go by population.

    Raises:
        MissingFigureError: The population of an assessor's municipality is needed and not given.
        VoiceError: A voice is negative, or all are zero.
    """
    judged = judged.counted
    if not (judged.assessors and judged.alternatives):
        return None
    given, used = _voices(scenario, judged.assessors, how, population)
    if (given < 0).any() or not given.any():
        raise VoiceError(found=given.tolist())
    voices = weighted_sum.shares(given)
    names = judged.alternatives
    backing = support(judged.ranks, voices)
    wins = majorities(backing)
    unbeaten = np.flatnonzero(wins.sum(axis=1) == len(names) - 1)
    return JointRanking(
        assessors=judged.assessors,
        voices=voices,
        alternatives=names,
        support=backing,
        results=(
            _result("mean", voices @ judged.totals, names),
            _result("borda", borda(backing), names),
            _result("copeland", copeland(backing), names),
        ),
        condorcet=names[unbeaten[0]] if unbeaten.size else None,
        used=used,
    )


def support(ranks: Sequence[Sequence[int | None]], voices: FloatArray) -> FloatArray:
    """Return how much of the voices set each alternative above each other, a tie counting half.

    Args:
        ranks: Shape (assessors, alternatives), 1 for the first, none missing.
        voices: Shape (assessors,).

    Returns:
        Shape (alternatives, alternatives).
    """
    places = np.array(ranks, dtype=float)
    apart = np.sign(places[:, None, :] - places[:, :, None])
    return np.tensordot(voices, (1 + apart) / 2, axes=1)


def borda(support: FloatArray) -> FloatArray:
    """Return how many others each is set above; those that tie share the mean of their places."""
    return support.sum(axis=1) - support.diagonal()


def copeland(support: FloatArray) -> FloatArray:
    """Return majorities won less majorities lost: a tied one is half of each."""
    wins = majorities(support)
    return (wins.sum(axis=1) - wins.sum(axis=0)).astype(float)


def majorities(support: FloatArray) -> FloatArray:
    """Return 1 where the one of the row has a majority over the one of the column, else 0."""
    return (support - support.T > TIE).astype(float)


def _result(rule: Rule, points: FloatArray, names: tuple[str, ...]) -> RuleResult:
    ranks = competition_ranks(points)
    first = tuple(name for name, rank in zip(names, ranks, strict=True) if rank == 1)
    return RuleResult(rule, points, ranks, first)


def _voices(
    scenario: Scenario,
    assessors: tuple[str, ...],
    how: Voices,
    population: Mapping[str, float] | None,
) -> tuple[FloatArray, tuple[str, ...]]:
    if how == "equal":
        return np.ones(len(assessors)), ()
    if how == "given":
        figures = {name: scenario.figures.get(f"voices.{name}") for name in assessors}
        stated = {name: one for name, one in figures.items() if one and one.value is not None}
        voices = [stated[name].value if name in stated else VOICE for name in assessors]
        return np.array(voices, dtype=float), tuple(one.key for one in stated.values())
    homes = {one.id: one.municipality for one in scenario.assessors}
    codes = [homes[name] for name in assessors]
    return np.array([_inhabitants(code, population) / codes.count(code) for code in codes]), ()


def _inhabitants(code: str | None, population: Mapping[str, float] | None) -> float:
    if code is None:
        return 0.0
    if code not in (population or {}):
        raise MissingFigureError(key=f"population.{code}", municipality=code)
    return population[code]
