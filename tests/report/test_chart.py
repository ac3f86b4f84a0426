"""A chart refuses what no renderer could draw."""

import math
from dataclasses import replace

import pandas as pd
import pytest

from report.chart import KINDS, Chart, ChartError
from report.number_format import FORMATS
from tests.report.samples import SAMPLES, bars, lines, stacked_bars


def chart(kind, **columns):
    return Chart(id="prov", kind=kind, frame=pd.DataFrame(columns), title="Prov")


def test_every_kind_has_a_sample():
    assert set(SAMPLES) == set(KINDS)


def test_a_frame_that_lacks_a_column_is_refused_with_the_names_of_the_lacking_ones():
    with pytest.raises(ChartError, match="lacks the columns series, value"):
        chart("stacked_bars", item=["a"])


def test_a_column_that_the_kind_does_not_know_is_refused():
    with pytest.raises(ChartError, match="unknown columns colour"):
        chart("bars", item=["a"], value=[1.0], colour=["red"])


def test_an_unknown_kind_and_an_unknown_number_format_are_refused():
    with pytest.raises(ChartError, match="allowed: stacked_bars"):
        chart("pie", item=["a"], value=[1.0])
    with pytest.raises(ChartError, match="allowed: kr"):
        Chart("x", "bars", pd.DataFrame({"item": ["a"], "value": [1.0]}), "T", number="dollar")


def test_two_rows_for_the_same_bar_or_year_are_refused():
    with pytest.raises(ChartError, match="more than one row for item a"):
        chart("bars", item=["a", "a"], value=[1.0, 2.0])
    with pytest.raises(ChartError, match="series a, year 2026"):
        chart("lines", series=["a", "a"], year=[2026, 2026], value=[1.0, 2.0])


@pytest.mark.parametrize("value", ["tio", "1,5"])
def test_text_among_the_numbers_is_refused(value):
    with pytest.raises(ChartError, match="column value must hold numbers"):
        chart("bars", item=["a"], value=[value])


def test_half_a_year_and_an_empty_identity_are_refused():
    with pytest.raises(ChartError, match="whole years"):
        chart("lines", series=["a"], year=[2026.5], value=[1.0])
    with pytest.raises(ChartError, match="non-empty text"):
        chart("bars", item=[""], value=[1.0])


def test_the_frame_given_is_copied_so_that_a_later_change_does_not_reach_the_chart():
    frame = pd.DataFrame({"item": ["a"], "value": [1.0]})
    made = Chart("x", "bars", frame, "T")

    frame.loc[0, "value"] = 2.0

    assert made.frame["value"][0] == 1.0


def test_the_order_given_comes_first_and_the_rest_follow_as_in_the_frame():
    made = Chart(
        "x", "bars", pd.DataFrame({"item": list("abc"), "value": [1, 2, 3]}), "T", order=("c", "z")
    )

    assert made.items == ("c", "a", "b")


def test_years_without_a_word_on_forecast_are_history():
    assert not chart("lines", series=["a"], year=[2026], value=[1.0]).has_forecast
    assert lines().has_forecast


def test_values_are_written_in_swedish_in_the_unit_of_the_format():
    assert lines().write(9_596_938.0) == "9,6\u00a0mkr"
    assert bars().write(-1234.5) == "−1\u00a0234\u00a0kr"
    assert FORMATS["percent"].write(0.547, sign=True) == "+54,7\u00a0%"


def test_a_missing_value_is_told_in_words_and_never_as_zero():
    assert bars().write(math.nan) == "uppgift saknas"
    assert stacked_bars().write(None) == "ej bedömt"


@pytest.mark.parametrize("kind", KINDS)
def test_rows_give_the_same_chart_as_a_frame_of_them(kind):
    made = SAMPLES[kind]()
    from_rows = replace(made, frame=list(made.rows))

    pd.testing.assert_frame_equal(from_rows.frame, made.frame)
    assert (from_rows.items, from_rows.series) == (made.items, made.series)


def test_a_value_is_written_alike_however_many_decimals_it_has_beyond_those_shown():
    fee = Chart("x", "bars", [{"item": "a", "value": 1.0}], "T", number="kr2")

    assert fee.write(26.294999) == fee.write(26.29) == "26,29\u00a0kr"
    assert fee.write(-0.001) == "0,00\u00a0kr"
