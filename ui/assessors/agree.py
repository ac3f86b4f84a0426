"""The single thing to agree on that would bring most of them together."""

import streamlit as st

from model.decision.group.decide_together import GroupDecision
from report import group_words
from text import t
from ui.live.view import View
from ui.words import safe


def draw(now: View, found: GroupDecision) -> None:
    """Say it in a sentence, and how it is counted."""
    st.markdown(safe(group_words.agreement(now.scenario, found.agreement)))
    if found.agreement.step:
        st.caption(t("assessors.agree.heads"))
