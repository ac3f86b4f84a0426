"""What a pre-study should find out first, as sentences."""

from collections.abc import Sequence

from model.decision.evidence import Evidence
from model.scenario import Scenario
from report.certainty_sentences import score_words
from report.names import alternative_names, figure_name
from report.sentences import odds, verdict
from text import t
from text.numbers import percent, plain

SEEN = 0.02
"""A figure that is worth less than this share of the draws is nothing to find out."""


def first(scenario: Scenario, found: Sequence[Evidence], leader: str, share: float) -> str:
    """Say what to find out first.

    Args:
        found: Most worth first.
        share: Of the draws in which the leader is first today; nan where it cannot be ranked.
    """
    name = alternative_names(scenario)[leader]
    if share != share:
        return t("evidence.left_out", leader=name)
    if not found:
        return t("evidence.no_ranges")
    best = found[0]
    if not matters(found):
        kind = "nothing" if verdict(share) == "firm" else "spread_out"
        return t(f"evidence.{kind}", leader=name, share=odds(share))
    low, high = (end_words(scenario, best.figure, end) for end in (best.low, best.high))
    words = t(
        "evidence.first",
        what=figure_words(scenario, best),
        leader=name,
        low=low,
        high=high,
        share_low=odds(best.leader_low),
        share_high=odds(best.leader_high),
    )
    names = alternative_names(scenario)
    takers = [
        t("evidence.taker", end=end, other=names[first])
        for end, first in ((low, best.first_low), (high, best.first_high))
        if first != leader
    ]
    if len(takers) == 2 and best.first_low == best.first_high:
        takers = [t("evidence.taker_both", other=names[best.first_low])]
    return " ".join((words, *takers))


def matters(found: Sequence[Evidence]) -> bool:
    """Tell whether anything is worth finding out."""
    return bool(found) and found[0].worth >= SEEN


def title(scenario: Scenario, found: Sequence[Evidence], leader: str) -> str:
    """Say how far apart the leader's shares of first places are."""
    best = found[0]
    least, most = sorted((best.leader_low, best.leader_high))
    return t(
        "evidence.title",
        what=figure_words(scenario, best),
        leader=alternative_names(scenario)[leader],
        least=odds(least),
        most=odds(most),
    )


def often(scenario: Scenario, share: float, first: str) -> str:
    """Say how often the leader is first when a figure is known, and who is first most often."""
    return t("evidence.often", share=odds(share), first=alternative_names(scenario)[first])


def figure_words(scenario: Scenario, one: Evidence) -> str:
    """Return what a figure is called within a sentence."""
    if one.alternative is not None:
        return score_words(scenario, one.alternative, one.criterion)
    name = figure_name(scenario, one.figure, {})
    return name[0].lower() + name[1:]


def end_words(scenario: Scenario, figure: str, end: float) -> str:
    """Return a figure's end without its unit's words: a score as it stands, a share in per cent."""
    if scenario.figures[figure].unit == "share":
        return percent(end, 0)
    return plain(end, 2)
