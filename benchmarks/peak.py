"""``python -m benchmarks.peak 1000000``: the most memory that so many draws take [MB]."""

import json
import sys

from benchmarks.memory import peak_mb, resident_mb
from benchmarks.robust import SEED, example
from model.decision.smaa import smaa


def main(draws: int) -> float | None:
    """Return how far the process grows, at most, beyond what it holds before."""
    before = resident_mb()
    smaa(example(), seed=SEED, draws=draws)
    most = peak_mb()
    return None if most is None or before is None else max(most - before, 0.0)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
