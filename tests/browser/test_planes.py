"""Curves and regions as a browser draws them: told apart, named and explained under the pointer."""

from dataclasses import replace
from itertools import combinations

import pytest

from report.chart import Chart
from tests.browser.pictures import boxes, overlap
from tests.report.samples import curves, regions

pytestmark = pytest.mark.browser

INSIDE = """([x, y]) => {
  const place = Object.assign(document.querySelector('.canvas').createSVGPoint(), {x, y})
  return [...document.querySelectorAll('.region')].filter((one) => one.isPointInFill(place)).length
}"""
COLOURS = "() => [...document.querySelectorAll('.canvas text')].map(e => getComputedStyle(e).fill)"


def straight(**more):
    """A goes from 60 to 40 and B from 20 to 70."""
    rows = [("a", 0.0, 60.0), ("a", 1.0, 40.0), ("b", 0.0, 20.0), ("b", 1.0, 70.0)]
    frame = [dict(zip(("series", "x", "value"), row, strict=True)) for row in rows]
    more = {"marks": {"I dag": 0.25}} | more
    return Chart("c", "curves", frame, "Prov", number="points", **more)


def halves(cut=0.5, **more):
    """The triangle of two weights, cut upright."""
    polygons = {
        "vänster": ((0, 0), (cut, 0), (cut, 1 - cut), (0, 1)),
        "höger": ((cut, 0), (1, 0), (cut, 1 - cut)),
    }
    rows = [
        {"series": series, "corner": i, "x": x, "value": y}
        for series, corners in polygons.items()
        for i, (x, y) in enumerate(corners)
    ]
    titles = {"x_title": "Vikt A", "y_title": "Vikt B", "number": "percent0"}
    return Chart("r", "regions", rows, "Prov", **titles, **more)


def point_at(page, selector, across=0.5, down=0.5):
    box = page.locator(selector).first.bounding_box()
    page.mouse.move(box["x"] + box["width"] * across, box["y"] + box["height"] * down)
    return page.locator(".tip").inner_text().split("\n")


def test_every_curve_is_told_at_the_place_pointed_at_highest_first(draw):
    page = draw(straight())
    told = point_at(page, ".lines .stroke")

    assert told == ["50\u00a0%", "a", "50,0", "b", "45,0"]  # 60 − 20/2 and 20 + 50/2
    assert page.locator(".guide line").count() == 1
    page.mouse.move(5, 5)
    assert page.locator(".guide line").count() == 0


def test_a_mark_that_is_near_is_told_by_its_words(draw):
    page = draw(straight())
    box = page.locator(".marks line").first.bounding_box()
    page.mouse.move(box["x"] + 3, box["y"] + 100)

    assert page.locator(".tip").inner_text().split("\n") == [
        "I dag 25\u00a0%", "a", "55,0", "b", "32,5",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [360, 420, 560, 900, 1240])
@pytest.mark.parametrize("today", [0.0, 0.2, 0.28, 0.97])
def test_the_words_of_marks_lie_over_no_other_words_and_within_the_picture(draw, width, today):
    marks = curves().marks | {"I dag": today}
    page = draw(replace(curves(), marks=marks), width)

    (frame,) = boxes(page, ".canvas")
    words = boxes(page, ".words .marks text")
    assert len(words) == 3
    for box in words:
        assert box["left"] >= frame["left"] - 1 and box["right"] <= frame["right"] + 1, box
    for one, other in combinations(boxes(page, ".canvas text"), 2):
        assert not overlap(one, other), (one, other)


def test_a_curve_that_is_not_drawn_is_named_and_said_to_be_missing(draw):
    page = draw(curves())
    assert "4 Externa parter: ej bedömt" in page.locator(".ends").text_content()

    page = draw(curves(), 360)
    assert "4 Externa parter: ej bedömt" in page.locator(".legend").inner_text()


@pytest.mark.parametrize("make", [curves, regions])
def test_when_numbers_change_the_same_shapes_are_moved(draw, make):
    chart = make()
    page = draw(chart)
    shapes = "document.querySelectorAll('.lines > g, .region')"
    page.evaluate(f"() => {shapes}.forEach(shape => {{ shape.mine = true }})")

    draw(replace(chart, frame=chart.frame.assign(value=chart.frame["value"] * 0.9)))

    assert page.evaluate(f"() => [...{shapes}].every(shape => shape.mine)")
    assert page.evaluate(f"() => {shapes}.length") == 6


