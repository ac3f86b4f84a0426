"""Small countries and fee models built in code, so that a test shows all that it depends on."""

from collections.abc import Mapping, Sequence

import numpy as np

from model.fee_model import FeeModel, FixedSum, NoIndex, PerUnit, UnitKey
from model.fees.drivers import Drivers
from model.fees.reading import Reader
from model.figures import Figure, Figures, Origin
from model.municipal import MunicipalFigures, YearTable
from model.scenario import Scenario, Unit

ASSUMED = Origin(kind="assumption", reason="Testvärde.")
OFFICIAL = Origin(kind="official", table="Testtabell", year=2025, retrieved="2026-01-01")
A, B, C = "0001", "0002", "0003"
YEARS = tuple(range(2015, 2026))

PROJECTION = {
    "projection.population_growth": 0.01,
    "projection.population_own_trend": 0.5,
    "projection.tax_base_growth": 0.04,
    "projection.tax_base_own_trend": 0.5,
    "projection.revenue_factor": 1.07,
}

Number = float | None | tuple[float, float, float]
"""A number, or a number with the low and high end of its range."""


def figures(values: Mapping[str, Number]) -> Figures:
    return Figures(_figure(key, value) for key, value in (PROJECTION | dict(values)).items())


def _figure(key: str, value: Number) -> Figure:
    number, low, high = value if isinstance(value, tuple) else (value, None, None)
    unit = "share/year" if key.endswith(("growth", "after")) else "kr"
    return Figure(key, number, unit, ASSUMED, low, high)


def reading(values: Mapping[str, Number] | None = None) -> Reader:
    return Reader(figures(values or {}))


def country(
    population: Mapping[str, Sequence[float]] | None = None,
    *,
    tax_base: Mapping[str, Sequence[float]] | None = None,
    tax_rate: Mapping[int, Sequence[float]] | None = None,
    revenue_2019: Sequence[float] | None = None,
) -> MunicipalFigures:
    """Build a country of a few municipalities with figures for 2015–2025.

    Without figures: A has 1 000, B 2 000 and C 3 000 inhabitants in all years, each with a tax
    base of 200 000 kr and a rate of 20 %; no official revenue is known.
    """
    people = population or {A: [1000] * 11, B: [2000] * 11, C: [3000] * 11}
    codes = tuple(people)
    bases = tax_base or {code: [200_000] * 11 for code in codes}
    rates = tax_rate or {2021: [0.2] * len(codes), 2025: [0.2] * len(codes)}
    revenue = revenue_2019 or [np.nan] * len(codes)

    def table(years, rows):
        return YearTable(tuple(years), np.array(rows, dtype=float), OFFICIAL, {})

    return MunicipalFigures(
        codes=codes,
        names=codes,
        counties=("Län",) * len(codes),
        population=table(YEARS, list(zip(*people.values(), strict=True))),
        tax_base=table(YEARS, list(zip(*bases.values(), strict=True))),
        tax_rate=table(rates, list(rates.values())),
        tax_revenue=table([2019], [revenue]),
    )


def unit(
    id: str, counts: Mapping[str, Mapping[int, float]], growth: Number
) -> tuple[Unit, dict[str, Number]]:
    """Return a unit and its figures."""
    numbers: dict[str, Number] = {
        f"units.{id}.{code}.{year}": count
        for code, row in counts.items()
        for year, count in row.items()
    }
    years = {code: tuple(row) for code, row in counts.items()}
    return Unit(id, id, "1 januari", years), numbers | {f"units.{id}.growth": growth}


def scenario(values: Mapping[str, Number] | None = None, **other) -> Scenario:
    fields = {"municipalities": (A, B, C), "years": (2024, 2030)} | other
    return Scenario(
        id="prov",
        title="Prov",
        short="Prov",
        question="Vem betalar?",
        summary="",
        version="1",
        host=None,
        figures=figures(values or {}),
        **fields,
    )


def fee_model(id: str = "modell", **other) -> FeeModel:
    """Build a model: 26 kr (figure ``rate``) per inhabitant two years before, unless told."""
    fields = {
        "status": "current",
        "level_year": 2024,
        "amount": PerUnit("rate", "population", 2),
        "key": UnitKey("population", 2),
        "index": NoIndex(),
    } | other
    return FeeModel(id=id, name=id, short=id, description=id, **fields)


def fixed_model(id: str = "fast", **other) -> FeeModel:
    """Build a model of a fixed sum (figure ``sum``), shared by population."""
    return fee_model(id, **({"amount": FixedSum("sum")} | other))


def drivers(
    values: Mapping[str, Number] | None = None,
    land: MunicipalFigures | None = None,
    members: Sequence[str] = (A, B, C),
    **other,
) -> Drivers:
    spec = scenario(values, **other)
    return Drivers(spec, land or country(), members, Reader(spec.figures))


def years(*asked: int) -> np.ndarray:
    return np.array(asked)
