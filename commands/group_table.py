"""``group`` in words: what the page Bedömare shows, as sentences and tables."""

from commands.chart_table import print_numbers
from commands.common import print_lines, print_table
from model.decision.group.decide_together import GroupDecision
from model.decision.group.joint_ranking import JointRanking
from model.scenario import Scenario, Voices
from report import group_charts, group_words
from report import group_sentences as sentences
from report.names import Names, alternative_names
from text import t


def print_group(scenario: Scenario, voices: Voices, result: GroupDecision, names: Names) -> None:
    """Write what the assessors say, each for themselves and together.

    Args:
        names: What the assessors are called, by id.
    """
    print(scenario.title)
    print("\n".join(sentences.answer(scenario, result, voices, names)))
    print_lines(sentences.reservations(scenario, result.judgements, names))
    if result.joint is None:
        return
    print(f"\n{t('cli.group_places')}")
    print_numbers(group_charts.places(scenario, result, voices, names))
    print(f"\n{t('page.assessors.rules')}")
    print_table(_rule_rows(scenario, result.joint))
    count = len(result.joint.assessors)
    told = {
        "stated": [group_words.stated(result.stated)],
        "spread": [
            group_words.weights_apart(scenario, result.weight_spread, names, count),
            group_words.scores_apart(scenario, result.score_spread, names, count),
        ],
        "pairs": [group_words.widest_pair(scenario, result.pairs, names)],
        "agree": [group_words.agreement(scenario, result.agreement)],
    }
    for part, lines in told.items():
        print(f"\n{t(f'page.assessors.{part}')}")
        print("\n".join(lines))


def _rule_rows(scenario: Scenario, joint: JointRanking) -> list[list[str]]:
    """Return what each rule gives each alternative, the first by the mean first."""
    names, mean = alternative_names(scenario), joint.result("mean")
    rows = [
        (
            mean.ranks[place],
            [names[name], *(sentences.rule_cell(one, place) for one in joint.results)],
        )
        for place, name in enumerate(joint.alternatives)
    ]
    ordered = [row for _, row in sorted(rows, key=lambda one: one[0])]
    heading = [t(f"assessors.rule.{one.rule}") for one in joint.results]
    return [[t("chart.ranking.item"), *heading], *ordered]
