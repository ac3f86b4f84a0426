"""What an answer rests on: from the base out to the results at each assumption's two ends."""

import json
from dataclasses import replace
from math import nan

import pytest

from report.bars import bare_scene, row_height
from report.chart import Chart
from report.drawing import drawing
from report.plotly_figure import plotly_figure
from report.table import csv_bytes, table
from report.vector import svg, vega_spec
from tests.report.samples import tornado
from text.numbers import NBSP


def lead(*rows, **more):
    """The lead of the first alternative, 0,23 points as things stand, while one weight changes."""
    named = ("item", "low", "high", "value", "low_label", "high_label")
    frame = [dict(zip(named, row, strict=False)) for row in rows]
    given = {"number": "points2", "labels": {"cost": "Kostnad"}, "missing": "ej bedömt"}
    return Chart("t", "tornado", frame, "Försprånget", **given | more)


def cost(low, high, value=0.23):
    return lead(("cost", low, high, value, "7 %", "21 %"))


def test_the_bars_run_from_the_base_and_the_low_end_is_hollow_whichever_way_it_points():
    falling, rising = bare_scene(cost(0.41, 0.05)).bars, bare_scene(cost(0.05, 0.41)).bars

    assert [(bar.start, bar.end, bar.hollow) for bar in falling] == [
        (0.23, 0.41, True),
        (0.23, 0.05, False),
    ]
    assert [(bar.start, bar.end, bar.hollow) for bar in rising] == [
        (0.23, 0.05, True),
        (0.23, 0.41, False),
    ]


def test_the_bars_end_is_named_by_what_the_end_is_and_else_by_the_result():
    named = bare_scene(cost(-0.06, 0.41)).labels
    bare = bare_scene(lead(("cost", -0.06, 0.41, 0.23))).labels

    assert [(label.words, label.place, label.left) for label in named] == [
        ("7 %", -0.06, True),
        ("21 %", 0.41, False),
    ]
    assert [label.words for label in bare] == ["−0,06", "0,41"]


def test_a_bar_tells_the_item_the_base_its_end_and_the_result():
    low = bare_scene(cost(-0.06, 0.41)).bars[0]

    assert low.hover.split("\n") == [
        "Kostnad",
        "Utgångsläget 0,23",
        "Vid lägsta värdet: 7 %",
        "−0,06",
    ]


def test_two_ends_on_the_same_side_get_a_line_each_so_that_neither_hides_the_other():
    chart = cost(0.26, 0.29)
    scene = bare_scene(chart)

    assert [bar.row for bar in scene.bars] == [-0.2, 0.2]
    low, high = scene.bars
    assert low.row + low.thickness / 2 < high.row - high.thickness / 2
    assert [(label.row, label.left) for label in scene.labels] == [(-0.2, False), (0.2, False)]


def test_many_rows_are_kept_tall_where_two_labels_stand_in_one_of_them():
    apart = [(str(i), 0.1, 0.3, 0.23) for i in range(9)]

    assert row_height(lead(*apart), 10) == 21
    assert row_height(lead(*apart, ("both", 0.26, 0.29, 0.23)), 10) == 29


def test_an_end_that_changes_nothing_has_no_bar_and_is_named_opposite_the_other():
    scene = bare_scene(cost(0.41, 0.23))

    assert [bar.series for bar in scene.bars] == ["low"]
    assert [(label.words, label.left) for label in scene.labels] == [("7 %", False), ("21 %", True)]
    neither = bare_scene(cost(0.23, 0.23))
    assert not neither.bars
    assert [label.left for label in neither.labels] == [True, False]


def test_a_missing_end_is_told_in_words_opposite_the_other_and_never_drawn():
    scene = bare_scene(cost(nan, 0.41))

    assert [bar.series for bar in scene.bars] == ["high"]
    missing = scene.labels[0]
    assert (missing.words, missing.place, missing.left) == ("ej bedömt", 0.23, True)
    assert missing.missing


@pytest.mark.parametrize("row", [(nan, nan, 0.23), (0.1, 0.4, nan)])
def test_an_item_without_ends_or_without_a_base_has_words_and_no_bar(row):
    scene = bare_scene(lead(("known", 0.1, 0.4, 0.23), ("cost", *row)))

    assert {bar.item for bar in scene.bars} == {"known"}
    assert [label.words for label in scene.labels if label.row == 1] == ["ej bedömt"]


