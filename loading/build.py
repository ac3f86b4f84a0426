"""A validated scenario file turned into the model's scenario, every number under its key."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from loading.build_decision import (
    add_potentials,
    add_uncertainty,
    add_weightings,
    build_alternative,
    build_assessors,
    build_criterion,
    build_group,
)
from loading.build_fees import build_fee_model
from loading.figure_keys import FigureList, origin, origin_or_none
from loading.schema import AccountPart, ProjectionPart, ScenarioPart
from loading.schema_base import Part
from model.figures import Figures
from model.scenario import (
    Account,
    AccountLine,
    Area,
    BoundaryItem,
    BoundaryList,
    ComparisonBody,
    Document,
    Form,
    LongListItem,
    Path,
    Preference,
    Projection,
    Scenario,
    Target,
    Unit,
    WeightPreset,
)

DEFAULT_MODELS = 2
P = TypeVar("P", bound=Part)
M = TypeVar("M")


def build_scenario(part: ScenarioPart) -> Scenario:
    """Build the scenario of a file without problems. Figures come in the order of the file."""
    figures = FigureList()
    areas = _all(part.areas, lambda a: Area(a.id, a.name, a.group or ""))
    groups = _all(part.criteria_groups, lambda g: build_group(g, figures))
    criteria = _all(part.criteria, lambda c: build_criterion(c, figures))
    alternatives = _all(part.alternatives, lambda a: build_alternative(a, figures))
    add_potentials(part, figures)
    add_weightings(part, figures)
    assessors = build_assessors(part, figures)
    add_uncertainty(part.uncertainty, figures)
    units = tuple(_units(part, figures))
    projection = _projection(part.projection, figures)
    fee_models = _all(part.fee_models, lambda m: build_fee_model(m, figures))
    for target in part.targets or ():
        figures.add(f"targets.{target.id}", target.figure)
    accounts = _all(part.accounts, lambda a: _account(a, figures))
    bodies = tuple(_bodies(part, figures))
    return Scenario(
        id=part.id,
        title=part.title,
        short=part.short,
        question=part.question,
        summary=part.summary,
        version=part.version,
        municipalities=tuple(part.municipalities),
        host=part.host,
        years=(part.years.first, part.years.last),
        figures=Figures(figures.figures),
        documents=_all(
            part.documents,
            lambda d: Document(d.id, d.title, d.publisher or "", d.year, d.note or ""),
        ),
        areas=areas,
        criteria=criteria,
        groups=groups,
        alternatives=alternatives,
        long_list=_all(part.long_list, _long_list_item),
        forms=_all(part.forms, _form),
        paths=_all(part.paths, _path),
        preferences=_all(part.preferences, _preference),
        potential_weighting=part.potentials.weighting if part.potentials else "equal",
        own_weights=tuple(part.municipal_weights.values) if part.municipal_weights else (),
        presets=_all(part.presets, lambda p: WeightPreset(p.id, p.name)),
        assessors=assessors,
        fee_models=fee_models,
        bodies=bodies,
        units=units,
        projection=projection,
        targets=_all(part.targets, lambda t: Target(t.id, t.name, t.kind)),
        accounts=accounts,
        boundary_lists=_all(part.boundary_lists, _boundary_list),
        default_models=tuple(
            part.default_models
            if part.default_models is not None
            else [model.id for model in fee_models[:DEFAULT_MODELS]]
        ),
        seed=part.seed,
    )


def _all(parts: Iterable[P] | None, build: Callable[[P], M]) -> tuple[M, ...]:
    return tuple(build(part) for part in parts or ())


def _units(part: ScenarioPart, figures: FigureList) -> Iterator[Unit]:
    for unit in part.units or ():
        for code, counts in unit.counts.items():
            for year, figure in sorted(counts.items()):
                figures.add(f"units.{unit.id}.{code}.{year}", figure)
        figures.add(f"units.{unit.id}.growth", unit.growth)
        years = {code: tuple(sorted(counts)) for code, counts in unit.counts.items()}
        yield Unit(unit.id, unit.name, unit.day, years)


def _projection(part: ProjectionPart | None, figures: FigureList) -> Projection:
    if part is None:
        return Projection()
    for name in (
        "population_growth",
        "population_own_trend",
        "tax_base_growth",
        "tax_base_own_trend",
        "revenue_factor",
    ):
        figures.add(f"projection.{name}", getattr(part, name))
    return Projection(part.population_window, part.tax_base_window, part.last_population_year)


def _account(part: AccountPart, figures: FigureList) -> Account:
    for line in part.lines:
        for column, value in line.values.items():
            figures.add_value(
                f"accounts.{part.id}.{line.id}.{column}", value, "kr", origin(part.origin)
            )
    lines = tuple(AccountLine(line.id, line.name, line.kind) for line in part.lines)
    return Account(part.id, part.name, part.year, tuple(part.columns.items()), lines)


def _bodies(part: ScenarioPart, figures: FigureList) -> Iterator[ComparisonBody]:
    for body in part.bodies or ():
        for name, figure in (body.figures or {}).items():
            figures.add(f"bodies.{body.id}.{name}", figure)
        yield ComparisonBody(
            body.id,
            body.name,
            tuple(body.members),
            body.members_note,
            body.member_count,
            origin_or_none(body.origin),
        )


def _long_list_item(part: Any) -> LongListItem:
    return LongListItem(
        part.id,
        part.name,
        part.description,
        tuple(part.became or ()),
        part.reason or "",
        origin_or_none(part.origin),
    )


def _form(part: Any) -> Form:
    consequences = tuple(part.consequences or ())
    return Form(part.id, part.name, part.description, consequences, origin_or_none(part.origin))


def _path(part: Any) -> Path:
    return Path(part.start, tuple(part.to), part.description, origin_or_none(part.origin))


def _preference(part: Any) -> Preference:
    return Preference(part.municipality, tuple(part.alternatives), part.note, origin(part.origin))


def _boundary_list(part: Any) -> BoundaryList:
    items = tuple(
        BoundaryItem(item.component, dict(item.responsible), item.note or "") for item in part.items
    )
    return BoundaryList(part.id, part.name, tuple(part.tasks.items()), items, origin(part.origin))
