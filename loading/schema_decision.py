"""Criteria, alternatives, those who weigh them and how sure it all is, in a scenario file."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from loading.schema_base import (
    Code,
    FigurePart,
    Id,
    Number,
    OriginPart,
    Part,
    ScopeName,
    ScorePart,
    TablePart,
    Text,
)


class ScalePart(Part):
    low: Number
    high: Number
    low_means: Text
    high_means: Text
    anchors: dict[int, Text] | None = None
    better: Literal["high", "low"] = "high"


class GroupPart(Part):
    """A branch of the criteria tree; ``weight`` is its weight among the groups."""

    id: Id
    name: Text
    short: Text
    weight: FigurePart
    origin: OriginPart | None = None


class BoundsPart(Part):
    """The least and the most that a criterion can weigh, as shares of all weight."""

    low: Number
    high: Number
    origin: OriginPart


class CriterionPart(Part):
    """A criterion; its weight is among those of its group where there are groups."""

    id: Id
    name: Text
    short: Text
    description: Text
    group: Id | None = None
    scale: ScalePart
    weight: FigurePart
    bounds: BoundsPart | None = None
    value_points: list[Annotated[list[Number], Field(min_length=2, max_length=2)]] | None = None
    value_origin: OriginPart | None = None
    computed: Literal["potential"] | None = None
    origin: OriginPart | None = None


class AlternativePart(Part):
    id: Id
    name: Text
    short: Text
    description: Text
    scope: dict[str, ScopeName] | None = None
    forms: list[Id] | None = None
    pros: list[Text] | None = None
    cons: list[Text] | None = None
    leads_to: list[Id] | None = None
    undo: Text | None = None
    scores: dict[str, ScorePart]
    origin: OriginPart | None = None


class PotentialPart(Part):
    """Potential 0–100 per municipality and area, and how much of it each way of working takes."""

    weighting: Literal["equal", "population"] = "equal"
    table: TablePart
    capture: dict[ScopeName, FigurePart]


class PresetPart(Part):
    """A ready-made weighting: criterion -> weight among all criteria."""

    id: Id
    name: Text
    weights: dict[str, Number | None]
    origin: OriginPart


class OwnScorePart(Part):
    """An assessor's score, also written as the number alone; without a value it is the joint one.

    Without an origin of its own it has the assessor's.
    """

    value: Number | None
    range: Annotated[list[Number], Field(min_length=2, max_length=2)] | None = None
    origin: OriginPart | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, given: Any) -> Any:
        return given if isinstance(given, dict) else {"value": given}


class AssessorPart(Part):
    """One who weighs on their own: a municipality, or a role.

    ``weights`` is criterion -> weight among all criteria, ``scores`` alternative -> criterion ->
    score for those that are not as the joint ones.
    """

    id: Id
    name: Text
    municipality: Code | None = None
    voice: FigurePart | None = None
    weights: dict[str, Number | None] | None = None
    scores: dict[str, dict[str, OwnScorePart]] | None = None
    origin: OriginPart


class WidthPart(Part):
    """How far a score without a range reaches each way, by its origin; a share of the scale."""

    sourced: FigurePart | None = None
    official: FigurePart | None = None
    assumption: FigurePart | None = None


class UncertaintyPart(Part):
    """How far weights and scores are tried from where they stand."""

    weight_spread: FigurePart | None = None
    width: WidthPart | None = None
