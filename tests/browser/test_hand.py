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


# A clock that stands until it is moved, and lists of what was asked, sent and shown. A question is
# answered (or turned away) when the test says so.
SETUP = """async (steps) => {
  const {openChannel} = await import('./channel.js')
  const timers = new Map(); let now = 0, next = 1
  const asked = [], sent = [], shown = [], open = []
  const clock = {
    setTimeout(call, wait) { timers.set(next, {call, at: now + wait}); return next++ },
    clearTimeout(id) { timers.delete(id) },
  }
  const channel = openChannel({
    send: (message) => sent.push(message),
    ask: (values) => { asked.push(values); return new Promise((resolve) => open.push(resolve)) },
    show: (panel) => shown.push(panel),
  }, clock)
  const wait = (ms) => {
    now += ms
    for (const [id, timer] of [...timers]) if (timer.at <= now) { timers.delete(id); timer.call() }
  }
  for (const [what, ...rest] of steps) {
    if (what === 'move') channel.move(...rest)
    else if (what === 'act') channel.act(...rest)
    else if (what === 'leave') channel.leave()
    else if (what === 'wait') wait(...rest)
    else if (what === 'close') channel.close()
    else if (what === 'answer') open.shift()({answers: asked.at(-1 - open.length)})
    else if (what === 'turn_away') open.shift()(null)
    else if (what === 'heard') channel.heard(sent.at(-1).seq)
    else if (what === 'heard_other') channel.heard(sent.at(-1).seq - 1)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return {asked, sent, shown, waits: channel.waits('a'), isAhead: channel.isAhead()}
}"""
TO_REST = ("wait", 300)


def after(run, *steps):
    return run(SETUP, list(steps))


def test_while_an_answer_is_awaited_nothing_is_asked_and_then_only_for_the_newest(run):
    moves = (("move", "a", 1), ("move", "a", 2), ("move", "a", 3))

    assert after(run, *moves)["asked"] == [{"a": 1}]
    assert after(run, *moves, ("answer",))["asked"] == [{"a": 1}, {"a": 3}]


def test_each_answer_is_shown_and_nothing_is_sent_until_the_hand_rests(run):
    found = after(run, ("move", "a", 1), ("answer",), ("move", "a", 2), ("answer",))

    assert found["shown"] == [{"answers": {"a": 1}}, {"answers": {"a": 2}}]
    assert found["sent"] == []


def test_when_the_hand_rests_the_session_is_told_the_newest_of_all_and_the_page_follows(run):
    found = after(run, ("move", "a", 1), ("move", "b", 5), ("answer",), ("answer",), TO_REST)
    (message,) = found["sent"]

    assert message["values"] == {"a": 1, "b": 5}
    assert message["settled"]


def test_a_hand_that_keeps_moving_does_not_rest(run):
    moves = [step for value in range(5) for step in (("move", "a", value), ("wait", 200))]

    assert after(run, *moves)["sent"] == []


def test_an_answer_that_comes_after_the_page_has_followed_is_of_no_use(run):
    found = after(run, ("move", "a", 1), TO_REST, ("heard",), ("answer",))

    assert found["shown"] == []
    assert not found["isAhead"]


def test_what_is_moved_while_the_page_follows_is_asked_for_again_afterwards(run):
    found = after(
        run, ("move", "a", 1), ("answer",), TO_REST, ("move", "a", 2), ("answer",), ("heard",)
    )

    assert found["asked"][-1] == {"a": 2}
    assert found["isAhead"]


def test_a_message_that_is_lost_is_sent_again_with_what_has_come_since(run):
    found = after(run, ("move", "a", 1), TO_REST, ("move", "b", 5), ("wait", 2_000))
    first, second, *_ = found["sent"]

    assert (first["values"], second["values"]) == ({"a": 1}, {"a": 1, "b": 5})
    assert second["seq"] > first["seq"]


def test_where_questions_are_turned_away_each_move_goes_to_the_session(run):
    found = after(
        run,
        ("move", "a", 1),
        ("turn_away",),
        ("move", "a", 2),
        ("move", "a", 3),
        ("heard",),
    )

    assert [message["values"] for message in found["sent"]] == [{"a": 1}, {"a": 3}]
    assert not any(message["settled"] for message in found["sent"])
    assert len(found["asked"]) == 1


