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
_ENDED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass(frozen=True, slots=True)
class Part:
    """Something on the page that can be moved.

    Attributes:
        widget: Its id.
        fragment: Id of the fragment that it stands in; empty on the page itself.
        data: What Python told our panel; None for Streamlit's own slider.
        value: Where Streamlit's own slider stands; None for our panel.
    """

    widget: str
    fragment: str
    data: dict | None = None
    value: float | None = None
    bounds: tuple[float, float] = (0.0, 0.0)


@dataclass
class Tab:
    """One open page.

    Attributes:
        panel: Our live panel, as last described by Python.
        slider: The first of Streamlit's own sliders.
        bytes: Received so far.
    """

    connection: ClientConnection
    page: str = ""
    query: str = ""
    script: str = ""
    panel: Part | None = None
    slider: Part | None = None
    bytes: int = 0
    states: dict[str, str | float] = field(default_factory=dict)

    async def open(self) -> None:
        """Ask for the page and wait until all of it has come."""
        message = self.rerun()
        message.rerun_script.page_name = self.page
        await self._send(message)
        await self._until_ended()

    async def say(self, part: Part, said: dict) -> float:
        """Send what our panel says, and return the seconds until Python's answer to it has come.

        The run that gives the answer may go on; it is read by what is waited for next.
        """
        self.states[part.widget] = json.dumps({"said": said})
        begun = perf_counter()
        await self._send(self.rerun(part.fragment))
        while True:
            message = await self._receive()
            changed = message.WhichOneof("type") == "delta" and self.panel is not None
            if changed and self.panel.data and self.panel.data.get("seq") == said["seq"]:
                return perf_counter() - begun

    async def slide(self, part: Part, value: float) -> float:
        """Move Streamlit's own slider, and return the seconds until its run has ended."""
        self.states[part.widget] = value
        begun = perf_counter()
        await self._send(self.rerun(part.fragment))
        await self._until_ended()
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
            one = state.widget_states.widgets.add(id=widget)
            if isinstance(value, str):
                one.json_value = value
            else:
                one.double_array_value.data.append(value)
        return message

    async def _send(self, message: BackMsg) -> None:
        await self.connection.send(message.SerializeToString())

    async def _until_ended(self) -> None:
        while True:
            message = await self._receive()
            if (
                message.WhichOneof("type") == "script_finished"
                and message.script_finished in _ENDED
            ):
                return

    async def _receive(self) -> ForwardMsg:
        try:
            async with asyncio.timeout(PATIENCE):
                raw = await self.connection.recv()
        except (TimeoutError, ConnectionClosed) as error:
            raise NotMeasured(t("bench.browser.silent")) from error
        self.bytes += len(raw)
        message = ForwardMsg.FromString(raw)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.script = message.new_session.page_script_hash
        elif kind == "navigation":  # which of the script's pages it is
            self.script = message.navigation.page_script_hash
        elif kind == "delta":
            self._note(message)
        return message

    def _note(self, message: ForwardMsg) -> None:
        delta = message.delta
        if delta.WhichOneof("type") != "new_element":
            return
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind == "bidi_component":
            data = json.loads(element.bidi_component.json or "null")
            if isinstance(data, dict) and data.get("tabs"):  # not a picture without sliders
                self.panel = Part(element.bidi_component.id, delta.fragment_id, data)
        elif kind == "slider" and self.slider is None:
            slider = element.slider
            at = slider.value or slider.default
            bounds = (slider.min, slider.max)
            self.slider = Part(slider.id, delta.fragment_id, value=at[0], bounds=bounds)


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
