"""``methods``: what other ways of counting say, as JSON and in words."""

from pathlib import Path

import pytest

from tests.cli.running import GGVVH, SHIPPED, data, refused, told, written

METHODS = ["weighted_sum", "topsis", "vikor", "promethee_ii"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: Path(path).stem)
def test_each_method_ranks_the_alternatives_that_the_weighted_sum_ranks(path):
    result = data("methods", path)
    scored = data("score", path)["alternatives"]

    assert list(result) == [
        *("totals", "ranks", "agreement", "disagreements"),
        *("scenario", "lower_is_better", "vikor_proposes"),
    ]
    assert result["scenario"] == Path(path).stem
    assert list(result["totals"]) == list(result["ranks"]) == METHODS
    assert result["totals"]["weighted_sum"] == {item["id"]: item["total"] for item in scored}
    assert result["ranks"]["weighted_sum"] == {item["id"]: item["rank"] for item in scored}
    for method in METHODS:
        for item in scored:
            rank, total = (result[of][method][item["id"]] for of in ("ranks", "totals"))
            assert (rank is None) == (total is None) == (item["rank"] is None)


def test_the_best_total_has_rank_1_also_where_lower_is_better():
    result = data("methods", GGVVH)

    assert result["lower_is_better"] == ["vikor"]
    for method, totals in result["totals"].items():
        best = min if method == "vikor" else max
        first = best(totals, key=totals.get)
        assert result["ranks"][method][first] == 1


def test_agreement_is_told_between_each_two_methods():
    result = data("methods", GGVVH)["agreement"]

    assert list(result) == ["kendall", "weighted_spearman"]
    for measure in result.values():
        assert list(measure) == METHODS
        for one in METHODS:
            assert list(measure[one]) == METHODS
            assert measure[one][one] == 1
            for other in METHODS:
                assert measure[one][other] == measure[other][one]
                assert -1 <= measure[one][other] <= 1


def test_three_alternatives_by_hand(tmp_path):
    """Values: a 100 and 0, b 0 and 50, c 50 and 40; half the weight on each criterion."""
    path = written(tmp_path, {"x": 1, "y": 1}, {"a": (10, 0), "b": (0, 5), "c": (5, 4)})
    result = data("methods", path)

    assert result["totals"]["weighted_sum"] == pytest.approx({"a": 50, "b": 25, "c": 45})
    # Short of the best: a 0 and 1, b 1 and 0, c 0.5 and 0.2, each times a half. So S is 0.5, 0.5
    # and 0.35, R is 0.5, 0.5 and 0.25: c is best in both, and the two others worst in both.
    assert result["totals"]["vikor"] == pytest.approx({"a": 1, "b": 1, "c": 0})
    # On x a wins 2 and b loses 2; on y b wins 2 and a loses 2; c wins one and loses one on each.
    assert result["totals"]["promethee_ii"] == pytest.approx({"a": 0, "b": 0, "c": 0})
    assert result["ranks"]["weighted_sum"] == {"a": 1, "b": 3, "c": 2}
    assert result["ranks"]["vikor"] == {"a": 2, "b": 2, "c": 1}
    assert result["vikor_proposes"] == ["c"]  # ahead by 1, where 1/2 is enough
    assert result["ranks"]["promethee_ii"] == {"a": 1, "b": 1, "c": 1}
    # Of the pairs that both have in an order, one is in the same and one is not.
    assert result["agreement"]["kendall"]["weighted_sum"]["vikor"] == 0
    (vikor,) = (one for one in result["disagreements"] if one["method"] == "vikor")
    assert (vikor["first"], vikor["weighted_sum_first"]) == ("c", "a")
    assert vikor["reason"] == "stretch"
    assert "VIKOR sätter C före A" in vikor["words"]


def test_vikor_proposes_all_that_are_too_near_to_be_told_apart(tmp_path):
    """S and R are 0.5 for both: neither is the 1/1 ahead in Q that would be enough."""
    path = written(tmp_path, {"x": 1, "y": 1}, {"a": (10, 0), "b": (0, 10)})

    assert data("methods", path)["vikor_proposes"] == ["a", "b"]


def test_numbers_given_replace_the_files(tmp_path):
    path = written(tmp_path, {"x": 1, "y": 1}, {"a": (10, 0), "b": (0, 5)})
    turned = data("methods", path, "--weight", "x=1", "y=9")
    raised = data("methods", path, "--score", "b.x=10")

    assert turned["totals"]["weighted_sum"] == pytest.approx({"a": 10, "b": 45})
    assert raised["totals"]["weighted_sum"] == pytest.approx({"a": 50, "b": 75})


def test_without_any_scores_all_is_null(tmp_path):
    path = written(tmp_path, {"x": 1}, {"a": (None,), "b": (None,)})
    result = data("methods", path)

    assert result["totals"] == {method: {"a": None, "b": None} for method in METHODS}
    assert result["ranks"] == result["totals"]
    nothing = {one: dict.fromkeys(METHODS) for one in METHODS}
    assert result["agreement"] == {"kendall": nothing, "weighted_spearman": nothing}
    assert result["disagreements"] == result["vikor_proposes"] == []
    assert "Inget alternativ kan rangordnas" in told("methods", path)


@pytest.mark.parametrize(
    "scores",
    [
        {"a": (5, 5)},
        {"a": (5, 5), "b": (5, 5)},
        {"a": (5, 5), "b": (None, 5), "c": (3, 9)},
        {"a": (0, 0), "b": (0, 0), "c": (0, 1)},
    ],
)
def test_little_to_go_on_gives_ranks_and_no_trace(tmp_path, scores):
    path = written(tmp_path, {"x": 1, "y": 3}, scores)
    result = data("methods", path)

    for ranks in result["ranks"].values():
        assert 1 in ranks.values()
    assert told("methods", path)


def test_the_words_say_who_is_first_and_why_a_method_disagrees():
    out = told("methods", GGVVH)

    assert "3 av 4 sätt att räkna sätter 1 Tjänst först." in out
    assert "VIKOR sätter 1 Teknik före 1 Tjänst" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--weight", "x=0"), "större än noll"),
        (("--weight", "z=1"), "z"),
        (("--draws", "5"), "--draws"),
    ],
)
def test_wrong_use_is_told(tmp_path, words, said):
    path = written(tmp_path, {"x": 1}, {"a": (5,), "b": (4,)})

    assert said in refused("methods", path, *words)
