"""Time of each page's script when warm, against a page with one slider and one bar chart.

The real ``app.py`` runs, navigation and all, in Streamlit's own test runner: no browser, no
network, and without the garbage collection that the server does after each run
(docs/decisions/0001-streamlit-settings.md).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from benchmarks.timing import Comparison, of_pairs
from model.choices import Choices
from ui import cache

FOLDER = Path(__file__).parent.parent
APP, MINIMAL = FOLDER / "app.py", FOLDER / "benchmarks" / "minimal_app.py"
PAGES = {
    "overview": "",
    "alternatives": "alternativ",
    "robustness": "robusthet",
    "assessors": "bedomare",
    "fees": "avgifter",
    "municipalities": "kommuner",
    "compare": "jamfor",
    "evidence": "underlag",
}
MOVED = {"fees": "projection."}
"""Beginning of the key of the figure that is moved, where it is no weight."""
SCENARIOS = ("ggvvh-it", "mediacenter")
GOAL = 0.150
"""Seconds that a page's script may take when warm."""

Turn = Callable[[int], float]
"""Moves the page's number to its n-th place (0: as in the file), runs it, tells the seconds."""


@dataclass(frozen=True, slots=True)
class PageTime:
    """One page on one scenario; a page that failed has no times.

    Attributes:
        moved: After a number got a value not seen before: the model computes.
        back: After it was moved back: what the model gave is found again.
    """

    page: str
    scenario: str
    moved: Comparison | None
    back: Comparison | None


def all_pages(repeats: int = 5) -> Iterator[PageTime]:
    """Measure every page, one at a time."""
    minimal = _slider_turn(_opened(MINIMAL))
    for scenario in SCENARIOS:
        for page, path in PAGES.items():
            app = _opened(APP, path, scenario)
            if app.exception or app.error:
                yield PageTime(page, scenario, None, None)
                continue
            turn = _figure_turn(app, scenario, MOVED.get(page, "weights."))
            yield PageTime(page, scenario, *_compare(turn, minimal, repeats))


def _compare(page: Turn, minimal: Turn, repeats: int) -> tuple[Comparison, Comparison]:
    moved, back = [], []
    for place in range(repeats + 1):
        pairs = [(page(step), minimal(step)) for step in (place + 1, 0)]
        if place:  # the first time warms both
            moved.append(pairs[0])
            back.append(pairs[1])
    return of_pairs(moved), of_pairs(back)


def _opened(script: Path, path: str = "", scenario: str = "") -> AppTest:
    app = AppTest.from_file(str(script), default_timeout=60)
    if scenario:
        app.query_params["utredning"] = scenario
        # AppTest.switch_page takes files only; our pages are functions, known by their address.
        app._page_hash = calc_hash(path)
    return app.run()


def _slider_turn(app: AppTest) -> Turn:
    (slider,) = app.main.slider
    key, start, step, top = slider.key, slider.value, slider.step, slider.max

    def turn(place: int) -> float:
        value = start + place * step
        app.slider(key=key).set_value(value if value <= top else start - place * step)
        return _timed(app)

    return turn


def _figure_turn(app: AppTest, scenario: str, prefix: str) -> Turn:
    """Return a turn for a page of ours: its figure moves, and the whole page follows."""
    found = cache.scenarios()[0][scenario].scenario
    key = next(
        key
        for key, figure in found.figures.items()
        if key.startswith(prefix) and figure.value is not None
    )
    stated = found.value(key)

    def turn(place: int) -> float:
        session = app.session_state["vagval"]
        value = stated * (1 + place / 100)
        session.choices[scenario] = Choices().with_value(key, value, stated)
        return _timed(app)

    return turn


def _timed(app: AppTest) -> float:
    start = perf_counter()
    app.run()
    seconds = perf_counter() - start
    if app.exception or app.error:
        raise RuntimeError("; ".join(item.value for item in [*app.exception, *app.error]))
    return seconds
