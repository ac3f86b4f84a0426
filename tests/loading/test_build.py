"""A good file as a scenario: every number under its key, nothing lost."""

from pathlib import Path

import pytest

from loading.scenario_file import load_scenario
from model import fee_model as fm
from model.scenario import WeightPreset

GOOD = Path(__file__).parent.parent / "bad_scenarios" / "_good.yaml"
KNOWN = {"0617": "Gnosjö", "0662": "Gislaved", "1315": "Hylte"}


@pytest.fixture(scope="module")
def scenario():
    return load_scenario(GOOD, KNOWN)


def built(tmp_path, old, new):
    text = GOOD.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "file.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_scenario(path, KNOWN)


def test_every_number_has_its_key_in_the_order_of_the_parts(scenario):
    assert list(scenario.figures) == [
        "group_weights.benefit",
        "group_weights.safety",
        "weights.potential",
        "bounds.potential.low",
        "bounds.potential.high",
        "values.potential.1",
        "values.potential.2",
        "values.potential.3",
        "weights.risk",
        "bounds.risk.low",
        "bounds.risk.high",
        "values.risk.1",
        "values.risk.2",
        "values.risk.3",
        "scores.samverkan.risk",
        "scores.drift.risk",
        "potentials.0662.A",
        "potentials.0662.B",
        "potentials.0617.A",
        "potentials.0617.B",
        "potentials.1315.A",
        "potentials.1315.B",
        "capture.joint",
        "municipal_weights.0617.potential",
        "municipal_weights.0617.risk",
        "presets.risk-first.potential",
        "presets.risk-first.risk",
        "voices.gnosjo",
        "assessor_scores.gnosjo.samverkan.risk",
        "assessor_scores.gnosjo.drift.risk",
        "voices.it",
        "assessor_weights.it.potential",
        "assessor_weights.it.risk",
        "assessor_scores.it.samverkan.risk",
        "assessor_scores.it.drift.risk",
        "uncertainty.weight_spread",
        "uncertainty.width.sourced",
        "uncertainty.width.official",
        "uncertainty.width.assumption",
        "uncertainty.range_factor",
        "units.users.0662.2025",
        "units.users.growth",
        "projection.population_growth",
        "projection.population_own_trend",
        "projection.tax_base_growth",
        "projection.tax_base_own_trend",
        "projection.revenue_factor",
        "fee_models.per-inhabitant.rate",
        "fee_models.per-inhabitant.index.2025",
        "fee_models.per-inhabitant.index.after",
        "fee_models.fixed-shares.sum",
        "fee_models.fixed-shares.key.0662",
        "fee_models.fixed-shares.key.0617",
        "fee_models.fixed-shares.key.1315",
        "fee_models.prices.objects.workplace.price",
        "fee_models.prices.index.growth",
        "fee_models.tax.share",
        "fee_models.tax.grants",
        "fee_models.tax.key.1.share",
        "fee_models.tax.key.2.share",
        "fee_models.tax.index.wages.share",
        "fee_models.tax.index.wages.growth",
        "fee_models.tax.index.rents.share",
        "fee_models.tax.index.rents.growth",
        "fee_models.tax.volume.price",
        "targets.soliditet",
        "accounts.y2024.staff.budget",
        "bodies.other.staff",
    ]


def test_a_figure_keeps_unit_origin_and_lever(scenario):
    rate = scenario.figures["fee_models.per-inhabitant.rate"]

    assert (rate.value, rate.unit) == (26, "kr/inhabitant")
    assert (rate.origin.kind, rate.origin.document) == ("sourced", "plan")
    assert scenario.figures["weights.risk"].lever


def test_a_ready_made_weight_has_the_unit_weight_and_the_origin_of_its_weighting(scenario):
    weight = scenario.figures["presets.risk-first.risk"]

    assert (weight.value, weight.unit) == (80, "weight")
    assert weight.origin.reason == "Satt för provet."


