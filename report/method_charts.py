"""Pictures of what other methods say -> ``Chart``. No renderer, no screen."""

from model.decision.cross_check import CrossCheck
from model.scenario import Scenario
from report import method_sentences as sentences
from report.certainty_charts import unranked
from report.chart import Chart
from report.names import alternative_names
from text import t


def ranks(scenario: Scenario, found: CrossCheck, source: str) -> Chart:
    """Show each alternative's rank by each method, the darkest first."""
    finding, last = sentences.finding(scenario, found), len(found.alternatives)
    rows = [
        {
            "item": name,
            "series": result.method,
            "value": float(last - rank),
            "label": str(rank),
            "mark": t("chart.methods.first") if rank == 1 else "",
        }
        for result in found.results
        for name, rank in zip(found.alternatives, result.ranks, strict=True)
    ]
    ours = dict(zip(found.alternatives, found.results[0].ranks, strict=True))
    return Chart(
        id="andra-satt-att-rakna",
        kind="heat",
        frame=rows,
        title=finding,
        subtitle=t("chart.methods.subtitle"),
        source=source,
        alt=t("chart.methods.alt", finding=finding),
        labels=alternative_names(scenario)
        | {result.method: sentences.method_name(result.method) for result in found.results}
        | {"least": t("chart.methods.worst"), "most": t("chart.methods.best")},
        order=tuple(sorted(ours, key=ours.__getitem__)),
        series_order=tuple(result.method for result in found.results),
        number="number",
        item_title=t("chart.ranking.item"),
        series_title=t("methods.column.method"),
        note=unranked(scenario, found.alternatives),
    )
