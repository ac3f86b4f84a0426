"""(scenario, choices) -> result."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.choices import Choices
from model.errors import MissingFigureError, UnknownError, YearError
from model.evaluate import (
    MOST_YEARS,
    apply,
    default_models,
    evaluate_decision,
    evaluate_fees,
    evaluate_own_view,
    latest_population,
)
from tests.shipping import COUNTRY, SCENARIOS

MEDIACENTER, GGVVH = SCENARIOS["mediacenter"], SCENARIOS["ggvvh-it"]
RATE = "fee_models.per-invanare.rate"
SHARE = "fee_models.skatteandel-halv-promille.share"
BOTH = ("per-invanare", "skatteandel-halv-promille")


def fees(scenario=MEDIACENTER, **choices):
    return evaluate_fees(scenario, Choices(**choices), COUNTRY)


def test_without_choices_the_scenarios_own_models_members_and_years_are_run():
    result = fees()

    assert tuple(one.model for one in result.results) == MEDIACENTER.default_models
    assert result.members == MEDIACENTER.municipalities
    assert tuple(result.years[[0, -1]]) == MEDIACENTER.years


def test_a_scenario_that_names_no_models_to_begin_with_shows_its_first_two():
    bare = replace(MEDIACENTER, default_models=())

    assert default_models(bare) == ("anslag-2023", "forslag-2021")


def test_a_choice_replaces_a_figure_and_leaves_the_scenario_as_it_was():
    stated = fees(models=("per-invanare",)).result("per-invanare")
    raised = fees(models=("per-invanare",), values=((RATE, 52.0),)).result("per-invanare")

    assert raised.fee == pytest.approx(2 * stated.fee)
    assert MEDIACENTER.value(RATE) == 26


def test_a_choice_of_an_unknown_figure_is_refused():
    with pytest.raises(UnknownError) as told:
        apply(MEDIACENTER, Choices(values=(("fee_models.nothing.rate", 1.0),)))

    assert told.value.values == {"kind": "figure", "id": "fee_models.nothing.rate"}


def test_an_unknown_model_or_member_is_refused():
    with pytest.raises(UnknownError):
        fees(models=("nothing",))
    with pytest.raises(UnknownError):
        fees(members=("9999",))


@pytest.mark.parametrize("span", [(2030, 2024), (2024, 2024 + MOST_YEARS), (2016, 2030)])
def test_years_that_run_backwards_are_too_many_or_lie_before_the_data_are_refused(span):
    with pytest.raises(YearError):
        fees(years=span)


def test_a_member_named_twice_pays_once():
    assert fees(members=("0680", "0662", "0680")).members == ("0680", "0662")


def test_one_year_alone_can_be_run():
    assert fees(years=(2024, 2024)).result("per-invanare").total == pytest.approx([9_596_938])


def test_a_model_that_cannot_run_on_the_members_is_told_apart_and_the_others_run():
    result = fees(GGVVH, models=("fasta-andelar", "kr-per-invanare"), members=("0662", "0680"))

    assert [one.model for one in result.results] == ["kr-per-invanare"]
    (name, error), *_ = result.failed
    assert name == "fasta-andelar"
    assert isinstance(error, MissingFigureError)
    assert error.values["member"] == "0680"


def test_members_can_be_chosen_from_the_whole_country():
    result = fees(models=("per-invanare",), members=("0180",), years=(2024, 2024))

    assert result.results[0].fee[0, 0] == pytest.approx(26 * 984_748)  # Stockholm, 31 December 2022


def test_with_the_same_start_all_models_give_what_todays_gives_in_the_first_year():
    result = fees(models=("anslag-2023", *BOTH), same_start=True)
    today = fees(models=("per-invanare",)).result("per-invanare").total[0]

    assert [one.total[0] for one in result.results] == pytest.approx([today] * 3)
    assert result.result("per-invanare").scale == pytest.approx(1.0)


def test_with_the_same_start_and_without_todays_model_the_first_chosen_sets_the_sum():
    result = fees(models=("anslag-2023", "skatteandel-halv-promille"), same_start=True)

    assert [one.total[0] for one in result.results] == pytest.approx([9_500_000] * 2)


def test_the_same_start_is_met_although_another_chosen_model_cannot_run():
    chosen = ("fasta-andelar", "kr-per-invanare", "efter-invanare")
    result = fees(GGVVH, models=chosen, members=("0662", "0680"), same_start=True)

    assert len({round(float(one.total[0]), 3) for one in result.results}) == 1


def test_todays_model_is_at_hand_as_stated_although_it_is_not_chosen():
    result = fees(models=("anslag-2023",), same_start=True)

    assert result.today == "per-invanare"
    assert result.today_result.scale == 1.0
    assert result.today_result.model == "per-invanare"


def test_a_scenario_without_a_model_in_force_has_no_today():
    assert fees(GGVVH).today is None
    assert fees(GGVVH).today_result is None


def test_the_figures_used_are_each_named_once():
    used = fees(models=BOTH).used

    assert RATE in used
    assert SHARE in used
    assert len(set(used)) == len(used)


@settings(max_examples=20)
@given(rate=st.floats(0, 1e4), share=st.floats(0, 0.1))
def test_the_same_choices_give_the_same_result(rate, share):
    choices = Choices(values=((RATE, rate), (SHARE, share)), models=BOTH, years=(2024, 2026))
    one, two = (evaluate_fees(MEDIACENTER, choices, COUNTRY) for _ in range(2))

    for first, second in zip(one.results, two.results, strict=True):
        assert np.array_equal(first.fee, second.fee)
    assert one.findings == two.findings


@settings(max_examples=20)
@given(
    figure=st.sampled_from(
        [
            figure
            for figure in MEDIACENTER.figures.values()
            if figure.key.startswith(("fee_models.", "projection."))
        ]
    ),
    value=st.sampled_from([0.0, 1e-9, 0.5, 1.0]),
    same_start=st.booleans(),
)
def test_no_value_that_a_slider_can_give_makes_the_page_fall(figure, value, same_start):
    models = tuple(model.id for model in MEDIACENTER.fee_models)
    result = fees(values=((figure.key, value),), models=models, same_start=same_start)

    assert len(result.results) + len(result.failed) == len(models)
    assert all(np.isfinite(one.fee).all() for one in result.results)


def test_the_decision_follows_the_users_weights():
    weights = tuple(
        (f"weights.{criterion.id}", 100.0 if criterion.id == "foljsamhet" else 0.0)
        for criterion in MEDIACENTER.criteria
    )
    result = evaluate_decision(MEDIACENTER, Choices(values=tuple(sorted(weights))), COUNTRY)

    # "Styreffekt" alone: 3, 2, 3 and 2 on the scale 1–4
    assert list(result.totals) == pytest.approx([200 / 3, 100 / 3, 200 / 3, 100 / 3])


def test_a_municipalitys_own_weights_give_its_own_view():
    code = GGVVH.own_weights[0]

    result = evaluate_own_view(GGVVH, Choices(), COUNTRY, code)

    assert result.alternatives == evaluate_decision(GGVVH, Choices(), COUNTRY).alternatives


def test_the_latest_population_is_that_of_the_last_year_used():
    assert latest_population(MEDIACENTER, COUNTRY)["0680"] == 148_152  # 31 December 2025


def test_a_municipalitys_own_view_rests_on_its_own_weights_and_says_so():
    used = evaluate_own_view(GGVVH, Choices(), COUNTRY, "0662").used

    assert {key for key in used if key.startswith("municipal_weights.")} == {
        f"municipal_weights.0662.{criterion.id}" for criterion in GGVVH.criteria
    }
    assert not any(key.startswith("weights.") for key in used)
