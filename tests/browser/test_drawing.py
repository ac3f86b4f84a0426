"""The pictures as a browser draws them: all words in view, none overlapping, redrawn in place."""

from dataclasses import replace
from itertools import combinations

import pytest

from report.chart import KINDS, Chart
from tests.browser.pictures import THEMES, boxes, overlap
from tests.report.samples import SAMPLES, member_lines

pytestmark = pytest.mark.browser


def two(a, b):
    rows = [{"item": item, "series": "s", "value": value} for item, value in (("a", a), ("b", b))]
    order = ("a", "b") if a >= b else ("b", "a")
    return Chart("two", "stacked_bars", rows, "T", number="points2", order=order)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [360, 560, 900])
@pytest.mark.parametrize("kind", KINDS)
def test_all_words_are_within_the_picture(draw, kind, width, theme):
    chart = SAMPLES[kind]()
    page = draw(chart, width, theme)

    (frame,) = boxes(page, ".canvas")
    assert frame["width"] == width
    words = boxes(page, ".canvas text")
    assert len(words) > 8
    for box in words:
        assert box["left"] >= frame["left"] - 1 and box["right"] <= frame["right"] + 1, box
        assert box["top"] >= frame["top"] - 1 and box["bottom"] <= frame["bottom"] + 1, box
    for box in boxes(page, ".chart p, .legend li"):
        assert box["right"] <= frame["left"] + width + 1, box
    shown = page.locator("#holder").inner_text() + page.locator(".canvas").text_content()
    for sentence in (chart.title, chart.subtitle, chart.source):
        assert sentence in shown
    assert page.locator("svg[role=img]").get_attribute("aria-label") == chart.description


@pytest.mark.parametrize("width", [360, 560, 900])
@pytest.mark.parametrize("kind", KINDS)
def test_words_do_not_lie_over_one_another(draw, kind, width):
    page = draw(SAMPLES[kind](), width)

    for one, other in combinations(boxes(page, ".canvas text:not(.halo)"), 2):
        assert not overlap(one, other), (one, other)


@pytest.mark.parametrize("make", [SAMPLES["lines"], member_lines])
def test_every_line_is_named_at_its_end_and_no_name_lies_over_another(draw, make):
    chart = make()
    page = draw(chart)

    names = boxes(page, ".ends text")
    assert {box["words"] for box in names} == {chart.word(series) for series in chart.series}
    assert not any(overlap(one, other) for one, other in combinations(names, 2))


def test_on_a_phone_the_lines_are_named_in_a_legend_and_bars_get_their_names_above(draw):
    page = draw(SAMPLES["lines"](), 360)
    assert page.locator(".legend li").count() == 4
    assert not boxes(page, ".ends text")

    page = draw(SAMPLES["bars"](), 360)
    name, bar = boxes(page, ".row .names text")[0], page.locator(".row rect").first.bounding_box()
    assert name["bottom"] <= bar["y"] + 2


@pytest.mark.parametrize("kind", KINDS)
def test_markup_in_a_name_or_sentence_stays_text(draw, kind):
    chart = SAMPLES[kind]()
    nasty = '<img src=x onerror="window.caught = true">'
    page = draw(
        replace(
            chart,
            labels=dict.fromkeys((*chart.items, *chart.series), nasty),
            **dict.fromkeys(("title", "subtitle", "source", "note", "alt", "x_title"), nasty),
        )
    )

    assert "onerror" in page.locator(".chart").inner_text()
    assert page.locator("img").count() == 0
    assert page.evaluate("() => window.caught") is None


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_picture_again_touches_nothing_on_the_page(draw, kind):
    page = draw(SAMPLES[kind]())
    page.evaluate(
        """() => {
          window.touched = []
          const watch = new MutationObserver(changes => window.touched.push(...changes))
          const all = {subtree: true, childList: true, attributes: true, characterData: true}
          watch.observe(document.querySelector('.chart .stage'), all)
        }"""
    )

    draw(SAMPLES[kind]())

    assert page.evaluate("() => window.touched.length") == 0


def test_when_the_lead_changes_the_rows_keep_their_elements_and_glide_to_new_places(draw):
    page = draw(two(2.0, 1.0))
    page.evaluate("() => document.querySelectorAll('.row').forEach(row => { row.mine = true })")
    before = [box["top"] for box in boxes(page, ".row .names text")]
    assert page.locator(".row .strong").all_text_contents() == ["a", "2,00"]

    draw(two(1.4, 1.6))

    assert page.evaluate("() => [...document.querySelectorAll('.row')].every(row => row.mine)")
    page.wait_for_function("() => !document.querySelector('.row').getAnimations().length")
    after = [box["top"] for box in boxes(page, ".row .names text")]
    assert after == [pytest.approx(top, abs=1) for top in reversed(before)]
    assert page.locator(".row .strong").all_text_contents() == ["b", "1,60"]


def glides(page):
    return page.evaluate("() => document.querySelector('.row').getAnimations().length > 0")


def test_rows_change_place_at_once_for_those_who_want_it_calm(draw):
    page = draw(two(2.0, 1.0))
    draw(two(1.4, 1.6))
    assert glides(page)

    draw(two(2.0, 1.0), calm=True)
    assert not glides(page)

    page.emulate_media(reduced_motion="reduce")
    draw(two(1.4, 1.6))
    assert not glides(page)


def test_a_bar_tells_its_value_under_the_pointer_and_a_year_that_of_every_line(draw):
    chart = SAMPLES["stacked_bars"]()
    page = draw(chart)
    page.locator(".row rect").first.hover()
    assert page.locator(".tip").inner_text().split("\n") == [
        "0 Som i dag",
        "Tar till vara potentialen",
        "0,16",
    ]

    page = draw(SAMPLES["lines"]())
    box = page.locator(".canvas").bounding_box()
    page.mouse.move(box["x"] + 80, box["y"] + 150)
    told = page.locator(".tip").inner_text()
    assert told.startswith("2021")
    assert all(name in told for name in SAMPLES["lines"]().labels.values())
    page.mouse.move(5, 5)
    assert not page.locator(".tip").is_visible()


@pytest.mark.parametrize("kind", ["stacked_bars", "lines"])
def test_the_wall_is_filled_and_not_overfilled(draw, kind):
    page = draw(SAMPLES[kind](), 1240, size=24, height=680, heading=False, foot=False)

    assert 600 <= page.locator(".chart").bounding_box()["height"] <= 684


def test_a_picture_of_another_kind_takes_the_place_of_the_one_before(draw):
    draw(SAMPLES["lines"]())
    page = draw(SAMPLES["bars"]())

    assert page.locator(".canvas").count() == 1
    assert page.locator(".canvas rect").count() == 12  # of 13 members one is missing


def test_words_are_seen_where_the_computer_forces_colours(draw, tab):
    tab.emulate_media(forced_colors="active", color_scheme="dark")
    page = draw(SAMPLES["lines"]())

    colours = page.evaluate(
        "() => [...document.querySelectorAll('.canvas text')].map(e => getComputedStyle(e).fill)"
    )
    tab.emulate_media(forced_colors="none", color_scheme="light")

    assert set(colours) == {"rgb(255, 255, 255)"}  # white, on the black that is forced
