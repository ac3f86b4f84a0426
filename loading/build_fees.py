"""A fee model of a scenario file as the model has it; its numbers go to the figures."""

from loading.figure_keys import FigureList, origin_or_none
from loading.schema_fees import (
    AmountPart,
    EqualKeyPart,
    FeeModelPart,
    FixedKeyPart,
    FixedSumPart,
    GrowthIndexPart,
    IndexPart,
    KeyPart,
    MixedKeyPart,
    MixIndexPart,
    MoneyLinePart,
    NetCostPart,
    NoIndexPart,
    PerUnitPart,
    PriceListPart,
    ShareOfTaxPart,
    StatedIndexPart,
    StatedPart,
    SumPart,
    TaxKeyPart,
    UnitKeyPart,
)
from model import fee_model as fm


def build_fee_model(part: FeeModelPart, figures: FigureList) -> fm.FeeModel:
    """Build one fee model; every figure is added under ``fee_models.<id>.``."""
    prefix = f"fee_models.{part.id}."
    amount = _amount(part.amount, prefix, figures)
    clause = None
    key = _key(part.key, f"{prefix}key.", figures, _grants(amount))
    index = _index(part.index, f"{prefix}index.", figures)
    if part.volume_clause is not None:
        price = figures.add(f"{prefix}volume.price", part.volume_clause.price)
        volume = part.volume_clause
        clause = fm.VolumeClause(volume.unit, volume.base_year, price, volume.lag)
    return fm.FeeModel(
        id=part.id,
        name=part.name,
        short=part.short,
        description=part.description,
        status=part.status,
        level_year=part.level_year,
        amount=amount,
        key=key,
        index=index,
        volume_clause=clause,
        stated=_stated(part.stated, f"{prefix}stated.", figures) if part.stated else None,
        body=part.body,
        origin=origin_or_none(part.origin),
    )


def _amount(part: AmountPart, prefix: str, figures: FigureList) -> fm.Amount:
    match part:
        case PerUnitPart():
            return fm.PerUnit(figures.add(f"{prefix}rate", part.rate), part.unit, part.lag)
        case ShareOfTaxPart():
            share = figures.add(f"{prefix}share", part.share)
            grants = figures.add(f"{prefix}grants", part.grants) if part.grants else None
            return fm.ShareOfTax(share, grants)
        case FixedSumPart():
            return fm.FixedSum(figures.add(f"{prefix}sum", part.sum))
        case NetCostPart():
            return fm.NetCost(
                tuple(_line(line, f"{prefix}costs.", figures) for line in part.costs),
                tuple(_line(line, f"{prefix}income.", figures) for line in part.income or ()),
            )
        case PriceListPart():
            return fm.PriceList(
                tuple(
                    fm.PriceLine(
                        line.id,
                        line.name,
                        figures.add(f"{prefix}objects.{line.id}.price", line.price),
                        line.unit,
                        line.lag,
                    )
                    for line in part.objects
                )
            )
        case SumPart():
            return fm.SumOf(
                tuple(
                    _amount(inner, f"{prefix}parts.{n}.", figures)
                    for n, inner in enumerate(part.parts, start=1)
                )
            )


def _line(part: MoneyLinePart, prefix: str, figures: FigureList) -> fm.MoneyLine:
    amount = figures.add(f"{prefix}{part.id}.amount", part.amount)
    growth = figures.add(f"{prefix}{part.id}.growth", part.growth) if part.growth else None
    return fm.MoneyLine(part.id, part.name, amount, growth)


def _grants(amount: fm.Amount) -> str | None:
    """Return the key of the grants that the amount is computed with, if any."""
    if isinstance(amount, fm.SumOf):
        return next((found for part in amount.parts if (found := _grants(part))), None)
    return amount.grants if isinstance(amount, fm.ShareOfTax) else None


def _key(part: KeyPart, prefix: str, figures: FigureList, grants: str | None) -> fm.Key:
    match part:
        case UnitKeyPart():
            return fm.UnitKey(part.unit, part.lag, part.frozen_at)
        case TaxKeyPart():
            own = figures.add(f"{prefix}grants", part.grants) if part.grants else None
            common = grants if part.kind == "tax_and_grants" else None
            return fm.TaxKey(part.kind, own or common)
        case FixedKeyPart():
            return fm.FixedKey(
                {code: figures.add(f"{prefix}{code}", share) for code, share in part.shares.items()}
            )
        case MixedKeyPart():
            parts = []
            for n, mixed in enumerate(part.parts, start=1):
                share = figures.add(f"{prefix}{n}.share", mixed.share)
                parts.append((share, _key(mixed.key, f"{prefix}{n}.", figures, grants)))
            return fm.MixedKey(tuple(parts))
        case EqualKeyPart():
            return fm.EqualKey()
        case _:
            return fm.UseKey()


def _index(part: IndexPart, prefix: str, figures: FigureList) -> fm.Index:
    match part:
        case NoIndexPart():
            return fm.NoIndex(part.known_to)
        case StatedIndexPart():
            changes = {
                year: figures.add(f"{prefix}{year}", change)
                for year, change in sorted(part.changes.items())
            }
            after = figures.add(f"{prefix}after", part.after)
            return fm.StatedIndex(changes, after, part.series or "", part.vintage or "")
        case GrowthIndexPart():
            return fm.GrowthIndex(figures.add(f"{prefix}growth", part.growth))
        case MixIndexPart():
            return fm.MixIndex(
                tuple(
                    (
                        line.name,
                        figures.add(f"{prefix}{line.id}.share", line.share),
                        figures.add(f"{prefix}{line.id}.growth", line.growth),
                    )
                    for line in part.parts
                )
            )
        case _:
            return fm.StepIndex(part.every, figures.add(f"{prefix}growth", part.growth))


def _stated(part: StatedPart, prefix: str, figures: FigureList) -> fm.StatedOutcome:
    total = figures.add(f"{prefix}sum", part.sum) if part.sum else None
    members = None
    if part.members is not None:
        members = {
            code: figures.add(f"{prefix}{code}", figure) for code, figure in part.members.items()
        }
    return fm.StatedOutcome(part.year, total, part.body, members)
