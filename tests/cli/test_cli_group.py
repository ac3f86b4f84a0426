"""``group``: what several assessors say, as JSON and in words."""

import math

import pytest

from tests.cli.running import ASSUMED, GGVVH, MEDIACENTER, OLAND, data, refused, told, written

ASSESSORS = [
    {
        "id": "it",
        "name": "IT-cheferna",
        "municipality": "0662",
        "voice": {"value": 1, "unit": "weight", "origin": ASSUMED},
        "weights": {"x": 100, "y": 0},
        "origin": ASSUMED,
    },
    {
        "id": "ekonomi",
        "name": "Ekonomerna",
        "voice": {"value": 3, "unit": "weight", "origin": ASSUMED},
        "weights": {"x": 0, "y": 100},
        "origin": ASSUMED,
    },
    {
        "id": "skola",
        "name": "Skolan",
        "voice": {"value": 0, "unit": "weight", "origin": ASSUMED},
        "scores": {"b": {"y": 10}},
        "origin": ASSUMED,
    },
]
PREFERENCE = {"municipality": "0662", "alternatives": ["b"], "note": "Vill b.", "origin": ASSUMED}
KEYS = [
    *("scenario", "voices", "assessors", "joint", "spread", "pairs", "agreement"),
    *("nobodys_last", "left_out"),
]


@pytest.fixture
def three(tmp_path):
    """Values a 100 and 0, b 0 and 50, half the weight on each; see ``ASSESSORS``."""
    scores = {"a": (10, 0), "b": (0, 5)}
    parts = {"assessors": ASSESSORS, "preferences": [PREFERENCE]}
    return written(tmp_path, {"x": 50, "y": 50}, scores, **parts)


def test_each_assessor_weighs_with_what_is_their_own_and_else_the_joint(three):
    result = data("group", three)
    it, ekonomi, skola = result["assessors"]

    assert list(result) == KEYS
    assert list(it) == [
        *("id", "name", "municipality", "voice", "excluded", "weights_from", "own_scores"),
        *("weights", "totals", "ranks", "first", "stated"),
    ]
    assert (it["totals"], it["first"]) == ({"a": 100, "b": 0}, ["a"])
    assert (ekonomi["totals"], ekonomi["first"]) == ({"a": 0, "b": 50}, ["b"])
    # b has 100 on y with the school, so a tie, and the weights are the joint ones.
    assert (skola["totals"], skola["first"]) == ({"a": 50, "b": 50}, ["a", "b"])
    assert skola["ranks"] == {"a": 1, "b": 1}
    assert [one["weights_from"] for one in result["assessors"]] == ["own", "own", "joint"]
    assert [one["own_scores"] for one in result["assessors"]] == [False, False, True]
    assert it["stated"] == {"preferred": ["b"], "verdict": "differs"}
    assert skola["stated"] == {"preferred": [], "verdict": "none"}
    assert result["nobodys_last"] == []  # One who ranks all alike has them all last.


@pytest.mark.parametrize(
    ("voices", "shares", "mean", "borda", "copeland"),
    [
        # The means of 100, 0 and 50, and of 0, 50 and 50. Two and a half votes each of three.
        ("equal", [1 / 3, 1 / 3, 1 / 3], (50, 100 / 3), (1 / 2, 1 / 2), (0, 0)),
        # 1, 3 and 0 parts of 4: 100/4 and 3 · 50/4.
        ("given", [1 / 4, 3 / 4, 0], (25, 37.5), (1 / 4, 3 / 4), (-1, 1)),
        # Only the first is of a municipality.
        ("population", [1, 0, 0], (100, 0), (1, 0), (1, -1)),
    ],
)
def test_the_joint_result_follows_the_voices(three, voices, shares, mean, borda, copeland):
    result = data("group", three, "--voices", voices)
    joint = result["joint"]

    assert result["voices"] == voices
    assert [one["voice"] for one in result["assessors"]] == pytest.approx(shares)
    assert list(joint) == ["mean", "borda", "copeland", "condorcet", "support"]
    for rule, points in {"mean": mean, "borda": borda, "copeland": copeland}.items():
        assert list(joint[rule]) == ["points", "ranks", "first"]
        assert joint[rule]["points"] == pytest.approx(dict(zip("ab", points, strict=True)))
        best = [name for name, rank in joint[rule]["ranks"].items() if rank == 1]
        assert joint[rule]["first"] == best
    assert joint["condorcet"] == {"equal": None, "given": "b", "population": "a"}[voices]
    assert joint["support"]["a"] == pytest.approx({"b": borda[0]})


def test_equal_voices_are_the_usual(three):
    assert data("group", three) == data("group", three, "--voices", "equal")


def test_what_parts_two_is_split_into_weights_and_scores(three):
    result = data("group", three)
    pair = result["pairs"][0]
    weights, scores = result["spread"]["weights"], result["spread"]["scores"]

    # The one sets a 100 points before b, the other b 50 before a; their scores are the same.
    assert (pair["one"], pair["other"], pair["measure"]) == ("it", "ekonomi", "margin")
    assert pair["difference"] == pytest.approx(150)
    assert (pair["weights_share"], pair["scores_share"]) == pytest.approx((1, 0))
    assert [(one["criterion"], one["low"], one["high"]) for one in weights] == [
        ("x", 0, 1),
        ("y", 0, 1),
    ]
    (score,) = scores
    assert (score["alternative"], score["criterion"]) == ("b", "y")
    assert (score["low"], score["high"], score["highest"]) == (5, 10, ["skola"])
    assert result["agreement"]["outcome"] in ("gathers", "nearer", "nothing")


