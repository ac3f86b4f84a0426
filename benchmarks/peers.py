"""``python -m benchmarks.peers 1000``: other libraries' weighted sums, called as they are used.

Once per draw, with its matrix and its weights, and the alternatives ranked. Prints the seconds
per draw of each that is installed (``make bench-peers``), as JSON. A process of its own: to
import them takes seconds and hundreds of megabytes.
"""

import json
import sys
from collections.abc import Callable

import numpy as np

from benchmarks.timing import timed
from model.municipal import FloatArray

Evaluate = Callable[[FloatArray, FloatArray], object]
N_ALTERNATIVES, N_CRITERIA = 5, 7


def scikit_criteria() -> Evaluate:
    """Return its weighted sum of a decision matrix."""
    from skcriteria import mkdm
    from skcriteria.agg.simple import WeightedSumModel

    model, objectives = WeightedSumModel(), [max] * N_CRITERIA
    return lambda matrix, weights: model.evaluate(mkdm(matrix, objectives, weights=weights)).rank_


def pymcdm() -> Evaluate:
    """Return its weighted sum and its ranking."""
    from pymcdm.helpers import rrankdata
    from pymcdm.methods import WSM

    model, types = WSM(), np.ones(N_CRITERIA)
    return lambda matrix, weights: rrankdata(model(matrix, weights, types))


def py_decision() -> Evaluate:
    """Return its simple additive weighting."""
    from pyDecision.algorithm import saw_method

    kinds = ["max"] * N_CRITERIA
    return lambda matrix, weights: np.argsort(
        -saw_method(matrix, kinds, weights, graph=False, verbose=False)[:, 1]
    )


PEERS = {"scikit-criteria": scikit_criteria, "pymcdm": pymcdm, "pyDecision": py_decision}


def main(draws: int) -> dict[str, float]:
    """Return seconds per draw by library."""
    rng = np.random.default_rng(1)
    matrices = rng.uniform(1, 100, (draws, N_ALTERNATIVES, N_CRITERIA))
    weights = rng.dirichlet(np.ones(N_CRITERIA), draws)
    found = {}
    for name, make in PEERS.items():
        try:
            evaluate = make()
        except ImportError:
            continue
        evaluate(matrices[0], weights[0])

        def loop(evaluate: Evaluate = evaluate) -> None:
            for matrix, row in zip(matrices, weights, strict=True):
                evaluate(matrix, row)

        found[name] = min(timed(loop) for _ in range(3)) / draws
    return found


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
