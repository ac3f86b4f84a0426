"""The worked examples in ``tests/cases/``, run on the scenarios that ship."""

from pathlib import Path

import pytest
import yaml

from loading.scenario_file import shipped
from model.choices import Choices
from model.evaluate import evaluate_fees
from tests.shipping import COUNTRY, SCENARIOS

FOLDER = Path(__file__).parents[2] / "cases"
CASES = [
    case
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
TABLES = {"fee", "per_inhabitant", "extra", "share"}
SERIES = {"total", "level"}
MONEY, RATIO = 0.006, 5e-9
"""Half an öre, with room for the last bit; half of the last decimal written of a level."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_worked_example_from_the_sources(case):
    expected = case["expect"]
    fees, result = run(case, expected)
    years, places = list(result.years), dict(zip(names(result), range(99), strict=False))
    share = result.fee / result.total[:, None]

    for what in SERIES & set(expected):
        for year, value in expected[what].items():
            given = getattr(result, what)[years.index(year)]
            assert given == pytest.approx(value, abs=tolerance(case, what)), (what, year)
    for what in TABLES & set(expected):
        table = share if what == "share" else getattr(result, what)
        for year, row in expected[what].items():
            for name, value in row.items():
                given = table[years.index(year), places[name]]
                assert given == pytest.approx(value, abs=tolerance(case, what)), (what, year, name)
    if "forecast_from" in expected:
        assert result.forecast_from == expected["forecast_from"]
    if "findings" in expected:
        assert [finding.code for finding in fees.findings] == expected["findings"]


def run(case, expected):
    scenario = SCENARIOS[case["scenario"]]
    body = [body for body in scenario.bodies if body.id == case.get("members")]
    choices = Choices(
        values=tuple(sorted(case.get("set", {}).items())),
        models=(case["model"],),
        members=body[0].members if body else (),
        years=span(scenario, expected),
    )
    fees = evaluate_fees(scenario, choices, COUNTRY)
    return fees, fees.result(case["model"])


def span(scenario, expected):
    """Return the scenario's years, begun earlier or ended later if the example asks for it."""
    asked = [year for what in (TABLES | SERIES) & set(expected) for year in expected[what]]
    return min(*asked, scenario.years[0]), max(*asked, scenario.years[1])


def names(result):
    return [COUNTRY.name_by_code[code] for code in result.members]


def tolerance(case, what):
    return case.get("tolerance", RATIO if what in {"level", "share"} else MONEY)


def test_every_example_has_a_name_of_its_own_and_says_what_it_is_taken_from():
    assert len({case["name"] for case in CASES}) == len(CASES)
    assert all(case["source"] for case in CASES)


def test_every_example_expects_something_that_is_known():
    known = TABLES | SERIES | {"forecast_from", "findings"}

    assert all(case["expect"] and set(case["expect"]) <= known for case in CASES)


def test_every_fee_model_in_the_sources_has_an_example():
    """All of Mediacenter's models and Öland's, and what Sydnärke has and lacks."""
    shown = {(case["scenario"], case["model"]) for case in CASES}
    wanted = {
        (scenario.id, model.id)
        for scenario in SCENARIOS.values()
        for model in scenario.fee_models
        if model.body or model.status in ("current", "former")
    }

    assert wanted | {("sydnarke-it", "volymklausul")} <= shown


def test_the_examples_are_of_scenarios_that_ship():
    assert {case["scenario"] for case in CASES} == {path.stem for path in shipped()}
