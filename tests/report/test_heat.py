"""A grid of numbers for the eye: the shade says how much, and the cell says it in words."""

from dataclasses import replace
from itertools import pairwise
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.chart import Chart, ChartError
from report.drawing import drawing
from report.heat import heat_cells, shading, whole_words
from report.heat_grid import heat_grid
from report.palette import BACKGROUND, DARK_BACKGROUND, contrast, sequential, text_on
from report.plotly_figure import plotly_figure
from report.table import csv_bytes, table
from report.vector import svg, vega_spec
from tests.report.samples import MEMBERS, heat
from text.numbers import NBSP


def chances(*rows, **more):
    """How often an alternative gets a place; rows are (alternative, place, chance, mark)."""
    frame = [dict(zip(("item", "series", "value", "mark"), row, strict=False)) for row in rows]
    return Chart("h", "heat", frame, "Chanser", number="percent0", **more)


def by_place(chart):
    return {(cell.item, cell.series): cell for cell in heat_cells(chart)}


def members(columns):
    rows = [("a", name, i / 20) for i, name in enumerate(list(MEMBERS)[:columns])]
    return chances(*rows, labels=MEMBERS)


def test_the_least_is_nearest_the_ground_the_most_farthest_from_it_and_the_middle_between():
    cells = by_place(chances(("a", "1", 0.2), ("a", "2", 0.4), ("a", "3", 0.6)))

    assert [cells["a", place].fill for place in "123"] == [
        sequential(0),
        sequential(0.5),
        sequential(1),
    ]


def test_where_all_values_are_alike_all_shades_are_and_the_legend_has_one_of_them():
    chart = chances(("a", "1", 0.5), ("a", "2", 0.5))

    assert {cell.fill for cell in heat_cells(chart)} == {sequential(0.5)}
    assert [entry.words for entry in shading(chart)] == [f"50{NBSP}%"]


@given(st.floats(0, 1))
def test_the_number_can_be_read_on_every_shade_on_both_grounds(share):
    for fill in sequential(share):
        assert contrast(text_on(fill), fill) >= 4.5


@pytest.mark.parametrize(("place", "ground"), enumerate((BACKGROUND, DARK_BACKGROUND)))
def test_more_is_always_farther_from_the_ground_so_that_the_order_is_seen_without_colours(
    place, ground
):
    shades = [sequential(step / 20)[place] for step in range(21)]

    assert all(contrast(a, ground) < contrast(b, ground) for a, b in pairwise(shades))
    assert contrast(shades[-1], ground) > 4.5


def test_a_missing_value_and_a_pair_that_is_not_given_have_words_and_no_shade():
    cells = by_place(chances(("a", "1", nan), ("a", "2", 0.4), ("b", "2", 0.1), missing="ej dömt"))

    for lacking in (cells["a", "1"], cells["b", "1"]):
        assert (lacking.words, lacking.fill, lacking.ink) == ("ej dömt", None, None)
    assert cells["a", "2"].fill is not None
    assert len(cells) == 4


def test_items_go_down_and_series_across_in_the_order_asked_for():
    chart = chances(("a", "1", 0.1), ("b", "2", 0.2), order=("b",), series_order=("2", "1"))

    assert [(c.item, c.series, c.row, c.column) for c in heat_cells(chart)] == [
        ("b", "2", 0, 0), ("b", "1", 0, 1), ("a", "2", 1, 0), ("a", "1", 1, 1),
    ]  # fmt: skip


def test_a_label_stands_instead_of_the_number_and_the_shade_is_that_of_the_value():
    frame = [{"item": "a", "series": "1", "value": 0.4, "label": "4 av 10"}]
    (cell,) = heat_cells(Chart("h", "heat", frame, "T", number="percent0"))

    assert cell.words == "4 av 10"
    assert cell.fill == sequential(0.5)


def test_a_mark_is_words_or_yes_and_is_told_under_the_pointer():
    chart = chances(("a", "1", 0.4, "vanligast"), ("a", "2", 0.3, True), ("a", "3", 0.3, False))
    cells = by_place(chart)

    assert [cells["a", place].mark for place in "123"] == ["vanligast", "markerad", ""]
    assert cells["a", "1"].hover == f"a\n1\nvanligast\n40{NBSP}%"
    assert [entry.words for entry in shading(chart) if entry.hollow] == ["vanligast", "markerad"]


@pytest.mark.parametrize("nothing", [None, nan, False, ""])
def test_no_mark_is_no_mark_however_it_is_given(nothing):
    (cell,) = heat_cells(chances(("a", "1", 0.4, nothing)))

    assert cell.mark == ""


