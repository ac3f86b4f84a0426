"""Each one's first choice beside what its municipality has said."""

import streamlit as st

from model.decision.group.acceptance import StatedChoice
from model.decision.group.decide_together import GroupDecision
from model.scenario import Scenario
from report import group_words
from report.names import origin_words
from text import t
from ui.assessors import group
from ui.live.view import View
from ui.words import safe

OWN = ("municipal_weights.", "assessor_weights.", "assessor_scores.")
"""How the keys of an assessor's own figures begin."""


def draw(now: View, found: GroupDecision) -> None:
    """Say how many agree with what they have said, and show each with its source."""
    scenario, names = now.scenario, group.names(now)
    st.markdown(safe(group_words.stated(found.stated)))
    if not any(one.preferred for one in found.stated):
        return
    st.table(
        {
            t("assessors.assessor"): [safe(names[one.assessor]) for one in found.stated],
            t("assessors.stated.first"): [_cell(scenario, one.first) for one in found.stated],
            t("assessors.stated.preferred"): [
                _cell(scenario, one.preferred) for one in found.stated
            ],
            t("assessors.stated.verdict"): [
                t(f"assessors.verdict.{one.verdict}") for one in found.stated
            ],
            t("assessors.stated.source"): [safe(_source(scenario, one)) for one in found.stated],
        },
        hide_index=True,
    )
    if _is_assumed(now, found):
        st.caption(t("assessors.stated.assumed"))


def _is_assumed(now: View, found: GroupDecision) -> bool:
    """Tell whether any weight or score of one's own is an assumption."""
    own = [key for key in found.used if key.startswith(OWN)]
    return any(now.scenario.figures[key].origin.kind == "assumption" for key in own)


def _cell(scenario: Scenario, alternatives: tuple[str, ...]) -> str:
    return safe(group_words.choice_words(scenario, alternatives))


def _source(scenario: Scenario, one: StatedChoice) -> str:
    homes = {assessor.id: assessor.municipality for assessor in scenario.assessors}
    said = [item for item in scenario.preferences if item.municipality == homes[one.assessor]]
    return " ".join(f"{item.note} {origin_words(scenario, item.origin)}".strip() for item in said)
