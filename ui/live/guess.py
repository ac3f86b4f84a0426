"""Guess first: the group at the wall notes what it thinks before a slider is moved."""

import streamlit as st

from text import t
from ui import state

_KEY = "live:guesses"
_WORDS = ("noted", "right", "wrong")


def note(question: str, answer: str) -> None:
    """Note a guess; an empty one takes it back, so that the group can guess anew."""
    st.session_state.setdefault(_KEY, {})[question] = (answer, state.choices())


def noted(question: str) -> dict[str, object]:
    """Return the guess, whether anything has been moved since, and the words for how it stands."""
    answer, before = st.session_state.get(_KEY, {}).get(question, ("", None))
    words = {name: t(f"live.guess_{name}") for name in _WORDS}
    return {"noted": answer, "moved": before != state.choices(), "verdicts": words}
