"""What this session looks at: one scenario, the choices made in it, one municipality.

Everything that changes the state goes through ``update``: sliders, resets and links alike.
Widget values vanish when their page is left, so the choices are kept here under a key of our own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import streamlit as st

from model.choices import Choices
from model.scenario import Scenario
from ui import cache, link
from ui.cache import Loaded

_KEY = "vagval"


@dataclass
class Session:
    """The state of one browser tab.

    Attributes:
        scenario: Id of the scenario in view.
        choices: Scenario id -> what has been changed in it.
        municipality: Scenario id -> code of the municipality in view.
        refused: Parts of the opened link that could not be used; told until something is chosen.
    """

    scenario: str
    choices: dict[str, Choices] = field(default_factory=dict)
    municipality: dict[str, str] = field(default_factory=dict)
    refused: tuple[str, ...] = ()


def start() -> None:
    """Open the state that the address asks for, once per session, or the first scenario."""
    if _KEY in st.session_state:
        return
    found, _ = cache.scenarios()
    query = {key: st.query_params[key] for key in st.query_params}
    wanted = query.get(link.SCENARIO, "")
    session = Session(scenario=wanted if wanted in found else first_scenario(found))
    if wanted and wanted not in found:
        session.refused = (wanted,)
    elif session.scenario:
        scenario = found[session.scenario].scenario
        choices, municipality, session.refused = link.decode(scenario, cache.country(), query)
        session.choices[session.scenario] = choices
        if municipality:
            session.municipality[session.scenario] = municipality
    st.session_state[_KEY] = session


def first_scenario(found: Mapping[str, Loaded]) -> str:
    """Return the scenario that a new visitor meets: the first that weighs alternatives."""
    return next(
        (name for name, loaded in found.items() if loaded.scenario.alternatives),
        next(iter(found), ""),
    )


def session() -> Session:
    """Return this tab's state."""
    return st.session_state[_KEY]


def loaded() -> Loaded:
    """Return the scenario in view; the first one if its file has gone since."""
    found, _ = cache.scenarios()
    current = session()
    if current.scenario not in found:
        current.scenario = first_scenario(found)
    return found[current.scenario]


def choices() -> Choices:
    """Return the choices made in the scenario in view."""
    current = session()
    return current.choices.get(current.scenario, Choices())


def update(new: Choices) -> None:
    """Make these the choices; the one way that any of them changes."""
    current = session()
    current.choices[current.scenario] = new
    current.refused = ()


def set_value(key: str, value: float) -> None:
    """Choose a number for a figure."""
    update(choices().with_value(key, float(value), loaded().scenario.value(key)))


def set_fees(**changes: object) -> None:
    """Choose fee models, members, years or the same start."""
    update(replace(choices(), **changes))


def reset(prefix: str = "") -> None:
    """Go back to the file's numbers, all or those under a prefix."""
    update(choices().without(prefix))


def reset_all() -> None:
    """Go back to the file in every respect."""
    update(Choices())


def choose_scenario(name: str) -> None:
    """Look at another scenario; the choices in this one are kept."""
    current = session()
    current.scenario, current.refused = name, ()


def municipality(scenario: Scenario) -> str:
    """Return the municipality in view."""
    offered = municipalities(scenario)
    chosen = session().municipality.get(scenario.id, offered[0])
    return chosen if chosen in offered else offered[0]


def municipalities(scenario: Scenario) -> tuple[str, ...]:
    """Return the codes that can be looked at: those the fees are counted on."""
    return choices().members or scenario.municipalities


def choose_municipality(code: str) -> None:
    """Look at another municipality."""
    current = session()
    current.municipality[current.scenario] = code
    current.refused = ()


def link_query() -> dict[str, str]:
    """Return the query of the address that reopens this state."""
    current, scenario = session(), loaded().scenario
    chosen = current.municipality.get(scenario.id, "")
    return link.encode(scenario, choices(), chosen if chosen in municipalities(scenario) else "")


def differences() -> int:
    """Return how many things differ from the file: numbers, models, members, years, start."""
    made = choices()
    others = (made.models, made.members, made.years, made.same_start)
    return len(made.values) + sum(map(bool, others))
