"""Regions in a plane: named where they are if the name fits, else told by a marker and a key."""

from dataclasses import replace
from itertools import pairwise
from math import nan

import numpy as np
import pytest

from report.chart import Chart, ChartError
from report.drawing import drawing
from report.plotly_figure import plotly_figure
from report.polygons import inside
from report.regions import named, region_scene
from report.table import csv_bytes, table
from report.vector import svg, vega_spec
from tests.report.samples import regions
from text.numbers import NBSP


def of(polygons, **more):
    rows = [
        {"series": series, "corner": corner, "x": x, "value": y}
        for series, corners in polygons.items()
        for corner, (x, y) in enumerate(corners)
    ]
    more = {"number": "percent0", "x_title": "Vikt A", "y_title": "Vikt B"} | more
    return Chart("r", "regions", rows, "Prov", **more)


def halves(**more):
    """The triangle of two weights, cut at x = 50 %."""
    left = ((0, 0), (0.5, 0), (0.5, 0.5), (0, 1))
    return of({"left": left, "right": ((0.5, 0), (1, 0), (0.5, 0.5))}, **more)


def test_both_axes_are_alike_so_that_a_per_cent_is_as_long_in_both_ways():
    scene = region_scene(of({"a": ((0, 0), (1, 0), (0, 0.3))}))

    assert (scene.low, scene.high, scene.ticks) == (0, 100, (0, 20, 40, 60, 80, 100))


def test_corners_are_joined_in_their_order_whatever_the_order_of_the_rows():
    chart = halves()
    turned = replace(chart, frame=list(reversed(chart.rows)), order=("left", "right"))

    assert region_scene(turned).regions == region_scene(chart).regions
    assert region_scene(chart).regions[1].corners == ((50, 0), (100, 0), (50, 50))


def test_a_region_that_lacks_a_corner_is_not_drawn_but_told_in_the_key():
    chart = of({"a": ((0, 0), (1, nan), (0, 1))}, labels={"a": "Alternativ A"})
    region = region_scene(chart).regions[0]

    assert region.corners == ()
    assert named(region_scene(chart), 400, 15).key == (region,)
    assert "Alternativ A: uppgift saknas" in svg(chart)


@pytest.mark.parametrize("corner", ["första", 0.5, nan])
def test_a_corner_that_is_no_whole_number_is_refused(corner):
    with pytest.raises(ChartError, match="column corner must hold whole numbers"):
        Chart("r", "regions", [{"series": "a", "corner": corner, "x": 0, "value": 0}], "T")


def test_a_corner_told_twice_and_a_point_without_a_place_are_refused():
    rows = [{"series": "a", "corner": 0, "x": 0, "value": 0}] * 2
    with pytest.raises(ChartError, match="series a, corner 0"):
        Chart("r", "regions", rows, "T")
    with pytest.raises(ChartError, match="'I dag' stands at"):
        halves(points={"I dag": (0.2, nan)})


def test_a_name_stands_within_its_region_where_it_fits():
    scene = region_scene(halves(labels={"left": "Vänster", "right": "Höger"}))
    left, right = named(scene, 400, 15).names

    assert (left.lines, right.lines) == (("Vänster",), ("Höger",))
    assert left.x < 200 < right.x  # The cut is at half of 400 px.
    assert named(scene, 400, 15).key == ()


def test_a_long_name_is_written_in_lines_before_it_is_put_in_the_key():
    words = "Gemensam avdelning för drift och utveckling"
    scene = region_scene(halves(labels={"left": words}))

    assert len(named(scene, 400, 15).names[0].lines) > 1
    assert named(scene, 60, 15).key[0].words == words


def test_a_region_without_room_for_its_name_gets_a_marker_that_lies_within_it():
    corners = ((0.9, 0), (1, 0), (0.93, 0.07))
    scene = region_scene(of({"a": corners}, labels={"a": "Samordning av interna resurser"}))
    found = named(scene, 400, 15)

    assert found.names == (None,)
    (x, y) = found.markers[0]
    assert inside(np.array([[x / 4, 100 - y / 4]]), np.array(scene.regions[0].corners)).all()


def test_two_criteria_in_all_give_pieces_of_a_line_which_are_strokes_with_a_marker():
    chart = of({"a": ((0.4, 0.6), (0, 1)), "b": ((1, 0), (0.4, 0.6))})
    figure = plotly_figure(chart).to_plotly_json()

    assert [region.series for region in named(region_scene(chart), 400, 15).key] == ["a", "b"]
    assert [trace["line"]["width"] for trace in figure["data"][:2]] == [6, 6]


