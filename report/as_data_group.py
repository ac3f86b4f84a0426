"""What several assessors say, as plain data for JSON, unrounded; what cannot be told is null."""

from collections.abc import Iterator
from dataclasses import asdict

from model.decision.group.assessors import Excluded
from model.decision.group.decide_together import GroupDecision
from model.decision.group.joint_ranking import JointRanking
from model.scenario import Scenario, Voices
from report.as_data import by_name, by_pair
from report.names import Names


def group(
    scenario: Scenario, voices: Voices, result: GroupDecision, names: Names
) -> dict[str, object]:
    """Return what each assessor says, what they say together, and what parts them.

    Args:
        names: What the assessors are called, by id.
    """
    return {
        "scenario": scenario.id,
        "voices": voices,
        "assessors": list(_assessors(scenario, result, names)),
        "joint": None if result.joint is None else _joint(scenario, result.joint),
        "spread": {
            "weights": [asdict(one) for one in result.weight_spread],
            "scores": [asdict(one) for one in result.score_spread],
        },
        "pairs": [asdict(one) for one in result.pairs],
        "agreement": asdict(result.agreement),
        "nobodys_last": result.nobodys_last,
        "left_out": result.judgements.left_out,
    }


def _assessors(
    scenario: Scenario, result: GroupDecision, names: Names
) -> Iterator[dict[str, object]]:
    """Give all assessors; one who is not counted has no voice, and no first choice."""
    judged, joint = result.judgements, result.joint
    voices = dict(zip(joint.assessors, joint.voices.tolist(), strict=True)) if joint else {}
    gaps = dict.fromkeys(one.id for one in scenario.alternatives)
    for n, (assessor, stated) in enumerate(zip(scenario.assessors, result.stated, strict=True)):
        yield {
            "id": assessor.id,
            "name": names[assessor.id],
            "municipality": assessor.municipality,
            "voice": voices.get(assessor.id),
            "excluded": _excluded(judged.excluded[n]),
            "weights_from": judged.weights_from[n],
            "own_scores": judged.own_scores[n],
            "weights": by_name(judged.criteria, judged.shares[n]),
            "totals": gaps | by_name(judged.alternatives, judged.totals[n]),
            "ranks": gaps | by_name(judged.alternatives, judged.ranks[n]),
            "first": judged.first[n],
            "stated": {"preferred": stated.preferred, "verdict": stated.verdict},
        }


def _excluded(why: Excluded | None) -> dict[str, object] | None:
    if why is None:
        return None
    missing = [{"alternative": a, "criterion": c} for a, c in why.missing]
    return {"reason": why.reason, "missing": missing}


def _joint(scenario: Scenario, joint: JointRanking) -> dict[str, object]:
    """Return what each rule says, and how much of the voices set each above each other."""
    ids, compared = [one.id for one in scenario.alternatives], joint.alternatives
    rules = {
        one.rule: {
            "points": dict.fromkeys(ids) | by_name(compared, one.points),
            "ranks": dict.fromkeys(ids) | by_name(compared, one.ranks),
            "first": one.first,
        }
        for one in joint.results
    }
    return rules | {
        "condorcet": joint.condorcet,
        "support": by_pair(ids, compared, joint.support),
    }
