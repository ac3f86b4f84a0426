"""Pictures of sets of choices side by side: what they show, and what they leave to the table."""

from dataclasses import replace

import numpy as np
import pytest

from model import comparison
from model.choices import Choices
from model.evaluate import evaluate_decision, evaluate_fees
from report import compare_charts
from report.compare_charts import IDS, MOST_BARS, MOST_SERIES
from report.compare_sentences import Column
from report.vector import svg
from tests.shipping import COUNTRY, KNOWN, SCENARIOS

GGVVH, MEDIACENTER = SCENARIOS["ggvvh-it"], SCENARIOS["mediacenter"]
MODEL, RATE = "per-invanare", "fee_models.per-invanare.rate"
FILE = Column("file", "Filen", "filens värden")
KEPT = tuple(Column(f"variant-{i}", f"Variant {i}", f"”Variant {i}”") for i in range(6))
NOW = Column("now", "Det du ser nu", "det du ser nu")


def fee(rate=26.0, **choices):
    made = Choices(((RATE, rate),), models=(MODEL,), **choices)
    return evaluate_fees(MEDIACENTER, made, COUNTRY).result(MODEL)


def in_year(results, columns, year=2026, base=0):
    laid = comparison.lay_fees(results)
    return compare_charts.members_in_year(
        MEDIACENTER, MODEL, columns, laid, year, base, KNOWN, "källan"
    )


def over_years(results, columns, base=0):
    laid = comparison.lay_fees(results)
    return compare_charts.over_years(
        MEDIACENTER,
        MODEL,
        columns,
        laid,
        laid.totals,
        base,
        ("total", "Alla tillsammans"),
        "källan",
    )


def totals(decisions, columns):
    points = comparison.points(decisions, [one.id for one in GGVVH.alternatives])
    return compare_charts.totals(GGVVH, columns, decisions, points, 0, "källan")


def weighed(**values):
    return evaluate_decision(GGVVH, Choices(values=tuple(sorted(values.items()))), COUNTRY)


def test_the_totals_stand_in_the_order_of_the_base_with_a_bar_per_column():
    picture = totals([weighed(), weighed(**{"weights.potential": 74.0})], (FILE, KEPT[0]))

    assert picture.items[:2] == ("1-tjanst", "2")
    assert picture.series == ("file", "variant-0")
    assert picture.title == (
        "Mest ändras 2 IT-avdelning: 2,1 poäng mer med ”Variant 0” än med filens värden"
    )
    assert "medan 2 IT-avdelning kommer först" in picture.alt
    assert svg(picture)


def test_a_column_that_cannot_be_weighed_has_no_bars():
    picture = totals([weighed(), None, weighed()], (FILE, KEPT[0], KEPT[1]))

    assert picture.series == ("file", "variant-1")


def test_a_column_has_the_same_colour_whichever_others_are_shown():
    pair = totals([weighed(), weighed()], (KEPT[2], NOW))
    more = totals([weighed()] * 4, (FILE, KEPT[0], KEPT[2], NOW))

    for column in ("variant-2", "now"):
        assert pair.colours[column] == more.colours[column]
    assert len({more.colours[name] for name in IDS}) == len(IDS)


def test_more_columns_than_a_picture_holds_are_named_as_left_out():
    picture = totals([weighed()] * 8, (FILE, *KEPT, NOW))

    assert len(picture.series) == MOST_SERIES
    assert picture.note == "Bilden rymmer sju. Utanför står det du ser nu, se tabellen."


def test_one_column_against_the_base_is_shown_as_more_and_less():
    picture = in_year([fee(), fee(27.0)], (FILE, KEPT[0]))

    # 27 of 26 kr: each pays 1/26 of its fee more. Jönköping pays the most, so the most more.
    paid = fee().fee[list(fee().years).index(2026)]
    assert picture.kind == "diverging_bars"
    assert picture.items[0] == "0680"
    assert sorted(picture.frame["value"]) == pytest.approx(sorted(paid / 26))
    assert picture.title.startswith("Jönköping betalar ")
    assert "med ”Variant 0” mot filens värden" in picture.subtitle
    assert svg(picture)


def test_more_columns_get_a_bar_each_and_their_changes_carry_a_sign():
    picture = in_year([fee(), fee(27.0), fee(25.0)], (FILE, *KEPT[:2]))

    assert picture.kind == "grouped_bars"
    assert picture.series == ("variant-0", "variant-1")
    assert {label[0] for label in picture.frame["label"]} == {"+", "−"}
    assert svg(picture)


def test_a_column_with_the_same_fees_as_the_base_is_told_and_not_drawn():
    picture = in_year([fee(), fee(), fee(27.0), None], (FILE, *KEPT[:3]))

    assert picture.kind == "diverging_bars"
    assert picture.note == "Med ”Variant 0” är avgifterna desamma som med filens värden."


def test_a_picture_shows_the_members_most_touched_when_all_would_be_too_many():
    many = tuple(sorted(KNOWN))[:80]
    results = [fee(rate, years=(2026, 2026), members=many) for rate in (26.0, 27.0)]

    picture = in_year(results, (FILE, KEPT[0]))

    largest = np.sort(np.abs(results[1].fee - results[0].fee)[0])[::-1][:MOST_BARS]
    assert list(picture.frame["value"]) == pytest.approx(list(largest))
    assert picture.note.startswith(f"Bilden visar de {MOST_BARS} kommuner")


def test_a_member_that_the_base_lacks_is_left_to_the_table():
    with_more = fee(27.0, years=(2026, 2026), members=("0680", "1280"))
    picture = in_year([fee(years=(2026, 2026), members=("0680",)), with_more], (FILE, KEPT[0]))

    assert picture.items == ("0680",)


def test_lines_over_the_years_mark_each_columns_own_forecast():
    known = replace(fee(years=(2024, 2028)), forecast_from=None)
    picture = over_years([fee(years=(2024, 2028)), known], (FILE, KEPT[0]))

    ahead = picture.frame[picture.frame["forecast"]]
    assert set(ahead["series"]) == {"file"}
    assert picture.title == "Alla tillsammans betalar samma avgift alla år"
    assert svg(picture)


def test_lines_break_where_a_column_lacks_a_year_and_the_end_of_each_is_read_out():
    picture = over_years([fee(years=(2024, 2026)), fee(27.0, years=(2025, 2027))], (FILE, KEPT[0]))

    assert picture.frame["value"].isna().sum() == 2  # 2027 and 2024
    assert "Filen" in picture.alt and "(2026)" in picture.alt and "(2027)" in picture.alt


def test_nothing_to_compare_gives_a_picture_that_says_so():
    one, other = fee(members=("0680",)), fee(members=("0662",))

    assert "kan inte jämföras" in over_years([one, other], (FILE, KEPT[0])).title
    assert "kan inte jämföras" in in_year([one, other], (FILE, KEPT[0])).title
