"""The municipal figures are whole, agree with the official totals, and have a source each."""

import csv
import re
from collections import Counter, defaultdict
from functools import cache

import numpy as np
import pytest

from loading.data_tables import DATA, load_municipal

COUNTIES = {
    "01": "Stockholms län",
    "03": "Uppsala län",
    "04": "Södermanlands län",
    "05": "Östergötlands län",
    "06": "Jönköpings län",
    "07": "Kronobergs län",
    "08": "Kalmar län",
    "09": "Gotlands län",
    "10": "Blekinge län",
    "12": "Skåne län",
    "13": "Hallands län",
    "14": "Västra Götalands län",
    "17": "Värmlands län",
    "18": "Örebro län",
    "19": "Västmanlands län",
    "20": "Dalarnas län",
    "21": "Gävleborgs län",
    "22": "Västernorrlands län",
    "23": "Jämtlands län",
    "24": "Västerbottens län",
    "25": "Norrbottens län",
}
MEMBERS = {
    "0662": "Gislaved",
    "0617": "Gnosjö",
    "0683": "Värnamo",
    "0665": "Vaggeryd",
    "1315": "Hylte",
    "0840": "Mörbylånga",
    "0885": "Borgholm",
    "1882": "Askersund",
    "1860": "Laxå",
    "1861": "Hallsberg",
    "1814": "Lekeberg",
}
NATIONAL_POPULATION = {  # SCB's published totals, 31 December
    2015: 9_851_017,
    2016: 9_995_153,
    2017: 10_120_242,
    2018: 10_230_185,
    2019: 10_327_589,
    2020: 10_379_295,
    2021: 10_452_326,
    2022: 10_521_556,
    2023: 10_551_707,
    2024: 10_587_710,
}
YEARS_OF = {  # column -> (years with a value, number of municipalities)
    "population": (range(2015, 2026), 290),
    "tax_base_per_capita_sek": (range(2015, 2026), 290),
    "tax_rate_percent": ((2021, 2025), 290),
    "tax_rate_total_percent": (range(2015, 2027), 133),
    "tax_revenue_per_capita_sek": ((2019,), 290),
    "residents_aged_6_15": ((2019,), 290),
}
SOURCE_OF = {
    "population": {"POP1", "POP2"},
    "tax_base_per_capita_sek": {"BASE1"},
    "tax_rate_percent": {"RATE21", "RATE25"},
    "tax_rate_total_percent": {"RATETOT"},
    "tax_revenue_per_capita_sek": {"REV19"},
    "residents_aged_6_15": {"AGE19"},
}


