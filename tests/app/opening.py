"""The app in memory: opened by a link, moved between its pages, read as words."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from urllib.parse import parse_qsl

from streamlit.testing.v1 import AppTest

from ui import link

ROOT = Path(__file__).parent.parent.parent
PAGES = (
    *("", "alternativ", "robusthet", "bedomare"),
    *("avgifter", "kommuner", "jamfor", "underlag"),
)
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
    """Return the query of the address that the app puts in the browser, but for the edition."""
    (shell,) = (part for _, part in _drawn(app) if "query" in part)
    return {key: value for key, value in parse_qsl(shell["query"]) if key != link.EDITION}


def live(app: AppTest) -> dict | None:
    """Return what the page's live panel shows; None on a page without one."""
    return next((part for _, part in _drawn(app) if part.get("tabs")), None)


def sliders(app: AppTest) -> dict[str, dict]:
    """Return the live panel's sliders by figure key."""
    groups = [group for tab in live(app)["tabs"] for group in tab["groups"]]
    return {one["key"]: one for group in groups for one in _moved_in(group)}


def _moved_in(group: dict) -> list[dict]:
    return group.get("sliders", []) + group.get("more", [])


_MESSAGES = count(1)


def slide(app: AppTest, values: Mapping[str, float], *, gesture: str = "", act=None) -> AppTest:
    """Move sliders of the live panel as the hand does, until it rests; the whole page follows."""
    number = next(_MESSAGES)
    said = {
        "seq": number,
        "gesture": gesture or str(number),
        "values": dict(values),
        "settled": True,
        "acts": [act] if act else [],
    }
    widget = next(proto.id for proto, part in _drawn(app) if part.get("tabs"))
    states = app._tree.get_widget_states()
    states.widgets.add(id=widget, json_value=json.dumps({"said": said}))
    # AppTest has no way to speak for a component of our own: its state is sent as the browser does.
    return app._run(states)


def _drawn(app: AppTest) -> Iterator[tuple[object, dict]]:
    """Give each component of ours on the page and what it was told to show."""
    for one in app.get("bidi_component"):
        yield one.proto, json.loads(one.proto.json)


def _told(app: AppTest) -> Iterator[str]:
    """Give what a reader sees in our components: answers, notes and the pictures' words."""
    for _, part in _drawn(app):
        yield from part.get("answer", ())
        yield from (note["words"] for note in part.get("notes", ()))
        for picture in part.get("pictures", ()):
            yield from (picture[name] for name in ("title", "subtitle", "alt", "note", "source"))


def words(app: AppTest, *, labels: bool = True) -> str:
    """Return what a reader sees beside the pictures, one piece a line.

    Args:
        labels: With the sliders' own labels, which repeat their values.
    """
    pieces = [*_told(app), *(str(one.value) for kind in _READ for one in app.main.get(kind))]
    pieces += [f"{one.label}: {one.value}" for one in app.main.get("metric")]
    pieces += [one.value.to_string() for one in app.main.get("table")]
    if labels:
        pieces += [one.label for one in app.main.get("slider")]
        if live(app):
            pieces += [f"{one['label']}: {one['said']}" for one in sliders(app).values()]
    return unescaped("\n".join(pieces))


def sidebar(app: AppTest) -> str:
    """Return what the sidebar says."""
    return unescaped("\n".join(str(e.value) for k in _READ for e in app.sidebar.get(k)))


def warnings(app: AppTest) -> str:
    """Return the warnings on the page."""
    said = [note["words"] for note in (live(app) or {}).get("notes", ()) if note["kind"] != "info"]
    return unescaped("\n".join([*said, *(one.value for one in app.main.warning)]))


def errors(app: AppTest) -> list[str]:
    """Return the errors on the page; a trace is one too."""
    return [*(one.value for one in app.error), *(one.message for one in app.exception)]


def unescaped(markdown: str) -> str:
    """Return Markdown text as it is shown."""
    return _ESCAPED.sub(r"\1", _BOLD.sub("", markdown)).replace("\u00a0", " ")


def of_kind(app, kind, start):
    """Return the widgets of a kind whose key begins so."""
    return [one for one in app.get(kind) if (one.key or "").startswith(start)]
