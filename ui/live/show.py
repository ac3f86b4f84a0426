"""Put a live panel on a page, and hear what the hand does.

While a slider moves the browser asks ``answer`` for the panel; when the hand rests the choices
come here and the whole page follows. Where the browser cannot ask, each move comes here.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from model.errors import ModelError
from model.presets import WEIGHT_KEYS
from report.chart import Chart
from text import t
from ui import link, state
from ui.live import guess, mount
from ui.live.panel import Panel, as_data
from ui.live.view import View
from ui.live.weights import FILE_WEIGHTS

Compose = Callable[[View], Panel]

_HEARD = "live:heard"
_WORDS = (
    "new_leader",
    "restore",
    "presets",
    "own_weights",
    "wall",
    "leave_wall",
    "fold",
    "unfold",
    "guess_first",
    "guess_again",
)


def view(subject: str = "") -> View:
    """Return what this session looks at, as panels are made from it."""
    return View(state.loaded(), state.choices(), subject, last_preset=state.last_preset())


@st.fragment
def live(name: str, compose: Compose, subject: str = "") -> None:
    """Show a live panel.

    Args:
        name: The panel's name in ``ui.live.answer``.
        compose: Gives the panel.
        subject: What of the investigation it is about, such as a municipality's code.
    """
    heard = st.session_state.pop(_HEARD, None)
    if heard == "settled":
        st.rerun()
    now = view(subject)
    try:
        panel = compose(now)
    except Exception as error:
        if heard is None:
            raise
        if not isinstance(error, ModelError):
            logging.getLogger("vagval").exception("live panel failed")
        st.rerun()  # the page says what went wrong, with the way back
    widget = ":".join(("live", name, now.scenario.id, subject))
    _component()(
        key=widget,
        data=_data(panel, name, now, widget),
        on_said_change=partial(_hear, widget, now.scenario.id),
    )


def _data(panel: Panel, name: str, now: View, widget: str) -> dict[str, object]:
    """Return the panel with what this session adds, and how to ask for it at the next move."""
    shown = as_data(panel)
    chosen = link.encode(now.scenario, now.choices, "")
    wall = panel.wall and state.wall()
    asked = panel.guess if wall else None
    return shown | {
        "seq": _answered(widget),
        "ask": {
            "panel": name,
            "subject": now.subject,
            "preset": now.last_preset,
            "state": urlencode(chosen),
        },
        "wall": wall,
        "guess": shown["guess"] | guess.noted(asked.question) if asked else None,
        "words": {word: t(f"live.{word}") for word in _WORDS},
    }


def pictures(name: str, charts: Sequence[Chart]) -> None:
    """Show charts that follow nothing: drawn as in the panel, without sliders."""
    panel = Panel(answer=(), pictures=tuple(charts), said=0)
    _component()(key=f"picture:{name}", data=as_data(panel))


def _component() -> Callable[..., object]:
    return mount("live", "main.js", "style.css")


def _hear(widget: str, scenario: str) -> None:
    """Take in what the hand did. What is not understood is left out: the state stands."""
    said = _said(widget)
    if not said or scenario != state.session().scenario:
        return
    values = said.get("values")
    if isinstance(values, Mapping) and values:
        state.move(values, str(said.get("gesture", "")))
    actions = said.get("acts")
    for action in actions if isinstance(actions, list) else ():
        _act(action)
    st.session_state[_HEARD] = "settled" if said.get("settled") else "moved"


def _act(action: object) -> None:
    """Do what a button in the panel asks for."""
    match action:
        case {"kind": "reset", "prefix": str(prefix)} if prefix:
            state.reset(prefix)
        case {"kind": "reset", "keys": list(keys)}:
            state.reset_figures(keys)
        case {"kind": "reset_one", "key": str(key)}:
            state.reset_figures([key])
        case {"kind": "preset", "id": preset} if preset == FILE_WEIGHTS:
            state.reset(WEIGHT_KEYS)
        case {"kind": "preset", "id": str(preset)}:
            state.apply_preset(preset)
        case {"kind": "wall", "on": bool(on)}:
            state.set_wall(on)
        case {"kind": "guess", "question": str(question), "id": str(answer)}:
            guess.note(question, answer)


def _said(widget: str) -> Mapping[str, object]:
    """Return the hand's latest message; empty for none."""
    said = (st.session_state.get(widget) or {}).get("said")
    return said if isinstance(said, Mapping) else {}


def _answered(widget: str) -> int:
    """Return the number of the message that this run answers; 0 for none."""
    number = _said(widget).get("seq")
    return number if isinstance(number, int) else 0
