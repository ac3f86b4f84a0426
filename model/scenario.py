"""One investigation: members, alternatives, criteria, fee models and the figures behind them.

The structure says *what* is compared; every arguable number lives in ``Scenario.figures`` under
a stable key, so that a user's choice is nothing but a key and a number.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from model.fee_model import FeeModel
from model.figures import Figures, Origin

ScopeMode = Literal["municipality", "steered", "coordinated", "joint", "external"]
"""Who does the work in an area, from each municipality alone to a joint body or a supplier."""

WeightDraws = Literal["near", "all", "order", "bounds"]
"""Which weights are held possible: near today's, any, any in today's order, any within bounds."""

Voices = Literal["equal", "population", "given"]
"""How much each assessor counts in the joint result."""


@dataclass(frozen=True, slots=True)
class Document:
    """A source that figures refer to."""

    id: str
    title: str
    publisher: str = ""
    year: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A field of work that an alternative may cover, e.g. A: IT infrastructure."""

    id: str
    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class CriteriaGroup:
    """A branch of the criteria tree; its weight is the figure ``group_weights.<id>``."""

    id: str
    name: str
    short: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion on a fixed scale with words at its ends.

    Its weight is the figure ``weights.<id>``, among the criteria of its group where it has one; a
    score is ``scores.<alternative>.<id>``; the value of point *n* of its value function, from 1,
    is ``values.<id>.<n>``; the share of all weight that is held possible lies between
    ``bounds.<id>.low`` and ``bounds.<id>.high``.

    Attributes:
        scale: Lowest and highest score.
        low_means: What the lowest score means, in words.
        high_means: What the highest score means, in words.
        anchors: Words for single scores on the scale, by score.
        higher_is_better: False where the highest score is the least wanted.
        value_points: (score, value 0–100) of a piecewise linear value function; empty for linear.
        value_scores: Scores whose value can be chosen, ascending; empty for none.
        computed: ``potential`` if the score is computed from potentials and scope.
        group: Id of its group in the criteria tree; empty where there is no tree.
    """

    id: str
    name: str
    short: str
    description: str
    scale: tuple[float, float]
    low_means: str
    high_means: str
    anchors: tuple[tuple[float, str], ...] = ()
    higher_is_better: bool = True
    value_points: tuple[tuple[float, float], ...] = ()
    computed: Literal["potential"] | None = None
    origin: Origin | None = None
    value_scores: tuple[float, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A way to organise the work, on the short list.

    Attributes:
        scope: Area id -> who does the work there.
        forms: Ids of the legal forms that fit.
        leads_to: Ids of alternatives it can lead on to.
        undo: How easy it is to go back, in words.
    """

    id: str
    name: str
    short: str
    description: str
    scope: Mapping[str, ScopeMode] = field(default_factory=dict)
    forms: tuple[str, ...] = ()
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    undo: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class LongListItem:
    """An alternative that was weighed early, and what became of it."""

    id: str
    name: str
    description: str
    became: tuple[str, ...] = ()
    reason: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A legal form for cooperation."""

    id: str
    name: str
    description: str
    consequences: tuple[str, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """A step from one alternative (or today) to others."""

    start: str
    to: tuple[str, ...]
    description: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Preference:
    """What a municipality has said that it prefers."""

    municipality: str
    alternatives: tuple[str, ...]
    note: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Assessor:
    """One who weighs the alternatives on their own: a municipality or a role in a meeting.

    Weights are ``municipal_weights.<code>.<criterion>`` for a municipality with a row of its own,
    else ``assessor_weights.<id>.<criterion>``. A score is ``assessor_scores.<id>.<alternative>.
    <criterion>``; a weight or score without a value is the joint one. ``voices.<id>`` is how much
    the assessor counts where voices are given.

    Attributes:
        municipality: Code; None for a role.
    """

    id: str
    name: str
    municipality: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class WeightPreset:
    """A ready-made weighting; its numbers are the figures ``presets.<id>.<criterion>``."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ComparisonBody:
    """Another joint body that the sources describe.

    Attributes:
        members: Codes of its members, or of those taken for them.
        members_note: How the members are known; a warning where they are assumed.
        member_count: Members according to the source.
    """

    id: str
    name: str
    members: tuple[str, ...]
    members_note: str
    member_count: int | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A financial target; its number is the figure ``targets.<id>``."""

    id: str
    name: str
    kind: Literal["equity_ratio", "equity", "balance_result"]


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A line of the books; numbers are ``accounts.<account>.<line>.<column>``, in kr."""

    id: str
    name: str
    kind: Literal["income", "cost", "result"]


@dataclass(frozen=True, slots=True)
class Account:
    """Accounts or a budget as printed in a source."""

    id: str
    name: str
    year: int
    columns: tuple[tuple[str, str], ...]
    lines: tuple[AccountLine, ...]


@dataclass(frozen=True, slots=True)
class BoundaryItem:
    """Who answers for a component: ``joint``, ``municipality`` or ``external``, per task."""

    component: str
    responsible: Mapping[str, str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class BoundaryList:
    """A list of who does what, as the bodies' agreements have it."""

    id: str
    name: str
    tasks: tuple[tuple[str, str], ...]
    items: tuple[BoundaryItem, ...]
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """Something counted per member; counts are ``units.<id>.<code>.<year>``.

    The figure ``units.<id>.growth`` carries the counts on after the last known year.

    Attributes:
        day: The day of the year that a count refers to, in words.
        counts: Code -> years with a count, ascending.
    """

    id: str
    name: str
    day: str
    counts: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Projection:
    """How drivers go on after the official data ends. Numbers are ``projection.<name>``.

    Attributes:
        population_window: Years of own history that the population trend is taken from.
        tax_base_window: The same for the tax base per inhabitant.
        last_population_year: Last official population that is used.
    """

    population_window: int = 10
    tax_base_window: int = 8
    last_population_year: int = 2025


@dataclass(frozen=True, slots=True)
class Scenario:
    """An investigation as its file states it. A changed scenario is a new one."""

    id: str
    title: str
    short: str
    question: str
    summary: str
    version: str
    municipalities: tuple[str, ...]
    host: str | None
    years: tuple[int, int]
    figures: Figures
    documents: tuple[Document, ...] = ()
    areas: tuple[Area, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    groups: tuple[CriteriaGroup, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    long_list: tuple[LongListItem, ...] = ()
    forms: tuple[Form, ...] = ()
    paths: tuple[Path, ...] = ()
    preferences: tuple[Preference, ...] = ()
    potential_weighting: Literal["equal", "population"] = "equal"
    own_weights: tuple[str, ...] = ()
    presets: tuple[WeightPreset, ...] = ()
    assessors: tuple[Assessor, ...] = ()
    fee_models: tuple[FeeModel, ...] = ()
    bodies: tuple[ComparisonBody, ...] = ()
    units: tuple[Unit, ...] = ()
    projection: Projection = field(default_factory=Projection)
    targets: tuple[Target, ...] = ()
    accounts: tuple[Account, ...] = ()
    boundary_lists: tuple[BoundaryList, ...] = ()
    default_models: tuple[str, ...] = ()
    seed: int = 20240917

    def with_values(self, values: Mapping[str, float | None]) -> "Scenario":
        """Return the scenario with other numbers; everything else stays."""
        return replace(self, figures=self.figures.with_values(values)) if values else self

    def value(self, key: str) -> float | None:
        """Return the number of a figure, None where it is missing."""
        return self.figures[key].value
