"""Who is first as one weight goes from nothing to everything."""

import streamlit as st

from report import certainty_charts as charts
from report.names import criterion_names
from text import t
from ui import certainty, panels, widgets
from ui.live.view import View
from ui.robustness.compared import compared, source, telling


def draw(now: View) -> None:
    """Choose a criterion and show every total over its weight."""
    problem = compared(now)
    if problem is None:
        return
    if len(problem.criteria) == 1:
        st.markdown(t("line.only"))
        return
    words = criterion_names(now.scenario)
    chosen = widgets.local_choice(
        t("line.criterion"),
        list(words),
        words,
        key=f"line:{now.scenario.id}",
        kind="select",
        first=telling(now)[0],
    )
    show(now, chosen, "weight-line")


def show(now: View, criterion: str, key: str) -> None:
    """Show every total over one weight."""
    found = certainty.line(now, criterion)
    panels.chart(charts.weight_line(now.scenario, found, source(now)), key)
