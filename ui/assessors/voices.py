"""How much each assessor counts, as sliders of the live panel."""

from collections.abc import Sequence

from model.decision.group.joint_ranking import VOICE
from text import t
from text.numbers import percent
from ui.assessors import group
from ui.assessors.sliders import Own, value_of
from ui.live.panel import Group, Tab
from ui.live.sliders import slider

MOST_VOICE = 10.0
"""Highest voice that a slider offers, unless the file has a higher one."""


def voice_tab(own: Own) -> Tab:
    """Return a slider per assessor: how much each counts, with its part of all voices."""
    view, names = own.view, group.names(own.view)
    counted = own.judged.counted.assessors
    values = {name: value_of(view, f"voices.{name}") for name in names}
    voices = {name: VOICE if value is None else value for name, value in values.items()}
    together = sum(voices[name] for name in counted)
    everyone = Group(
        id="voices",
        title="",
        sliders=tuple(
            slider(
                view,
                f"voices.{name}",
                0.0,
                MOST_VOICE,
                1.0,
                label=words,
                said=_share(name, voices, counted, together),
            )
            for name, words in names.items()
        ),
        help=t("assessors.voices_help"),
        prefix="voices.",
        reset_words=t("assessors.reset_voices"),
    )
    return Tab(id="voices", words=t("assessors.voices"), groups=(everyone,))


def _share(name: str, voices: dict[str, float], counted: Sequence[str], together: float) -> str:
    if name not in counted:
        return t("assessors.not_counted")
    return percent(voices[name] / together if together else 0.0, 0)
