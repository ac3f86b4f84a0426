"""A heat map in the browser: a grid where there is room, cells in lines where there is not."""

from itertools import pairwise

import pytest

from report.chart import Chart
from tests.browser.pictures import boxes, overlap
from tests.report.samples import ALTERNATIVES, MEMBERS, heat, tornado

pytestmark = pytest.mark.browser


def judgements(order=()):
    rows = [
        {"item": item, "series": member, "value": ((i * 5 + j * 7) % 23) / 23}
        for i, item in enumerate(ALTERNATIVES)
        for j, member in enumerate(MEMBERS)
    ]
    words = ALTERNATIVES | MEMBERS
    return Chart("j", "heat", rows, "Bedömningar", labels=words, number="percent0", order=order)


def test_each_number_stands_within_its_cell(draw):
    page = draw(heat())

    numbers = boxes(page, ".numbers text")
    assert len(numbers) == 36
    cells = page.evaluate(
        "() => [...document.querySelectorAll('.cells rect')]"
        ".map(one => one.getBoundingClientRect().toJSON())"
    )
    for number in numbers:
        assert any(
            cell["left"] <= number["left"]
            and number["right"] <= cell["right"]
            and cell["top"] <= number["top"]
            and number["bottom"] <= cell["bottom"]
            for cell in cells
        ), number["words"]


def test_thirteen_headings_stand_upright_and_none_lies_over_another(draw):
    page = draw(judgements(), 900)

    heads = boxes(page, ".heads .names text")
    assert [head["words"] for head in heads] == list(MEMBERS.values())
    assert all(head["bottom"] - head["top"] > head["right"] - head["left"] for head in heads)
    assert not any(overlap(one, other) for one, other in pairwise(heads))


def test_on_a_phone_the_cells_stand_in_lines_and_each_has_its_heading(draw):
    page = draw(judgements(), 360)

    heads = boxes(page, ".row .heads text")
    assert len(heads) == len(ALTERNATIVES) * len(MEMBERS)
    assert not page.locator(".stage .canvas > .heads .names text").count()
    for words in (heads, boxes(page, ".numbers text")):
        assert not any(overlap(one, other) for one, other in pairwise(words))


def test_numbers_are_never_smaller_than_twelve_pixels(draw):
    for width in (360, 560, 700, 900):
        page = draw(judgements(), width)
        sizes = page.evaluate(
            "() => [...document.querySelectorAll('.numbers text')]"
            ".map(one => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert min(sizes) >= 12


def test_a_cell_tells_item_column_mark_and_value_under_the_pointer_also_where_a_value_lacks(draw):
    page = draw(heat())

    page.locator(".row").first.locator("rect.bar").nth(5).hover()
    assert page.locator(".tip").inner_text().split("\n") == [
        "0 Som i dag", "6:a plats", "vanligast", "61\u00a0%",
    ]  # fmt: skip
    page.locator("rect.void").hover()
    assert page.locator(".tip").inner_text().endswith("uppgift saknas")


def test_the_marked_are_ringed_and_bold(draw):
    page = draw(heat())

    assert page.locator(".ring").count() == page.locator(".numbers .strong").count() == 6


def test_a_row_that_changes_place_keeps_its_element_and_glides(draw):
    page = draw(judgements())
    page.evaluate("() => document.querySelectorAll('.row').forEach(row => { row.mine = true })")

    draw(judgements(order=tuple(reversed(ALTERNATIVES))))

    assert page.evaluate("() => [...document.querySelectorAll('.row')].every(row => row.mine)")
    assert page.evaluate("() => document.querySelector('.row').getAnimations().length > 0")


@pytest.mark.parametrize("make", [heat, tornado])
def test_the_wall_is_filled_and_not_overfilled(draw, make):
    page = draw(make(), 1240, size=24, height=680, heading=False, foot=False)

    assert 600 <= page.locator(".chart").bounding_box()["height"] <= 684


def test_the_base_of_a_tornado_is_drawn_over_its_bars_and_the_reference_behind_them(draw):
    page = draw(tornado())

    assert page.evaluate(
        """() => {
          const rows = document.querySelector('.canvas > .rows')
          const follows = (one) => rows.compareDocumentPosition(document.querySelector(one)) & 4
          return Boolean(follows('.origin path')) && !follows('.reference')
        }"""
    )
    assert page.locator(".legend .hollow").count() == 1
