"""The panel under the hand: dragged, by keys, put back, undone, on the wall, in two tabs."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ALTERNATIVES = "/alternativ?utredning=ggvvh-it"


def weight(page, name="Potential"):
    return page.get_by_role("slider", name=name)


def leader(page):
    return page.locator(".answer .lines p").first


def rows(page):
    """Return the names of the alternatives from the top, as they stand in the picture."""
    return page.locator(".chart .canvas").first.get_attribute("aria-label")


@pytest.fixture
def page(visit):
    page = visit(ALTERNATIVES)
    expect(weight(page)).to_be_visible()
    expect(leader(page)).to_contain_text("1 Tjänst leder")
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    page.wait_for_timeout(300)  # styles and type that come late move what stands below
    return page


def drag(page, slider, share):
    """Press on the thumb and pull it to a share of the track, and keep holding."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, middle)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(box["x"] + box["width"] * (0.5 + (share - 0.5) * step / 10), middle)


def test_answer_and_picture_follow_while_the_hand_still_holds(page):
    drag(page, weight(page), 0.95)

    expect(leader(page)).to_contain_text("2 IT-avdelning leder")
    expect(page.locator(".chart .canvas").first).to_have_attribute(
        "aria-label", re.compile(r"2 IT-avdelning [\d,]+, 1 Tjänst")
    )
    page.mouse.up()


def test_a_change_of_lead_is_told_at_once(page):
    weight(page).focus()
    page.keyboard.press("End")

    expect(page.get_by_text("Ny etta: 2 IT-avdelning. Förut: 1 Tjänst.")).to_be_visible()


def test_the_slider_stays_under_the_hand_when_the_lead_changes(page):
    before = weight(page).bounding_box()
    drag(page, weight(page), 0.95)
    expect(leader(page)).to_contain_text("2 IT-avdelning leder")

    assert weight(page).bounding_box()["y"] == pytest.approx(before["y"], abs=1)
    page.mouse.up()


def test_a_double_click_puts_one_slider_back_and_leaves_the_others(page):
    for name in ("Potential", "Genomförande"):
        weight(page, name).focus()
        page.keyboard.press("PageUp")
    expect(page).to_have_url(re.compile(r"weights\.genomforande~60\.0;weights\.potential~60\.0"))
    weight(page).dblclick()

    expect(page).to_have_url(re.compile(r"andrat=weights\.genomforande~60\.0&"))
    expect(weight(page)).to_have_value("50")


def test_a_drag_is_one_step_that_undo_takes_back_and_redo_takes_again(page):
    drag(page, weight(page), 0.95)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"weights\.potential~9\d\.0"))
    moved = weight(page).input_value()
    page.get_by_role("button", name="Ångra").click()
    expect(weight(page)).to_have_value("50")
    expect(page.get_by_role("button", name="Ångra")).to_be_disabled()
    page.get_by_role("button", name="Gör om").click()

    expect(weight(page)).to_have_value(moved)


def test_the_history_says_what_was_done_and_steps_back(page):
    weight(page).focus()
    page.keyboard.press("PageUp")
    page.get_by_text("Det du har gjort").click()

    expect(page.get_by_text("Vikt för Potential 14 → 17 %")).to_be_visible()
    page.get_by_role("button", name="Gå tillbaka till läget innan").click()
    expect(weight(page)).to_have_value("50")


def test_a_set_of_weights_is_tried_and_shown_as_the_one_in_force(page):
    presets = page.get_by_role("combobox", name="Pröva andra vikter")
    presets.select_option("Kostnad först")

    expect(page).to_have_url(re.compile("andrat="))
    expect(presets).to_have_value("kostnad-forst")
    weight(page).focus()
    page.keyboard.press("PageUp")
    expect(presets).to_have_value("")
    presets.select_option("Utredningens vikter")
    expect(weight(page)).to_have_value("50")


def test_scores_are_moved_beside_the_same_picture(page):
    page.get_by_role("tab", name="Poäng").click()
    page.get_by_role("combobox", name="Kriterium").select_option("Genomförande")
    slider = page.get_by_role("slider", name="1 Teknik")
    slider.focus()
    page.keyboard.press("End")

    expect(leader(page)).to_contain_text("1 Teknik och 1 Tjänst ligger lika")


