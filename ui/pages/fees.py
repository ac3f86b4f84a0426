"""Avgifter: lay fee models side by side and see who pays what, year by year."""

import math
from datetime import date

import streamlit as st

from model.evaluate import FeesResult, default_models
from model.scenario import Scenario
from report import fee_charts, sentences
from report.chart import Chart
from report.errors import error_words
from report.names import model_names
from text import t
from text.numbers import MISSING, kronor, percent
from ui import cache, panels, state, widgets
from ui.link import MOST_MODELS
from ui.live.fees import dearest_guess, fee_groups
from ui.live.panel import Note, Panel, Tab
from ui.live.show import live
from ui.live.view import View
from ui.words import label_text, safe

FIRST_YEAR, LAST_YEAR = 2019, 2045
CHANGE_ROLES = ("kr", "share")


def render() -> None:
    """Draw the page."""
    loaded = state.loaded()
    scenario, choices = loaded.scenario, state.choices()
    if not state.wall():
        panels.heading(scenario, t("page.fees.title"))
    if not scenario.fee_models:
        st.info(t("page.fees.none"))
        return
    if not state.wall():
        _what(scenario)
    fees = cache.fees(loaded, cache.fee_choices(state.choices()))
    _failed(scenario, fees)
    if not fees.results:
        st.button(
            t("page.fees.use_own"), on_click=state.set_fees, kwargs={"members": (), "years": None}
        )
        return
    live("fees", panel)
    if state.wall():
        return
    changed = tuple(choices.changed())
    panels.behind(
        lambda: fee_charts.fee_totals(scenario, fees, cache.names(), changed), "fee-totals"
    )
    panels.changes(scenario)
    year = _members(scenario, fees, changed)
    _change(scenario, fees, year, changed)
    panels.notes(scenario, fees.findings)
    panels.assumptions(scenario, fees.used, "fees")


def panel(now: View) -> Panel:
    """Return the rates and growth beside what all pay together."""
    scenario, fees, names = now.scenario, now.fees, cache.names()
    other = sentences.other_members(scenario, fees, names)
    notes = [Note("info", words) for words in (other, _scales(scenario, fees)) if words]
    notes += [Note("doubt", words) for words in panels.doubts(scenario, fees.findings)]
    groups, shown = fee_groups(now, fees), _pictures(now, fees)
    return Panel(
        answer=(sentences.fees(scenario, fees, names),),
        pictures=shown,
        said=len(shown),
        tabs=(Tab(id="levers", words=t("page.fees.levers"), groups=groups),) if groups else (),
        notes=tuple(notes),
        wall=True,
        guess=dearest_guess(scenario, fees),
    )


def _pictures(now: View, fees: FeesResult) -> tuple[Chart, ...]:
    """Show the sums, and before them who pays what where the models differ in nothing else."""
    names = cache.names()
    totals = fee_charts.fee_totals(now.scenario, fees, names, now.changed)
    if not sentences.same_sum(fees):
        return (totals,)
    last = int(fees.years[-1])
    shared = fee_charts.fee_per_member(now.scenario, fees, last, names, changed=now.changed)
    return shared, totals


def _what(scenario: Scenario) -> None:
    """Choose models, members and years."""
    shorts = model_names(scenario)
    choices = state.choices()
    chosen = list(choices.models or default_models(scenario))
    widget = f"models:{scenario.id}"
    st.session_state[widget] = chosen
    st.pills(
        t("page.fees.models"),
        list(shorts),
        selection_mode="multi",
        format_func=lambda model: label_text(shorts[model]),
        key=widget,
        on_change=_chose_models,
        args=(scenario, widget),
        help=t("page.fees.models_help"),
    )
    for line in st.session_state.pop("fees:note", []):
        st.caption(line)
    what = st.expander(t("page.fees.what"), key="what", on_change="rerun", icon=":material/tune:")
    if not what.open:
        return
    with what:
        left, right = st.columns(2, gap="large")
        with left:
            _years(scenario)
            _same_start(scenario)
        with right:
            _whose(scenario)
        for model in scenario.fee_models:
            if model.id in chosen:
                st.markdown(f"**{safe(model.name)}** – {safe(model.description)}")


