"""Underlag: every figure with its origin, what is doubtful, and the sources."""

from collections import Counter

import streamlit as st

from loading.data_tables import load_series
from model.plausibility import Finding
from model.scenario import Account, BoundaryList, Scenario
from report.names import figure_group, listed_figures, origin_words
from text import t, tn
from text.numbers import figure as figure_words
from text.numbers import kronor, plain
from ui import cache, panels, state, widgets
from ui.cache import Loaded
from ui.words import safe

NATIONAL = "national"
KINDS = ("all", "sourced", "official", "assumption", "changed")


def render() -> None:
    """Draw the page."""
    loaded = state.loaded()
    scenario = loaded.scenario
    panels.heading(scenario, t("page.evidence.title"))
    _summary(scenario)
    parts = ["figures", "doubts", "data", "sources"]
    if scenario.boundary_lists or scenario.accounts or scenario.targets or scenario.bodies:
        parts.insert(2, "documents")
    part = widgets.local_choice(
        t("page.evidence.part"),
        parts,
        {name: t(f"page.evidence.part.{name}") for name in parts},
        key=f"evidence:{scenario.id}",
    )
    match part:
        case "figures":
            _figures(scenario)
        case "doubts":
            _doubts(loaded)
        case "documents":
            _from_documents(scenario)
        case "data":
            _official(scenario)
        case _:
            _sources(scenario)


def _summary(scenario: Scenario) -> None:
    listed = listed_figures(scenario, state.choices().changed())
    counts = Counter(scenario.figures[key].origin.kind for key in listed)
    changed = len(state.choices().values)
    panels.answer(
        [
            t(
                "page.evidence.summary",
                all=len(listed),
                sourced=counts["sourced"],
                assumed=counts["assumption"],
                changed=tn("page.evidence.changed", changed)
                if changed
                else t("page.evidence.unchanged"),
            )
        ]
    )


def _figures(scenario: Scenario) -> None:
    changed = state.choices().changed()
    listed = listed_figures(scenario, changed)
    groups = list(dict.fromkeys(figure_group(key) for key in listed))
    left, right = st.columns(2)
    with left:
        kind = widgets.local_choice(
            t("page.evidence.kind"),
            KINDS,
            {name: t(f"page.evidence.kind.{name}") for name in KINDS},
            key=f"kind:{scenario.id}",
        )
    with right:
        group = widgets.local_choice(
            t("page.evidence.group"),
            groups,
            {name: t(name) for name in groups},
            key=f"group:{scenario.id}",
            kind="select",
        )
    keys = [
        key
        for key in listed
        if (kind == "changed" or figure_group(key) == group)
        and (
            kind in ("all", scenario.figures[key].origin.kind)
            or (kind == "changed" and key in changed)
        )
    ]
    if not keys:
        st.info(t("page.evidence.nothing"))
        return
    st.table(panels.figure_table(scenario, keys, changed), hide_index=True)
    panels.changes(scenario)


def _doubts(loaded: Loaded) -> None:
    """Run every fee model and list what contradicts what."""
    scenario = loaded.scenario
    found = _all_findings(loaded)
    doubts = [one for one in found if one.severity == "doubt"]
    st.markdown(tn("page.evidence.doubts", len(doubts)) if doubts else t("page.evidence.no_doubts"))
    panels.doubts(scenario, found)
    panels.notes(scenario, found)


def _all_findings(loaded: Loaded) -> list[Finding]:
    scenario = loaded.scenario
    models = tuple(model.id for model in scenario.fee_models)
    if not models:
        return []
    choices = cache.fee_choices(state.choices())
    every = cache.fees(
        loaded, type(choices)(choices.values, models, choices.members, choices.years)
    )
    return sorted(every.findings, key=lambda one: one.severity != "doubt")


