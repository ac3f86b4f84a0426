"""How much of what parts two assessors comes from their weights, and how much from their scores."""

import streamlit as st

from model.decision.group.decide_together import GroupDecision
from model.decision.group.pairs import Pair
from model.decision.ranking import TIE
from report import group_words
from report.names import alternative_names
from text import t
from text.numbers import number
from ui.assessors import group
from ui.live.view import View
from ui.words import safe

MOST = 12
"""Pairs in a table; of more, those furthest apart."""


def draw(now: View, found: GroupDecision) -> None:
    """Say which two are furthest apart and why, and show every pair."""
    names = group.names(now)
    if not found.pairs:
        st.info(t("assessors.apart.none"))
        return
    st.markdown(safe(group_words.widest_pair(now.scenario, found.pairs, names)))
    for measure in ("margin", "distance"):
        chosen = [one for one in found.pairs if one.measure == measure]
        if chosen:
            _table(now, sorted(chosen, key=lambda one: -one.difference), measure)
    if any(min(one.weights, one.scores) < -TIE for one in found.pairs):
        st.caption(t("assessors.pairs.negative"))


def _table(now: View, pairs: list[Pair], measure: str) -> None:
    """Show pairs that are measured alike, those furthest apart first."""
    names, shorts = group.names(now), alternative_names(now.scenario)
    st.markdown(f"**{t(f'assessors.pairs.with_{measure}')}**")
    st.caption(t(f"assessors.pairs.{measure}_about"))
    if len(pairs) > MOST:
        st.caption(t("assessors.pairs.widest", shown=MOST, all=len(pairs)))
        pairs = pairs[:MOST]
    rows = {
        t("assessors.pairs.pair"): [
            t("assessors.pairs.against", one=names[one.one], other=names[one.other])
            for one in pairs
        ]
    }
    if measure == "margin":
        rows[t("assessors.pairs.firsts")] = [
            t("assessors.pairs.against", one=shorts[one.first[0]], other=shorts[one.first[1]])
            for one in pairs
        ]
    rows[t("assessors.pairs.difference")] = [number(one.difference, 1) for one in pairs]
    rows[t("assessors.pairs.weights")] = [
        group_words.part_words(one.weights, one.weights_share, one) for one in pairs
    ]
    rows[t("assessors.pairs.scores")] = [
        group_words.part_words(one.scores, one.scores_share, one) for one in pairs
    ]
    st.table(
        {heading: [safe(cell) for cell in cells] for heading, cells in rows.items()},
        hide_index=True,
    )
