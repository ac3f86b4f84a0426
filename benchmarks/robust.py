"""A million draws of weights and scores, against what the machine can do and against others."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np

from benchmarks.timing import Comparison, compare, of_pairs, timed
from model.decision.problem import Problem
from model.decision.simulation import CHUNK, STRANDS
from model.decision.smaa import Acceptability, smaa
from model.decision.value_functions import ValueFunction
from model.decision.weight_draws import WeightModel, deal, numbers
from model.municipal import FloatArray

DRAWS = 1_000_000
SCREEN = 100_000
PEER_DRAWS = 1_000
FOLDER = Path(__file__).parent.parent
NUDGE = 1e-9
SEED = 1


def example(n_alternatives: int = 5, n_criteria: int = 7) -> Problem:
    """Return a problem where every score has a range and every weight is its own."""
    rng = np.random.default_rng(SEED)
    scores = rng.uniform(1.5, 3.5, (n_alternatives, n_criteria))
    weights = rng.uniform(5, 30, n_criteria)
    return Problem(
        alternatives=tuple(f"a{a}" for a in range(n_alternatives)),
        criteria=tuple(f"c{c}" for c in range(n_criteria)),
        weights=weights,
        shares=weights / weights.sum(),
        scores=scores,
        low=scores - 0.5,
        high=scores + 0.5,
        functions=(ValueFunction((1.0, 4.0), (0.0, 100.0)),) * n_criteria,
        scales=np.tile([1.0, 4.0], (n_criteria, 1)),
        computed=np.zeros(n_criteria, dtype=bool),
        least=np.zeros(n_criteria),
        most=np.ones(n_criteria),
    )


def against_the_machine(repeats: int = 3, draws: int = DRAWS) -> Comparison:
    """Compare all that is counted with only drawing the numbers and moving them once."""
    problem = example()

    def ours() -> Acceptability:
        return smaa(problem, seed=SEED, draws=draws)

    return compare(ours, least(problem, draws), repeats)


def moved_weight(repeats: int = 9, draws: int = SCREEN) -> Comparison:
    """Compare what moving one weight costs when draws are kept, with a few lines of numpy."""
    problem, turn = example(), count(1)

    def ours() -> Acceptability:
        weights = problem.weights + np.eye(len(problem.weights))[0] * next(turn) * NUDGE
        moved = replace(problem, weights=weights, shares=weights / weights.sum())
        return smaa(moved, seed=SEED, draws=draws, keep=True)

    return compare(ours, plain(problem, draws), repeats)


def against_peers(repeats: int = 3, draws: int = DRAWS) -> tuple[str, Comparison] | None:
    """Compare with the fastest library called once per draw; None where none is installed.

    A library is timed over fewer draws and its time multiplied. Drawing is not counted for it.
    """
    problem = example()
    found = _child("benchmarks.peers", str(PEER_DRAWS))
    if not found:
        return None
    name = min(found, key=lambda peer: found[peer])
    pairs = [
        (timed(lambda: smaa(problem, seed=SEED, draws=draws)), found[name] * draws)
        for _ in range(repeats)
    ]
    return name, of_pairs(pairs)


def memory(draws: int) -> float | None:
    """Return the most memory that so many draws take [MB]; None where it cannot be read."""
    return _child("benchmarks.peak", str(draws))


def least(problem: Problem, draws: int) -> Callable[[], None]:
    """Return the floor: as many numbers, from the same generator, on as many threads."""
    n_alternatives, n_criteria = problem.scores.shape
    shape, threads = (n_criteria * (1 + n_alternatives), CHUNK), min(STRANDS, os.cpu_count() or 1)

    def strand(chunks: range) -> None:
        drawn, moved = np.empty(shape), np.empty(shape)
        for chunk in chunks:
            np.random.Generator(np.random.SFC64((SEED, chunk))).random(out=drawn)
            np.copyto(moved, drawn)

    def baseline() -> None:
        chunks = range(-(-draws // CHUNK))
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(strand, [chunks[first::threads] for first in range(threads)]))

    return baseline


def plain(problem: Problem, draws: int) -> Callable[[], list[FloatArray]]:
    """Return plain numpy: ranks in every draw and how often each alternative has each.

    Scores are drawn and valued beforehand. It splits no ties, finds no central weights, no
    confidence and no winner of pairs: a floor to measure from, not a rival.
    """
    n_alternatives, n_criteria = problem.scores.shape
    rng, model = np.random.default_rng(SEED), WeightModel()
    values = rng.uniform(0, 100, (n_criteria, n_alternatives, draws))
    made_of, room = np.empty((n_criteria, draws)), np.empty((n_criteria, draws))
    numbers(problem, model).fill(rng, made_of)
    dealt = deal(problem, model)

    def baseline() -> list[FloatArray]:
        totals = np.einsum("can,cn->an", values, dealt(made_of, room))
        ranks = np.argsort(np.argsort(-totals, axis=0), axis=0)
        return [np.bincount(own, minlength=n_alternatives) / draws for own in ranks]

    return baseline


def _child(module: str, argument: str):
    run = subprocess.run(
        [sys.executable, "-m", module, argument], cwd=FOLDER, capture_output=True, text=True
    )
    if run.returncode:
        raise RuntimeError(run.stderr.strip().splitlines()[-1])
    return json.loads(run.stdout.splitlines()[-1])
