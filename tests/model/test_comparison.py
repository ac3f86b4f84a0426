"""Sets of choices side by side: what differs, by how much, and what cannot be compared."""

from dataclasses import replace

import numpy as np
import pytest

from model import comparison
from model.choices import Choices
from model.evaluate import evaluate_decision, evaluate_fees
from tests.shipping import COUNTRY, SCENARIOS

MEDIACENTER, GGVVH = SCENARIOS["mediacenter"], SCENARIOS["ggvvh-it"]
RATE = "fee_models.per-invanare.rate"
JONKOPING, GISLAVED, VARNAMO = "0680", "0662", "0683"


def per_inhabitant(**choices):
    """Return Mediacenter's fee per inhabitant under some choices."""
    made = Choices(models=("per-invanare",), **choices)
    return evaluate_fees(MEDIACENTER, made, COUNTRY).result("per-invanare")


def weighed(**values):
    return evaluate_decision(GGVVH, Choices(values=tuple(sorted(values.items()))), COUNTRY)


def test_points_stand_per_column_and_alternative_and_a_column_without_a_ranking_is_empty():
    ids = tuple(item.id for item in GGVVH.alternatives)
    filed = weighed()

    laid = comparison.points([filed, None], ids)

    assert laid[0] == pytest.approx(filed.totals)
    assert np.isnan(laid[1]).all()


def test_columns_are_grouped_by_who_comes_first():
    filed, moved = weighed(), weighed(**{"weights.potential": 74.0})  # as test_pages has it
    assert (filed.leader, moved.leader) == ("1-tjanst", "2")

    found = comparison.by_leader([filed, moved, None, filed])

    assert found == {("1-tjanst",): [0, 3], ("2",): [1]}


def test_twice_the_rate_gives_a_difference_of_the_whole_fee_and_a_hundred_per_cent():
    laid = comparison.lay_fees([per_inhabitant(), per_inhabitant(values=((RATE, 52.0),))])

    change, share = comparison.difference(laid.fee, base=0)

    assert change[1] == pytest.approx(laid.fee[0])
    assert share[1] == pytest.approx(1.0)
    assert not change[0].any()
    back, less = comparison.difference(laid.fee, base=1)  # from 52 kr to 26 kr is half of it less
    assert back[0] == pytest.approx(-laid.fee[0])
    assert less[0] == pytest.approx(-0.5)


def test_years_and_members_that_a_column_lacks_are_gaps_and_the_sum_is_over_those_in_both():
    early = per_inhabitant(years=(2024, 2026), members=(JONKOPING, GISLAVED))
    late = per_inhabitant(years=(2026, 2027), members=(GISLAVED, VARNAMO))

    laid = comparison.lay_fees([early, late])

    assert list(laid.years) == [2024, 2025, 2026, 2027]
    assert list(laid.shared_years) == [False, False, True, False]
    assert laid.members == (JONKOPING, GISLAVED, VARNAMO)
    assert list(laid.shared_members) == [False, True, False]
    assert np.isnan(laid.fee[0, :, 2]).all() and np.isnan(laid.fee[1, :2]).all()
    assert laid.totals[0, :3] == pytest.approx(early.fee[:, 1])  # Gislaved alone
    assert np.isnan(laid.totals[0, 3])
    assert laid.totals[1, 2] == pytest.approx(late.fee[0, 0])


def test_no_member_in_common_gives_no_sum_rather_than_zero():
    one, other = per_inhabitant(members=(JONKOPING,)), per_inhabitant(members=(GISLAVED,))

    assert np.isnan(comparison.lay_fees([one, other]).totals).all()


def test_a_column_where_the_model_cannot_run_is_a_gap_and_hides_nobody_elses_members():
    laid = comparison.lay_fees([per_inhabitant(), None])

    assert np.isnan(laid.fee[1]).all()
    assert laid.shared_members.all() and laid.shared_years.all()
    assert comparison.lay_fees([None, None]) is None


def test_a_forecast_is_marked_per_column():
    stated = per_inhabitant(years=(2024, 2030))
    known = replace(stated, forecast_from=None)

    laid = comparison.lay_fees([stated, known])

    assert stated.forecast_from is not None
    assert list(laid.years[laid.ahead[0]]) == list(range(stated.forecast_from, 2031))
    assert not laid.ahead[1].any()


def test_nothing_and_less_than_nothing_have_no_per_cent():
    values = np.array([[0.0, np.nan, 100.0, -50.0], [10.0, 10.0, 75.0, 50.0]])

    change, share = comparison.difference(values, base=0)

    assert change[1] == pytest.approx([10.0, np.nan, -25.0, 100.0], nan_ok=True)
    assert share[1] == pytest.approx([np.nan, np.nan, -0.25, np.nan], nan_ok=True)


def test_the_widest_gap_is_found_where_two_columns_can_be_compared():
    values = np.array([[1.0, 5.0, 900.0], [4.0, 2.0, np.nan], [2.0, 2.0, np.nan]])

    assert comparison.widest(values) == (1, 1, 0)  # 4 − 1 = 3 and 5 − 2 = 3: the later one
    assert comparison.widest(values[:, 2:]) is None


def test_the_widest_gap_between_sums_names_the_model_the_year_and_the_columns():
    dear = per_inhabitant(values=((RATE, 27.0),))
    laid = {"per-invanare": comparison.lay_fees([per_inhabitant(), dear])}

    found = comparison.furthest(laid)

    # 1 of 26 kr more in every year, so the widest gap is 1/26 of the dearest year's sum: the last.
    assert found.size == pytest.approx(per_inhabitant().total[-1] / 26)
    assert (found.model, found.year) == ("per-invanare", MEDIACENTER.years[1])
    assert (found.member, found.low, found.high) == ("", 0, 1)


def test_the_widest_gap_is_looked_for_among_shared_years_and_members_only():
    short = per_inhabitant(years=(2024, 2026), members=(GISLAVED,), values=((RATE, 27.0),))
    long = per_inhabitant(years=(2024, 2030), members=(GISLAVED, JONKOPING))
    laid = {"per-invanare": comparison.lay_fees([long, short])}

    assert comparison.furthest(laid).year == 2026
    assert comparison.furthest_member(laid).member == GISLAVED


def test_the_same_sum_shared_differently_has_a_widest_gap_for_one_member():
    one = per_inhabitant(years=(2024, 2024), members=(GISLAVED, JONKOPING))
    moved = replace(one, fee=one.fee + np.array([[-1000.0, 1000.0]]))
    laid = {"per-invanare": comparison.lay_fees([one, moved])}

    assert comparison.furthest(laid).size == pytest.approx(0, abs=1e-6)
    found = comparison.furthest_member(laid)
    assert (found.size, found.member) == (pytest.approx(1000), JONKOPING)
    assert (found.low, found.high) == (0, 1)


def test_no_shared_years_give_no_gap():
    early, late = per_inhabitant(years=(2024, 2025)), per_inhabitant(years=(2026, 2027))

    assert comparison.furthest({"per-invanare": comparison.lay_fees([early, late])}) is None
