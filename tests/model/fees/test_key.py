"""Who pays which part."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from model.errors import MissingFigureError
from model.fee_model import (
    EqualKey,
    FixedKey,
    FixedSum,
    MixedKey,
    PriceLine,
    PriceList,
    ShareOfTax,
    TaxKey,
    UnitKey,
    UseKey,
)
from model.fees.key import allocate, known_to, shares
from tests.model.fees.building import A, B, C, country, drivers, reading, unit, years

SUM = FixedSum("sum")
GROWING = country(
    {A: [1000 + 100 * n for n in range(11)], B: [2000] * 11, C: [3000] * 11}
)  # A has 1 000 in 2015 and 2 000 in 2025

weights = arrays(
    float, st.tuples(st.integers(1, 4), st.integers(1, 13)), elements=st.floats(0, 1e9)
).filter(lambda rows: (rows.sum(axis=1) > 1e-6).all())


@given(weights)
def test_a_key_shares_out_the_whole_and_nothing_more(rows):
    assert allocate(rows).sum(axis=1) == pytest.approx(np.ones(len(rows)), rel=1e-12)


@given(weights)
def test_no_share_is_below_zero_or_above_one(rows):
    assert ((allocate(rows) >= 0) & (allocate(rows) <= 1)).all()


@given(weights, st.randoms())
def test_the_order_of_the_members_does_not_matter(rows, random):
    order = random.sample(range(rows.shape[1]), rows.shape[1])

    assert allocate(rows[:, order]) == pytest.approx(allocate(rows)[:, order], rel=1e-9)


@given(weights, st.floats(1e-3, 1e3))
def test_only_proportions_matter(rows, factor):
    assert allocate(rows * factor) == pytest.approx(allocate(rows), rel=1e-9, abs=1e-12)


def test_a_key_where_nobody_has_anything_is_refused():
    with pytest.raises(MissingFigureError):
        allocate(np.array([[1.0, 2.0], [0.0, 0.0]]))


def test_shares_by_population_use_the_population_of_earlier_years():
    found = shares(UnitKey("population", 2), years(2017, 2020), SUM, drivers(land=GROWING), None)

    assert found[0] == pytest.approx([1 / 6, 2 / 6, 3 / 6])
    assert found[1] == pytest.approx([1300 / 6300, 2000 / 6300, 3000 / 6300])


def test_a_frozen_key_gives_the_same_shares_every_year():
    frozen = UnitKey("population", frozen_at=2018)
    found = shares(frozen, years(2019, 2024, 2035), SUM, drivers(land=GROWING), None)

    assert found == pytest.approx(np.tile([1300 / 6300, 2000 / 6300, 3000 / 6300], (3, 1)))


def test_equal_parts_are_equal():
    found = shares(EqualKey(), years(2024, 2025), SUM, drivers(), None)

    assert found == pytest.approx(np.full((2, 3), 1 / 3))


def test_fixed_percentages_are_as_stated():
    key, read = FixedKey({A: "a", B: "b", C: "c"}), reading({"a": 0.5, "b": 0.3, "c": 0.2})

    assert shares(key, years(2024), SUM, drivers(), read)[0] == pytest.approx([0.5, 0.3, 0.2])


def test_fixed_percentages_keep_their_proportions_when_one_is_changed():
    key, read = FixedKey({A: "a", B: "b", C: "c"}), reading({"a": 1.0, "b": 0.6, "c": 0.4})

    assert shares(key, years(2024), SUM, drivers(), read)[0] == pytest.approx([0.5, 0.3, 0.2])


def test_a_member_without_a_fixed_percentage_is_named():
    with pytest.raises(MissingFigureError) as told:
        shares(FixedKey({A: "a", B: "b"}), years(2024), SUM, drivers(), reading())

    assert told.value.values["member"] == C


def test_tax_base_shares_follow_kronor_and_not_only_heads():
    land = country(tax_base={A: [400_000] * 11, B: [200_000] * 11, C: [200_000] * 11})
    found = shares(TaxKey("tax_base"), years(2024), SUM, drivers(land=land), None)

    assert found[0] == pytest.approx([4 / 14, 4 / 14, 6 / 14])


def test_tax_revenue_shares_follow_the_tax_rate_too():
    land = country(tax_rate={2021: [0.2] * 3, 2025: [0.3, 0.2, 0.2]})
    found = shares(TaxKey("tax_revenue"), years(2025), SUM, drivers(land=land), None)

    assert found[0] == pytest.approx([3 / 13, 4 / 13, 6 / 13])


def test_a_tax_key_without_grants_of_its_own_takes_those_of_the_amount():
    amount, read = ShareOfTax("share", "grants"), reading({"share": 0.0005, "grants": 1e9})
    by_heads = shares(TaxKey("tax_and_grants"), years(2025), amount, drivers(), read)

    assert by_heads[0] == pytest.approx([1 / 6, 2 / 6, 3 / 6], rel=1e-4)


def test_each_pays_for_what_it_calls_off_from_a_price_list():
    pcs, numbers = unit("pcs", {A: {2024: 10}, B: {2024: 30}, C: {2024: 0}}, 0.0)
    amount = PriceList((PriceLine("pc", "Dator", "price", "pcs"),))
    made = drivers(numbers, units=(pcs,))
    found = shares(UseKey(), years(2024), amount, made, reading({"price": 2400}))

    assert found[0] == pytest.approx([0.25, 0.75, 0.0])


def test_a_key_by_use_needs_a_price_list():
    with pytest.raises(MissingFigureError):
        shares(UseKey(), years(2024), SUM, drivers(), reading())


def test_a_mixed_key_is_the_mean_of_its_parts():
    key = MixedKey((("equal", EqualKey()), ("heads", UnitKey("population", 2))))
    found = shares(key, years(2024), SUM, drivers(), reading({"equal": 0.3, "heads": 0.7}))

    assert found[0] == pytest.approx([0.1 + 0.7 / 6, 0.1 + 1.4 / 6, 0.1 + 2.1 / 6])


@given(equal=st.floats(0, 1), heads=st.floats(0.01, 1))
def test_a_mixed_key_shares_out_the_whole_whatever_its_parts_are_set_to(equal, heads):
    key = MixedKey((("equal", EqualKey()), ("heads", UnitKey("population", 2))))
    read = reading({"equal": equal, "heads": heads})

    assert shares(key, years(2024), SUM, drivers(), read).sum() == pytest.approx(1.0)


def test_a_key_is_known_as_long_as_its_counts_are():
    made = drivers()

    assert known_to(UnitKey("population", 2), SUM, made) == 2027
    assert known_to(TaxKey("tax_base"), SUM, made) == 2025
    assert known_to(MixedKey((("a", EqualKey()), ("b", TaxKey("tax_base")))), SUM, made) == 2025
    assert known_to(UnitKey("population", frozen_at=2018), SUM, made) > 3000
