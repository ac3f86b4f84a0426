"""What a pre-study should find out first."""

from collections.abc import Sequence

import streamlit as st

from model.decision.evidence import Evidence
from model.decision.ranking import leaders
from report import evidence_charts as charts
from report import evidence_sentences as sentences
from report.certainty_charts import MOST_BARS
from report.chart import Chart
from report.names import alternative_names, figure_name, origin_words
from text import t
from ui import certainty, panels
from ui.live.show import pictures
from ui.live.view import View
from ui.robustness.compared import compared, source
from ui.words import safe


def draw(now: View) -> None:
    """Say what the leader's first place hangs on most, and list the assumptions behind it."""
    problem = compared(now)
    found = certainty.told(now.scenario, lambda: certainty.worth(now)) if problem else None
    if problem is None or found is None:
        return
    tried, judged = certainty.acceptability(now), problem.judged
    place = int(leaders(judged.totals))
    leader, share = judged.alternatives[place], float(tried.ranks[place, 0])
    st.markdown(safe(sentences.first(now.scenario, found, leader, share)))
    if not sentences.matters(found):
        return
    words = source(now)

    def picture(most: int) -> Chart:
        return charts.evidence(now.scenario, found, leader, share, tried.draws, words, most)

    pictures("evidence", [picture(MOST_BARS)])
    st.table(_table(now, found[:MOST_BARS], leader), hide_index=True)
    panels.behind(lambda: picture(len(found)), "evidence")


def _table(now: View, shown: Sequence[Evidence], leader: str) -> dict[str, list[str]]:
    """Return assumptions as a table of words: value, range, what hangs on it and its origin."""
    scenario, names = now.scenario, alternative_names(now.scenario)
    headings = (
        t("table.name"),
        t("table.value"),
        t("table.range"),
        t("evidence.column.low", leader=safe(names[leader])),
        t("evidence.column.high", leader=safe(names[leader])),
        t("table.origin"),
    )
    rows = []
    for one in shown:
        figure = scenario.figures[one.figure]
        low, high = (sentences.end_words(scenario, one.figure, end) for end in (one.low, one.high))
        rows.append(
            (
                figure_name(scenario, one.figure, {}),
                _value(now, one.figure),
                t("table.span", low=low, high=high),
                sentences.often(scenario, one.leader_low, one.first_low),
                sentences.often(scenario, one.leader_high, one.first_high),
                origin_words(scenario, figure.origin),
            )
        )
    columns = zip(*rows, strict=True)
    return {
        heading: [safe(cell) for cell in cells]
        for heading, cells in zip(headings, columns, strict=True)
    }


def _value(now: View, key: str) -> str:
    """Return a figure's value in words; a changed one with what it was."""
    stated = now.scenario.value(key)
    value = now.choices.changed().get(key, stated)
    words, before = (sentences.end_words(now.scenario, key, one) for one in (value, stated))
    return words if value == stated else t("evidence.changed", value=words, stated=before)
