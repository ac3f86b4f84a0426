"""The command line: the JSON that other programs build on, and what it says when used wrongly."""

import csv
import math
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.running import (
    BAD,
    GGVVH,
    MEDIACENTER,
    OLAND,
    ROOT,
    SHIPPED,
    SMALL,
    data,
    refused,
    run,
    strict,
)

CRITERIA = (
    "potential",
    "externt-beroende",
    "intern-kompetens",
    "extern-kompetens",
    "skalfordelar",
    "risk-redundans",
    "genomforande",
)


def share_of(result, criterion):
    return next(item["weight"] for item in result["criteria"] if item["id"] == criterion)


def alternative(result, name):
    return next(item for item in result["alternatives"] if item["id"] == name)


# check


def test_check_gives_no_problems_and_exit_0_for_every_shipped_file():
    assert data("check", *SHIPPED) == {"problems": []}


def test_check_gives_place_finding_and_way_out_of_each_problem_and_exit_1():
    code, out, err = run("check", BAD, SMALL, "--json")
    (problem,) = strict(out)["problems"]

    assert (code, err) == (1, [])
    assert list(problem) == ["file", "line", "key", "found", "allowed", "message"]
    assert problem["file"] == BAD
    assert problem["line"] == 147
    assert problem["key"] == "fee_models[0].amount.rate.unit"
    assert problem["found"] == "kr/invånare"
    assert "kr/inhabitant" in problem["allowed"]
    assert "rad 147" in problem["message"]
    assert "Menade du" in problem["message"]


def test_check_tells_the_problems_of_all_files_at_once():
    other = str(ROOT / "tests/bad_scenarios/key_misspelt.yaml")
    code, out, _ = run("check", BAD, other)

    assert code == 1
    assert [line.split(",")[0] for line in out.splitlines()] == [BAD, other]


@pytest.mark.parametrize("name", ["finns-inte.yaml", "scenarios", "", "\0"])
def test_check_says_that_a_file_cannot_be_opened_as_a_problem(name):
    code, out, err = run("check", name, "--json")

    assert (code, err) == (1, [])
    assert len(strict(out)["problems"]) == 1


# score


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: Path(path).stem)
def test_score_gives_weights_that_sum_to_1_and_totals_that_sum_from_contributions(path):
    result = data("score", path)

    assert list(result) == ["scenario", "criteria", "alternatives", "stability"]
    assert result["scenario"] == Path(path).stem
    names = [item["id"] for item in result["criteria"]]
    assert all(list(item) == ["id", "weight"] for item in result["criteria"])
    assert math.fsum(item["weight"] for item in result["criteria"]) == pytest.approx(1)
    for item in result["alternatives"]:
        assert list(item) == ["id", "total", "rank", "contributions"]
        assert list(item["contributions"]) == names
        if item["total"] is None:  # a score is missing
            assert item["rank"] is None
            assert None in item["contributions"].values()
            continue
        assert isinstance(item["rank"], int)
        assert 0 <= item["total"] <= 100
        assert item["total"] == pytest.approx(math.fsum(item["contributions"].values()))
    assert [item["criterion"] for item in result["stability"]] == names
    for item in result["stability"]:
        assert list(item) == ["criterion", "low", "high"]
        assert 0 <= item["low"] <= share_of(result, item["criterion"]) <= item["high"] <= 1


def test_ranks_follow_the_totals_and_ties_share_a_place():
    ranks = {item["id"]: item["rank"] for item in data("score", MEDIACENTER)["alternatives"]}

    assert ranks == {"per-invanare": 1, "per-elev": 2, "fast-anslag": 3, "skatteandel": 3}


def test_a_weight_replaces_the_files_and_then_all_weights_are_normalised():
    before = data("score", GGVVH)
    after = data("score", GGVVH, "--weight", "potential=100")

    assert share_of(before, "potential") == pytest.approx(1 / 7)  # seven weights of 50
    assert share_of(after, "potential") == pytest.approx(100 / 400)
    assert share_of(after, "genomforande") == pytest.approx(50 / 400)


def test_a_score_replaces_the_files():
    before = alternative(data("score", GGVVH), "1-teknik")
    after = alternative(data("score", GGVVH, "--score", "1-teknik.genomforande=4"), "1-teknik")

    assert after["contributions"]["genomforande"] == pytest.approx(100 / 7)  # top of the scale
    others = {"genomforande": None}
    assert after["contributions"] | others == before["contributions"] | others


def test_a_missing_score_with_weight_gives_null_and_no_rank_until_it_is_given():
    gap = next(item for item in data("score", OLAND)["alternatives"] if item["rank"] is None)
    missing = [name for name, value in gap["contributions"].items() if value is None]
    scores = [f"{gap['id']}.{name}=3" for name in missing]
    filled = alternative(data("score", OLAND, "--score", *scores), gap["id"])
    weightless = [f"{name}=0" for name in missing]
    left_out = alternative(data("score", OLAND, "--weight", *weightless), gap["id"])

    assert missing
    assert gap["total"] is None
    assert isinstance(filled["total"], float)
    assert isinstance(filled["rank"], int)
    assert isinstance(left_out["total"], float)  # a score without weight is not needed


