"""Who beats whom in each of many draws, counted."""

import numpy as np
from numpy.typing import NDArray

from model.decision.ranking import TIE
from model.municipal import FloatArray

IntArray = NDArray[np.int64]


class RankCounts:
    """Counts that grow draw by draw. Holds room for so many draws at a time.

    Attributes:
        places: Draws in which alternative ``a`` has ``p`` others above it and ties with ``t``,
            shape (alternatives, alternatives, alternatives) as [a, p, t].
        wins: Draws in which the row's alternative is above the column's.
    """

    def __init__(self, n_alternatives: int, size: int) -> None:
        n = n_alternatives
        self.places: IntArray = np.zeros((n, n, n), dtype=np.int64)
        self.wins: IntArray = np.zeros((n, n), dtype=np.int64)
        small = np.min_scalar_type(n * n)  # one byte for up to 15 alternatives: many at a time
        self._reached = np.empty((n, size))
        self._above = np.empty((n, n, size), dtype=bool)
        self._code = np.empty((n, size), dtype=small)

    def count(self, totals: FloatArray, out: FloatArray) -> FloatArray:
        """Count draws; return ``out`` filled with each alternative's share of the first place.

        Args:
            totals: Shape (alternatives, draws), as ``out``. Totals within ``TIE`` are equal.
        """
        n, size = totals.shape
        reached, above = self._reached[:, :size], self._above[:, :, :size]
        code = self._code[:, :size]
        np.add(totals, TIE, out=reached)
        np.greater(totals[:, None], reached, out=above)
        wins = np.array([[np.count_nonzero(pair) for pair in row] for row in above])
        self.wins += wins
        np.add.reduce(above.view(np.uint8), axis=0, dtype=code.dtype, out=code)
        np.copyto(out, code == 0)
        code *= code.dtype.type(n)
        if 2 * wins.sum() < size * n * (n - 1):
            ties = n - 1 - code // n - above.sum(axis=1, dtype=code.dtype)
            code += ties
            out /= 1.0 + ties
        for a in range(n):
            self.places[a] += np.bincount(code[a], minlength=n * n).reshape(n, n)
        return out


def place_shares(n: int) -> FloatArray:
    """Return the share of each place that an alternative has with p above it and t that tie.

    Shape (n, n, n) as [place, p, t]: those that tie share the places they take up equally.
    """
    place, above, ties = np.ogrid[:n, :n, :n]
    return ((above <= place) & (place <= above + ties)) / (1.0 + ties)
