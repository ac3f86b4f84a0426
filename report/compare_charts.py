"""Pictures of sets of choices side by side -> ``Chart``. No renderer, no screen."""

from collections.abc import Mapping, Sequence

import numpy as np

from model.comparison import LaidFees, difference
from model.decision.decide import Decision
from model.municipal import FloatArray
from model.scenario import Scenario
from report import compare_sentences as sentences
from report.chart import Chart
from report.compare_sentences import Column
from report.fee_charts import KRONOR, measure_title, number_for
from report.names import Names, alternative_names, model_names
from report.number_format import FORMATS
from report.palette import colours_for
from report.sentences import joined, ranked
from text import t

MOST_SERIES = 7
"""Series that a picture can hold apart; the table beside it has them all."""
MOST_BARS = 36
"""Bars of change that a picture holds; of more, those of the members most touched."""
IDS = (*(f"variant-{place}" for place in range(6)), "file", "now")
"""All columns there can be, so that each keeps its colour whichever are shown."""


def totals(
    scenario: Scenario,
    columns: Sequence[Column],
    decisions: Sequence[Decision | None],
    points: FloatArray,
    base: int,
    source: str,
) -> Chart:
    """Show every alternative's total per column.

    Args:
        points: Shape (columns, alternatives); nan for what is not ranked.
        base: The column whose order the alternatives stand in, if it has one.
    """
    shown = columns[:MOST_SERIES]
    ids = [alternative.id for alternative in scenario.alternatives]
    first = decisions[base] or next((one for one in decisions if one is not None), None)
    rows = [
        {"item": name, "series": column.id, "value": float(points[row, place])}
        for row, column in enumerate(shown)
        if decisions[row] is not None
        for place, name in enumerate(ids)
    ]
    title = sentences.moved_most(scenario, columns, points, base)
    return Chart(
        id="jamfor-alternativ",
        kind="grouped_bars",
        frame=rows,
        title=title,
        subtitle=t("compare.chart.totals"),
        x_title=t("chart.ranking.x"),
        source=source,
        alt=f"{title}. {sentences.ranking(scenario, columns, decisions)}",
        colours=_colours(),
        labels=alternative_names(scenario) | _names(columns),
        order=ranked(first) if first else tuple(ids),
        series_order=tuple(column.id for column in shown),
        number="points",
        item_title=t("chart.ranking.item"),
        series_title=t("compare.variant"),
        missing=t("chart.ranking.missing"),
        note=_left_out(columns),
    )


