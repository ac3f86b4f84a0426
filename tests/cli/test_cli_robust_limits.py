"""``robust`` where there is little to go on, where it is used wrongly, and in words."""

import pytest

from tests.cli.running import GGVVH, MEDIACENTER, OLAND, TWO, data, refused, told, written


@pytest.fixture
def two(tmp_path):
    return written(tmp_path, {"x": 50, "y": 50}, TWO)


# Little to go on


def test_a_single_alternative_is_always_first(tmp_path):
    path = written(tmp_path, {"x": 1, "y": 1}, {"a": ((5, 2, 9), 5)})
    for kind in ("near", "all", "order", "bounds"):
        result = data("robust", path, "--weights", kind, "--draws", "50")

        assert result["acceptability"] == {"a": [1]}
        assert result["confidence"] == {"a": 1}
        assert result["pairwise"] == {"a": {}}
        assert result["switch"] == result["dominance"] == result["tornado"] == []


def test_a_single_criterion_has_all_the_weight(tmp_path):
    path = written(tmp_path, {"x": 7}, {"a": (6,), "b": (5,)})
    for kind in ("near", "all", "order", "bounds"):
        result = data("robust", path, "--weights", kind, "--draws", "50")

        assert result["acceptability"] == {"a": [1, 0], "b": [0, 1]}
        assert result["central_weights"] == {"a": {"x": 1}, "b": None}


def test_ranges_of_no_width_give_the_same_as_fixed_scores(tmp_path, two):
    before = data("robust", two, "--weights", "all")
    path = written(tmp_path, {"x": 50, "y": 50}, {"a": ((10, 10, 10), 0), "b": (0, (5, 5, 5))})

    assert data("robust", path, "--weights", "all") == before


def test_an_alternative_that_lacks_a_score_is_null_and_the_others_are_ranked(tmp_path):
    path = written(tmp_path, {"x": 50, "y": 50}, TWO | {"c": (None, 9)})
    for kind in ("near", "all"):
        result = data("robust", path, "--weights", kind, "--draws", "50")

        assert result["acceptability"]["c"] is result["standard_error"]["c"] is None
        assert result["central_weights"]["c"] is result["confidence"]["c"] is None
        assert result["pairwise"]["c"] == {"a": None, "b": None}
        assert result["pairwise"]["a"]["c"] is None
        assert all(len(result["acceptability"][name]) == 2 for name in "ab")


def test_one_that_lacks_a_score_where_there_is_weight_only_in_the_draws_is_null(tmp_path):
    path = written(tmp_path, {"x": 50, "y": 0}, TWO | {"c": (9, None)})
    near, every = (
        data("robust", path, "--weights", kind, "--draws", "50") for kind in ("near", "all")
    )

    assert near["acceptability"]["c"] == [0, 1, 0]
    assert every["acceptability"]["c"] is None
    assert every["acceptability"]["a"] == pytest.approx([2 / 3, 1 / 3])


def test_without_any_scores_all_is_null(tmp_path):
    path = written(tmp_path, {"x": 1}, {"a": (None,), "b": (None,)})
    for kind in ("near", "all", "order", "bounds"):
        result = data("robust", path, "--weights", kind)

        assert result["acceptability"] == {"a": None, "b": None}
        assert result["evidence"] == result["tornado"] == []
        assert "Inget alternativ kan rangordnas" in told("robust", path, "--weights", kind)


