"""Alternativ: move weights and scores, and see who leads and how surely."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

import streamlit as st

from model.decision.decide import Decision
from model.scenario import Alternative, Scenario
from report import decision_charts, sentences, weighting_sentences
from report.chart import Chart
from report.names import alternative_names, origin_words
from text import t
from text.numbers import number
from ui import panels, state, weighting, widgets
from ui.live import sliders, weights
from ui.live.decision import leader, leader_guess, no_weight
from ui.live.panel import Note, Panel
from ui.live.show import live, view
from ui.live.view import View
from ui.words import safe


def render() -> None:
    """Draw the page."""
    scenario = state.loaded().scenario
    if not state.wall():
        panels.heading(scenario, t("page.alternatives.title"))
    if not scenario.alternatives:
        st.info(t("page.alternatives.none"))
        return
    live("alternatives", panel)
    now = view()
    decision = now.decision
    if state.wall():
        return
    if decision is None:
        panels.folded("weighting.title", ":material/tune:", weighting.draw)
        return
    panels.behind(partial(_ranking, now, decision), "ranking")
    panels.changes(scenario)
    panels.folded("weighting.title", ":material/tune:", weighting.draw)
    _certainty(scenario, decision)
    # Folded: what lies open on the page is drawn again each time that the hand has rested.
    panels.folded("page.alternatives.scores", ":material/scale:", partial(_scores, now, decision))
    panels.folded("page.alternatives.words", ":material/notes:", partial(_in_words, scenario))
    panels.assumptions(scenario, decision.used, "decision")


def panel(now: View) -> Panel:
    """Return the weights and scores beside the ranking that follows them."""
    scenario, decision = now.scenario, now.decision
    make = {
        "weights": partial(weights.weight_tab, now, decision),
        "scores": partial(sliders.score_tab, now, decision),
        "values": partial(sliders.value_tab, now),
    }
    tabs = tuple(tab() for name, tab in make.items() if now.wants(name))
    if decision is None:
        return no_weight(tabs)
    changed = dict(now.choices.changed())
    told = (
        *weighting_sentences.weightless_groups(scenario, changed),
        *weighting_sentences.falling_values(scenario, changed),
    )
    return Panel(
        answer=(sentences.leader(scenario, decision), sentences.robustness(scenario, decision)),
        pictures=(_ranking(now, decision),),
        tabs=tabs,
        notes=tuple(Note("info", words) for words in told),
        leader=leader(scenario, decision),
        wall=True,
        guess=leader_guess(scenario, decision),
    )


def _ranking(now: View, decision: Decision) -> Chart:
    return decision_charts.ranking(now.scenario, decision, now.changed)


def _certainty(scenario: Scenario, decision: Decision) -> None:
    st.header(t("page.alternatives.certainty"), anchor=False)
    left, right = st.columns(2, gap="large")
    with left:
        panels.chart(decision_charts.weight_stability(scenario, decision), "stability")
    with right:
        panels.chart(decision_charts.first_places(scenario, decision), "first-places")


def _scores(now: View, decision: Decision) -> None:
    """Show what the scores of a criterion mean and where each comes from."""
    scenario = now.scenario
    words = {criterion.id: criterion.short for criterion in scenario.criteria}
    chosen = widgets.local_choice(
        t("page.alternatives.criterion"),
        list(words),
        words,
        key=f"criterion:{scenario.id}",
    )
    place = [criterion.id for criterion in scenario.criteria].index(chosen)
    criterion = scenario.criteria[place]
    low, high = criterion.scale
    scale = t(
        "page.alternatives.scale",
        low=number(low),
        low_means=safe(criterion.low_means),
        high=number(high),
        high_means=safe(criterion.high_means),
    )
    st.markdown(f"**{safe(criterion.name)}** – {safe(criterion.description)}\n\n{scale}")
    if criterion.computed:
        _computed_scores(scenario, decision, place)
        return
    keys = [f"scores.{item.id}.{criterion.id}" for item in scenario.alternatives]
    st.table(panels.figure_table(scenario, keys, dict(now.choices.changed())), hide_index=True)


def _computed_scores(scenario: Scenario, decision: Decision, place: int) -> None:
    st.markdown(t("page.alternatives.computed"))
    rows = {
        t("chart.ranking.item"): [item.short for item in scenario.alternatives],
        t("page.alternatives.score"): [number(score, 2) for score in decision.scores[:, place]],
        t("page.alternatives.scope"): [
            safe(_scope(scenario, item)) for item in scenario.alternatives
        ],
    }
    st.table(rows, hide_index=True)


def _scope(scenario: Scenario, alternative: Alternative) -> str:
    names = {area.id: area.id if len(area.id) == 1 else area.name for area in scenario.areas}
    by_mode: dict[str, list[str]] = {}
    for area, mode in alternative.scope.items():
        by_mode.setdefault(mode, []).append(names[area])
    return "; ".join(f"{_run(areas)}: {t(f'scope.{mode}')}" for mode, areas in by_mode.items())


def _run(areas: list[str]) -> str:
    """Return "C–I" for single letters that follow one another, else the names in a row."""
    letters = "".join(areas)
    in_a_row = all(ord(b) - ord(a) == 1 for a, b in pairwise(letters))
    if len(areas) > 2 and len(letters) == len(areas) and in_a_row:
        return f"{areas[0]}–{areas[-1]}"
    return ", ".join(areas)


def _in_words(scenario: Scenario) -> None:
    """Show one alternative at a time, and what else was weighed."""
    shorts = alternative_names(scenario)
    chosen = widgets.local_choice(
        t("chart.ranking.item"), list(shorts), shorts, key=f"alternative:{scenario.id}"
    )
    _alternative(scenario, next(item for item in scenario.alternatives if item.id == chosen))
    if not (scenario.long_list or scenario.paths or scenario.forms):
        return
    st.subheader(t("page.alternatives.more"), anchor=False)
    _long_list(scenario)
    _paths(scenario)
    _forms(scenario)


def _alternative(scenario: Scenario, alternative: Alternative) -> None:
    st.markdown(f"**{safe(alternative.name)}** – {safe(alternative.description)}")
    pros, cons = st.columns(2)
    pros.markdown(_list(t("page.alternatives.pros"), alternative.pros))
    cons.markdown(_list(t("page.alternatives.cons"), alternative.cons))
    st.markdown("\n\n".join(_facts(scenario, alternative)))
    if alternative.origin:
        st.caption(safe(origin_words(scenario, alternative.origin)))


def _facts(scenario: Scenario, alternative: Alternative) -> Iterator[str]:
    """Give what an alternative covers, by which form, where it leads and how it is left."""
    shorts, forms = alternative_names(scenario), {form.id: form.name for form in scenario.forms}
    facts = (
        ("scope", _scope(scenario, alternative)),
        ("forms", ", ".join(forms[form] for form in alternative.forms)),
        ("leads_to", ", ".join(shorts[name] for name in alternative.leads_to)),
        ("undo", alternative.undo),
    )
    for name, words in facts:
        if words:
            yield f"**{t(f'page.alternatives.{name}')}:** {safe(words)}"


def _list(title: str, lines: tuple[str, ...]) -> str:
    items = (
        "\n".join(f"- {safe(line)}" for line in lines) or f"- {t('page.alternatives.none_told')}"
    )
    return f"**{title}**\n\n{items}"


def _long_list(scenario: Scenario) -> None:
    if not scenario.long_list:
        return
    shorts = dict(alternative_names(scenario))
    st.markdown(f"**{t('page.alternatives.long_list')}**")
    st.table(
        {
            t("chart.ranking.item"): [safe(item.name) for item in scenario.long_list],
            t("page.alternatives.meaning"): [safe(item.description) for item in scenario.long_list],
            t("page.alternatives.became"): [
                safe(
                    "; ".join(
                        part
                        for part in (
                            ", ".join(shorts.get(name, name) for name in item.became),
                            item.reason,
                        )
                        if part
                    )
                )
                for item in scenario.long_list
            ],
        },
        hide_index=True,
    )


def _paths(scenario: Scenario) -> None:
    if not scenario.paths:
        return
    shorts = dict(alternative_names(scenario))
    shorts["nu"] = t("page.alternatives.now")
    st.markdown(f"**{t('page.alternatives.paths')}**")
    for path in scenario.paths:
        steps = " → ".join((shorts[path.start], ", ".join(shorts[name] for name in path.to)))
        st.markdown(f"**{safe(steps)}** – {safe(path.description)}")


def _forms(scenario: Scenario) -> None:
    if not scenario.forms:
        return
    st.markdown(f"**{t('page.alternatives.form_list')}**")
    for form in scenario.forms:
        st.markdown(_list(f"{safe(form.name)}: {safe(form.description)}", form.consequences))