def test_a_base_that_all_share_is_one_solid_line_and_a_reference_is_another():
    levels = bare_scene(replace(cost(-0.06, 0.41), references={"Ledningen tappas": 0.0})).levels

    assert [(level.words, level.place, level.solid) for level in levels] == [
        ("Utgångsläget 0,23", 0.23, True),
        ("Ledningen tappas 0,00", 0.0, False),
    ]


def test_where_the_bases_differ_each_row_has_a_mark_of_its_own_and_there_is_no_line():
    scene = bare_scene(lead(("a", 1.0, 3.0, 2.0), ("b", 2.0, 4.0, 3.0)))

    assert scene.levels == ()
    assert [(mark.place, mark.row) for mark in scene.marks] == [(2.0, 0), (3.0, 1)]


def test_without_a_base_the_ends_are_changes_from_zero():
    chart = Chart("t", "tornado", [{"item": "a", "low": -1.0, "high": 2.0}], "T", number="points")

    assert [bar.start for bar in bare_scene(chart).bars] == [0, 0]
    assert bare_scene(chart).levels[0].words == "Utgångsläget 0,0"
    assert table(chart)["Utgångsläget"].tolist() == ["0,0"]


def test_the_scale_follows_the_number_format():
    chart = replace(lead(("a", 9.1e6, 9.9e6, 9.5e6)), number="mkr")
    low, high = bare_scene(chart).bars

    assert (low.start, low.end, high.end) == pytest.approx((9.5, 9.1, 9.9))


def test_the_ends_and_the_base_can_be_worded_for_what_is_varied():
    words = {"low": "Halverad vikt", "high": "Halv gång till", "base": "I dag"}
    chart = replace(cost(-0.06, 0.41), labels=words)
    scene = bare_scene(chart)

    assert [entry.words for entry in scene.legend] == ["Halverad vikt", "Halv gång till"]
    assert scene.levels[0].words == "I dag 0,23"
    assert list(table(chart).columns)[1] == "I dag"


def test_the_table_gives_the_base_and_for_each_end_what_it_is_and_the_result():
    shown = table(cost(-0.06, 0.41))

    assert shown.to_dict("records") == [
        {
            "Namn": "Kostnad",
            "Utgångsläget": "0,23",
            "Lägsta värde": "7 %",
            "Vid lägsta värdet": "−0,06",
            "Högsta värde": "21 %",
            "Vid högsta värdet": "0,41",
        }
    ]


def test_the_file_has_the_same_columns_with_unrounded_numbers():
    first, second = csv_bytes(cost(-0.0613, 0.41)).decode("utf-8-sig").split("\r\n")[:2]

    assert first == (
        "Namn;Utgångsläget (poäng);Lägsta värde;Vid lägsta värdet (poäng);"
        "Högsta värde;Vid högsta värdet (poäng)"
    )
    assert second == "Kostnad;0,23;7 %;-0,0613;21 %;0,41"


def test_the_browser_is_told_which_line_the_bars_begin_at_and_which_swatch_is_hollow():
    told = drawing(tornado())

    assert [one["solid"] for one in told["references"]] == [True, False]
    assert [one["hollow"] for one in told["legend"]] == [True, False]
    assert json.dumps(told, allow_nan=False)


def test_plotly_draws_the_base_over_the_bars_and_the_reference_behind_them():
    figure = plotly_figure(tornado()).to_plotly_json()

    assert [(s["layer"], "dash" in s["line"]) for s in figure["layout"]["shapes"]] == [
        ("above", False),
        ("below", True),
    ]
    assert "□" in figure["layout"]["title"]["text"] and "■" in figure["layout"]["title"]["text"]
    assert f"33{NBSP}%" in str(figure["data"]) + str(figure["layout"]["annotations"]).replace(
        "\\xa0", NBSP
    )


def test_documents_name_both_ends_the_base_and_the_reference():
    picture = svg(tornado())

    for words in ("Vid lägsta värdet", "Försprånget i dag 0,23", "Ledningen tappas 0,00"):
        assert words in picture
    opacities = {
        row["opacity"]
        for layer in vega_spec(tornado())["layer"]
        for row in layer["data"]["values"]
        if "opacity" in row
    }
    assert opacities == {0.12, 1}  # The low end as an outline, the high end solid.