def _chose_models(scenario: Scenario, widget: str) -> None:
    chosen = [model.id for model in scenario.fee_models if model.id in st.session_state[widget]]
    if len(chosen) > MOST_MODELS:
        st.session_state["fees:note"] = [t("page.fees.too_many", most=MOST_MODELS)]
        return
    if not chosen:
        st.session_state["fees:note"] = [t("page.fees.too_few")]
        return
    as_filed = set(chosen) == set(default_models(scenario))
    state.set_fees(models=() if as_filed else tuple(chosen))


def _years(scenario: Scenario) -> None:
    years = state.choices().years or scenario.years
    widget = f"years:{scenario.id}"
    st.session_state[widget] = years

    def moved() -> None:
        span = tuple(st.session_state[widget])
        state.set_fees(years=None if span == scenario.years else span)

    low, high = min(FIRST_YEAR, years[0]), max(LAST_YEAR, years[1])
    st.slider(
        t("page.fees.years", first=years[0], last=years[1]),
        low,
        high,
        key=widget,
        format="%d",
        on_change=moved,
    )


def _same_start(scenario: Scenario) -> None:
    widget = f"same-start:{scenario.id}"
    st.session_state[widget] = state.choices().same_start
    st.toggle(
        t("page.fees.same_start"),
        key=widget,
        help=t("page.fees.same_start_help"),
        on_change=lambda: state.set_fees(same_start=bool(st.session_state[widget])),
    )


def _whose(scenario: Scenario) -> None:
    """Choose whose figures the models are tried on: the members, another body's, or any."""
    names = cache.names()
    sets = {"": (t("page.fees.own_members"), ())} | {
        body.id: (body.name, body.members) for body in scenario.bodies
    }
    sets["own-choice"] = (t("page.fees.any_members"), state.choices().members)
    members = state.choices().members
    current = next((key for key, (_, codes) in sets.items() if codes == members), "own-choice")
    if st.session_state.get("fees:any") == scenario.id and current != "own-choice":
        current = "own-choice"

    def chose(key: str) -> None:
        st.session_state["fees:any"] = scenario.id if key == "own-choice" else None
        if key != "own-choice":
            codes = sets[key][1]
            state.set_fees(members=() if set(codes) == set(scenario.municipalities) else codes)

    widgets.choice(
        t("page.fees.whose"),
        list(sets),
        current,
        {key: words for key, (words, _) in sets.items()},
        chose,
        key=f"whose:{scenario.id}",
    )
    body = next((body for body in scenario.bodies if body.id == current), None)
    if body is not None:
        st.caption(safe(body.members_note))
    if current == "own-choice":
        widget = f"members:{scenario.id}"
        st.session_state[widget] = list(members or scenario.municipalities)

        def picked() -> None:
            codes = tuple(sorted(st.session_state[widget]))
            own = set(codes) == set(scenario.municipalities)
            state.set_fees(members=() if own else codes)

        st.multiselect(
            t("page.fees.pick"),
            sorted(names, key=names.__getitem__),
            format_func=names.__getitem__,
            key=widget,
            placeholder=t("widget.choose"),
            on_change=picked,
        )


def _failed(scenario: Scenario, fees: FeesResult) -> None:
    shorts = model_names(scenario)
    for model, error in fees.failed:
        st.warning(
            t(
                "page.fees.failed",
                model=safe(shorts[model]),
                why=safe(error_words(error, scenario, cache.names())),
            )
        )


