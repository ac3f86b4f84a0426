"""The figures behind a computed criterion, each known to be at an end of its range."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from model.decision.problem import Problem, pose
from model.figures import Figure, Figures
from model.scenario import Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A figure that moves a whole criterion, and what is weighed when it is known.

    Attributes:
        figure: Key of the figure.
        low: Its low end, in its own unit.
        high: Its high end.
        problems: With the figure at its low and at its high end and without a range; the scores
            that it moves are computed anew, with what room the other figures leave them.
    """

    figure: str
    criterion: str
    low: float
    high: float
    problems: tuple[Problem, Problem]


def known_captures(
    scenario: Scenario, used: Iterable[str], population: Mapping[str, float] | None = None
) -> tuple[Known, ...]:
    """Return each capture with a range, once for each criterion that is computed from it.

    What the parties decide themselves is nothing to find out and is left out.

    Args:
        used: Keys of the figures that the problem rests on.
        population: Inhabitants by code, where potentials are weighed by population.
    """
    computed = [one.id for one in scenario.criteria if one.computed == "potential"]
    found = []
    for key in used:
        figure = scenario.figures[key]
        if not key.startswith("capture.") or figure.lever:
            continue
        low, high = _ends(scenario, figure)
        if low < high:
            ends = (_known(scenario, figure, low), _known(scenario, figure, high))
            problems = tuple(pose(one, population)[0] for one in ends)
            found += [Known(key, criterion, low, high, problems) for criterion in computed]
    return tuple(found)


def _ends(scenario: Scenario, figure: Figure) -> tuple[float, float]:
    """Return the ends of a capture's range, widened or narrowed as the ranges of scores are."""
    value = figure.value
    if value is None or figure.low is None or figure.high is None:
        return 0.0, 0.0
    widened = scenario.figures.get("uncertainty.range_factor")
    factor = 1.0 if widened is None or widened.value is None else widened.value
    low, high = (value + factor * (end - value) for end in (figure.low, figure.high))
    return max(0.0, min(value, low)), min(1.0, max(value, high))


def _known(scenario: Scenario, figure: Figure, end: float) -> Scenario:
    known = replace(figure, value=end, low=end, high=end)
    figures = scenario.figures.values()
    return replace(scenario, figures=Figures(known if one is figure else one for one in figures))
