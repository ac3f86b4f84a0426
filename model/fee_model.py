"""How a fee model is put together: an amount, a key, an index and adjustments.

Only structure. Every number is the key of a figure in the scenario, so a new body is lines in a
file. The calculation of each kind is in ``model/fees/``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from model.figures import Origin

ModelStatus = Literal["current", "proposed", "former", "comparison"]


@dataclass(frozen=True, slots=True)
class PerUnit:
    """A rate per counted unit (inhabitant, user, pupil).

    Attributes:
        rate: Figure key [kr/unit], the level of the model's level year.
        unit: ``population`` or the id of a unit in the scenario.
        lag: Whole years from the count to the fee year.
    """

    rate: str
    unit: str
    lag: int


@dataclass(frozen=True, slots=True)
class ShareOfTax:
    """A share of the members' tax revenue, with or without general grants.

    Attributes:
        share: Figure key [share].
        grants: Figure key [kr/inhabitant] for general grants and equalisation, or None.
    """

    share: str
    grants: str | None = None


@dataclass(frozen=True, slots=True)
class FixedSum:
    """A sum in kronor, whatever the members' size.

    Attributes:
        sum: Figure key [kr].
    """

    sum: str


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One line of cost or income with its own yearly growth.

    Attributes:
        amount: Figure key [kr] in the model's level year.
        growth: Figure key [share/year], or None for a line that stays.
    """

    id: str
    name: str
    amount: str
    growth: str | None = None


@dataclass(frozen=True, slots=True)
class NetCost:
    """What the body costs after its other income."""

    costs: tuple[MoneyLine, ...]
    income: tuple[MoneyLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PriceLine:
    """A priced object and the unit that counts how many each member uses."""

    id: str
    name: str
    price: str
    unit: str
    lag: int = 0


@dataclass(frozen=True, slots=True)
class PriceList:
    """Prices times quantities, called off by each member."""

    objects: tuple[PriceLine, ...]


@dataclass(frozen=True, slots=True)
class SumOf:
    """Several amounts together."""

    parts: tuple["Amount", ...]


Amount = PerUnit | ShareOfTax | FixedSum | NetCost | PriceList | SumOf


@dataclass(frozen=True, slots=True)
class UnitKey:
    """Shares by population or another counted unit.

    Attributes:
        unit: ``population`` or a unit id.
        lag: Whole years from the count to the fee year.
        frozen_at: Year whose count is used for every fee year, or None.
    """

    unit: str
    lag: int = 0
    frozen_at: int | None = None


@dataclass(frozen=True, slots=True)
class TaxKey:
    """Shares by tax base (in kronor) or by tax revenue, or revenue plus grants."""

    base: Literal["tax_base", "tax_revenue", "tax_and_grants"]
    grants: str | None = None


@dataclass(frozen=True, slots=True)
class FixedKey:
    """Fixed percentages: code -> figure key [share]."""

    shares: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EqualKey:
    """Equal parts."""


@dataclass(frozen=True, slots=True)
class UseKey:
    """Each member pays for what it calls off from the price list."""


@dataclass(frozen=True, slots=True)
class MixedKey:
    """A mixture, e.g. 30 % equal parts and 70 % population: (figure key [share], key)."""

    parts: tuple[tuple[str, "Key"], ...]


Key = UnitKey | TaxKey | FixedKey | EqualKey | UseKey | MixedKey


@dataclass(frozen=True, slots=True)
class NoIndex:
    """The level stays.

    Attributes:
        known_to: Last year that the source confirms the level for, or None.
    """

    known_to: int | None = None


@dataclass(frozen=True, slots=True)
class StatedIndex:
    """Yearly changes from a source, then an assumed growth.

    Attributes:
        changes: Year -> figure key [share/year]; the change from the year before.
        after: Figure key [share/year] for years without a stated change.
    """

    changes: Mapping[int, str]
    after: str
    series: str = ""
    vintage: str = ""


@dataclass(frozen=True, slots=True)
class GrowthIndex:
    """A constant yearly growth: figure key [share/year]."""

    growth: str


@dataclass(frozen=True, slots=True)
class MixIndex:
    """A mix by cost shares (wages, rents, ...): (name, share key, growth key)."""

    parts: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class StepIndex:
    """The level is renegotiated every ``every`` years and stands still between.

    Attributes:
        growth: Figure key [share/year] that has accumulated when a new level is set.
    """

    every: int
    growth: str


Index = NoIndex | StatedIndex | GrowthIndex | MixIndex | StepIndex


@dataclass(frozen=True, slots=True)
class VolumeClause:
    """Units beyond a base are paid at a marginal price, by the member that has them.

    Attributes:
        unit: Unit id.
        base_year: The year whose count is included in the contribution.
        price: Figure key [kr/unit], in the model's level year; follows the model's index.
        lag: Whole years from the count to the fee year.
    """

    unit: str
    base_year: int
    price: str
    lag: int = 0


@dataclass(frozen=True, slots=True)
class StatedOutcome:
    """What the source says that the model gives, kept for the plausibility checks.

    Attributes:
        sum: Figure key [kr], or None.
        year: The year of the sum.
        body: Id of the comparison body whose members the sum is for; None for the scenario's.
        members: Code -> figure key [kr] where the source states members apart.
    """

    year: int
    sum: str | None = None
    body: str | None = None
    members: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class FeeModel:
    """A fee model as stated.

    Attributes:
        level_year: The year whose level the rate, share, sum or prices state; index 1.0 there.
        body: Id of the comparison body that uses it, or None.
    """

    id: str
    name: str
    short: str
    description: str
    status: ModelStatus
    level_year: int
    amount: Amount
    key: Key
    index: Index
    volume_clause: VolumeClause | None = None
    stated: StatedOutcome | None = None
    body: str | None = None
    origin: Origin | None = None
