"""One fee model on its members over the years."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import MissingFigureError, UnknownError, YearError
from model.fee_model import (
    EqualKey,
    FixedSum,
    GrowthIndex,
    MixedKey,
    MoneyLine,
    NetCost,
    NoIndex,
    PerUnit,
    ShareOfTax,
    SumOf,
    TaxKey,
    UnitKey,
    VolumeClause,
)
from model.fees.simulate import same_start_scale, simulate
from model.municipal import YearTable
from tests.model.fees.building import (
    OFFICIAL,
    YEARS,
    A,
    B,
    C,
    country,
    fee_model,
    fixed_model,
    scenario,
    unit,
    years,
)
from tests.shipping import COUNTRY, SCENARIOS

SPAN = np.arange(2024, 2031)
PCS, PC_NUMBERS = unit("pcs", {A: {2024: 100}, B: {2024: 200}, C: {2024: 300}}, 0.1)
CLAUSE = VolumeClause("pcs", base_year=2024, price="price")
SHIPPED = [(spec, model) for spec in SCENARIOS.values() for model in spec.fee_models]
ANY_SHIPPED = pytest.mark.parametrize(
    ("spec", "model"), SHIPPED, ids=[f"{spec.id}-{model.id}" for spec, model in SHIPPED]
)


def run(model, values, *, members=(A, B, C), asked=SPAN, land=None, sum=None, **other):
    spec = scenario(values, **other)
    return simulate(spec, model, land or country(), members, asked, first_year_sum=sum)


def run_shipped(spec, model, **other):
    body = next((body for body in spec.bodies if body.id == model.body), None)
    members = body.members if body else spec.municipalities
    asked = np.arange(spec.years[0], spec.years[1] + 1)
    return simulate(spec, model, COUNTRY, members, asked, **other)


def test_fees_are_the_amount_times_the_share():
    result = run(fixed_model(), {"sum": 6000})

    assert result.fee[0] == pytest.approx([1000, 2000, 3000])
    assert result.total == pytest.approx(np.full(7, 6000))


def test_a_fee_per_inhabitant_reads_as_the_stated_rate():
    result = run(fee_model(), {"rate": 26})

    assert result.per_inhabitant == pytest.approx(np.full((7, 3), 26))


def test_per_inhabitant_is_the_fee_over_the_population_two_years_before_for_every_model():
    land = country({A: [1000 + 10 * n for n in range(11)], B: [2000] * 11, C: [3000] * 11})
    model = fixed_model(key=EqualKey())

    result = run(model, {"sum": 30_000}, asked=years(2025), land=land)

    assert result.per_inhabitant[0] == pytest.approx([10_000 / 1080, 5, 10_000 / 3000])


def test_the_share_of_revenue_is_a_gap_where_the_tax_figures_do_not_reach_back():
    land = country()
    land = replace(land, tax_base=YearTable(YEARS[5:], land.tax_base.values[5:], OFFICIAL, {}))

    result = run(fixed_model(), {"sum": 6000}, asked=years(2019, 2020), land=land)

    assert np.isnan(result.share_of_revenue[0]).all()
    assert result.share_of_revenue[1] == pytest.approx(np.full(3, 1 / (200_000 * 0.2 * 1.07)))
    assert np.isfinite(result.per_inhabitant).all()


def test_a_year_before_the_data_is_refused():
    with pytest.raises(YearError):
        run(fee_model(), {"rate": 26}, asked=years(2016, 2017))


def test_no_members_is_refused():
    with pytest.raises(UnknownError):
        run(fee_model(), {"rate": 26}, members=())


def test_a_rate_of_zero_gives_fees_of_zero():
    assert (run(fee_model(), {"rate": 0}).fee == 0).all()


@pytest.mark.parametrize(
    ("model", "first"),
    [
        (fee_model(index=NoIndex(known_to=2099)), 2028),  # population of 2026 is not known
        (fee_model(index=GrowthIndex("growth")), 2025),  # the growth is assumed at once
        (fixed_model(index=NoIndex(2026), key=UnitKey("population", frozen_at=2020)), 2027),
        (fixed_model(index=NoIndex(2099), key=TaxKey("tax_base")), 2026),
        (fixed_model(index=NoIndex(2099), key=EqualKey()), None),
    ],
    ids=["population", "index", "stated level", "tax base", "nothing"],
)
def test_the_forecast_begins_in_the_first_year_that_rests_on_an_assumption(model, first):
    result = run(model, {"rate": 26, "sum": 6000, "growth": 0.02})

    assert result.forecast_from == first


def test_the_units_of_a_volume_clause_can_make_a_year_a_forecast():
    model = fixed_model(index=NoIndex(2099), key=EqualKey(), volume_clause=CLAUSE)
    result = run(model, PC_NUMBERS | {"sum": 6000, "price": 10}, units=(PCS,))

    assert result.forecast_from == 2025


def test_what_is_counted_is_told_with_its_year_also_inside_a_mixture():
    mixed = MixedKey((("e", EqualKey()), ("h", UnitKey("population", 2))))
    both = SumOf((PerUnit("rate", "population", 1), FixedSum("sum")))
    values = {"sum": 1000, "rate": 1, "e": 0.3, "h": 0.7}

    result = run(fee_model(amount=both, key=mixed), values)

    assert result.counted == (("population", 1, None), ("population", 2, None))


def test_a_result_knows_the_figures_that_it_rests_on():
    used = run(fee_model(index=GrowthIndex("growth")), {"rate": 26, "growth": 0.02, "sum": 1}).used

    assert set(used) == {
        "rate",
        "growth",
        "projection.population_growth",
        "projection.population_own_trend",
    }


def test_the_band_is_the_fee_with_all_growth_low_and_all_growth_high():
    values = {"sum": 6000, "growth": (0.02, 0.01, 0.04)}
    result = run(fixed_model(index=GrowthIndex("growth")), values, asked=years(2024, 2026))

    assert result.low[:, 0] == pytest.approx([1000, 1000 * 1.01**2])
    assert result.high[:, 0] == pytest.approx([1000, 1000 * 1.04**2])


def test_the_band_of_a_net_cost_opens_both_ways_when_other_income_grows():
    amount = NetCost(
        costs=(MoneyLine("staff", "Personal", "staff"),),
        income=(MoneyLine("sales", "Försäljning", "sales", "growth"),),
    )
    values = {"staff": 1000, "sales": 100, "growth": (0.1, 0.0, 0.2)}
    result = run(fixed_model(amount=amount), values, asked=years(2025))

    assert result.low.sum() == pytest.approx(1000 - 120)
    assert result.high.sum() == pytest.approx(1000 - 100)


def test_a_growth_moved_outside_its_range_widens_the_band_to_itself():
    lines = (MoneyLine("a", "A", "a", "a.growth"), MoneyLine("b", "B", "b", "b.growth"))
    values = {"a": 1000, "a.growth": (0.08, 0.01, 0.04), "b": 1000, "b.growth": (0.02, 0.01, 0.04)}
    result = run(fixed_model(amount=NetCost(lines)), values, asked=years(2025))

    assert result.low.sum() == pytest.approx(1010 + 1010)
    assert result.high.sum() == pytest.approx(1080 + 1040)


@ANY_SHIPPED
def test_the_band_contains_the_fee_in_every_shipped_model(spec, model):
    result = run_shipped(spec, model)

    assert (result.low <= result.fee).all()
    assert (result.fee <= result.high).all()


@ANY_SHIPPED
def test_a_same_start_is_met_exactly_by_every_shipped_model(spec, model):
    result = run_shipped(spec, model, first_year_sum=12_345_678.9)

    assert result.total[0] == pytest.approx(12_345_678.9, rel=1e-12)


def test_a_same_start_leaves_the_volume_clause_as_it_is():
    model = fixed_model(volume_clause=CLAUSE)
    values = PC_NUMBERS | {"sum": 6000, "price": 10}

    stated = run(model, values, asked=years(2025, 2026), units=(PCS,))
    scaled = run(model, values, asked=years(2025, 2026), units=(PCS,), sum=9000)

    assert scaled.total[0] == pytest.approx(9000)
    assert scaled.extra == pytest.approx(stated.extra)
    assert scaled.scale == pytest.approx((9000 - 600) / 6000)  # 60 pcs beyond, 10 kr each


def test_a_same_start_that_the_volume_clause_alone_reaches_leaves_no_contribution():
    model = fixed_model(volume_clause=CLAUSE)
    values = PC_NUMBERS | {"sum": 6000, "price": 10}
    extra = run(model, values, asked=years(2025), units=(PCS,)).extra.sum()

    result = run(model, values, asked=years(2025), units=(PCS,), sum=extra)

    assert result.scale == 0
    assert result.fee == pytest.approx(result.extra)


def test_a_same_start_changes_no_growth_from_year_to_year():
    values = {"sum": 6000, "growth": 0.03}
    stated = run(fixed_model(index=GrowthIndex("growth")), values)
    scaled = run(fixed_model(index=GrowthIndex("growth")), values, sum=10_000)

    assert scaled.total[1:] / scaled.total[:-1] == pytest.approx(
        stated.total[1:] / stated.total[:-1]
    )


@pytest.mark.parametrize(
    ("total", "extra", "wanted"), [(0, 0, 100), (100, 100, 100), (100, 50, 40)]
)
def test_a_start_that_no_level_can_give_is_refused(total, extra, wanted):
    with pytest.raises(MissingFigureError):
        same_start_scale(total, extra, wanted)


rates = st.floats(0, 1000)


@given(low=rates, more=rates)
def test_a_higher_rate_never_lowers_a_fee(low, more):
    before = run(fee_model(), {"rate": low}).fee
    after = run(fee_model(), {"rate": low + more}).fee

    assert (after >= before).all()


@given(share=st.floats(0, 0.01), more=st.floats(0, 0.01))
def test_a_higher_share_of_the_tax_never_lowers_a_fee(share, more):
    model = fee_model(amount=ShareOfTax("share"), key=TaxKey("tax_revenue"))

    assert (run(model, {"share": share + more}).fee >= run(model, {"share": share}).fee).all()


@given(rate=rates, order=st.permutations([A, B, C]))
def test_the_order_of_the_members_does_not_matter(rate, order):
    stated = run(fee_model(), {"rate": rate})
    other = run(fee_model(), {"rate": rate}, members=tuple(order))

    for place, code in enumerate(order):
        assert other.fee[:, place] == pytest.approx(stated.fee[:, stated.members.index(code)])


@given(amount=st.floats(0, 1e9), equal=st.floats(0, 1))
def test_the_total_is_what_the_members_pay_together(amount, equal):
    key = MixedKey((("equal", EqualKey()), ("heads", UnitKey("population", 2))))
    result = run(fixed_model(key=key), {"sum": amount, "equal": equal, "heads": 1 - equal})

    assert result.fee.sum(axis=1) == pytest.approx(np.full(7, amount))


@given(st.floats(1, 1000))
def test_the_same_numbers_give_the_same_result(rate):
    one, two = (run(fee_model(), {"rate": rate}) for _ in range(2))

    assert (one.fee == two.fee).all()
    assert one.used == two.used


def test_the_years_that_are_asked_for_do_not_change_the_fee_of_a_year():
    values = {"rate": 26, "growth": 0.03}
    model = fee_model(index=GrowthIndex("growth"))

    alone = run(model, values, asked=years(2029)).fee
    among = run(model, values).fee

    assert alone[0] == pytest.approx(among[5])
