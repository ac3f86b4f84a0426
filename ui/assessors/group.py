"""The assessors together, by value: the same scenario and choices are weighed once, for all."""

from functools import lru_cache

from model.choices import Choices
from model.decision.group.decide_together import GroupDecision
from model.errors import ModelError, UnknownError, WeightError
from model.evaluate import evaluate_group
from model.scenario import Assessor, Voices
from report.errors import error_words
from report.names import Names, assessor_names
from text import t
from ui import cache
from ui.cache import Loaded
from ui.live.view import View


def group(now: View) -> GroupDecision:
    """Return what the assessors say together.

    Raises:
        ModelError: The joint weights are all zero, or all voices are; see ``refusal``.
    """
    return _group(now.loaded, cache.decision_values(now.choices), now.choices.voices)


def apart(now: View) -> GroupDecision:
    """Return the same with all alike, whatever their voices: how each of them weighs.

    Raises:
        ModelError: The joint weights are all zero.
    """
    return _group(now.loaded, cache.decision_values(now.choices), "equal")


@lru_cache(maxsize=256)
def _group(loaded: Loaded, values: tuple[tuple[str, float], ...], voices: Voices) -> GroupDecision:
    choices = Choices(values=values, voices=voices)
    return evaluate_group(loaded.scenario, choices, cache.country())


def refusal(now: View, error: ModelError) -> str:
    """Say why the assessors cannot be weighed together."""
    if not isinstance(error, WeightError):
        return error_words(error, now.scenario, cache.names())
    if now.decision is None:
        return t("assessors.no_joint_weight")
    return t(f"assessors.no_voice.{now.choices.voices}")


def assessor(now: View) -> Assessor:
    """Return the assessor that is looked at.

    Raises:
        UnknownError: The scenario has none of that id.
    """
    for one in now.scenario.assessors:
        if one.id == now.subject:
            return one
    raise UnknownError(kind="assessor", id=now.subject)


def names(now: View) -> Names:
    """Return what the assessors are called, by id."""
    return assessor_names(now.scenario, cache.names())
