"""``robust``: how sure the ranking is, as the JSON that other programs build on."""

import math
from pathlib import Path

import pytest

from tests.cli.running import ASSUMED, GGVVH, SHIPPED, TWO, data, written

KEYS = [
    *("draws", "seed", "acceptability", "central_weights", "confidence", "pairwise", "switch"),
    *("dominance", "scenario", "weights", "standard_error", "exact", "tornado", "evidence"),
]


@pytest.fixture
def two(tmp_path):
    return written(tmp_path, {"x": 50, "y": 50}, TWO)


# The shape of the answer


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: Path(path).stem)
def test_each_alternative_takes_some_rank_in_every_draw_and_each_rank_is_taken(path):
    result = data("robust", path, "--draws", "2000")
    ranked = {name: row for name, row in result["acceptability"].items() if row is not None}

    assert list(result) == KEYS
    assert result["scenario"] == Path(path).stem
    assert (result["draws"], result["exact"]) == (2000, False)
    assert result["weights"] == {"kind": "near", "spread": 0.5}
    assert all(len(row) == len(ranked) for row in ranked.values())
    for row in (*ranked.values(), *zip(*ranked.values(), strict=True)):
        assert math.fsum(row) == pytest.approx(1)
    for name, row in ranked.items():
        assert (result["central_weights"][name] is None) == (row[0] == 0)
        assert (result["confidence"][name] is None) == (row[0] == 0)
        assert list(result["pairwise"][name]) == [one for one in result["pairwise"] if one != name]
        for other, share in result["pairwise"][name].items():
            if other in ranked:
                assert share + result["pairwise"][other][name] == pytest.approx(1)
    for weights in filter(None, result["central_weights"].values()):
        assert math.fsum(weights.values()) == pytest.approx(1)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: Path(path).stem)
def test_all_that_are_not_first_have_what_would_make_them_first(path):
    result = data("robust", path, "--draws", "100")
    ranks = {item["id"]: item["rank"] for item in data("score", path)["alternatives"]}

    assert {one["alternative"] for one in result["switch"]} == {
        name for name, rank in ranks.items() if rank != 1
    }
    for one in result["switch"]:
        assert list(one) == ["alternative", "weights", "distance", "score_steps"]
        assert (one["weights"] is None) == (one["distance"] is None)
        for step in one["score_steps"] or ():
            keys = ["alternative", "criterion", "from", "to", "within", "steps", "origin"]
            assert list(step) == keys
    for pair in result["dominance"]:
        assert list(pair) == ["better", "worse", "by_scores", "surely", "by_weights"]


def test_the_weights_and_the_scores_told_do_make_the_alternative_first():
    today = data("score", GGVVH)
    shares = {item["id"]: item["weight"] for item in today["criteria"]}
    for one in data("robust", GGVVH, "--draws", "1")["switch"]:
        weights = [f"{name}={100 * share!r}" for name, share in one["weights"].items()]
        steps = [
            f"{step['alternative']}.{step['criterion']}={step['to']}" for step in one["score_steps"]
        ]
        by_weights = data("score", GGVVH, "--weight", *weights)
        by_scores = data("score", GGVVH, "--score", *steps)
        moved = [abs(share - shares[name]) for name, share in one["weights"].items()]

        for changed in (by_weights, by_scores):
            totals = {item["id"]: item["total"] for item in changed["alternatives"]}
            assert totals[one["alternative"]] == pytest.approx(max(totals.values()), abs=1e-6)
        assert one["distance"] == pytest.approx(math.fsum(moved))


# Without drawing


