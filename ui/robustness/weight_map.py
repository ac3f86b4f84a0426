"""Who is first for every mix of two weights."""

import streamlit as st

from report import certainty_charts as charts
from report import certainty_sentences as sentences
from report.names import criterion_names
from text import t
from ui import certainty, panels, widgets
from ui.live.view import View
from ui.robustness import weight_line
from ui.robustness.compared import compared, source, telling
from ui.words import safe


def draw(now: View) -> None:
    """Choose two criteria and show the map of their weights."""
    problem = compared(now)
    if problem is None:
        return
    if len(problem.criteria) == 1:
        st.markdown(t("line.only"))
        return
    if len(problem.criteria) == 2:
        st.markdown(t("map.two"))
        weight_line.show(now, problem.criteria[0], "weight-map")
        return
    across, up = _choose(now)
    found = certainty.plane(now, across, up)
    if not found.regions:
        st.info(safe(sentences.weight_map(now.scenario, found)))
        return
    ranked = problem.judged.alternatives
    panels.chart(charts.weight_map(now.scenario, found, ranked, source(now)), "weight-map")


def _choose(now: View) -> tuple[str, str]:
    """Return two criteria, never the same."""
    words = criterion_names(now.scenario)
    left, right = st.columns(2)
    near = telling(now)
    with left:
        across = widgets.local_choice(
            t("map.across"),
            list(words),
            words,
            key=f"map-across:{now.scenario.id}",
            kind="select",
            first=near[0],
        )
    others = [name for name in words if name != across]
    with right:
        up = widgets.local_choice(
            t("map.up"),
            others,
            words,
            key=f"map-up:{now.scenario.id}",
            kind="select",
            first=next(name for name in (near[1], near[0]) if name != across),
        )
    return across, up
