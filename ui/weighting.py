"""Guided weighting: which improvement matters most, and what the others are worth against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import streamlit as st

from model.choices import MOST_WEIGHT
from model.decision import elicitation, ways
from model.decision.problem import Problem
from model.decision.ranking import competition_ranks
from model.decision.value_functions import ValueFunction
from model.decision.ways import Way, WayId
from model.municipal import FloatArray
from model.scenario import Criterion, Scenario
from report import weighting_sentences as words
from report.sentences import joined
from text import t, tn
from text.numbers import percent
from ui import certainty, presets, state, widgets
from ui.live.show import view
from ui.live.view import View
from ui.words import label_text, safe

FEW_PLACES = 8
"""Places that fit side by side; more are chosen in a list."""
DECIMALS = 2
"""Of the weights that are put in place, so that the address stays short."""
IN_FORCE = 1e-3
"""Shares that differ by less than this are those in force, but for rounding."""
CAUSES: Mapping[WayId, str] = {"points": "swing", "sum": "order:sum", "centroid": "order:centroid"}
"""Ways that can be put in place, and what the step is called then."""


@dataclass
class Draft:
    """What has been answered so far; what has not follows from today's weights.

    Attributes:
        ranks: Criterion -> place, 1 for the most important; all of them once one is chosen.
        points: Criterion -> 0–100, of those that have been set.
    """

    ranks: dict[str, int] = field(default_factory=dict)
    points: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Guide:
    """The questions, and where the answers stand. Axes: (criteria,), those with a swing.

    Attributes:
        problem: What is weighed, of all criteria.
        asked: Places of the criteria that are asked about.
        swings: What the swings are worth today; zeros while all weights are zero.
    """

    scenario: Scenario
    problem: Problem
    draft: Draft
    asked: Sequence[int]
    swings: FloatArray

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria that are asked about."""
        return tuple(self.scenario.criteria[c] for c in self.asked)

    @property
    def functions(self) -> tuple[ValueFunction, ...]:
        """Their value functions."""
        return tuple(self.problem.functions[c] for c in self.asked)

    @property
    def ranks(self) -> tuple[int, ...]:
        """Their places in the order of importance."""
        today, last = competition_ranks(self.swings), len(self.asked)
        return tuple(
            min(self.draft.ranks.get(one.id, rank), last)
            for one, rank in zip(self.criteria, today, strict=True)
        )

    @property
    def points(self) -> FloatArray:
        """What they are worth against the most important one, which is worth 100."""
        found = ways.suggested_points(self.ranks, self.swings)
        for place, one in enumerate(self.criteria):
            found[place] = self.draft.points.get(one.id, found[place])
        found[self.reference] = elicitation.FULL_SWING
        return found

    @property
    def reference(self) -> int:
        """The place of the most important one; of equals the first in the order of the file."""
        return int(np.argmin(self.ranks))


def posed(now: View) -> Problem:
    """Return what is weighed, with equal weights: they are what is sought, and may all be zero."""
    equal = dict.fromkeys((one.id for one in now.scenario.criteria), 1.0)
    chosen = presets.weighted(now.scenario, now.choices, equal)
    return certainty.problem(replace(now, choices=chosen))


@st.fragment
def draw() -> None:
    """Ask the two questions and show what each way of weighting gives."""
    now = view()
    scenario = now.scenario
    problem = certainty.told(scenario, lambda: posed(now))
    if problem is None:
        return
    spans = ways.spans(problem)
    asked = np.flatnonzero(spans > 0).tolist()
    _flat([one for one, span in zip(scenario.criteria, spans, strict=True) if span == 0])
    if len(asked) < 2:
        st.info(t("weighting.too_few"))
        return
    today = now.decision.shares if now.decision else None
    swings = np.zeros_like(spans) if today is None else today * spans
    draft = st.session_state.setdefault(_kept(scenario), Draft())
    guide = Guide(scenario, problem, draft, asked, swings[asked])
    st.markdown(t("weighting.about"))
    _order(guide)
    _points(guide)
    _compare(guide, today)


def _kept(scenario: Scenario) -> str:
    """Return where the answers are kept, also when the page is left."""
    return f"weighting:{scenario.id}"


def _flat(criteria: Sequence[Criterion]) -> None:
    """Name the criteria that are not asked about."""
    if criteria:
        names = safe(joined([one.short for one in criteria]))
        st.caption(tn("weighting.flat", len(criteria), criteria=names))


