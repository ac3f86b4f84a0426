"""What this session looks at: one scenario, the choices made in it, its variants.

Whatever changes the choices ends in ``_put``: a slider, a preset, a variant and a reset through
``update``, undo and redo, a link and a reload. Widget values vanish when their page is left, so
the choices are kept here under a key of our own. The state of one browser tab is its own.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields, replace

import streamlit as st

from model.choices import Choices
from model.scenario import Scenario, Voices, WeightDraws
from ui import cache, link, presets
from ui.assessors import moves
from ui.cache import Loaded
from ui.history import History, Step
from ui.variants import MOST_VARIANTS, NO_VARIANTS, Variant, Variants

__all__ = ["MOST_VARIANTS", "Session", "Step", "Variant"]

_KEY = "vagval"


@dataclass
class Session:
    """The state of one browser tab.

    Attributes:
        scenario: Id of the scenario in view.
        choices: Scenario id -> what has been changed in it.
        municipality: Scenario id -> code of the municipality in view.
        histories: Scenario id -> the steps taken in it.
        variants: Scenario id -> its named variants.
        seen: Scenario id -> its file as it was when last looked at.
        wall: True in the wall view.
        refused: Parts of the opened link that could not be used; told until something is chosen.
        outdated: Which files have changed since the opened link was made; told as long.
    """

    scenario: str
    choices: dict[str, Choices] = field(default_factory=dict)
    municipality: dict[str, str] = field(default_factory=dict)
    histories: dict[str, History] = field(default_factory=dict)
    variants: dict[str, Variants] = field(default_factory=dict)
    seen: dict[str, Loaded] = field(default_factory=dict)
    wall: bool = False
    refused: tuple[str, ...] = ()
    outdated: link.Outdated = ()


def start() -> None:
    """Open the state that the address asks for, once per session, or the first scenario."""
    if _KEY in st.session_state:
        return
    found, _ = cache.scenarios()
    query = {key: st.query_params.get_all(key) for key in st.query_params}
    once = {key: values[0] for key, values in query.items() if values}
    wanted = once.get(link.SCENARIO, "")
    new = Session(scenario=wanted if wanted in found else first_scenario(found))
    if wanted and wanted not in found:
        new.refused = (wanted[: link.SHOWN],)
    elif new.scenario:
        _open(new, found[new.scenario], once)
        new.refused += tuple(key for key in query if len(query[key]) > 1 and link.is_ours(key))
    st.session_state[_KEY] = new


def _open(new: Session, loaded: Loaded, query: Mapping[str, str]) -> None:
    state, refused = link.decode(loaded.scenario, cache.country(), query)
    _put(new, state.choices)
    new.municipality[new.scenario] = state.municipality
    new.variants[new.scenario] = state.variants
    new.wall = state.wall
    new.refused = refused
    new.outdated = link.outdated(state.edition, cache.edition(loaded))


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
    """Return the scenario in view; the first one if its file has gone since.

    Where the file says something else than when last looked at, the state is opened anew from its
    own link: what the file no longer has room for is left out and told.
    """
    found, _ = cache.scenarios()
    current = session()
    if current.scenario not in found:
        current.scenario = first_scenario(found)
    now = found[current.scenario]
    before = current.seen.get(current.scenario, now)
    current.seen[current.scenario] = now
    if before.fingerprint != now.fingerprint:
        _history(current).forget()
        _open(current, now, _query(before))
    return now


def choices() -> Choices:
    """Return the choices made in the scenario in view."""
    current = session()
    return current.choices.get(current.scenario, Choices())


# --- Changing the choices


def update(new: Choices, cause: str, gesture: str = "") -> None:
    """Make these the choices and remember the step.

    Args:
        cause: What was done, in the words of ``report.changes.step_words``.
        gesture: Moves of one gesture are one step; empty where the step is complete.
    """
    current = session()
    _history(current).add(choices(), new, cause, gesture)
    _put(current, new)


def _put(current: Session, new: Choices) -> None:
    current.choices[current.scenario] = new
    _went_on(current)


def _went_on(current: Session) -> None:
    """Stop telling what was wrong with the link: something has been chosen since."""
    current.refused, current.outdated = (), ()


def move(values: Mapping[str, float], gesture: str) -> None:
    """Follow the live sliders; what the scenario has no room for is ignored."""
    update(moves.followed(loaded().scenario, choices(), values), "value", gesture)


def set_value(key: str, value: float) -> None:
    """Choose a number for a figure; nothing if the scenario has it no more."""
    scenario = loaded().scenario
    if key in scenario.figures:
        update(choices().with_value(key, float(value), scenario.value(key)), "value")


def set_fees(**changes: object) -> None:
    """Choose fee models, members, years or the same start."""
    update(replace(choices(), **changes), "fees")


def set_weight_draws(which: WeightDraws) -> None:
    """Choose which weights the uncertainty is counted on."""
    update(replace(choices(), weight_draws=which), "draws")


def set_voices(which: Voices) -> None:
    """Choose how much each assessor counts."""
    update(replace(choices(), voices=which), "voices")


def reset(prefix: str | tuple[str, ...] = "") -> None:
    """Go back to the file's numbers, all or those under a prefix, or under any of several."""
    update(choices().without(prefix), "reset")


