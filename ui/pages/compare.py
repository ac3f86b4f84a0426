"""Jämför: keep sets of choices under names, and see what they agree and differ on."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import streamlit as st
from streamlit.navigation.page import StreamlitPage

from model import comparison
from model.choices import Choices
from model.comparison import LaidFees
from model.fees.simulate import FeeResult
from model.municipal import FloatArray
from model.scenario import Scenario
from report import compare_charts, compare_sentences, compare_tables
from report.changes import difference_words
from report.compare_sentences import Column
from report.compare_tables import Row
from report.names import model_names, source_line
from text import t, tn
from ui import cache, columns, panels, state, widgets
from ui.columns import Side
from ui.pages import alternatives, fees
from ui.variants import FILE, LONGEST_NAME
from ui.words import safe

REFUSED = "compare:refused"
MOST_BESIDE = 4
"""Columns of a table that has room beside the list of variants."""
VIEWS = ("year", "member", "total")
Run = Sequence[Mapping[str, FeeResult | str]]
"""Per column: fee model -> its result, or why it has none."""


def render() -> None:
    """Draw the page."""
    loaded = state.loaded()
    scenario = loaded.scenario
    panels.heading(scenario, t("page.compare.title"))
    sides = columns.sides(loaded)
    models = columns.models(scenario, sides)
    run = [columns.fees(loaded, side.choices, models) if models else {} for side in sides]
    laid = _laid(run, models)
    if not state.variants():
        st.info(t("compare.empty"), icon=":material/compare_arrows:")
    if len(sides) > 1:
        panels.answer(_answer(scenario, sides, laid))
    controls, picture = st.columns([3, 7], gap="large")
    with controls:
        _keep(scenario)
        _variants(scenario)
    if len(sides) < 2:
        return
    below = st.container()
    if _moved(scenario, sides):
        with picture:
            _picture(scenario, sides)
    elif len(sides) <= MOST_BESIDE:
        below = picture
    with below:
        _assumptions(scenario, sides)
        if scenario.alternatives:
            _ranking(scenario, sides)
    if models:
        _fees(scenario, sides, models, run, laid)


def _laid(run: Run, models: Sequence[str]) -> dict[str, LaidFees]:
    found = {
        model: comparison.lay_fees(
            [one[model] if isinstance(one[model], FeeResult) else None for one in run]
        )
        for model in models
    }
    return {model: laid for model, laid in found.items() if laid is not None}


def _answer(scenario: Scenario, sides: Sequence[Side], laid: Mapping[str, LaidFees]) -> list[str]:
    named = [side.column for side in sides]
    return [
        compare_sentences.ranking(scenario, named, [side.decision for side in sides]),
        compare_sentences.fees(scenario, named, laid, cache.names()) if laid else "",
    ]


# --- Keeping variants


def _keep(scenario: Scenario) -> None:
    """Let what is in view be kept under a name."""
    field = f"variant-name:{scenario.id}"
    if field not in st.session_state:
        st.session_state[field] = _suggested()
    st.subheader(t("compare.keep.title"), anchor=False)
    st.caption(_count(scenario, state.choices()))
    st.text_input(t("compare.keep.name"), key=field, max_chars=LONGEST_NAME)
    st.button(
        t("compare.keep"),
        key="keep-variant",
        on_click=_kept,
        args=(field,),
        icon=":material/bookmark_add:",
    )
    refused = st.session_state.pop(REFUSED, "")
    if refused:
        st.warning(t(refused))


def _kept(field: str) -> None:
    refusal = state.keep_variant(st.session_state[field])
    st.session_state[REFUSED] = refusal
    if not refusal:
        st.session_state[field] = _suggested()


def _suggested() -> str:
    taken = {variant.name.casefold() for variant in state.variants()}
    names = (t("compare.keep.suggested", number=number) for number in range(1, len(taken) + 2))
    return next(name for name in names if name.casefold() not in taken)


def _count(scenario: Scenario, choices: Choices) -> str:
    differing = len(difference_words(scenario, choices, cache.names()))
    return tn("compare.count", differing) if differing else t("compare.as_filed")


def _variants(scenario: Scenario) -> None:
    """List the variants with the ways back to their sliders, and choose what the base is."""
    kept = state.variants()
    if not kept:
        return
    st.subheader(t("compare.variants"), anchor=False)
    for place, variant in enumerate(kept):
        with st.container(gap="xxsmall"):
            in_view = t("compare.in_view") if variant.choices == state.choices() else ""
            said = " · ".join(part for part in (_count(scenario, variant.choices), in_view) if part)
            st.markdown(f"**{safe(variant.name)}**  \n:small[{safe(said)}]")
            _actions(scenario, place, variant.name)
    words = {str(FILE): t("compare.base.file")}
    words |= {str(place): variant.name for place, variant in enumerate(kept)}
    widgets.choice(
        t("compare.base"),
        list(words),
        str(state.base()),
        words,
        lambda chosen: state.set_base(int(chosen)),
        key=f"compare-base:{scenario.id}",
    )


def _actions(scenario: Scenario, place: int, name: str) -> None:
    row = st.container(horizontal=True, gap="xsmall")
    if row.button(
        t("compare.open"),
        key=f"open:{place}",
        on_click=state.open_variant,
        args=(place,),
        help=t("compare.open_help"),
    ):
        st.switch_page(_sliders(scenario))
    field = f"variant-rename:{scenario.id}:{name}"
    with row.popover(t("compare.rename")):
        st.text_input(
            t("compare.rename.name"),
            name,
            key=field,
            max_chars=LONGEST_NAME,
            on_change=_renamed,
            args=(place, field),
        )
    with row.popover(t("compare.remove")):
        st.markdown(t("compare.remove.sure", name=safe(name)))
        st.button(
            t("compare.remove.yes"),
            key=f"remove:{place}",
            on_click=state.remove_variant,
            args=(place,),
            icon=":material/delete:",
        )


def _sliders(scenario: Scenario) -> StreamlitPage:
    """Return the page whose sliders made what is in view: fees if nothing but they are changed."""
    made = state.choices()
    weighed = not scenario.fee_models or cache.decision_values(made)
    if scenario.alternatives and (weighed or cache.fee_choices(made) == Choices()):
        return st.Page(alternatives.render, url_path="alternativ")
    return st.Page(fees.render, url_path="avgifter")


def _renamed(place: int, field: str) -> None:
    st.session_state[REFUSED] = state.rename_variant(place, st.session_state[field])


# --- What differs


def _points(scenario: Scenario, sides: Sequence[Side]) -> FloatArray:
    ids = [item.id for item in scenario.alternatives]
    return comparison.points([side.decision for side in sides], ids)


def _moved(scenario: Scenario, sides: Sequence[Side]) -> bool:
    """Tell whether any alternative's points differ, so that there is a picture to draw."""
    found = comparison.widest(_points(scenario, sides)) if scenario.alternatives else None
    if found is None:
        return any(side.decision for side in sides)
    place, low, high = found
    points = _points(scenario, sides)[:, place]
    return bool(points[high] - points[low] >= compare_sentences.SAME_POINTS)


