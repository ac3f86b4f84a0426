"""``robust``: does the ranking hold if one thinks differently?"""

import argparse

from commands.certainty import Certainty, certainty
from commands.common import UsageError, changes, computed, print_json, read, whole
from loading.data_tables import load_municipal
from model.choices import WEIGHT_DRAWS, Choices
from model.scenario import Scenario, WeightDraws
from report import as_data_certainty as as_data
from text import t
from text.numbers import parsed

MOST_DRAWS = 10_000_000
LAST_SEED = 2**63 - 1
SPREAD = "uncertainty.weight_spread"


def robust(given: argparse.Namespace) -> int:
    """Tell how sure the ranking is."""
    country = load_municipal()
    scenario = read(given.file, country)
    draws = whole("--draws", given.draws, 1, MOST_DRAWS)
    seed = scenario.seed if given.seed is None else whole("--seed", given.seed, 0, LAST_SEED)
    kind, spread = _weights(given.weights)
    values = changes(given, scenario) | ({} if spread is None else {SPREAD: spread})
    choices = Choices(values=tuple(sorted(values.items())), weight_draws=kind)
    result = computed(
        scenario, country, lambda: certainty(scenario, choices, country, seed=seed, draws=draws)
    )
    if given.json:
        print_json(_data(scenario, choices, result))
    else:
        from commands.robust_table import print_certainty  # pandas takes a while to import

        print_certainty(scenario, choices, result)
    return 0


def _weights(written: str) -> tuple[WeightDraws, float | None]:
    """Read which weights to try: a kind, or near:0.1 for near today's within ± 10 %."""
    kind, colon, spread = written.partition(":")
    share = parsed(spread) if colon else None
    if kind == "near" and share is not None and 0 <= share <= 1:
        return "near", share
    if colon or kind not in WEIGHT_DRAWS:
        raise UsageError(t("cli.weights", found=written))
    return kind, None


def _data(scenario: Scenario, choices: Choices, result: Certainty) -> dict[str, object]:
    kind = choices.weight_draws
    return {
        **as_data.acceptability(scenario, result.found),
        "switch": [
            as_data.switch(scenario, result.problem, one.alternative, one.weights, one.steps)
            for one in result.switches
        ],
        "dominance": as_data.dominance(result.dominance),
        "scenario": scenario.id,
        "weights": {"kind": kind, "spread": result.spread if kind == "near" else None},
        "standard_error": as_data.standard_errors(scenario, result.found),
        "exact": result.exact is not None,
        "tornado": as_data.tornado(result.tornado),
        "evidence": as_data.evidence(result.evidence),
    }
