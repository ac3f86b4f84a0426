"""What other methods say, as plain data for JSON, unrounded; what cannot be told is null."""

from model.decision.cross_check import CrossCheck, Disagreement
from model.municipal import FloatArray
from model.scenario import Scenario
from report.as_data import Numbers, by_name
from report.method_sentences import disagreement

METHODS = {
    "weighted_sum": "weighted_sum",
    "topsis": "topsis",
    "vikor": "vikor",
    "promethee": "promethee_ii",
}
"""What each method is called in the data."""


def methods(scenario: Scenario, found: CrossCheck | None) -> dict[str, object]:
    """Return each method's totals and ranks, how well they agree, and why they do not.

    Args:
        found: None where no alternative has a total.
    """
    gaps = dict.fromkeys(one.id for one in scenario.alternatives)
    totals, ranks = (dict.fromkeys(METHODS.values(), gaps) for _ in range(2))
    between = dict.fromkeys(METHODS.values(), dict.fromkeys(METHODS.values()))
    for one in found.results if found else ():
        totals[METHODS[one.method]] = gaps | by_name(found.alternatives, one.scores)
        ranks[METHODS[one.method]] = gaps | by_name(found.alternatives, one.ranks)
    return {
        "totals": totals,
        "ranks": ranks,
        "agreement": {
            "kendall": _between(found.tau_b) if found else between,
            "weighted_spearman": _between(found.weighted_rank) if found else between,
        },
        "disagreements": [_why(scenario, one) for one in (found.disagreements if found else ())],
        "scenario": scenario.id,
        "lower_is_better": ["vikor"],
        "vikor_proposes": _proposed(found) if found else [],
    }


def _between(numbers: FloatArray) -> dict[str, Numbers]:
    names = METHODS.values()
    return {name: by_name(names, row) for name, row in zip(names, numbers, strict=True)}


def _proposed(found: CrossCheck) -> list[str]:
    named = zip(found.alternatives, found.vikor.proposed, strict=True)
    return [name for name, proposed in named if proposed]


def _why(scenario: Scenario, one: Disagreement) -> dict[str, object]:
    return {
        "method": METHODS[one.method],
        "first": one.first,
        "weighted_sum_first": one.ours,
        "reason": one.reason,
        "criterion": one.criterion,
        "words": disagreement(scenario, one),
    }
