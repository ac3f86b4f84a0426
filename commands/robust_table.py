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
    print(scenario.title)
    alone = len(result.problem.judged.alternatives) < 2
    _print_answer(scenario, choices, result, alone=alone)
    if alone:
        return
    if result.exact is None:
        _print_drawn(scenario, choices, result)
    else:
        _print_exact(scenario, choices, result)
    print_chart(words.central(scenario, choices, result.decision, result.found))
    _print_switches(scenario, result)
    print(f"\n{t('page.robustness.dominance')}")
    print_lines(switch_sentences.dominated(scenario, result.dominance))
    _print_causes(scenario, result)


def _print_answer(scenario: Scenario, choices: Choices, result: Certainty, *, alone: bool) -> None:
    """Write who is first how often, and who cannot be ranked."""
    decision = result.decision
    if result.exact is None or alone:
        lines = words.answer(scenario, choices, decision, result.found)
    else:
        lines = (words.exactly(scenario, choices, result.exact),)
    print("\n".join(line for line in (*lines, missing_scores(scenario, decision)) if line))


def _print_drawn(scenario: Scenario, choices: Choices, result: Certainty) -> None:
    """Write how often each takes each place, is above each other and is surely first."""
    decision, found = result.decision, result.found
    places = words.places(scenario, choices, decision, found, ())
    print(f"\n{places.subtitle}")
    print_numbers(places)
    print(places.note, t("cli.seed_used", seed=found.seed))
    print_chart(words.duels(scenario, choices, decision, found))
    confidence = words.confidence(scenario, found)
    if confidence:
        print(f"\n{t('robustness.confidence.about')}")
        print_lines(confidence)


def _print_exact(scenario: Scenario, choices: Choices, result: Certainty) -> None:
    """Write for how many of the weights each takes each place and is above each other."""
    decision, found = result.decision, result.found
    print(f"\n{t('cli.exact_places')}")
    print_numbers(words.places(scenario, choices, decision, found, ()))
    print(f"\n{t('cli.exact_duels')}")
    print_numbers(words.duels(scenario, choices, decision, found))


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
