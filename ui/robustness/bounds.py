"""The smallest and largest share of all weight that each criterion is held possible to have."""

import streamlit as st

from model.decision.bounds import require_bounds
from model.errors import BoundsError
from model.scenario import Criterion
from report.errors import error_words
from report.names import criterion_names
from text import t
from text.numbers import percent
from ui import cache, certainty, state
from ui.live.view import View
from ui.weighting import posed
from ui.words import label_text, safe

DECIMALS = 9
"""Of shares and of per cent: so few that a share read back is the one that was shown."""


def draw(now: View) -> None:
    """Let the bounds be moved, and say where they contradict each other."""
    scenario = now.scenario
    if not scenario.criteria:
        st.info(t("bounds.none"))
        return
    st.markdown(t("bounds.about"))
    _contradiction(now)
    columns = st.columns(2, gap="large")
    half = (len(scenario.criteria) + 1) // 2
    for place, criterion in enumerate(scenario.criteria):
        with columns[place // half]:
            _span(now, criterion)
    st.button(
        t("bounds.reset"),
        key="bounds:reset",
        on_click=state.reset,
        args=("bounds.",),
        disabled=not any(key.startswith("bounds.") for key in now.changed),
        icon=":material/restart_alt:",
    )


def _contradiction(now: View) -> None:
    problem = certainty.told(now.scenario, lambda: posed(now))
    if problem is None:
        return
    try:
        require_bounds(problem)
    except BoundsError as error:
        st.warning(safe(error_words(error, now.scenario, cache.names())))


def _span(now: View, criterion: Criterion) -> None:
    """Show a criterion's two ends, in order also where the file or a link has turned them round."""
    changed = now.choices.changed()
    keys = [f"bounds.{criterion.id}.{end}" for end in ("low", "high")]
    shares = [changed.get(key, now.scenario.value(key) or 0.0) for key in keys]
    widget = f"bounds:{now.scenario.id}:{criterion.id}"
    st.session_state[widget] = tuple(sorted(round(100 * share, DECIMALS) for share in shares))

    def moved() -> None:
        ends = (round(end / 100, DECIMALS) for end in st.session_state[widget])
        state.move(dict(zip(keys, ends, strict=True)), widget)

    st.slider(
        _label(now, criterion), 0.0, 100.0, step=1.0, format="%g %%", key=widget, on_change=moved
    )


def _label(now: View, criterion: Criterion) -> str:
    name, decision = criterion_names(now.scenario)[criterion.id], now.decision
    if decision is None:
        return label_text(t("bounds.criterion_unweighed", criterion=name))
    share = float(decision.shares[decision.criteria.index(criterion.id)])
    return label_text(t("bounds.criterion", criterion=name, share=percent(share, 0)))
