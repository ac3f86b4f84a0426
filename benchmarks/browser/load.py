"""From asking for a page to a picture that can be used: with nothing kept, and a second time."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import Browser, BrowserContext

from benchmarks.browser.probe import Place, new_context, opened, visit
from benchmarks.browser.rows import Found, NotMeasured, Remark, Row
from text import t
from text.numbers import number

REPEATS = 2
AFTER = 0.5
"""Seconds in which the rest of a page may be fetched once its picture is there."""
GOAL = 1.5


@dataclass
class Visit:
    """One visit: ms until the picture could be used, and what was fetched until a while after."""

    usable: float = 0.0
    requests: int = 0
    kilobytes: float = 0.0
    plotly: bool = False


@dataclass
class Visits:
    """All visits to one page."""

    first: list[Visit] = field(default_factory=list)
    again: list[Visit] = field(default_factory=list)
    failed: str = ""


def measure(browser: Browser, ours: Sequence[Place], minimal: Place) -> Iterator[Found]:
    """Visit the pages in turns, after a visit to each that warms its server."""
    places = (*ours, minimal)
    found = {place: Visits() for place in places}
    for place in places:
        with new_context(browser) as context, suppress(NotMeasured):
            _visit(context, place)
    for _ in range(REPEATS):
        for place in places:
            visits = found[place]
            if visits.failed:
                continue
            try:
                with new_context(browser) as context:
                    first, again = _visit(context, place, AFTER), _visit(context, place)
            except NotMeasured as error:
                visits.failed = str(error)
                continue
            visits.first.append(first)
            visits.again.append(again)
    for place in places:
        if found[place].failed:
            yield Remark("load", found[place].failed)
    for place in ours:
        if not found[place].failed:
            yield from _rows(place, found[place], found[minimal])


def _visit(context: BrowserContext, place: Place, after: float = 0.0) -> Visit:
    page, devtools = opened(context, place)
    visit_ = Visit()

    def asked(event: dict) -> None:
        url = event["request"]["url"]
        visit_.requests += not url.startswith("data:")
        visit_.plotly |= "plotly" in url.rsplit("/", 1)[-1].lower()

    def fetched(event: dict) -> None:
        visit_.kilobytes += event["encodedDataLength"] / 1024

    def heard(event: dict) -> None:
        visit_.kilobytes += len(event["response"]["payloadData"]) * 3 / 4 / 1024  # in base 64

    devtools.on("Network.requestWillBeSent", asked)
    devtools.on("Network.loadingFinished", fetched)
    devtools.on("Network.webSocketFrameReceived", heard)
    devtools.send("Network.enable")
    try:
        visit_.usable = visit(page, place)
        page.wait_for_timeout(after * 1000)
    finally:
        page.close()
    return visit_


def _rows(place: Place, mine: Visits, theirs: Visits) -> Iterator[Found]:
    for kind in ("first", "again"):
        ours, plain = getattr(mine, kind), getattr(theirs, kind)
        baseline = median(one.usable for one in plain) if plain else None
        name = t(f"bench.browser.load.{kind}", page=place.name)
        yield Row("load", name, "ms", median(one.usable for one in ours), baseline, GOAL)
    sizes = [(visits.first, kilobytes(visits)) for visits in (mine, theirs) if visits.first]
    yield Row(
        "load",
        t("bench.browser.load.fetched", page=place.name),
        "kB",
        sizes[0][1],
        sizes[1][1] if len(sizes) > 1 else None,
    )
    words = t(
        "bench.browser.load.requests",
        page=place.name,
        first=number(median(one.requests for one in mine.first)),
        again=number(median(one.requests for one in mine.again)),
    )
    loaded = any(one.plotly for one in (*mine.first, *mine.again))
    plotly = t("bench.browser.load.plotly" if loaded else "bench.browser.load.no_plotly")
    yield Remark("load", f"{words} {plotly}")


def kilobytes(visits: Visits) -> float:
    """Return what a first visit fetches, in the middle."""
    return median(one.kilobytes for one in visits.first)
