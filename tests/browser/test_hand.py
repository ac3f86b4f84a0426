"""What the hand does to a slider, and how it reaches Python: the panel's modules in a browser."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

MODULES = Path(__file__).parent.parent.parent / "ui" / "live" / "js"
PLACE = "http://modules.test/"


@pytest.fixture(scope="module")
def run(context):
    """Return a function that runs JavaScript with the panel's modules at hand."""
    page = context.new_page()
    page.route(f"{PLACE}**", serve)
    page.goto(PLACE)
    yield page.evaluate
    page.close()


def serve(route):
    name = route.request.url.removeprefix(PLACE)
    if not name:
        route.fulfill(body="<!doctype html><title>.</title>", content_type="text/html")
    else:
        route.fulfill(path=MODULES / name, content_type="text/javascript")


# A clock that stands until it is moved, and a list of what was sent.
SETUP = """async (steps) => {
  const {openChannel} = await import('./channel.js')
  const timers = new Map(); let now = 0, next = 1; const sent = []
  const clock = {
    setTimeout(call, wait) { timers.set(next, {call, at: now + wait}); return next++ },
    clearTimeout(id) { timers.delete(id) },
  }
  const channel = openChannel((message) => sent.push(message), clock)
  const wait = (ms) => {
    now += ms
    for (const [id, timer] of [...timers]) if (timer.at <= now) { timers.delete(id); timer.call() }
  }
  for (const [what, ...rest] of steps) {
    if (what === 'move') channel.move(...rest)
    else if (what === 'act') channel.act(...rest)
    else if (what === 'wait') wait(...rest)
    else if (what === 'heard') channel.heard(sent.at(-1).seq)
    else if (what === 'heard_old') channel.heard(sent[0].seq - 1)
  }
  return {sent, waits: channel.waits('a')}
}"""


def sent(run, *steps):
    return run(SETUP, list(steps))["sent"]


def test_while_an_answer_is_awaited_nothing_is_sent_and_then_only_the_newest(run):
    told = sent(run, ("move", "a", 1), ("move", "a", 2), ("move", "a", 3), ("heard",))

    assert [message["values"] for message in told] == [{"a": 1}, {"a": 3}]


def test_an_answer_to_something_else_is_not_taken_for_the_one_awaited(run):
    told = sent(run, ("move", "a", 1), ("move", "a", 2), ("heard_old",))

    assert [message["values"] for message in told] == [{"a": 1}]


def test_two_sliders_moved_before_the_answer_are_both_sent(run):
    told = sent(run, ("move", "a", 1), ("move", "b", 5), ("move", "c", 7), ("heard",))

    assert told[-1]["values"] == {"b": 5, "c": 7}


def test_a_message_that_is_lost_is_sent_again_with_what_has_come_since(run):
    told = sent(run, ("move", "a", 1), ("move", "b", 5), ("wait", 2_000))

    assert told[-1]["values"] == {"a": 1, "b": 5}
    assert told[-1]["seq"] > told[0]["seq"]


def test_the_hands_value_stands_until_it_has_been_answered(run):
    assert run(SETUP, [("move", "a", 1)])["waits"]
    assert not run(SETUP, [("move", "a", 1), ("heard",)])["waits"]
    assert run(SETUP, [("move", "a", 1), ("move", "a", 2), ("heard",)])["waits"]


def test_when_the_hand_rests_the_whole_page_is_asked_for_once(run):
    told = sent(run, ("move", "a", 1), ("heard",), ("wait", 299), ("wait", 1), ("heard",))

    assert [message["settled"] for message in told] == [False, True]


def test_a_hand_that_keeps_moving_does_not_rest(run):
    moves = [
        step for value in range(5) for step in (("move", "a", value), ("heard",), ("wait", 200))
    ]

    assert not any(message["settled"] for message in sent(run, *moves))


def test_moves_until_the_hand_rests_are_one_gesture_and_the_next_is_another(run):
    told = sent(
        run,
        ("move", "a", 1),
        ("heard",),
        ("move", "a", 2),
        ("heard",),
        ("wait", 300),
        ("heard",),
        ("move", "a", 3),
    )
    gestures = [message["gesture"] for message in told]

    assert gestures[0] == gestures[1] == gestures[2] != gestures[3]


def test_a_button_is_sent_once_and_the_whole_page_follows(run):
    told = sent(run, ("act", {"kind": "wall"}), ("heard",), ("wait", 5_000))

    assert [(message["act"], message["settled"]) for message in told] == [({"kind": "wall"}, True)]


SLIDER = {"low": 20.0, "high": 32.0, "step": 0.5, "stated": 26.29}


@pytest.mark.parametrize(
    ("key", "value", "wanted"),
    [
        ("ArrowRight", 26.0, 26.5),
        ("ArrowLeft", 26.0, 25.5),
        ("ArrowUp", 26.29, 26.5),  # from between two steps: the next one on the way
        ("ArrowDown", 26.29, 26.0),
        ("PageUp", 26.0, 31.0),
        ("PageDown", 26.0, 21.0),
        ("Home", 26.0, 20.0),
        ("End", 26.0, 32.0),
        ("Tab", 26.0, None),
    ],
)
def test_a_key_moves_a_slider_by_its_steps(run, key, value, wanted):
    found = run(
        """async ([key, value, slider]) => {
            const {wantedByKey} = await import('./sliders.js')
            return wantedByKey({key}, value, slider)
        }""",
        [key, value, SLIDER],
    )

    assert found == wanted


@pytest.mark.parametrize(
    ("dragged_to", "value"),
    [(26.1, 26.0), (26.2, 26.29), (26.3, 26.29), (26.45, 26.5), (19.0, 20.0), (99.0, 32.0)],
)
def test_a_dragged_slider_stops_at_steps_and_at_the_files_own_value(run, dragged_to, value):
    found = run(
        """async ([wanted, slider]) => {
            const {onTheGrid} = await import('./sliders.js')
            return onTheGrid(wanted, slider)
        }""",
        [dragged_to, SLIDER],
    )

    assert found == pytest.approx(value)