def test_a_score_has_the_unit_score_and_its_range(scenario):
    score = scenario.figures["scores.samverkan.risk"]

    assert (score.value, score.unit, score.low, score.high) == (2, "score", 1, 3)


def test_a_score_that_is_not_judged_is_missing_and_not_zero(scenario):
    assert scenario.figures["scores.drift.risk"].value is None


def test_a_computed_criterion_has_no_scores(scenario):
    assert not [key for key in scenario.figures if key.endswith(".potential") and "scores" in key]


def test_a_table_gives_each_number_a_range_that_stays_on_the_scale(scenario):
    near_the_end = scenario.figures["potentials.0617.B"]

    assert (near_the_end.low, near_the_end.value, near_the_end.high) == (85, 95, 100)


def test_a_key_of_tax_and_grants_takes_the_grants_of_the_amount(scenario):
    tax = scenario.fee_models[3]

    assert tax.amount == fm.ShareOfTax("fee_models.tax.share", "fee_models.tax.grants")
    assert tax.key == fm.MixedKey(
        (
            ("fee_models.tax.key.1.share", fm.EqualKey()),
            (
                "fee_models.tax.key.2.share",
                fm.TaxKey("tax_and_grants", "fee_models.tax.grants"),
            ),
        )
    )


def test_a_key_with_grants_of_its_own_uses_them(tmp_path):
    scenario = built(
        tmp_path,
        "key: {kind: tax_and_grants}",
        "key: {kind: tax_and_grants, grants: {value: 9, unit: kr/inhabitant, origin: *guess}}",
    )

    assert scenario.fee_models[3].key.parts[1][1].grants == "fee_models.tax.key.2.grants"


def test_a_sum_numbers_its_parts_from_one(tmp_path):
    scenario = built(
        tmp_path,
        "      kind: fixed\n      sum: {value: 9500000, unit: kr, origin: *guess}\n",
        "      kind: sum\n"
        "      parts:\n"
        "        - {kind: fixed, sum: {value: 1, unit: kr, origin: *guess}}\n"
        "        - kind: net_cost\n"
        "          costs:\n"
        "            - id: staff\n"
        "              name: Personal\n"
        "              amount: {value: 2, unit: kr, origin: *guess}\n"
        "              growth: {value: 0.03, unit: share/year, origin: *guess}\n",
    )

    prefix = "fee_models.fixed-shares.parts"
    line = fm.MoneyLine(
        "staff", "Personal", f"{prefix}.2.costs.staff.amount", f"{prefix}.2.costs.staff.growth"
    )
    assert scenario.fee_models[1].amount == fm.SumOf(
        (fm.FixedSum(f"{prefix}.1.sum"), fm.NetCost((line,)))
    )
    assert scenario.value(line.amount) == 2


def test_the_models_to_start_with_are_the_given_or_the_first_two(tmp_path, scenario):
    without = built(tmp_path, "default_models: [per-inhabitant, tax]\n", "")

    assert scenario.default_models == ("per-inhabitant", "tax")
    assert without.default_models == ("per-inhabitant", "fixed-shares")


def test_the_structure_is_kept(scenario):
    assert scenario.own_weights == ("0617",)
    assert scenario.presets == (WeightPreset("risk-first", "Risken först"),)
    assert scenario.criteria[1].value_points == ((1, 0), (2, 50), (4, 100))
    assert scenario.criteria[1].anchors == ((2.0, "något"),)
    assert scenario.alternatives[0].scope == {"A": "joint"}
    assert scenario.long_list[0].id == "0.5"
    assert scenario.paths[0].start == "nu"
    assert scenario.units[0].counts == {"0662": (2025,)}
    assert scenario.bodies[0].members == ("0617", "0662")
    assert scenario.boundary_lists[0].items[0].responsible == {"operation": "joint"}
    assert scenario.documents[0].title == "Verksamhetsplan"


def test_the_same_file_gives_the_same_scenario(scenario):
    again = load_scenario(GOOD, KNOWN)

    assert again == scenario
    assert list(again.figures) == list(scenario.figures)