def test_the_weights_that_speak_for_each_are_told_exactly_where_scores_are_fixed(two):
    result = data("robust", two, "--weights", "all")

    assert result["exact"] is True
    assert result["weights"] == {"kind": "all", "spread": None}
    assert result["acceptability"]["a"] == pytest.approx([2 / 3, 1 / 3])
    assert result["acceptability"]["b"] == pytest.approx([1 / 3, 2 / 3])
    assert result["standard_error"] == {"a": [0, 0], "b": [0, 0]}
    assert result["pairwise"]["a"] == pytest.approx({"b": 2 / 3})
    # The means of w₁ from 1/3 to 1 and from 0 to 1/3.
    assert result["central_weights"]["a"] == pytest.approx({"x": 2 / 3, "y": 1 / 3})
    assert result["central_weights"]["b"] == pytest.approx({"x": 1 / 6, "y": 5 / 6})
    assert result["confidence"] == {"a": 1, "b": 1}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("--weights", "order"), 2 / 3),  # Equal weights: any order, so as all.
        (("--weights", "order", "--weight", "x=60"), 1),  # w₁ ≥ 1/2.
        (("--weights", "bounds"), 2 / 3),  # No bounds, so as all.
        (("--weights", "bounds", "--set", "bounds.x.high=0,5"), 1 / 3),  # (1/2 − 1/3) / (1/2)
        (("--weights", "bounds", "--set", "bounds.x.low=0.4"), 1),
    ],
)
def test_the_order_of_importance_and_the_bounds_are_kept(two, words, first):
    result = data("robust", two, *words)

    assert result["exact"] is True
    assert result["acceptability"]["a"][0] == pytest.approx(first)


def test_alternatives_that_are_alike_share_ranks_and_confidence(tmp_path):
    path = written(tmp_path, {"x": 1, "y": 1}, {"a": (4, 6), "b": (4, 6)})
    drawn, counted = (data("robust", path, "--weights", kind) for kind in ("near", "all"))

    for result in (drawn, counted):
        assert result["acceptability"] == {"a": [0.5, 0.5], "b": [0.5, 0.5]}
        assert result["confidence"] == {"a": 0.5, "b": 0.5}
        assert result["pairwise"] == {"a": {"b": 0.5}, "b": {"a": 0.5}}
        assert result["switch"] == result["dominance"] == result["evidence"] == []
    assert (drawn["exact"], counted["exact"]) == (False, True)


# By drawing


@pytest.mark.parametrize(
    ("weights", "second"),
    [
        # b is first where u₁ < u₂/2, u even on 1 ± spread: the area of that part of the square.
        ("near", 1 / 16),  # The triangle u₂ 1–1.5, u₁ 0.5–u₂/2 is (1/2 · 1/4)/2 of a square of 1.
        ("near:0.5", 1 / 16),
        ("near:0,1", 0),
        ("near:1", 1 / 4),  # The triangle u₂ 0–2, u₁ 0–u₂/2 is 1 of a square of 4.
    ],
)
def test_near_goes_as_far_from_todays_weights_as_told(two, weights, second):
    result = data("robust", two, "--weights", weights, "--draws", "20000")
    error = result["standard_error"]["b"][0]

    assert result["exact"] is False
    assert error == pytest.approx(math.sqrt(second * (1 - second) / 20_000), rel=0.1)
    assert result["acceptability"]["b"][0] == pytest.approx(second, abs=4 * error)


def test_near_alone_goes_as_far_as_the_scenario_says(tmp_path):
    spread = {"value": 0.3, "unit": "share", "origin": ASSUMED}
    path = written(tmp_path, {"x": 50, "y": 50}, TWO, uncertainty={"weight_spread": spread})

    assert data("robust", path, "--draws", "9")["weights"] == {"kind": "near", "spread": 0.3}
    for words in (
        ("--weights", "near:0.4"),
        ("--set", "uncertainty.weight_spread=0.4"),
        ("--weights", "near:0.4", "--set", "uncertainty.weight_spread=0.9"),
    ):
        assert data("robust", path, "--draws", "9", *words)["weights"]["spread"] == 0.4