def test_numbers_given_replace_the_files(three):
    words = ("--set", "assessor_weights.it.x=0", "assessor_weights.it.y=7")
    heard = data("group", three, "--voices", "given", "--set", "voices.skola=4")

    assert data("group", three, *words)["assessors"][0]["first"] == ["b"]
    assert [one["voice"] for one in heard["assessors"]] == pytest.approx([1 / 8, 3 / 8, 1 / 2])
    joint = data("group", three, "--weight", "x=100", "y=0")["assessors"][2]
    assert joint["first"] == ["a"]


def test_each_municipality_of_ggvvh_has_the_first_choice_that_it_has_stated():
    result = data("group", GGVVH)
    firsts = {one["name"]: one["first"] for one in result["assessors"]}

    assert firsts == {
        "Gislaved": ["1-teknik"],
        "Gnosjö": ["1-tjanst"],
        "Värnamo": ["1-tjanst"],
        "Vaggeryd": ["1-teknik"],
        "Hylte": ["1-tjanst"],
    }
    assert {one["stated"]["verdict"] for one in result["assessors"]} == {"agrees"}
    assert len(result["pairs"]) == 10
    people = data("group", GGVVH, "--voices", "population")
    assert math.fsum(one["voice"] for one in people["assessors"]) == pytest.approx(1)


def test_an_assessor_without_a_score_that_is_needed_is_shown_and_not_counted(tmp_path):
    scores = {"a": (10, 0), "b": (0, None)}
    path = written(tmp_path, {"x": 50, "y": 0}, scores, assessors=ASSESSORS[:2])
    it, ekonomi = data("group", path)["assessors"]

    assert it["excluded"] is None
    missing = [{"alternative": "b", "criterion": "y"}]
    assert ekonomi["excluded"] == {"reason": "scores", "missing": missing}
    assert (ekonomi["voice"], ekonomi["first"]) == (None, [])
    assert ekonomi["totals"]["b"] is ekonomi["ranks"]["b"] is None


def test_where_nobody_can_be_counted_there_is_no_joint_result(tmp_path):
    path = written(tmp_path, {"x": 1, "y": 1}, {"a": (None, None)}, assessors=ASSESSORS[:1])
    result = data("group", path)

    assert result["joint"] is None
    assert result["pairs"] == []
    assert len(told("group", path).splitlines()) > 1


@pytest.mark.parametrize("scores", [{"a": (5, 5)}, {"a": (5, 5), "b": (5, 5)}])
def test_little_to_go_on_gives_an_answer_and_no_trace(tmp_path, scores):
    path = written(tmp_path, {"x": 1, "y": 3}, scores, assessors=ASSESSORS[:2])

    assert data("group", path)["joint"]["mean"]["first"] == list(scores)
    assert told("group", path)


@pytest.mark.parametrize("path", [GGVVH, MEDIACENTER])
@pytest.mark.parametrize("voices", ["equal", "given"])
def test_the_words_name_each_assessor_and_say_who_is_first_together(path, voices):
    out = told("group", path, "--voices", voices)

    for one in data("group", path)["assessors"]:
        assert one["name"] in out


def test_the_words_say_what_would_bring_them_together():
    out = told("group", GGVVH)

    assert "3 av 5 har" in out
    assert "Gislaved och Vaggeryd har 1 Teknik" in out
    assert "0 Som idag sist" in out


def test_a_scenario_without_assessors_is_told(tmp_path):
    path = written(tmp_path, {"x": 1}, {"a": (5,)})

    assert "inga bedömare" in refused("group", path)
    assert "inga bedömare" in refused("group", OLAND, "--json")


def test_voices_that_are_nothing_are_told(three):
    silent = [f"voices.{name}=0" for name in ("it", "ekonomi", "skola")]

    assert "voices.it=1" in refused("group", three, "--voices", "given", "--set", *silent)
    assert "invånare" in refused("group", MEDIACENTER, "--voices", "population")
    assert data("group", three, "--set", *silent) == data("group", three)


@pytest.mark.parametrize("voices", ["population", "given"])
def test_voices_that_only_those_who_are_not_counted_have_are_told(tmp_path, voices):
    """The municipality has all the voices, and no score for a on y, to which it gives weight."""
    home = {"id": "kommun", "name": "Kommun", "municipality": "0662", "weights": {"x": 1, "y": 1}}
    none = {"value": 0, "unit": "weight", "origin": ASSUMED}
    role = {"id": "roll", "name": "Roll", "weights": {"x": 1, "y": 0}, "voice": none}
    assessors = [one | {"origin": ASSUMED} for one in (home, role)]
    path = written(tmp_path, {"x": 1, "y": 0}, {"a": (5, None), "b": (3, 5)}, assessors=assessors)

    assert "som räknas har någon röst" in refused("group", path, "--voices", voices)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--voices", "störst"), "störst"),
        (("--voices",), "--voices"),
        (("--set", "voices.vem=1"), "voices.vem"),
        (("--weight", "x=0", "y=0"), "större än noll"),
    ],
)
def test_wrong_use_is_told(three, words, said):
    assert said in refused("group", three, *words)
