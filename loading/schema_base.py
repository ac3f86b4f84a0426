"""What every part of a scenario file is made of: texts, ids, figures and where they come from."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from model.figures import UNITS

Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=60)]
Code = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
Date = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Year = Annotated[int, Field(ge=1990, le=2100)]
LARGEST = 1e12
Number = Annotated[float, Field(allow_inf_nan=False, ge=-LARGEST, le=LARGEST)]
UnitName = Literal[UNITS]  # type: ignore[valid-type]
ScopeName = Literal["municipality", "steered", "coordinated", "joint", "external"]


class Part(BaseModel):
    """Base of every part of a file."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Sourced(Part):
    kind: Literal["sourced"]
    document: Id
    section: Text


class Official(Part):
    kind: Literal["official"]
    table: Text
    year: Year
    retrieved: Date


class Assumed(Part):
    kind: Literal["assumption"]
    reason: Text


OriginPart = Annotated[Sourced | Official | Assumed, Field(discriminator="kind")]


class FigurePart(Part):
    """One number. ``value: null`` says that the source gives none."""

    value: Number | None
    unit: UnitName
    range: Annotated[list[Number], Field(min_length=2, max_length=2)] | None = None
    lever: bool = False
    label: Text | None = None
    origin: OriginPart


class ScorePart(Part):
    """A score on the criterion's scale; the unit is the scale."""

    value: Number | None
    range: Annotated[list[Number], Field(min_length=2, max_length=2)] | None = None
    origin: OriginPart


class TablePart(Part):
    """Many numbers that share unit and origin: municipality -> column -> value."""

    unit: UnitName
    origin: OriginPart
    range_width: Annotated[float, Field(ge=0, le=LARGEST)] | None = None
    lever: bool = False
    values: dict[Code, dict[str, Number | None]]
