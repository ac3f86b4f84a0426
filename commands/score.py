"""``score``: the alternatives weighed and ranked."""

import argparse

from commands.common import changes, computed, print_json, print_table, read
from loading.data_tables import load_municipal
from model.choices import Choices
from model.decision.decide import Decision
from model.evaluate import evaluate_decision
from model.scenario import Scenario
from report import as_data, sentences
from report.names import alternative_names, criterion_names
from text import t
from text.numbers import MISSING, number, percent


def score(given: argparse.Namespace) -> int:
    """Score and rank the alternatives."""
    country = load_municipal()
    scenario = read(given.file, country)
    choices = Choices(values=tuple(sorted(changes(given, scenario).items())))
    result = computed(scenario, country, lambda: evaluate_decision(scenario, choices, country))
    if given.json:
        print_json(as_data.score(scenario, result))
    else:
        _print(scenario, result)
    return 0


def _print(scenario: Scenario, result: Decision) -> None:
    words, criteria = alternative_names(scenario), criterion_names(scenario)
    print(scenario.title)
    print(sentences.leader(scenario, result))
    print(sentences.robustness(scenario, result))
    print()
    rows = [[t("cli.rank"), t("chart.ranking.item"), t("cli.total"), *criteria.values()]]
    for name in sentences.ranked(result):
        row = result.alternatives.index(name)
        rank = result.ranks[row]
        rows.append(
            [
                MISSING if rank is None else str(rank),
                words[name],
                number(result.totals[row], 1),
                *(number(value, 1) for value in result.contributions[row]),
            ]
        )
    rows.append(["", t("cli.weight"), "", *(percent(share) for share in result.shares)])
    spans = (f"{percent(low, 0)}–{percent(high, 0)}" for low, high in result.stability)
    rows.append(["", t("cli.stability"), "", *spans])
    print_table(rows)
    print(sentences.stability(scenario, result))
