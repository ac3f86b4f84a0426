"""Small groups of assessors built in code, on scales where the score is the value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from model.figures import Figure, Figures
from model.scenario import Assessor, Scenario
from tests.model.decision.building import ASSUMED, Score, criterion, scenario

Row = Sequence[float | None]


@dataclass(frozen=True)
class Own:
    """What an assessor has of their own; None in a row is the joint number."""

    weights: Row = ()
    scores: Mapping[str, Row] = field(default_factory=dict)
    town: str | None = None


def group(
    weights: Mapping[str, float],
    scores: Mapping[str, Sequence[Score]],
    assessors: Mapping[str, Own],
    *,
    voices: Mapping[str, float | None] | None = None,
    **other,
) -> Scenario:
    """Build a scenario with assessors; criteria go from 0 to 100 if not given otherwise."""
    scales = {name: criterion(name, scale=(0.0, 100.0)) for name in weights}
    scales |= other.pop("criteria", {})
    start = scenario(weights, scores, criteria=scales, **other)
    figures = list(start.figures.values())
    for name, own in assessors.items():
        code = own.town if own.town in start.own_weights else None
        row = f"municipal_weights.{code}" if code else f"assessor_weights.{name}"
        for c, weight in zip(weights, own.weights, strict=False):
            figures.append(Figure(f"{row}.{c}", weight, "weight", ASSUMED))
        for a, given in own.scores.items():
            for c, score in zip(weights, given, strict=False):
                key = f"assessor_scores.{name}.{a}.{c}"
                figures.append(Figure(key, score, "score", ASSUMED))
    for name, voice in (voices or {}).items():
        figures.append(Figure(f"voices.{name}", voice, "weight", ASSUMED))
    return replace(
        start,
        figures=Figures(figures),
        assessors=tuple(Assessor(name, name, own.town) for name, own in assessors.items()),
    )


@st.composite
def groups(draw, least: int = 0, most: int = 5) -> Scenario:
    """Any group: 1–4 alternatives, 1–4 criteria, own weights and scores or the joint ones."""
    criteria = "abcd"[: draw(st.integers(1, 4))]
    alternatives = "wxyz"[: draw(st.integers(1, 4))]
    scores = st.lists(
        st.integers(0, 10).map(lambda score: 10.0 * score),
        min_size=len(criteria),
        max_size=len(criteria),
    )
    weights = st.lists(
        st.integers(0, 5).map(float), min_size=len(criteria), max_size=len(criteria)
    ).filter(any)
    own_scores = st.dictionaries(st.sampled_from(alternatives), scores)
    own = st.builds(Own, weights=weights | st.just(()), scores=own_scores)
    size = draw(st.integers(least, most))
    return group(
        dict(zip(criteria, draw(weights), strict=True)),
        {name: draw(scores) for name in alternatives},
        {f"n{n}": draw(own) for n in range(size)},
    )