def _picture(scenario: Scenario, sides: Sequence[Side]) -> None:
    """Show every alternative's total."""
    decisions = [side.decision for side in sides]
    picture = compare_charts.totals(
        scenario,
        [side.column for side in sides],
        decisions,
        _points(scenario, sides),
        columns.base_place(sides),
        source_line(
            scenario,
            dict.fromkeys(key for one in decisions if one for key in one.used),
            official=False,
            changed=_changed(sides),
        ),
    )
    panels.chart(picture, "compare-totals")


def _changed(sides: Sequence[Side]) -> set[str]:
    return {key for side in sides for key in side.choices.changed()}


def _assumptions(scenario: Scenario, sides: Sequence[Side]) -> None:
    st.header(t("compare.assumptions"), anchor=False)
    others = [side for side in sides if side.column.id != "file"]
    rows = compare_tables.assumptions(
        scenario,
        [side.choices for side in others],
        cache.names(),
        file=len(others) < len(sides),
    )
    if not rows:
        st.markdown(t("compare.assumptions.none"))
        return
    filed = Column("file", t("table.stated"), "")
    _table(t("table.name"), [filed, *(side.column for side in others)], rows)
    st.caption(t("compare.assumptions.marked"))


def _ranking(scenario: Scenario, sides: Sequence[Side]) -> None:
    st.header(t("compare.ranking"), anchor=False)
    for side in sides:
        if side.trouble:
            _cannot(side.column, side.trouble)
    decisions = [side.decision for side in sides]
    base = columns.base_place(sides)
    named = [side.column for side in sides]
    rows = compare_tables.ranking(scenario, decisions, _points(scenario, sides), base)
    _table(t("chart.ranking.item"), named, rows)
    st.caption(safe(t("compare.ranking.how", base=named[base].said)))


