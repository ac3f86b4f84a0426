"""Parts that several pages show: the heading, a chart with its files, what has been changed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import streamlit as st

from model.plausibility import Finding
from model.scenario import Scenario
from report import sentences
from report.changes import step_words
from report.chart import Chart
from report.files import file_name
from report.names import figure_name, model_names, origin_words, value_words
from report.table import csv_bytes, table
from report.vector import png, svg
from text import t, tn
from text.numbers import figure as figure_words
from ui import cache, state
from ui.live.show import pictures
from ui.state import Step
from ui.words import safe

MOST_STEPS = 12
"""Steps of the history that are listed; undo reaches further."""


def heading(scenario: Scenario, title: str) -> None:
    """Show which question the page answers, in which investigation."""
    st.title(title, anchor=False)
    st.caption(safe(scenario.title))


def answer(lines: Iterable[str]) -> None:
    """Show the page's answer as large sentences at its top."""
    with st.container(key="answer"):
        for line in lines:
            if line:
                st.markdown(safe(line))


def chart(picture: Chart, key: str) -> None:
    """Show a chart, and behind it its table, the files it can be saved as and a way to explore it.

    Plotly is loaded only where a reader asks to explore: it is larger than all the rest together.
    """
    pictures(key, (picture,))
    behind(lambda: picture, key)


def behind(make: Callable[[], Chart], key: str, what: str = "") -> None:
    """Show what lies behind a picture: the files to save, the table, and the picture to explore.

    Args:
        make: Gives the picture; called only where a reader looks behind it.
        what: Which picture it is, where that does not go without saying.
    """
    panel = st.expander(
        t("panel.behind_what", what=what) if what else t("panel.behind"),
        key=f"behind:{key}",
        on_change="rerun",
        icon=":material/table_view:",
    )
    if not panel.open:
        return
    with panel:
        picture = make()
        _files(picture, key)
        st.table(table(picture), hide_index=True)
        if st.toggle(t("panel.explore"), key=f"explore:{key}"):
            _explore(picture, key)


def _explore(picture: Chart, key: str) -> None:
    from report.plotly_figure import config, plotly_figure

    st.plotly_chart(
        plotly_figure(picture, words=False),
        key=f"chart:{key}",
        config=config(),
        theme=None,
        width="stretch",
        alt=picture.description,
    )


def _files(picture: Chart, key: str) -> None:
    scenario, today = state.loaded().scenario.id, date.today()
    row = st.container(horizontal=True)
    files = (
        ("png", "image/png", lambda: png(picture)),
        ("svg", "image/svg+xml", lambda: svg(picture).encode("utf-8")),
        ("csv", "text/csv", lambda: csv_bytes(picture, today)),
    )
    for extension, kind, made in files:
        row.download_button(
            t(f"panel.save.{extension}"),
            data=made,
            file_name=file_name(scenario, picture.id, extension, today),
            mime=kind,
            key=f"save:{key}:{extension}",
            on_click="ignore",
            icon=":material/download:",
        )


def folded(label: str, icon: str, draw: Callable[[], None]) -> None:
    """Show a part of the page under its text key's words, drawn only where a reader unfolds it."""
    part = st.expander(t(label), key=f"folded:{label}", on_change="rerun", icon=icon)
    if part.open:
        with part:
            draw()


def changes(scenario: Scenario) -> None:
    """Show what has been changed from the file and in which order, and the ways back."""
    changed = state.choices().changed()
    if not state.differences():
        st.caption(t("panel.unchanged"))
    elif changed:
        with st.expander(tn("panel.changed", len(changed)), icon=":material/edit:"):
            _differences(scenario, changed)
    _steps(scenario, state.history())


def _differences(scenario: Scenario, changed: Mapping[str, float]) -> None:
    for key, value in changed.items():
        stated = scenario.figures[key]
        line = t(
            "panel.change",
            name=figure_name(scenario, key, cache.names()),
            old=value_words(stated, stated.value),
            new=value_words(stated, value),
        )
        st.markdown(safe(line))
    st.button(
        t("panel.reset"), key="reset-all", on_click=state.reset, icon=":material/restart_alt:"
    )


def _steps(scenario: Scenario, steps: Sequence[Step]) -> None:
    """List the steps taken, the newest first, each with a way back to before it."""
    if not steps:
        return
    panel = st.expander(
        tn("history.steps", len(steps)),
        key="history",
        on_change="rerun",
        icon=":material/history:",
    )
    if not panel.open:
        return
    with panel:
        for place in range(len(steps) - 1, max(-1, len(steps) - 1 - MOST_STEPS), -1):
            row = st.container(horizontal=True, vertical_alignment="center")
            row.markdown(safe(step_line(scenario, steps[place])), width="content")
            row.button(
                t("history.back"),
                key=f"back:{place}",
                on_click=state.step_back_to,
                args=(place,),
                icon=":material/undo:",
                type="tertiary",
            )


def step_line(scenario: Scenario, step: Step) -> str:
    """Return a step of the history in words."""
    return step_words(scenario, step.before, step.after, step.cause, cache.names())


def assumptions(scenario: Scenario, used: Sequence[str], key: str) -> None:
    """List the figures that a result rests on, with origin; changed ones with both values."""
    changed = state.choices().changed()
    panel = st.expander(
        tn("panel.assumptions", len(used)),
        key=f"assumptions:{key}",
        on_change="rerun",
        icon=":material/fact_check:",
    )
    if panel.open:
        with panel:
            st.table(figure_table(scenario, used, changed), hide_index=True)


def figure_table(
    scenario: Scenario, keys: Iterable[str], changed: dict[str, float]
) -> dict[str, list[str]]:
    """Return figures as a table of words: name, value, the file's value if changed, origin."""
    rows: dict[str, list[str]] = {
        t(f"table.{column}"): [] for column in ("name", "value", "range", "stated", "origin")
    }
    columns = list(rows.values())
    for key in keys:
        figure = scenario.figures[key]
        value = changed.get(key, figure.value)
        span = ""
        if figure.low is not None:
            low, high = (figure_words(end, figure.unit) for end in (figure.low, figure.high))
            span = t("table.span", low=low, high=high)
        cells = (
            figure_name(scenario, key, cache.names()),
            value_words(figure, value),
            span,
            value_words(figure, figure.value) if key in changed else "",
            origin_words(scenario, figure.origin),
        )
        for column, cell in zip(columns, cells, strict=True):
            column.append(safe(cell))
    always = (t("table.name"), t("table.value"), t("table.origin"))
    return {name: cells for name, cells in rows.items() if name in always or any(cells)}


def doubts(scenario: Scenario, found: Iterable[Finding]) -> list[str]:
    """Return figures that contradict each other, in words."""
    return [_worded(scenario, one) for one in found if one.severity == "doubt"]


def notes(scenario: Scenario, found: Iterable[Finding]) -> None:
    """Show what to keep in mind, as a quiet list."""
    lines = [f"- {safe(_worded(scenario, one))}" for one in found if one.severity == "note"]
    if lines:
        st.caption("\n".join((f"**{t('page.fees.notes')}**\n", *lines)))


def _worded(scenario: Scenario, finding: Finding) -> str:
    model = model_names(scenario)[finding.model]
    return f"{model}: {sentences.finding(scenario, finding, cache.names())}"
