"""Values drawn on one criterion: scores even within their ranges, put through its value line."""

from dataclasses import dataclass

import numpy as np

from model.decision.problem import Problem
from model.municipal import FloatArray


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """Each alternative's value by the place of its score in its range, 0 at the low end, 1 at
    the high one.

    Where the value line is straight over the range, so is this; where it bends, the slope changes
    there. That costs a fraction of looking every score up. Hashable, so that results can be kept.

    Attributes:
        start: Value at the low end, per alternative; 0 where not judged.
        gain: Value that a whole range would add with the slope at its low end.
        bends: (alternative, place, change of the gain), for each bend within a range.
    """

    start: tuple[float, ...]
    gain: tuple[float, ...]
    bends: tuple[tuple[int, float, float], ...]

    @property
    def fixed(self) -> bool:
        """True where no value depends on the draw."""
        return not any(self.gain) and not self.bends

    def values(self, places: FloatArray, out: FloatArray) -> FloatArray:
        """Return ``out`` filled with values, shape (alternatives, draws), as ``places``."""
        np.multiply(places, np.array(self.gain)[:, None], out=out)
        out += np.array(self.start)[:, None]
        for a, place, change in self.bends:
            out[a] += change * np.maximum(places[a] - place, 0.0)
        return out


def score_lines(problem: Problem) -> tuple[ScoreLine, ...]:
    """Return the line of each criterion."""
    return tuple(score_line(problem, c) for c in range(len(problem.criteria)))


def score_line(problem: Problem, c: int) -> ScoreLine:
    """Return the line of one criterion."""
    function = problem.functions[c]
    scores = np.array(function.scores)
    # Beyond the outermost points the line is level.
    slopes = np.concatenate([[0.0], np.diff(function.values) / np.diff(scores), [0.0]])
    judged = ~np.isnan(problem.scores[:, c])
    low, high = (np.where(judged, end[:, c], 0.0) for end in (problem.low, problem.high))
    width = high - low
    gain = width * slopes[np.searchsorted(scores, low, side="right")]
    within = (low[:, None] < scores) & (scores < high[:, None])
    bends = tuple(
        (
            int(a),
            float((scores[i] - low[a]) / width[a]),
            float(width[a] * (slopes[i + 1] - slopes[i])),
        )
        for a, i in np.argwhere(within)
    )
    start = np.where(judged, function(low), 0.0)
    return ScoreLine(tuple(start.tolist()), tuple(gain.tolist()), bends)
