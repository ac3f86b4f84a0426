"""What sets of choices agree and differ on, as sentences; and how a difference is written."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.comparison import LaidFees, by_leader, furthest, furthest_member
from model.decision.decide import Decision
from model.municipal import FloatArray
from model.scenario import Scenario
from report.names import Names, alternative_names, model_names
from report.sentences import MOST_NAMED, joined, ranked, total_of
from text import t
from text.numbers import MISSING, NBSP, kronor, money, number, percent

MOST_SAID = 4
"""Columns that a sentence names; more are counted."""
SAME = 0.5
"""Kronor: what differs by less is the same when written."""
SAME_POINTS = 0.05
"""The same for points."""


@dataclass(frozen=True, slots=True)
class Column:
    """One set of choices as it is named.

    Attributes:
        id: ``file``, ``variant-0`` and so on by place, or ``now``; gives the colour.
        name: Over a table's column and in a picture.
        said: After "med" in a sentence.
    """

    id: str
    name: str
    said: str


def ranking(
    scenario: Scenario, columns: Sequence[Column], decisions: Sequence[Decision | None]
) -> str:
    """Say which alternative comes first with which choices; empty if nothing can be ranked."""
    names, groups = alternative_names(scenario), by_leader(decisions)
    if not groups:
        return ""
    if len(groups) == 1:
        return _agreed(names, columns, decisions, *next(iter(groups.items())))
    parts = [
        t(
            "compare.first" if len(tied) == 1 else "compare.first_tied",
            alternative=joined([names[name] for name in tied]),
            columns=joined([columns[place].said for place in places]),
        )
        for tied, places in groups.items()
    ]
    return t("compare.disagree", first=parts[0], rest=joined(parts[1:]))


def moved_most(scenario: Scenario, columns: Sequence[Column], points: FloatArray, base: int) -> str:
    """Say which alternative's total is moved most against the base, and by which choices.

    Args:
        points: Shape (columns, alternatives); nan for what is not ranked.
    """
    change = points - points[base]
    change[base] = np.nan
    if not np.isfinite(change).any():
        return t("compare.points.none", base=columns[base].said)
    column, place = np.unravel_index(int(np.nanargmax(np.abs(change))), change.shape)
    gap = float(change[column, place])
    if abs(gap) < SAME_POINTS:
        return t("compare.points.same")
    return t(
        "compare.points.more" if gap > 0 else "compare.points.less",
        alternative=scenario.alternatives[place].short,
        gap=number(abs(gap), 1),
        column=columns[column].said,
        base=columns[base].said,
    )


def _agreed(
    names: Names,
    columns: Sequence[Column],
    decisions: Sequence[Decision | None],
    tied: tuple[str, ...],
    places: Sequence[int],
) -> str:
    same = [decisions[place] for place in places]
    reached = [total_of(decision, tied[0]) for decision in same]
    low, high = number(min(reached), 1), number(max(reached), 1)
    said = t(
        "compare.first" if len(tied) == 1 else "compare.first_tied",
        alternative=joined([names[name] for name in tied]),
        columns=_everyone([columns[place].said for place in places], len(columns)),
    )
    span = low if low == high else t("table.span", low=low, high=high)
    line = t("compare.agree", first=said, points=span)
    if len(places) == 1:
        return line
    order = {ranked(decision) for decision in same}
    return f"{line} {t('compare.same_order' if len(order) == 1 else 'compare.other_order')}"


def _everyone(said: list[str], among: int) -> str:
    if len(said) <= MOST_SAID:
        return joined(said)
    return t("compare.all" if len(said) == among else "compare.all_able", count=len(said))


def fees(
    scenario: Scenario,
    columns: Sequence[Column],
    laid: Mapping[str, LaidFees],
    municipalities: Names,
) -> str:
    """Say where the fees lie furthest apart: all members' together, or else one member's.

    Args:
        laid: Fee model -> its fees per column.
    """
    gap = furthest(laid)
    if gap is None:
        return t("compare.fees.none")
    key = "compare.fees.totals"
    if gap.size < SAME:
        gap, key = furthest_member(laid), "compare.fees.shared"
    if gap is None or gap.size < SAME:
        return t("compare.fees.same")
    return t(
        key,
        member=municipalities.get(gap.member, gap.member),
        gap=money(gap.size),
        year=gap.year,
        model=model_names(scenario)[gap.model],
        more=columns[gap.high].said,
        less=columns[gap.low].said,
    )


def members_in_year(
    columns: Sequence[Column], change: FloatArray, base: int, members: Sequence[str], year: int
) -> str:
    """Say who is touched most in a year, of all columns against the base.

    Args:
        change: Shape (columns, members) [kr], the base's own row all zero; nan where missing.
        members: Names, in the order of the array.
    """
    others = [place for place in range(len(columns)) if place != base]
    if not np.isfinite(change[others]).any():
        return t("compare.year.none", year=year)
    size = np.where(np.isfinite(change), np.abs(change), -1.0)
    size[base] = -1.0
    column, member = np.unravel_index(int(size.argmax()), size.shape)
    gap = float(change[column, member])
    if abs(gap) < SAME:
        return t("compare.year.same", year=year)
    return t(
        "compare.year.more" if gap > 0 else "compare.year.less",
        member=members[member],
        gap=money(abs(gap)),
        column=columns[column].said,
        base=columns[base].said,
        year=year,
    )


def over_years(
    columns: Sequence[Column], values: FloatArray, base: int, years: Sequence[int], who: str
) -> str:
    """Say how far a column comes from the base, in the last year that can be compared.

    Args:
        values: Shape (columns, years) [kr]; nan where missing.
        who: Who pays, as a subject.
    """
    change = values - values[base]
    change[base] = np.nan
    compared = np.isfinite(change).any(axis=0)
    if not compared.any():
        return t("compare.years.none", who=who)
    if np.nanmax(np.abs(change)) < SAME:
        return t("compare.years.same", who=who)
    last = int(np.flatnonzero(compared)[-1])
    column = int(np.nanargmax(np.abs(change[:, last])))
    gap = float(change[column, last])
    if abs(gap) < SAME:
        return t("compare.years.meet", who=who, year=years[last])
    return t(
        "compare.years.more" if gap > 0 else "compare.years.less",
        who=who,
        year=years[last],
        gap=money(abs(gap)),
        column=columns[column].said,
        base=columns[base].said,
    )


def unlike(fee: LaidFees, municipalities: Names) -> tuple[str, ...]:
    """Say which years and members cannot be compared since not all columns have them."""
    lines = []
    if not fee.shared_years.all():
        shared = fee.years[fee.shared_years]
        lines.append(
            t("compare.unlike.years", first=int(shared[0]), last=int(shared[-1]))
            if len(shared)
            else t("compare.unlike.no_years")
        )
    if not fee.shared_members.all():
        shared = [
            municipalities.get(code, code)
            for code, common in zip(fee.members, fee.shared_members, strict=True)
            if common
        ]
        named = joined(shared) if len(shared) <= MOST_NAMED else str(len(shared))
        lines.append(
            t("compare.unlike.members", members=named) if shared else t("compare.unlike.no_members")
        )
    return tuple(lines)


def change_words(change: float, share: float) -> str:
    """Return "+12 345 kr (+1,0 %)"; without per cent where there is none, a dash where missing."""
    if not math.isfinite(change):
        return MISSING
    if abs(change) < SAME:
        return t("compare.same")
    words = kronor(change, sign=True)
    return f"{words} ({percent(share, 1, sign=True)})" if math.isfinite(share) else words


def place_words(rank: int | None, total: float, change: float | None) -> str:
    """Return "1 · 61,2 (+2,3)": rank, points and the difference to the base, if it has one."""
    if rank is None or not math.isfinite(total):
        return t("chart.ranking.missing")
    words = t("compare.place", rank=rank, points=number(total, 1)).replace(" ", NBSP)
    if change is None or not math.isfinite(change):
        return words
    moved = t("compare.same") if abs(change) < SAME_POINTS else number(change, 1, sign=True)
    return f"{words} ({moved})"
