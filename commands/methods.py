"""``methods``: the alternatives ranked by other methods than the weighted sum."""

import argparse

from commands.common import changes, computed, print_json, print_lines, print_table, read
from loading.data_tables import load_municipal
from model.choices import Choices
from model.decision.cross_check import CrossCheck, cross_check
from model.evaluate import evaluate_problem
from model.scenario import Scenario
from report import as_data_methods
from report import method_sentences as sentences
from report.names import alternative_names
from text import t
from text.numbers import MISSING, number


def methods(given: argparse.Namespace) -> int:
    """Rank the alternatives by four methods."""
    country = load_municipal()
    scenario = read(given.file, country)
    choices = Choices(values=tuple(sorted(changes(given, scenario).items())))
    problem, _ = computed(scenario, country, lambda: evaluate_problem(scenario, choices, country))
    found = cross_check(problem)
    if given.json:
        print_json(as_data_methods.methods(scenario, found))
    else:
        _print(scenario, found)
    return 0


def _print(scenario: Scenario, found: CrossCheck | None) -> None:
    print(scenario.title)
    if found is None:
        print(t("robustness.no_leader"))
        return
    if len(found.alternatives) < 2:
        print(t("switch.alone"))
        return
    print(f"{sentences.finding(scenario, found)}.\n")
    print_table(_rank_rows(scenario, found))
    lines = [sentences.disagreement(scenario, one) for one in found.disagreements]
    lines += [sentences.shared(scenario, one, found.results[0]) for one in found.results]
    print_lines(line for line in lines if line)
    print(f"\n{t('methods.numbers')}")
    print_table(_agreement_rows(found))


def _rank_rows(scenario: Scenario, found: CrossCheck) -> list[list[str]]:
    """Return each alternative's rank by each method, our own order first."""
    names = alternative_names(scenario)
    ranks = dict(
        zip(
            found.alternatives, zip(*(one.ranks for one in found.results), strict=True), strict=True
        )
    )
    ranked = sorted(ranks, key=ranks.__getitem__)
    gaps = [name for name in names if name not in ranks]
    return [
        [t("chart.ranking.item"), *(sentences.method_name(one.method) for one in found.results)],
        *([names[name], *map(str, ranks[name])] for name in ranked),
        *([names[name], *[MISSING] * len(found.results)] for name in gaps),
    ]


def _agreement_rows(found: CrossCheck) -> list[list[str]]:
    """Return how alike each method's ranking is to ours."""
    heading = ("method", "order", "tau", "top")
    return [
        [t(f"methods.column.{name}") for name in heading],
        *(
            [
                sentences.method_name(one.method),
                sentences.order(tau),
                number(tau, 2),
                number(top, 2),
            ]
            for one, tau, top in zip(
                found.results[1:], found.tau_b[0, 1:], found.weighted_rank[0, 1:], strict=True
            )
        ),
    ]
