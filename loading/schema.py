"""The scenario format, as types: what a file may hold. Strict; an unknown key is an error.

What one key on its own can be is said here. What holds between keys (references, sums, ranges
that contain their value) is checked in ``loading/checks.py``.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from loading.schema_base import (
    Code,
    FigurePart,
    Id,
    Number,
    OriginPart,
    Part,
    TablePart,
    Text,
    Year,
)
from loading.schema_decision import (
    AlternativePart,
    AssessorPart,
    CriterionPart,
    GroupPart,
    PotentialPart,
    PresetPart,
    UncertaintyPart,
)
from loading.schema_fees import FeeModelPart


class DocumentPart(Part):
    id: Id
    title: Text
    publisher: Text | None = None
    year: Year | None = None
    note: Text | None = None


class AreaPart(Part):
    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]$|^[a-z0-9][a-z0-9_-]*$")]
    name: Text
    group: Text | None = None


class LongListPart(Part):
    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
    name: Text
    description: Text
    became: list[Id] | None = None
    reason: Text | None = None
    origin: OriginPart | None = None


class FormPart(Part):
    id: Id
    name: Text
    description: Text
    consequences: list[Text] | None = None
    origin: OriginPart | None = None


class PathPart(Part):
    start: Id
    to: list[Id]
    description: Text
    origin: OriginPart | None = None


class PreferencePart(Part):
    municipality: Code
    alternatives: Annotated[list[Id], Field(min_length=1)]
    note: Text
    origin: OriginPart


class BodyPart(Part):
    id: Id
    name: Text
    members: Annotated[list[Code], Field(min_length=1)]
    members_note: Text
    member_count: Annotated[int, Field(ge=1)] | None = None
    figures: dict[Id, FigurePart] | None = None
    origin: OriginPart | None = None


class UnitPart(Part):
    """Something counted per member: ``counts`` is code -> year -> count."""

    id: Id
    name: Text
    day: Text
    counts: dict[Code, dict[Year, FigurePart]]
    growth: FigurePart


class ProjectionPart(Part):
    """Drivers beyond the data. Growth is the country's; each member keeps some of its own trend."""

    population_growth: FigurePart
    population_own_trend: FigurePart
    population_window: Annotated[int, Field(ge=2, le=30)] = 10
    tax_base_growth: FigurePart
    tax_base_own_trend: FigurePart
    tax_base_window: Annotated[int, Field(ge=2, le=30)] = 8
    revenue_factor: FigurePart
    last_population_year: Year = 2025


class TargetPart(Part):
    id: Id
    name: Text
    kind: Literal["equity_ratio", "equity", "balance_result"]
    figure: FigurePart


class AccountLinePart(Part):
    id: Id
    name: Text
    kind: Literal["income", "cost", "result"]
    values: dict[str, Number | None]


class AccountPart(Part):
    """Accounts as printed, in kr."""

    id: Id
    name: Text
    year: Year
    columns: dict[Id, Text]
    origin: OriginPart
    lines: list[AccountLinePart]


class BoundaryItemPart(Part):
    component: Text
    responsible: dict[Id, Literal["joint", "municipality", "external"]]
    note: Text | None = None


class BoundaryListPart(Part):
    id: Id
    name: Text
    tasks: dict[Id, Text]
    items: list[BoundaryItemPart]
    origin: OriginPart


class YearsPart(Part):
    first: Year
    last: Year


class ScenarioPart(Part):
    format: Literal[1]
    id: Id
    version: Text
    title: Text
    short: Text
    question: Text
    summary: Text
    municipalities: Annotated[list[Code], Field(min_length=1)]
    host: Code | None = None
    years: YearsPart
    documents: list[DocumentPart]
    areas: list[AreaPart] | None = None
    potentials: PotentialPart | None = None
    criteria_groups: list[GroupPart] | None = None
    criteria: list[CriterionPart] | None = None
    alternatives: list[AlternativePart] | None = None
    long_list: list[LongListPart] | None = None
    forms: list[FormPart] | None = None
    paths: list[PathPart] | None = None
    preferences: list[PreferencePart] | None = None
    municipal_weights: TablePart | None = None
    presets: list[PresetPart] | None = None
    assessors: list[AssessorPart] | None = None
    uncertainty: UncertaintyPart | None = None
    units: list[UnitPart] | None = None
    projection: ProjectionPart | None = None
    fee_models: list[FeeModelPart] | None = None
    default_models: Annotated[list[Id], Field(min_length=2, max_length=4)] | None = None
    bodies: list[BodyPart] | None = None
    targets: list[TargetPart] | None = None
    accounts: list[AccountPart] | None = None
    boundary_lists: list[BoundaryListPart] | None = None
    seed: Annotated[int, Field(ge=0, lt=2**63)] = 20240917