@pytest.mark.parametrize(
    "words",
    [
        (GGVVH, "--weight", "potential=1", "genomforande=2,5"),
        (GGVVH, "--weight", "potential=1", "--weight", "genomforande=2.5"),
        ("--weight", "potential=1", "genomforande=2.5", GGVVH),
        ("--weight=potential=1", "genomforande=2.5", GGVVH),
        ("--weight", "potential=1", GGVVH, "--weight", "genomforande=2,5"),
        ("--weight", "potential=9", "genomforande=2.5", "--weight=potential=1", GGVVH),
    ],
)
def test_options_may_be_repeated_take_several_values_and_stand_before_the_file(words):
    result = data("score", *words)

    assert share_of(result, "potential") == pytest.approx(1 / 253.5)
    assert share_of(result, "genomforande") == pytest.approx(2.5 / 253.5)


def test_the_table_names_the_leader_in_a_sentence():
    code, out, err = run("score", GGVVH)

    assert (code, err) == (0, [])
    assert "1 Tjänst leder med 69,6 poäng av 100" in out


# fees


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: Path(path).stem)
def test_fees_gives_every_model_member_and_year(path):
    result = data("fees", path)

    assert list(result) == ["scenario", "years", "models"]
    count = len(result["years"])
    assert result["years"] == list(range(result["years"][0], result["years"][0] + count))
    for model in result["models"]:
        assert list(model) == ["id", "total", "members", "findings"]
        assert all(isinstance(words, str) for words in model["findings"])
        assert len(model["total"]) == count
        for member in model["members"]:
            assert list(member) == ["code", "name", "fee", "per_inhabitant"]
            assert len(member["code"]) == 4
            assert len(member["fee"]) == len(member["per_inhabitant"]) == count
        for year, total in enumerate(model["total"]):
            fees = math.fsum(member["fee"][year] for member in model["members"])
            assert fees == pytest.approx(total)


def test_the_2026_fee_of_aneby_is_26_kronor_indexed_twice_times_its_population_of_2024():
    with (ROOT / "data/municipalities.csv").open(encoding="utf-8", newline="") as file:
        population = next(
            float(row["population"])
            for row in csv.DictReader(file)
            if (row["municipality"], row["year"]) == ("Aneby", "2024")
        )
    result = data("fees", MEDIACENTER, "--model", "per-invanare", "--from", "2026", "--to", "2026")
    (model,) = result["models"]
    aneby = next(member for member in model["members"] if member["name"] == "Aneby")

    assert result["years"] == [2026]
    assert aneby["code"] == "0604"
    assert aneby["per_inhabitant"][0] == pytest.approx(26 * 1.011 * 1.03)
    assert aneby["fee"][0] == pytest.approx(26 * 1.011 * 1.03 * population)
    assert aneby["fee"][0] != round(aneby["fee"][0], 2)  # unrounded


def test_fees_counts_with_the_numbers_given():
    before = data("fees", MEDIACENTER, "--model", "per-invanare")["models"][0]["total"]
    key = "fee_models.per-invanare.rate"
    after = data("fees", MEDIACENTER, "--model", "per-invanare", "--set", f"{key}=39,0")

    assert after["models"][0]["total"] == pytest.approx([total * 1.5 for total in before])


def test_models_come_in_the_order_asked_for():
    result = data("fees", "--model", "per-invanare", "anslag-2023", MEDIACENTER)

    assert [model["id"] for model in result["models"]] == ["per-invanare", "anslag-2023"]


def test_the_doubtful_half_per_cent_is_told_among_the_findings():
    (model,) = data("fees", MEDIACENTER, "--model", "skatteandel-skane")["models"]

    assert any("kan inte båda stämma" in words for words in model["findings"])


