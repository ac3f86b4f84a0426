"""What the browser is told to draw: the same places and words as every other picture has."""

import json
from dataclasses import replace
from math import nan

import pytest

from report.chart import KINDS, Chart
from report.drawing import drawing
from report.table import table
from tests.report.samples import SAMPLES, bars, lines, member_lines
from text.numbers import NBSP

COST, RISK = "cost", "risk"
WRITTEN_BY_THE_BROWSER = ("curves", "regions")
"""Kinds whose values are told at any place that the pointer finds."""


def ranking(**values):
    """Two alternatives and two criteria: 1,5 + 0,75 = 2,25 and 0,5 + 1,0 = 1,5 unless told."""
    given = {"a_cost": 1.5, "a_risk": 0.75, "b_cost": 0.5, "b_risk": 1.0} | values
    rows = [{"item": key[0], "series": key[2:], "value": value} for key, value in given.items()]
    return Chart(
        "r", "stacked_bars", rows, "A leder", number="points2", missing="ej bedömt",
        labels={"a": "Alternativ A", "b": "Alternativ B", COST: "Kostnad", RISK: "Risk"},
        x_title="Poäng", source="Utredningen",
    )  # fmt: skip


def fees():
    """9,5 mkr in 2025, then a forecast of 9,7 between 9,6 and 10,1."""
    columns = ("series", "year", "value", "low", "high", "forecast")
    values = [("m", 2025, 9.5e6, nan, nan, False), ("m", 2026, 9.7e6, 9.6e6, 10.1e6, True)]
    rows = [dict(zip(columns, row, strict=True)) for row in values]
    return Chart("f", "lines", rows, "Avgiften stiger", number="mkr", labels={"m": "Per invånare"})


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_sent_as_json_also_with_everything_missing(kind):
    chart = SAMPLES[kind]()
    gone = {c: nan for c in ("value", "low", "high") if c in chart.columns}
    empty = replace(chart, frame=chart.frame.assign(**gone))

    for one in (chart, empty):
        sent = json.dumps(drawing(one), allow_nan=False, ensure_ascii=False)
        assert json.loads(sent) == drawing(one)


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_around_every_picture_are_there(kind):
    chart = SAMPLES[kind]()
    told = drawing(chart)

    assert (told["kind"], told["title"], told["subtitle"]) == (kind, chart.title, chart.subtitle)
    assert told["alt"] == chart.description
    assert told["source"] == f"Källa: {chart.source}"


def test_without_a_source_nothing_is_called_one_and_without_an_alternative_the_title_is_read():
    told = drawing(fees())

    assert told["source"] == ""
    assert told["alt"] == "Avgiften stiger"


def test_the_parts_of_a_stack_begin_where_the_one_before_ends_and_the_total_stands_at_the_end():
    told = drawing(ranking())

    assert [(b["item"], b["series"], b["start"], b["end"]) for b in told["bars"]] == [
        ("a", COST, 0.0, 1.5),
        ("a", RISK, 1.5, 2.25),
        ("b", COST, 0.0, 0.5),
        ("b", RISK, 0.5, 1.5),
    ]
    assert [(label["place"], label["words"]) for label in told["labels"]] == [
        (2.25, "2,25"),
        (1.5, "1,50"),
    ]
    assert [entry["words"] for entry in told["legend"]] == ["Kostnad", "Risk"]
    assert told["bars"][0]["hover"] == "Alternativ A\nKostnad\n1,50"


def test_the_axis_ends_at_its_last_tick_since_the_browser_makes_room_for_the_labels_itself():
    told = drawing(ranking())

    assert (told["low"], told["high"]) == (0.0, 2.5)  # 2,25 in five steps of 0,5
    assert told["ticks"][0] == [0.0, "0,0"]
    assert told["ticks"][-1] == [2.5, "2,5"]


def test_an_alternative_that_is_not_judged_says_so_and_has_no_total():
    label = drawing(ranking(b_risk=nan))["labels"][1]

    assert label["missing"]
    assert label["words"] == "ej bedömt"


def test_ticks_in_per_cent_carry_their_sign():
    assert drawing(SAMPLES["diverging_bars"]())["ticks"][0][1] == f"−4{NBSP}%"


def test_a_decrease_is_hollow_and_an_increase_is_not():
    told = drawing(SAMPLES["diverging_bars"]())

    assert all(bar["hollow"] == (bar["end"] < 0) for bar in told["bars"])
    assert {bar["hollow"] for bar in told["bars"]} == {True, False}


def test_a_span_is_faint_and_its_value_a_mark_within_it():
    told = drawing(SAMPLES["intervals"]())

    assert all(bar["faint"] for bar in told["bars"])
    for bar, mark in zip(told["bars"], told["marks"], strict=True):
        assert bar["start"] <= mark["place"] <= bar["end"]


def test_a_level_is_given_in_the_unit_of_the_axis_with_its_words():
    assert drawing(lines())["references"][0] | {"right": 0, "under": 0} == {
        "words": f"Anslaget 2023: 9,5{NBSP}mkr",
        "at": 9.5,
        "right": 0,
        "under": 0,
    }
    assert drawing(bars())["references"] == [
        {"words": f"Medel 738{NBSP}000{NBSP}kr", "at": 738e3, "solid": False}
    ]


def test_history_and_forecast_are_apart_and_the_forecast_begins_where_history_ends():
    told = drawing(fees())
    line = told["lines"][0]

    assert line["history"] == [[[2025, 9.5]]]
    assert line["forecast"] == [[[2025, 9.5], [2026, 9.7]]]
    assert line["band"] == [[[2026, 9.6, 10.1]]]
    assert line["points"] == [
        [2025, 9.5, False, f"9,5{NBSP}mkr"],
        [2026, 9.7, True, f"9,7{NBSP}mkr (prognos)"],
    ]
    assert (told["first_year"], told["last_year"], told["boundary"]) == (2025, 2026, 2025.5)
    assert told["forecast_words"] == "prognos →"


def test_a_gap_in_the_years_stays_a_gap():
    line = next(line for line in drawing(lines())["lines"] if line["series"] == "fixed")

    assert [run[0][0] for run in line["history"]] == [2020, 2024]  # 2023 is missing


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in WRITTEN_BY_THE_BROWSER])
def test_the_numbers_are_those_of_the_table(kind):
    chart = SAMPLES[kind]()
    cells = {str(cell) for row in table(chart).to_numpy() for cell in row}
    told = drawing(chart)

    if kind == "lines":
        words = {p[3].removesuffix(" (prognos)") for line in told["lines"] for p in line["points"]}
    elif kind == "intervals":
        words = {mark["hover"].split("\n")[1] for mark in told["marks"]}
    elif kind == "heat":
        words = {cell["words"] for item in told["items"] for cell in item["cells"]}
        cells = {cell.removesuffix(" (vanligast)") for cell in cells}
    else:
        words = {label["words"] for label in told["labels"]}
    assert words
    assert words <= cells


def test_a_colour_is_a_pair_for_light_and_dark():
    told = drawing(member_lines())

    assert all(len(line["colour"]) == len(line["ink"]) == 2 for line in told["lines"])


def test_a_coordinate_has_six_digits_and_no_more():
    assert drawing(replace(bars(), frame=[{"item": "a", "value": 3_856_743.21}]))["bars"][0][
        "end"
    ] == pytest.approx(3_856_740)
