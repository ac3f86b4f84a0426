"""Översikt: choose an investigation and read the answer so far."""

import streamlit as st

from model.evaluate import FeesResult
from model.scenario import Scenario
from report import decision_charts, fee_charts, sentences
from report.chart import Chart
from text import t, tn
from ui import cache, panels, state
from ui.words import safe


def render() -> None:
    """Draw the page."""
    loaded = state.loaded()
    scenario, choices = loaded.scenario, state.choices()
    panels.heading(scenario, t("page.overview.title"))
    st.markdown(safe(scenario.question))

    decision = cache.decision(loaded, cache.decision_values(choices))
    fees = cache.fees(loaded, cache.fee_choices(choices))
    if scenario.alternatives and decision is None:
        st.warning(t("page.alternatives.no_weight"))
    panels.answer(
        [
            sentences.robustness(scenario, decision) if decision else "",
            sentences.fees_now(scenario, fees) if fees else "",
        ]
    )
    panels.other_members(scenario, fees)
    changed = tuple(choices.changed())
    left, right = st.columns(2, gap="large")
    if decision is not None:
        with left:
            panels.chart(
                decision_charts.ranking(scenario, decision, changed),
                "overview-ranking",
                width=panels.HALF,
            )
    if fees is not None and fees.results:
        with right if decision is not None else left:
            panels.chart(_fee_picture(scenario, fees, changed), "overview-fees", width=panels.HALF)
    _about(scenario)


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
