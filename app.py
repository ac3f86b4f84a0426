"""Vägval in the browser: settings, navigation, and the one place that words what went wrong."""

import gc
import logging
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from loading.data_tables import DataError
from loading.problems import Problem, message
from model.errors import ModelError
from report.errors import error_words
from text import t, tn
from ui import cache, look, panels, state, widgets
from ui.live import answer
from ui.pages import (
    alternatives,
    assessors,
    compare,
    evidence,
    fees,
    municipalities,
    overview,
    robustness,
)
from ui.words import label_text, safe

ICON = Path(__file__).parent / "ui" / "icon.svg"
PAGES = (
    (overview, "overview", "", ":material/home:"),
    (alternatives, "alternatives", "alternativ", ":material/balance:"),
    (robustness, "robustness", "robusthet", ":material/verified:"),
    (assessors, "assessors", "bedomare", ":material/groups:"),
    (fees, "fees", "avgifter", ":material/payments:"),
    (municipalities, "municipalities", "kommuner", ":material/location_city:"),
    (compare, "compare", "jamfor", ":material/compare_arrows:"),
    (evidence, "evidence", "underlag", ":material/fact_check:"),
)
# Pages with a live panel: those that can be put on the wall.
LIVE = {
    path
    for module, _, path, _ in PAGES
    if module in (overview, alternatives, robustness, assessors, fees)
}


@st.cache_resource(show_spinner=False)
def warm() -> None:
    """Load what the pages need and take it out of the garbage collector's way.

    Streamlit collects garbage after every run; walking pandas, scipy and Plotly takes about 100 ms
    (docs/decisions/0001-streamlit-settings.md).
    """
    cache.country()
    cache.scenarios()
    gc.collect()
    gc.freeze()


def main() -> None:
    """Draw the page in view."""
    st.set_page_config(
        page_title=t("app.title"),
        page_icon=str(ICON),
        layout="wide",
        initial_sidebar_state=250,
    )
    look.apply()
    pages = [
        st.Page(
            _guarded(module.render),
            title=t(f"page.{name}.title"),
            icon=icon,
            url_path=path or None,
            default=not path,
        )
        for module, name, path, icon in PAGES
    ]
    page = st.navigation(pages)
    try:
        warm()
        found, problems = cache.scenarios()
    except DataError as error:
        st.error(safe(str(error)))
        return
    if not found:
        st.error(t("app.no_scenarios"))
        _problems(problems)
        return
    state.start()
    with st.sidebar:
        _choose(found)
        _problems(problems)
    look.title(page.title)
    look.address(state.link_query(), page.url_path)
    if state.wall() and page.url_path in LIVE:
        look.wall()
    _link_trouble()
    page.run()


def _guarded(render: Callable[[], None]) -> Callable[[], None]:
    """Return a page that says what went wrong in a sentence, keeps the choices and stays up."""

    def page() -> None:
        try:
            render()
        except ModelError as error:
            scenario = state.loaded().scenario
            st.error(safe(error_words(error, scenario, cache.names())))
            st.button(t("panel.reset"), key="reset-after-error", on_click=state.reset_all)
        except Exception:
            logging.getLogger("vagval").exception("page failed")
            st.error(t("app.failed"))
            st.button(t("panel.reset"), key="reset-after-error", on_click=state.reset_all)

    page.__name__ = render.__module__.rsplit(".", 1)[1]
    return page


def _choose(found: dict[str, cache.Loaded]) -> None:
    widgets.choice(
        t("app.scenario"),
        list(found),
        state.loaded().scenario.id,
        {name: loaded.scenario.short for name, loaded in found.items()},
        state.choose_scenario,
        key="scenario",
    )
    _ways_back()
    st.caption(t("app.link"))
    look.theme_choice()


def _ways_back() -> None:
    """Show undo, redo and reset, and how much differs from the file."""
    differing = state.differences()
    st.caption(tn("app.differs", differing) if differing else t("app.as_filed"))
    st.button(
        t("history.undo"),
        on_click=state.undo,
        disabled=not state.can_undo(),
        help=_undoes(),
        icon=":material/undo:",
        shortcut="Ctrl+Z",
        width="stretch",
    )
    st.button(
        t("history.redo"),
        on_click=state.redo,
        disabled=not state.can_redo(),
        icon=":material/redo:",
        shortcut="Ctrl+Y",
        width="stretch",
    )
    st.button(
        t("app.reset"),
        on_click=state.reset_all,
        disabled=not differing,
        icon=":material/restart_alt:",
        width="stretch",
    )


def _undoes() -> str | None:
    """Say what undo takes back."""
    steps = state.history()
    if not steps:
        return None
    words = panels.step_line(state.loaded().scenario, steps[-1])
    return label_text(t("history.undo_help", what=words))


def _problems(problems: tuple[Problem, ...]) -> None:
    if not problems:
        return
    st.warning(tn("app.bad_files", len({problem.file for problem in problems})))
    with st.expander(tn("app.problems", len(problems))):
        for problem in problems:
            st.markdown(safe(message(problem)))


def _link_trouble() -> None:
    """Say what in the opened link could not be used or has changed, until something is chosen."""
    for what in state.session().outdated:
        st.info(t(f"app.outdated.{what}"))
    refused = state.session().refused
    if refused:
        st.warning(t("app.refused", parts=safe(", ".join(part[:60] for part in refused[:5]))))


# The server imports this file for the app with its route; each run of a page executes it.
if get_script_run_ctx(suppress_warning=True) is None:
    app = st.App(__file__, routes=[answer.route()])
else:
    main()
