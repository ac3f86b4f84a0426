"""Which weights are held possible, and how they are drawn.

What is drawn is parted from what today's weights make of it: the numbers can be kept while a
weight moves, and nothing flickers.

References:
    Devroye (1986), Non-Uniform Random Variate Generation, ch. V.2: exponential variables divided
    by their sum are even over all shares that sum to 1.
    Lahdelma & Salminen (2001), SMAA-2, Operations Research 49(3): weights even over what the
    preferences allow, such as an order of importance or intervals.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from model.decision.bounded_shares import fill_within
from model.decision.bounds import require_bounds
from model.decision.problem import BoolArray, Problem
from model.municipal import FloatArray
from model.scenario import Scenario, WeightDraws

EQUAL = 1e-9
"""Shares this near each other, relative to the larger, are as important."""


@dataclass(frozen=True, slots=True)
class WeightModel:
    """Which weights are held possible.

    Attributes:
        kind: "near": each of today's shares × an even 1 ± spread. "all": any that sum to 1.
            "order": any that keep today's order of importance; equal shares come in any order
            between themselves. "bounds": any within the problem's bounds. All but the first are
            even: no weights are likelier than others. A share of zero stays zero in "near" and
            "order".
        spread: Half the width of "near", as a share of the weight, 0–1.
    """

    kind: WeightDraws = "near"
    spread: float = 0.5


def weight_model(scenario: Scenario, kind: WeightDraws) -> WeightModel:
    """Return the weight model of a kind, as wide as the scenario has it."""
    spread = scenario.figures.get("uncertainty.weight_spread")
    if spread is None or spread.value is None:
        return WeightModel(kind)
    return WeightModel(kind, spread.value)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is drawn whatever today's weights are; hashable, so that it can be kept.

    Attributes:
        kind: "even": each 0–1 on its own. "shares": even over all that sum to 1. "bounded": even
            over those of them that keep within bounds.
        least: Smallest shares, of "bounded".
        most: Largest shares, of "bounded".
    """

    kind: str
    least: tuple[float, ...] = ()
    most: tuple[float, ...] = ()

    def fill(self, rng: np.random.Generator, out: FloatArray) -> None:
        """Fill ``out``, shape (criteria, draws), in the order of memory."""
        if self.kind == "bounded":
            fill_within(rng, out, np.array(self.least), np.array(self.most))
            return
        rng.random(out=out)
        if self.kind == "shares":
            np.log1p(np.negative(out, out=out), out=out)
            out *= 1.0 / out.sum(axis=0)


Deal = Callable[[FloatArray, FloatArray], FloatArray]
"""Takes numbers and room for weights, both (criteria, draws), and returns the weights: shares
that sum to 1, in the room or, where nothing needs to be done, the numbers themselves."""


def numbers(problem: Problem, model: WeightModel) -> Numbers:
    """Return what to draw.

    Raises:
        BoundsError: The bounds contradict each other.
    """
    if model.kind == "near":
        return Numbers("even")
    if model.kind == "bounds":
        require_bounds(problem)
        if (problem.least > 0).any() or (problem.most < 1).any():
            return Numbers("bounded", tuple(problem.least.tolist()), tuple(problem.most.tolist()))
    return Numbers("shares")


def deal(problem: Problem, model: WeightModel) -> Deal:
    """Return what turns the numbers into weights, by today's shares where these count."""
    if model.kind == "near":
        return _near(problem.shares, model.spread)
    if model.kind == "order":
        return _ordered(problem.shares)
    return lambda drawn, out: drawn


def may_weigh(problem: Problem, model: WeightModel) -> BoolArray:
    """Tell which criteria have weight in some draw, shape (criteria,)."""
    if model.kind == "all":
        return np.ones(len(problem.shares), dtype=bool)
    return problem.most > 0 if model.kind == "bounds" else problem.shares > 0


def _near(shares: FloatArray, spread: float) -> Deal:
    low, width = (1 - spread) * shares[:, None], 2 * spread * shares[:, None]

    def dealt(drawn: FloatArray, out: FloatArray) -> FloatArray:
        np.multiply(drawn, width, out=out)
        out += low
        out *= 1.0 / out.sum(axis=0)
        return out

    return dealt


def _ordered(shares: FloatArray) -> Deal:
    ranked = [int(c) for c in np.argsort(-shares, kind="stable") if shares[c] > 0]
    groups: list[list[int]] = []
    for c in ranked:
        if groups and shares[c] >= shares[groups[-1][0]] * (1 - EQUAL):
            groups[-1].append(c)
        else:
            groups.append([c])

    def dealt(drawn: FloatArray, out: FloatArray) -> FloatArray:
        falling = _sorted(drawn[ranked])
        out[:] = 0.0
        place = 0
        for group in groups:
            held = falling[place : place + len(group)]
            # Among equals whoever drew most has most: their own draws say nothing of the sorted.
            mine = drawn[group]
            nth = (mine[None] > mine[:, None]).sum(axis=1) if len(group) > 1 else None
            out[group] = held if nth is None else np.take_along_axis(held, nth, axis=0)
            place += len(group)
        out *= 1.0 / out.sum(axis=0)
        return out

    return dealt


def _sorted(rows: FloatArray) -> FloatArray:
    """Sort each column, largest first, in place, by exchanging rows: many draws at a time."""
    smaller = np.empty_like(rows[0])
    for last in range(len(rows) - 1, 0, -1):
        for i in range(last):
            np.minimum(rows[i], rows[i + 1], out=smaller)
            np.maximum(rows[i], rows[i + 1], out=rows[i])
            rows[i + 1] = smaller
    return rows
