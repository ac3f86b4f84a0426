"""What would have to be true for each alternative that is not first."""

import streamlit as st

from model.decision.bounds import require_bounds
from report import switch_sentences
from report.names import alternative_names
from report.sentences import ranked
from text import t
from ui import certainty
from ui.live.view import View
from ui.words import safe


def draw(now: View) -> None:
    """Say for each alternative which weights, and which scores, would make it first."""
    decision, scenario = now.decision, now.scenario
    if decision is None or decision.leader is None:
        st.info(t("switch.no_leader"))
        return
    behind = [
        name
        for name in ranked(decision)
        if name not in decision.tied and decision.ranks[decision.alternatives.index(name)]
    ]
    if not behind:
        st.markdown(t("switch.alone" if len(decision.tied) == 1 else "switch.all_tied"))
        return
    st.markdown(t("switch.about"))
    posed = certainty.told(scenario, lambda: certainty.problem(now))
    if posed is None:
        return
    permitted = certainty.told(scenario, lambda: require_bounds(posed) or posed)
    names = alternative_names(scenario)
    columns = st.columns(2)
    for place, name in enumerate(behind):
        with columns[place % 2].container(border=True):
            st.markdown(f"**{safe(t('switch.first', alternative=names[name]))}**")
            steps = certainty.steps(now, name)
            lines = [switch_sentences.by_scores(scenario, name, steps)]
            if permitted is not None:
                nearest = certainty.switch(now, name)
                lines.insert(0, switch_sentences.by_weights(scenario, posed, nearest))
            st.markdown("\n".join(f"- {safe(line)}" for line in lines))
            for line in switch_sentences.origins(scenario, steps or ()):
                st.caption(safe(line))
