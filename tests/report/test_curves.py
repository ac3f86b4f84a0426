"""Lines over a number: straight between their points, named at their ends, crossed by marks."""

import json
from dataclasses import replace
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.chart import Chart, ChartError
from report.curves import curve_scene
from report.drawing import drawing
from report.plotly_figure import plotly_figure
from report.table import csv_bytes, table
from report.vector import svg, vega_spec
from tests.report.samples import curves
from text.numbers import NBSP


def two(**more):
    """A goes from 60 to 40 and B from 20 to 70: they meet where 60 − 20x = 20 + 50x, x = 4/7."""
    rows = [("a", 0.0, 60.0), ("a", 1.0, 40.0), ("b", 0.0, 20.0), ("b", 1.0, 70.0)]
    return of(rows, labels={"a": "Alternativ A", "b": "Alternativ B"}, **more)


def of(rows, **more):
    frame = [dict(zip(("series", "x", "value"), row, strict=True)) for row in rows]
    return Chart("c", "curves", frame, "Prov", number="points", missing="ej bedömt", **more)


def test_a_curve_is_straight_between_its_points():
    a, b = curve_scene(two()).curves

    assert a.at(25) == 55  # 60 − 20 × 0,25
    assert b.at(400 / 7) == pytest.approx(a.at(400 / 7))
    assert a.at(101) is None


def test_both_axes_are_in_the_units_shown_and_the_horizontal_one_ends_at_the_data():
    scene = curve_scene(replace(two(), frame=[*two().rows, {"series": "a", "x": 0.5, "value": 50}]))

    assert (scene.first, scene.last, scene.x_ticks) == (0, 100, (0, 20, 40, 60, 80, 100))
    assert (scene.low, scene.high) == (0, 80)


def test_an_axis_between_uneven_ends_has_its_ticks_on_round_numbers_within():
    scene = curve_scene(of([("a", 0.13, 1.0), ("a", 0.47, 2.0)]))

    assert (scene.first, scene.last, scene.x_ticks) == (13, 47, (20, 30, 40))


def test_a_mark_tells_its_words_and_its_place_and_is_always_within_the_axis():
    scene = curve_scene(of([("a", 0.2, 1.0), ("a", 0.4, 2.0)], marks={"I dag": 0.05}))

    assert scene.marks == ((f"I dag 5{NBSP}%", pytest.approx(5)),)
    assert scene.first == pytest.approx(5)


def test_x_can_be_in_another_unit_than_per_cent():
    scene = curve_scene(two(x_number="points", marks={"Nu": 0.5}))

    assert scene.marks == (("Nu 0,5", 0.5),)
    assert scene.last == 1


def test_a_value_that_is_missing_breaks_the_curve_as_does_an_x_that_only_others_have():
    rows = [("a", x / 4, 1.0 if x != 2 else nan) for x in range(5)]
    rows += [("b", x / 4, 2.0) for x in (0, 1, 3, 4)]

    for curve in curve_scene(of(rows)).curves:
        assert [[x for x, _ in run] for run in curve.runs] == [[0, 25], [75, 100]]
        assert curve.at(50) is None


def test_a_curve_without_a_stretch_is_a_marker_and_has_no_end():
    known, alone, none = curve_scene(
        of([("a", 0, 1), ("a", 1, 2), ("b", 0, 3), ("b", 1, nan), ("c", 0, nan)])
    ).curves

    assert known.end == (100, 2)
    assert (alone.end, alone.markers) == (None, ((0, 3),))
    assert (none.end, none.markers, none.runs) == (None, (), ())


@given(st.integers(1, 13))
def test_markers_stand_at_other_places_on_each_curve_so_that_equal_curves_can_be_told_apart(count):
    rows = [(f"s{i}", x, 5.0) for i in range(count) for x in (0.0, 1.0)]
    places = [x for curve in curve_scene(of(rows)).curves for x, _ in curve.markers]

    assert len(places) == 5 * count == len({round(x, 6) for x in places})
    assert all(0 < x < 100 for x in places)


def test_two_rows_for_the_same_place_on_a_curve_are_refused():
    with pytest.raises(ChartError, match=r"series a, x 0\.5"):
        of([("a", 0.5, 1), ("a", 0.5, 2)])


