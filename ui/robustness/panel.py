"""The live panel of Robusthet: weights and uncertainty beside how often each takes each place."""

from dataclasses import replace

import numpy as np

from model.decision.decide import Decision
from model.decision.smaa import Acceptability
from model.errors import ModelError
from report import acceptability
from report.certainty_charts import unranked
from report.chart import Chart
from report.errors import error_words
from text import t
from ui import cache, certainty
from ui.live import sliders, weights
from ui.live.decision import leader, no_weight
from ui.live.panel import Group, Note, Panel, Tab
from ui.live.view import View

MOST_SPREAD = 1.0
WIDEST = 2.0
"""How many times the stated ranges that the slider reaches."""


def compose(now: View) -> Panel:
    """Return the weights and how uncertain they are beside the places that follow."""
    decision = now.decision
    make = {"weights": _weight_tab, "uncertainty": _uncertainty_tab}
    tabs = tuple(tab(now, decision) for name, tab in make.items() if now.wants(name))
    if decision is None:
        return no_weight(tabs)
    try:
        found = certainty.acceptability(now)
    except ModelError as error:
        words = error_words(error, now.scenario, cache.names())
        return Panel(answer=(), pictures=(), tabs=tabs, notes=(Note("warning", words),))
    return Panel(
        answer=acceptability.answer(now.scenario, now.choices, decision, found),
        pictures=(_picture(now, found),) if found.alternatives else (),
        tabs=tabs,
        notes=tuple(_notes(now)),
        leader=leader(now.scenario, decision),
        wall=True,
    )


def picture(now: View) -> Chart:
    """Return the panel's picture; only where something can be weighed."""
    return _picture(now, certainty.acceptability(now))


def _picture(now: View, found: Acceptability) -> Chart:
    return acceptability.places(now.scenario, now.choices, now.decision, found, certainty.used(now))


def _weight_tab(now: View, decision: Decision | None) -> Tab:
    """Return all weights without colours: those of the picture are places, not criteria."""
    tab = weights.weight_tab(now, decision)
    return replace(tab, groups=tuple(_uncoloured(group) for group in tab.groups))


def _uncoloured(group: Group) -> Group:
    return replace(group, sliders=tuple(replace(one, colour=()) for one in group.sliders))


def _uncertainty_tab(now: View, decision: object) -> Tab:
    keys = {"uncertainty.weight_spread": MOST_SPREAD, "uncertainty.range_factor": WIDEST}
    if now.choices.weight_draws != "near":
        del keys["uncertainty.weight_spread"]
    return Tab(
        id="uncertainty",
        words=t("robustness.uncertainty"),
        groups=(
            Group(
                id="uncertainty",
                title="",
                sliders=tuple(
                    sliders.slider(now, key, 0.0, most, 0.05) for key, most in keys.items()
                ),
                help=t("robustness.uncertainty_help"),
                prefix="uncertainty.",
                reset_words=t("robustness.reset_uncertainty"),
            ),
        ),
    )


def _notes(now: View) -> list[Note]:
    """Say who is left out, and what does not make a difference as things stand."""
    posed = certainty.problem(now)
    weighed, ranked = posed.shares[posed.shares > 0], posed.judged.alternatives
    words = [unranked(now.scenario, ranked)] if 0 < len(ranked) < len(posed.alternatives) else []
    if now.choices.weight_draws == "order" and np.ptp(weighed) < 1e-9:
        words.append(t("robustness.order_free"))
    if now.choices.weight_draws == "bounds" and not (posed.least.any() or (posed.most < 1).any()):
        words.append(t("robustness.bounds_free"))
    if not (posed.judged.high > posed.judged.low).any():
        words.append(t("robustness.no_ranges"))
    return [Note("info", one) for one in words]
