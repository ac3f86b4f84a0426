"""The way past the page, over the network: what it takes, and what it turns away."""

import json
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from ui.live.answer import LONGEST, PATH

QUESTION = {
    "panel": "alternatives",
    "subject": "",
    "tab": "",
    "preset": "",
    "state": "utredning=ggvvh-it",
    "values": {"weights.potential": 74.0},
}
OURS = "application/json"


def post(address, content, kind=OURS, **options):
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    connection.request("POST", PATH, content, {"Content-Type": kind}, **options)
    answer = connection.getresponse()
    return answer.status, answer.read()


def test_a_question_is_answered_with_the_panel(address):
    status, content = post(address, json.dumps(QUESTION))

    assert status == 200
    assert json.loads(content)["answer"][0].startswith("2 IT-avdelning leder")


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        pytest.param(json.dumps(QUESTION), "text/plain", 415, id="from another site's form"),
        pytest.param(json.dumps(QUESTION | {"panel": "x"}), OURS, 404, id="unknown panel"),
        pytest.param("{", OURS, 400, id="broken"),
        pytest.param(b"\xff", OURS, 400, id="no text"),
        pytest.param("[" * 50_000, OURS, 400, id="nested without end"),
        pytest.param(" " * (LONGEST + 1), OURS, 413, id="too long"),
    ],
)
def test_what_our_page_would_not_ask_is_turned_away(address, content, kind, status):
    assert post(address, content, kind)[0] == status


def test_a_question_of_unknown_length_is_not_read(address):
    assert post(address, iter([b"{}"]), encode_chunked=True)[0] == 413


def test_the_app_still_answers_afterwards(address):
    assert post(address, json.dumps(QUESTION))[0] == 200
