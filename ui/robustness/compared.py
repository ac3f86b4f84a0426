"""What the parts on which first place hangs need: at least two alternatives with a total."""

import streamlit as st

from model.decision.problem import Problem
from report.names import source_line
from text import t
from ui import certainty
from ui.live.decision import most_important
from ui.live.view import View


def compared(now: View) -> Problem | None:
    """Return what is weighed; where no two alternatives can be compared, say so and return None."""
    posed = certainty.told(now.scenario, lambda: certainty.problem(now))
    if posed is None:
        return None
    ranked = len(posed.judged.alternatives)
    if ranked < 2:
        st.info(t("switch.alone" if ranked else "switch.no_leader"))
        return None
    return posed


def source(now: View) -> str:
    """Return the source line of pictures of the whole problem."""
    return source_line(now.scenario, certainty.used(now), official=False, changed=now.changed)


def telling(now: View) -> tuple[str, ...]:
    """Return the criteria in the order to look at their weights: those that decide most first."""
    most = [key.removeprefix("weights.") for key in most_important(now.loaded)]
    every = [one.id for one in now.scenario.criteria]
    return tuple(dict.fromkeys([name for name in most if name in every] + every))