@pytest.mark.parametrize("x", [nan, None, float("inf")])
def test_a_point_without_a_place_is_refused(x):
    with pytest.raises(ChartError, match="column x must hold a number in every row"):
        of([("a", x, 1.0)])


def test_a_mark_without_a_place_and_an_unknown_number_format_of_x_are_refused():
    with pytest.raises(ChartError, match="'I dag' stands at nan, which is no place"):
        two(marks={"I dag": nan})
    with pytest.raises(ChartError, match="number is 'dollar'"):
        two(x_number="dollar")


def test_the_table_has_a_row_per_x_which_tells_the_mark_that_stands_there():
    shown = table(two(marks={"I dag": 0.0}, x_title="Vikt"))

    assert list(shown.columns) == ["Vikt", "Alternativ A", "Alternativ B"]
    assert shown.to_numpy().tolist() == [
        [f"0{NBSP}% (I dag)", "60,0", "20,0"],
        [f"100{NBSP}%", "40,0", "70,0"],
    ]


def test_the_table_tells_what_is_missing():
    assert table(curves()).iloc[-1]["4 Externa parter"] == "ej bedömt"


def test_the_file_has_x_unrounded_under_a_heading_with_its_unit():
    rows = csv_bytes(two(x_title="Vikt")).decode("utf-8-sig").split("\r\n")

    assert rows[0] == "Serie;Vikt (andel, 1 = 100 %);Värde (poäng)"
    assert rows[1] == "Alternativ A;0,0;60,0"


def test_the_browser_gets_the_ends_of_straight_lines_and_how_numbers_are_written():
    told = drawing(two(marks={"I dag": 0.2}))
    line = told["lines"][0]

    assert line["runs"] == [[[0, 60], [100, 40]]]
    assert (line["end"], line["end_words"]) == ([100, 40], "Alternativ A")
    assert told["marks"] == [{"words": f"I dag 20{NBSP}%", "at": 20}]
    assert told["x_ticks"][-1] == [100, f"100{NBSP}%"]
    assert told["numbers"] == {
        "x": {"decimals": 0, "unit": f"{NBSP}%"},
        "value": {"decimals": 1, "unit": ""},
    }


def test_a_curve_that_is_not_drawn_is_named_with_the_words_for_what_is_missing():
    chart = curves()
    words = "4 Externa parter: ej bedömt"

    assert words in [line["end_words"] for line in drawing(chart)["lines"]]
    assert words in str(plotly_figure(chart, width=900).layout.annotations).replace("<br>", " ")
    assert "bedömt" in svg(chart)


def test_the_screen_tells_the_value_of_each_curve_at_every_per_cent_and_at_the_marks():
    figure = plotly_figure(two(marks={"Byte": 4 / 7})).to_plotly_json()
    a, b = (trace for trace in figure["data"] if trace["mode"] == "lines")

    assert set(range(101)) <= {round(x, 6) for x in a["x"]}
    at_mark = [trace["y"][trace["x"].index(4 / 7 * 100)] for trace in (a, b)]
    assert at_mark == pytest.approx([60 - 20 * 4 / 7] * 2)
    assert figure["layout"]["hovermode"] == "x unified"


def test_a_gap_on_the_screen_is_never_bridged():
    chart = of([("a", x / 4, 1.0 if x != 2 else nan) for x in range(5)])
    trace = plotly_figure(chart).to_plotly_json()["data"][0]

    assert None in trace["y"] and not trace["connectgaps"]
    assert not any(25 < x < 75 for x in trace["x"] if x is not None)


def test_every_renderer_draws_the_marks_with_their_words():
    chart = curves()

    for words in (f"I dag 20{NBSP}%", f"Som i dag först 68{NBSP}%"):
        assert words in json.dumps(plotly_figure(chart).to_plotly_json(), ensure_ascii=False)
        assert words in str(vega_spec(chart)).replace("\\xa0", NBSP)
        assert words in [mark["words"] for mark in drawing(chart)["marks"]]


def test_more_marks_make_the_picture_higher_and_never_the_plot_lower():
    few, more = (plotly_figure(replace(curves(), marks=m)).layout for m in ({}, curves().marks))

    assert more.height - few.height == pytest.approx(more.margin.t - few.margin.t, abs=1)
    assert more.margin.t > few.margin.t


def test_a_height_that_is_asked_for_is_kept_also_with_marks():
    assert plotly_figure(curves(), height=500).layout.height == 500
