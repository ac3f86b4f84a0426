"""Checks that say where two stated figures cannot both hold, and are silent where they can."""

from dataclasses import replace

import numpy as np
import pytest

from model.choices import Choices
from model.evaluate import evaluate_fees
from model.fee_model import (
    EqualKey,
    FixedKey,
    GrowthIndex,
    MixedKey,
    StatedIndex,
    StatedOutcome,
    TaxKey,
    UnitKey,
)
from model.fees.simulate import simulate
from model.plausibility import findings
from model.scenario import ComparisonBody
from tests.model.fees.building import (
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

MEDIACENTER, OLAND = SCENARIOS["mediacenter"], SCENARIOS["oland-it"]
SKANE, GOTALAND = "skatteandel-skane", "per-invanare-vastra-gotaland"
TWO_YEARS = years(2024, 2025)


def shipped(scenario, model, **values):
    choices = Choices(values=tuple((f"fee_models.{model}.{k}", v) for k, v in values.items()))
    result = evaluate_fees(scenario, replace(choices, models=(model,)), COUNTRY)
    return {found.code: found for found in result.findings}


def found(model, values, *, asked=TWO_YEARS, land=None, members=(A, B, C), **other):
    spec, land = scenario(values, **other), land or country()
    result = simulate(spec, model, land, members, asked)
    return {one.code: one for one in findings(spec, model, land, result)}


def test_half_a_per_cent_of_skanes_taxes_is_far_more_than_the_ten_million_stated():
    doubt = shipped(MEDIACENTER, SKANE)["share_against_sum"]

    assert doubt.severity == "doubt"
    assert doubt.values["share"] == 0.005
    assert doubt.values["stated"] == 10_000_000
    assert (doubt.values["count"], doubt.values["listed"]) == (15, 33)
    assert doubt.values["lowest_ratio"] == pytest.approx(5.85, abs=0.01)  # the 15 smallest
    assert doubt.values["ratio"] == pytest.approx(17.6, abs=0.1)  # 15 of middle size
    assert doubt.values["implied_high"] == pytest.approx(0.005 / doubt.values["lowest_ratio"])
    assert doubt.values["implied_low"] < 0.0005 < doubt.values["implied_high"]  # half a per mille


def test_half_a_per_mille_of_skanes_taxes_and_ten_million_can_both_hold():
    assert "share_against_sum" not in shipped(MEDIACENTER, SKANE, share=0.0005)


def test_the_doubt_about_skane_stands_also_without_the_assumed_grants():
    assert shipped(MEDIACENTER, SKANE, grants=0.0)["share_against_sum"].values["lowest_ratio"] > 4


def test_the_doubt_about_skane_does_not_depend_on_the_members_it_is_tried_on():
    alone = Choices(models=(SKANE,), members=("0604",))
    (doubt,) = (
        one
        for one in evaluate_fees(MEDIACENTER, alone, COUNTRY).findings
        if one.severity == "doubt"
    )

    assert doubt.values == shipped(MEDIACENTER, SKANE)["share_against_sum"].values


def test_a_share_of_nothing_is_not_compared_with_the_stated_sum():
    assert "share_against_sum" not in shipped(MEDIACENTER, SKANE, share=0.0)


def test_twelve_and_a_half_kronor_in_vastra_gotaland_do_not_give_twelve_and_a_half_million():
    doubt = shipped(MEDIACENTER, GOTALAND)["rate_against_sum"]

    assert doubt.severity == "doubt"
    assert doubt.values["highest"] == pytest.approx(12.5 * (768_426 - 4_761), abs=20_000)
    assert doubt.values["ratio"] == pytest.approx(0.75, abs=0.01)


def test_sixteen_and_a_half_kronor_in_vastra_gotaland_would_give_about_the_stated_sum():
    assert "rate_against_sum" not in shipped(MEDIACENTER, GOTALAND, rate=16.5)


def test_kronobergs_rate_and_sum_agree():
    assert "rate_against_sum" not in shipped(MEDIACENTER, "per-invanare-kronoberg")


def test_a_stated_sum_may_be_off_by_five_per_cent():
    stated = StatedOutcome(2024, "stated")
    model = fee_model(stated=stated)

    assert "rate_against_sum" not in found(model, {"rate": 10, "stated": 62_900})
    assert "rate_against_sum" in found(model, {"rate": 10, "stated": 63_300})


def test_a_sum_for_some_unnamed_members_must_lie_between_the_smallest_and_the_largest():
    body = ComparisonBody("b", "B", (A, B, C), "Två av tre.", member_count=2)
    model = fee_model(stated=StatedOutcome(2024, "stated", body="b"))

    for stated, doubted in ((27_000, True), (30_000, False), (50_000, False), (53_000, True)):
        told = found(model, {"rate": 10, "stated": stated}, bodies=(body,))
        assert ("rate_against_sum" in told) is doubted, stated  # 30 000 to 50 000, and 5 %


def test_a_fixed_sum_is_not_compared_with_itself():
    assert "rate_against_sum" not in shipped(MEDIACENTER, "fast-summa-kalmar")


def test_a_sum_that_others_agreed_on_is_told_where_it_is_counted_on():
    tried = shipped(MEDIACENTER, "fast-summa-kalmar")["sum_of_others"]
    choices = Choices(models=("anslag-2023",), members=("0780", "0781"))
    moved = {one.code: one for one in evaluate_fees(MEDIACENTER, choices, COUNTRY).findings}

    assert (tried.severity, tried.values) == ("note", {"body": "kalmar"})
    assert (moved["sum_of_others"].severity) == "doubt"  # 13 municipalities' sum on two others
    assert "sum_of_others" not in shipped(MEDIACENTER, "anslag-2023")


def test_olands_income_rows_are_told_beside_the_users_of_another_year():
    """The 2024 budget rests on users of 1 January 2023, which the source does not give."""
    doubt = shipped(OLAND, "nettokostnad-anvandare")["members_other_year"]

    assert doubt.severity == "note"
    assert doubt.values["member"] == "0840"
    assert doubt.values["stated"] == 7_030_000
    assert doubt.values["computed"] == pytest.approx(17_808_000 * 2002 / 3660)
    assert doubt.values["stated_share"] == pytest.approx(0.395, abs=0.0005)
    assert doubt.values["share"] == pytest.approx(0.547, abs=0.0005)


def test_stated_rows_that_follow_the_key_to_a_hundredth_are_not_doubted():
    stated = StatedOutcome(2024, members={A: "a", B: "b", C: "c"})
    model = fixed_model(stated=stated)

    assert found(model, {"sum": 6000, "a": 1030, "b": 1990, "c": 2980}) == {}
    assert "members_against_key" in found(model, {"sum": 6000, "a": 1100, "b": 1950, "c": 2950})


def test_rows_are_not_compared_when_nothing_is_to_be_paid():
    model = fixed_model(stated=StatedOutcome(2024, members={A: "a", B: "b"}))

    assert found(model, {"sum": 0, "a": 1, "b": 1}) == {}


@pytest.mark.parametrize(("share", "doubted"), [(0.5, False), (0.501, False), (0.6, True)])
def test_fixed_percentages_that_a_change_takes_away_from_the_whole_are_told(share, doubted):
    model = fixed_model(key=FixedKey({A: "a", B: "b", C: "c"}))
    told = found(model, {"sum": 6000, "a": share, "b": 0.3, "c": 0.2})

    assert ("key_sum" in told) is doubted
    assert not doubted or told["key_sum"].values["sum"] == pytest.approx(1.1)


def test_parts_of_a_mixed_key_that_no_longer_are_the_whole_are_told():
    model = fixed_model(key=MixedKey((("e", EqualKey()), ("h", UnitKey("population", 2)))))

    assert "key_sum" not in found(model, {"sum": 6000, "e": 0.3, "h": 0.7})
    assert found(model, {"sum": 6000, "e": 0.3, "h": 0.3})["key_sum"].values["sum"] == 0.6


def test_a_jump_beyond_ten_per_cent_is_told_with_its_year():
    values = {"sum": 6000, "growth": 0.11}
    told = found(fixed_model(index=GrowthIndex("growth")), values, asked=years(2024, 2025, 2026))

    assert told["jump_all"].severity == "note"  # alike for all, so no member is named
    assert told["jump_all"].values["change"] == pytest.approx(0.11)
    assert told["jump_all"].values["year"] == 2025


def test_a_change_of_ten_per_cent_or_less_is_not_told():
    assert found(fixed_model(index=GrowthIndex("growth")), {"sum": 6000, "growth": 0.09}) == {}


def test_a_fall_is_a_jump_too():
    told = found(fixed_model(index=GrowthIndex("growth")), {"sum": 6000, "growth": -0.2})

    assert told["jump_all"].values["change"] == pytest.approx(-0.2)


def test_a_member_that_jumps_more_than_the_others_is_named():
    spec, counts = unit("dator", {A: {2024: 10, 2025: 20}, B: {2024: 10}, C: {2024: 20}}, 0.0)
    model = fixed_model(key=UnitKey("dator", 0))

    told = found(model, {"sum": 6000} | counts, units=(spec,))

    # A: 6 000 × 10/40 = 1 500 kr, then 6 000 × 20/50 = 2 400 kr
    assert told["jump"].values == {"member": A, "year": 2025, "change": pytest.approx(0.6)}


def test_a_member_that_pays_nothing_makes_no_jump():
    model = fixed_model(key=FixedKey({A: "a", B: "b", C: "c"}))

    assert found(model, {"sum": 6000, "a": 0.0, "b": 0.5, "c": 0.5}) == {}


def test_one_year_alone_makes_no_jump():
    assert found(fixed_model(), {"sum": 6000}, asked=years(2024)) == {}


def test_the_proposals_new_level_every_fourth_year_is_a_jump():
    jump = shipped(MEDIACENTER, "forslag-2021")["jump_all"]

    assert jump.values["year"] == 2026
    assert jump.values["change"] == pytest.approx(1.025**4 - 1)


def test_a_stated_index_without_its_publication_is_noted():
    bare = fixed_model(index=StatedIndex({}, "after"))
    named = fixed_model(index=StatedIndex({}, "after", "pkv", "oktober 2023"))

    assert found(bare, {"sum": 6000, "after": 0.02})["index_vintage"].severity == "note"
    assert found(named, {"sum": 6000, "after": 0.02}) == {}


def test_years_before_the_level_year_are_noted():
    told = found(fixed_model(), {"sum": 6000}, asked=years(2022, 2023))

    assert told["before_level"].values == {"first": 2022, "year": 2024}


def test_estimated_tax_revenue_is_noted_and_the_tax_base_is_not():
    by_revenue = found(fixed_model(key=TaxKey("tax_revenue")), {"sum": 6000})
    by_base = found(fixed_model(key=TaxKey("tax_base")), {"sum": 6000})

    assert by_revenue["estimated_revenue"].severity == "note"
    assert by_base == {}


@pytest.mark.parametrize(("lag", "year"), [(0, 2025), (1, 2026), (2, 2027)])
def test_the_fee_year_that_counts_the_disturbed_population_is_noted(lag, year):
    model = fixed_model(key=UnitKey("population", lag))

    told = found(model, {"sum": 6000}, asked=np.arange(2024, 2031))

    assert told["disturbed_population"].values == {"year": year}


def test_a_frozen_or_earlier_population_is_not_disturbed():
    frozen = fixed_model(key=UnitKey("population", frozen_at=2020))

    assert found(frozen, {"sum": 6000}, asked=np.arange(2024, 2031)) == {}
    assert found(fixed_model(), {"sum": 6000}, asked=years(2024, 2025, 2026)) == {}


def test_the_disturbed_population_is_noted_inside_a_mixed_key_too():
    assert "disturbed_population" in shipped(SCENARIOS["ggvvh-it"], "blandad-nyckel")


def test_doubts_come_before_notes():
    told = [
        one.severity
        for one in evaluate_fees(MEDIACENTER, Choices(models=(SKANE,)), COUNTRY).findings
    ]

    assert told == sorted(told, key=lambda severity: severity != "doubt")


def test_the_disturbed_population_is_noted_for_taxes_and_for_years_projected_from_it():
    assert "disturbed_population" in shipped(MEDIACENTER, SKANE)
    late = found(
        fixed_model(key=UnitKey("population", 2)),
        {
            "sum": 6000,
            "projection.population_growth": 0.0,
            "projection.population_own_trend": 0.0,
        },
        asked=years(2028, 2029),
    )

    assert late["disturbed_population"].values == {"year": 2027}


def test_counts_carried_back_before_the_first_are_told():
    told = shipped(OLAND, "nettokostnad-anvandare")
    early = evaluate_fees(
        OLAND, Choices(models=("nettokostnad-anvandare",), years=(2022, 2026)), COUNTRY
    ).findings

    assert "carried_back" not in told
    assert {"unit": "anvandare", "first": 2025} in [one.values for one in early]
