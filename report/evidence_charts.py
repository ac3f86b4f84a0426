"""Pictures of what a pre-study should find out first -> ``Chart``. No renderer, no screen."""

from collections.abc import Sequence

from model.decision.evidence import Evidence
from model.scenario import Scenario
from report import evidence_sentences as sentences
from report.certainty_charts import MOST_BARS, widest
from report.chart import Chart
from report.names import alternative_names, figure_name
from report.sentences import odds
from text import t
from text.numbers import number


def evidence(
    scenario: Scenario,
    found: Sequence[Evidence],
    leader: str,
    share: float,
    draws: int,
    source: str,
    most: int = MOST_BARS,
) -> Chart:
    """Show how often the leader is first with each assumption known to be at its ends.

    Args:
        found: Most worth first, at least one.
        share: Of the draws in which the leader is first when nothing is known.
        most: Bars shown.
    """
    shown, name = found[:most], alternative_names(scenario)[leader]
    finding = sentences.title(scenario, found, leader)
    subtitle = t("chart.evidence.subtitle", leader=name, draws=number(draws))
    rows = [
        {
            "item": _id(one),
            "value": share,
            "low": one.leader_low,
            "high": one.leader_high,
            "low_label": sentences.end_words(scenario, one.figure, one.low),
            "high_label": sentences.end_words(scenario, one.figure, one.high),
        }
        for one in shown
    ]
    return Chart(
        id="vad-som-bor-utredas-forst",
        kind="tornado",
        frame=rows,
        title=finding,
        subtitle=widest("chart.evidence.widest", subtitle, len(shown), len(found)),
        x_title=t("chart.evidence.x", leader=name),
        source=source,
        alt=t("chart.evidence.alt", finding=finding, leader=name, share=odds(share)),
        labels={_id(one): figure_name(scenario, one.figure, {}) for one in shown}
        | {end: t(f"chart.evidence.{end}") for end in ("base", "low", "high")},
        order=tuple(_id(one) for one in shown),
        number="percent0",
        item_title=t("chart.evidence.item"),
    )


def _id(one: Evidence) -> str:
    """Return what tells a figure apart: it may lie behind several criteria."""
    return f"{one.figure}:{one.criterion}"
