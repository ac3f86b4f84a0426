"""A browser tab without a browser: the state of one, and the choices that tests make in it."""

from contextlib import contextmanager
from unittest.mock import patch

from model.choices import Choices
from ui import state

POTENTIAL, RISK = "weights.potential", "weights.risk-redundans"


def at(number):
    """Return the choices where one weight has a number."""
    return Choices(((RISK, float(number)),))


@contextmanager
def tab(session=None):
    """Be in a tab that has this state, or in a new one."""
    session = session or state.Session(scenario="ggvvh-it")
    with patch.object(state.st, "session_state", {"vagval": session}):
        yield session
