"""Pictures of what the leader's first place hangs on -> ``Chart``. No renderer, no screen."""

from collections.abc import Sequence

from model.decision.tornado import Bar, Tornado
from model.decision.weight_line import WeightLine
from model.decision.weight_map import WeightMap
from model.scenario import Scenario
from report import certainty_sentences as sentences
from report.chart import Chart
from report.names import alternative_names, criterion_names
from report.palette import colours_for
from report.sentences import joined
from text import t
from text.numbers import percent, plain

MOST_BARS = 10
"""Bars that a picture shows; the table behind it has them all."""
MOST_MARKS = 3
"""Switching points that are marked; the table has them all."""


def tornado(
    scenario: Scenario, found: Tornado, spread: float, source: str, most: int = MOST_BARS
) -> Chart:
    """Show how the leader's margin moves with each weight and each score.

    Args:
        found: With a leader, another alternative and at least one bar.
        spread: How far weights are moved, as a share of themselves.
        most: Bars shown, the widest first.
    """
    shown = found.bars[:most]
    finding = sentences.tornado(scenario, found)
    subtitle = t(
        "chart.tornado.subtitle",
        leader=alternative_names(scenario)[found.leader],
        spread=percent(spread, 0),
    )
    rows = [
        {
            "item": _bar_id(bar),
            "value": found.margin,
            "low": bar.margin_low,
            "high": bar.margin_high,
            "low_label": _end(bar, bar.low),
            "high_label": _end(bar, bar.high),
        }
        for bar in shown
    ]
    return Chart(
        id="vad-ledningen-hanger-pa",
        kind="tornado",
        frame=rows,
        title=finding,
        subtitle=widest("chart.tornado.widest", subtitle, len(shown), len(found.bars)),
        x_title=t("chart.tornado.x"),
        source=source,
        alt=t("chart.tornado.alt", finding=finding),
        labels={_bar_id(bar): _bar_name(scenario, bar) for bar in shown}
        | {"base": t("chart.tornado.margin")},
        order=tuple(_bar_id(bar) for bar in shown),
        number="points",
        references={t("chart.tornado.lost"): 0.0},
        item_title=t("chart.tornado.item"),
        note=sentences.shared(found),
    )


def weight_line(scenario: Scenario, found: WeightLine, source: str) -> Chart:
    """Show every total as one weight goes from nothing to everything."""
    criterion = criterion_names(scenario)[found.criterion]
    names, finding = alternative_names(scenario), sentences.weight_line(scenario, found)
    places = sorted({0.0, found.share, *(at for at, _, _ in found.switches), 1.0})
    rows = [
        {"series": name, "x": x, "value": float(start + (end - start) * x if x else start)}
        for name, (start, end) in zip(found.alternatives, found.ends.tolist(), strict=True)
        for x in places
    ]
    near = sorted(found.switches, key=lambda one: abs(one[0] - found.share))[:MOST_MARKS]
    taken = {
        t("chart.line.from", alternative=sentences.together(scenario, found, after)): at
        for at, _, after in near
    }
    return Chart(
        id=f"vikt-{found.criterion}",
        kind="curves",
        frame=rows,
        title=finding,
        subtitle=t("chart.line.subtitle", criterion=criterion),
        x_title=t("chart.line.x", criterion=criterion),
        y_title=t("chart.ranking.x"),
        source=source,
        alt=t("chart.line.alt", finding=finding, now=percent(found.share, 0)),
        colours=_colours(scenario),
        labels=names,
        number="points",
        marks={t("chart.line.now"): found.share} | taken,
        series_title=t("chart.ranking.item"),
        missing=t("chart.ranking.missing"),
        note=unranked(scenario, found.alternatives),
    )


def weight_map(scenario: Scenario, found: WeightMap, ranked: Sequence[str], source: str) -> Chart:
    """Show who is first for every mix of two weights.

    Args:
        found: With at least one region, of more than two criteria.
        ranked: Ids of the alternatives that have a total.
    """
    criteria, finding = criterion_names(scenario), sentences.weight_map(scenario, found)
    rows = [
        {"series": one.alternative, "corner": corner, "x": x, "value": y}
        for one in found.regions
        for corner, (x, y) in enumerate(one.polygon.tolist(), 1)
    ]
    x, y = criteria[found.x], criteria[found.y]
    notes = sentences.map_notes(scenario, found.regions, ranked)
    return Chart(
        id=f"vikter-{found.x}-{found.y}",
        kind="regions",
        frame=rows,
        title=finding,
        subtitle=t("chart.map.subtitle"),
        x_title=t("chart.line.x", criterion=x),
        y_title=t("chart.line.x", criterion=y),
        source=source,
        alt=t(
            "chart.map.alt",
            finding=finding,
            x=x,
            y=y,
            share_x=percent(found.today[0], 0),
            share_y=percent(found.today[1], 0),
        ),
        colours=_colours(scenario),
        labels=alternative_names(scenario),
        number="percent0",
        points={t("chart.line.now"): found.today},
        series_title=t("chart.ranking.item"),
        note=" ".join((*notes, unranked(scenario, ranked))).strip(),
    )


def widest(key: str, subtitle: str, shown: int, of_all: int) -> str:
    """Return the subtitle, and where not all are shown, how many are."""
    if shown == of_all:
        return subtitle
    return t(key, subtitle=subtitle, shown=shown, all=of_all)


def unranked(scenario: Scenario, ranked: Sequence[str]) -> str:
    """Name the alternatives that are left out, as a reservation; empty if there are none."""
    names = alternative_names(scenario)
    gaps = [words for name, words in names.items() if name not in ranked]
    return t("certainty.left_out", alternatives=joined(gaps)) if gaps else ""


def _bar_id(bar: Bar) -> str:
    return f"{bar.alternative or ''}:{bar.criterion}"


def _bar_name(scenario: Scenario, bar: Bar) -> str:
    criterion = criterion_names(scenario)[bar.criterion]
    if bar.alternative is None:
        return t("figure.weight", criterion=criterion)
    alternative = alternative_names(scenario)[bar.alternative]
    return t("figure.score", alternative=alternative, criterion=criterion)


def _end(bar: Bar, end: float) -> str:
    return percent(end, 0) if bar.alternative is None else plain(end, 1)


def _colours(scenario: Scenario) -> dict[str, str]:
    return colours_for("alternative", [one.id for one in scenario.alternatives])
