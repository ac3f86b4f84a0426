"""Kommuner: one municipality, what it pays and what it thinks."""

from functools import partial

import streamlit as st

from model.evaluate import FeesResult
from model.scenario import Scenario
from report import decision_charts, fee_charts, sentences
from report.chart import Chart
from report.names import alternative_names, model_names, origin_words
from text import t
from text.numbers import kronor, number, percent
from ui import cache, panels, state, widgets
from ui.cache import Loaded
from ui.live import sliders, weights
from ui.live.decision import leader
from ui.live.panel import Group, Note, Panel, Tab
from ui.live.show import live, view
from ui.live.view import View
from ui.words import safe


def render() -> None:
    """Draw the page."""
    loaded = state.loaded()
    scenario, choices = loaded.scenario, state.choices()
    names = cache.names()
    panels.heading(scenario, t("page.municipalities.title"))
    codes = sorted(state.municipalities(scenario), key=names.__getitem__)
    code = widgets.choice(
        t("page.municipalities.choose"),
        codes,
        state.municipality(scenario),
        names,
        state.choose_municipality,
        key=f"municipality:{scenario.id}",
        kind="segments" if len(codes) <= 6 else "select",
    )
    fees = cache.fees(loaded, cache.fee_choices(choices))
    panels.answer([_pays(scenario, fees, code), _prefers(scenario, code)])
    _facts(scenario, code)
    if fees is not None:
        _fees(scenario, fees, code, tuple(choices.changed()))
    if scenario.alternatives:
        _view(loaded, code)
    _potentials(scenario, code)
    panels.changes(scenario)


def _facts(scenario: Scenario, code: str) -> None:
    """Show the official figures, each with its year."""
    own = cache.country().select([code])
    population, base, rate = own.population, own.tax_base, own.tax_rate
    last = population.years.index(scenario.projection.last_population_year)
    years = population.years[last] - population.years[0]
    growth = (population.values[last, 0] / population.values[0, 0]) ** (1 / years) - 1
    columns = st.columns(4)
    columns[0].metric(
        t("page.municipalities.population", year=population.years[last]),
        number(population.values[last, 0]),
    )
    columns[1].metric(
        t("page.municipalities.growth", first=population.years[0], last=population.years[last]),
        percent(float(growth), 2, sign=True),
    )
    columns[2].metric(
        t("page.municipalities.tax_base", year=base.years[-1]), kronor(base.values[-1, 0])
    )
    columns[3].metric(
        t("page.municipalities.tax_rate", year=rate.years[-1]), percent(rate.values[-1, 0], 2)
    )
    note = population.notes.get(population.years[last], "")
    st.caption(safe(f"{t('page.municipalities.official')} {note}"))


def _pays(scenario: Scenario, fees: FeesResult | None, code: str) -> str:
    if fees is None or not fees.results or code not in fees.members:
        return ""
    place = fees.members.index(code)
    return sentences.member_fee(scenario, fees, place, cache.names()[code])


def _prefers(scenario: Scenario, code: str) -> str:
    names = alternative_names(scenario)
    preferred = [
        names[name]
        for item in scenario.preferences
        if item.municipality == code
        for name in item.alternatives
    ]
    if not preferred:
        return ""
    return t(
        "page.municipalities.prefers",
        name=cache.names()[code],
        alternatives=sentences.joined(preferred),
    )


def _fees(scenario: Scenario, fees: FeesResult, code: str, changed: tuple[str, ...]) -> None:
    st.header(t("page.municipalities.fees"), anchor=False)
    if code not in fees.members:
        st.info(t("page.municipalities.not_member", name=safe(cache.names()[code])))
        return
    if not fees.results:
        st.info(t("sentence.no_fees"))
        return
    measures = (fee_charts.KRONOR, fee_charts.PER_INHABITANT, fee_charts.PER_MILLE)
    measure = widgets.local_choice(
        t("page.fees.measure"),
        measures,
        {name: t(f"page.fees.measure.{name}") for name in measures},
        key=f"member-measure:{scenario.id}",
    )
    name = cache.names()[code]
    picture = fee_charts.member_fees(scenario, fees, code, name, measure, changed)
    panels.chart(picture, "member-fees")
    _against_today(scenario, fees, code)


