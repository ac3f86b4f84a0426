"""What to do where an investigation has nobody who assesses."""

from html import escape

import streamlit as st

from model.scenario import Scenario
from text import t
from text.numbers import plain


def draw(scenario: Scenario) -> None:
    """Say what an assessor is, and how one is added in the file."""
    st.info(t("assessors.empty"))
    judged = next((one for one in scenario.criteria if one.computed is None), None)
    if judged is None:
        return
    st.markdown(t("assessors.empty.how"))
    example = t(
        "assessors.empty.example",
        alternative=scenario.alternatives[0].id,
        criterion=judged.id,
        score=plain(judged.scale[1]).replace(",", "."),
    )
    st.html(f"<pre>{escape(example)}</pre>")
