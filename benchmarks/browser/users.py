"""Thirty users at once against one: what the server takes to answer, and its memory."""

import json
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.browser.rows import Found, NotMeasured, Remark, Row
from benchmarks.browser.servers import Server
from benchmarks.browser.spread import spread
from benchmarks.pages import FOLDER
from text import t
from text.numbers import number

USERS, EVERY, TURNS = 30, 2.0, 6
ALONE_EVERY, ALONE_TURNS, ALONE = 0.5, 30, 1000
"""One alone disturbs nobody, so more is measured; the number is none of the thirty's."""
MOVES = 2000
GOAL = 3.0


def measure_users(server: Server, path: str) -> Iterator[Found]:
    """Compare what one user and thirty wait for the server."""
    alone = _crowd(
        "together", server, path, first=ALONE, every=ALONE_EVERY, turns=ALONE_TURNS, warm=5
    )
    crowd = _crowd("together", server, path, users=USERS, every=EVERY, turns=TURNS)
    for kind in ("moved", "followed"):
        ours, one = spread(crowd[kind]), spread(alone[kind])
        for share in ("p50", "p95"):
            goal = GOAL if (kind, share) == ("moved", "p95") else None
            name = t(f"bench.browser.users.{kind}.{share}")
            yield Row(
                "users", name, "ms", getattr(ours, share) * 1e3, getattr(one, share) * 1e3, goal
            )
    if crowd["busy"] is not None:
        ours, one = (one["busy"] / len(one["moved"]) for one in (crowd, alone))
        yield Row("users", t("bench.browser.users.processor"), "ms", ours, one)
    words = t("bench.browser.users.count", crowd=len(crowd["moved"]), alone=len(alone["moved"]))
    yield Remark("users", words)


def measure_sessions(server: Server, path: str) -> Iterator[Found]:
    """Measure the server's memory per open page."""
    opened = _crowd("sessions", server, path, users=USERS)
    before, after = opened["before"], opened["after"]
    if before is None or after is None:
        raise NotMeasured(t("bench.browser.no_memory"))
    yield Row("memory", t("bench.browser.memory.before", users=USERS), "MB", before)
    name = t("bench.browser.memory.per_user", users=USERS)
    yield Row("memory", name, "kB", (after - before) / USERS * 1024)


def measure_growth(server: Server, path: str) -> Iterator[Found]:
    """Measure whether the server's memory grows while one user goes on and on."""
    memory = _crowd("at_length", server, path, moves=MOVES)["memory"]
    if None in memory:
        raise NotMeasured(t("bench.browser.no_memory"))
    name = t("bench.browser.memory.grown", moves=number(MOVES))
    yield Row("memory", name, "MB", memory[-1] - memory[0], goal=0.0, aim="at_most")
    steps = ", ".join(number(value, 1) for value in memory)
    yield Remark("memory", t("bench.browser.memory.steps", steps=steps))


def _crowd(what: str, server: Server, path: str, **options: float) -> dict:
    command = [sys.executable, "-m", "benchmarks.browser.crowd", what, f"{server.address}/{path}"]
    command += [f"--{name}={value}" for name, value in ({"pid": server.pid} | options).items()]
    run = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, timeout=300)
    if run.returncode:
        last = run.stderr.strip().splitlines()[-1:]
        raise NotMeasured(t("bench.browser.failed", reason="".join(last)))
    found = json.loads(run.stdout.splitlines()[-1])
    if "failed" in found:
        raise NotMeasured(found["failed"])
    return found