def _against_today(scenario: Scenario, fees: FeesResult, code: str) -> None:
    """Lay the models' fees for the first and last year beside today's model."""
    place, shorts = fees.members.index(code), model_names(scenario)
    rows: dict[str, list[str]] = {t("chart.fee_model"): []}
    ends = {0: int(fees.years[0]), len(fees.years) - 1: int(fees.years[-1])}
    for year in ends.values():
        rows[t("page.municipalities.fee_year", year=year)] = []
        if fees.today_result is not None:
            rows[t("page.municipalities.change_year", year=year)] = []
    for result in fees.results:
        rows[t("chart.fee_model")].append(safe(shorts[result.model]))
        for row, year in ends.items():
            fee = float(result.fee[row, place])
            rows[t("page.municipalities.fee_year", year=year)].append(kronor(fee))
            if fees.today_result is not None:
                today = float(fees.today_result.fee[row, place])
                change = t(
                    "page.municipalities.change",
                    kronor=kronor(fee - today, sign=True),
                    percent=percent(fee / today - 1.0 if today else None, 1, sign=True),
                )
                rows[t("page.municipalities.change_year", year=year)].append(change)
    st.table(rows, hide_index=True)


def _view(loaded: Loaded, code: str) -> None:
    """Show what the municipality has said it prefers, and where its own weights lead."""
    scenario = loaded.scenario
    st.header(t("page.municipalities.view"), anchor=False)
    said = [item for item in scenario.preferences if item.municipality == code]
    for preference in said:
        st.markdown(safe(preference.note))
        st.caption(safe(origin_words(scenario, preference.origin)))
    if not said:
        st.markdown(t("page.municipalities.no_preference"))
    if code not in scenario.own_weights:
        st.markdown(t("page.municipalities.no_weights"))
        return
    live("own", own_panel, code)
    now = view(code)
    if _both(now):
        panels.behind(partial(_own_picture, now), "own-weights")
    origin = scenario.figures[f"municipal_weights.{code}.{scenario.criteria[0].id}"].origin
    st.caption(safe(origin_words(scenario, origin)))
    if any(one.municipality == code for one in scenario.assessors):
        st.caption(t("page.municipalities.weighed_together"))


def _both(now: View) -> bool:
    """Tell whether there is a ranking both by the municipality's weights and by the joint ones."""
    return now.own is not None and now.decision is not None


def _own_picture(now: View) -> Chart:
    name = cache.names()[now.subject]
    return decision_charts.own_weights(now.scenario, now.own, now.decision, name)


def own_panel(now: View) -> Panel:
    """Return the municipality's weights beside the joint ones, and where its own lead."""
    scenario, own, prefix = now.scenario, now.own, f"municipal_weights.{now.subject}."
    group = Group(
        id="own",
        title="",
        sliders=weights.weights(now, own, scenario.criteria, prefix),
        prefix=prefix,
        reset_words=t("page.alternatives.reset_weights"),
    )
    tabs = (Tab(id="own", words="", groups=(group,)),)
    if not _both(now):
        return Panel((), (), tabs, notes=(Note("warning", t("page.alternatives.no_weight")),))
    words = t("page.municipalities.own_leader", name=cache.names()[now.subject])
    return Panel(
        answer=(f"{words} {sentences.leader(scenario, own)}",),
        pictures=(_own_picture(now),),
        tabs=tabs,
        leader=leader(scenario, own),
        said=0,
    )


def _potentials(scenario: Scenario, code: str) -> None:
    """Let the municipality's potential per area be changed; the computed score follows."""
    keys = _potential_keys(scenario, code)
    if not keys:
        return
    panel = st.expander(
        t("page.municipalities.potentials"),
        key="potentials",
        on_change="rerun",
        icon=":material/trending_up:",
    )
    if not panel.open:
        return
    with panel:
        st.markdown(t("page.municipalities.potentials_help"))
        live("potentials", potential_panel, code)
        st.caption(safe(origin_words(scenario, scenario.figures[keys[0]].origin)))


def _potential_keys(scenario: Scenario, code: str) -> list[str]:
    keys = (f"potentials.{code}.{area.id}" for area in scenario.areas)
    return [key for key in keys if key in scenario.figures]


def potential_panel(now: View) -> Panel:
    """Return the municipality's potentials, area by area."""
    areas = {area.id: area for area in now.scenario.areas}
    found = (
        (key, areas[key.rsplit(".", 1)[1]]) for key in _potential_keys(now.scenario, now.subject)
    )
    group = Group(
        id="potentials",
        title="",
        sliders=tuple(
            sliders.slider(now, key, 0.0, 100.0, 5.0, label=f"{area.id} {area.name}")
            for key, area in found
        ),
    )
    return Panel((), (), (Tab(id="potentials", words="", groups=(group,)),), layout="above")
