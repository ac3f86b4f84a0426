"""The real app in a real browser: started once, with an empty home and a port of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.browser.pictures import draw, place, tab

__all__ = ["draw", "place", "tab"]

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 30_000
"""Milliseconds to wait for something to show; long, since a slow machine is no fault."""
REQUIRED = os.environ.get("CI") == "true" or os.environ.get("VAGVAL_BROWSER_REQUIRED") == "1"


def missing(reason):
    """Skip where a browser is a convenience, fail where it is required."""
    (pytest.fail if REQUIRED else pytest.skip)(reason)


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Start the app and return its address."""
    home = tmp_path_factory.mktemp("home")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (home / "log.txt").open("wb")
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        env=os.environ | {"HOME": str(home)},
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, home / "log.txt")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


def _wait_for(url, server, log):
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"The app did not start:\n{log.read_text(errors='replace')}")


@pytest.fixture(scope="session")
def chromium():
    """Start a browser without a window."""
    path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    if shutil.which(path) is None:
        missing(f"No Chromium at {path}; install it or set CHROMIUM.")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed (requirements-dev.txt).")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(chromium):
    """One browser that has been here before, so that Streamlit's own files are loaded once."""
    return _new_context(chromium)


@pytest.fixture(scope="module")
def visit(chromium, context, address):
    """Return a function that opens a path in a tab of its own, and watches what the page does."""
    opened = []

    def open_page(path="/", *, stranger=False):
        place = _new_context(chromium) if stranger else context
        page = place.new_page()
        opened.append(place if stranger else page)
        page.set_default_timeout(PATIENCE)
        page.asked, page.complaints = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("websocket", lambda socket: page.asked.append(socket.url))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on(
            "console",
            lambda line: page.complaints.append(line.text) if line.type == "error" else None,
        )
        page.goto(address + path)
        return page

    yield open_page
    for one in opened:
        one.close()


def _new_context(chromium):
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE)
    return chromium.new_context(locale="sv-SE", viewport={"width": 1366, "height": 768})