def test_a_name_keeps_clear_of_a_point_and_of_its_words():
    chart = of({"a": ((0, 0), (1, 0), (1, 1), (0, 1))}, points={"I dag": (0.5, 0.5)})
    found = named(region_scene(chart), 300, 15)
    name, label = found.names[0], found.points[0]

    assert label.x > 150 and label.y == pytest.approx(150)
    assert abs(name.y - 150) >= 15


@pytest.mark.parametrize("at", [(0, 0), (1, 0), (0, 1), (1, 1), (0.02, 0.97), (0.98, 0.01)])
def test_the_words_of_a_point_stay_within_the_plane(at):
    chart = of({"a": ((0, 0), (1, 0), (1, 1), (0, 1))}, points={"Dagens vikter": at})
    label = named(region_scene(chart), 300, 15).points[0]

    assert 0 <= label.x <= 300 - 60
    assert 9 <= label.y <= 300 - 9


def test_points_that_lie_close_have_words_that_do_not_meet():
    places = {"I dag": (0.4, 0.4), "Jönköping": (0.44, 0.41), "Habo": (0.42, 0.46)}
    chart = of({"a": ((0, 0), (1, 0), (1, 1), (0, 1))}, points=places)
    labels = named(region_scene(chart), 400, 15).points

    tops = {(round(label.x), round(label.y)) for label in labels}
    assert len(tops) == 3
    for one, other in pairwise(labels):
        assert abs(one.y - other.y) >= 17 or abs(one.x - other.x) >= 40


def test_the_table_has_a_row_per_corner_and_then_the_points():
    shown = table(halves(labels={"left": "Vänster"}, points={"I dag": (0.2, 0.15)}))

    assert list(shown.columns) == ["Serie", "Vikt A", "Vikt B"]
    assert shown.iloc[1].tolist() == ["Vänster", f"50{NBSP}%", f"0{NBSP}%"]
    assert shown.iloc[-1].tolist() == ["I dag", f"20{NBSP}%", f"15{NBSP}%"]
    assert len(shown) == 4 + 3 + 1


def test_the_table_tells_a_region_without_corners_as_missing():
    assert table(regions()).iloc[-2].tolist() == [
        "1 Teknik – gemensam it-drift",
        f"0{NBSP}%",
        "ej bedömt",
    ]


def test_the_file_numbers_the_corners():
    rows = csv_bytes(halves()).decode("utf-8-sig").split("\r\n")

    assert rows[0].startswith("Serie;Hörn;Vikt A (andel, 1 = 100 %);Vikt B (andel")
    assert rows[2] == "left;1;0,5;0,0"


def test_the_browser_gets_polygons_points_and_how_numbers_are_written():
    told = drawing(halves(points={"I dag": (0.2, 0.15)}))

    assert told["regions"][1]["corners"] == [[50, 0], [100, 0], [50, 50]]
    assert told["points"] == [
        {
            "words": "I dag",
            "at": [20, 15],
            "hover": f"Vikt A: 20{NBSP}%\nVikt B: 15{NBSP}%\nI dag",
        }
    ]
    assert told["numbers"] == {"decimals": 0, "unit": f"{NBSP}%"}


def test_the_screen_keeps_both_scales_alike_and_pale_fills_so_that_the_grid_is_seen():
    figure = plotly_figure(regions()).to_plotly_json()

    assert figure["layout"]["yaxis"]["scaleanchor"] == "x"
    assert figure["layout"]["xaxis"]["range"] == figure["layout"]["yaxis"]["range"]
    fills = [trace["fillcolor"] for trace in figure["data"] if trace.get("fill") == "toself"]
    assert len(fills) == 5
    assert all(fill.endswith(",0.3)") for fill in fills)


def test_a_region_is_told_by_more_than_its_colour():
    """By its name within it, or by a marker of its own that the key repeats."""
    chart = regions()
    found = named(region_scene(chart), 440, 15)
    markers = [region.marker for region in found.key if region.corners]

    assert all(name or spot for name, spot in zip(found.names[:5], found.markers[:5], strict=True))
    assert len(markers) == len(set(markers)) == 3
    assert all(f"{shape!r}" in str(vega_spec(chart)) for shape in markers)


def test_a_picture_without_a_key_is_as_wide_as_one_with():
    short = of({"a": ((0, 0), (1, 0), (0, 1))})

    assert svg(short).split('width="')[1][:3] == svg(regions()).split('width="')[1][:3]
