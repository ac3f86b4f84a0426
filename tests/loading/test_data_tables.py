"""A broken data file is refused with every problem, its row, its column and the way out."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from loading import csv_table
from loading.data_tables import (
    DATA,
    RETRIEVED,
    DataError,
    SeriesError,
    load_municipal,
    load_series,
    series_value,
)
from model.errors import ModelError

HEADER = (
    "code,municipality,county,year,population,tax_base_per_capita_sek,tax_rate_percent,"
    "tax_rate_total_percent,tax_revenue_per_capita_sek,residents_aged_6_15,source_id,note"
)
GOOD = f"""{HEADER}
0662,Gislaved,Jönköpings län,2021,29566,207000,21.99,33.75,,,POP2;BASE1;RATE21;RATETOT,
0662,Gislaved,Jönköpings län,2022,29400,,,33.75,,,POP2;RATETOT,
1315,Hylte,Hallands län,2021,10600,190000,22.45,33.85,,,POP2;BASE1;RATE21;RATETOT,
"""
GOOD_SERIES = """series,vintage,year,value,unit,source_id,status,note
pkv_october_change,2025-10-16,2026,2.9,percent,PKV1,secondary,
pkv_october_change,2026-10-15,2026,3.0,percent,PKV1,secondary,
"""

Write = Callable[[str], Path]


@pytest.fixture
def municipal_file(tmp_path: Path) -> Write:
    def write(text: str) -> Path:
        (tmp_path / "municipalities.csv").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def problems(folder: Path) -> list[tuple[str, int | None, str, str]]:
    with pytest.raises(DataError) as caught:
        load_municipal(folder)
    return [(p.code, p.row, p.column, p.found) for p in caught.value.problems]


def test_a_good_file_becomes_arrays_with_nan_where_the_cell_is_blank(municipal_file: Write):
    data = load_municipal(municipal_file(GOOD))

    assert data.codes == ("0662", "1315")
    assert data.names == ("Gislaved", "Hylte")
    assert data.counties == ("Jönköpings län", "Hallands län")
    assert data.population.years == (2021, 2022)
    np.testing.assert_array_equal(data.population.values, [[29566, 10600], [29400, np.nan]])
    assert data.tax_base.years == (2021,)
    np.testing.assert_allclose(data.tax_rate.values, [[0.2199, 0.2245]])
    assert data.tax_revenue.years == ()
    assert data.tax_revenue.values.shape == (0, 2)


def test_the_shipped_tables_say_where_they_come_from_and_cannot_be_written_to():
    data = load_municipal()

    for table in (data.population, data.tax_base, data.tax_rate, data.tax_revenue):
        assert table.values.shape == (len(table.years), 290)
        assert (table.origin.kind, table.origin.retrieved) == ("official", "2026-11-21")
        assert table.origin.year == table.years[-1]
        assert not table.values.flags.writeable
        assert not np.isnan(table.values).any()
    assert data.population.years == data.tax_base.years == tuple(range(2015, 2026))
    assert data.tax_rate.years == (2021, 2025)
    assert data.tax_revenue.years == (2019,)
    assert 0.15 < data.tax_rate.values.min() < data.tax_rate.values.max() < 0.34
    assert "störning" in data.population.notes[2025]
    assert "inkomster 2023" in data.tax_base.notes[2025]
    assert load_municipal() is data


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (",population,", ",", ("column_missing", 1, "population")),
        (",population,", ",pop,", ("column_missing", 1, "population")),
        ("note\n", "note,pupils\n", ("column_unknown", 1, "pupils")),
        ("note\n", "note,note\n", ("column_repeated", 1, "note")),
        ("1315,", "131,", ("cell", 4, "code")),
        ("1315,", "13150,", ("cell", 4, "code")),
        ("1315,", "l315,", ("cell", 4, "code")),
        ("Hylte,", ",", ("blank", 4, "municipality")),
        ("län,2022,", "län,i fjol,", ("cell", 3, "year")),
        ("29400", "okänd", ("cell", 3, "population")),
        ("29400", "29400.5", ("cell", 3, "population")),
        ("29400", "-29400", ("cell", 3, "population")),
        ("29400", "29_400", ("cell", 3, "population")),
        ("29400", "nan", ("cell", 3, "population")),
        ("29400", "inf", ("cell", 3, "population")),
        ("29400", " ", ("blank", 3, "population")),
        ("22.45", "0.2245", ("cell", 4, "tax_rate_percent")),
        ("län,2022,", "län,2021,", ("repeated", 3, "code, year")),
        ("1315,Hylte", "0662,Hylte", ("renamed", 4, "municipality")),
        (",33.75,,,POP2;RATETOT,", "", ("width", 3, "")),
        ("POP2;RATETOT,", "POP2;RATETOT,,", ("width", 3, "")),
        ("POP2;RATETOT,", '"POP2;"RATETOT,', ("quotes", 3, "")),
        ("RATETOT,\n0662", "RATETOT,\n\n0662", ("width", 3, "")),
    ],
)
def test_one_fault_is_told_with_its_row_and_column(municipal_file: Write, old, new, expected):
    assert old in GOOD

    assert expected in [found[:3] for found in problems(municipal_file(GOOD.replace(old, new, 1)))]


def test_all_problems_are_told_at_once_in_the_order_of_the_file(municipal_file: Write):
    text = GOOD.replace("29400", "okänd").replace("1315,", "315,").replace("22.45", "22,45", 1)

    found = problems(municipal_file(text.replace("22,45", '"22,45"')))

    assert found == [
        ("cell", 3, "population", "okänd"),
        ("cell", 4, "code", "315"),
        ("cell", 4, "tax_rate_percent", "22,45"),
    ]


def test_the_error_is_a_swedish_text_with_file_row_column_found_allowed_and_cure(
    municipal_file: Write,
):
    folder = municipal_file(GOOD.replace("0662,Gislaved", "662,Gislaved", 1))

    with pytest.raises(ModelError) as caught:
        load_municipal(folder)

    assert str(caught.value) == (
        f"Datafilen {folder.name}/municipalities.csv kan inte användas. "
        "Rätta den och försök igen.\n"
        "- Rad 2, kolumn ”code”: här står ”662”. Tillåtet: fyra siffror, till exempel 0662. "
        "Menade du ”0662”? Ett kalkylblad tar ofta bort nollan först i koden."
    )


def test_a_decimal_comma_is_met_with_the_number_that_was_meant(municipal_file: Write):
    folder = municipal_file(GOOD.replace("22.45", '"22,45"'))

    with pytest.raises(DataError, match=r"Menade du ”22\.45”"):
        load_municipal(folder)


def test_text_from_the_file_is_quoted_and_cut_never_read_as_a_pattern(municipal_file: Write):
    folder = municipal_file(GOOD.replace("29400", "{row}" + "x" * 500))

    with pytest.raises(DataError, match=r"här står ”\{row\}x+…”") as caught:
        load_municipal(folder)
    assert len(str(caught.value)) < 500


def test_a_long_list_of_problems_is_cut_with_the_number_left(municipal_file: Write):
    rows = "".join(f"{n},A,B,2021,1,1,1,1,1,1,X,\n" for n in range(30))

    with pytest.raises(DataError, match=r"och \d+ fel till") as caught:
        load_municipal(municipal_file(f"{HEADER}\n{rows}"))
    assert str(caught.value).count("\n") == csv_table.SHOWN_PROBLEMS + 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (HEADER.encode(), "empty"),
        (GOOD.encode("latin-1"), "encoding"),
        (GOOD.replace(",", ";").encode(), "separator"),
        (GOOD.replace("Hylte", '"Hylte').encode(), "quotes"),
    ],
)
def test_a_file_of_the_wrong_kind_says_which_kind_is_right(tmp_path: Path, content, code):
    (tmp_path / "municipalities.csv").write_bytes(content)

    assert problems(tmp_path)[0][0] == code


def test_a_file_that_a_spreadsheet_has_marked_as_utf_8_is_read(tmp_path: Path):
    (tmp_path / "municipalities.csv").write_bytes(
        b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    )

    assert load_municipal(tmp_path).codes == ("0662", "1315")


def test_a_missing_or_too_large_file_is_refused_unread(tmp_path: Path, monkeypatch):
    assert problems(tmp_path)[0][0] == "unreadable"

    (tmp_path / "municipalities.csv").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(csv_table, "MAX_BYTES", 100)
    assert problems(tmp_path)[0][0] == "size"


def test_a_file_that_has_been_put_right_is_read_again(municipal_file: Write):
    problems(municipal_file(GOOD.replace("1315,", "131,")))

    assert load_municipal(municipal_file(GOOD)).codes == ("0662", "1315")


def test_a_revised_value_never_replaces_the_one_of_an_earlier_vintage(tmp_path: Path):
    (tmp_path / "national_series.csv").write_text(GOOD_SERIES, encoding="utf-8")

    assert series_value("pkv_october_change", "2025-10-16", 2026, tmp_path) == 2.9
    assert series_value("pkv_october_change", "2026-10-15", 2026, tmp_path) == 3.0
    assert load_series(tmp_path).vintages("pkv_october_change") == ("2025-10-16", "2026-10-15")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2026-10-15", "2025-10-16", ("repeated", 3, "series, vintage, year")),
        ("2026-10-15", "", ("blank", 3, "vintage")),
        ("3.0", "", ("blank", 3, "value")),
        ("3.0", "tre", ("cell", 3, "value")),
        ("percent,PKV1,secondary,\n", "percent,PKV1,guessed,\n", ("cell", 2, "status")),
        ("2.9,percent", "2.9,share", ("renamed", 3, "unit")),
    ],
)
def test_a_broken_series_file_is_refused(tmp_path: Path, old, new, expected):
    text = GOOD_SERIES.replace(old, new, 1)
    (tmp_path / "national_series.csv").write_text(text, encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load_series(tmp_path)
    assert [(p.code, p.row, p.column) for p in caught.value.problems] == [expected]


@pytest.mark.parametrize(
    ("series", "vintage", "year", "known"),
    [
        ("pkv_october_change", "mediacenter-plan-2026", 2027, "2025, 2026"),
        ("pkv_october_change", "2026-10-15", 2026, "mediacenter-plan-2026"),
        ("pkv", "mediacenter-plan-2026", 2026, "pkv_october_change"),
    ],
)
def test_a_value_that_is_not_there_is_an_error_that_says_what_there_is(
    series, vintage, year, known
):
    with pytest.raises(SeriesError, match=known) as caught:
        series_value(series, vintage, year)

    assert isinstance(caught.value, ModelError)
    assert caught.value.values["year"] == year


def test_the_list_of_sources_states_the_day_that_the_figures_were_collected():
    assert f"Insamlat {RETRIEVED} " in (DATA / "SOURCES.md").read_text(encoding="utf-8")
