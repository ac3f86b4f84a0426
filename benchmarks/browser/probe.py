"""A page in the browser whose slider is moved, and whose picture is watched (``probe.js``)."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, TimeoutError

from benchmarks.browser.rows import NotMeasured
from text import t

PATIENCE = 30.0
"""Seconds to wait for a page, and a fifth of it for a picture that ought to move."""
_SCRIPT = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Place:
    """A page to measure, and where on it the slider and its picture are.

    Attributes:
        name: What the reader calls it.
        address: Its whole address.
        picture: CSS selector of the picture.
        shadow: True where slider and picture are in one open shadow root, as in our panel.
        rest: Seconds after a key press until the page has done all that follows of it.
        slow_rest: The same with the processor slowed down.
    """

    name: str
    address: str
    picture: str = ".picture svg"
    shadow: bool = True
    slider: str = "input[type=range]"
    rest: float = 0.7
    slow_rest: float = 1.2


@dataclass(frozen=True, slots=True)
class Press:
    """One key press; all times in ms.

    Attributes:
        painted: From the key's event to the animation frame after the picture's first change.
        to_send: From the key's event to the first message sent.
        server: From there to the last message received before the picture changed.
        drawing: From there to the change.
        later: True if the picture changed again afterwards, and so was not yet the whole answer.
    """

    painted: float
    to_send: float | None
    server: float | None
    drawing: float | None
    later: bool


@dataclass(frozen=True, slots=True)
class Drag:
    """One drag: redraws a second while the hand moved, and ms from release to the last change."""

    redraws: float
    after_release: float


class Watched:
    """An open page whose probe is in place."""

    def __init__(self, place: Place, page: Page, devtools: CDPSession) -> None:
        self.place = place
        self._page = page
        self._devtools = devtools
        self._key = "ArrowRight"

    def to_front(self) -> None:
        """Make this the page in view, as the one being used is."""
        self._page.bring_to_front()

    def slow_down(self, factor: float) -> None:
        """Let the page have only a part of the processor; 1 gives it back."""
        self._devtools.send("Emulation.setCPUThrottlingRate", {"rate": factor})

    def press(self, rest: float) -> Press:
        """Press an arrow key once on the slider, and let the page rest for some seconds after.

        Raises:
            NotMeasured: The picture did not change.
        """
        self._turn_at_the_end()
        self._arm()
        self._page.keyboard.press(self._key)
        sleep(rest)
        seen = self._page.evaluate("() => probe.report()")
        end = monotonic() + PATIENCE / 5
        while not seen["paints"] and monotonic() < end:
            sleep(0.05)
            seen = self._page.evaluate("() => probe.report()")
        return press_from(seen, self.place.name)

    def drag(self, seconds: float) -> Drag:
        """Drag the slider to and fro with the mouse.

        Raises:
            NotMeasured: The picture changed neither during the drag nor after it.
        """
        self._arm()
        track = self._page.evaluate("() => probe.track()")
        mouse = self._page.mouse
        mouse.move(track["x"], track["y"])
        mouse.down()
        begun = monotonic()
        while (part := (monotonic() - begun) / seconds) < 1:
            there = 2 * part if part < 0.5 else 2 - 2 * part
            mouse.move(track["left"] + track["width"] * (0.1 + 0.75 * there), track["y"])
            sleep(0.008)
        mouse.up()
        sleep(1.0)
        return drag_from(self._page.evaluate("() => probe.report()"), self.place.name)

    def _arm(self) -> None:
        if not self._page.evaluate("() => probe.arm()"):
            raise NotMeasured(t("bench.browser.no_picture", page=self.place.name))
        self._page.evaluate("() => probe.slider().focus()")

    def _turn_at_the_end(self) -> None:
        low, value, high = self._page.evaluate(
            "() => { const it = probe.slider(); return [it.min, it.value, it.max].map(Number) }"
        )
        near = (high - low) / 500
        if value >= high - near:
            self._key = "ArrowLeft"
        elif value <= low + near:
            self._key = "ArrowRight"


def press_from(seen: dict, name: str) -> Press:
    """Read one key press out of what the probe saw.

    Raises:
        NotMeasured: The key never reached the page, or the picture did not change.
    """
    zero, changes, paints = seen["zero"], seen["changes"], seen["paints"]
    if zero is None or not changes or not paints:
        raise NotMeasured(t("bench.browser.no_change", page=name))
    sent = [at for at in seen["sent"] if zero <= at <= changes[0]]
    got = [at for at in seen["got"] if sent and sent[0] <= at <= changes[0]]
    return Press(
        painted=paints[0] - zero,
        to_send=sent[0] - zero if sent else None,
        server=got[-1] - sent[0] if got else None,
        drawing=changes[0] - got[-1] if got else None,
        later=len(paints) > 1,
    )


def drag_from(seen: dict, name: str) -> Drag:
    """Read one drag out of what the probe saw.

    Raises:
        NotMeasured: The mouse never reached the page, or the picture did not change.
    """
    zero, release, paints = seen["zero"], seen["release"], seen["paints"]
    if zero is None or release is None or not paints:
        raise NotMeasured(t("bench.browser.no_change", page=name))
    during = [at for at in paints if at <= release]
    return Drag(
        redraws=len(during) / ((release - zero) / 1000),
        after_release=max(0.0, paints[-1] - release),
    )


@contextmanager
def new_context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a browser profile that has been nowhere."""
    context = browser.new_context(locale="sv-SE", viewport={"width": 1366, "height": 768})
    context.set_default_timeout(PATIENCE * 1000)
    try:
        yield context
    finally:
        context.close()


def opened(context: BrowserContext, place: Place) -> tuple[Page, CDPSession]:
    """Open an empty page where the probe will be in place, and a line to its inner workings."""
    page = context.new_page()
    page.add_init_script(f"{_SCRIPT}\nwindow.probe = openProbe({json.dumps(_js(place))})")
    return page, context.new_cdp_session(page)


def visit(page: Page, place: Place) -> float:
    """Go to the place and return the ms until its picture is drawn and its slider can be moved.

    Raises:
        NotMeasured: That did not happen in time.
    """
    page.goto(place.address, wait_until="commit")
    try:
        found = page.wait_for_function("() => window.usableAt", polling=50)
    except TimeoutError as error:
        raise NotMeasured(t("bench.browser.no_picture", page=place.name)) from error
    return float(found.json_value())


def watched(context: BrowserContext, place: Place) -> Watched:
    """Open a place to move its slider."""
    page, devtools = opened(context, place)
    visit(page, place)
    sleep(1.5)  # until the rest of the page has come
    return Watched(place, page, devtools)


def _js(place: Place) -> dict[str, object]:
    return {"shadow": place.shadow, "slider": place.slider, "picture": place.picture}
