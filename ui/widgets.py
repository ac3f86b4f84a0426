"""Choices bound to the state: widget -> choice, and nothing kept in the widget."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from text import t
from ui.words import label_text


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
    current = kept_choice(options, key=key, first=first)

    def keep(option: str) -> None:
        st.session_state[_kept(key)] = option

    return choice(label, options, current, words, keep, key=key, kind=kind)


def kept_choice(options: Sequence[str], *, key: str, first: str = "") -> str:
    """Return what ``local_choice`` would, without showing it."""
    current = st.session_state.get(_kept(key), first)
    return current if current in options else first or options[0]


def _kept(key: str) -> str:
    return f"kept:{key}"
