"""Pictures of who pays what: fees -> ``Chart``. No renderer, no screen."""

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np

from model.evaluate import FeesResult
from model.fees.simulate import FeeResult
from model.municipal import FloatArray
from model.scenario import Scenario
from report import sentences
from report.chart import Chart
from report.names import Names, model_names, source_line
from report.number_format import FORMATS
from report.palette import colours_for
from text import t

PER_INHABITANT = "per_inhabitant"
KRONOR = "fee"
TOTALS = "avgift-totalt"
PER_MILLE = "share_of_revenue"
_NUMBERS = {PER_INHABITANT: "kr2", KRONOR: "kr", PER_MILLE: "permille"}


def fee_totals(
    scenario: Scenario, fees: FeesResult, names: Names, changed: tuple[str, ...] = ()
) -> Chart:
    """Show what all members pay together, year by year."""
    rows = [
        {
            "series": result.model,
            "year": int(year),
            "value": value,
            "low": low,
            "high": high,
            "forecast": not result.is_history(int(year)),
        }
        for result in fees.results
        for year, value, low, high in zip(
            fees.years,
            result.total.tolist(),
            result.low.sum(axis=1).tolist(),
            result.high.sum(axis=1).tolist(),
            strict=True,
        )
    ]
    return _fee_lines(
        scenario,
        fees,
        rows,
        changed,
        sentences.other_members(scenario, fees, names),
        id=TOTALS,
        title=sentences.fees(scenario, fees, names),
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
                    "forecast": not result.is_history(int(year)),
                }
            )
    return _fee_lines(
        scenario,
        fees,
        rows,
        changed,
        id=f"avgift-{measure.replace('_', '-')}-{code}",
        title=sentences.member_fee(scenario, fees, place, name),
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
    if measure == PER_INHABITANT and _alike(fees, row):
        title = t("chart.fee_per_member.equal", year=year)
    elif spread is not None:
        result, low, high = spread
        title = t(
            "chart.fee_per_member.title" + ("_per_inhabitant" if measure == PER_INHABITANT else ""),
            model=model_names(scenario)[result.model],
            year=year,
            low=written(measure, getattr(result, measure)[row, low]),
            low_member=names.get(fees.members[low], fees.members[low]),
            high=written(measure, getattr(result, measure)[row, high]),
            high_member=names.get(fees.members[high], fees.members[high]),
        )
    counted = sentences.counted_by_model(scenario, fees.results, year)
    return Chart(
        id=f"avgift-per-kommun-{year}",
        kind="grouped_bars",
        frame=rows,
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
        note=_notes(sentences.other_members(scenario, fees, names), counted),
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
    written = partial(FORMATS["kr" if share else number].write, sign=True)
    title = sentences.today(scenario, fees, result, year, names, written)
    if share:
        paid = today.fee[row]
        change = np.divide(change, paid, out=np.full_like(change, np.nan), where=paid != 0)
    words = model_names(scenario)
    return Chart(
        id=f"forandring-{model}-{year}",
        kind="diverging_bars",
        frame=[
            {"item": code, "value": value}
            for code, value in zip(fees.members, change.tolist(), strict=True)
        ],
        title=title,
        subtitle=t(
            "chart.change.subtitle", model=words[model], today=words[today.model], year=year
        ),
        x_title=t("chart.change.share" if share else f"chart.change.{number}"),
        source=source_line(scenario, fees.used, official=True, changed=changed),
        alt=title,
        colours=colours_for("direction", ("increase", "decrease")),
        labels=dict(names),
        order=tuple(np.array(fees.members)[np.argsort(-change, kind="stable")]),
        number=number,
        item_title=t("chart.member"),
        note=sentences.other_members(scenario, fees, names),
    )


def _notes(*notes: str) -> str:
    return " ".join(note for note in notes if note)


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


def _fee_lines(
    scenario: Scenario,
    fees: FeesResult,
    rows: list[dict[str, object]],
    changed: tuple[str, ...],
    other: str = "",
    *,
    id: str,
    title: str,
    subtitle: str,
    y_title: str,
    number: str,
) -> Chart:
    """Return lines over the years, a line per fee model.

    Args:
        other: Whose fees these are, where they are not the investigation's own members'.
    """
    ends = ", ".join(
        f"{model_names(scenario)[row['series']]} {FORMATS[number].write(row['value'])}"
        for row in rows
        if row["year"] == fees.years[-1]
    )
    return Chart(
        id=id,
        kind="lines",
        frame=rows,
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
        note=_notes(
            other,
            t("chart.fee_lines.same") if id == TOTALS and sentences.same_sum(fees) else "",
            t("chart.fee_lines.note"),
        ),
    )


def _member_band(
    result: FeeResult, place: int, values: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Scale the band in kronor to the measure that is shown."""
    fee = result.fee[:, place]
    scale = np.divide(values, fee, out=np.zeros_like(values), where=fee != 0)
    return result.low[:, place] * scale, result.high[:, place] * scale


def _all_models(scenario: Scenario) -> tuple[str, ...]:
    return tuple(model.id for model in scenario.fee_models)


def _alike(fees: FeesResult, row: int) -> bool:
    """Tell whether all members pay nearly the same per inhabitant under every model."""
    paid = np.concatenate([result.per_inhabitant[row] for result in fees.results])
    return bool(np.ptp(paid) < 0.005 * paid.max()) if paid.size else False


def _widest(fees: FeesResult, row: int, measure: str) -> tuple[FeeResult, int, int] | None:
    """Return the result with the widest spread between members, and its extreme members."""
    best = None
    for result in fees.results:
        values = getattr(result, measure)[row]
        low, high = int(np.argmin(values)), int(np.argmax(values))
        spread = values[high] - values[low]
        if best is None or spread > best[0]:
            best = (spread, result, low, high)
    return best[1:] if best else None


def written(measure: str, value: float) -> str:
    """Return a fee in the measure's own number format."""
    return FORMATS[_NUMBERS[measure]].write(float(value))