def _order(guide: Guide) -> None:
    """Ask in which order the improvements matter."""
    st.subheader(t("weighting.step_order"), anchor=False)
    st.markdown(t("weighting.step_order_help"))
    places = [str(place) for place in range(1, len(guide.asked) + 1)]
    columns = st.columns(2, gap="large")
    for n, (one, function, rank) in enumerate(
        zip(guide.criteria, guide.functions, guide.ranks, strict=True)
    ):

        def choose(place: str, chosen: str = one.id) -> None:
            names = (criterion.id for criterion in guide.criteria)
            guide.draft.ranks.update(zip(names, guide.ranks, strict=True))
            guide.draft.ranks[chosen] = int(place)

        with columns[n * 2 // len(guide.asked)]:
            widgets.choice(
                label_text(words.swing(one, function)),
                places,
                str(rank),
                dict(zip(places, places, strict=True)),
                choose,
                key=f"rank:{guide.scenario.id}:{one.id}",
                kind="segments" if len(places) <= FEW_PLACES else "select",
            )


def _points(guide: Guide) -> None:
    """Ask what the improvements are worth, the most important first."""
    st.subheader(t("weighting.step_points"), anchor=False)
    criteria, functions, first = guide.criteria, guide.functions, guide.reference
    st.markdown(safe(words.most_important(criteria[first], functions[first])))
    points = guide.points
    others = [n for n in np.argsort(guide.ranks, kind="stable").tolist() if n != first]
    columns = st.columns(2, gap="large")
    for row, n in enumerate(others):
        one, widget = criteria[n], f"points:{guide.scenario.id}:{criteria[n].id}"
        st.session_state[widget] = int(points[n])

        def set_points(chosen: str = one.id, widget: str = widget) -> None:
            guide.draft.points[chosen] = float(st.session_state[widget])

        columns[row * 2 // len(others)].slider(
            label_text(words.question(criteria[first], one, functions[n])),
            0,
            int(elicitation.FULL_SWING),
            key=widget,
            on_change=set_points,
        )


def _compare(guide: Guide, today: FloatArray | None) -> None:
    """Show the ways of weighting beside each other, with what contradicts, and put one in place."""
    st.subheader(t("weighting.compare"), anchor=False)
    scenario = guide.scenario
    found = ways.ways(guide.problem, today, guide.ranks, guide.points)
    by_id = {way.id: way for way in found}
    st.table(_table(scenario, found), hide_index=True)
    pairs = elicitation.contradictions(guide.ranks, guide.points)
    if len(pairs):
        st.warning(safe(" ".join(words.contradictions(guide.criteria, pairs))))
    compared = elicitation.consistency(by_id["points"].shares, by_id["centroid"].shares)
    st.markdown(safe(words.first(scenario, found)))
    st.markdown(safe(words.difference(scenario.criteria, compared)))
    st.caption(t("weighting.rules"))
    in_force = [
        name
        for name in CAUSES
        if today is not None and np.allclose(by_id[name].shares, today, rtol=0, atol=IN_FORCE)
    ]
    if in_force:
        said = joined([t(f"weighting.said.{name}") for name in in_force])
        st.markdown(t("weighting.in_force", ways=said))
    row = st.container(horizontal=True)
    for name, cause in CAUSES.items():
        kind, gone = "primary" if name == "points" else "secondary", name in in_force
        if row.button(t(f"weighting.use.{name}"), key=f"use:{name}", type=kind, disabled=gone):
            _use(scenario, by_id[name], cause)
    row.button(
        t("weighting.restart"),
        key="weighting:restart",
        type="tertiary",
        on_click=lambda: st.session_state.pop(_kept(scenario), None),
    )


def _table(scenario: Scenario, found: Sequence[Way]) -> dict[str, list[str]]:
    criteria = [safe(one.short) for one in scenario.criteria]
    rows = {t("weighting.criterion"): [*criteria, t("weighting.comes_first")]}
    for way in found:
        shares = [percent(share, 0) for share in way.shares.tolist()]
        first = safe(words.first_words(scenario, way.first))
        rows[t(f"weighting.way.{way.id}")] = [*shares, first]
    return rows


def _use(scenario: Scenario, way: Way, cause: str) -> None:
    """Put a way's weights in place, the heaviest as 100; the whole page follows."""
    weights = np.round(way.shares / way.shares.max() * MOST_WEIGHT, DECIMALS)
    names = [one.id for one in scenario.criteria]
    state.set_weights(dict(zip(names, weights.tolist(), strict=True)), cause)
    st.rerun()
