"""What every shipped scenario gives today: ``python -m tests.golden.write`` writes it down.

Run it after a change that is meant to move a figure, read the difference (``git diff
tests/golden``) and explain it in ``CHANGELOG.md``: readers have printed reports. The files hold
each fee model's total in the scenario's first and last year, on its own body's members where the
source names one and else on the scenario's, and each alternative's total.
"""

import json
import math
from pathlib import Path

from model.choices import Choices
from model.evaluate import evaluate_decision, evaluate_fees
from model.fee_model import FeeModel
from model.scenario import Scenario
from tests.shipping import COUNTRY, SCENARIOS

FOLDER = Path(__file__).parent


def totals(scenario: Scenario) -> dict[str, dict]:
    """Return what is compared: fee models in kronor, alternatives in points of 100."""
    decision = evaluate_decision(scenario, Choices(), COUNTRY)
    points = dict(zip(decision.alternatives, map(float, decision.totals), strict=True))
    return {
        "fees": {model.id: _fees(scenario, model) for model in scenario.fee_models},
        "alternatives": {
            name: None if math.isnan(total) else total for name, total in points.items()
        },
    }


def _fees(scenario: Scenario, model: FeeModel) -> dict[str, float]:
    body = next((body for body in scenario.bodies if body.id == model.body), None)
    choices = Choices(models=(model.id,), members=body.members if body else ())
    result = evaluate_fees(scenario, choices, COUNTRY).result(model.id)
    return {str(year): float(result.total[row]) for row, year in _ends(result.years)}


def _ends(years):
    return (0, int(years[0])), (len(years) - 1, int(years[-1]))


def main() -> None:
    """Write one file per shipped scenario and take away those of scenarios that are gone."""
    for path in FOLDER.glob("*.json"):
        path.unlink()
    for name, scenario in SCENARIOS.items():
        text = json.dumps(totals(scenario), ensure_ascii=False, indent=2)
        (FOLDER / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")
        print(f"tests/golden/{name}.json")


if __name__ == "__main__":
    main()
