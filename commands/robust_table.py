"""``robust`` in words: what the page Robusthet shows, as sentences and tables."""

from commands.certainty import Certainty, Switch
from commands.chart_table import print_chart, print_numbers
from commands.common import print_lines
from model.choices import Choices
from model.scenario import Scenario
from report import acceptability as words
from report import certainty_charts, evidence_sentences, switch_sentences
from report.names import alternative_names
from report.sentences import missing_scores
from text import t


def print_certainty(scenario: Scenario, choices: Choices, result: Certainty) -> None:
    """Write how sure the ranking is, as sentences and tables."""
    decision, found = result.decision, result.found
    print(scenario.title)
    if decision.leader is None:
        print(t("robustness.no_leader"))
        return
    _print_answer(scenario, choices, result)
    if len(found.alternatives) > 1:
        print_chart(words.duels(scenario, choices, decision, found))
    print_chart(words.central(scenario, choices, decision, found))
    confidence = words.confidence(scenario, found)
    if confidence:
        print(f"\n{t('robustness.confidence.about')}")
        print_lines(confidence)
    _print_switches(scenario, result)
    print(f"\n{t('page.robustness.dominance')}")
    print_lines(switch_sentences.dominated(scenario, result.dominance))
    if len(found.alternatives) > 1:
        _print_causes(scenario, result)


def _print_answer(scenario: Scenario, choices: Choices, result: Certainty) -> None:
    """Write how often each takes each place."""
    decision, found = result.decision, result.found
    if result.exact is None:
        lines = words.answer(scenario, choices, decision, found)
    else:
        lines = (words.exactly(scenario, choices, result.exact),)
    print("\n".join(line for line in (*lines, missing_scores(scenario, decision)) if line))
    places = words.places(scenario, choices, decision, found, ())
    print(f"\n{t('cli.exact_places') if result.exact else places.subtitle}")
    print_numbers(places)
    if result.exact is None:
        print(places.note, t("cli.seed_used", seed=found.seed))


def _print_switches(scenario: Scenario, result: Certainty) -> None:
    """Write what would have to be true for each that is not first and can be ranked."""
    print(f"\n{t('page.robustness.switch')}")
    ranked = result.problem.judged.alternatives
    behind = [one for one in result.switches if one.alternative in ranked]
    if not behind:
        print(t("switch.alone" if len(result.decision.tied) == 1 else "switch.all_tied"))
    for one in behind:
        _print_switch(scenario, result, one)


def _print_switch(scenario: Scenario, result: Certainty, one: Switch) -> None:
    print(t("switch.first", alternative=alternative_names(scenario)[one.alternative]))
    print_lines(
        (
            switch_sentences.by_weights(scenario, result.problem, one.weights),
            switch_sentences.by_scores(scenario, one.alternative, one.steps),
        )
    )
    for line in switch_sentences.origins(scenario, one.steps or ()):
        print(f"  {line}")


def _print_causes(scenario: Scenario, result: Certainty) -> None:
    """Write what the first place hangs on most, and what to find out first."""
    leader, bars = result.decision.leader, len(result.tornado.bars)
    if bars:
        print_chart(certainty_charts.tornado(scenario, result.tornado, result.spread, "", bars))
    share = dict(zip(result.found.alternatives, result.found.ranks[:, 0], strict=True))[leader]
    print(f"\n{t('page.robustness.evidence')}")
    print(evidence_sentences.first(scenario, result.evidence, leader, float(share)))