# Wrong use


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--draws", "0"), "1 till 10 000 000"),
        (("--draws", "10000001"), "1 till 10 000 000"),
        (("--draws", "-5"), '"-5"'),
        (("--draws", "många"), '"många"'),
        (("--draws", "1e6"), '"1e6"'),
        (("--draws", "2.5"), '"2.5"'),
        (("--draws", "100 000"), "utan mellanslag"),
        (("--draws", "9" * 5000), "1 till 10 000 000"),
        (("--draws=",), '""'),
        (("--draws",), "--draws"),
        (("--seed", "-1"), '"-1"'),
        (("--seed", "nu"), '"nu"'),
        (("--seed", str(2**63)), "9 223 372 036 854 775 807"),
        (("--weights", "near:-1"), "0 till 1"),
        (("--weights", "near:2"), "0 till 1"),
        (("--weights", "near:"), "0 till 1"),
        (("--weights", "near:lite"), '"near:lite"'),
        (("--weights", "near:nan"), "0 till 1"),
        (("--weights", "all:0.1"), '"all:0.1"'),
        (("--weights", "rättvisa"), "near, near:0.1"),
        (("--weights", ""), "near, near:0.1"),
        (("--weight", "x=0", "y=0"), "större än noll"),
        (("--set", "bounds.x.low=0.9", "bounds.y.low=0.9"), "180,0 %"),
        (("--set", "bounds.x.high=0.1", "bounds.y.high=0.1"), "20,0 %"),
        (("--set", "bounds.x.low=0.9", "bounds.x.high=0.1"), "minst 90,0 % och högst 10,0 %"),
        (("--set", "bounds.x.low=90"), "Andelar skrivs som decimaltal"),
        (("--voices", "equal"), "--voices"),
    ],
)
def test_what_cannot_be_used_is_told_with_what_is_allowed(two, words, said):
    line = refused("robust", two, *words).replace("\u00a0", " ")

    assert said in line


def test_a_scenario_without_alternatives_is_told(tmp_path):
    path = written(tmp_path, {"x": 1}, {})

    assert "alternativ" in refused("robust", path)


# In words


def test_the_words_answer_say_what_would_have_to_be_true_and_where_scores_come_from():
    out = told("robust", GGVVH, "--draws", "2000")

    assert "2 000 försök" in out
    assert "Slumpens startvärde: 20240917." in out
    assert "Så kan 2 IT-avdelning bli etta" in out
    assert "Externt beroende får 4 i stället för 3" in out
    assert "Antagande: Egen regi" in out
    assert "S Samordning är minst lika bra som 0 Som idag på allt" in out
    assert "Ta först reda på" in out


def test_the_words_of_an_exact_answer_do_not_speak_of_draws(two):
    out = told("robust", two, "--weights", "all")

    assert "A (66,7 %) och B (33,3 %)" in out
    assert "av försöken" not in out
    assert "Slump" not in out


def test_the_words_of_a_single_alternative_say_that_there_is_nothing_to_compare_with(tmp_path):
    path = written(tmp_path, {"x": 1}, {"a": (5,), "b": (None,)})
    lines = told("robust", path, "--weights", "all").splitlines()

    assert lines[1].startswith("Bara A kan rangordnas")
    assert lines[2].startswith("B visas men rangordnas inte")
    assert len(lines) == 3


@pytest.mark.parametrize("path", [MEDIACENTER, OLAND])
@pytest.mark.parametrize("kind", ["all", "order", "bounds"])
def test_every_scenario_is_told_in_words_whichever_weights_are_tried(path, kind):
    assert told("robust", path, "--weights", kind, "--draws", "500")


@pytest.mark.parametrize(
    "scores",
    [
        {"a": (5, 5)},
        {"a": (5, 5), "b": (5, 5)},
        {"a": (5, None), "b": (5, 5)},
        {"a": (9, 9), "b": (3, (3, 1, 4))},
        {"a": ((10, 0, 10), 0), "b": (0, 0)},
    ],
)
def test_little_to_go_on_is_told_in_words_without_a_trace(tmp_path, scores):
    path = written(tmp_path, {"x": 1, "y": 3}, scores)
    for kind in ("near:0", "all", "order", "bounds"):
        assert told("robust", path, "--weights", kind, "--draws", "50")


def test_a_leader_that_cannot_be_ranked_in_the_draws_is_told_in_words(tmp_path):
    path = written(tmp_path, {"x": 50, "y": 0}, {"a": (10, None), "b": (0, 5), "c": (1, 3)})

    assert "A saknar en poäng" in told("robust", path, "--weights", "all")
    assert data("robust", path, "--weights", "all")["acceptability"]["a"] is None
