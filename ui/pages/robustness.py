"""Robusthet: does the ranking hold if one thinks differently?"""

from functools import partial

import streamlit as st

from model.choices import WEIGHT_DRAWS
from text import t
from ui import certainty, panels, state, widgets
from ui.live.show import live, view
from ui.robustness import (
    bounds,
    dominance,
    evidence,
    methods,
    panel,
    ranks,
    switch,
    tornado,
    weight_line,
    weight_map,
)

FOLDED = (
    ("ranks", ":material/leaderboard:", ranks.draw),
    ("dominance", ":material/stairs:", dominance.draw),
    ("tornado", ":material/tornado:", tornado.draw),
    ("weight_line", ":material/show_chart:", weight_line.draw),
    ("weight_map", ":material/change_history:", weight_map.draw),
    ("evidence", ":material/search:", evidence.draw),
    ("methods", ":material/calculate:", methods.draw),
    ("bounds", ":material/fence:", bounds.draw),
)
"""Parts in order: the name of the text, an icon and what draws it."""


def render() -> None:
    """Draw the page."""
    scenario = state.loaded().scenario
    if not state.wall():
        panels.heading(scenario, t("page.robustness.title"))
    if not scenario.alternatives:
        st.info(t("page.alternatives.none"))
        return
    if not state.wall():
        _weights_tried()
    live("robustness", panel.compose)
    now = view()
    if state.wall() or now.decision is None:
        return
    if certainty.can_be_drawn(now):
        panels.behind(partial(panel.picture, now), "acceptability")
    panels.changes(scenario)
    st.header(t("page.robustness.switch"), anchor=False)
    switch.draw(now)
    for name, icon, draw in FOLDED:
        panels.folded(f"page.robustness.{name}", icon, partial(draw, now))
    panels.assumptions(scenario, now.decision.used, "robustness")


def _weights_tried() -> None:
    """Let the reader choose which weights are tried."""
    widgets.choice(
        t("page.robustness.weights"),
        list(WEIGHT_DRAWS),
        state.choices().weight_draws,
        {one: t(f"robustness.draws.{one}") for one in WEIGHT_DRAWS},
        state.set_weight_draws,
        key="weight-draws",
        kind="segments",
    )
