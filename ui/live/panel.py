"""The live panel: what it shows, as data for the browser."""

from dataclasses import dataclass
from typing import Literal

from report.chart import Chart
from report.drawing import drawing

Layout = Literal["beside", "above"]
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
        prefix: Of the figures that the group's reset takes back; empty for those of its sliders.
        reset_words: On the reset; empty for none.
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
    """A sentence under the answer."""

    kind: Literal["warning", "doubt", "info"]
    words: str


@dataclass(frozen=True, slots=True)
class Guess:
    """A question that the picture answers.

    Attributes:
        question: Its id, one per panel and investigation.
        words: The question.
        options: (id, words) to choose among.
        truth: Id of the option that is right now.
    """

    question: str
    words: str
    options: tuple[tuple[str, str], ...]
    truth: str


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


def as_data(panel: Panel) -> dict[str, object]:
    """Return the panel as plain data for the browser."""
    return {
        "answer": list(panel.answer),
        "notes": [_fields(note) for note in panel.notes],
        "leader": {"id": panel.leader[0], "words": panel.leader[1]} if panel.leader else None,
        "tabs": [_fields(tab) for tab in panel.tabs],
        "pictures": [drawing(chart) for chart in panel.pictures],
        "layout": panel.layout,
        "said": panel.said,
        "toolbar": panel.wall,
        "guess": _fields(panel.guess) if panel.guess else None,
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