def test_a_mark_that_is_a_number_is_refused():
    with pytest.raises(ChartError, match="mark must hold words"):
        chances(("a", "1", 0.4, 7))


def test_who_does_not_see_the_picture_is_told_which_cells_are_marked():
    chart = chances(
        ("a", "p1", 0.4, "vanligast"), ("b", "p1", 0.1), ("b", "p2", 0.9, "vanligast"),
        labels={"a": "Teknik", "b": "Tjänst", "p1": "1:a plats", "p2": "2:a plats"}, alt="Chanser.",
    )  # fmt: skip

    assert chart.description == "Chanser. Vanligast: Teknik – 1:a plats; Tjänst – 2:a plats."
    assert drawing(chart)["alt"] == vega_spec(chart)["description"] == chart.description
    unmarked = replace(chart, frame=[{"item": "a", "series": "p1", "value": 0.4}])
    assert unmarked.description == "Chanser."


def test_the_table_has_a_row_per_item_and_says_what_is_marked():
    chart = chances(("a", "1", 0.4, "vanligast"), ("a", "2", nan), item_title="Alternativ")

    assert table(chart).to_dict("records") == [
        {"Alternativ": "a", "1": f"40{NBSP}% (vanligast)", "2": "uppgift saknas"}
    ]


def test_the_file_has_a_row_per_cell_with_its_mark():
    rows = csv_bytes(chances(("a", "1", 0.4, True))).decode("utf-8-sig").split("\r\n")

    assert rows[:2] == ["Namn;Serie;Markering;Värde (andel, 1 = 100 %)", "a;1;markerad;0,4"]


def test_the_browser_gets_a_shade_and_an_ink_for_each_ground_and_none_where_a_value_lacks():
    told = drawing(heat())
    cells = [cell for item in told["items"] for cell in item["cells"]]

    assert len(cells) == 36
    assert [cell["words"] for cell in cells if cell["fill"] is None] == ["uppgift saknas"]
    assert all(len(cell["fill"]) == len(cell["ink"]) == 2 for cell in cells if cell["fill"])
    assert sum(cell["mark"] for cell in cells) == 6
    assert [one["words"] for one in told["columns"]][:2] == ["1:a plats", "2:a plats"]


def test_plotly_rings_what_is_marked_and_dashes_what_is_missing():
    figure = plotly_figure(heat()).to_plotly_json()
    edges = [shape["line"] for shape in figure["layout"]["shapes"]]

    assert sum("dash" in edge for edge in edges) == 1
    assert sum("dash" not in edge for edge in edges) == 6
    assert sum(words.startswith("<b>") for words in figure["data"][0]["text"]) == 6


def test_plotly_keeps_a_height_that_is_asked_for_with_room_for_the_headings():
    figure = plotly_figure(heat(), height=500).to_plotly_json()
    low, high = figure["layout"]["yaxis"]["range"]

    assert figure["layout"]["height"] == 500
    assert low == 5.5 and high < -0.5  # Six rows, and above them the headings.


def test_markup_in_names_and_words_stays_text():
    bad = "<a href='x'>klicka</a>"
    chart = chances(("a", "1", 0.4, bad), labels={"a": bad, "1": bad}, x_title=bad, note=bad)

    assert "<a href" not in str(plotly_figure(chart).to_plotly_json())
    assert "<a href" not in svg(chart)


def test_headings_wrap_between_words_and_a_long_word_is_left_whole():
    assert whole_words("gemensam it-drift med servicenivåer", 110, 15) == [
        "gemensam",
        "it-drift med",
        "servicenivåer",
    ]


def test_headings_stand_upright_where_a_word_is_wider_than_its_column():
    assert not heat_grid(members(4), 890, 15).upright
    assert heat_grid(members(13), 890, 15).upright


def test_the_columns_fill_the_page_but_few_columns_are_not_made_wide():
    many, few = heat_grid(members(13), 890, 15), heat_grid(members(2), 890, 15)

    assert many.left + 13 * many.width == pytest.approx(890)
    assert few.width == 150


def test_numbers_shrink_where_columns_are_narrow_and_not_before():
    assert heat_grid(members(6), 890, 15).number_size == 15
    assert 9 <= heat_grid(members(13), 600, 15).number_size < 15


def test_every_cell_of_a_document_has_its_number_or_its_words():
    picture = svg(heat())

    for words in (f"61{NBSP}%", f"0{NBSP}%", "uppgift", "saknas", "lägst:", "vanligast"):
        assert words in picture
