"""What Streamlit's theme and settings cannot say: the look, the address, Swedish for its words."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from secrets import token_hex
from urllib.parse import quote, urlencode

import streamlit as st

from text import t
from ui import live

_FOLDER = Path(__file__).parent
_VISIT = "vagval-visit"
THEMES = (
    ("System", "shell.theme.system"),
    ("Light", "shell.theme.light"),
    ("Dark", "shell.theme.dark"),
)
"""Streamlit's name of each theme, and the key of ours."""

ENGLISH = {
    "Skip to main content": "shell.skip",
    "Sidebar": "shell.sidebar",
    "Collapse sidebar": "shell.collapse_sidebar",
    "Expand sidebar": "shell.expand_sidebar",
    "App pages": "shell.pages",
    "Open": "shell.open",
    "Close": "shell.close",
    "Dismiss": "shell.close",
    "Help": "shell.help",
    "Help for *": "shell.help_for",
    "* — start": "shell.slider_start",
    "* — end": "shell.slider_end",
    "No results": "shell.no_results",
    "Select all": "shell.select_all",
    "Selected values": "shell.selected",
    "Clear all": "shell.clear",
    "Clear value": "shell.clear",
    "Clear entry": "shell.clear",
    "Remove *": "shell.remove",
    "Increment": "shell.increment",
    "Decrement": "shell.decrement",
    "Press Enter to apply": "shell.enter_to_apply",
    "Press Enter to submit form": "shell.enter_to_apply",
    "Scrollable table": "shell.scrollable_table",
    "Scroll tabs left": "shell.tabs_left",
    "Scroll tabs right": "shell.tabs_right",
    "Fullscreen": "shell.fullscreen",
    "Close fullscreen": "shell.close_fullscreen",
    "Notifications": "shell.notifications",
    "view more": "shell.view_more",
    "view less": "shell.view_less",
    "Running...": "shell.running",
    "Stop script": "shell.stop",
    "Shortcut *": "shell.shortcut",
    "Page not found": "shell.page_not_found",
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "shell.page_not_found_why"
    ),
    "* options available.": "shell.options",
    "* option available.": "shell.option",
    "*, selected": "shell.option_chosen",
    "Select * matches": "shell.select_matches",
}
"""What Streamlit writes or reads aloud on its own on our pages; ``*`` is any text."""


def apply() -> None:
    """Put the look on the page, make its shell Swedish and watch the connection."""
    st.html(_FOLDER / "look.css")
    _page(key="page", data=_shell())


def address(query: Mapping[str, str], page: str) -> None:
    """Put the state's link on the page.

    ``st.query_params`` adds a step to the browser's history for each slider move, so that the back
    button leads nowhere. Here the address is replaced.

    Args:
        query: What the address says of the state.
        page: The page in view; a new page has a bare address until this is drawn again.
    """
    visit = st.session_state.setdefault(_VISIT, token_hex(8))
    words = urlencode(query, quote_via=quote, safe="~;")
    _page(key="address", data={"query": words, "page": page, "visit": visit})


def title(name: str) -> None:
    """Name the browser's tab after the page in view."""
    st.set_page_config(page_title=f"{name} – {t('app.title')}")


def theme_choice() -> None:
    """Let the reader choose light or dark; the computer's own preference holds until then."""
    choices = [[theme, t(key)] for theme, key in THEMES]
    data = {"label": t("shell.theme"), "choices": choices}
    live.mount("theme", "theme.js", "theme.css")(key="theme", data=data)


def wall() -> None:
    """Leave nothing but the page itself in the window."""
    st.html(_FOLDER / "wall.css")


def _page(key: str, data: Mapping[str, object]) -> None:
    part = live.mount("page", "page.js")
    part(key=key, data=data, on_returned_change=_come_back)


def _come_back() -> None:
    """Draw the page again after a lost connection; that it runs at all is what is wanted."""


@lru_cache(maxsize=1)
def _shell() -> dict[str, object]:
    return {
        "words": {english: t(key) for english, key in ENGLISH.items()},
        "table": t("shell.scrollable_table"),
        "connection": {"lost": t("shell.connection.lost"), "back": t("shell.connection.back")},
    }
