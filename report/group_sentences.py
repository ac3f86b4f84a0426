"""What several assessors say together, as sentences a director can read out."""

from collections.abc import Iterable, Sequence

import numpy as np

from model.decision.group.assessors import Excluded, Judgements
from model.decision.group.decide_together import GroupDecision
from model.decision.group.joint_ranking import JointRanking, RuleResult
from model.scenario import Scenario, Voices
from report.names import Names, alternative_names, criterion_names
from report.sentences import joined
from text import t, tn
from text.numbers import number

MOST_NAMED = 5
"""Assessors that a sentence names; more are counted."""


def answer(
    scenario: Scenario, found: GroupDecision, voices: Voices, names: Names
) -> tuple[str, ...]:
    """Say who is first together, how united they are, who is last, and if the rules disagree.

    Args:
        names: What the assessors are called, by id.
    """
    counted = found.judgements.counted
    if not counted.assessors:
        return (t("assessors.nobody_counted"),)
    if found.joint is None:
        return (t("assessors.nothing_compared"),)
    shorts = alternative_names(scenario)
    if len(counted.assessors) == 1:
        name, first = names[counted.assessors[0]], _all(shorts, counted.first[0])
        return (t("assessors.only_one", name=name, first=first),)
    lines = (
        f"{_first(shorts, found.joint, voices)} {_unity(shorts, counted, found.joint, names)}",
        " ".join(part for part in (_last(shorts, found), rules(shorts, found.joint)) if part),
    )
    return tuple(line for line in lines if line)


def _first(shorts: Names, joint: JointRanking, voices: Voices) -> str:
    """Say who is first by the mean, and by how much."""
    mean, how = joint.result("mean"), t(f"assessors.how.{voices}")
    if len(joint.alternatives) == 1:
        return t("assessors.first.only", alternative=shorts[mean.first[0]])
    if len(mean.first) > 1:
        return t("assessors.first.tied", alternatives=_all(shorts, mean.first), how=how)
    points = dict(zip(joint.alternatives, mean.points.tolist(), strict=True))
    leader = mean.first[0]
    best = max(points[name] for name in points if name != leader)
    second = [name for name in joint.alternatives if points[name] == best and name != leader]
    # As the reader subtracts the totals shown.
    margin = round(points[leader], 1) - round(best, 1)
    return t(
        "assessors.first.leads" if margin >= 0.05 else "assessors.first.hair",
        alternative=shorts[leader],
        how=how,
        margin=number(margin, 1),
        runner_up=_all(shorts, second),
    )


def _unity(shorts: Names, judged: Judgements, joint: JointRanking, names: Names) -> str:
    """Say how many have the same first choice, and what the others have."""
    first, count = joint.result("mean").first, len(judged.assessors)
    groups: dict[tuple[str, ...], list[str]] = {}
    for name, own in zip(judged.assessors, judged.first, strict=True):
        groups.setdefault(own, []).append(name)
    with_it = {
        own: members for own, members in groups.items() if len(first) == 1 and first[0] in own
    }
    others = [
        t("assessors.others", who=who(members, names, count), alternatives=_shared(shorts, own))
        for own, members in groups.items()
        if own not in with_it
    ]
    agreeing = sum(map(len, with_it.values()))
    if len(first) > 1:
        return f"{', '.join(others)}." if len(groups) > 1 else t("assessors.as_tied")
    if agreeing == count:
        said = t("assessors.unity.both") if count == 2 else t("assessors.unity.all", all=count)
    elif agreeing:
        said = t("assessors.unity.some", count=agreeing, all=count)
    else:
        said = t("assessors.unity.none")
    if any(len(own) > 1 for own in with_it):
        said = t("assessors.unity.shared", said=said)
    return f"{'; '.join(part for part in (said, ', '.join(others)) if part)}."


def _last(shorts: Names, found: GroupDecision) -> str:
    """Say which alternatives nobody ranks last, or which somebody does, whichever are fewer."""
    every = found.judgements.alternatives
    lasts = [name for name in every if name not in found.nobodys_last]
    if len(every) < 2:
        return ""
    if not found.nobodys_last:
        return t("assessors.last.each")
    if len(lasts) == 1:
        return t("assessors.last.same", alternative=shorts[lasts[0]])
    if len(lasts) < len(found.nobodys_last):
        return t("assessors.last.only", alternatives=_all(shorts, lasts))
    return t("assessors.last.nobody", alternatives=_all(shorts, found.nobodys_last))


def rules(shorts: Names, joint: JointRanking) -> str:
    """Say where the two rules on ranks put another first than the mean does; empty if neither."""
    mean = joint.result("mean").first
    others: dict[tuple[str, ...], list[str]] = {}
    for rule in ("borda", "copeland"):
        first = joint.result(rule).first
        if first != mean:
            others.setdefault(first, []).append(t(f"assessors.rule_said.{rule}"))
    return " ".join(
        tn(
            "assessors.rule_first",
            len(first),
            rules=joined(rules),
            alternatives=_all(shorts, first),
        )
        for first, rules in others.items()
    )


def rules_agree(joint: JointRanking) -> bool:
    """Tell whether all three rules put the same first."""
    return len({result.first for result in joint.results}) == 1


def rule_cell(result: RuleResult, place: int) -> str:
    """Return what a rule gives an alternative, with its rank."""
    points = float(result.points[place])
    words = number(points, 0 if result.rule == "copeland" else 1, sign=result.rule == "copeland")
    return t("assessors.points_rank", points=words, rank=result.ranks[place])


def reservations(scenario: Scenario, judged: Judgements, names: Names) -> list[str]:
    """Say who is not counted and why, whose weights are incomplete, and what is not compared."""
    told = [
        _excluded(scenario, names[name], why)
        for name, why in zip(judged.assessors, judged.excluded, strict=True)
        if why
    ]
    told += [
        t("assessors.incomplete", name=names[name])
        for name, basis in zip(judged.assessors, judged.weights_from, strict=True)
        if basis == "incomplete"
    ]
    if judged.left_out:
        shorts = alternative_names(scenario)
        left_out = _all(shorts, judged.left_out)
        told.append(tn("assessors.left_out", len(judged.left_out), alternatives=left_out))
    return told


def _excluded(scenario: Scenario, name: str, why: Excluded) -> str:
    if why.reason == "weights":
        return t("assessors.excluded.weights", name=name)
    alternative, criterion = why.missing[0]
    return tn(
        "assessors.excluded.scores",
        len(why.missing),
        name=name,
        alternative=alternative_names(scenario)[alternative],
        criterion=criterion_names(scenario)[criterion],
        others=len(why.missing) - 1,
    )


def who(members: Sequence[str], names: Names, count: int, most: int = MOST_NAMED) -> str:
    """Return assessors by name; more than there is room for as how many of all."""
    if len(members) > most:
        return t("assessors.of_all", count=len(members), all=count)
    return joined([names[name] for name in members])


def _all(shorts: Names, alternatives: Iterable[str]) -> str:
    return joined([shorts[name] for name in alternatives])


def _shared(shorts: Names, first: Sequence[str]) -> str:
    """Return a first choice; several that share it are told as one place."""
    words = _all(shorts, first)
    return words if len(first) == 1 else t("assessors.shared", alternatives=words)


def mean_shares(judged: Judgements) -> dict[str, float]:
    """Return the mean over those who are counted of what they let each criterion weigh."""
    judged = judged.counted
    return dict(zip(judged.criteria, np.mean(judged.shares, axis=0).tolist(), strict=True))