def members_in_year(
    scenario: Scenario,
    model: str,
    columns: Sequence[Column],
    laid: LaidFees,
    year: int,
    base: int,
    names: Names,
    source: str,
) -> Chart:
    """Show how much each member's fee differs from the base in one year.

    One column against the base gives + and − told apart; more give a bar per column.
    """
    change, _ = difference(laid.fee[:, list(laid.years).index(year)], base)
    others, alike = _telling(change, base)
    order = _most_touched(change[others])[: max(1, MOST_BARS // len(others))]
    rows = [
        {"item": laid.members[i], "series": columns[place].id, "value": float(change[place, i])}
        for i in order
        for place in others
    ]
    number = number_for(KRONOR, [one for one in rows if np.isfinite(one["value"])])
    one = len(others) == 1
    for row in rows:
        known = np.isfinite(row["value"])
        row["label"] = FORMATS[number].write(row["value"], sign=True) if known else ""
        if one:
            del row["series"]
    members = [names.get(code, code) for code in laid.members]
    title = sentences.members_in_year(columns, change, base, members, year)
    return Chart(
        id=f"jamfor-kommuner-{model}-{year}",
        kind="diverging_bars" if one else "grouped_bars",
        frame=rows,
        title=title,
        subtitle=t(
            "compare.chart.member_one" if one else "compare.chart.members",
            column=columns[others[0]].said,
            model=model_names(scenario)[model],
            year=year,
            base=columns[base].said,
        ),
        x_title=t("compare.chart.change", unit=FORMATS[number].unit),
        source=source,
        alt=title,
        colours=colours_for("direction", ("increase", "decrease")) if one else _colours(),
        labels=dict(names) | _names(columns),
        order=tuple(laid.members[i] for i in order),
        series_order=() if one else tuple(columns[place].id for place in others),
        number=number,
        item_title=t("chart.member"),
        series_title=t("compare.variant"),
        note=" ".join(
            part
            for part in (
                _alike([columns[place] for place in alike], columns[base]),
                t("compare.chart.most", count=len(order)) if len(order) < len(members) else "",
            )
            if part
        ),
    )


def _telling(change: FloatArray, base: int) -> tuple[list[int], list[int]]:
    """Return the columns besides the base that have a change to show, and those without any.

    Args:
        change: Shape (columns, members) [kr]; a column without fees is in neither.
    """
    others = [place for place in range(len(change)) if place != base]
    known = [place for place in others if np.isfinite(change[place]).any()]
    telling = [place for place in known if np.nanmax(np.abs(change[place])) >= sentences.SAME]
    if not telling:
        return others, []
    return telling, [place for place in known if place not in telling]


def _alike(columns: Sequence[Column], base: Column) -> str:
    if not columns:
        return ""
    said = joined([column.said for column in columns])
    return t("compare.chart.alike", columns=said, base=base.said)


def _most_touched(change: FloatArray) -> list[int]:
    """Return the members that have any change to show, shape (columns, members), largest first."""
    size = np.where(np.isfinite(change), np.abs(change), -1.0).max(axis=0)
    order = [int(i) for i in np.argsort(-size, kind="stable")]
    return [i for i in order if size[i] >= 0] or order


def over_years(
    scenario: Scenario,
    model: str,
    columns: Sequence[Column],
    laid: LaidFees,
    values: FloatArray,
    base: int,
    who: tuple[str, str],
    source: str,
) -> Chart:
    """Show a fee year by year, a line per column with its forecast apart.

    Args:
        values: Shape (columns, years) [kr]: one member's fees, or the sum.
        who: An id for the file's name, and who pays as the subject of a sentence.
    """
    rows = [
        {
            "series": column.id,
            "year": int(year),
            "value": float(values[place, row]),
            "forecast": bool(laid.ahead[place, row]),
        }
        for place, column in enumerate(columns[:MOST_SERIES])
        if np.isfinite(values[place]).any()
        for row, year in enumerate(laid.years)
    ] or [{"series": columns[base].id, "year": int(laid.years[0]), "value": np.nan}]
    known = [one for one in rows if np.isfinite(one["value"])]
    number = number_for(KRONOR, known)
    title = sentences.over_years(columns, values, base, [int(one) for one in laid.years], who[1])
    ends = _ends(columns, known, number)
    return Chart(
        id=f"jamfor-ar-{model}-{who[0]}",
        kind="lines",
        frame=rows,
        title=title,
        subtitle=t("compare.chart.years", who=who[1], model=model_names(scenario)[model]),
        x_title=t("chart.year"),
        y_title=measure_title(KRONOR, known),
        source=source,
        alt=t("compare.chart.alt", title=title, ends=ends) if ends else title,
        colours=_colours(),
        labels=_names(columns),
        order=tuple(column.id for column in columns),
        number=number,
        series_title=t("compare.variant"),
        note=_left_out(columns),
    )


def _ends(columns: Sequence[Column], rows: Sequence[Mapping[str, object]], number: str) -> str:
    """Return each line's last year and value in words."""
    last = {row["series"]: row for row in rows}
    return joined(
        [
            t(
                "compare.chart.end",
                name=column.name,
                value=FORMATS[number].write(last[column.id]["value"]),
                year=last[column.id]["year"],
            )
            for column in columns
            if column.id in last
        ]
    )


def _colours() -> dict[str, str]:
    return colours_for("line", IDS)


def _names(columns: Sequence[Column]) -> dict[str, str]:
    return {column.id: column.name for column in columns}


def _left_out(columns: Sequence[Column]) -> str:
    left = [column.said for column in columns[MOST_SERIES:]]
    return t("compare.chart.left_out", columns=joined(left)) if left else ""
