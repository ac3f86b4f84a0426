"""Where several assessors are furthest apart, why, and what would bring them together."""

from collections.abc import Sequence

from model.decision.group.acceptance import StatedChoice
from model.decision.group.agreement import Agreement, Standing, Step
from model.decision.group.pairs import Pair
from model.decision.group.spread import ScoreSpread, WeightSpread
from model.decision.ranking import TIE
from model.scenario import Scenario
from report.group_sentences import who
from report.names import Names, alternative_names, criterion_names
from report.sentences import joined
from text import t
from text.numbers import number, percent, plain


def weights_apart(
    scenario: Scenario, spreads: Sequence[WeightSpread], names: Names, count: int
) -> str:
    """Say which criterion they weigh most differently.

    Args:
        spreads: The widest first.
        count: How many are counted.
    """
    if not spreads or not spreads[0].lowest:
        return t("assessors.apart.weights_same")
    widest = spreads[0]
    return t(
        "assessors.apart.weights",
        criterion=criterion_names(scenario)[widest.criterion],
        low=percent(widest.low, 0),
        lowest=who(widest.lowest, names, count),
        high=percent(widest.high, 0),
        highest=who(widest.highest, names, count),
    )


def scores_apart(
    scenario: Scenario, spreads: Sequence[ScoreSpread], names: Names, count: int
) -> str:
    """Say which score they judge most differently, the widest first in ``spreads``."""
    if not spreads:
        return t("assessors.apart.scores_same")
    widest = spreads[0]
    return t(
        "assessors.apart.scores",
        alternative=alternative_names(scenario)[widest.alternative],
        criterion=criterion_names(scenario)[widest.criterion],
        low=plain(widest.low, 2),
        lowest=who(widest.lowest, names, count),
        high=plain(widest.high, 2),
        highest=who(widest.highest, names, count),
    )


def widest_pair(scenario: Scenario, found: Sequence[Pair], names: Names) -> str:
    """Say which two are furthest apart, and how much of it comes from weights and from scores.

    Those without a first choice in common go before those who only differ in points.
    """
    if not found:
        return t("assessors.apart.none")
    pair = max(found, key=lambda one: (one.measure == "margin", one.difference))
    shorts = alternative_names(scenario)
    if pair.difference <= TIE:
        return t("assessors.pairs.same")
    both = {"one": names[pair.one], "other": names[pair.other]}
    if pair.first:
        first, second = (shorts[name] for name in pair.first)
        opening = t("assessors.pairs.margin", first=first, second=second, **both)
    else:
        points = number(pair.difference, 1)
        opening = t("assessors.pairs.distance", difference=points, **both)
    return f"{opening} {_parts(pair)}"


def _parts(pair: Pair) -> str:
    """Say what comes from weights and what from scores; a part below zero draws them together."""
    if pair.weights < -TIE:
        return t("assessors.pairs.weights_draw")
    if pair.scores < -TIE:
        return t("assessors.pairs.scores_draw")
    if pair.scores <= TIE:
        return t("assessors.pairs.weights_all")
    if pair.weights <= TIE:
        return t("assessors.pairs.scores_all")
    return t(
        "assessors.pairs.both",
        weights=percent(pair.weights_share, 0),
        scores=percent(pair.scores_share, 0),
    )


def part_words(points: float, share: float | None, pair: Pair) -> str:
    """Return a part of a pair's difference: points, and its share where neither is below zero."""
    if share is None or min(pair.weights, pair.scores) < -TIE:
        return number(points, 1)
    return t("step.points", points=number(points, 1), share=percent(share, 0))


def agreement(scenario: Scenario, found: Agreement) -> str:
    """Say which single agreement would bring most of them together."""
    if found.today is None or found.outcome in ("alone", "nothing"):
        key = "alone" if found.outcome == "alone" else "nothing"
        return t(f"assessors.agree.{key}")
    shorts, today, step = alternative_names(scenario), found.today, found.step
    if step is None:
        return t("assessors.agree.agreed", alternative=_on(shorts, today))
    what = _what(scenario, step)
    if found.outcome == "nearer":
        return t(
            "assessors.agree.nearer",
            what=what,
            before=number(today.distance, 1),
            after=number(step.after.distance, 1),
        )
    return t(
        "assessors.agree.gathers",
        what=what,
        after=step.after.together,
        all=len(found.assessors),
        alternative=_on(shorts, step.after),
        before=today.together,
    )


def _on(shorts: Names, standing: Standing) -> str:
    return f" {t('assessors.or')} ".join(shorts[name] for name in standing.on)


def _what(scenario: Scenario, step: Step) -> str:
    """Name the step: a weight that all give, or a score."""
    criterion = criterion_names(scenario)[step.criterion]
    if step.alternative is None:
        ends = [percent(end, 0) for end in (step.agreed, step.low, step.high)]
        return t(
            "assessors.agree.weight", criterion=criterion, agreed=ends[0], low=ends[1], high=ends[2]
        )
    return t(
        "assessors.agree.score",
        alternative=alternative_names(scenario)[step.alternative],
        criterion=criterion,
        agreed=plain(step.agreed, 1),
        low=plain(step.low, 2),
        high=plain(step.high, 2),
    )


def stated(found: Sequence[StatedChoice]) -> str:
    """Say how many of those who have stated a preference have it as their first choice."""
    if not any(one.preferred for one in found):
        return t("assessors.stated.none")
    told = [one for one in found if one.verdict != "none"]
    if not told:
        return t("assessors.stated.uncounted")
    agreeing = sum(one.verdict == "agrees" for one in told)
    if agreeing == len(told):
        return t("assessors.stated.all")
    return t("assessors.stated.some", count=agreeing, all=len(told))


def choice_words(scenario: Scenario, alternatives: Sequence[str]) -> str:
    """Return alternatives in a table's cell; none as a dash."""
    shorts = alternative_names(scenario)
    return joined([shorts[name] for name in alternatives]) or "–"