def _official(scenario: Scenario) -> None:
    """Show the members' official figures as far as the data reaches."""
    own = cache.country().select(scenario.municipalities)
    tables = {
        "population": (own.population, "persons"),
        "tax_base": (own.tax_base, "kr"),
        "tax_rate": (own.tax_rate, "share"),
        "tax_revenue": (own.tax_revenue, "kr"),
    }
    options = [*tables, NATIONAL]
    chosen = widgets.local_choice(
        t("page.evidence.table"),
        options,
        {name: t(f"page.evidence.table.{name}") for name in options},
        key=f"official:{scenario.id}",
    )
    if chosen == NATIONAL:
        _national()
        return
    table, unit = tables[chosen]
    rows = {t("chart.member"): list(own.names)}
    for row, year in enumerate(table.years):
        rows[str(year)] = [
            figure_words(float(value), unit).removesuffix("\u00a0invånare")
            for value in table.values[row]
        ]
    st.table(rows, hide_index=True)
    st.caption(safe(origin_words(scenario, table.origin)))
    for year, note in table.notes.items():
        st.caption(safe(f"{year}: {note}"))


def _national() -> None:
    """Show the national series, each value with its vintage and standing."""
    series = load_series()
    chosen = widgets.local_choice(
        t("page.evidence.series"),
        series.names(),
        {name: t(f"page.evidence.series.{name}") for name in series.names()},
        key="series",
        kind="select",
    )
    rows: dict[str, list[str]] = {
        t(f"page.evidence.column.{name}"): []
        for name in ("year", "value", "vintage", "status", "note")
    }
    for (name, vintage, year), one in series.values.items():
        if name == chosen:
            cells = (
                str(year),
                plain(one.value, 2),
                vintage,
                t(f"page.evidence.status.{one.status}"),
                safe(one.note),
            )
            for column, cell in zip(rows.values(), cells, strict=True):
                column.append(cell)
    st.table(rows, hide_index=True)


def _sources(scenario: Scenario) -> None:
    for document in scenario.documents:
        count = sum(figure.origin.document == document.id for figure in scenario.figures.values())
        parts = [part for part in (document.publisher, str(document.year or "")) if part]
        line = (
            f"**{safe(document.title)}** ({safe(', '.join(parts))})"
            if parts
            else (f"**{safe(document.title)}**")
        )
        st.markdown(f"{line} – {tn('page.evidence.from_document', count)}")
        if document.note:
            st.caption(safe(document.note))
    st.markdown(t("page.evidence.official_sources"))


def _from_documents(scenario: Scenario) -> None:
    """Show targets, accounts, comparison bodies and boundary lists as the sources have them."""
    if scenario.targets:
        st.subheader(t("group.targets"), anchor=False)
        keys = [f"targets.{target.id}" for target in scenario.targets]
        st.table(panels.figure_table(scenario, keys, state.choices().changed()), hide_index=True)
    for account in scenario.accounts:
        _account(scenario, account)
    if scenario.bodies:
        st.subheader(t("group.bodies"), anchor=False)
        for body in scenario.bodies:
            st.markdown(f"**{safe(body.name)}** – {safe(body.members_note)}")
            keys = [key for key in scenario.figures if key.startswith(f"bodies.{body.id}.")]
            if keys:
                table = panels.figure_table(scenario, keys, state.choices().changed())
                st.table(table, hide_index=True)
    for boundary in scenario.boundary_lists:
        _boundary(scenario, boundary)


def _account(scenario: Scenario, account: Account) -> None:
    st.subheader(safe(account.name), anchor=False)
    rows = {t("page.evidence.line"): [safe(line.name) for line in account.lines]}
    for column, title in account.columns:
        keys = [f"accounts.{account.id}.{line.id}.{column}" for line in account.lines]
        rows[safe(title)] = [
            kronor(scenario.value(key)) if key in scenario.figures else "" for key in keys
        ]
    st.table(rows, hide_index=True)
    first = next(key for key in scenario.figures if key.startswith(f"accounts.{account.id}."))
    st.caption(safe(origin_words(scenario, scenario.figures[first].origin)))


def _boundary(scenario: Scenario, boundary: BoundaryList) -> None:
    st.subheader(safe(boundary.name), anchor=False)
    rows = {t("page.evidence.component"): [safe(item.component) for item in boundary.items]}
    for task, title in boundary.tasks:
        rows[safe(title)] = [
            t(f"responsible.{item.responsible.get(task, 'unsaid')}") for item in boundary.items
        ]
    if any(item.note for item in boundary.items):
        rows[t("page.evidence.note")] = [safe(item.note) for item in boundary.items]
    st.table(rows, hide_index=True)
    if boundary.origin:
        st.caption(safe(origin_words(scenario, boundary.origin)))
