"""Fee models in a scenario file: an amount, a key, an index and what the source says it gives."""

from typing import Annotated, Literal

from pydantic import Field

from loading.schema_base import Code, FigurePart, Id, OriginPart, Part, Text, Year


class PerUnitPart(Part):
    kind: Literal["per_unit"]
    unit: Id
    lag: Annotated[int, Field(ge=0, le=5)]
    rate: FigurePart


class ShareOfTaxPart(Part):
    kind: Literal["share_of_tax"]
    share: FigurePart
    grants: FigurePart | None = None


class FixedSumPart(Part):
    kind: Literal["fixed"]
    sum: FigurePart


class MoneyLinePart(Part):
    id: Id
    name: Text
    amount: FigurePart
    growth: FigurePart | None = None


class NetCostPart(Part):
    kind: Literal["net_cost"]
    costs: Annotated[list[MoneyLinePart], Field(min_length=1)]
    income: list[MoneyLinePart] | None = None


class PriceLinePart(Part):
    id: Id
    name: Text
    price: FigurePart
    unit: Id
    lag: Annotated[int, Field(ge=0, le=5)] = 0


class PriceListPart(Part):
    kind: Literal["price_list"]
    objects: Annotated[list[PriceLinePart], Field(min_length=1)]


class SumPart(Part):
    kind: Literal["sum"]
    parts: Annotated[list["AmountPart"], Field(min_length=2)]


AmountPart = Annotated[
    PerUnitPart | ShareOfTaxPart | FixedSumPart | NetCostPart | PriceListPart | SumPart,
    Field(discriminator="kind"),
]


class UnitKeyPart(Part):
    kind: Literal["unit"]
    unit: Id
    lag: Annotated[int, Field(ge=0, le=5)] = 0
    frozen_at: Year | None = None


class TaxKeyPart(Part):
    kind: Literal["tax_base", "tax_revenue", "tax_and_grants"]
    grants: FigurePart | None = None


class FixedKeyPart(Part):
    kind: Literal["fixed"]
    shares: dict[Code, FigurePart]


class EqualKeyPart(Part):
    kind: Literal["equal"]


class UseKeyPart(Part):
    kind: Literal["use"]


class MixedPart(Part):
    share: FigurePart
    key: "KeyPart"


class MixedKeyPart(Part):
    kind: Literal["mix"]
    parts: Annotated[list[MixedPart], Field(min_length=2)]


KeyPart = Annotated[
    UnitKeyPart | TaxKeyPart | FixedKeyPart | EqualKeyPart | UseKeyPart | MixedKeyPart,
    Field(discriminator="kind"),
]


class NoIndexPart(Part):
    kind: Literal["none"]
    known_to: Year | None = None


class StatedIndexPart(Part):
    kind: Literal["stated"]
    changes: dict[Year, FigurePart]
    after: FigurePart
    series: Id | None = None
    vintage: Text | None = None


class GrowthIndexPart(Part):
    kind: Literal["growth"]
    growth: FigurePart


class CostSharePart(Part):
    id: Id
    name: Text
    share: FigurePart
    growth: FigurePart


class MixIndexPart(Part):
    kind: Literal["mix"]
    parts: Annotated[list[CostSharePart], Field(min_length=2)]


class StepIndexPart(Part):
    kind: Literal["step"]
    every: Annotated[int, Field(ge=2, le=10)]
    growth: FigurePart


IndexPart = Annotated[
    NoIndexPart | StatedIndexPart | GrowthIndexPart | MixIndexPart | StepIndexPart,
    Field(discriminator="kind"),
]


class VolumeClausePart(Part):
    unit: Id
    base_year: Year
    price: FigurePart
    lag: Annotated[int, Field(ge=0, le=5)] = 0


class StatedPart(Part):
    year: Year
    sum: FigurePart | None = None
    body: Id | None = None
    members: dict[Code, FigurePart] | None = None


class FeeModelPart(Part):
    id: Id
    name: Text
    short: Text
    description: Text
    status: Literal["current", "proposed", "former", "comparison"]
    level_year: Year
    amount: AmountPart
    key: KeyPart
    index: IndexPart
    volume_clause: VolumeClausePart | None = None
    stated: StatedPart | None = None
    body: Id | None = None
    origin: OriginPart | None = None
