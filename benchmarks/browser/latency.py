"""From key press to painted picture, and redraws during a drag: our pages and the minimal one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import Browser

from benchmarks.browser.probe import Drag, Place, Press, Watched, new_context, watched
from benchmarks.browser.rows import Found, NotMeasured, Remark, Row
from benchmarks.browser.spread import spread
from text import t
from text.numbers import number

PRESSES, ROUNDS = 50, 5
"""Key presses on each page, and the turns they are taken in."""
SLOW_PRESSES, SLOWER = 25, 4.0
BESIDE = 0.4
"""Part of the presses on what no aim is held against."""
DRAG = 2.0
"""Seconds that the slider is dragged."""


@dataclass
class Moves:
    """What was measured on one page.

    Attributes:
        same_again: Whether the page's address gives the same picture as the moves did.
        failed: Why the page was not measured.
    """

    place: Place
    pressed: list[Press] = field(default_factory=list)
    slow: list[Press] = field(default_factory=list)
    drag: Drag | None = None
    same_again: bool | None = None
    failed: str = ""


def measure(
    browser: Browser,
    inner_port: int,
    ours: Sequence[Place],
    minimal: Place,
    stock: Place | None,
) -> Iterator[Found]:
    """Measure all pages in turns.

    Args:
        inner_port: Where the browser lets its inner workings be reached.
        stock: The minimal page started with Streamlit's own settings.
    """
    with ExitStack() as stack:
        measured: dict[Place, Moves] = {}
        pages: dict[Place, Watched] = {}
        for place in (*ours, minimal, *((stock,) if stock else ())):
            measured[place] = Moves(place)
            with _told(measured[place]):
                context = stack.enter_context(new_context(browser))
                pages[place] = watched(context, place, inner_port)
        driven = [place for place in pages if place != stock]
        for _ in range(ROUNDS):
            for place, page in pages.items():
                times = PRESSES // ROUNDS if place in driven else round(BESIDE * PRESSES / ROUNDS)
                _press(page, measured[place], measured[place].pressed, times)
        for place in driven:
            _drag(pages[place], measured[place])
        for _ in range(ROUNDS):
            for place in driven:
                part = BESIDE if place == minimal else 1
                times = round(part * SLOW_PRESSES / ROUNDS)
                _press_slowly(pages[place], measured[place], times)
        for place in ours:
            if not measured[place].failed:
                with _told(measured[place]):
                    pages[place].to_front()
                    measured[place].same_again = pages[place].is_same_when_opened_again()
    yield from _rows([measured[place] for place in ours], measured[minimal])
    if stock:
        yield from _against_stock([measured[place] for place in ours], measured[stock])


class _told:
    """Keeps the sentence of what could not be measured, and lets the rest go on."""

    def __init__(self, moves: Moves) -> None:
        self._moves = moves

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if isinstance(error, NotMeasured):
            self._moves.failed = self._moves.failed or str(error)
        return isinstance(error, NotMeasured)


def _press(page: Watched, moves: Moves, pressed: list[Press], times: int) -> None:
    if moves.failed:
        return
    page.to_front()
    with _told(moves):
        if not pressed:
            page.press()  # the first one warms
        for _ in range(times):
            pressed.append(page.press())


def _drag(page: Watched, moves: Moves) -> None:
    if moves.failed:
        return
    page.to_front()
    with _told(moves):
        moves.drag = page.drag(DRAG)


def _press_slowly(page: Watched, moves: Moves, times: int) -> None:
    page.slow_down(SLOWER)
    try:
        _press(page, moves, moves.slow, times)
    finally:
        page.slow_down(1)


def _rows(ours: list[Moves], minimal: Moves) -> Iterator[Found]:
    for moves in (*ours, minimal):
        if moves.failed:
            yield Remark("latency", moves.failed)
    for moves in ours:
        yield from _press_rows(moves, minimal)
    for moves in ours:
        yield from _drag_rows(moves, minimal)
    for moves in ours:
        yield from _slow_rows(moves, minimal)
    for moves in ours:
        if moves.same_again is not None:
            kind = "same" if moves.same_again else "differs"
            yield Remark("latency", t(f"bench.browser.again.{kind}", page=moves.place.name))


def _press_rows(moves: Moves, minimal: Moves) -> Iterator[Found]:
    mine, theirs = _painted(moves.pressed), _painted(minimal.pressed)
    if mine is None:
        return
    page = moves.place.name
    p50 = theirs.p50 if theirs else None
    p95 = theirs.p95 if theirs else None
    yield Row("latency", t("bench.browser.press.p50", page=page), "ms", mine.p50, p50, 0.5)
    yield Row("latency", t("bench.browser.press.p95", page=page), "ms", mine.p95, p95, 0.5)
    for share in ("to_send", "server", "drawing"):
        value = _middle(moves.pressed, lambda press, name=share: getattr(press, name))
        plain = _middle(minimal.pressed, lambda press, name=share: getattr(press, name))
        if value is not None:
            yield Row("latency", t(f"bench.browser.press.{share}"), "ms", value, plain)
    later = sum(press.later for press in moves.pressed)
    if later:
        words = t("bench.browser.later", page=page, count=later, of=len(moves.pressed))
        yield Remark("latency", words)


def _drag_rows(moves: Moves, minimal: Moves) -> Iterator[Found]:
    if moves.drag is None:
        return
    page, plain = moves.place.name, minimal.drag
    yield Row(
        "latency",
        t("bench.browser.drag.redraws", page=page),
        t("bench.browser.per_second"),
        moves.drag.redraws,
        plain.redraws if plain else None,
        15.0,
        "at_least",
    )
    after = plain.after_release if plain else None
    name = t("bench.browser.drag.after", page=page)
    yield Row("latency", name, "ms", moves.drag.after_release, after)
    moved = number(moves.drag.moves)
    yield Remark("latency", t("bench.browser.drag.moves", page=page, moves=moved))


def _slow_rows(moves: Moves, minimal: Moves) -> Iterator[Row]:
    mine, theirs = _painted(moves.slow), _painted(minimal.slow)
    if mine is None:
        return
    name = t("bench.browser.slow", page=moves.place.name, times=number(SLOWER))
    yield Row("latency", name, "ms", mine.p95, theirs.p95 if theirs else None, 250.0, "at_most")


def _against_stock(ours: list[Moves], stock: Moves) -> Iterator[Remark]:
    theirs = _painted(stock.pressed)
    found = [(moves.place.name, _painted(moves.pressed)) for moves in ours]
    ratios = [
        t(
            "bench.browser.stock.page",
            page=name,
            p50=number(mine.p50 / theirs.p50, 2),
            p95=number(mine.p95 / theirs.p95, 2),
        )
        for name, mine in found
        if mine and theirs
    ]
    if ratios:
        p50, p95, pages = number(theirs.p50), number(theirs.p95), ", ".join(ratios)
        yield Remark("latency", t("bench.browser.stock", p50=p50, p95=p95, pages=pages))


def _painted(presses: list[Press]):
    return spread([press.painted for press in presses])


def _middle(presses: list[Press], of: Callable[[Press], float | None]) -> float | None:
    known = [value for value in map(of, presses) if value is not None]
    return median(known) if known else None