def test_an_answer_to_something_else_is_not_taken_for_the_one_awaited(run):
    found = after(run, ("move", "a", 1), TO_REST, ("heard_other",))

    assert found["isAhead"]


def test_the_hands_value_stands_until_the_session_has_it(run):
    assert after(run, ("move", "a", 1), ("answer",))["waits"]
    assert after(run, ("move", "a", 1), TO_REST, ("move", "a", 2), ("heard",))["waits"]
    assert not after(run, ("move", "a", 1), TO_REST, ("heard",))["waits"]


def test_moves_until_the_hand_rests_are_one_gesture_and_the_next_is_another(run):
    once = (("move", "a", 1), ("move", "a", 2), TO_REST, ("heard",))
    first, second = after(run, *once, ("move", "a", 3), TO_REST)["sent"]

    assert first["gesture"] != second["gesture"]


def test_a_hand_that_leaves_before_it_rests_loses_nothing(run):
    found = after(run, ("move", "a", 1), ("leave",), ("leave",), TO_REST)

    assert [message["values"] for message in found["sent"]] == [{"a": 1}]
    assert found["sent"][0]["settled"]


def test_a_button_is_sent_once_and_the_whole_page_follows(run):
    found = after(run, ("act", {"kind": "wall"}), ("heard",), ("wait", 5_000))

    assert [(one["acts"], one["settled"]) for one in found["sent"]] == [([{"kind": "wall"}], True)]


def test_buttons_pressed_while_the_page_follows_are_all_sent_in_their_order(run):
    found = after(run, *(("act", number) for number in (1, 2, 3)), ("heard",))

    assert [message["acts"] for message in found["sent"]] == [[1], [2, 3]]


def test_a_button_takes_with_it_what_has_just_been_moved(run):
    found = after(run, ("move", "a", 1), ("act", "reset"), ("heard",), ("wait", 5_000))
    (message,) = found["sent"]

    assert (message["values"], message["acts"]) == ({"a": 1}, ["reset"])


def test_a_message_that_gets_no_answer_waits_longer_each_time(run):
    found = after(run, ("act", 1), *(("wait", 1_000) for _ in range(14)))

    assert len(found["sent"]) == 4  # at 0, 2, 6 and 14 s


def test_a_panel_that_is_gone_neither_shows_nor_sends(run):
    moved = (("move", "a", 1), ("close",))

    for late in ("answer", "turn_away"):
        found = after(run, *moved, (late,), ("wait", 5_000))
        assert (found["shown"], found["sent"]) == ([], [])


# A panel where every word is markup.
NASTY = """async (words) => {
  const {buildAnswer} = await import('./answer.js')
  const {buildControls} = await import('./controls.js')
  const {buildWall} = await import('./wall.js')
  const channel = {waits: () => false, act() {}, move() {}}
  const named = new Proxy({}, {get: () => words})
  const slider = {
    key: 'a', value: 1, low: 0, high: 2, step: 1, stated: 1,
    label: words, said: words, read: words, note: words, help: words, stated_said: words,
  }
  const group = {
    id: 'g', title: words, help: words, more_words: words, reset_words: words,
    sliders: [slider], more: [slider],
  }
  const tab = {words, groups: [group], choose: words, presets: [['p', words]]}
  const tabs = [{id: 'one', ...tab}, {id: 'two', ...tab}]
  const options = [['o', words]]
  const guess = {words, options, noted: 'o', truth: 'o', moved: true, verdicts: named}
  const notes = [{kind: 'info', words}]
  const panel = {words: named, answer: [words], notes, toolbar: true, wall: true, guess}
  const root = document.body.appendChild(document.createElement('main'))
  const answer = buildAnswer()
  const controls = buildControls(channel, named)
  const wall = buildWall(channel, root)
  answer.update({...panel, leader: {id: 'a', words}})
  answer.update({...panel, leader: {id: 'b', words}})
  controls.update(tabs)
  wall.update(panel)
  root.append(answer.element, controls.element, wall.tools, wall.verdict, wall.cover)
  return [root.textContent.split(words).length - 1, root.querySelectorAll('img').length]
}"""


def test_words_from_a_file_are_never_markup(run):
    told, made_of_them = run(NASTY, "<img src=x onerror=alert(1)>")

    assert told > 20
    assert made_of_them == 0


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
