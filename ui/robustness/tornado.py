"""What the lead hangs on most: one weight or one score at a time."""

import streamlit as st

from report import certainty_charts as charts
from text import t
from ui import certainty, panels
from ui.live.show import pictures
from ui.live.view import View
from ui.robustness.compared import compared, source


def draw(now: View) -> None:
    """Show how the leader's margin moves, the widest bars first."""
    if compared(now) is None:
        return
    found, spread = certainty.margins(now)
    if not found.bars:
        st.markdown(t("tornado.nothing"))
        return
    pictures("tornado", [charts.tornado(now.scenario, found, spread, source(now))])
    panels.behind(
        lambda: charts.tornado(now.scenario, found, spread, source(now), len(found.bars)),
        "tornado",
    )
