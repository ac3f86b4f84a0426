"""The page around our own: light or dark, Swedish words, a connection that breaks and returns."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE, ROOT

pytestmark = pytest.mark.browser

LOST = "Kontakten med Vägval bröts. Dina val är kvar. Försöker igen …"
BACK = "Kontakten är tillbaka."
CHANGED = "weights.tydlighet~40"
"""What the link says has been changed."""


def theme(page):
    return page.evaluate("getComputedStyle(document.querySelector('.stApp')).colorScheme")


def wait_for_theme(page, wanted):
    page.wait_for_function(
        "wanted => document.querySelector('.stApp')"
        " && getComputedStyle(document.querySelector('.stApp')).colorScheme === wanted",
        arg=wanted,
    )


def open_page(page, name):
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


# --- words


def test_the_tab_is_named_after_the_page_and_the_product(visit):
    page = visit("/kommuner?utredning=mediacenter")

    expect(page).to_have_title("Kommuner – Vägval")


def test_what_streamlit_reads_aloud_is_swedish(visit):
    page = visit("/avgifter?utredning=mediacenter")
    folds = page.get_by_role("group").filter(has_text="År, kommuner och modellerna i ord").first

    expect(page.get_by_text("Hoppa till innehållet")).to_be_attached()
    expect(page.get_by_role("navigation", name="Sidor")).to_be_visible()
    expect(page.get_by_role("button", name="Hjälp om Avgiftsmodeller")).to_be_visible()
    page.get_by_role("combobox", name="Utredning").fill("finns inte")
    expect(page.get_by_text("Inget passar", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    folds.click()
    expect(page.get_by_role("slider", name="– från och med")).to_be_attached()


def test_an_address_without_a_page_says_so_in_swedish_and_shows_the_overview(visit):
    page = visit("/finns-inte")

    expect(page.get_by_role("dialog")).to_contain_text("Adressen leder inte till någon sida.")
    page.get_by_role("button", name="Stäng").click()
    expect(page.get_by_role("heading", name="Översikt", level=1)).to_be_visible()


def test_translating_costs_next_to_nothing_while_a_streamlit_slider_is_dragged(visit):
    page = visit("/avgifter?utredning=mediacenter")
    page.get_by_text("År, kommuner och modellerna i ord").click()
    slider = page.get_by_role("slider", name="– från och med")
    expect(slider).to_be_attached()
    page.evaluate(
        """() => {
            window.spent = 0
            const search = Element.prototype.querySelectorAll
            Element.prototype.querySelectorAll = function (...given) {
                const before = performance.now()
                const found = search.apply(this, given)
                window.spent += performance.now() - before
                return found
            }
        }"""
    )

    slider.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(200)

    assert page.evaluate("window.spent") / 5 < 10  # ms per move, on a slow machine


# --- light or dark


def test_the_page_follows_the_computer_until_the_reader_chooses(visit):
    page = visit("/?utredning=mediacenter", stranger=True)
    expect(page.get_by_role("radio", name="Som datorn")).to_be_checked()

    page.emulate_media(color_scheme="dark")
    wait_for_theme(page, "dark")
    page.emulate_media(color_scheme="light")
    wait_for_theme(page, "light")


def test_a_chosen_theme_holds_on_every_page_and_keeps_what_has_been_chosen(visit):
    page = visit(f"/?utredning=mediacenter&andrat={CHANGED}", stranger=True)
    page.get_by_role("radio", name="Mörkt").check(force=True)
    wait_for_theme(page, "dark")

    expect(page.get_by_role("radio", name="Mörkt")).to_be_checked()
    expect(page).to_have_url(re.compile(CHANGED))
    page.goto(page.url.replace("/?", "/alternativ?"))
    expect(page.get_by_role("heading", name="Alternativ", level=1)).to_be_visible()
    assert theme(page) == "dark"
    page.get_by_role("radio", name="Ljust").check(force=True)
    wait_for_theme(page, "light")


# --- a connection that breaks


class Server:
    """An app of its own that can be stopped, woken, ended and started again on the same port."""

    def __init__(self, home):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.home = home
        self.start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)],
            cwd=ROOT,
            env=os.environ | {"HOME": str(self.home)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        pytest.fail("The app did not start.")

    def send(self, number):
        self.process.send_signal(number)

    def end(self):
        self.send(signal.SIGCONT)
        self.process.kill()
        self.process.wait(timeout=20)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("home"))
    yield server
    server.end()


@pytest.fixture
def page(server, chromium):
    """A page in a browser of its own, with one number changed by link."""
    context = chromium.new_context(locale="sv-SE", viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield page
    context.close()


def visit_changed(page, server):
    page.goto(f"{server.address}/alternativ?utredning=mediacenter&andrat={CHANGED}")
    expect(slider(page)).to_have_value("40")
    expect(page.get_by_role("button", name="Ångra")).to_be_disabled()


def slider(page):
    return page.get_by_role("slider", name="Tydlighet")


def step(page):
    """Move the weight one step up by key, and wait until the link says so."""
    before = float(slider(page).input_value())
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(rf"weights\.tydlighet~{before + 1}"))
    expect(page.get_by_role("button", name="Ångra")).to_be_enabled()


def banner(page):
    return page.locator(".vagval-connection")


def test_a_broken_line_is_told_and_everything_is_kept_when_it_returns(page, server):
    broken = []

    def line(socket):
        if broken:
            socket.close()
            return
        lines.append((socket, socket.connect_to_server()))

    lines = []
    page.route_web_socket(re.compile("_stcore/stream"), line)
    visit_changed(page, server)
    step(page)

    broken.append(True)
    for here, there in lines:
        there.close()
        here.close()
    expect(banner(page)).to_have_text(LOST)
    broken.clear()

    expect(banner(page)).to_have_text(BACK)
    expect(banner(page)).to_have_text("")
    expect(slider(page)).to_have_value("41")
    expect(page.get_by_role("button", name="Ångra")).to_be_enabled()  # only the session knows this


def test_a_server_that_hangs_is_noticed_when_the_reader_acts_and_nothing_is_lost(page, server):
    visit_changed(page, server)
    server.send(signal.SIGSTOP)
    try:
        slider(page).focus()
        page.keyboard.press("ArrowRight")
        expect(banner(page)).to_have_text(LOST)
    finally:
        server.send(signal.SIGCONT)

    expect(banner(page)).to_have_text(BACK)
    expect(page).to_have_url(re.compile(r"weights\.tydlighet~41"))
    expect(page.get_by_role("button", name="Ångra")).to_be_enabled()


def test_a_server_started_anew_takes_up_what_the_address_says(page, server):
    visit_changed(page, server)
    step(page)
    page.evaluate("window.before = true")

    server.end()
    expect(banner(page)).to_have_text(LOST)
    page.wait_for_timeout(4000)  # Streamlit's own dialog comes after some tries
    expect(page.get_by_role("dialog")).to_have_count(0)
    server.start()
    page.wait_for_function("() => !window.before")  # the address has been opened anew

    expect(slider(page)).to_have_value("41")
    expect(page.get_by_role("button", name="Ångra")).to_be_disabled()  # only a session knows this
    expect(banner(page)).to_have_text("")
    step(page)