def _scales(scenario: Scenario, fees: FeesResult) -> str:
    """Say how each model was scaled for all to start alike; empty where none was."""
    shorts = model_names(scenario)
    lines = [
        t(
            "page.fees.scaled",
            model=shorts[result.model],
            change=percent(result.scale - 1.0, 1, sign=True),
        )
        for result in fees.results
        if abs(result.scale - 1.0) > 1e-9
    ]
    return " ".join(lines)


def _members(scenario: Scenario, fees: FeesResult, changed: tuple[str, ...]) -> int:
    """Show fees per member in one year, and every year in a table; return the year."""
    st.header(t("page.fees.members"), anchor=False)
    left, right = st.columns(2)
    years = [str(year) for year in fees.years]
    now = str(min(max(date.today().year, int(fees.years[0])), int(fees.years[-1])))
    with left:
        shown = widgets.local_choice(
            t("page.fees.year"),
            years,
            {year: year for year in years},
            key=f"fee-year:{scenario.id}",
            kind="select",
            first=now,
        )
    measures = (fee_charts.PER_INHABITANT, fee_charts.KRONOR, fee_charts.PER_MILLE)
    with right:
        measure = widgets.local_choice(
            t("page.fees.measure"),
            measures,
            {name: t(f"page.fees.measure.{name}") for name in measures},
            key=f"measure:{scenario.id}",
        )
    year = int(shown)
    names = cache.names()
    panels.chart(
        fee_charts.fee_per_member(scenario, fees, year, names, measure, changed), "fee-per-member"
    )
    table = st.expander(
        t("page.fees.table"), key="fee-table", on_change="rerun", icon=":material/table_view:"
    )
    if table.open:
        with table:
            _table(scenario, fees, measure)
    return year


def _table(scenario: Scenario, fees: FeesResult, measure: str) -> None:
    names, shorts = cache.names(), model_names(scenario)
    for result in fees.results:
        st.markdown(f"**{safe(shorts[result.model])}**")
        values = getattr(result, measure)
        rows = {t("chart.member"): [names[code] for code in result.members]}
        for row, year in enumerate(fees.years):
            mark = "" if result.is_history(int(year)) else "*"
            rows[f"{year}{mark}"] = [_cell(value, measure) for value in values[row]]
        if measure == fee_charts.KRONOR:
            rows[t("chart.member")].append(t("chart.total"))
            for row, column in enumerate(list(rows)[1:]):
                rows[column].append(kronor(float(result.total[row])))
        st.table(rows, hide_index=True)
    st.caption(safe(t("page.fees.star")))


def _cell(value: float, measure: str) -> str:
    if not math.isfinite(value):
        return MISSING
    if measure == fee_charts.KRONOR:
        return kronor(float(value))
    if measure == fee_charts.PER_INHABITANT:
        return kronor(float(value), 2)
    return fee_charts.written(measure, float(value))


def _change(scenario: Scenario, fees: FeesResult, year: int, changed: tuple[str, ...]) -> None:
    """Show winners and losers against the model in force, for one of the others."""
    st.header(t("page.fees.change"), anchor=False)
    if fees.today_result is None:
        st.info(t("page.fees.no_today"))
        return
    shorts = model_names(scenario)
    others = [result.model for result in fees.results if result is not fees.today_result]
    if not others:
        st.info(t("page.fees.only_today", model=safe(shorts[fees.today])))
        return
    left, right = st.columns(2)
    with left:
        model = widgets.local_choice(
            t("page.fees.change_model"), others, shorts, key=f"change:{scenario.id}"
        )
    with right:
        unit = widgets.local_choice(
            t("page.fees.change_unit"),
            CHANGE_ROLES,
            {role: t(f"page.fees.change_unit.{role}") for role in CHANGE_ROLES},
            key=f"change-unit:{scenario.id}",
        )
    picture = fee_charts.change_against_today(
        scenario, fees, model, year, cache.names(), share=unit == "share", changed=changed
    )
    panels.chart(picture, "change")
    counted = sentences.counted_by_model(scenario, [fees.result(model)], year)
    if counted:
        st.caption(safe(counted))
