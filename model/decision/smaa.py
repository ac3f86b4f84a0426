"""How well each alternative stands when neither weights nor scores are known exactly.

Weights are drawn from a weight model and scores evenly within their ranges, many times over, and
the alternatives ranked each time.

References:
    Lahdelma & Salminen (2001), SMAA-2, Operations Research 49(3): rank acceptability, central
    weights and confidence factors.
    Leskinen et al. (2006), Forest Science 52(3): pairwise winning.
    Tervonen & Lahdelma (2007), Implementing SMAA, European Journal of Operational Research
    178(2): by simulation, and how many draws are needed.
"""

from dataclasses import dataclass

import numpy as np

from model.decision.problem import BoolArray, Problem
from model.decision.rank_counts import IntArray, place_shares
from model.decision.score_lines import score_lines
from model.decision.simulation import Simulation
from model.decision.weight_draws import WeightModel, deal, may_weigh, numbers
from model.municipal import FloatArray

DRAWS = 100_000


@dataclass(frozen=True, slots=True, eq=False)
class Acceptability:
    """How the alternatives that have a total do over all draws.

    One that lacks a score on a criterion that has weight only in the draws cannot be ranked: its
    rows and columns are nan, and the others are counted without it.

    Attributes:
        alternatives: Ids of those with a total today; the others are left out.
        criteria: Ids.
        ranks: Share of the draws in which the row's alternative takes the column's place, shape
            (alternatives, alternatives). Those that tie share their places equally, so rows and
            columns sum to 1. There are no more places than alternatives that can be ranked: the
            columns after those are nan.
        errors: Standard error of each share in ``ranks``, from the draws themselves.
        central_weights: Mean of the weights with which it is first (shared: in part), shape
            (alternatives, criteria); nan where never first.
        confidence: How often it is first with its central weights, only scores varying, shape
            (alternatives,); from at most 8,192 draws of scores. nan where never first.
        winning: Share of the draws in which the row's alternative is above the column's, a tie
            counting half; nan on the diagonal.
        draws: Number of draws.
        seed: What they are drawn from.
    """

    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    ranks: FloatArray
    errors: FloatArray
    central_weights: FloatArray
    confidence: FloatArray
    winning: FloatArray
    draws: int
    seed: int


def smaa(
    problem: Problem,
    model: WeightModel | None = None,
    *,
    seed: int,
    draws: int = DRAWS,
    keep: bool = False,
    threads: int | None = None,
) -> Acceptability:
    """Return how the alternatives do under a weight model; "near" where none is given.

    The same arguments give the same answer, whatever ``keep`` and ``threads`` are. The numbers
    drawn on one criterion do not depend on today's weights or scores, so little changes when
    these do.

    Args:
        keep: Keep what is drawn for the next call, where a weight may have moved: for the screen.
        threads: None for as many as there are processors, at most four.

    Raises:
        BoundsError: The weight model goes by bounds that contradict each other.
    """
    model = model or WeightModel()
    judged = problem.judged
    ranked = rankable(judged, model)
    every = np.ones(len(judged.criteria), dtype=bool)
    places = np.arange(len(ranked)) < ranked.sum()
    shares = errors = winning = np.empty((0, 0))
    central, confidence = np.empty((0, len(every))), np.empty(0)
    if ranked.any():
        simulation = drawing(judged, model, ranked, seed=seed, draws=draws, keep=keep)
        counted = simulation.count(threads)
        shares, errors = _ranks(counted.places, draws)
        central = _central(counted.first_weights, shares[:, 0] * draws)
        winning = _winning(counted.wins, draws)
        once = ~np.isnan(central).any(axis=1)
        confidence = np.where(once, simulation.first_with(np.nan_to_num(central)), np.nan)
    return Acceptability(
        alternatives=judged.alternatives,
        criteria=judged.criteria,
        ranks=_among(shares, ranked, places),
        errors=_among(errors, ranked, places),
        central_weights=_among(central, ranked, every),
        confidence=_among(confidence, ranked),
        winning=_among(winning, ranked, ranked),
        draws=draws,
        seed=seed,
    )


def rankable(judged: Problem, model: WeightModel) -> BoolArray:
    """Tell which alternatives have a score on every criterion that has weight in some draw."""
    return ~(np.isnan(judged.values) & may_weigh(judged, model)).any(axis=1)


def drawing(
    judged: Problem, model: WeightModel, ranked: BoolArray, *, seed: int, draws: int, keep: bool
) -> Simulation:
    """Return what draws weights, and values for the alternatives that can be ranked.

    Raises:
        BoundsError: The weight model goes by bounds that contradict each other.
    """
    return Simulation(
        numbers=numbers(judged, model),
        deal=deal(judged, model),
        lines=score_lines(judged.only(ranked)),
        n_alternatives=int(ranked.sum()),
        seed=seed,
        draws=draws,
        keep=keep,
    )


def _ranks(places: IntArray, draws: int) -> tuple[FloatArray, FloatArray]:
    """Return the share of each place, shape (alternatives, places), and its standard error."""
    shares = place_shares(len(places))
    mean, square = (np.einsum("apt,rpt->ar", places, one) / draws for one in (shares, shares**2))
    return mean, np.sqrt(np.maximum(square - mean**2, 0.0) / draws)


def _central(first_weights: FloatArray, times_first: FloatArray) -> FloatArray:
    times = times_first[:, None]
    return np.divide(first_weights, times, out=np.full_like(first_weights, np.nan), where=times > 0)


def _winning(wins: IntArray, draws: int) -> FloatArray:
    ahead = 0.5 + (wins - wins.T) / (2 * draws)
    np.fill_diagonal(ahead, np.nan)
    return ahead


def _among(own: FloatArray, *kept: BoolArray) -> FloatArray:
    """Return results of those kept in their places among all, nan for the others."""
    whole = np.full([len(one) for one in kept], np.nan)
    whole[np.ix_(*kept)] = own
    return whole
