"""A page in the browser whose slider is moved, and whose picture is watched (``probe.js``)."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic, sleep

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, TimeoutError

from benchmarks.browser import hand
from benchmarks.browser.rows import NotMeasured
from text import t

PATIENCE = 30.0
"""Seconds to wait for a page, and a fifth of it for a picture that ought to move."""
UNDISTURBED, QUIET = 0.3, 0.05
"""Seconds after a press in which the page is left alone, and for which it shall have been quiet."""
SETTLING = 1.0
"""Seconds in which the rest of a page comes, once its picture is there."""
_SCRIPT = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Place:
    """A page to measure, and where on it the slider and its picture are.

    Attributes:
        name: What the reader calls it.
        address: Its whole address.
        picture: CSS selector of the picture.
        shadow: True where slider and picture are in one open shadow root, as in our panel.
    """

    name: str
    address: str
    picture: str = ".picture svg"
    shadow: bool = True
    slider: str = "input[type=range]"


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
    """One drag.

    Attributes:
        redraws: A second, while the hand moved.
        after_release: From the release to the last change [ms].
        moves: Of the mouse, a second: no page can draw more often.
    """

    redraws: float
    after_release: float
    moves: float


class Watched:
    """An open page whose probe is in place."""

    def __init__(self, place: Place, page: Page, devtools: CDPSession, inner_port: int) -> None:
        self.place = place
        self._inner_port = inner_port
        self._page = page
        self._devtools = devtools
        self._key = "ArrowRight"

    def to_front(self) -> None:
        """Make this the page in view, as the one being used is."""
        self._page.bring_to_front()

    def slow_down(self, factor: float) -> None:
        """Let the page have only a part of the processor; 1 gives it back."""
        self._devtools.send("Emulation.setCPUThrottlingRate", {"rate": factor})

    def press(self) -> Press:
        """Press an arrow key once on the slider, and let the page do all that follows.

        Raises:
            NotMeasured: The picture did not change.
        """
        self._turn_at_the_end()
        self._arm()
        self._page.keyboard.press(self._key)
        self._let_rest()
        return press_from(self._seen(), self.place.name)

    def drag(self, seconds: float) -> Drag:
        """Drag the slider to and fro with the mouse.

        Raises:
            NotMeasured: The picture changed neither during the drag nor after it.
        """
        self._arm()
        track = self._page.evaluate("() => probe.track()")
        ends = [track["left"] + track["width"] * share for share in (0.1, 0.85)]
        hand.drag(self._inner(), (track["x"], track["y"]), tuple(ends), seconds)
        self._let_rest()
        return drag_from(self._seen(), self.place.name)

    def is_same_when_opened_again(self) -> bool:
        """Tell whether the page's address gives the picture that stands there now.

        The session that opens it knows nothing but the address: the picture is that of the
        slider's newest value, or it differs.
        """
        sleep(SETTLING)
        stands, address = self._seen()["print"], self._page.evaluate("() => location.href")
        visit(self._page, replace(self.place, address=address))
        sleep(SETTLING)
        self._arm()
        return sorted(self._seen()["print"].split("\n")) == sorted(stands.split("\n"))

    def _inner(self) -> str:
        target = self._devtools.send("Target.getTargetInfo")["targetInfo"]["targetId"]
        return f"ws://127.0.0.1:{self._inner_port}/devtools/page/{target}"

    def _let_rest(self) -> None:
        sleep(UNDISTURBED)
        end = monotonic() + PATIENCE / 5
        while not self._page.evaluate(f"() => probe.rests({QUIET * 1000})") and monotonic() < end:
            sleep(0.03)

    def _seen(self) -> dict:
        return self._page.evaluate("() => probe.report()")

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
    seconds = (release - zero) / 1000
    return Drag(
        redraws=len(during) / seconds,
        after_release=max(0.0, paints[-1] - release),
        moves=seen["moves"] / seconds,
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


def watched(context: BrowserContext, place: Place, inner_port: int) -> Watched:
    """Open a place to move its slider.

    Args:
        inner_port: Where the browser lets its inner workings be reached.
    """
    page, devtools = opened(context, place)
    visit(page, place)
    sleep(SETTLING)
    return Watched(place, page, devtools, inner_port)


def _js(place: Place) -> dict[str, object]:
    return {"shadow": place.shadow, "slider": place.slider, "picture": place.picture}
