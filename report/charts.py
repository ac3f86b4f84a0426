"""Which picture shows what: results -> ``Chart``. No renderer, no screen."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from model.decision.decide import Decision
from model.evaluate import FeesResult
from model.scenario import Scenario
from report import sentences
from report.chart import Chart
from report.names import Names, alternative_names, criterion_names, model_names, source_line
from report.number_format import FORMATS
from report.palette import colours_for
from text import t

PER_INHABITANT = "per_inhabitant"
KRONOR = "fee"
PER_MILLE = "share_of_revenue"
_NUMBERS = {PER_INHABITANT: "kr2", KRONOR: "kr", PER_MILLE: "permille"}


def ranking(scenario: Scenario, decision: Decision, changed: tuple[str, ...] = ()) -> Chart:
    """Stack each alternative's contribution per criterion, the leader on top."""
    order = sentences.ranked(decision)
    frame = pd.DataFrame(
        [
            {"item": alternative, "series": criterion, "value": decision.contributions[row, column]}
            for row, alternative in enumerate(decision.alternatives)
            for column, criterion in enumerate(decision.criteria)
        ]
    )
    unranked = {
        name
        for name, rank in zip(decision.alternatives, decision.ranks, strict=True)
        if rank is None
    }
    frame.loc[frame["item"].isin(unranked), "value"] = np.nan
    return Chart(
        id="rangordning",
        kind="stacked_bars",
        frame=frame,
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
    frame = pd.DataFrame(
        {
            "item": decision.criteria,
            "value": decision.shares,
            "low": decision.stability[:, 0],
            "high": decision.stability[:, 1],
        }
    )
    return Chart(
        id="viktspann",
        kind="intervals",
        frame=frame,
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
    frame = pd.DataFrame(
        [
            {"item": name, "series": series, "value": float(values[row])}
            for series, values in (("near", found.first_near), ("any", found.first_any))
            for row, name in enumerate(decision.alternatives)
        ]
    )
    return Chart(
        id="forstaplatser",
        kind="grouped_bars",
        frame=frame,
        title=sentences.first_places(scenario, decision),
        subtitle=t("chart.first.subtitle"),
        x_title=t("chart.first.x"),
        source=source_line(scenario, decision.used, official=False),
        alt=sentences.robustness(scenario, decision),
        colours=colours_for("line", ("near", "any")),
        labels=alternative_names(scenario) | {k: t(f"chart.first.{k}") for k in ("near", "any")},
        order=sentences.ranked(decision),
        series_order=("near", "any"),
        number="percent0",
        item_title=t("chart.ranking.item"),
        series_title=t("chart.first.series"),
    )


def own_weights(scenario: Scenario, own: Decision, joint: Decision, name: str) -> Chart:
    """Lay one municipality's weights beside the joint ones."""
    frame = pd.DataFrame(
        [
            {"item": criterion, "series": series, "value": float(decision.shares[row])}
            for series, decision in (("own", own), ("joint", joint))
            for row, criterion in enumerate(own.criteria)
        ]
    )
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
        frame=frame,
        title=title,
        subtitle=t("chart.own_weights.subtitle"),
        x_title=t("chart.own_weights.x"),
        source=source_line(scenario, own.used, official=False),
        alt=title,
        colours=colours_for("line", ("own", "joint")),
        labels=names | {"own": name, "joint": t("chart.own_weights.joint")},
        order=own.criteria,
        series_order=("own", "joint"),
        number="percent0",
        item_title=t("chart.ranking.series"),
        series_title=t("chart.own_weights.series"),
    )


def fee_totals(scenario: Scenario, fees: FeesResult, changed: tuple[str, ...] = ()) -> Chart:
    """Show what all members pay together, year by year."""
    rows = [
        {
            "series": result.model,
            "year": int(year),
            "value": float(result.total[row]),
            "low": float(result.low[row].sum()),
            "high": float(result.high[row].sum()),
            "forecast": result.forecast_from is not None and year >= result.forecast_from,
        }
        for result in fees.results
        for row, year in enumerate(fees.years)
    ]
    return _fee_lines(
        scenario,
        fees,
        rows,
        changed,
        id="avgift-totalt",
        title=sentences.fees(scenario, fees),
        subtitle=t("chart.fee_totals.subtitle"),
        y_title=t("chart.fee_totals.y"),
        number="mkr",
    )


def member_fees(
    scenario: Scenario,
    fees: FeesResult,
    code: str,
    name: str,
    measure: str = KRONOR,
    changed: tuple[str, ...] = (),
) -> Chart:
    """Show what one member pays under each model, year by year."""
    place = fees.members.index(code)
    rows = []
    for result in fees.results:
        values = getattr(result, measure)[:, place]
        low, high = _member_band(result, place, values)
        for row, year in enumerate(fees.years):
            rows.append(
                {
                    "series": result.model,
                    "year": int(year),
                    "value": float(values[row]),
                    "low": float(low[row]),
                    "high": float(high[row]),
                    "forecast": result.forecast_from is not None and year >= result.forecast_from,
                }
            )
    return _fee_lines(
        scenario,
        fees,
        rows,
        changed,
        id=f"avgift-{measure.replace('_', '-')}-{code}",
        title=sentences.member_fee(scenario, fees, place, int(fees.years[0]), name),
        subtitle=t(f"chart.member_fees.{measure}", name=name),
        y_title=measure_title(measure, rows),
        number=number_for(measure, rows),
    )


def fee_per_member(
    scenario: Scenario,
    fees: FeesResult,
    year: int,
    names: Names,
    measure: str = PER_INHABITANT,
    changed: tuple[str, ...] = (),
) -> Chart:
    """Compare the members' fees under each model in one year."""
    row = list(fees.years).index(year)
    rows = [
        {"item": code, "series": result.model, "value": float(getattr(result, measure)[row, i])}
        for result in fees.results
        for i, code in enumerate(fees.members)
    ]
    spread = _widest(fees, row, measure)
    title = t("chart.fee_per_member.none")
    if spread is not None:
        result, low, high = spread
        title = t(
            "chart.fee_per_member.title",
            model=model_names(scenario)[result.model],
            year=year,
            low=written(measure, getattr(result, measure)[row, low]),
            low_member=names.get(fees.members[low], fees.members[low]),
            high=written(measure, getattr(result, measure)[row, high]),
            high_member=names.get(fees.members[high], fees.members[high]),
        )
    counted = " ".join(
        dict.fromkeys(
            filter(None, (sentences.counted(scenario, result, year) for result in fees.results))
        )
    )
    return Chart(
        id=f"avgift-per-kommun-{year}",
        kind="grouped_bars",
        frame=pd.DataFrame(rows),
        title=title,
        subtitle=t(f"chart.fee_per_member.{measure}", year=year),
        x_title=measure_title(measure, rows),
        source=source_line(scenario, fees.used, official=True, changed=changed),
        alt=title,
        colours=colours_for("fee_model", _all_models(scenario)),
        labels=dict(names) | model_names(scenario),
        order=fees.members,
        series_order=tuple(result.model for result in fees.results),
        number=number_for(measure, rows),
        item_title=t("chart.member"),
        series_title=t("chart.fee_model"),
        note=counted,
    )


def change_against_today(
    scenario: Scenario,
    fees: FeesResult,
    model: str,
    year: int,
    names: Names,
    *,
    share: bool = False,
    changed: tuple[str, ...] = (),
) -> Chart:
    """Show winners and losers against the fee model in force."""
    row = list(fees.years).index(year)
    result, today = fees.result(model), fees.today_result
    change = result.fee[row] - today.fee[row]
    number = "percent" if share else number_for(KRONOR, [{"value": one} for one in change])
    if share:
        change = change / today.fee[row]
    words = model_names(scenario)
    return Chart(
        id=f"forandring-{model}-{year}",
        kind="diverging_bars",
        frame=pd.DataFrame({"item": fees.members, "value": change}),
        title=sentences.today(scenario, fees, result, year, names),
        subtitle=t(
            "chart.change.subtitle", model=words[model], today=words[today.model], year=year
        ),
        x_title=t("chart.change.share" if share else f"chart.change.{number}"),
        source=source_line(scenario, fees.used, official=True, changed=changed),
        alt=sentences.today(scenario, fees, result, year, names),
        colours=colours_for("direction", ("increase", "decrease")),
        labels=dict(names),
        order=tuple(np.array(fees.members)[np.argsort(-change, kind="stable")]),
        number=number,
        item_title=t("chart.member"),
    )


def number_for(measure: str, rows: Sequence[Mapping[str, object]]) -> str:
    """Return the number format of a measure: kronor as kr, tkr or mkr by the largest value."""
    if measure != KRONOR:
        return _NUMBERS[measure]
    largest = max((abs(row["value"]) for row in rows), default=0.0)
    return "mkr" if largest >= 5e6 else "tkr" if largest >= 5e5 else "kr"


def measure_title(measure: str, rows: Sequence[Mapping[str, object]]) -> str:
    """Return the axis title of a measure, in the unit that ``number_for`` gives."""
    unit = number_for(measure, rows)
    return t(f"chart.measure.{measure}" + ("" if unit in _NUMBERS.values() else f".{unit}"))


def _fee_lines(scenario, fees, rows, changed, *, id, title, subtitle, y_title, number) -> Chart:
    ends = ", ".join(
        f"{model_names(scenario)[row['series']]} {_mkr_or_kr(row['value'], number)}"
        for row in rows
        if row["year"] == fees.years[-1]
    )
    return Chart(
        id=id,
        kind="lines",
        frame=pd.DataFrame(rows),
        title=title,
        subtitle=subtitle,
        x_title=t("chart.year"),
        y_title=y_title,
        source=source_line(scenario, fees.used, official=True, changed=changed),
        alt=t("chart.fee_lines.alt", title=title, year=int(fees.years[-1]), ends=ends),
        colours=colours_for("fee_model", _all_models(scenario)),
        labels=model_names(scenario),
        order=tuple(result.model for result in fees.results),
        number=number,
        series_title=t("chart.fee_model"),
        note=t("chart.fee_lines.note"),
    )


def _member_band(result, place, values):
    """Scale the band in kronor to the measure that is shown."""
    scale = values / result.fee[:, place]
    return result.low[:, place] * scale, result.high[:, place] * scale


def _all_models(scenario: Scenario) -> tuple[str, ...]:
    return tuple(model.id for model in scenario.fee_models)


def _widest(fees: FeesResult, row: int, measure: str):
    """Return the result with the widest spread between members, and its extreme members."""
    best = None
    for result in fees.results:
        values = getattr(result, measure)[row]
        low, high = int(np.argmin(values)), int(np.argmax(values))
        spread = values[high] - values[low]
        if best is None or spread > best[0]:
            best = (spread, result, low, high)
    return best[1:] if best else None


def _places(scenario: Scenario, decision: Decision) -> str:
    names = alternative_names(scenario)
    parts = []
    for name in sentences.ranked(decision):
        total = sentences.total_of(decision, name)
        words = t("chart.ranking.missing") if not np.isfinite(total) else sentences.number(total, 1)
        parts.append(f"{names[name]} {words}")
    return ", ".join(parts)


def written(measure: str, value: float) -> str:
    """Return a fee in the measure's own number format."""
    return _mkr_or_kr(float(value), _NUMBERS[measure])


def _mkr_or_kr(value: float, number: str) -> str:
    return FORMATS[number].write(value)
