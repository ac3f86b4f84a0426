"""How much the joint body receives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import MissingFigureError
from model.fee_model import (
    FixedSum,
    MoneyLine,
    NetCost,
    PerUnit,
    PriceLine,
    PriceList,
    ShareOfTax,
    SumOf,
)
from model.fees.amount import Terms, known_to, total, use
from tests.model.fees.building import A, B, C, country, drivers, reading, unit, years

PER_HEAD = PerUnit("rate", "population", 2)
ONE = np.ones(1)


def paid(amount, asked, read, *, index=None, made=None, level_year=2024):
    level = np.ones(len(asked)) if index is None else np.array(index)
    return total(amount, Terms(asked, level_year, level, made or drivers(), read))


def test_a_rate_times_the_population_two_years_before():
    land = country({A: [1000 + n for n in range(11)], B: [2000] * 11, C: [3000] * 11})
    found = paid(PER_HEAD, years(2024, 2025), reading({"rate": 26}), made=drivers(land=land))

    assert found == pytest.approx([26 * 6007, 26 * 6008])  # 2022 and 2023


def test_the_2026_fee_is_the_2024_level_indexed_twice_times_the_population_of_2024():
    land = country({A: [10_000] * 8 + [10_100, 10_200, 10_300]})
    found = paid(
        PER_HEAD,
        years(2024, 2025, 2026),
        reading({"rate": 26}),
        index=np.cumprod([1.0, 1.011, 1.03]),
        made=drivers(land=land, members=(A,)),
    )

    assert found[2] == pytest.approx(276_160.72, abs=0.01)  # 10 200 × 26 × 1.011 × 1.03


def test_a_fixed_sum_is_the_same_for_any_members():
    read = reading({"sum": 9_500_000})

    assert paid(FixedSum("sum"), years(2024), read) == pytest.approx([9_500_000])
    assert paid(FixedSum("sum"), years(2024), read, made=drivers(members=(A,))) == 9_500_000


def test_a_share_of_tax_counts_tax_base_times_rate_times_factor():
    found = paid(ShareOfTax("share"), years(2025), reading({"share": 0.0005}))

    assert found == pytest.approx([0.0005 * 6000 * 200_000 * 0.2 * 1.07])


def test_grants_per_inhabitant_are_added_to_the_tax_revenue():
    read = reading({"share": 0.0005, "grants": 12_000})
    found = paid(ShareOfTax("share", "grants"), years(2025), read)

    assert found == pytest.approx([0.0005 * 6000 * (200_000 * 0.2 * 1.07 + 12_000)])


def test_a_net_cost_is_costs_less_other_income_each_with_its_own_growth():
    amount = NetCost(
        costs=(MoneyLine("staff", "Personal", "staff", "staff_growth"),),
        income=(MoneyLine("sales", "Försäljning", "sales", "sales_growth"),),
    )
    read = reading({"staff": 1000, "staff_growth": 0.03, "sales": 200, "sales_growth": 0.01})

    assert paid(amount, years(2024, 2026), read) == pytest.approx([800, 1060.9 - 204.02])


def test_a_line_without_growth_stays():
    amount = NetCost(costs=(MoneyLine("rent", "Hyra", "rent"),))

    assert paid(amount, years(2024, 2035), reading({"rent": 500})) == pytest.approx([500, 500])


def test_cost_lines_are_not_moved_backwards_before_the_level_year():
    amount = NetCost(costs=(MoneyLine("staff", "Personal", "staff", "staff_growth"),))
    read = reading({"staff": 1000, "staff_growth": 0.03})

    assert paid(amount, years(2020, 2024), read) == pytest.approx([1000, 1000])


def test_a_price_list_is_price_times_quantity_per_object():
    pcs, pc_numbers = unit("pcs", {A: {2024: 10}, B: {2024: 20}, C: {2024: 0}}, 0.0)
    phones, phone_numbers = unit("phones", {A: {2024: 5}, B: {2024: 5}, C: {2024: 5}}, 0.0)
    made = drivers(pc_numbers | phone_numbers, units=(pcs, phones))
    amount = PriceList(
        (PriceLine("pc", "Dator", "p1", "pcs"), PriceLine("m", "Mobil", "p2", "phones"))
    )
    read = reading({"p1": 2400, "p2": 900})

    assert use(amount, years(2024), made, read)[0] == pytest.approx([28_500, 52_500, 4_500])
    assert paid(amount, years(2024), read, made=made) == pytest.approx([85_500])


def test_amounts_can_be_added():
    read = reading({"rate": 26, "sum": 1_000_000})

    assert paid(SumOf((PER_HEAD, FixedSum("sum"))), years(2024), read) == pytest.approx([1_156_000])


def test_a_rate_without_a_value_is_refused():
    with pytest.raises(MissingFigureError) as told:
        paid(PER_HEAD, years(2024), reading({"rate": None}))

    assert told.value.values["key"] == "rate"


@given(low=st.floats(0, 1e4), more=st.floats(0, 1e4))
def test_a_higher_rate_never_lowers_the_amount(low, more):
    before = paid(PER_HEAD, years(2024), reading({"rate": low}))
    after = paid(PER_HEAD, years(2024), reading({"rate": low + more}))

    assert after[0] >= before[0]


def test_an_amount_is_known_as_long_as_what_it_counts():
    made = drivers()

    assert known_to(PER_HEAD, made, 2024) == 2027
    assert known_to(ShareOfTax("share"), made, 2024) == 2025
    assert known_to(NetCost(()), made, 2024) == 2024
    assert known_to(SumOf((PER_HEAD, ShareOfTax("share"))), made, 2024) == 2025
    assert known_to(FixedSum("sum"), made, 2024) > 3000
