"""What must hold on every page: Swedish, quiet, local, and within the width of the screen."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PAGES = (
    *("Översikt", "Alternativ", "Robusthet", "Bedömare"),
    *("Avgifter", "Kommuner", "Jämför", "Underlag"),
)
WITHOUT_PICTURES = ("Jämför", "Underlag")  # the first until a variant has been kept
ENGLISH = [
    "Deploy",
    "Rerun",
    "Running",
    "Stop",
    "Error",
    "Warning",
    "Settings",
    "Print",
    "Choose",
    "Select",
    "Search",
    "Loading",
    "Connecting",
    "Upload",
    "Browse",
    "Download",
    "Fullscreen",
    "Close",
    "Cancel",
    "Reset",
    "Show",
    "Hide",
    "View",
    "More",
    "Undefined",
    "None",
    "NaN",
    "True",
    "False",
    "Traceback",
]


def wait_until_drawn(page):
    """Wait for the pictures: they come last."""
    page.wait_for_function(
        "() => !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')"
    )
    if page.get_by_role("heading", level=1).inner_text() not in WITHOUT_PICTURES:
        expect(page.locator(".chart .canvas").first).to_be_attached()
    page.wait_for_timeout(300)


def shown(page):
    """Return the words on the page, without the names of icons."""
    return page.evaluate(
        """() => {
            const gone = document.querySelectorAll('[data-testid=stIconMaterial]')
            for (const one of gone) one.style.display = 'none'
            const ours = [...document.querySelectorAll('*')].filter((one) => one.shadowRoot)
            const parts = ours.flatMap((one) => [...one.shadowRoot.children])
            const inside = parts.map((one) => one.innerText)
            const words = [document.body.innerText, ...inside].join(' ')
            for (const one of gone) one.style.display = ''
            return words
        }"""
    )


def named(page):
    """Return the names of the sliders as they are read aloud."""
    return page.get_by_role("slider").evaluate_all(
        "all => all.map((one) => one.ariaLabel ?? one.labels[0].innerText.trim())"
    )


@pytest.fixture(params=["ggvvh-it", "mediacenter"])
def walked(request, visit):
    """Walk through every page; return what was seen on each, and the page object."""
    page = visit(f"/?utredning={request.param}")
    seen = {}
    for name in PAGES:
        page.get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
        wait_until_drawn(page)
        widths = []
        for width, height in ((1366, 768), (1920, 1080)):
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(250)
            widths.append(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        page.set_viewport_size({"width": 1366, "height": 768})
        seen[name] = {
            "words": shown(page),
            "too_wide": widths,
            "language": page.evaluate("document.documentElement.lang"),
            "title": page.title(),
        }
    return page, seen


def test_every_page_is_swedish_quiet_local_and_fits_the_screen(walked):
    page, seen = walked
    hosts = {urlsplit(url).hostname for url in page.asked if not url.startswith(("data:", "blob:"))}

    assert hosts == {"127.0.0.1"}
    assert page.complaints == []
    for name, found in seen.items():
        assert found["language"] == "sv", name
        assert "Vägval" in found["title"] or name in found["title"]
        assert found["too_wide"] == [0, 0], name
        english = [word for word in ENGLISH if re.search(rf"\b{word}\b", found["words"])]
        assert english == [], name
        assert re.search(r"\d,\d", found["words"]) or name in WITHOUT_PICTURES


def test_a_page_opened_by_its_own_address_is_swedish_and_its_sliders_are_named(visit):
    page = visit("/alternativ?utredning=ggvvh-it")
    expect(page.get_by_role("slider", name=re.compile("^Potential"))).to_be_visible()
    names = named(page)

    expect(page.locator("html")).to_have_attribute("lang", "sv")
    assert len(names) >= 7
    assert all(re.match(r"[A-ZÅÄÖ]", name) for name in names)
    # Streamlit asks for its own health below the page's address before it asks at the root.
    assert [line for line in page.complaints if "404" not in line] == []


def test_no_slider_is_named_with_signs_that_are_read_aloud(visit):
    page = visit("/alternativ?utredning=ggvvh-it")
    expect(page.get_by_role("slider", name=re.compile("^Potential"))).to_be_visible()
    names = named(page)

    assert [name for name in names if "*" in name or "\\" in name] == []


def test_a_link_with_script_in_it_runs_nothing(visit):
    page = visit("/?utredning=ggvvh-it&andrat=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E~1")
    page.on("dialog", lambda dialog: page.complaints.append(dialog.message))
    warning = page.get_by_text("Länken innehåller delar som inte finns i utredningen")

    expect(warning).to_contain_text("<img src=x onerror=alert(1)>~1")
    assert page.locator("img[src=x]").count() == 0
    assert page.complaints == []
