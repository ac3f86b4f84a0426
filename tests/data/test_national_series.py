"""National series are kept by vintage, and the computed ones can be computed again."""

import csv
import re
from collections import Counter
from functools import cache

import numpy as np
import pytest

from loading.data_tables import DATA, load_municipal, load_series, series_value

COLLECTED = "2026-11-21"


@cache
def rows() -> list[dict[str, str]]:
    with (DATA / "national_series.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_series_has_one_value_per_vintage_and_year():
    counts = Counter((row["series"], row["vintage"], row["year"]) for row in rows())

    assert max(counts.values()) == 1


def test_every_source_and_series_is_described_in_the_list_of_sources():
    text = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    headings = re.findall(r"^### (.+?) – ", text, flags=re.MULTILINE)
    registered = {source for heading in headings for source in heading.split(", ")}

    assert {row["source_id"] for row in rows()} <= registered
    for row in rows():
        assert f"`{row['series']}`" in text
        assert f"`{row['vintage']}`" in text


def test_a_vintage_of_a_series_has_no_hole():
    series = load_series()
    for name in series.names():
        for vintage in series.vintages(name):
            years = series.years(name, vintage)
            assert years == tuple(range(years[0], years[-1] + 1)), (name, vintage)


def test_the_price_index_is_known_for_two_years_and_only_as_the_plan_quotes_it():
    series = load_series()

    assert series.vintages("pkv_october_change") == ("mediacenter-plan-2026",)
    assert series.years("pkv_october_change", "mediacenter-plan-2026") == (2025, 2026)
    assert series_value("pkv_october_change", "mediacenter-plan-2026", 2025) == 1.1
    assert series_value("pkv_october_change", "mediacenter-plan-2026", 2026) == 3.0


def test_only_the_statistics_of_the_authorities_are_called_official():
    status = {row["source_id"]: row["status"] for row in rows()}

    assert {source for source, own in status.items() if own == "official"} == {"KPI1"}
    assert {source for source, own in status.items() if own == "computed"} == {
        "POP1",
        "POP2",
        "DERIVED",
    }


def test_the_population_of_the_country_is_the_sum_of_the_municipalities():
    population = load_municipal().population
    for year, values in zip(population.years, population.values, strict=True):
        if year <= 2024:  # 2025 is disturbed, so that its sum is no official total
            assert series_value("population_sweden_31_dec", COLLECTED, year) == values.sum()
    assert 2025 not in load_series().years("population_sweden_31_dec", COLLECTED)


def test_the_tax_base_of_an_income_year_is_the_table_two_years_later_times_the_population():
    data = load_municipal()
    population = dict(zip(data.population.years, data.population.values, strict=True))
    base = dict(zip(data.tax_base.years, data.tax_base.values, strict=True))
    years = load_series().years("tax_base_sweden_by_income_year", COLLECTED)
    sums = np.array([(base[year + 2] * population[year]).sum() / 1e9 for year in years])
    stated = [series_value("tax_base_sweden_by_income_year", COLLECTED, year) for year in years]
    growth = 100 * (sums[1:] / sums[:-1] - 1)
    stated_growth = [
        series_value("tax_base_growth_by_income_year", COLLECTED, year) for year in years[1:]
    ]

    assert years == tuple(range(2015, 2024))
    assert stated == pytest.approx(sums, abs=0.05)
    assert stated_growth == pytest.approx(growth, abs=0.051)


@pytest.mark.parametrize(("vintage", "year"), [("2022-01-04", 2020), ("2022-10-20", 2021)])
def test_the_computed_growth_of_the_tax_base_agrees_with_what_skr_stated(vintage: str, year: int):
    stated = series_value("tax_base_growth_skr", vintage, year)

    assert series_value("tax_base_growth_by_income_year", COLLECTED, year) == stated
