"""The benchmark of the browser reads what it sees rightly; what it finds is nobody's promise."""

import asyncio
import json
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.server import serve

pytest.importorskip("playwright", reason="playwright is not installed (requirements-dev.txt)")

from benchmarks.browser import __main__ as browser_bench
from benchmarks.browser import crowd, hand, users, wire
from benchmarks.browser.line import Line
from benchmarks.browser.probe import drag_from, press_from
from benchmarks.browser.rows import NotMeasured, Remark, Row, as_data, part_table
from benchmarks.browser.servers import Server
from benchmarks.browser.spread import spread


def in_own_loop(work):
    """Run a coroutine to its end, in a thread: the browser tests leave a loop running in ours."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def seen(**changes):
    """Return what the probe saw at a key press: asked at 105, answered at 140, drawn at 150 ms."""
    usual = {"zero": 100.0, "release": None, "changes": [150.0], "paints": [160.0]}
    return usual | {"moves": 120, "sent": [105.0], "got": [130.0, 140.0]} | changes


def test_half_are_below_the_median_and_nineteen_of_twenty_below_the_slow_end():
    found = spread([float(time) for time in range(101)])

    assert (found.p50, found.p95, found.count) == (50.0, 95.0, 101)


def test_nothing_measured_has_no_spread():
    assert spread([]) is None


def test_a_press_is_counted_from_the_key_to_the_painted_frame_and_split_on_the_way():
    press = press_from(seen(), "Alternativ")

    assert press.painted == 60.0
    assert (press.to_send, press.server, press.drawing) == (5.0, 35.0, 10.0)
    assert not press.later


def test_messages_from_before_the_key_and_after_the_picture_are_no_part_of_the_answer():
    press = press_from(seen(sent=[90.0, 105.0, 400.0], got=[95.0, 140.0, 500.0]), "Alternativ")

    assert (press.to_send, press.server) == (5.0, 35.0)


def test_a_picture_that_the_browser_draws_alone_has_no_share_of_the_server():
    press = press_from(seen(sent=[], got=[]), "Alternativ")

    assert press.painted == 60.0
    assert press.server is None


def test_a_picture_that_changes_again_is_told():
    assert press_from(seen(paints=[160.0, 480.0]), "Alternativ").later


@pytest.mark.parametrize(
    "nothing", [{"changes": [], "paints": []}, {"zero": None}], ids=["no change", "no key"]
)
def test_a_picture_that_never_changes_is_told_and_not_counted(nothing):
    with pytest.raises(NotMeasured, match="bilden ändrades inte"):
        press_from(seen(**nothing), "Alternativ")


def test_redraws_are_counted_while_the_hand_moves_and_the_last_one_from_its_release():
    paints = [200.0, 700.0, 1100.0, 2100.0, 2180.0]  # three of them within the two seconds

    drag = drag_from(seen(zero=100.0, release=2100.0, paints=paints), "Avgifter")

    assert drag.redraws == pytest.approx(4 / 2.0)
    assert drag.after_release == pytest.approx(80.0)
    assert drag.moves == pytest.approx(120 / 2.0)


def test_a_picture_that_was_final_before_the_release_made_nobody_wait():
    assert drag_from(seen(release=2100.0, paints=[2000.0]), "Avgifter").after_release == 0.0


def test_the_table_aligns_its_columns_and_tells_the_remarks_under_them():
    found = [
        Row("latency", "Alternativ", "ms", 50.0, 100.0, 0.5),
        Row("latency", "Dragna", "per s", 20.0, None, 15.0, "at_least"),
        Remark("latency", "Servern slutade svara."),
    ]

    *_, first, second, remark = part_table("latency", found).splitlines()

    assert first.split() == ["Alternativ", "50,0", "ms", "100", "ms", "0,50", "×", "≤", "0,5", "×"]
    assert second.split() == ["Dragna", "20,0", "per", "s", "–", "–", "≥", "15", "per", "s"]
    assert len(first) == len(second)
    assert remark == "– Servern slutade svara."


def test_the_data_carry_the_ratios():
    [row, remark] = as_data([Row("load", "Avgifter", "ms", 30.0, 60.0), Remark("load", "Nej.")])

    assert row["ratio"] == 0.5
    assert remark == {"part": "load", "words": "Nej."}


def test_a_part_that_fails_is_told_in_a_sentence_and_the_next_one_is_measured(monkeypatch, capsys):
    def fails():
        raise NotMeasured("Minnet går inte att läsa på den här datorn.")
        yield

    def works():
        yield Row("load", "Avgifter", "ms", 30.0, 60.0)

    monkeypatch.setattr(browser_bench, "PARTS", ("memory", "load"))
    monkeypatch.setattr(browser_bench, "MEASURES", {"memory": fails, "load": works})

    left = browser_bench.main(["--json"])

    found = json.loads(capsys.readouterr().out)
    assert left == 0
    assert found[0]["words"].startswith("Minnet går inte")
    assert found[1]["ours"] == 30.0


def test_users_never_move_to_a_value_that_someone_has_had():
    moves = [crowd.place(user, turn) for user in range(30) for turn in range(1, 400)]

    assert len({round(move, 9) for move in moves}) == len(moves)
    assert all(0 <= move < 1 for move in moves)


def test_a_crowd_that_cannot_get_in_is_told(monkeypatch):
    monkeypatch.setattr(
        subprocess,
        "run",
        lambda command, **_: subprocess.CompletedProcess(
            command, 0, stdout='{"failed": "Servern slutade svara."}\n', stderr=""
        ),
    )

    with pytest.raises(NotMeasured, match="slutade svara"):
        list(users.measure_growth(Server("http://127.0.0.1:1", 1), "alternativ"))


def test_a_tab_asks_for_its_page_with_its_query_and_says_what_its_panel_says():
    tab = wire.Tab(connection=None, page="alternativ", query="utredning=ggvvh-it", script="abc")
    tab.states["panel"] = '{"said": {"seq": 1}}'

    asked = tab.rerun("fragment").rerun_script

    assert (asked.page_script_hash, asked.fragment_id) == ("abc", "fragment")
    assert asked.query_string == "utredning=ggvvh-it"
    assert asked.widget_states.widgets[0].json_value == '{"said": {"seq": 1}}'


class Told:
    """A connection where the server has told this already."""

    def __init__(self, *messages):
        self.messages = list(messages)
        self.sent = []

    async def send(self, message):
        self.sent.append(message)

    async def recv(self):
        return self.messages.pop(0).SerializeToString()


def ended(how):
    return ForwardMsg(script_finished=how)


def described(seq):
    message = ForwardMsg()
    component = message.delta.new_element.bidi_component
    component.id, component.json = "panel", json.dumps({"seq": seq, "tabs": [{}]})
    return message


def test_the_page_has_come_when_the_run_that_knows_of_the_rest_has_ended_and_not_before():
    whole = ForwardMsg.FINISHED_SUCCESSFULLY
    connection = Told(
        ended(whole),  # of a run from before
        ended(ForwardMsg.FINISHED_EARLY_FOR_RERUN),  # of the panel's fragment
        described(7),
        ended(whole),
        described(8),
    )
    tab = wire.Tab(connection, panel=wire.Panel("panel", "fragment", {"seq": 6}))

    in_own_loop(tab.settle({"seq": 7, "settled": True}))

    assert len(connection.messages) == 1
    assert len(connection.sent) == 1


def asked_twice(answer, *, closes=False):
    """Ask a server that answers so two questions; return what came and how often it was opened."""
    opened = []

    async def serve_one(reader, writer):
        opened.append(writer)
        while head := await reader.readuntil(b"\r\n\r\n"):
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            writer.write(answer)
            if closes:
                writer.close()
                return

    async def ask():
        server = await asyncio.start_server(serve_one, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        line = Line(f"http://127.0.0.1:{port}/alternativ")
        answers = []
        for _ in range(2):
            answers.append((await line.ask({"panel": "alternatives"}))[1])
            await asyncio.sleep(0.05)
        for writer in opened:
            writer.close()
        server.close()
        return answers

    return in_own_loop(ask()), len(opened)


GOOD = b'HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\n{"said": 1}'


@pytest.mark.parametrize(("closes", "connections"), [(False, 1), (True, 2)])
def test_questions_share_a_connection_until_the_server_closes_it(closes, connections):
    answers, opened = asked_twice(GOOD, closes=closes)

    assert answers == [{"said": 1}, {"said": 1}]
    assert opened == connections


def test_a_question_that_is_refused_is_told():
    with pytest.raises(NotMeasured, match="404"):
        asked_twice(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n")


def test_an_answer_about_another_value_is_no_answer():
    slider = {"key": "weights.potential", "low": 0.0, "high": 100.0, "value": 50.0}
    told = {"ask": {"panel": "alternatives"}, "tabs": [{"id": "weights", "groups": [{}]}]}
    told["tabs"][0]["groups"][0]["sliders"] = [slider]

    class Stuck:
        async def ask(self, question):
            return 0.01, told

    tab = wire.Tab(connection=None, page="alternativ", panel=wire.Panel("panel", "", told))

    with pytest.raises(NotMeasured, match="ett annat värde"):
        in_own_loop(crowd.User(tab, Stuck(), 0).move())


def test_the_mouse_goes_to_and_fro_sixty_times_a_second_while_the_browser_is_busy():
    said = []

    def busy(connection):
        for message in connection:
            said.append(json.loads(message)["params"])
            if said[-1]["type"] == "mouseReleased":  # only then is anything answered
                connection.send(json.dumps({"id": json.loads(message)["id"]}))

    with serve(busy, "127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever).start()
        port = server.socket.getsockname()[1]
        hand.drag(f"ws://127.0.0.1:{port}", (10.0, 5.0), (20.0, 100.0), 0.2)
        server.shutdown()

    kinds = [one["type"] for one in said]
    across = [one["x"] for one in said[2:-1]]
    assert kinds[:2] == ["mouseMoved", "mousePressed"]
    assert kinds[-1] == "mouseReleased"
    assert 6 <= len(across) <= 13  # 0,2 s at 60 a second, fewer where the machine is slow
    assert max(across) > 60 > 40 > across[-1]
