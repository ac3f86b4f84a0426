"""What a reader needs who hears the page, uses keys alone or sees less: by axe-core and by keys."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, missing

pytestmark = pytest.mark.browser

SCENARIOS = ("ggvvh-it", "mediacenter")
CHECKED = {
    "light": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "dark": {"type": "rule", "values": ["color-contrast"]},
}
"""Theme -> what is checked in it; colours are all that differ between the two."""
GRAVE = ("serious", "critical")
TOLD = ("where", "html", "why")


@dataclass(frozen=True)
class Exemption:
    """A finding that is Streamlit's own and cannot be mended from outside.

    Attributes:
        rule: Name of the rule in axe-core.
        selector: What the element that breaks it matches.
        reason: Why it is so; told in ``docs/accessibility.md`` too.
    """

    rule: str
    selector: str
    reason: str


EXEMPT = ()

RUN = """async ({runOnly, grave, exempt}) => {
    const options = {runOnly, resultTypes: ['violations'], elementRef: true}
    const found = await axe.run(document, options)
    return found.violations.filter((one) => grave.includes(one.impact)).flatMap((one) =>
        one.nodes.map((node) => ({
            rule: one.id,
            where: node.target.flat().join(' >> '),
            html: node.html.slice(0, 300),
            why: node.failureSummary,
            exempt: exempt.findIndex(([rule, selector]) =>
                rule === one.id && node.element.matches(selector)),
        })))
}"""


@pytest.fixture(scope="module")
def axe():
    """Return axe-core's own file, from the package that carries it."""
    try:
        import axe_playwright_python
    except ImportError:
        missing("axe-playwright-python is not installed (requirements-dev.txt).")
    return Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")


def wait_until_drawn(page):
    page.wait_for_function(
        "() => !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')"
        " && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
    )
    page.wait_for_timeout(300)


def open_all(page):
    """Open what is folded, tables and assumptions, so that it is checked too."""
    page.evaluate("for (const one of document.querySelectorAll('summary')) one.click()")
    page.wait_for_timeout(200)
    wait_until_drawn(page)


def page_names(page):
    """Return the names of all pages, as the navigation gives them."""
    links = page.get_by_test_id("stSidebarNavLink")
    expect(links.first).to_be_visible()
    return [link.inner_text().split("\n")[-1] for link in links.all()]


def put_on(page, theme):
    """Let the computer prefer a theme, which the page follows, and wait until it does."""
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.wait_for_function(
        """theme => {
            const all = ['body', '.stApp'].map((one) => document.querySelector(one))
            const now = all.map((one) => getComputedStyle(one).backgroundColor)
            return getComputedStyle(all[1]).colorScheme === theme && new Set(now).size === 1
                && document.getAnimations().every((one) => one.playState !== 'running')
        }""",
        arg=theme,
    )
    page.wait_for_timeout(200)


@pytest.fixture(scope="module")
def findings(visit, axe):
    """Visit each page of two investigations once, in both themes; return page -> findings."""
    exempt = [[one.rule, one.selector] for one in EXEMPT]
    themes = list(CHECKED)
    found = {}
    for scenario in SCENARIOS:
        page = visit(f"/?utredning={scenario}")
        page.evaluate(axe)
        for name in page_names(page):
            page.get_by_test_id("stSidebarNavLink").filter(has_text=name).click()
            expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
            wait_until_drawn(page)
            open_all(page)
            for theme in themes:
                put_on(page, theme)
                given = {"runOnly": CHECKED[theme], "grave": GRAVE, "exempt": exempt}
                found[scenario, name, theme] = page.evaluate(RUN, given)
            themes.reverse()  # the next page begins in the theme that is on
    return found


def test_axe_finds_nothing_grave_that_is_ours_on_any_page_in_either_theme(findings):
    ours = [
        "\n  ".join([f"{scenario}, {name}, {theme}: {one['rule']}", *map(one.get, TOLD)])
        for (scenario, name, theme), all_of_them in findings.items()
        for one in all_of_them
        if one["exempt"] < 0
    ]

    assert {name for _, name, _ in findings} >= {"Översikt", "Alternativ", "Avgifter", "Underlag"}
    assert ours == [], "\n".join(ours)


def test_no_exemption_is_kept_that_is_no_longer_needed(findings):
    used = {one["exempt"] for all_of_them in findings.values() for one in all_of_them}

    assert [one for place, one in enumerate(EXEMPT) if place not in used] == []


STOP = """() => {
    let one = document.activeElement
    while (one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement
    const shows = (part) => {
        const style = part && getComputedStyle(part)
        return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    }
    window.stops ??= new Map()
    const again = window.stops.has(one)
    if (!again) window.stops.set(one, window.stops.size)
    return {
        again, left: one === document.body, tag: one.tagName, type: one.type ?? '',
        role: one.getAttribute('role') ?? '', test: one.dataset.testid ?? '',
        name: one.getAttribute('aria-label') ?? one.innerText ?? '',
        visible: [one, one.nextElementSibling, one.parentElement].some(shows),
    }
}"""


@pytest.fixture(scope="module")
def stops(visit):
    """Walk through a page by Tab until the keyboard leaves it; return every place it stopped at."""
    page = visit("/avgifter?utredning=mediacenter")
    expect(page.get_by_role("slider").first).to_be_visible()
    wait_until_drawn(page)
    walked = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop["left"] or stop["again"]:
            walked.append(stop)
            break
        walked.append(stop)
    return walked


def kind(stop):
    """Return what sort of place the keyboard stopped at."""
    by_test = {"stSkipToContent": "skip link", "stSidebarNavLink": "page"}
    by_tag = {"SUMMARY": "fold", "BUTTON": "button"}
    if stop["type"] == "range":
        return "slider"
    return by_test.get(stop["test"]) or by_tag.get(stop["tag"]) or stop["type"]


def test_tab_reaches_the_skip_link_first_then_the_pages_then_buttons_sliders_and_folds(stops):
    kinds = [kind(stop) for stop in stops]

    assert kinds[0] == "skip link"
    assert kinds[1:6] == ["page"] * 5
    assert {"button", "slider", "fold"} <= set(kinds[6:])


def test_the_keyboard_leaves_the_page_at_its_end_and_is_caught_nowhere(stops):
    last = stops[-1]

    assert last["left"] or last["test"] == "stSkipToContent", last


def test_every_place_that_the_keyboard_stops_at_shows_it(stops):
    unseen = [stop for stop in stops if not stop["left"] and not stop["visible"]]

    assert unseen == []


def luminance(colour):
    """Return relative luminance of #RRGGBB, 0 (black) to 1 (white), as WCAG 2.1 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """Return the contrast of two colours: 1 (the same) to 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_the_standard_does():
    # Luminance of #767676 is 0.181: (1 + 0.05) / (0.181 + 0.05) = 4.54, the lightest AA grey.
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("theme", CHECKED)
def test_text_has_seven_to_one_and_what_is_marked_four_and_a_half_on_every_ground(theme):
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        colours = tomllib.load(file)["theme"][theme]
    grounds = {
        part[name]
        for part in (colours, colours["sidebar"])
        for name in ("backgroundColor", "secondaryBackgroundColor")
    }

    for ground in grounds:
        assert contrast(colours["textColor"], ground) >= 7.0
        assert contrast(colours["primaryColor"], ground) >= 4.5
        assert contrast(colours["linkColor"], ground) >= 4.5
        assert contrast(colours["borderColor"], ground) >= 3.0