@pytest.mark.parametrize("make", [curves, regions])
@pytest.mark.parametrize("width", [800, 1240])
def test_the_wall_is_filled_and_not_overfilled(draw, make, width):
    page = draw(make(), width, size=24, height=680, heading=False, foot=False)

    # Half as wide the plane gives way to its key.
    least = 600 if make is curves or width > 1000 else 400
    assert least <= page.locator(".chart").bounding_box()["height"] <= 684


@pytest.mark.parametrize("width", [360, 700, 1240])
def test_a_per_cent_is_as_long_in_both_ways(draw, width):
    page = draw(halves(), width)
    (across,) = boxes(page, ".words .places text:last-child")
    region = page.locator(".region").first.bounding_box()

    assert across["words"] == "100\u00a0%"
    assert region["height"] == pytest.approx(2 * region["width"], rel=0.02)  # 100 % and 50 %


@pytest.mark.parametrize("width", [360, 560, 900])
def test_names_stand_within_their_regions(draw, width):
    page = draw(regions(), width)
    (frame,) = boxes(page, ".canvas")
    names = boxes(page, ".within text")

    assert [box["words"].split()[0] for box in names] == ["2", "0"]
    for box in names:
        for x in (box["left"] + 1, box["right"] - 1):
            for y in (box["top"] + 3, box["bottom"] - 3):
                assert page.evaluate(INSIDE, [x - frame["left"], y - frame["top"]]) == 1, box


@pytest.mark.parametrize("width", [360, 560, 900])
def test_every_region_is_named_within_it_or_in_the_key_by_a_marker_of_its_own(draw, width):
    chart = regions()
    page = draw(chart, width)

    shown = page.locator(".within").text_content() + page.locator(".key").text_content()
    for series in chart.series:
        assert all(word in shown for word in chart.word(series).split())
    assert page.locator(".points .markers path").count() == page.locator(".key path").count()
    assert "ej bedömt" in page.locator(".key").text_content()


def test_on_a_phone_the_key_stands_below_the_plane_and_else_beside_it(draw):
    page = draw(regions(), 360)
    plane = page.locator(".areas").bounding_box()
    assert page.locator(".key").bounding_box()["y"] > plane["y"] + plane["height"]

    page = draw(regions(), 900)
    plane = page.locator(".areas").bounding_box()
    assert page.locator(".key").bounding_box()["x"] > plane["x"] + plane["width"]


def test_a_region_tells_the_place_pointed_at_and_who_is_there(draw):
    page = draw(halves())
    told = point_at(page, ".region", across=0.8, down=0.8)

    assert told == ["Vikt A: 40\u00a0%", "Vikt B: 20\u00a0%", "vänster"]


def test_a_point_tells_what_it_is_and_where(draw):
    page = draw(halves(points={"I dag": (0.3, 0.15)}))

    assert point_at(page, ".dot") == ["Vikt A: 30\u00a0%", "Vikt B: 15\u00a0%", "I dag"]


def test_nothing_is_told_where_nothing_lies(draw):
    page = draw(halves())
    box = page.locator(".areas").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + box["height"] * 0.1)

    assert not page.locator(".tip").is_visible()


def test_with_two_criteria_in_all_the_pieces_of_a_line_are_strokes(draw):
    rows = [("a", 0, 0.4, 0.6), ("a", 1, 0, 1), ("b", 0, 1, 0), ("b", 1, 0.4, 0.6)]
    columns = ("series", "corner", "x", "value")
    frame = [dict(zip(columns, row, strict=True)) for row in rows]
    page = draw(Chart("r", "regions", frame, "Prov", number="percent0"))

    assert page.locator(".region.flat").count() == 2
    assert page.locator(".key text").all_text_contents() == ["a", "b"]


@pytest.mark.parametrize("make", [curves, regions])
def test_words_are_seen_where_the_computer_forces_colours(draw, tab, make):
    tab.emulate_media(forced_colors="active", color_scheme="dark")
    page = draw(make())

    colours = page.evaluate(COLOURS)
    tab.emulate_media(forced_colors="none", color_scheme="light")

    assert set(colours) == {"rgb(255, 255, 255)"}  # white, on the black that is forced