# wrong use


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "KOMMANDO"),
        (("banan",), "banan"),
        (("check",), "FIL"),
        (("score",), "FIL"),
        (("fees", "--json"), "FIL"),
        (("robust",), "FIL"),
        (("methods", "--json"), "FIL"),
        (("group",), "FIL"),
        (("robust", "finns-inte.yaml"), "finns-inte.yaml"),
        (("group", "finns-inte.yaml"), "finns-inte.yaml"),
        (("score", "finns-inte.yaml"), "finns-inte.yaml"),
        (("score", str(ROOT / "scenarios")), "scenarios"),
        (("score", ""), "Filen"),
        (("fees", "\0"), "Filen"),
        (("score", GGVVH, "--vikt", "potential=1"), "--vikt"),
        (("score", GGVVH, "--wei", "potential=1"), "--wei"),
        (("score", GGVVH, "--model", "efter-invanare"), "--model"),
        (("fees", MEDIACENTER, OLAND), "oland-it"),
        (("fees", MEDIACENTER, "--json=1"), "--json"),
        (("score", GGVVH, "--weight"), "--weight"),
        (("score", GGVVH, "--weight", "potential"), '"potential"'),
        (("score", GGVVH, "--weight", "potential="), "inget tal"),
        (("score", GGVVH, "--weight", "potential=mycket"), '"mycket" är inget tal'),
        (("score", GGVVH, "--weight", "potential=1 000"), "inget tal"),
        (("score", GGVVH, "--weight", "potential=1.000,5"), "inget tal"),
        (("score", GGVVH, "--weight", "potential=nan"), "inget tal"),
        (("score", GGVVH, "--weight", "potential=-inf"), "inget tal"),
        (("score", GGVVH, "--weight", "potential=1e999"), "inget tal"),
        (("score", GGVVH, "--weight", "potential=-1"), "kan inte vara −1"),
        (("score", GGVVH, "--weight", "potentail=1"), "potential"),
        (("score", GGVVH, "--score", "1-teknik.genomforande=5"), "Tillåtet: 1 till 4"),
        (("score", GGVVH, "--score", "1-teknik.genomforande=0,9"), "Tillåtet: 1 till 4"),
        (("score", GGVVH, "--score", "genomforande=2"), "genomforande"),
        (("score", GGVVH, "--score", "1-teknik.potential=2"), "1-teknik.potential"),
        (("score", GGVVH, "--weight", *(f"{name}=0" for name in CRITERIA)), "större än noll"),
        (("fees", MEDIACENTER, "--model", "skanska"), "skatteandel-skane"),
        (("fees", MEDIACENTER, "--set", "rate=1"), "flera ställen"),
        (("fees", MEDIACENTER, "--set", "finns.inte=1"), "finns.inte"),
        (("fees", MEDIACENTER, "--set", "projection.population_growth=2.5"), "0.025"),
        (("fees", MEDIACENTER, "--from", "2030", "--to", "2025"), "2030–2025"),
        (("fees", MEDIACENTER, "--from", "1990"), "1988"),
        (("fees", MEDIACENTER, "--to", "9999"), "högst 60 år"),
        (("fees", MEDIACENTER, "--from", "i år"), "i år"),
        (("fees", MEDIACENTER, "--from", "2025,5"), "2025,5"),
    ],
)
def test_wrong_use_is_told_in_one_line_and_exits_with_2(words, said):
    assert said in refused(*words)


@pytest.mark.parametrize(
    "words",
    [(), ("banan",), ("score",), ("score", GGVVH, "--vikt"), ("fees", GGVVH, "--from", "x")],
)
def test_wrong_use_is_told_in_swedish(words):
    english = ("required", "invalid", "unrecognized", "expected", "argument")
    assert not [word for word in english if word in refused(*words)]


@pytest.mark.parametrize("command", ["score", "robust", "methods", "group", "fees"])
def test_a_file_with_problems_is_told_line_by_line_and_exits_with_1(command):
    code, out, err = run(command, BAD, "--json")

    assert (code, out) == (1, "")
    assert len(err) == 1
    assert "rad 147" in err[0]


def test_fees_says_which_models_cannot_be_counted_and_counts_the_others():
    code, out, err = run("fees", SMALL, "--json")

    assert code == 0
    assert ", ".join(line.split(":")[0] for line in err) == "Priser, Skatt"
    assert [model["id"] for model in strict(out)["models"]] == ["per-inhabitant", "fixed-shares"]


def test_fees_with_no_model_that_can_be_counted_exits_with_2():
    assert refused("fees", SMALL, "--model", "prices", "--json").startswith("Priser:")


WORDS = st.one_of(
    st.sampled_from(["check", "score", "fees", "--json", "--weight", "--score", "--model"]),
    st.sampled_from(["robust", "methods", "group", "--draws", "--weights", "--seed", "--voices"]),
    st.sampled_from(["all", "order", "bounds", "near:0", "--draws=9", "equal", "population"]),
    st.sampled_from(["bounds.risk.low=0.95", "voices.it=0", "assessor_weights.it.risk=0"]),
    st.sampled_from(["--from", "--to", "--set", "--", "-", "--weight=risk=1", "--from=2024"]),
    st.sampled_from([SMALL, BAD, "finns-inte.yaml", str(ROOT), "per-inhabitant", "tax", "prices"]),
    st.sampled_from(["risk=0", "potential=0", "potential=1e300", "drift.risk=3", "drift.risk=9"]),
    st.sampled_from(["fee_models.tax.share=0", "rate=0", "key.1.share=0", "key.2.share=0", "2024"]),
    st.sampled_from(["capture.joint=0", "projection.revenue_factor=0", "2030", "1066", "2083"]),
    st.text(max_size=8),
)
STARTS = st.sampled_from(
    [
        *(["score", SMALL], ["fees", SMALL], ["check", SMALL], []),
        *(["robust", SMALL, "--draws", "20"], ["methods", SMALL], ["group", SMALL]),
    ]
)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(start=STARTS, words=st.lists(WORDS, max_size=6))
def test_no_words_at_all_give_a_trace_or_anything_but_0_1_or_2(start, words):
    code, out, err = run(*start, *words)

    assert code in (0, 1, 2)
    assert code == 0 or out or err
    assert all(line.strip() for line in err)
    if code == 0 and out.startswith("{"):
        strict(out)
