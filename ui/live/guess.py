"""Guess first: the group at the wall notes what it thinks before a slider is moved."""

from dataclasses import dataclass

import streamlit as st

from text import t
from ui import state

_KEY = "live:guesses"


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


def note(question: str, answer: str) -> None:
    """Note a guess; an empty one takes it back, so that the group can guess anew."""
    st.session_state.setdefault(_KEY, {})[question] = (answer, state.choices())


def as_data(guess: Guess) -> dict[str, object]:
    """Return the question and, once something has been moved, how a noted guess stands."""
    options = dict(guess.options)
    noted, before = st.session_state.get(_KEY, {}).get(guess.question, ("", None))
    verdict = ""
    if noted in options:
        outcome = "right" if noted == guess.truth else "wrong"
        verdict = t(
            f"live.guess_{'noted' if before == state.choices() else outcome}",
            guess=options[noted],
            truth=options.get(guess.truth, ""),
        )
    return {
        "question": guess.question,
        "words": guess.words,
        "options": [{"id": name, "words": words} for name, words in guess.options],
        "verdict": verdict,
    }