@cache
def rows() -> list[dict[str, str]]:
    with (DATA / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def value(column: str, code: str, year: int) -> float:
    return {(row["code"], row["year"]): float(row[column] or "nan") for row in rows()}[
        code, str(year)
    ]


def registered_sources() -> set[str]:
    text = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    headings = re.findall(r"^### (.+?) – ", text, flags=re.MULTILINE)
    return {source for heading in headings for source in heading.split(", ")}


def test_there_are_290_municipalities_with_four_digit_codes_in_the_county_they_say():
    places = {(row["code"], row["municipality"], row["county"]) for row in rows()}

    assert len(places) == len({code for code, _, _ in places}) == 290
    assert all(re.fullmatch(r"\d{4}", code) for code, _, _ in places)
    assert all(county == COUNTIES[code[:2]] for code, _, county in places)
    assert {code[:2] for code, _, _ in places} == set(COUNTIES)


def test_the_members_of_the_four_cooperations_have_the_codes_that_the_scenarios_use():
    names = {row["code"]: row["municipality"] for row in rows()}

    assert {code: names[code] for code in MEMBERS} == MEMBERS
    assert sum(code.startswith("06") for code in names) == 13


def test_a_municipality_has_one_row_per_year_and_no_year_between_is_missing():
    years = defaultdict(list)
    for row in rows():
        years[row["code"]].append(int(row["year"]))

    for code, own in years.items():
        assert own in (list(range(2015, 2026)), list(range(2015, 2027))), code


@pytest.mark.parametrize("column", YEARS_OF)
def test_a_figure_has_no_hole_in_any_municipality(column: str):
    years = defaultdict(list)
    for row in rows():
        if row[column]:
            years[row["code"]].append(int(row["year"]))

    expected, count = YEARS_OF[column]
    assert len(years) == count
    assert {tuple(own) for own in years.values()} == {tuple(expected)}


def test_a_row_with_a_figure_names_its_source_and_every_source_is_registered():
    registered = registered_sources()
    for row in rows():
        sources = set(row["source_id"].split(";"))
        assert sources <= registered
        for column, own in SOURCE_OF.items():
            assert bool(row[column]) == bool(sources & own), (row["code"], row["year"], column)


@pytest.mark.parametrize(("year", "total"), NATIONAL_POPULATION.items())
def test_the_municipalities_sum_to_the_official_population_of_the_country(year: int, total: int):
    found = sum(int(row["population"]) for row in rows() if row["year"] == str(year))

    assert found == total
    assert f"| {year} | {total:,} |".replace(",", " ") in (DATA / "SOURCES.md").read_text("utf-8")


def test_the_mediacenter_fee_of_2024_is_26_kr_times_the_population_of_the_county_in_2022():
    county = [row for row in rows() if row["code"][:2] == "06" and row["year"] == "2022"]

    assert len(county) == 13
    assert 26 * sum(int(row["population"]) for row in county) == 9_596_938


@pytest.mark.parametrize(
    ("column", "code", "year", "expected"),
    [
        ("tax_base_per_capita_sek", "0180", 2024, 329_390),  # Stockholm
        ("tax_base_per_capita_sek", "0885", 2024, 212_862),  # Borgholm
        ("population", "0680", 2020, 142_427),  # Jönköping
        ("population", "0680", 2022, 145_114),
        ("population", "0680", 2024, 147_654),
    ],
)
def test_single_values_read_apart_from_the_table_agree(column, code, year, expected):
    assert value(column, code, year) == expected


def test_revenue_2019_is_the_base_of_2017_times_the_municipal_rate_times_one_national_factor():
    """In kronor: revenue is per inhabitant of 2019, the base of table year 2019 of 2017."""
    total_rates = defaultdict(list)
    for row in rows():
        if row["year"] in ("2018", "2019", "2020", "2021") and row["tax_rate_total_percent"]:
            total_rates[row["code"]].append(row["tax_rate_total_percent"])
    steady = [code for code, own in total_rates.items() if len(set(own)) == 1]
    data = load_municipal().select(steady)
    population = dict(zip(data.population.years, data.population.values, strict=True))
    base = data.tax_base.values[data.tax_base.years.index(2019)] * population[2017]
    rate = data.tax_rate.values[data.tax_rate.years.index(2021)]
    revenue = data.tax_revenue.values[0] * population[2019]

    factor = revenue / (base * rate)

    assert len(steady) == 52
    assert factor.mean() == pytest.approx(1.0712, abs=0.0001)
    assert factor.std(ddof=1) == pytest.approx(0.0010, abs=0.0001)
    assert np.abs(factor / factor.mean() - 1).max() < 0.003


def test_the_regional_rate_is_one_in_each_county_except_where_no_region_takes_tax():
    """Total less municipal rate: a wrong digit in either would stand out."""
    for year in ("2021", "2025"):
        regional = defaultdict(Counter)
        for row in rows():
            if row["year"] == year and row["tax_rate_total_percent"]:
                own = float(row["tax_rate_total_percent"]) - float(row["tax_rate_percent"])
                regional[row["code"][:2]][round(own, 2)] += 1
        assert len(regional) == 7
        assert all(len(rates) == 1 for rates in regional.values()), (year, regional)


def test_notes_are_swedish_and_stand_where_the_figures_need_them():
    for row in rows():
        assert not re.search(r"\b(the|rate|population|not)\b", row["note"])
        assert ("störning" in row["note"]) == (row["year"] == "2025")
        assert ("gäller 2021" in row["note"]) == (row["year"] == "2021")
