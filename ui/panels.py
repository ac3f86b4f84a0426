"""Parts that several pages show: the heading, a chart with its files, what has been changed."""

from collections.abc import Iterable, Sequence
from datetime import date

import streamlit as st

from model.evaluate import FeesResult
from model.plausibility import Finding
from model.scenario import Scenario
from report import sentences
from report.chart import Chart
from report.files import file_name
from report.names import figure_name, model_names, origin_words
from report.plotly_figure import PAGE, config, plotly_figure
from report.table import csv_bytes, table
from report.vector import png, svg
from text import t, tn
from text.numbers import figure as figure_words
from ui import cache, state
from ui.words import safe

HALF = 430
"""Width [px] of half a page at 1366 px."""


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


def chart(picture: Chart, key: str, *, width: int = PAGE, said: bool = False) -> None:
    """Show a chart, the table behind it and the files it can be saved as.

    Its words stand on the page, where they wrap and are read aloud; files have them inside.

    Args:
        width: Least width [px] that the picture gets.
        said: True where the page's answer has already said the finding.
    """
    with st.container(gap="xsmall"):
        if not said:
            st.markdown(f"**{safe(picture.title)}**")
        st.caption(safe(picture.subtitle))
        st.plotly_chart(
            plotly_figure(picture, width=width, words=False),
            key=f"chart:{key}",
            config=config(),
            theme=None,
            width="stretch",
            alt=picture.alt,
        )
        source = t("chart.source", source=picture.source) if picture.source else ""
        st.caption(safe(" ".join(part for part in (picture.note, source) if part)))
    behind = st.expander(
        t("panel.behind"), key=f"behind:{key}", on_change="rerun", icon=":material/table_view:"
    )
    if behind.open:
        with behind:
            _files(picture, key)
            st.table(table(picture), hide_index=True)


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


def other_members(scenario: Scenario, fees: FeesResult | None) -> None:
    """Say so where fees are counted on other municipalities than the investigation's."""
    if fees is None:
        return
    words = sentences.other_members(scenario, fees, cache.names())
    if words:
        st.info(safe(words), icon=":material/groups:")


def changes(scenario: Scenario) -> None:
    """Show what has been changed from the file, and the way back."""
    changed = state.choices().changed()
    if not changed:
        st.caption(t("panel.unchanged"))
        return
    with st.expander(tn("panel.changed", len(changed)), icon=":material/edit:"):
        for key, value in changed.items():
            stated = scenario.figures[key]
            line = t(
                "panel.change",
                name=figure_name(scenario, key, cache.names()),
                old=figure_words(stated.value, stated.unit),
                new=figure_words(value, stated.unit),
            )
            st.markdown(safe(line))
        st.button(
            t("panel.reset"), key="reset-all", on_click=state.reset, icon=":material/restart_alt:"
        )


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
            figure_words(value, figure.unit),
            span,
            figure_words(figure.value, figure.unit) if key in changed else "",
            origin_words(scenario, figure.origin),
        )
        for column, cell in zip(columns, cells, strict=True):
            column.append(safe(cell))
    always = (t("table.name"), t("table.value"), t("table.origin"))
    return {name: cells for name, cells in rows.items() if name in always or any(cells)}


def doubts(scenario: Scenario, found: Iterable[Finding]) -> None:
    """Show figures that contradict each other, as warnings."""
    for one in found:
        if one.severity == "doubt":
            st.warning(_worded(scenario, one), icon=":material/report:")


def notes(scenario: Scenario, found: Iterable[Finding]) -> None:
    """Show what to keep in mind, as a quiet list."""
    lines = [f"- {_worded(scenario, one)}" for one in found if one.severity == "note"]
    if lines:
        st.caption("\n".join((f"**{t('page.fees.notes')}**\n", *lines)))


def _worded(scenario: Scenario, finding: Finding) -> str:
    model = model_names(scenario)[finding.model]
    return safe(f"{model}: {sentences.finding(scenario, finding, cache.names())}")
