"""A figure: one arguable number with its unit, its origin and the room it may move in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

OriginKind = Literal["sourced", "official", "assumption"]

UNITS = (
    "kr",
    "kr/inhabitant",
    "kr/user",
    "kr/object",
    "share",
    "share/year",
    "factor",
    "persons",
    "users",
    "objects",
    "posts",
    "score",
    "weight",
    "points",
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a number comes from.

    Attributes:
        kind: ``sourced`` (a document says it), ``official`` (a statistical table) or
            ``assumption`` (we, or the user, chose it).
        document: Id of the document, for ``sourced``.
        section: Place in the document.
        table: Name of the official table, for ``official``.
        year: Year of the official value.
        retrieved: Date when the official value was read, ISO.
        reason: Why this value was assumed, in the reader's language, for ``assumption``.
    """

    kind: OriginKind
    document: str = ""
    section: str = ""
    table: str = ""
    year: int | None = None
    retrieved: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One arguable number.

    Attributes:
        key: Stable path in the scenario, e.g. ``fee_models.per-inhabitant.rate``.
        value: The number in ``unit``; None where the source gives none ("ej bedömt").
        unit: One of ``UNITS``. Shares are 0–1, never per cent.
        origin: Where the number comes from.
        low: Lower end of the range that uncertainty analysis varies, None without a range.
        high: Upper end of that range.
        lever: True if the parties decide the number themselves.
        label: Name to show, where the key's place in the scenario does not name it.
        implied: True where the file says nothing, and the number is the usual one or none.
    """

    key: str
    value: float | None
    unit: str
    origin: Origin
    low: float | None = None
    high: float | None = None
    lever: bool = False
    label: str = ""
    implied: bool = False


class Figures(Mapping[str, Figure]):
    """All figures of a scenario by key, in the order of the file; changed copies are new."""

    __slots__ = ("_by_key",)

    def __init__(self, figures: Iterable[Figure] = ()) -> None:
        self._by_key = {figure.key: figure for figure in figures}

    def __getitem__(self, key: str) -> Figure:
        return self._by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)

    def with_values(self, values: Mapping[str, float | None]) -> "Figures":
        """Return a copy where the named figures have other values.

        Raises:
            KeyError: A key names no figure.
        """
        changed = Figures()
        changed._by_key = dict(self._by_key)
        for key, value in values.items():
            changed._by_key[key] = replace(self._by_key[key], value=value)
        return changed
