"""Thirty users at once against one: what the server takes to answer, and its memory."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence

from benchmarks.browser.processor import busy_ms
from benchmarks.browser.rows import Found, NotMeasured, Remark, Row
from benchmarks.browser.servers import Server
from benchmarks.browser.spread import spread
from benchmarks.pages import FOLDER
from text import t
from text.numbers import number

USERS, EVERY, SECONDS = 30, 2.0, 16.0
ALONE_EVERY = 0.7
"""Seconds between the moves of one alone: nobody else is disturbed, so more are measured."""
MOVES = 2000


def measure_users(server: Server, paths: Sequence[str]) -> Iterator[Found]:
    """Compare what one user and thirty wait for the server."""
    alone: dict[str, list[float]] = {"moved": [], "followed": []}
    _crowd("together", server, paths, users=len(paths), every=0.5, seconds=1.0)  # warms it
    begun = busy_ms(server.pid)
    for path in paths:
        half = _crowd("together", server, [path], every=ALONE_EVERY, seconds=SECONDS / len(paths))
        for kind, times in alone.items():
            times.extend(half[kind])
    between = busy_ms(server.pid)
    crowd = _crowd("together", server, paths, users=USERS, every=EVERY, seconds=SECONDS)
    ended = busy_ms(server.pid)
    for kind in alone:
        ours, one = spread(crowd[kind]), spread(alone[kind])
        if ours is None or one is None:
            continue
        for share in ("p50", "p95"):
            goal = 3.0 if (kind, share) == ("moved", "p95") else None
            name = t(f"bench.browser.users.{kind}.{share}")
            yield Row(
                "users", name, "ms", getattr(ours, share) * 1e3, getattr(one, share) * 1e3, goal
            )
    if begun is not None and between is not None and ended is not None:
        # Each user's page is opened and moved once before the count begins.
        ours = (ended - between) / (len(crowd["moved"]) + 2 * USERS)
        one = (between - begun) / (len(alone["moved"]) + 2 * len(paths))
        yield Row("users", t("bench.browser.users.processor"), "ms", ours, one)
    words = t("bench.browser.users.count", crowd=len(crowd["moved"]), alone=len(alone["moved"]))
    yield Remark("users", words)


def measure_sessions(server: Server, paths: Sequence[str]) -> Iterator[Found]:
    """Measure the server's memory per open page."""
    opened = _crowd("sessions", server, paths, users=USERS, pid=server.pid)
    before, after = opened["before"], opened["after"]
    if before is None or after is None:
        raise NotMeasured(t("bench.browser.no_memory"))
    yield Row("memory", t("bench.browser.memory.before"), "MB", before)
    yield Row("memory", t("bench.browser.memory.per_user"), "MB", (after - before) / USERS)


def measure_growth(server: Server, path: str) -> Iterator[Found]:
    """Measure whether the server's memory grows while one user goes on and on."""
    memory = _crowd("at_length", server, [path], moves=MOVES, pid=server.pid)["memory"]
    if None in memory:
        raise NotMeasured(t("bench.browser.no_memory"))
    name = t("bench.browser.memory.grown", moves=number(MOVES))
    yield Row("memory", name, "MB", memory[-1] - memory[0], goal=0.0, aim="at_most")
    steps = ", ".join(number(value, 1) for value in memory)
    yield Remark("memory", t("bench.browser.memory.steps", steps=steps))


def _crowd(what: str, server: Server, paths: Sequence[str], **options: float) -> dict:
    command = [sys.executable, "-m", "benchmarks.browser.crowd", what]
    command += [f"{server.address}/{path}" for path in paths]
    command += [f"--{name}={value}" for name, value in options.items()]
    run = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, timeout=300)
    if run.returncode:
        last = run.stderr.strip().splitlines()[-1:]
        raise NotMeasured(t("bench.browser.failed", reason="".join(last)))
    found = json.loads(run.stdout.splitlines()[-1])
    if "failed" in found:
        raise NotMeasured(found["failed"])
    return found
