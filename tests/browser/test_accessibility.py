"""What a reader needs who hears the page, uses keys alone or sees less: checked by axe-core and by keys."""

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
        "theme => getComputedStyle(document.querySelector('.stApp')).colorScheme === theme",
        arg=theme,
    )
    page.wait_for_timeout(100)


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
        f"{scenario}, {name}, {theme}: {one['rule']} at {one['where']}\n  {one['html']}\n  {one['why']}"
        for (scenario, name, theme), all_of_them in findings.items()
        for one in all_of_them
        if one["exempt"] < 0
    ]

    assert {name for _, name, _ in findings} >= {"Översikt", "Alternativ", "Avgifter", "Underlag"}
    assert ours == [], "\n".join(ours)


@pytest.mark.parametrize("place", range(len(EXEMPT)), ids=[one.rule for one in EXEMPT])
def test_no_exemption_is_kept_that_is_no_longer_needed(findings, place):
    used = {one["exempt"] for all_of_them in findings.values() for one in all_of_them}

    assert place in used, EXEMPT[place]