def _cannot(column: Column, why: str) -> None:
    words = t("compare.cannot.why", name=column.name, why=why)
    st.warning(safe(words), icon=":material/block:")


def _table(first: str, named: Sequence[Column], rows: Sequence[Row]) -> None:
    table = compare_tables.headed(first, named, rows)
    marks = [(False,) * len(rows), *zip(*(row.marked for row in rows), strict=True)]
    st.table(
        {
            safe(heading): [_cell(cell, bold) for cell, bold in zip(cells, marked, strict=True)]
            for (heading, cells), marked in zip(table.items(), marks, strict=True)
        },
        hide_index=True,
    )


def _cell(words: str, bold: bool) -> str:
    shown = safe(words).replace("\n", "  \n")
    return f"**{shown}**" if bold and shown else shown


# --- Fees


def _fees(
    scenario: Scenario,
    sides: Sequence[Side],
    models: Sequence[str],
    run: Run,
    laid: Mapping[str, LaidFees],
) -> None:
    """Show the fees of one model: every member in a year, or one member or all over the years."""
    st.header(t("compare.fees"), anchor=False)
    gap = comparison.furthest(laid)
    left, middle, right = st.columns(3)
    with left:
        model = widgets.local_choice(
            t("compare.fees.model"),
            models,
            model_names(scenario),
            key=f"compare-model:{scenario.id}",
            kind="select",
            first=gap.model if gap else "",
        )
    with middle:
        view = widgets.local_choice(
            t("compare.fees.view"),
            VIEWS,
            {name: t(f"compare.fees.view.{name}") for name in VIEWS},
            key=f"compare-view:{scenario.id}",
            kind="select",
        )
    for side, one in zip(sides, run, strict=True):
        if not isinstance(one[model], FeeResult):
            _cannot(side.column, one[model])
    if model not in laid:
        return
    fee, base = laid[model], columns.base_place(sides)
    named = [side.column for side in sides]
    source = _fee_source(scenario, sides, [one[model] for one in run])
    with right:
        shown = _year(scenario, fee) if view == "year" else _member(scenario, fee, view)
    for line in compare_sentences.unlike(fee, cache.names()):
        st.info(safe(line), icon=":material/groups:")
    if view == "year":
        picture = compare_charts.members_in_year(
            scenario, model, named, fee, int(shown), base, cache.names(), source
        )
        rows = compare_tables.members_in_year(fee, int(shown), base, cache.names())
    else:
        place = fee.members.index(shown) if shown in fee.members else None
        values = fee.totals if place is None else fee.fee[:, :, place]
        who = t("compare.everyone") if place is None else cache.names()[shown]
        picture = compare_charts.over_years(
            scenario, model, named, fee, values, base, (shown, who), source
        )
        rows = compare_tables.over_years(fee, values, base)
    if picture.frame["value"].abs().max() >= compare_sentences.SAME:
        panels.chart(picture, f"compare-fees-{view}")
    else:
        st.markdown(f"**{safe(picture.title)}**")
    _table(t("chart.member") if view == "year" else t("chart.year"), named, rows)
    st.caption(safe(t("compare.fees.how", base=named[base].said)))


def _fee_source(
    scenario: Scenario, sides: Sequence[Side], results: Sequence[FeeResult | str]
) -> str:
    used = [key for one in results if isinstance(one, FeeResult) for key in one.used]
    return source_line(scenario, dict.fromkeys(used), official=True, changed=_changed(sides))


def _year(scenario: Scenario, fee: LaidFees) -> str:
    """Choose a year; the first time this year, or the nearest that can be compared."""
    able = fee.years[fee.shared_years] if fee.shared_years.any() else fee.years
    nearest = int(able[np.abs(able - date.today().year).argmin()])
    years = [str(year) for year in fee.years]
    return widgets.local_choice(
        t("page.fees.year"),
        years,
        {year: year for year in years},
        key=f"compare-year:{scenario.id}",
        kind="select",
        first=str(nearest),
    )


def _member(scenario: Scenario, fee: LaidFees, view: str) -> str:
    """Choose a member where one is looked at."""
    if view != "member":
        return view
    names = cache.names()
    return widgets.local_choice(
        t("chart.member"),
        sorted(fee.members, key=names.__getitem__),
        names,
        key=f"compare-member:{scenario.id}",
        kind="select",
        first=state.municipality(scenario),
    )
