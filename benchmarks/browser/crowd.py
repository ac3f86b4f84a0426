"""Many users at once, in a process of their own: ``python -m benchmarks.browser.crowd``.

Each has a tab with the live panel and moves its first slider, to a value that nobody has had
before; the whole page follows when the hand has rested, as in the browser. Prints JSON.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter

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
"""Moves that fill every cache of results before memory is looked at (256 in ``ui/cache.py``)."""
PER_GESTURE = 20
"""Moves between two rests of the hand."""


@dataclass
class User:
    """One user with one tab."""

    tab: Tab
    number: int
    seq: Iterator[int] = field(default_factory=lambda: count(1))
    turn: Iterator[int] = field(default_factory=lambda: count(1))
    gesture: int = 0

    async def move(self) -> float:
        """Move the slider to a new value; return the seconds until the panel had its answer."""
        slider = self._slider()
        low, high = slider["low"], slider["high"]
        value = low + place(self.number, next(self.turn)) * (high - low)
        return await self._say({slider["key"]: value}, settled=False)

    async def rest(self) -> float:
        """Let the whole page follow; return the seconds until the panel on it had its answer."""
        taken = await self._say({}, settled=True)
        self.gesture += 1
        return taken

    async def _say(self, values: dict[str, float], *, settled: bool) -> float:
        said = {
            "seq": next(self.seq),
            "gesture": f"{self.number}.{self.gesture}",
            "values": values,
            "settled": settled,
            "act": None,
        }
        return await self.tab.say(self.tab.panel, said)

    def _slider(self) -> dict:
        return self.tab.panel.data["tabs"][0]["groups"][0]["sliders"][0]


def place(user: int, turn: int) -> float:
    """Return where on its slider (0–1) a user moves in a turn; nobody has been just there."""
    return (0.1 + user * SHIFT + turn * GOLDEN) % 1


async def entered(address: str, number: int) -> User:
    """Open a tab for a user.

    Raises:
        NotMeasured: There is no live panel on the page.
    """
    tab = await open_tab(address)
    if tab.panel is None:
        raise NotMeasured(t("bench.browser.no_panel", page=tab.page))
    return User(tab, number)


async def together(addresses: list[str], users: int, every: float, seconds: float) -> dict:
    """Let users move a slider each once per so many seconds.

    Returns:
        The seconds that each answer took: ``moved`` of the panel, ``followed`` of the whole page.
    """
    crowd = [await entered(addresses[i % len(addresses)], i) for i in range(users)]
    moved: list[float] = []
    followed: list[float] = []
    for user in crowd:  # once each beforehand, so that nothing is the server's first time
        await user.move()
        await user.rest()

    async def play(user: User) -> None:
        begun = perf_counter() + every * user.number / users
        for turn in range(max(1, round(seconds / every))):
            await asyncio.sleep(max(0.0, begun + turn * every - perf_counter()))
            moved.append(await user.move())
            await asyncio.sleep(REST)
            followed.append(await user.rest())

    await asyncio.gather(*(play(user) for user in crowd))
    return {"moved": moved, "followed": followed}


async def sessions(addresses: list[str], users: int, pid: int) -> dict:
    """Open pages and keep them open; return the server's memory [MB] before and with them."""
    warm = [await entered(address, i) for i, address in enumerate(addresses)]
    for user in warm:
        for _ in range(WARM_UP // 4):
            await user.move()
        await user.rest()
    before = resident_mb(pid)
    opened = [await entered(addresses[i % len(addresses)], i) for i in range(users)]
    return {"before": before, "after": resident_mb(pid), "users": len(opened)}


async def at_length(addresses: list[str], moves: int, pid: int) -> dict:
    """Move the slider over and over in one tab; return the server's memory [MB] on the way."""
    user = await entered(addresses[0], 0)
    await _moves(user, WARM_UP)
    memory = [resident_mb(pid)]
    for _ in range(4):
        await _moves(user, moves // 4)
        memory.append(resident_mb(pid))
    return {"memory": memory}


async def _moves(user: User, times: int) -> None:
    for turn in range(times):
        await user.move()
        if turn % PER_GESTURE == PER_GESTURE - 1:
            await user.rest()


def main() -> int:
    """Do what is asked for and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.browser.crowd")
    parser.add_argument("what", choices=["together", "sessions", "at_length"])
    parser.add_argument("addresses", nargs="+")
    parser.add_argument("--users", type=int, default=1)
    parser.add_argument("--every", type=float, default=2.0)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--moves", type=int, default=2000)
    parser.add_argument("--pid", type=int, default=0)
    asked = parser.parse_args()
    ways = {
        "together": lambda: together(asked.addresses, asked.users, asked.every, asked.seconds),
        "sessions": lambda: sessions(asked.addresses, asked.users, asked.pid),
        "at_length": lambda: at_length(asked.addresses, asked.moves, asked.pid),
    }
    try:
        print(json.dumps(asyncio.run(ways[asked.what]())))
    except NotMeasured as reason:
        print(json.dumps({"failed": str(reason)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
