"""The way past the page: the browser asks for a panel at each move and gets it at once.

A run of the page makes the browser draw the whole page again several times over; a question here
costs what the panel costs. Nothing of a session is read or kept: what is shown follows from the
scenario and the choices, and those come with the question. When the hand rests the session is
told, see ``show``.
"""

import json
import logging
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from model.errors import ModelError
from ui import cache, link
from ui.assessors import moves
from ui.assessors import panel as assessors
from ui.live.panel import as_data
from ui.live.show import Compose
from ui.live.view import View
from ui.pages import alternatives, fees, municipalities, overview
from ui.robustness import panel as robustness

PATH = "/vagval/panel"
LONGEST = 200_000
"""Bytes of a question that are read; a longer one was not asked by our page."""

PANELS: Mapping[str, Compose] = {
    "overview": overview.panel,
    "alternatives": alternatives.panel,
    "robustness": robustness.compose,
    "fees": fees.panel,
    "assessor": assessors.compose,
    "own": municipalities.own_panel,
    "potentials": municipalities.potential_panel,
}


def route() -> Route:
    """Return the route to add to the app."""
    return Route(PATH, _answer, methods=["POST"])


async def _answer(request: Request) -> Response:
    # Another site's page can send a form, but not this type, without asking us first.
    if request.headers.get("content-type") != "application/json":
        return Response(status_code=415)
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > LONGEST:
        return Response(status_code=413)
    try:
        question = json.loads(await request.body())
    except (ValueError, RecursionError):
        return Response(status_code=400)
    found = await run_in_threadpool(answer, question)
    return Response(status_code=404) if found is None else JSONResponse(found)


def answer(question: object) -> dict[str, object] | None:
    """Return a panel as data; None where the question cannot be answered here.

    The page then tells the session instead, which says what is wrong.

    Args:
        question: ``panel`` (in ``PANELS``), ``subject``, ``tab`` (the one in view), ``preset``
            (last applied), ``state`` (a link's query) and ``values`` (figure key -> number), the
            moves since that state.
    """
    match question:
        case {
            "panel": str(name),
            "subject": str(subject),
            "tab": str(tab),
            "preset": str(preset),
            "state": str(query),
            "values": dict(values),
        } if len(query) <= link.LONGEST:
            pass
        case _:
            return None
    chosen = dict(parse_qsl(query))
    loaded = cache.scenarios()[0].get(chosen.get(link.SCENARIO, ""))
    compose = PANELS.get(name)
    if loaded is None or compose is None:
        return None
    state, _ = link.decode(loaded.scenario, cache.country(), chosen)
    choices = moves.followed(loaded.scenario, state.choices, values)
    try:
        return as_data(compose(View(loaded, choices, subject, tab, preset)))
    except ModelError:
        return None
    except Exception:
        logging.getLogger("vagval").exception("panel failed")
        return None
