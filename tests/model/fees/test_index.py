"""How a level moves from year to year."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import MissingFigureError
from model.fee_model import GrowthIndex, MixIndex, NoIndex, StatedIndex, StepIndex
from model.fees.index import known_to, level
from tests.model.fees.building import reading, years

PKV = StatedIndex({2025: "pkv.2025", 2026: "pkv.2026"}, "after")
CHANGES = {"pkv.2025": 0.011, "pkv.2026": 0.03, "after": 0.02}
MIX = MixIndex((("Löner", "s1", "g1"), ("Hyror", "s2", "g2")))


def test_stated_changes_multiply_from_the_level_year():
    found = level(PKV, 2024, years(2024, 2025, 2026), reading(CHANGES))

    assert found == pytest.approx([1.0, 1.011, 1.011 * 1.03])


def test_a_year_without_a_stated_change_takes_the_assumed_one():
    found = level(PKV, 2024, years(2028), reading(CHANGES))

    assert found == pytest.approx([1.011 * 1.03 * 1.02**2])


def test_the_level_of_a_year_does_not_depend_on_which_other_years_are_asked_for():
    alone = level(PKV, 2024, years(2027), reading(CHANGES))
    among = level(PKV, 2024, years(2024, 2025, 2026, 2027, 2028), reading(CHANGES))

    assert alone[0] == pytest.approx(among[3])


def test_a_constant_growth_compounds():
    found = level(GrowthIndex("growth"), 2021, years(2021, 2022, 2024), reading({"growth": 0.03}))

    assert found == pytest.approx([1.0, 1.03, 1.092727])


def test_a_renegotiated_level_stands_still_between_and_takes_all_the_years_at_once():
    read = reading({"growth": 0.025})
    found = level(StepIndex(4, "growth"), 2022, np.arange(2022, 2031), read)

    assert found == pytest.approx([1.0] * 4 + [1.025**4] * 4 + [1.025**8])


def test_a_mix_grows_by_each_cost_as_far_as_its_share_goes():
    read = reading({"s1": 0.6, "g1": 0.03, "s2": 0.4, "g2": 0.02})

    assert level(MIX, 2024, years(2024, 2025), read) == pytest.approx([1.0, 1.026])


def test_a_mix_starts_at_one_even_if_its_shares_do_not_sum_to_one():
    read = reading({"s1": 0.6, "g1": 0.03, "s2": 0.6, "g2": 0.02})

    assert level(MIX, 2024, years(2024, 2025), read) == pytest.approx([1.0, 1.025])


def test_a_mix_without_any_share_is_refused():
    read = reading({"s1": 0, "g1": 0.03, "s2": 0, "g2": 0.02})

    with pytest.raises(MissingFigureError):
        level(MIX, 2024, years(2025), read)


def test_a_figure_without_a_value_is_refused_and_not_taken_for_zero():
    with pytest.raises(MissingFigureError):
        level(GrowthIndex("growth"), 2024, years(2025), reading({"growth": None}))


@pytest.mark.parametrize(
    "index", [NoIndex(), PKV, GrowthIndex("after"), StepIndex(4, "after"), MIX], ids=str
)
def test_years_before_the_level_year_keep_the_stated_level(index):
    read = reading(CHANGES | {"s1": 0.6, "g1": 0.03, "s2": 0.4, "g2": 0.02})

    assert level(index, 2024, years(2020, 2023, 2024), read) == pytest.approx([1.0, 1.0, 1.0])


@given(growth=st.floats(0, 0.2), every=st.integers(2, 10), ahead=st.integers(0, 40))
def test_a_stepped_level_never_runs_ahead_of_a_yearly_one(growth, every, ahead):
    read, year = reading({"growth": growth}), years(2024 + ahead)

    stepped = level(StepIndex(every, "growth"), 2024, year, read)[0]

    assert 1.0 <= stepped <= level(GrowthIndex("growth"), 2024, year, read)[0] + 1e-12


@given(share=st.floats(0.01, 0.99), one=st.floats(-0.05, 0.1), two=st.floats(-0.05, 0.1))
def test_a_mix_lies_between_its_slowest_and_its_fastest_part(share, one, two):
    read = reading({"s1": share, "g1": one, "s2": 1 - share, "g2": two})

    mixed = level(MIX, 2024, years(2034), read)[0]

    ends = ((1 + one) ** 10, (1 + two) ** 10)
    assert min(ends) - 1e-12 <= mixed <= max(ends) + 1e-12


def test_an_index_is_known_to_its_last_stated_year():
    assert known_to(PKV, 2024) == 2026
    assert known_to(NoIndex(known_to=2023), 2021) == 2023
    assert known_to(NoIndex(), 2021) == 2021
    assert known_to(GrowthIndex("growth"), 2021) == 2021
