"""``python -m benchmarks.browser`` (= ``make bench-browser``): how fast pictures follow the hand.

A real browser, real servers, our pages and a minimal one in turns. Nothing is asserted.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from time import perf_counter

from playwright.sync_api import Browser, Error, sync_playwright

from benchmarks.browser import latency, load, users
from benchmarks.browser.probe import Place
from benchmarks.browser.rows import Found, NotMeasured, Remark, as_data, part_table
from benchmarks.browser.servers import Server, started
from benchmarks.pages import APP, MINIMAL
from benchmarks.start import free_port
from text import t
from text.numbers import number

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
MOVED = {"alternatives": "alternativ?utredning=ggvvh-it", "fees": "avgifter?utredning=mediacenter"}
"""The pages whose sliders are moved."""
LOADED = {"overview": "?utredning=ggvvh-it", **MOVED}
"""The pages whose first load is measured."""
PARTS = ("latency", "load", "users", "memory")


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    about = t("bench.browser.about")
    parser = argparse.ArgumentParser(prog="python -m benchmarks.browser", description=about)
    parser.add_argument("--json", action="store_true", help=t("bench.json"))
    parser.add_argument("--only", choices=PARTS, help=t("bench.browser.only"))
    asked = parser.parse_args(arguments)
    begun = perf_counter()
    found: list[Found] = []
    if not asked.json:
        print(t("bench.browser.about"))
        print(_machine(), flush=True)
    for part in [asked.only] if asked.only else PARTS:
        of_part = list(_told(part, MEASURES[part]))
        found.extend(of_part)
        if not asked.json:
            print("\n" + part_table(part, of_part), flush=True)
    if asked.json:
        print(json.dumps(as_data(found), ensure_ascii=False, indent=1))
    else:
        print("\n" + t("bench.browser.took", seconds=number(perf_counter() - begun)))
    return 0


def _told(part: str, measure: Callable[[], Iterator[Found]]) -> Iterator[Found]:
    """Measure a part; what cannot be measured is told, and the other parts go on."""
    try:
        yield from measure()
    except NotMeasured as reason:
        yield Remark(part, str(reason))
    except (Error, OSError, RuntimeError) as error:
        reason = f"{type(error).__name__}: {str(error).strip().splitlines()[0]}"
        yield Remark(part, t("bench.browser.failed", reason=reason))


def _latency() -> Iterator[Found]:
    with (
        started(APP) as app,
        started(MINIMAL) as minimal,
        started(MINIMAL, our_settings=False) as stock,
        _browser(port := free_port()) as browser,
    ):
        yield from latency.measure(browser, port, _ours(app, MOVED), _plain(minimal), _plain(stock))


def _load() -> Iterator[Found]:
    with started(APP) as app, started(MINIMAL) as minimal, _browser() as browser:
        yield from load.measure(browser, _ours(app, LOADED), _plain(minimal))


def _users() -> Iterator[Found]:
    with started(APP) as app:
        yield from users.measure_users(app, MOVED["alternatives"])


def _memory() -> Iterator[Found]:
    with started(APP) as app:
        yield from users.measure_sessions(app, MOVED["alternatives"])
    # A server of its own: what the pages above leave behind is let go while we would measure.
    with started(APP) as app:
        yield from users.measure_growth(app, MOVED["alternatives"])


MEASURES = {"latency": _latency, "load": _load, "users": _users, "memory": _memory}


def _ours(app: Server, pages: dict[str, str]) -> list[Place]:
    return [Place(t(f"page.{page}.title"), f"{app.address}/{path}") for page, path in pages.items()]


def _plain(server: Server) -> Place:
    return Place(
        t("bench.browser.minimal"),
        f"{server.address}/",
        picture="[data-testid=stVegaLiteChart] svg",
        shadow=False,
    )


@contextmanager
def _browser(inner_port: int = 0) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM,
                args=[
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    *([f"--remote-debugging-port={inner_port}"] if inner_port else ()),
                ],
            )
        except Error as error:
            raise NotMeasured(t("bench.browser.no_browser", path=CHROMIUM)) from error
        try:
            yield browser
        finally:
            browser.close()


def _machine() -> str:
    try:
        with _browser() as browser:
            chromium = browser.version
    except NotMeasured:
        chromium = t("bench.browser.missing")
    return t(
        "bench.browser.machine",
        cores=os.cpu_count(),
        system=platform.platform(terse=True),
        python=platform.python_version(),
        streamlit=version("streamlit"),
        chromium=chromium,
    )


if __name__ == "__main__":
    sys.exit(main())
