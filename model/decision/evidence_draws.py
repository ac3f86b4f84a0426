"""Worth of evidence on the very draws that the ranking is tried on."""

from collections.abc import Sequence

import numpy as np

from model.decision.evidence import Column, Evidence, evidence
from model.decision.evidence_columns import Known
from model.decision.problem import Problem
from model.decision.ranking import leaders
from model.decision.score_lines import score_line
from model.decision.simulation import Simulation
from model.decision.smaa import DRAWS, drawing, rankable
from model.decision.weight_draws import WeightModel


def evidence_drawn(
    problem: Problem,
    model: WeightModel,
    known: Sequence[Known] = (),
    *,
    seed: int,
    draws: int = DRAWS,
    keep: bool = False,
) -> tuple[Evidence, ...]:
    """Return what hangs on each score with a range, and on each figure known, most first.

    The arguments are as for ``smaa``, which with the same ones draws the same. An alternative
    that lacks a score on a criterion that has weight in the draws is left out. If that is today's
    leader, or none can be ranked, the answer is empty.

    Args:
        known: Figures behind computed criteria.

    Raises:
        BoundsError: The weight model goes by bounds that contradict each other.
    """
    judged = problem.judged
    ranked = rankable(judged, model)
    if not ranked.any() or not ranked[leaders(judged.totals)]:
        return ()
    simulation = drawing(judged, model, ranked, seed=seed, draws=draws, keep=keep)
    kept = judged.only(ranked)
    return evidence(kept, *simulation.drawn(), _columns(known, kept, simulation))


def _columns(known: Sequence[Known], kept: Problem, simulation: Simulation) -> list[Column]:
    columns = []
    for criterion in dict.fromkeys(one.criterion for one in known):
        c = kept.criteria.index(criterion)
        behind = [one for one in known if one.criterion == criterion]
        rows = np.isin(behind[0].problems[0].alternatives, kept.alternatives)
        lines = [score_line(end.only(rows), c) for one in behind for end in one.problems]
        values = simulation.drawn_on(c, lines)
        columns += [
            Column(one.figure, criterion, one.low, one.high, (low, high))
            for one, low, high in zip(behind, values[::2], values[1::2], strict=True)
        ]
    return columns
