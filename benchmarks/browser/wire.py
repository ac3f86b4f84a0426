"""A browser tab without a browser: Streamlit's messages over a websocket, and nothing drawn."""

import asyncio
import json
from dataclasses import dataclass, field
from time import perf_counter
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from benchmarks.browser.rows import NotMeasured
from text import t

MOST_BYTES = 64 * 2**20
PATIENCE = 60.0
"""Seconds to wait for a message that ought to come."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Our live panel.

    Attributes:
        widget: Its id.
        fragment: Id of the fragment that it stands in; empty on the page itself.
        data: What Python told it.
    """

    widget: str
    fragment: str
    data: dict


@dataclass
class Tab:
    """One open page.

    Attributes:
        panel: The live panel on it, as last described by the session.
        states: What the browser has said, by widget.
    """

    connection: ClientConnection
    page: str = ""
    query: str = ""
    script: str = ""
    panel: Panel | None = None
    states: dict[str, str] = field(default_factory=dict)

    async def open(self) -> None:
        """Ask for the page and wait until all of it has come."""
        message = self.rerun()
        message.rerun_script.page_name = self.page
        await self._send(message)
        while not _is_end(await self._receive()):
            pass

    async def settle(self, said: dict) -> float:
        """Tell the session that the hand rests; return the seconds until the whole page has come.

        The panel's fragment runs first and hands over to the page, whose panel tells the number of
        what it answers.
        """
        self.states[self.panel.widget] = json.dumps({"said": said})
        begun = perf_counter()
        await self._send(self.rerun(self.panel.fragment))
        while True:
            ended = _is_end(await self._receive())
            if ended and self.panel.data["seq"] == said["seq"]:
                return perf_counter() - begun

    def rerun(self, fragment: str = "") -> BackMsg:
        """Return the message that asks for a run of the page, or of a fragment of it."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash, state.fragment_id = (
            self.query,
            self.script,
            fragment,
        )
        for widget, value in self.states.items():
            state.widget_states.widgets.add(id=widget).json_value = value
        return message

    async def _send(self, message: BackMsg) -> None:
        await self.connection.send(message.SerializeToString())

    async def _receive(self) -> ForwardMsg:
        try:
            async with asyncio.timeout(PATIENCE):
                message = ForwardMsg.FromString(await self.connection.recv())
        except (TimeoutError, ConnectionClosed) as error:
            raise NotMeasured(t("bench.browser.silent")) from error
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.script = message.new_session.page_script_hash
        elif kind == "navigation":  # which of the script's pages it is
            self.script = message.navigation.page_script_hash
        elif kind == "delta":
            self._note(message)
        return message

    def _note(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.WhichOneof("type") != "bidi_component":
            return
        data = json.loads(element.bidi_component.json or "null")
        if isinstance(data, dict) and data.get("tabs"):  # not a picture without sliders
            self.panel = Panel(element.bidi_component.id, message.delta.fragment_id, data)


def _is_end(message: ForwardMsg) -> bool:
    """Tell whether a run of a whole page has ended."""
    ended = message.WhichOneof("type") == "script_finished"
    return ended and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY


async def open_tab(address: str) -> Tab:
    """Open a page by its address.

    Raises:
        NotMeasured: The server does not let us in.
    """
    where = urlsplit(address)
    try:
        connection = await connect(
            f"ws://{where.netloc}/_stcore/stream",
            subprotocols=["streamlit"],
            max_size=MOST_BYTES,
            compression=None,
            proxy=None,
        )
    except OSError as error:
        raise NotMeasured(t("bench.browser.no_socket", said=str(error))) from error
    tab = Tab(connection, page=where.path.strip("/"), query=where.query)
    await tab.open()
    return tab