def test_the_wall_shows_one_message_and_one_picture_and_leaves_by_the_same_key(page):
    page.keyboard.press("v")
    expect(page.get_by_role("button", name="Lämna väggvyn")).to_be_visible()
    expect(page.get_by_role("link", name="Avgifter")).to_be_hidden()
    for width, height in ((1280, 720), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(400)
        found = page.evaluate(MEASURE)
        # A letter of 1/32 of the picture's height is read at eight heights' distance.
        assert found["smallest"] >= height / 32, found
        assert found["below"] <= height
    page.set_viewport_size({"width": 1366, "height": 768})
    expect(page).to_have_url(re.compile("vagg=1"))
    page.keyboard.press("v")

    expect(page.get_by_role("link", name="Avgifter")).to_be_visible()
    expect(page).not_to_have_url(re.compile("vagg=1"))


def test_sliders_folded_away_on_the_wall_are_back_when_it_is_left(page):
    page.keyboard.press("v")
    expect(page.get_by_role("button", name="Lämna väggvyn")).to_be_visible()
    page.keyboard.press("g")
    expect(weight(page)).to_be_hidden()
    page.keyboard.press("v")

    expect(weight(page)).to_be_visible()


# The smallest type among what a group at the wall must read, and the lowest edge of the picture.
MEASURE = """() => {
  const all = [...document.querySelectorAll('*')]
  const root = all.find((one) => one.shadowRoot?.querySelector('.tabs')).shadowRoot
  const size = (one) => parseFloat(getComputedStyle(one).fontSize)
  const sizes = (query) => [...root.querySelectorAll(query)].map(size)
  return {
    smallest: Math.min(...sizes('.lines p'), ...sizes('.slider .name'), ...sizes('.slider .said')),
    below: root.querySelector('.chart').getBoundingClientRect().bottom,
  }
}"""


def test_the_group_guesses_first_and_reads_how_the_guess_stands(page):
    page.keyboard.press("v")
    page.get_by_role("button", name="Gissa först").click()
    expect(leader(page)).to_be_hidden()
    page.get_by_role("button", name="2 IT-avdelning").click()
    expect(page.get_by_text("Er gissning: 2 IT-avdelning. Dra nu i reglagen.")).to_be_visible()
    weight(page).focus()
    page.keyboard.press("End")

    expect(page.get_by_text("Er gissning, 2 IT-avdelning, stämmer nu.")).to_be_visible()
    page.keyboard.press("v")


def test_two_tabs_of_the_same_user_do_not_disturb_one_another(page, visit):
    other = visit(ALTERNATIVES)
    expect(weight(other)).to_be_visible()
    weight(page).focus()
    page.keyboard.press("End")
    expect(leader(page)).to_contain_text("2 IT-avdelning leder")
    weight(other, "Genomförande").focus()
    other.keyboard.press("PageUp")
    expect(other).to_have_url(re.compile(r"andrat=weights\.genomforande~60\.0&"))

    expect(leader(other)).to_contain_text("1 T")
    expect(page).to_have_url(re.compile(r"andrat=weights\.potential~100\.0&"))


def test_a_page_left_at_once_after_a_move_keeps_the_move(page):
    weight(page).focus()
    page.keyboard.press("End")
    page.get_by_role("link", name="Avgifter").click(delay=100)  # as long as a finger presses
    expect(page.get_by_role("heading", name="Avgifter", level=1)).to_be_visible()

    expect(page).to_have_url(re.compile(r"andrat=weights\.potential~100\.0&"))


def test_no_page_loads_plotly_until_a_reader_asks_to_explore(page):
    assert not any("PlotlyChart" in url for url in page.asked)
    page.get_by_text("Siffrorna bakom och spara bilden").first.click()
    page.get_by_text("Utforska bilden").click()

    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_attached()
    assert any("PlotlyChart" in url for url in page.asked)


def test_fee_lines_follow_a_rate_while_it_is_dragged(visit):
    page = visit("/avgifter?utredning=mediacenter")
    rate = page.get_by_role("slider", name="Avgift per invånare 2024")
    expect(rate).to_be_visible()
    before = leader(page).inner_text()
    drag(page, rate, 0.8)

    expect(leader(page)).not_to_have_text(before)
    page.mouse.up()


def test_the_overview_moves_the_three_weights_that_decide_most(visit):
    page = visit("/?utredning=ggvvh-it")
    expect(weight(page)).to_be_visible()
    assert page.locator(".controls .slider").count() == 3
    weight(page).focus()
    page.keyboard.press("End")

    expect(leader(page)).to_contain_text("2 IT-avdelning leder")
