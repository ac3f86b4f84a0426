"""The browser's way past the page: questions for a panel, over a connection that is kept open."""

import asyncio
import json
import socket
import zlib
from dataclasses import dataclass
from time import perf_counter
from urllib.parse import urlsplit

from benchmarks.browser.rows import NotMeasured
from text import t
from ui.live.answer import PATH

PATIENCE = 60.0
"""Seconds to wait for an answer that ought to come."""
_GZIP = 16 + zlib.MAX_WBITS


@dataclass
class Line:
    """A connection to a server, opened at the first question and again where it has been closed.

    Attributes:
        hurried: Questions come so close that the system puts off acknowledging what it gets, and
            the server, which writes an answer's head and body apart, waits 40 ms for it. True to
            acknowledge at once, where how long it takes is not what is looked for.
    """

    address: str
    hurried: bool = False
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None

    async def ask(self, question: dict) -> tuple[float, dict]:
        """Ask for a panel; return the seconds until all of the answer had come, and the answer.

        Raises:
            NotMeasured: There is no answer, or a refusal.
        """
        if self._reader is None or self._reader.at_eof():
            await self._open()
        body = json.dumps(question).encode()
        head = "\r\n".join(
            [
                f"POST {PATH} HTTP/1.1",
                f"Host: {urlsplit(self.address).netloc}",
                "Content-Type: application/json",
                "Accept-Encoding: gzip, deflate, br",
                f"Content-Length: {len(body)}",
            ]
        )
        begun = perf_counter()
        try:
            async with asyncio.timeout(PATIENCE):
                self._writer.write(f"{head}\r\n\r\n".encode() + body)
                status, fields, content = await self._answer()
        except (TimeoutError, OSError, EOFError) as error:
            raise NotMeasured(t("bench.browser.silent")) from error
        taken = perf_counter() - begun
        if status != 200:
            raise NotMeasured(t("bench.browser.refused", status=status))
        if fields.get("content-encoding") == "gzip":
            content = zlib.decompress(content, _GZIP)
        return taken, json.loads(content)

    async def _open(self) -> None:
        where = urlsplit(self.address)
        try:
            self._reader, self._writer = await asyncio.open_connection(where.hostname, where.port)
        except OSError as error:
            raise NotMeasured(t("bench.browser.no_socket", said=str(error))) from error

    async def _answer(self) -> tuple[int, dict[str, str], bytes]:
        self._acknowledge()
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.strip().split("\r\n")
        fields = dict(line.lower().split(": ", 1) for line in lines)
        self._acknowledge()
        content = await self._reader.readexactly(int(fields.get("content-length", "0")))
        return int(first.split()[1]), fields, content

    def _acknowledge(self) -> None:
        if self.hurried and hasattr(socket, "TCP_QUICKACK"):
            ours = self._writer.get_extra_info("socket")
            ours.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
