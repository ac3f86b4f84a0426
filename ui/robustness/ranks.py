"""Who is above whom how often, and which weights speak for whom."""

import streamlit as st

from report import acceptability
from text import t
from ui import certainty, panels
from ui.live.view import View
from ui.words import safe


def draw(now: View) -> None:
    """Show the duels, the weights that put each first, and what can be told without drawing."""
    found = certainty.told(now.scenario, lambda: certainty.acceptability(now))
    if found is None or now.decision is None:
        return
    if len(found.alternatives) > 1:
        panels.chart(acceptability.duels(now.scenario, now.choices, now.decision, found), "duels")
    panels.chart(acceptability.central(now.scenario, now.choices, now.decision, found), "central")
    lines = [f"- {safe(line)}" for line in acceptability.confidence(now.scenario, found)]
    if lines:
        st.markdown("\n".join((t("robustness.confidence.about"), "", *lines)))
    exact = certainty.exactly(now)
    if exact is not None:
        st.markdown(safe(acceptability.exactly(now.scenario, now.choices, exact)))
