"""Many users at once, in a process of their own: ``python -m benchmarks.browser.crowd``.

Each has a tab with the live panel and moves its first slider, to a value that nobody has had
before: a question for the panel, and when the hand has rested a message to the session, which the
whole page follows, as in the browser. Prints JSON.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter

from benchmarks.browser.line import Line
from benchmarks.browser.processor import busy_ms
from benchmarks.browser.rows import NotMeasured
from benchmarks.browser.wire import Tab, open_tab
from benchmarks.memory import resident_mb
from text import t

REST = 0.3
"""Seconds after which the panel takes the hand to rest (``ui/live/js/channel.js``)."""
GOLDEN = 0.6180339887498949
"""Steps of this part of a circle never come back to where they have been."""
SHIFT = 0.0137
WARM_UP = 300
"""Moves that fill what is kept: 256 results (``ui/cache.py``), 100 steps (``ui/history.py``)."""
PER_REST, PER_REST_WARM = 10, 3
"""Moves between two rests of the hand, at length and before it."""


@dataclass
class User:
    """One user with one tab."""

    tab: Tab
    line: Line
    number: int
    values: dict[str, float] = field(default_factory=dict)
    seq: Iterator[int] = field(default_factory=lambda: count(1))
    turn: Iterator[int] = field(default_factory=lambda: count(1))

    async def move(self) -> float:
        """Move the slider to a new value; return the seconds until the panel had its answer.

        Raises:
            NotMeasured: The answer is about another value.
        """
        tab = self.tab.panel.data["tabs"][0]
        low, high = (_slider(tab)[end] for end in ("low", "high"))
        value = low + place(self.number, next(self.turn)) * (high - low)
        self.values = {_slider(tab)["key"]: value}
        question = self.tab.panel.data["ask"] | {"tab": tab["id"], "values": self.values}
        taken, answer = await self.line.ask(question)
        if _slider(answer["tabs"][0])["value"] != value:
            raise NotMeasured(t("bench.browser.other_value", page=self.tab.page))
        return taken

    async def rest(self) -> float:
        """Let the whole page follow; return the seconds until all of it had come."""
        seq = next(self.seq)
        gesture = f"{self.number}.{seq}"
        said = {"seq": seq, "gesture": gesture, "values": self.values, "act": None}
        return await self.tab.settle(said | {"settled": True})


def _slider(tab: dict) -> dict:
    return tab["groups"][0]["sliders"][0]


def place(user: int, turn: int) -> float:
    """Return where on its slider (0–1) a user moves in a turn; nobody has been just there."""
    return (0.1 + user * SHIFT + turn * GOLDEN) % 1


async def entered(address: str, number: int, *, hurried: bool = False) -> User:
    """Open a tab for a user.

    Raises:
        NotMeasured: There is no live panel on the page.
    """
    tab = await open_tab(address)
    if tab.panel is None:
        raise NotMeasured(t("bench.browser.no_panel", page=tab.page))
    return User(tab, Line(address, hurried), number)


async def together(
    address: str, users: int, first: int, every: float, turns: int, warm: int, pid: int
) -> dict:
    """Let users move a slider each once per so many seconds, evenly spread in time.

    Args:
        first: The first user's number; who has another number moves to other values.
        warm: Moves of each beforehand, so that nothing is the server's first time.

    Returns:
        Seconds until each answer: ``moved`` of the panel, ``followed`` of the whole page. And the
        server's processor time meanwhile, ``busy`` [ms].
    """
    crowd = [await entered(address, first + i) for i in range(users)]
    for user in crowd:
        for _ in range(warm):
            await user.move()
            await user.rest()
    moved: list[float] = []
    followed: list[float] = []

    async def follow(user: User, earlier: asyncio.Task | None) -> None:
        await asyncio.sleep(REST)
        if earlier:  # of what is said to the session, one at a time is on its way
            await earlier
        followed.append(await user.rest())

    async def play(user: User) -> None:
        begun = perf_counter() + every * (user.number - first) / users
        following = None
        for turn in range(turns):
            await asyncio.sleep(max(0.0, begun + turn * every - perf_counter()))
            moved.append(await user.move())
            following = asyncio.create_task(follow(user, following))
        await following

    before = busy_ms(pid)
    await asyncio.gather(*(play(user) for user in crowd))
    busy = None if before is None else busy_ms(pid) - before
    return {"moved": moved, "followed": followed, "busy": busy}


async def sessions(address: str, users: int, pid: int) -> dict:
    """Open pages and keep them open; return the server's memory [MB] before and with them.

    As many are opened before: they take what the server's start has left unused.
    """
    opened = [await entered(address, i) for i in range(users)]
    before = resident_mb(pid)
    opened += [await entered(address, users + i) for i in range(users)]
    return {"before": before, "after": resident_mb(pid), "opened": len(opened)}


async def at_length(address: str, moves: int, pid: int) -> dict:
    """Move the slider over and over in one tab; return the server's memory [MB] on the way."""
    user = await entered(address, 0, hurried=True)
    await _moves(user, WARM_UP, PER_REST_WARM)
    memory = [resident_mb(pid)]
    for _ in range(4):
        await _moves(user, moves // 4, PER_REST)
        memory.append(resident_mb(pid))
    return {"memory": memory}


async def _moves(user: User, times: int, per_rest: int) -> None:
    for turn in range(1, times + 1):
        await user.move()
        if turn % per_rest == 0:
            await user.rest()


def main() -> int:
    """Do what is asked for and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.browser.crowd")
    parser.add_argument("what", choices=["together", "sessions", "at_length"])
    parser.add_argument("address")
    parser.add_argument("--pid", type=int, required=True)
    parser.add_argument("--users", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--every", type=float, default=2.0)
    parser.add_argument("--turns", type=int, default=6)
    parser.add_argument("--warm", type=int, default=1)
    parser.add_argument("--moves", type=int, default=2000)
    of = parser.parse_args()
    ways = {
        "together": lambda: together(
            of.address, of.users, of.first, of.every, of.turns, of.warm, of.pid
        ),
        "sessions": lambda: sessions(of.address, of.users, of.pid),
        "at_length": lambda: at_length(of.address, of.moves, of.pid),
    }
    try:
        print(json.dumps(asyncio.run(ways[of.what]())))
    except NotMeasured as reason:
        print(json.dumps({"failed": str(reason)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
