"""``python -m benchmarks`` (= ``make bench``): how fast we are, as ratios to plain baselines.

Nothing is asserted: milliseconds differ between machines, ratios taken in turns much less.
"""

import argparse
import json
import logging
import sys
from collections.abc import Iterator
from dataclasses import asdict
from time import perf_counter

from benchmarks import decision, fees, pages, robust, start
from benchmarks.table import Row, table
from benchmarks.timing import Comparison
from text import t
from text.numbers import number


def rows() -> Iterator[Row]:
    """Measure, part by part."""
    model = (
        ("moved_weight", decision.moved_weight),
        ("all_new", decision.all_new),
        ("whole_country", fees.whole_country),
    )
    for name, measure in model:
        yield _timed("model", t(f"bench.{name}"), measure())
    yield from _robust()
    for page in pages.all_pages():
        title = t(f"page.{page.page}.title")
        for kind, result in (("moved", page.moved), ("back", page.back)):
            name = t(f"bench.page.{kind}", page=title, scenario=page.scenario)
            yield _timed("pages", name, result, pages.GOAL * 1e3)
    ours, least = (asdict(found) for found in start.compare_starts())
    for name, mine in ours.items():
        is_memory, theirs = name.endswith("_mb"), least[name]
        factor = 1.0 if is_memory else 1e3
        known = mine is not None and theirs is not None
        yield Row(
            part="start",
            name=t(f"bench.start.{name}"),
            unit="MB" if is_memory else "ms",
            ours=mine * factor if known else None,
            baseline=theirs * factor if known else None,
            ratio=mine / theirs if known else None,
        )


def _robust() -> Iterator[Row]:
    draws = number(robust.DRAWS)
    yield _timed("robust", t("bench.robust.machine", draws=draws), robust.against_the_machine())
    found = robust.against_peers()
    if found is None:
        yield Row("robust", t("bench.robust.no_peer"), "ms", None, None, None)
    else:
        peer, result = found
        name = t("bench.robust.peer", draws=draws, peer=peer, few=number(robust.PEER_DRAWS))
        yield _timed("robust", name, result)
    name = t("bench.robust.moved", draws=number(robust.SCREEN))
    yield _timed("robust", name, robust.moved_weight())
    most, once = robust.memory(10 * robust.DRAWS), robust.memory(robust.DRAWS)
    yield Row(
        part="robust",
        name=t("bench.robust.memory", draws=number(10 * robust.DRAWS), fewer=draws),
        unit="MB",
        ours=most,
        baseline=once,
        ratio=most / once if most and once else None,
    )


def _timed(part: str, name: str, result: Comparison | None, goal: float | None = None) -> Row:
    if result is None:
        return Row(part, name, "ms", None, None, None, goal)
    return Row(part, name, "ms", result.ours * 1e3, result.baseline * 1e3, result.ratio, goal)


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=t("bench.about"))
    parser.add_argument("--json", action="store_true", help=t("bench.json"))
    wants_json = parser.parse_args(arguments).json
    logging.disable(logging.WARNING)  # Streamlit warns once per page that no server is running
    begun = perf_counter()
    measured = list(rows())
    if wants_json:
        print(json.dumps([asdict(row) for row in measured], ensure_ascii=False, indent=1))
        return 0
    print(table(measured))
    print("\n" + t("bench.took", seconds=number(perf_counter() - begun)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
