"""The benchmarks run and give ratios; what the ratios are is nobody's promise."""

import math

import pytest

from benchmarks import decision, fees, peers, robust
from benchmarks.table import Row, table
from benchmarks.timing import of_pairs


@pytest.mark.parametrize("measure", [decision.moved_weight, decision.all_new, fees.whole_country])
def test_the_model_benchmarks_give_finite_ratios(measure):
    result = measure(repeats=1)

    assert result.ours > 0
    assert result.baseline > 0
    assert math.isfinite(result.ratio)


@pytest.mark.parametrize("measure", [robust.against_the_machine, robust.moved_weight])
def test_the_benchmarks_of_many_draws_give_finite_ratios(measure):
    result = measure(repeats=1, draws=20_000)

    assert result.ours > 0
    assert result.baseline > 0
    assert math.isfinite(result.ratio)


def test_a_library_that_is_not_installed_is_not_timed(monkeypatch):
    def absent():
        raise ImportError

    monkeypatch.setattr(peers, "PEERS", {"absent": absent, "there": lambda: lambda *_: None})

    assert list(peers.main(3)) == ["there"]


def test_without_other_libraries_there_is_nothing_to_compare_with(monkeypatch):
    monkeypatch.setattr(robust, "_child", lambda module, argument: {})

    assert robust.against_peers(repeats=1, draws=1_000) is None


def test_the_fastest_library_is_compared_with_by_as_many_draws(monkeypatch):
    found = {"slow": 2e-3, "fast": 1e-3}
    monkeypatch.setattr(robust, "_child", lambda module, argument: found)

    name, result = robust.against_peers(repeats=1, draws=10_000)

    assert name == "fast"
    assert result.baseline == pytest.approx(10.0)


def test_a_ratio_is_the_median_of_neighbours_so_that_one_disturbed_pair_does_not_count():
    assert of_pairs([(2.0, 1.0), (20.0, 10.0), (900.0, 1.0)]).ratio == pytest.approx(2.0)


def test_the_table_aligns_its_columns_and_says_when_a_page_failed():
    rows = [
        Row("pages", "Översikt", "ms", 50.0, 20.0, 2.5, 150.0),
        Row("pages", "Underlag", "ms", None, None, None, 150.0),
    ]

    lines = table(rows).splitlines()

    assert len(lines[-1]) == len(lines[-2])
    assert lines[-2].split() == ["Översikt", "50,0", "ms", "20,0", "ms", "2,5", "×", "150", "ms"]
    assert "gick inte" in lines[-1]
