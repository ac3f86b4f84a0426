"""What the leader's first place hangs on, as sentences."""

from collections.abc import Sequence

import numpy as np

from model.decision.ranking import TIE
from model.decision.tornado import Bar, Tornado
from model.decision.weight_line import WeightLine
from model.decision.weight_map import Region, WeightMap
from model.scenario import Scenario
from report.names import alternative_names, criterion_names
from report.sentences import joined, odds
from text import t, tn
from text.numbers import percent

NAMED = 2
"""Changes that matter equally and are named in a title; of more, one is."""
PLACES = 9


def weight_words(scenario: Scenario, criterion: str) -> str:
    """Return what a weight is called within a sentence."""
    return t("certainty.weight", criterion=criterion_names(scenario)[criterion])


def score_words(scenario: Scenario, alternative: str, criterion: str) -> str:
    """Return what a score is called within a sentence."""
    return t(
        "certainty.score",
        alternative=alternative_names(scenario)[alternative],
        criterion=criterion_names(scenario)[criterion],
    )


def tornado(scenario: Scenario, found: Tornado) -> str:
    """Say what the lead hangs on most, and how many changes are enough to turn it.

    Args:
        found: With a leader, another alternative and at least one bar.
    """
    widest = round(found.bars[0].swing, PLACES)
    equal = [bar for bar in found.bars if round(bar.swing, PLACES) == widest]
    words = [_bar_words(scenario, bar) for bar in equal]
    what = joined(words)
    if len(equal) > NAMED:
        what = tn("certainty.and_more", len(equal) - 1, what=words[0])
    turning = sum(min(bar.margin_low, bar.margin_high) < 0 for bar in found.bars)
    tied = not found.margin
    key = ("tornado.tied" if tied else "tornado.some") if turning else ""
    values = {
        "what": what,
        "all": len(found.bars),
        "leader": alternative_names(scenario)[found.leader],
    }
    if key:
        return tn(key, turning, **values)
    return t("tornado.tied_none" if tied else "tornado.none", **values)


def shared(found: Tornado) -> str:
    """Say how many changes make the leader share first place; empty if none, or if it does now."""
    level = sum(min(bar.margin_low, bar.margin_high) == 0 for bar in found.bars)
    return tn("tornado.shared", level) if level and found.margin else ""


def _bar_words(scenario: Scenario, bar: Bar) -> str:
    if bar.alternative is None:
        return weight_words(scenario, bar.criterion)
    return score_words(scenario, bar.alternative, bar.criterion)


def weight_line(scenario: Scenario, found: WeightLine) -> str:
    """Say who is first where, as one weight goes from nothing to everything."""
    if not found.segments:
        return t("line.none")
    criterion = criterion_names(scenario)[found.criterion]
    if len(twins(found, found.segments[0].leader)) == len(found.alternatives):
        return t("line.level", criterion=criterion)
    names = {one.leader: together(scenario, found, one.leader) for one in found.segments}
    first, *others = names.values()
    edges = [edge_words(at) for at, _, _ in found.switches]
    values = {"first": first, "criterion": criterion}
    match others:
        case []:
            return t("line.always", **values)
        case [last]:
            return t("line.one", edge=edges[0], last=last, **values)
        case [second, last]:
            return t(
                "line.two", edge=edges[0], second=second, edge_two=edges[1], last=last, **values
            )
        case _:
            at, before, after = min(found.switches, key=lambda one: abs(one[0] - found.share))
            return t(
                "line.many",
                count=len(edges),
                edge=edge_words(at),
                before=names[before],
                after=names[after],
                **values,
            )


def together(scenario: Scenario, found: WeightLine, leader: str) -> str:
    """Return the name of one that is first, with those that have its totals all along the line."""
    names = alternative_names(scenario)
    return joined([names[name] for name in twins(found, leader)])


def twins(found: WeightLine, leader: str) -> list[str]:
    """Return the ids of those that have the same totals all along the line, itself among them."""
    apart = np.abs(found.ends - found.ends[found.alternatives.index(leader)])
    alike = (apart <= TIE).all(axis=1)
    return [name for name, same in zip(found.alternatives, alike, strict=True) if same]


def edge_words(share: float) -> str:
    """Return a share at which something turns; one that is not quite all or none is told so."""
    return percent(share, 0 if 0.005 <= share <= 0.995 else 1)


def weight_map(scenario: Scenario, found: WeightMap) -> str:
    """Say who is first over most of the map."""
    if not found.regions:
        return t("map.none")
    names = alternative_names(scenario)
    ordered = sorted(found.regions, key=lambda region: -region.share)
    first, *others = (
        joined([names[name] for name in (region.alternative, *region.tied)]) for region in ordered
    )
    if not others:
        return t("map.whole", first=first)
    share, share_two = (odds(region.share) for region in ordered[:2])
    return t("map.most", first=first, share=share, second=others[0], share_two=share_two)


def map_notes(scenario: Scenario, regions: Sequence[Region], shown: Sequence[str]) -> list[str]:
    """Say who shares a region, and who has none.

    Args:
        shown: Ids of the alternatives that could have one.
    """
    names = alternative_names(scenario)
    lines = [
        t(
            "map.tied",
            alternative=names[one.alternative],
            others=joined([names[other] for other in one.tied]),
        )
        for one in regions
        if one.tied
    ]
    first = {name for one in regions for name in (one.alternative, *one.tied)}
    nowhere = [names[name] for name in shown if name not in first]
    if nowhere:
        lines.append(t("map.nowhere", alternatives=joined(nowhere)))
    return lines
