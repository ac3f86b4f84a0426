"""The app in memory: opened by a link, moved between its pages, read as words."""

import re
from collections.abc import Mapping
from pathlib import Path

from streamlit.testing.v1 import AppTest

from model.choices import Choices
from ui import cache, link

ROOT = Path(__file__).parent.parent.parent
PAGES = ("", "alternativ", "avgifter", "kommuner", "underlag")
SCENARIOS = tuple(sorted(path.stem for path in (ROOT / "scenarios").glob("*.yaml")))
_READ = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error")
_ESCAPED = re.compile(r"\\(.)")
_BOLD = re.compile(r"(?<!\\)\*\*")


def opened(page: str = "", query: Mapping[str, str] | None = None) -> AppTest:
    """Open the app by a link, on a page."""
    app = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    for key, value in (query or {}).items():
        app.query_params[key] = value
    app.run()
    return go(app, page) if page else app


def go(app: AppTest, page: str) -> AppTest:
    """Open another page by its address.

    ``AppTest.switch_page`` takes files only and our pages are functions, so the page is asked for
    as the browser does: by its hash.
    """
    pages = app._registered_pages.items()
    app._page_hash = next(key for key, known in pages if known["url_pathname"] == page)
    return app.run()


def address(app: AppTest) -> dict[str, str]:
    """Return the query of the address that the app puts in the browser."""
    session = app.session_state["vagval"]
    scenario = cache.scenarios()[0][session.scenario].scenario
    choices = session.choices.get(session.scenario, Choices())
    return link.encode(scenario, choices, session.municipality.get(session.scenario, ""))


def words(app: AppTest, *, labels: bool = True) -> str:
    """Return what a reader sees beside the pictures, one piece a line.

    Args:
        labels: With the sliders' own labels, which repeat their values.
    """
    pieces = [str(one.value) for kind in _READ for one in app.main.get(kind)]
    pieces += [f"{one.label}: {one.value}" for one in app.main.get("metric")]
    pieces += [one.value.to_string() for one in app.main.get("table")]
    if labels:
        pieces += [one.label for one in app.main.get("slider")]
    return unescaped("\n".join(pieces))


def sidebar(app: AppTest) -> str:
    """Return what the sidebar says."""
    return unescaped("\n".join(str(e.value) for k in _READ for e in app.sidebar.get(k)))


def warnings(app: AppTest) -> str:
    """Return the warnings on the page."""
    return unescaped("\n".join(one.value for one in app.main.warning))


def errors(app: AppTest) -> list[str]:
    """Return the errors on the page; a trace is one too."""
    return [*(one.value for one in app.error), *(one.message for one in app.exception)]


def unescaped(markdown: str) -> str:
    """Return Markdown text as it is shown."""
    return _ESCAPED.sub(r"\1", _BOLD.sub("", markdown)).replace("\u00a0", " ")


def of_kind(app, kind, start):
    """Return the widgets of a kind whose key begins so."""
    return [one for one in app.get(kind) if (one.key or "").startswith(start)]
