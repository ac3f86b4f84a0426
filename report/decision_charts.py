"""Pictures of which alternative: a decision -> ``Chart``. No renderer, no screen."""

from math import nan

import numpy as np

from model.decision.decide import Decision
from model.scenario import Scenario
from report import sentences
from report.chart import Chart
from report.names import alternative_names, criterion_names, source_line
from report.palette import colours_for
from text import t
from text.numbers import number, percent


def ranking(scenario: Scenario, decision: Decision, changed: tuple[str, ...] = ()) -> Chart:
    """Stack each alternative's contribution per criterion, the leader on top."""
    order = sentences.ranked(decision)
    rows = [
        {"item": alternative, "series": criterion, "value": nan if rank is None else value}
        for alternative, rank, contributions in zip(
            decision.alternatives, decision.ranks, decision.contributions.tolist(), strict=True
        )
        for criterion, value in zip(decision.criteria, contributions, strict=True)
    ]
    return Chart(
        id="rangordning",
        kind="stacked_bars",
        frame=rows,
        title=sentences.leader(scenario, decision),
        subtitle=t("chart.ranking.subtitle"),
        x_title=t("chart.ranking.x"),
        y_title=t("chart.ranking.item"),
        source=source_line(scenario, decision.used, official=False, changed=changed),
        alt=t("chart.ranking.alt", places=_places(scenario, decision)),
        colours=colours_for("criterion", decision.criteria),
        labels=alternative_names(scenario) | criterion_names(scenario),
        order=order,
        series_order=decision.criteria,
        number="points",
        item_title=t("chart.ranking.item"),
        series_title=t("chart.ranking.series"),
        missing=t("chart.ranking.missing"),
        note=sentences.missing_scores(scenario, decision),
    )


def weight_stability(scenario: Scenario, decision: Decision) -> Chart:
    """Show how far each weight can move before another alternative takes the lead."""
    rows = [
        {
            "item": criterion,
            "value": share,
            "low": low,
            "high": high,
            "label": t("chart.stability.span", low=number(low * 100), high=percent(high, 0)),
        }
        for criterion, share, (low, high) in zip(
            decision.criteria, decision.shares.tolist(), decision.stability.tolist(), strict=True
        )
    ]
    return Chart(
        id="viktspann",
        kind="intervals",
        frame=rows,
        title=sentences.stability(scenario, decision),
        subtitle=t("chart.stability.subtitle"),
        x_title=t("chart.stability.x"),
        source=source_line(scenario, decision.used, official=False),
        alt=t("chart.stability.alt", finding=sentences.stability(scenario, decision)),
        colours=colours_for("criterion", decision.criteria),
        labels=criterion_names(scenario),
        order=decision.criteria,
        number="percent0",
        item_title=t("chart.ranking.series"),
    )


def first_places(scenario: Scenario, decision: Decision) -> Chart:
    """Show how often each alternative is first when weights and scores move."""
    found = decision.robustness
    rows = [
        {
            "item": name,
            "series": series,
            "value": float(values[row]),
            "label": sentences.odds(float(values[row])) if np.isfinite(values[row]) else "",
        }
        for series, values in (("near", found.first_near), ("any", found.first_any))
        for row, name in enumerate(decision.alternatives)
    ]
    return Chart(
        id="forstaplatser",
        kind="grouped_bars",
        frame=rows,
        title=sentences.first_places(scenario, decision),
        subtitle=t(
            "chart.first.subtitle", draws=number(found.draws), spread=percent(found.spread, 0)
        ),
        x_title=t("chart.first.x"),
        source=source_line(scenario, decision.used, official=False),
        alt=sentences.robustness(scenario, decision),
        colours=colours_for("pair", ("near", "any")),
        labels=alternative_names(scenario) | {k: t(f"chart.first.{k}") for k in ("near", "any")},
        order=sentences.ranked(decision),
        series_order=("near", "any"),
        number="percent0",
        item_title=t("chart.ranking.item"),
        series_title=t("chart.first.series"),
    )


def own_weights(scenario: Scenario, own: Decision, joint: Decision, name: str) -> Chart:
    """Lay one municipality's weights beside the joint ones."""
    rows = [
        {"item": criterion, "series": series, "value": float(decision.shares[row])}
        for series, decision in (("own", own), ("joint", joint))
        for row, criterion in enumerate(own.criteria)
    ]
    widest = int(np.argmax(np.abs(own.shares - joint.shares)))
    names = criterion_names(scenario)
    title = t("chart.own_weights.same", name=name)
    if abs(own.shares[widest] - joint.shares[widest]) > 0.005:
        more = own.shares[widest] > joint.shares[widest]
        title = t(
            f"chart.own_weights.{'more' if more else 'less'}",
            name=name,
            criterion=names[own.criteria[widest]],
        )
    return Chart(
        id="egna-vikter",
        kind="grouped_bars",
        frame=rows,
        title=title,
        subtitle=t("chart.own_weights.subtitle"),
        x_title=t("chart.own_weights.x"),
        source=source_line(scenario, own.used, official=False),
        alt=title,
        colours=colours_for("pair", ("own", "joint")),
        labels=names | {"own": name, "joint": t("chart.own_weights.joint")},
        order=own.criteria,
        series_order=("own", "joint"),
        number="percent0",
        item_title=t("chart.ranking.series"),
        series_title=t("chart.own_weights.series"),
    )


def _places(scenario: Scenario, decision: Decision) -> str:
    names = alternative_names(scenario)
    parts = []
    for name in sentences.ranked(decision):
        total = sentences.total_of(decision, name)
        words = t("chart.ranking.missing") if not np.isfinite(total) else number(total, 1)
        parts.append(f"{names[name]} {words}")
    return ", ".join(parts)
