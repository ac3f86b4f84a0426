"""A hand on the mouse: it moves sixty times a second, whether the page keeps up or not.

Playwright waits at each move until the page has taken it in, so that a slow page would get fewer;
these are sent straight to the browser, and none is waited for.
"""

import json
from itertools import count
from time import monotonic, sleep

from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from benchmarks.browser.rows import NotMeasured
from text import t

FRAME = 1 / 60
"""Seconds between two moves."""


def drag(page: str, start: tuple[float, float], ends: tuple[float, float], seconds: float) -> None:
    """Press the button, go to the further end and back to the nearer one, and let go.

    Args:
        page: Address of the browser's inner workings for the page.
        start: Where the slider's thumb is [px].
        ends: How far to the left and to the right the hand goes [px].

    Raises:
        NotMeasured: The browser does not take it.
    """
    across, down = start
    left, right = ends
    try:
        with connect(page, max_size=None, proxy=None) as browser:
            numbers = count(1)
            _mouse(browser, next(numbers), "mouseMoved", across, down, 0)
            _mouse(browser, next(numbers), "mousePressed", across, down, 1)
            begun = due = monotonic()
            while (part := (monotonic() - begun) / seconds) < 1:
                there = 2 * part if part < 0.5 else 2 - 2 * part
                across = left + (right - left) * there
                _mouse(browser, next(numbers), "mouseMoved", across, down, 1)
                due += FRAME
                sleep(max(0.0, due - monotonic()))
            last = next(numbers)
            _mouse(browser, last, "mouseReleased", across, down, 0)
            while json.loads(browser.recv(timeout=10)).get("id") != last:
                pass
    except (OSError, TimeoutError, WebSocketException) as error:
        raise NotMeasured(t("bench.browser.failed", reason=str(error))) from error


def _mouse(
    browser: ClientConnection, number: int, kind: str, across: float, down: float, held: int
) -> None:
    button = "none" if kind == "mouseMoved" and not held else "left"
    where = {"type": kind, "x": across, "y": down, "button": button, "buttons": held}
    if kind != "mouseMoved":
        where["clickCount"] = 1
    message = {"id": number, "method": "Input.dispatchMouseEvent", "params": where}
    browser.send(json.dumps(message))
