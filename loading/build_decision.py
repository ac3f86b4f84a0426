"""What is weighed against what, of a scenario file, as the model has it; numbers as figures."""

import numpy as np

from loading.figure_keys import FigureList, assumed, origin, origin_or_none
from loading.schema import ScenarioPart
from loading.schema_decision import (
    AlternativePart,
    AssessorPart,
    CriterionPart,
    GroupPart,
    UncertaintyPart,
    WidthPart,
)
from model.decision.value_functions import value_function
from model.scenario import Alternative, Assessor, CriteriaGroup, Criterion

VOICE = 1.0
WEIGHT_SPREAD = 0.5
NO_WIDTH = 0.0
AS_STATED = 1.0
"""The factor on all ranges that leaves them as they are."""


def build_group(part: GroupPart, figures: FigureList) -> CriteriaGroup:
    """Build a branch of the criteria tree."""
    figures.add(f"group_weights.{part.id}", part.weight)
    return CriteriaGroup(part.id, part.name, part.short, origin_or_none(part.origin))


def build_criterion(part: CriterionPart, figures: FigureList) -> Criterion:
    """Build a criterion, with its weight, the bounds of it and the values of its scores."""
    scale = part.scale
    criterion = Criterion(
        part.id,
        part.name,
        part.short,
        part.description,
        scale=(scale.low, scale.high),
        low_means=scale.low_means,
        high_means=scale.high_means,
        anchors=tuple(sorted((float(k), words) for k, words in (scale.anchors or {}).items())),
        higher_is_better=scale.better == "high",
        value_points=tuple((point[0], point[1]) for point in part.value_points or ()),
        computed=part.computed,
        origin=origin_or_none(part.origin),
        value_scores=_value_scores(part),
        group=part.group or "",
    )
    figures.add(f"weights.{part.id}", part.weight)
    _bounds(part, figures)
    _values(part, criterion, figures)
    return criterion


def _value_scores(part: CriterionPart) -> tuple[float, ...]:
    """Return the scores whose value can be chosen: where the scale or its line says something."""
    low, high = part.scale.low, part.scale.high
    points = (point[0] for point in part.value_points or ())
    scores = {low, high, *map(float, part.scale.anchors or {}), *points}
    return tuple(sorted(scores if len(scores) > 2 else {*scores, (low + high) / 2}))


def _bounds(part: CriterionPart, figures: FigureList) -> None:
    keys = [f"bounds.{part.id}.{end}" for end in ("low", "high")]
    if part.bounds:
        for key, share in zip(keys, (part.bounds.low, part.bounds.high), strict=True):
            figures.add_value(key, share, "share", origin(part.bounds.origin))
    else:
        for key, share in zip(keys, (0.0, 1.0), strict=True):
            figures.add_usual(key, share, "share", "bounds")


def _values(part: CriterionPart, criterion: Criterion, figures: FigureList) -> None:
    values = value_function(criterion)(np.array(criterion.value_scores))
    source = origin_or_none(part.value_origin)
    if source is None and part.value_points:
        source = assumed("value_points")
    for place, value in enumerate(map(float, values), 1):
        key = f"values.{part.id}.{place}"
        if source is not None:
            figures.add_value(key, value, "points", source)
        else:
            figures.add_usual(key, value, "points", "values")


def build_alternative(part: AlternativePart, figures: FigureList) -> Alternative:
    """Build an alternative, with its scores."""
    for criterion, score in part.scores.items():
        figures.add(f"scores.{part.id}.{criterion}", score, unit="score")
    return Alternative(
        part.id,
        part.name,
        part.short,
        part.description,
        scope=dict(part.scope or {}),
        forms=tuple(part.forms or ()),
        pros=tuple(part.pros or ()),
        cons=tuple(part.cons or ()),
        leads_to=tuple(part.leads_to or ()),
        undo=part.undo or "",
        origin=origin_or_none(part.origin),
    )


def add_potentials(part: ScenarioPart, figures: FigureList) -> None:
    """Add the potentials and how much of them each way of working takes."""
    if part.potentials:
        figures.add_table("potentials", part.potentials.table)
        for mode, figure in part.potentials.capture.items():
            figures.add(f"capture.{mode}", figure)


def add_weightings(part: ScenarioPart, figures: FigureList) -> None:
    """Add the weights of municipalities and of ready-made weightings."""
    if part.municipal_weights:
        figures.add_table("municipal_weights", part.municipal_weights)
    for preset in part.presets or ():
        for criterion, weight in preset.weights.items():
            key = f"presets.{preset.id}.{criterion}"
            figures.add_value(key, weight, "weight", origin(preset.origin))


def build_assessors(part: ScenarioPart, figures: FigureList) -> tuple[Assessor, ...]:
    """Build those who weigh on their own; where none are listed, the municipalities that do.

    A municipality that is not listed has no name here: its code says which it is.
    """
    rows = part.municipal_weights
    if part.assessors is not None:
        stated = {one.id: one for one in part.assessors}
        assessors = tuple(
            Assessor(one.id, one.name, one.municipality, origin(one.origin))
            for one in part.assessors
        )
    else:
        stated = {}
        assessors = tuple(
            Assessor(code, "", code, origin(rows.origin))
            for code in part.municipalities
            if rows and code in rows.values
        )
    for assessor in assessors:
        own = stated.get(assessor.id)
        voice = own.voice if own else None
        figures.add_or_usual(f"voices.{assessor.id}", voice, VOICE, "weight", "voice")
        if not rows or assessor.municipality not in rows.values:
            _own_weights(part, assessor.id, own, figures)
        _own_scores(part, assessor.id, own, figures)
    return assessors


def _own_weights(
    part: ScenarioPart, assessor: str, own: AssessorPart | None, figures: FigureList
) -> None:
    weights = (own.weights if own else None) or {}
    for criterion in part.criteria or ():
        key = f"assessor_weights.{assessor}.{criterion.id}"
        if own and criterion.id in weights:
            figures.add_value(key, weights[criterion.id], "weight", origin(own.origin))
        else:
            figures.add_usual(key, None, "weight", "assessor_weight")


def _own_scores(
    part: ScenarioPart, assessor: str, own: AssessorPart | None, figures: FigureList
) -> None:
    scores = (own.scores if own else None) or {}
    judged = [one.id for one in part.criteria or () if one.computed is None]
    for alternative in part.alternatives or ():
        for criterion in judged:
            key = f"assessor_scores.{assessor}.{alternative.id}.{criterion}"
            score = scores.get(alternative.id, {}).get(criterion)
            if own and score and score.value is not None:
                figures.add(key, score, "score", own.origin)
            else:
                figures.add_usual(key, None, "score", "assessor_score")


def add_uncertainty(part: UncertaintyPart | None, figures: FigureList) -> None:
    """Add how far weights and scores are tried from where they stand."""
    spread = part.weight_spread if part else None
    widths = (part.width if part else None) or WidthPart()
    figures.add_or_usual(
        "uncertainty.weight_spread", spread, WEIGHT_SPREAD, "share", "weight_spread"
    )
    for kind in WidthPart.model_fields:
        width = getattr(widths, kind)
        figures.add_or_usual(f"uncertainty.width.{kind}", width, NO_WIDTH, "share", "width")
    figures.add_usual("uncertainty.range_factor", AS_STATED, "factor", "range_factor")
