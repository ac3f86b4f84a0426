"""What each can live with: whom nobody ranks last, and first choices beside what has been said."""

from dataclasses import dataclass
from typing import Literal

from model.decision.group.assessors import Judgements
from model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class StatedChoice:
    """An assessor's first choice beside what its municipality has said that it prefers.

    Attributes:
        first: All that the assessor ranks first; empty for one who is not counted.
        preferred: What the municipality prefers; empty where it has not said.
        verdict: ``agrees`` where at least one is in both, ``none`` where one side is empty.
    """

    assessor: str
    first: tuple[str, ...]
    preferred: tuple[str, ...]
    verdict: Literal["agrees", "differs", "none"]


def nobodys_last(judged: Judgements) -> tuple[str, ...]:
    """Return the alternatives that none of those who are counted ranks last, alone or shared.

    One for whom all are equal has them all last. Without assessors there is nothing to say, and
    none is returned.
    """
    judged = judged.counted
    if not judged.assessors:
        return ()
    lasts = {
        name
        for row in judged.ranks
        for name, rank in zip(judged.alternatives, row, strict=True)
        if rank == max(row)
    }
    return tuple(name for name in judged.alternatives if name not in lasts)


def stated_choices(scenario: Scenario, judged: Judgements) -> tuple[StatedChoice, ...]:
    """Return every assessor's first choice beside the preference stated, in file order."""
    homes = {one.id: one.municipality for one in scenario.assessors}
    return tuple(
        _stated(scenario, name, homes[name], first)
        for name, first in zip(judged.assessors, judged.first, strict=True)
    )


def _stated(
    scenario: Scenario, assessor: str, municipality: str | None, first: tuple[str, ...]
) -> StatedChoice:
    preferred = tuple(
        alternative
        for one in scenario.preferences
        if one.municipality == municipality
        for alternative in one.alternatives
    )
    if not (first and preferred):
        return StatedChoice(assessor, first, preferred, "none")
    both = set(first) & set(preferred)
    return StatedChoice(assessor, first, preferred, "agrees" if both else "differs")
