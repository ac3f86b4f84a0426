"""How near each weight that can be moved is to changing the lead, also in a tree of criteria.

In a tree a weight is moved at one of two levels: a group's among the groups, or a criterion's
within its group. Seen from that level alone it is a flat problem, so the switching points are
exact there too.
"""

from collections.abc import Sequence

import numpy as np

from model.decision import weighted_sum
from model.decision.decide import Decision
from model.decision.stability import Switch, intervals, switches
from model.municipal import FloatArray
from model.scenario import Scenario

Nearness = tuple[float, float]
"""How much a weight's share of all weight has to move before another leads, inf where none would;
and that share."""


def nearness(scenario: Scenario, decision: Decision) -> dict[str, Nearness]:
    """Return the nearness of each weight that can be moved, by the figure's key.

    In a tree, a group that is the only one and a criterion alone in its group are left out:
    nothing stands against their weight. Groups come first.

    Args:
        decision: Of the scenario as it stands, with a leader.
    """
    if not scenario.groups:
        keys = [f"weights.{name}" for name in decision.criteria]
        ends = decision.stability, decision.switches
        return _nearness(keys, decision.shares, *ends)
    groups = [one.id for one in scenario.groups]
    members = [[c for c, one in enumerate(scenario.criteria) if one.group == g] for g in groups]
    within = [_within(scenario, decision, inside) for inside in members]
    means = np.stack(
        [
            weighted_sum.totals(decision.values[:, inside], parts)
            for inside, parts in zip(members, within, strict=True)
        ],
        axis=1,
    )
    of_group = np.array([decision.shares[inside].sum() for inside in members])
    found = _flat([f"group_weights.{name}" for name in groups], means, of_group, decision)
    for g, (inside, parts) in enumerate(zip(members, within, strict=True)):
        keys, share = [f"weights.{decision.criteria[c]}" for c in inside], float(of_group[g])
        # What the other groups add stands still: as if each criterion here brought it along.
        rest = np.where(share > 0, decision.totals - share * means[:, g], decision.totals)
        values = rest[:, None] + share * decision.values[:, inside]
        found |= {
            key: (move * share if share else np.inf, part * share)
            for key, (move, part) in _flat(keys, values, parts, decision).items()
        }
    return found


def _within(scenario: Scenario, decision: Decision, inside: Sequence[int]) -> FloatArray:
    """Return the shares within a group; equal ones where no criterion in it has weight."""
    weights = np.array([scenario.value(f"weights.{decision.criteria[c]}") or 0.0 for c in inside])
    return weighted_sum.shares(weights if weights.any() else np.ones(len(inside)))


def _flat(
    keys: Sequence[str], values: FloatArray, shares: FloatArray, decision: Decision
) -> dict[str, Nearness]:
    """Return the nearness of weights that divide all that there is between them."""
    if len(keys) < 2:
        return {}
    first = decision.alternatives.index(decision.leader or "")
    ends = intervals(values, shares, first), switches(values, shares, first)
    return _nearness(keys, shares, *ends)


def _nearness(
    keys: Sequence[str], shares: FloatArray, ends: FloatArray, takers: Sequence[Switch]
) -> dict[str, Nearness]:
    found = {}
    for key, share, edges, taking in zip(keys, shares.tolist(), ends.tolist(), takers, strict=True):
        moves = [
            abs(edge - share)
            for edge, taker in zip(edges, taking, strict=True)
            if taker is not None
        ]
        found[key] = (min(moves, default=np.inf), share)
    return found
