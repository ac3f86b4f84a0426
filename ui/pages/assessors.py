"""Bedömare: what several say together, and what parts them."""

from functools import partial

import streamlit as st

from model.choices import VOICES
from model.decision.group.decide_together import GroupDecision
from model.errors import ModelError
from model.scenario import Scenario
from report.names import assessor_names, origin_words
from text import t
from ui import cache, panels, state, widgets
from ui.assessors import agree, empty, group, moves, pairs, panel, rules, spread, stated
from ui.live.show import live, view
from ui.live.view import View
from ui.words import safe

FEW = 6
"""Assessors that fit side by side; more are chosen in a list."""
FOLDED = (
    ("stated", ":material/record_voice_over:", stated.draw),
    ("rules", ":material/how_to_vote:", rules.draw),
    ("spread", ":material/unfold_more:", spread.draw),
    ("pairs", ":material/compare_arrows:", pairs.draw),
    ("agree", ":material/handshake:", agree.draw),
)
"""Parts in order: the name of the text, an icon and what draws it."""


def render() -> None:
    """Draw the page."""
    scenario = state.loaded().scenario
    if not state.wall():
        panels.heading(scenario, t("page.assessors.title"))
    if not scenario.alternatives:
        st.info(t("page.alternatives.none"))
        return
    if not scenario.assessors:
        empty.draw(scenario)
        return
    chosen = _chosen(scenario)
    live("assessor", panel.compose, chosen)
    now = view(chosen)
    if state.wall():
        return
    try:
        found = group.group(now)
    except ModelError:  # The panel has said why.
        panels.changes(scenario)
        return
    _behind(now, found)


def _behind(now: View, found: GroupDecision) -> None:
    """Show what lies behind the picture, and the other questions folded."""
    if found.joint:
        panels.behind(partial(panel.picture, now, found), "assessors")
    _origin(now)
    panels.changes(now.scenario)
    for name, icon, draw in FOLDED:
        panels.folded(f"page.assessors.{name}", icon, partial(draw, now, found))
    panels.assumptions(now.scenario, found.used, "assessors")


def _chosen(scenario: Scenario) -> str:
    """Let the reader choose how they are counted and whose numbers to see; return the latter."""
    names = assessor_names(scenario, cache.names())
    key = f"assessor:{scenario.id}"
    if state.wall():
        return widgets.kept_choice(list(names), key=key)
    row = st.container(horizontal=True, gap="large")
    with row.container(width="content"):
        widgets.choice(
            t("page.assessors.voices"),
            list(VOICES),
            state.choices().voices,
            {one: t(f"assessors.voices.{one}") for one in VOICES},
            state.set_voices,
            key="voices",
            kind="segments",
        )
    with row.container(width="content"):
        return widgets.local_choice(
            t("page.assessors.choose"),
            list(names),
            names,
            key=key,
            kind="segments" if len(names) <= FEW else "select",
        )


def _origin(now: View) -> None:
    """Say where the weights of the one that is looked at come from, as the file has them."""
    prefix = moves.weight_prefix(now.scenario, group.assessor(now))
    figure = now.scenario.figures[f"{prefix}{now.scenario.criteria[0].id}"]
    if figure.value is not None:
        words = origin_words(now.scenario, figure.origin)
        name = group.names(now)[now.subject]
        st.caption(safe(t("assessors.weights_origin", name=name, origin=words)))
