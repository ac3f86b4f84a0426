"""Which alternatives are at least as good as another on everything."""

import streamlit as st

from report import switch_sentences
from text import t
from ui import certainty
from ui.live.view import View
from ui.words import safe


def draw(now: View) -> None:
    """Say which alternatives are better than which, and what that means."""
    st.markdown(t("dominance.about"))
    found = certainty.told(now.scenario, lambda: certainty.dominated(now))
    if found is not None:
        lines = switch_sentences.dominated(now.scenario, found)
        st.markdown("\n".join(f"- {safe(line)}" for line in lines))