def test_a_spread_that_the_scenario_leaves_open_is_the_usual_as_in_score(tmp_path):
    spread = {"value": None, "unit": "share", "origin": ASSUMED}
    path = written(tmp_path, {"x": 50, "y": 50}, TWO, uncertainty={"weight_spread": spread})

    assert data("robust", path, "--draws", "9")["weights"]["spread"] == 0.5


def test_scores_are_drawn_evenly_within_their_ranges(tmp_path):
    path = written(tmp_path, {"x": 50}, {"a": (5,), "b": ((4, 0, 8),)})
    result = data("robust", path, "--draws", "20000", "--weights", "all")

    # b is even on 0–8 and above 5 in 3/8 of it; the one criterion has all weight.
    assert result["exact"] is False
    assert result["acceptability"]["b"][0] == pytest.approx(3 / 8, abs=0.014)
    assert result["confidence"]["b"] == pytest.approx(3 / 8, abs=0.022)
    (known,) = result["evidence"]
    assert known["figure"] == "scores.b.x"
    assert (known["leader_low"], known["leader_high"], known["worth"]) == (1, 0, 1)


def test_the_same_seed_gives_the_same_answer_and_another_seed_another():
    words = ("robust", GGVVH, "--draws", "500")

    assert data(*words) == data(*words, "--seed", "20240917")  # the scenario's
    assert data(*words, "--seed", "7") == data(*words, "--seed", "7")
    assert data(*words, "--seed", "7")["seed"] == 7
    shares = [data(*words, "--seed", seed)["acceptability"] for seed in ("7", "8")]
    assert shares[0] != shares[1]


def test_the_answer_nears_the_exact_one_as_draws_are_added(tmp_path):
    """A hair of a range makes it draw; it moves the limit between the two by less than 10⁻⁶."""
    path = written(tmp_path, {"x": 50, "y": 50}, TWO | {"b": (0, (5, 5, 5.000001))})
    for draws in ("100", "10000", "1000000"):
        result = data("robust", path, "--weights", "all", "--draws", draws)
        error = result["standard_error"]["a"][0]

        assert result["exact"] is False
        assert error == pytest.approx(math.sqrt(2 / 9 / int(draws)), rel=0.2)
        assert result["acceptability"]["a"][0] == pytest.approx(2 / 3, abs=4 * error)


# What would have to be true


def test_the_nearest_weights_and_the_fewest_steps_of_two_alternatives(two):
    (one,) = data("robust", two)["switch"]

    assert one["alternative"] == "b"
    assert one["weights"] == pytest.approx({"x": 1 / 3, "y": 2 / 3})
    assert one["distance"] == pytest.approx(1 / 3)  # twice 1/2 − 1/3
    # b is 25 points behind; a step is 10 points of value, with half the weight.
    assert one["score_steps"] == [
        {
            "alternative": "b",
            "criterion": "x",
            "from": 0,
            "to": 5,
            "within": False,
            "steps": 5,
            "origin": "Antagande: Satt för provet.",
        }
    ]


def test_one_that_is_worse_on_all_can_become_first_by_scores_only(tmp_path):
    path = written(tmp_path, {"x": 1, "y": 1}, {"a": (9, 9), "b": (3, 3)})
    result = data("robust", path, "--weights", "all")
    (one,) = result["switch"]

    assert (one["weights"], one["distance"]) == (None, None)
    assert sum(step["steps"] for step in one["score_steps"]) == 12
    ways = {"by_scores": True, "surely": True, "by_weights": True}
    assert result["dominance"] == [{"better": "a", "worse": "b"} | ways]
    assert result["acceptability"]["b"] == [0, 1]
    assert result["central_weights"]["b"] is result["confidence"]["b"] is None


def test_one_that_no_score_can_make_first_has_null(tmp_path):
    """Nothing can be moved: the only criterion with weight has nothing between its ends."""
    path = written(tmp_path, {"x": 1}, {"a": (10,), "b": (None,)})
    (one,) = data("robust", path)["switch"]

    assert one == {"alternative": "b", "weights": None, "distance": None, "score_steps": None}
