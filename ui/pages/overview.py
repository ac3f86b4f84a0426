"""Översikt: choose an investigation and read the answer so far."""

import streamlit as st

from model.decision.decide import Decision
from model.evaluate import FeesResult
from model.scenario import Scenario
from report import decision_charts, fee_charts, sentences
from report.chart import Chart
from text import t, tn
from ui import cache, panels, state
from ui.live import weights
from ui.live.decision import leader, leader_guess, most_important
from ui.live.fees import fee_groups
from ui.live.panel import Group, Note, Panel, Tab
from ui.live.show import live, view
from ui.live.view import View
from ui.words import safe


def render() -> None:
    """Draw the page."""
    scenario = state.loaded().scenario
    if not state.wall():
        panels.heading(scenario, t("page.overview.title"))
        st.markdown(safe(scenario.question))
    live("overview", panel)
    if state.wall():
        return
    _behind()
    panels.changes(scenario)
    _about(scenario)


def panel(now: View) -> Panel:
    """Return the numbers that decide most, above the ranking and the fees."""
    scenario, decision, fees, changed = now.scenario, now.decision, now.fees, now.changed
    answer, pictures, notes = [], [], []
    if decision is not None:
        answer += [
            sentences.leader(scenario, decision),
            sentences.robustness(scenario, decision),
        ]
        pictures.append(decision_charts.ranking(scenario, decision, changed))
    elif scenario.alternatives:
        notes.append(Note("warning", t("page.alternatives.no_weight")))
    if fees is not None:
        answer.append(sentences.fees_now(scenario, fees))
        other = sentences.other_members(scenario, fees, cache.names())
        notes += [Note("info", other)] if other else []
        pictures += [_fee_picture(scenario, fees, changed)] if fees.results else []
    return Panel(
        answer=tuple(answer),
        pictures=tuple(pictures),
        tabs=_sliders(now, decision, fees),
        notes=tuple(notes),
        leader=leader(scenario, decision) if decision else None,
        layout="above",
        wall=True,
        guess=leader_guess(scenario, decision) if decision else None,
    )


def _behind() -> None:
    charts = panel(view()).pictures
    for chart, column in zip(charts, st.columns(max(len(charts), 1), gap="large"), strict=False):
        with column:
            what = t(f"page.overview.picture.{chart.kind}")
            panels.behind(lambda chart=chart: chart, f"overview-{chart.kind}", what)


def _sliders(now: View, decision: Decision | None, fees: FeesResult | None) -> tuple[Tab, ...]:
    """Return the three weights that decide most; without alternatives the fees' first levers."""
    if now.scenario.alternatives:
        chosen = weights.joint_weights(now, decision, most_important(now.loaded))
        words = t("page.overview.weights")
    else:
        chosen = tuple(one for group in fee_groups(now, fees) for one in group.sliders)[:3]
        words = t("page.overview.levers")
    group = Group(id="first", title=words, sliders=chosen)
    return (Tab(id="first", words=words, groups=(group,)),) if chosen else ()


def _fee_picture(scenario: Scenario, fees: FeesResult, changed: tuple[str, ...]) -> Chart:
    """Show the totals, or the members where the models give the same total and differ by key."""
    names = cache.names()
    if sentences.same_sum(fees):
        return fee_charts.fee_per_member(scenario, fees, int(fees.years[0]), names, changed=changed)
    return fee_charts.fee_totals(scenario, fees, names, changed)


def _about(scenario: Scenario) -> None:
    names = cache.names()
    members = sentences.joined([names[code] for code in scenario.municipalities])
    with st.expander(t("page.overview.about"), icon=":material/description:"):
        st.markdown(safe(scenario.summary))
        st.markdown(
            tn("page.overview.members", len(scenario.municipalities), members=safe(members))
        )
        for document in scenario.documents:
            year = f" ({document.year})" if document.year else ""
            st.markdown(f"- {safe(document.title)}{safe(year)}")