def reset_figures(keys: Collection[str]) -> None:
    """Go back to the file's numbers for some figures."""
    kept = tuple(item for item in choices().values if item[0] not in keys)
    update(replace(choices(), values=kept), "reset")


def reset_all() -> None:
    """Go back to the file in every respect."""
    update(Choices(), "reset")


# --- Presets


def apply_preset(preset: str) -> None:
    """Put a preset's weights in place of the joint ones; nothing if there is no such preset."""
    new = presets.applied(loaded().scenario, choices(), preset)
    if new is not None:
        update(new, f"preset:{preset}")


def set_weights(weights: Mapping[str, float], cause: str) -> None:
    """Put these weights of all criteria in place of the joint ones.

    Args:
        cause: How they were found: ``swing``, or ``order:<rule>``.
    """
    update(presets.weighted(loaded().scenario, choices(), weights), cause)


def last_preset() -> str:
    """Return the preset last applied; empty for none."""
    causes = (step.cause for step in reversed(history()))
    found = next((cause for cause in causes if cause.startswith("preset:")), "")
    return found.removeprefix("preset:")


# --- Steps back and forth


def _history(current: Session) -> History:
    return current.histories.setdefault(current.scenario, History())


def undo() -> None:
    """Take back the latest step."""
    current = session()
    before = _history(current).undo()
    if before is not None:
        _put(current, before)


def redo() -> None:
    """Take the step that was undone last once more."""
    current = session()
    after = _history(current).redo()
    if after is not None:
        _put(current, after)


def can_undo() -> bool:
    """Tell whether there is a step to take back."""
    return bool(_history(session()).past)


def can_redo() -> bool:
    """Tell whether a step has been undone that can be taken again."""
    return bool(_history(session()).future)


def history() -> tuple[Step, ...]:
    """Return the steps that led here, the newest last."""
    return tuple(_history(session()).past)


def step_back_to(index: int) -> None:
    """Go back to the choices before a step. That is a step too, and can be undone."""
    steps = history()
    if 0 <= index < len(steps):
        update(steps[index].before, f"back:{len(steps) - index}")


# --- Variants


def _variants() -> Variants:
    current = session()
    return current.variants.get(current.scenario, NO_VARIANTS)


def _keep(new: Variants) -> None:
    current = session()
    current.variants[current.scenario] = new
    _went_on(current)


def variants() -> tuple[Variant, ...]:
    """Return the named variants of the scenario in view."""
    return _variants().items


def keep_variant(name: str) -> str:
    """Keep the choices under a name; return the text key of why not, empty if it went well."""
    new, refusal = _variants().kept(name, choices())
    _keep(new)
    return refusal


def rename_variant(index: int, name: str) -> str:
    """Give a variant another name; return the text key of why not, empty if it went well."""
    new, refusal = _variants().renamed(index, name)
    _keep(new)
    return refusal


def remove_variant(index: int) -> None:
    """Forget a variant."""
    _keep(_variants().without(index))


def open_variant(index: int) -> None:
    """Make a variant's choices those in force; that is a step and can be undone."""
    if _variants().has(index):
        variant = variants()[index]
        update(variant.choices, f"variant:{variant.name}")


def base() -> int:
    """Return which variant differences are counted from, -1 for the file."""
    return _variants().base


def set_base(index: int) -> None:
    """Count differences from another variant, -1 for the file."""
    _keep(_variants().based_on(index))


# --- What is looked at


def choose_scenario(name: str) -> None:
    """Look at another scenario; the choices in this one are kept."""
    current = session()
    current.scenario = name
    _went_on(current)


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
    _went_on(current)


def wall() -> bool:
    """Tell whether the wall view is on."""
    return session().wall


def set_wall(on: bool) -> None:
    """Turn the wall view on or off."""
    session().wall = on


def link_query() -> dict[str, str]:
    """Return the query of the address that reopens this state."""
    return _query(loaded())


def _query(now: Loaded) -> dict[str, str]:
    current, scenario = session(), now.scenario
    chosen = current.municipality.get(scenario.id, "")
    return link.encode(
        scenario,
        choices(),
        chosen if chosen in municipalities(scenario) else "",
        _variants(),
        wall=current.wall,
        edition=cache.edition(now),
    )


def differences() -> int:
    """Return how many things differ from the file: numbers, and each setting that is no number."""
    made, filed = choices(), Choices()
    settings = (one.name for one in fields(Choices) if one.name != "values")
    return len(made.values) + sum(getattr(made, one) != getattr(filed, one) for one in settings)
