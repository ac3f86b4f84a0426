"""The live panel: what it shows, as data for the browser, and what it hears from the hand.

While a slider moves only the panel's own fragment runs; when the hand rests the whole page does.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from model.errors import ModelError
from report.chart import Chart
from report.drawing import drawing
from text import t
from ui import state
from ui.live import guess, mount
from ui.live.guess import Guess

Layout = str
"""``beside``: sliders left of the picture; ``above``: in a row over the pictures."""


@dataclass(frozen=True, slots=True)
class Slider:
    """One number to move.

    Attributes:
        key: The figure's key.
        value: In force; None where nothing is judged.
        stated: The file's value, marked on the track; None where the file has none.
        said: The value in words; ``read``: where it is read aloud in other words.
        stated_said: The file's value in words, where the slider has left it.
        note: What the value means or where it comes from, below the slider.
        help: What the number is, on hover.
        colour: On light and on dark, where the picture shows what is moved by a colour.
    """

    key: str
    label: str
    value: float | None
    low: float
    high: float
    step: float
    stated: float | None
    said: str
    changed: bool = False
    read: str = ""
    stated_said: str = ""
    note: str = ""
    help: str = ""
    colour: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Sliders under one heading.

    Attributes:
        more: Sliders that are folded away, under the words ``more_words``.
        prefix: Of the figures that the group's reset takes back; empty for no reset.
    """

    id: str
    title: str
    sliders: tuple[Slider, ...]
    help: str = ""
    more: tuple[Slider, ...] = ()
    more_words: str = ""
    prefix: str = ""
    reset_words: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of groups.

    Attributes:
        choose: With words here one group at a time is shown, chosen under them.
        presets: (id, words) of sets of weights to try; empty for none.
        preset: Id of the set in force; empty where the sliders are at none of them.
    """

    id: str
    words: str
    groups: tuple[Group, ...]
    choose: str = ""
    presets: tuple[tuple[str, str], ...] = ()
    preset: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence under the answer: ``warning``, ``doubt`` or ``info``."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What the panel shows.

    Attributes:
        answer: Sentences at the top, the most important first.
        leader: (id, words) of the one that leads; a change is told at once. None without one.
        pictures: One or two charts.
        said: How many of the pictures, from the first, have their finding said by the answer.
        wall: True where the panel can be put on the wall.
        guess: What a group may guess at the wall before a slider is moved.
    """

    answer: tuple[str, ...]
    pictures: tuple[Chart, ...]
    tabs: tuple[Tab, ...] = ()
    notes: tuple[Note, ...] = ()
    leader: tuple[str, str] | None = None
    layout: Layout = "beside"
    said: int = 1
    wall: bool = False
    guess: Guess | None = None


@st.fragment
def live(name: str, compose: Callable[[], Panel]) -> None:
    """Show a live panel.

    Args:
        name: Key of the panel on its page and in its investigation.
        compose: Gives the panel from the state as it is now; called again at each move.
    """
    heard = st.session_state.pop(_HEARD, None)
    if heard == "settled":
        st.rerun()
    try:
        panel = compose()
    except ModelError:
        if heard is None:
            raise
        st.rerun()  # the page says what went wrong, with the way back
    except Exception:
        if heard is None:
            raise
        logging.getLogger("vagval").exception("live panel failed")
        st.rerun()
    widget = f"live:{name}"
    said = st.session_state.get(widget) or {}
    _component()(
        key=widget,
        data=_as_data(panel) | {"seq": _number(said.get("said"), "seq")},
        on_said_change=partial(_hear, widget, state.session().scenario),
    )


def pictures(name: str, charts: Sequence[Chart]) -> None:
    """Show charts that follow nothing: drawn as in the panel, without sliders."""
    panel = Panel(answer=(), pictures=tuple(charts), said=0)
    _component()(key=f"picture:{name}", data=_as_data(panel) | {"seq": 0})


def _component() -> Callable[..., object]:
    return mount("live", "main.js", "style.css")


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


def _hear(widget: str, scenario: str) -> None:
    """Take in what the hand did. What is not understood is left out: the state stands."""
    said = (st.session_state.get(widget) or {}).get("said")
    if not isinstance(said, Mapping) or scenario != state.session().scenario:
        return
    values = said.get("values")
    if isinstance(values, Mapping) and values:
        numbers = {str(key): value for key, value in values.items() if _is_number(value)}
        state.move(numbers, str(said.get("gesture", "")))
    action = said.get("act")
    if isinstance(action, Mapping):
        _act(action)
    st.session_state[_HEARD] = "settled" if said.get("settled") else "moved"


def _act(action: Mapping[str, object]) -> None:
    """Do what a button in the panel asks for."""
    match action:
        case {"kind": "reset", "prefix": str(prefix)} if prefix:
            state.reset(prefix)
        case {"kind": "reset_one", "key": str(key)} if key in state.loaded().scenario.figures:
            stated = state.loaded().scenario.value(key)
            state.update(state.choices().with_value(key, stated, stated), "reset")
        case {"kind": "preset", "id": "filens-vikter"}:
            state.reset("weights.")
        case {"kind": "preset", "id": str(preset)}:
            state.apply_preset(preset)
        case {"kind": "wall"}:
            state.set_wall(not state.wall())
        case {"kind": "guess", "question": str(question), "id": str(answer)}:
            guess.note(question, answer)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _number(said: object, name: str) -> int:
    value = said.get(name) if isinstance(said, Mapping) else None
    return value if isinstance(value, int) else 0


def _as_data(panel: Panel) -> dict[str, object]:
    return {
        "answer": list(panel.answer),
        "notes": [_fields(note) for note in panel.notes],
        "leader": {"id": panel.leader[0], "words": panel.leader[1]} if panel.leader else None,
        "tabs": [_fields(tab) for tab in panel.tabs],
        "pictures": [drawing(chart) for chart in panel.pictures],
        "layout": panel.layout,
        "said": panel.said,
        "toolbar": panel.wall,
        "wall": panel.wall and state.wall(),
        "guess": guess.as_data(panel.guess) if panel.guess and state.wall() else None,
        "words": {name: t(f"live.{name}") for name in _WORDS},
    }


def _fields(part: object) -> object:
    """Return nested parts as plain data, without what is empty: it travels at each move.

    ``dataclasses.asdict`` copies deeply and costs more.
    """
    if isinstance(part, tuple):
        return [_fields(one) for one in part]
    if not hasattr(part, "__slots__"):
        return part
    found = ((name, getattr(part, name)) for name in part.__slots__)
    return {name: _fields(value) for name, value in found if not _is_empty(value)}


def _is_empty(value: object) -> bool:
    """Tell whether the browser's default says the same; a zero is a number, and None is told."""
    return value is False or (isinstance(value, str | tuple) and not value)
