"""Pictures of several assessors: how each of them ranks, and how differently they weigh."""

from collections.abc import Sequence
from math import isfinite, nan

from model.decision.group.decide_together import GroupDecision
from model.decision.group.spread import WeightSpread
from model.scenario import Scenario, Voices
from report.chart import Chart
from report.group_sentences import answer, mean_shares, who
from report.group_words import weights_apart
from report.names import Names, alternative_names, criterion_names, source_line
from report.palette import colours_for
from text import t
from text.numbers import percent

TOGETHER = "tillsammans:"
"""The row of the joint result; no assessor has a colon in its id."""
MOST_NAMED = 2
"""Assessors that stand beside a bar by name; more are counted."""


def places(
    scenario: Scenario,
    found: GroupDecision,
    voices: Voices,
    names: Names,
    changed: tuple[str, ...] = (),
) -> Chart:
    """Show each alternative's place with each assessor and together, shaded by its points.

    Args:
        found: With a joint result.
        names: What the assessors are called, by id.
    """
    judged, joint = found.judgements, found.joint
    counted = dict(zip(joint.assessors, joint.voices.tolist(), strict=True))
    rows, labels = [], {TOGETHER: t("assessors.together")}
    for name, totals, ranks in zip(
        judged.assessors, judged.totals.tolist(), judged.ranks, strict=True
    ):
        item = f"av:{name}"  # An alternative may have the same id.
        known = totals if name in counted else [nan] * len(totals)
        rows += _cells(item, judged.alternatives, known, ranks)
        labels[item] = _label(names[name], counted.get(name), voices)
    if len(counted) > 1:
        mean = joint.result("mean")
        rows += _cells(TOGETHER, joint.alternatives, mean.points.tolist(), mean.ranks)
    finding = answer(scenario, found, voices, names)[0]
    return Chart(
        id="bedomare",
        kind="heat",
        frame=rows,
        title=finding,
        subtitle=t("chart.group.subtitle"),
        source=source_line(scenario, found.used, official=voices == "population", changed=changed),
        alt=t("chart.group.alt", finding=finding),
        labels=labels | alternative_names(scenario),
        series_order=judged.alternatives,
        number="points",
        item_title=t("assessors.assessor"),
        series_title=t("chart.ranking.item"),
        missing=t("assessors.not_counted"),
    )


def _cells(
    item: str, alternatives: Sequence[str], totals: Sequence[float], ranks: Sequence[int | None]
) -> list[dict[str, object]]:
    return [
        {
            "item": item,
            "series": alternative,
            "value": total,
            "label": str(rank) if isfinite(total) else "",
            "mark": t("chart.methods.first") if rank == 1 and isfinite(total) else "",
        }
        for alternative, total, rank in zip(alternatives, totals, ranks, strict=True)
    ]


def _label(name: str, voice: float | None, voices: Voices) -> str:
    """Return an assessor's name, with its part of the voices where they are not all alike."""
    if voice is None or voices == "equal":
        return name
    return t("step.points", points=name, share=percent(voice, 0))


def weight_spans(scenario: Scenario, found: GroupDecision, names: Names) -> Chart:
    """Show how little and how much each criterion weighs among the assessors, the widest first."""
    count, means = len(found.judgements.counted.assessors), mean_shares(found.judgements)
    finding = weights_apart(scenario, found.weight_spread, names, count)
    rows = [
        {
            "item": one.criterion,
            "value": means[one.criterion],
            "low": one.low,
            "high": one.high,
            "label": _span(one, names, count),
        }
        for one in found.weight_spread
    ]
    criteria = [criterion.id for criterion in scenario.criteria]
    return Chart(
        id="olika-vikter",
        kind="intervals",
        frame=rows,
        title=finding,
        subtitle=t("chart.group_weights.subtitle"),
        x_title=t("chart.group_weights.x"),
        source=source_line(scenario, found.judgements.used, official=False),
        alt=finding,
        colours=colours_for("criterion", criteria),
        labels=criterion_names(scenario),
        number="percent0",
        item_title=t("chart.ranking.series"),
    )


def _span(one: WeightSpread, names: Names, count: int) -> str:
    if not one.lowest:
        return percent(one.low, 0)
    return t(
        "chart.group_weights.span",
        low=percent(one.low, 0),
        lowest=who(one.lowest, names, count, MOST_NAMED),
        high=percent(one.high, 0),
        highest=who(one.highest, names, count, MOST_NAMED),
    )
