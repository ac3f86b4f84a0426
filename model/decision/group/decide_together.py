"""Several assessors: what each says, what they say together and what parts them."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.decision.group.acceptance import StatedChoice, nobodys_last, stated_choices
from model.decision.group.agreement import Agreement, agreement
from model.decision.group.assessors import Judgements, judgements
from model.decision.group.joint_ranking import JointRanking, joint_ranking
from model.decision.group.pairs import Pair, pairs
from model.decision.group.spread import ScoreSpread, WeightSpread, score_spread, weight_spread
from model.scenario import Scenario, Voices


@dataclass(frozen=True, slots=True, eq=False)
class GroupDecision:
    """A group's view of the alternatives.

    Attributes:
        judgements: Of all assessors, also those who are not counted; all else is of those who are.
        joint: None if nobody is counted or no alternative can be compared.
        weight_spread: Where the weights differ most comes first.
        score_spread: Likewise of scores; those that all agree on are not there.
        nobodys_last: Alternatives that nobody ranks last.
        stated: First choices beside what municipalities have said, of all assessors.
        used: Keys of the figures that were read, in order.
    """

    judgements: Judgements
    joint: JointRanking | None
    weight_spread: tuple[WeightSpread, ...]
    score_spread: tuple[ScoreSpread, ...]
    pairs: tuple[Pair, ...]
    agreement: Agreement
    nobodys_last: tuple[str, ...]
    stated: tuple[StatedChoice, ...]
    used: tuple[str, ...]


def decide_together(
    scenario: Scenario, population: Mapping[str, float] | None = None, voices: Voices = "equal"
) -> GroupDecision:
    """Weigh the alternatives as a group. For errors see ``judgements`` and ``joint_ranking``."""
    judged = judgements(scenario, population)
    joint = joint_ranking(scenario, judged, voices, population)
    return GroupDecision(
        judgements=judged,
        joint=joint,
        weight_spread=weight_spread(judged),
        score_spread=score_spread(judged),
        pairs=pairs(judged),
        agreement=agreement(judged),
        nobodys_last=nobodys_last(judged),
        stated=stated_choices(scenario, judged),
        used=judged.used + (joint.used if joint else ()),
    )
