"""Where the assessors are furthest apart: which criterion they weigh, which score they judge."""

import streamlit as st

from model.decision.group.decide_together import GroupDecision
from report import group_charts, group_words
from report.group_sentences import who
from report.names import alternative_names, criterion_names
from text import t
from text.numbers import plain
from ui import panels
from ui.assessors import group
from ui.live.view import View
from ui.words import safe


def draw(now: View, found: GroupDecision) -> None:
    """Show the spans of the weights, and list the scores that not all have."""
    scenario, names = now.scenario, group.names(now)
    count = len(found.judgements.counted.assessors)
    if count < 2:
        st.info(t("assessors.apart.none"))
        return
    if any(one.lowest for one in found.weight_spread):
        panels.chart(group_charts.weight_spans(scenario, found, names), "group-weights")
    else:
        st.markdown(t("assessors.apart.weights_same"))
    spreads = found.score_spread
    st.markdown(safe(group_words.scores_apart(scenario, spreads, names, count)))
    if not spreads:
        return
    alternatives, criteria = alternative_names(scenario), criterion_names(scenario)

    def end(value: float, members: tuple[str, ...]) -> str:
        people = who(members, names, count)
        return safe(t("assessors.apart.end", value=plain(value, 2), who=people))

    st.table(
        {
            t("chart.ranking.item"): [safe(alternatives[one.alternative]) for one in spreads],
            t("chart.ranking.series"): [safe(criteria[one.criterion]) for one in spreads],
            t("assessors.apart.low"): [end(one.low, one.lowest) for one in spreads],
            t("assessors.apart.high"): [end(one.high, one.highest) for one in spreads],
        },
        hide_index=True,
    )
