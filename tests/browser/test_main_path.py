"""The main path as a reader walks it: choose, weigh, compare, save, and share the link."""

import csv
import json
import re
import subprocess
import sys
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT

pytestmark = pytest.mark.browser

LEADER = re.compile(r"^(.+?) leder")
NAMES = {
    "Per invånare": "per-invanare",
    "Halv promille": "skatteandel-halv-promille",
    "Anslag 2023": "anslag-2023",
}
BEHIND = "Siffrorna bakom och spara bilden"


def answer(page):
    """Return the locator of the page's answer."""
    return page.locator(".answer .lines").first


def leader(page):
    return LEADER.search(answer(page).inner_text()).group(1)


def open_page(page, name):
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def choose_investigation(page, name):
    page.get_by_role("combobox", name="Utredning").click()
    page.get_by_role("option", name=name).click()


def press_until_the_leader_changes(page, slider, key, *, most):
    """Press a key on a slider, one press at a time, and return who led and who leads."""
    first = leader(page)
    slider.focus()
    for _ in range(most):
        before = slider.input_value()
        page.keyboard.press(key)
        expect(slider).not_to_have_value(before)
        page.wait_for_timeout(400)
        expect(slider).to_be_focused()  # the reader can go on pressing
        if leader(page) != first:
            return first, leader(page)
    raise AssertionError(f"{first} leads whatever the weight is")


def test_a_weight_moved_by_key_makes_another_first_and_the_link_reopens_it(visit):
    page = visit("/?utredning=mediacenter")
    expect(answer(page)).to_be_visible()
    choose_investigation(page, "GGVVH IT-drift")
    expect(answer(page)).to_contain_text("1 Tjänst")
    open_page(page, "Alternativ")
    weight = page.get_by_role("slider", name=re.compile("^Potential"))
    expect(weight).to_be_visible()

    assert weight.evaluate("one => one.tagName + one.type") == "INPUTrange"
    before, after = press_until_the_leader_changes(page, weight, "PageUp", most=5)
    assert (before, after) == ("1 Tjänst", "2 IT-avdelning")
    value, said = weight.input_value(), answer(page).inner_text()
    expect(page).to_have_url(re.compile(rf"utredning=ggvvh-it&andrat=weights\.potential~{value}"))

    page.reload()
    expect(answer(page)).to_have_text(said, use_inner_text=True)
    expect(weight).to_have_value(value)
    other = visit(page.url[page.url.index("/alternativ") :], stranger=True)
    expect(answer(other)).to_have_text(said, use_inner_text=True)
    expect(other.get_by_role("slider", name=re.compile("^Potential"))).to_have_value(value)


@pytest.fixture(scope="module")
def fees_page(visit):
    """Avgifter for Mediacenter, with a third fee model added and the numbers behind opened."""
    page = visit("/avgifter?utredning=mediacenter")
    page.get_by_role("button", name="Anslag 2023").click()
    expect(page).to_have_url(re.compile("modeller=anslag-2023;per-invanare"))
    page.get_by_text(BEHIND).first.click()
    expect(page.get_by_role("button", name="Spara som PNG")).to_be_visible()
    return page


def saved(page, button):
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = download.value.path()
    return download.value.suggested_filename, path.read_bytes()


def test_a_picture_is_saved_as_png_and_svg_with_a_name_that_says_what_it_is(fees_page):
    name = rf"mediacenter_[a-z0-9-]+_{date.today().isoformat()}"
    png_name, png = saved(fees_page, "Spara som PNG")
    svg_name, svg = saved(fees_page, "Spara som SVG")

    assert re.fullmatch(rf"{name}\.png", png_name)
    assert re.fullmatch(rf"{name}\.svg", svg_name)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(png[16:20]) >= 1_000  # wide enough for a slide
    assert svg.lstrip().startswith(b"<svg")
    assert "Halv promille" in svg.decode("utf-8")


def test_a_figure_is_the_same_on_screen_in_the_file_and_on_the_command_line(fees_page):
    name, content = saved(fees_page, "Spara siffrorna (CSV)")
    command = [sys.executable, "cli.py", "fees", "scenarios/mediacenter.yaml", "--json"]
    models = ["--model", *NAMES.values()]
    done = subprocess.run(command + models, cwd=ROOT, capture_output=True, check=True, timeout=30)
    result = json.loads(done.stdout)
    totals = {model["id"]: model["total"] for model in result["models"]}
    rows = csv.DictReader(content.decode("utf-8-sig").splitlines(), delimiter=";")
    in_file = {
        (row["Avgiftsmodell"], int(row["År"])): float(row["Värde (kr)"].replace(",", "."))
        for row in rows
        if row["Värde (kr)"]
    }
    table = fees_page.get_by_role("table").first.get_by_role("row")

    assert name.endswith(f"_{date.today().isoformat()}.csv")
    assert content.startswith(b"\xef\xbb\xbf")  # a Swedish spreadsheet reads the letters right
    for series, model in NAMES.items():
        for year, total in zip(result["years"], totals[model], strict=True):
            assert in_file.pop((series, year)) == pytest.approx(total, rel=1e-12)
            shown = table.filter(has_text=str(year)).inner_text().replace("\u00a0", " ")
            assert re.search(rf"\b{f'{total / 1e6:.1f}'.replace('.', ',')}\b", shown), shown
    assert in_file == {}


def test_the_compared_models_survive_a_reload_and_open_from_the_link(fees_page, visit):
    said = answer(fees_page).inner_text()

    fees_page.reload()
    expect(answer(fees_page)).to_have_text(said, use_inner_text=True)
    other = visit(fees_page.url[fees_page.url.index("/avgifter") :])
    expect(answer(other)).to_have_text(said, use_inner_text=True)
