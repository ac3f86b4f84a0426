"""The joint result by the mean and by two rules that only ask in which order."""

import streamlit as st

from model.decision.group.decide_together import GroupDecision
from report import group_sentences
from report.names import alternative_names
from report.sentences import joined
from text import t
from ui.live.view import View
from ui.words import safe


def draw(now: View, found: GroupDecision) -> None:
    """Say whether the rules agree, and show what each gives."""
    joint = found.joint
    if joint is None:
        st.info(group_sentences.answer(now.scenario, found, now.choices.voices, {})[0])
        return
    shorts = alternative_names(now.scenario)
    first = joined([shorts[name] for name in joint.result("mean").first])
    if group_sentences.rules_agree(joint):
        st.markdown(safe(t("assessors.rules.agree", first=first)))
    else:
        st.markdown(
            safe(f"{t('assessors.rules.mean', first=first)} {group_sentences.rules(shorts, joint)}")
        )
    best = joint.result("mean").ranks
    order = sorted(range(len(best)), key=lambda place: best[place])
    table = {t("chart.ranking.item"): [safe(shorts[joint.alternatives[place]]) for place in order]}
    for result in joint.results:
        cells = [group_sentences.rule_cell(result, place) for place in order]
        table[t(f"assessors.rule.{result.rule}")] = cells
    st.table(table, hide_index=True)
    if len(joint.alternatives) > 1:
        st.markdown(safe(_duels(shorts, joint.condorcet)))
    lines = (
        f"- **{t(f'assessors.rule.{one.rule}')}:** {t(f'assessors.rule_does.{one.rule}')}"
        for one in joint.results
    )
    st.caption("\n".join(lines))


def _duels(shorts: dict[str, str], winner: str | None) -> str:
    if winner is None:
        return t("assessors.rules.beats_none")
    return t("assessors.rules.beats_all", alternative=shorts[winner])
