"""Would another method have put the same alternative first? And if not, why?

Three methods from the literature work on the same values and shares as the weighted sum. They
are a control of the way of counting, not of the scores. Unlike the weighted sum, all three can
turn the order of two alternatives when a third is added.
"""

from dataclasses import dataclass

import numpy as np

from model.decision.disagreement import Method, Reason, why
from model.decision.methods.promethee import promethee
from model.decision.methods.topsis import topsis
from model.decision.methods.vikor import Vikor, vikor
from model.decision.problem import Problem
from model.decision.rank_agreement import kendall_tau_b, weighted_rank_correlation
from model.decision.ranking import competition_ranks
from model.municipal import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class MethodResult:
    """What one method says.

    Attributes:
        method: Which.
        scores: As published, shape (alternatives,): total 0–100, closeness 0–1, Q 0–1 (lower is
            better) or net flow −1 to 1.
        ranks: 1, 2, 2, 4.
        first: All with rank 1.
    """

    method: Method
    scores: FloatArray
    ranks: tuple[int, ...]
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A method that puts another alternative first than the weighted sum does, and why.

    Attributes:
        method: Which.
        first: The alternative that it puts first; of those that tie the first in file order.
        ours: The alternative that the weighted sum puts first, likewise.
        reason: See ``disagreement.Why``, also for ``criterion`` and ``measures``.
        criterion: The one that decides.
        measures: What the reason speaks of, for ``first`` and for ``ours``.
        values: Values 0–100 on the criterion, for ``first`` and for ``ours``.
    """

    method: Method
    first: str
    ours: str
    reason: Reason
    criterion: str
    measures: tuple[float, float]
    values: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class CrossCheck:
    """The methods side by side.

    Attributes:
        alternatives: Those with a total, in file order.
        results: Weighted sum, TOPSIS, VIKOR, PROMETHEE II.
        tau_b: Kendall's τ-b between their ranks, shape (methods, methods).
        weighted_rank: Weighted rank correlation r_w between them, likewise.
        vikor: All measures of VIKOR and the alternatives that it proposes.
        disagreements: One per method that shares no first alternative with the weighted sum.
    """

    alternatives: tuple[str, ...]
    results: tuple[MethodResult, ...]
    tau_b: FloatArray
    weighted_rank: FloatArray
    vikor: Vikor
    disagreements: tuple[Disagreement, ...]


def cross_check(problem: Problem) -> CrossCheck | None:
    """Rank the alternatives that have a total by all methods; None where none has.

    Criteria without weight are left out, judged or not.
    """
    problem = problem.judged
    if not problem.alternatives:
        return None
    values, shares, _ = _weighed(problem)
    compromise = vikor(values, shares)
    results = (
        _result(problem, "weighted_sum", problem.totals),
        _result(problem, "topsis", topsis(values, shares)),
        _result(problem, "vikor", compromise.compromise, lower_is_better=True),
        _result(problem, "promethee", promethee(values, shares)),
    )
    ours, *others = results
    ranks = [result.ranks for result in results]
    return CrossCheck(
        alternatives=problem.alternatives,
        results=results,
        tau_b=np.array([[kendall_tau_b(one, other) for other in ranks] for one in ranks]),
        weighted_rank=np.array(
            [[weighted_rank_correlation(one, other) for other in ranks] for one in ranks]
        ),
        vikor=compromise,
        disagreements=tuple(
            _disagreement(problem, other.method, other.first[0], ours.first[0])
            for other in others
            if not set(other.first) & set(ours.first)
        ),
    )


def _weighed(problem: Problem) -> tuple[FloatArray, FloatArray, tuple[str, ...]]:
    """Return values, shares and ids of the criteria that have weight."""
    places = np.flatnonzero(problem.shares > 0)
    names = tuple(problem.criteria[c] for c in places)
    return problem.values[:, places], problem.shares[places], names


def _result(
    problem: Problem, method: Method, scores: FloatArray, *, lower_is_better: bool = False
) -> MethodResult:
    found = competition_ranks(-scores if lower_is_better else scores)
    ranks = tuple(rank for rank in found if rank is not None)
    named = zip(problem.alternatives, ranks, strict=True)
    first = tuple(name for name, rank in named if rank == 1)
    return MethodResult(method, scores, ranks, first)


def _disagreement(problem: Problem, method: Method, first: str, ours: str) -> Disagreement:
    values, shares, criteria = _weighed(problem)
    pair = problem.alternatives.index(first), problem.alternatives.index(ours)
    found = why(method, *pair, values, shares)
    return Disagreement(
        method=method,
        first=first,
        ours=ours,
        reason=found.reason,
        criterion=criteria[found.criterion],
        measures=found.measures,
        values=(float(values[pair[0], found.criterion]), float(values[pair[1], found.criterion])),
    )
