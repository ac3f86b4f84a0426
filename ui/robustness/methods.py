"""Would another way of counting have put the same alternative first?"""

import streamlit as st

from model.decision.cross_check import CrossCheck
from report import method_charts as charts
from report import method_sentences as sentences
from text import t
from text.numbers import number
from ui import certainty, panels
from ui.live.view import View
from ui.robustness.compared import compared, source
from ui.words import safe


def draw(now: View) -> None:
    """Show the ranks by each method, why they differ, and what each does."""
    if compared(now) is None:
        return
    found = certainty.methods(now)
    st.markdown(t("methods.about"))
    panels.chart(charts.ranks(now.scenario, found, source(now)), "methods")
    lines = [sentences.disagreement(now.scenario, one) for one in found.disagreements]
    lines += [sentences.shared(now.scenario, one, found.results[0]) for one in found.results]
    if any(lines):
        st.markdown("\n".join(f"- {safe(line)}" for line in lines if line))
    st.table(_agreement(found), hide_index=True)
    st.caption(t("methods.numbers"))


def _agreement(found: CrossCheck) -> dict[str, list[str]]:
    """Return how alike each method's ranking is to ours, and what it does, as a table of words."""
    methods = [result.method for result in found.results]
    return {
        t("methods.column.method"): [sentences.method_name(method) for method in methods],
        t("methods.column.does"): [t(f"methods.does.{method}") for method in methods],
        t("methods.column.order"): ["", *(sentences.order(tau) for tau in found.tau_b[0, 1:])],
        t("methods.column.tau"): ["", *(number(tau, 2) for tau in found.tau_b[0, 1:])],
        t("methods.column.top"): ["", *(number(one, 2) for one in found.weighted_rank[0, 1:])],
    }
