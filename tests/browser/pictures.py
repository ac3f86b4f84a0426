"""Pictures on an empty page in a real browser, without the app around them."""

import functools
import http.server
import threading
from pathlib import Path

import pytest

from report.drawing import drawing

SCRIPTS = Path(__file__).parent.parent.parent / "ui" / "live" / "js"
PAGE = b"""<!doctype html><meta charset=utf-8><link rel=icon href=data:,>
<link rel=stylesheet href=picture.css><div id=holder></div>"""
THEMES = {
    "light": {"text": "#1F2933", "background": "#FFFFFF"},
    "dark": {"text": "#E8EEF4", "background": "#0F1A24"},
}
DRAW = """async ([picture, options]) => {
  const {drawPicture} = await import('./picture.js')
  const holder = document.querySelector('#holder')
  holder.style.width = `${options.width}px`
  drawPicture(holder, picture, options)
}"""
BOXES = """(selector) => {
  const box = (one) => ({words: one.textContent, ...one.getBoundingClientRect().toJSON()})
  return [...document.querySelectorAll(selector)].filter((one) => one.textContent).map(box)
}"""


class Files(http.server.SimpleHTTPRequestHandler):
    """The scripts from disk, and an empty page that uses them."""

    def do_GET(self):
        if self.path != "/":
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def place():
    """Serve the scripts and return their address."""
    handler = functools.partial(Files, directory=SCRIPTS)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def tab(chromium):
    """One page for all tests of this file, listened to."""
    page = chromium.new_page(viewport={"width": 1300, "height": 900})
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    page.close()


@pytest.fixture
def draw(tab, place):
    """Return a function that draws a chart on an empty page and gives the page."""
    tab.goto(place)
    tab.emulate_media(reduced_motion="no-preference")

    def on_page(chart, width=900, theme="light", **options):
        for name, colour in THEMES[theme].items():
            tab.evaluate(
                "([n, c]) => document.body.style.setProperty(`--st-${n}-color`, c)", [name, colour]
            )
        settings = {"width": width, "size": 15, "dark": theme == "dark"} | options
        tab.evaluate(DRAW, [drawing(chart), settings])
        return tab

    yield on_page
    assert not tab.complaints


def boxes(page, selector):
    return page.evaluate(BOXES, selector)


def overlap(one, other):
    return (
        min(one["right"], other["right"]) - max(one["left"], other["left"]) > 1
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 3
    )
