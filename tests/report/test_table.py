"""The numbers behind a chart, for the eye and for Excel."""

import io
import math
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from report.chart import KINDS
from report.table import as_text, csv_bytes, table
from tests.report.samples import MEMBERS, SAMPLES, bars, intervals, lines, stacked_bars

DAY = date(2026, 11, 21)


def read_back(chart) -> pd.DataFrame:
    rows = csv_bytes(chart, DAY).decode("utf-8-sig").split("\r\n\r\n")[0]
    return pd.read_csv(io.StringIO(rows), sep=";", decimal=",")


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_read_back_gives_the_same_numbers_to_the_last_digit(kind):
    chart = SAMPLES[kind]()
    values = "^(Värde|Försprånget i dag|Vikt för Skalfördelar och ekonomi) "
    written = read_back(chart).filter(regex=values).squeeze()

    assert sorted(written.dropna()) == sorted(chart.frame["value"].dropna())
    assert written.isna().sum() == chart.frame["value"].isna().sum() > 0


def test_the_file_opens_right_in_a_swedish_excel():
    content = csv_bytes(bars(), DAY)

    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content and b"\n" not in content.replace(b"\r\n", b"")
    assert "Kommun;Värde (kr)" in content.decode("utf-8-sig")
    assert "Jönköping;3856743,0" in content.decode("utf-8-sig")


def test_source_title_and_date_follow_after_an_empty_row():
    end = csv_bytes(bars(), DAY).decode("utf-8-sig").split("\r\n\r\n")[1].split("\r\n")

    assert end[0].startswith(("Källa;", 'Källa;"'))
    assert end[1].startswith("Diagram;Jönköping betalar")
    assert end[2] == "Uttaget;2026-11-21"


@pytest.mark.parametrize("text", ["=1+1", "+46", "-2", "@cmd", "\tx", " =1+1", "\r=1"])
def test_text_that_begins_like_a_formula_is_written_as_text(text):
    assert as_text(text) == f"'{text}"
    assert as_text("1 Teknik") == "1 Teknik"


def test_a_formula_in_a_name_title_or_source_does_not_reach_the_sheet_as_a_formula():
    evil = "=HYPERLINK(0)"
    chart = replace(bars(), labels={"0680": evil}, title=evil, source=evil, item_title=evil)
    cells = csv_bytes(chart, DAY).decode("utf-8-sig").replace("\r\n", ";").split(";")

    assert cells.count("'" + evil) == 4
    assert evil not in cells


def test_a_negative_number_is_left_as_a_number():
    values = read_back(SAMPLES["diverging_bars"]())["Värde (andel, 1 = 100 %)"]

    assert values.min() < 0


def test_the_table_to_read_has_swedish_headings_and_numbers():
    shown = table(bars())

    assert list(shown.columns) == ["Kommun", "Kronor"]
    assert shown.iloc[0].tolist() == ["Jönköping", "3\u00a0856\u00a0743\u00a0kr"]
    assert len(shown) == len(MEMBERS)


def test_a_missing_value_is_told_in_words_in_the_table():
    assert "uppgift saknas" in set(table(bars())["Kronor"])
    assert not table(bars())["Kronor"].str.startswith("0").any()


def test_lines_give_a_row_per_year_and_say_what_is_forecast():
    shown = table(lines())

    assert list(shown["År"]) == [str(year) for year in range(2020, 2036)]
    assert shown["Utfall eller prognos"].iloc[[0, -1]].tolist() == ["utfall", "prognos"]
    assert shown.loc[3, "Fast anslag med procentnyckel"] == "uppgift saknas"


def test_stacked_bars_end_with_a_total_that_is_missing_where_a_part_is():
    shown = table(stacked_bars()).set_index("Alternativ")["Summa"]

    assert shown["0 Som i dag"] == "2,38"
    assert shown["1 Teknik – gemensam it-drift"] == "ej bedömt"


def test_spans_have_their_ends_in_the_table():
    assert table(intervals()).iloc[0].tolist() == [
        "Tar till vara potentialen", "20\u00a0%", "5\u00a0%", "42\u00a0%",
    ]  # fmt: skip


def test_a_label_stands_instead_of_the_number_in_the_table_and_beside_it_in_the_file():
    frame = pd.DataFrame({"item": ["a", "b"], "value": [1.0, math.nan], "label": ["ett", None]})
    chart = replace(bars(), frame=frame)

    assert table(chart)["Kronor"].tolist() == ["ett", "uppgift saknas"]
    assert read_back(chart)["Etikett"].iloc[0] == "ett"
