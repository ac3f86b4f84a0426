"""Sliders and choices bound to the state: widget -> choice, and nothing kept in the widget."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from model.decision.decide import Decision
from model.scenario import Scenario
from report.names import figure_name
from text import t
from text.numbers import figure as figure_words
from text.numbers import percent
from ui import cache, state
from ui.words import label_text, safe

MOST_WEIGHT = 100.0


def figure_slider(
    scenario: Scenario,
    key: str,
    low: float,
    high: float,
    step: float,
    *,
    label: str = "",
    shown: str = "",
    help: str | None = None,
) -> None:
    """Show a slider for a figure, with its value in words and a mark if it has been changed.

    Args:
        low: Lowest value offered; the value in force is always reachable.
        shown: The value in words; by default the figure with its unit.
    """
    changed = state.choices().changed()
    value = changed.get(key, scenario.value(key))
    current = low if value is None else float(value)
    low, high = min(low, current), max(high, current)
    widget = f"slider:{scenario.id}:{key}"
    st.session_state[widget] = current
    unit = scenario.figures[key].unit
    words = shown or figure_words(value, unit)
    mark = f" {t('widget.changed_mark')}" if key in changed else ""
    name = label or figure_name(scenario, key, cache.names())
    st.slider(
        label_text(f"{name}: {words}{mark}"),
        float(low),
        float(high),
        step=float(step),
        key=widget,
        format="percent" if unit in ("share", "share/year") else "localized",
        help=help,
        on_change=_moved,
        args=(key, widget),
    )


def weight_sliders(scenario: Scenario, prefix: str, decision: Decision | None) -> None:
    """Show a slider per criterion with its share of all weights, and the way back.

    Args:
        prefix: Of the weights' figure keys: the joint ones, or a municipality's own.
        decision: Gives the shares; None while all weights are zero.
    """
    with st.container(gap="xxsmall"):
        for place, criterion in enumerate(scenario.criteria):
            share = float(decision.shares[place]) if decision else 0.0
            figure_slider(
                scenario,
                f"{prefix}{criterion.id}",
                0.0,
                MOST_WEIGHT,
                1.0,
                label=criterion.short,
                shown=t("page.alternatives.share", share=percent(share, 0)),
                help=safe(criterion.description),
            )
    st.button(
        t("page.alternatives.reset_weights"),
        on_click=state.reset,
        args=(prefix,),
        key=f"reset:{prefix}",
        icon=":material/restart_alt:",
    )


def _moved(key: str, widget: str) -> None:
    state.set_value(key, round(st.session_state[widget], 6))


def choice(
    label: str,
    options: Sequence[str],
    current: str,
    words: Mapping[str, str],
    chosen: Callable[[str], None],
    *,
    key: str,
    kind: str = "select",
) -> str:
    """Show a choice of one among some; ``select`` for many, ``segments`` for few."""
    widget = f"choice:{key}"
    st.session_state[widget] = current
    segments = kind == "segments"
    make = st.segmented_control if segments else st.selectbox
    extra = {"required": True} if segments else {"placeholder": t("widget.choose")}
    make(
        label,
        list(options),
        key=widget,
        format_func=lambda option: label_text(words[option]) if segments else words[option],
        on_change=lambda: chosen(st.session_state[widget]),
        **extra,
    )
    return current


def local_choice(
    label: str,
    options: Sequence[str],
    words: Mapping[str, str],
    *,
    key: str,
    kind: str = "segments",
    first: str = "",
) -> str:
    """Show a choice of what to look at, which is no part of the state and changes no figure.

    Args:
        first: What is shown before anything is chosen; by default the first option.
    """
    kept = f"kept:{key}"
    current = st.session_state.get(kept, first)
    if current not in options:
        current = first or options[0]

    def keep(option: str) -> None:
        st.session_state[kept] = option

    return choice(label, options, current, words, keep, key=key, kind=kind)


def growth_step(span: float) -> float:
    """Return a step that gives a slider about a hundred positions."""
    return next((step for step in _STEPS if span / step <= 120), _STEPS[-1])


_STEPS = tuple(float(f"{digit}e{power}") for power in range(-6, 8) for digit in (1, 5))
