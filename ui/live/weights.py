"""The joint weights and a municipality's own as sliders of the live panel."""

from collections.abc import Iterable, Mapping

from model.choices import MOST_WEIGHT
from model.decision.decide import Decision
from model.presets import WEIGHT_KEYS
from model.scenario import CriteriaGroup, Criterion
from report.palette import colours_for, shades
from text import t
from text.numbers import percent
from ui import presets
from ui.live.panel import Group, Slider, Tab
from ui.live.sliders import slider
from ui.live.view import View

FILE_WEIGHTS = "filens-vikter"
"""The set of weights that is no change at all."""


def weights(
    view: View,
    decision: Decision | None,
    criteria: Iterable[Criterion],
    prefix: str = "weights.",
) -> tuple[Slider, ...]:
    """Return a slider per criterion, with its share of all weights.

    Args:
        decision: Gives the shares; None while all weights are zero.
        prefix: Of the weights' keys: the joint ones, or a municipality's own.
    """
    shares = _shares(decision)
    colours = colours_for("criterion", [one.id for one in view.scenario.criteria])
    return tuple(
        _weight(
            view,
            f"{prefix}{criterion.id}",
            criterion.short,
            shares.get(criterion.id, 0.0),
            help=criterion.description,
            colour=shades(colours[criterion.id]),
        )
        for criterion in criteria
    )


def group_weights(
    view: View, decision: Decision | None, groups: Iterable[CriteriaGroup]
) -> tuple[Slider, ...]:
    """Return a slider per group of criteria, with its share of all weights."""
    shares = _shares(decision)
    colours = colours_for("criterion", [one.id for one in view.scenario.criteria])
    sliders = []
    for group in groups:
        inside = _members(view, group)
        share = sum(shares.get(one.id, 0.0) for one in inside)
        # The picture shows criteria: a group of one is the colour of that one.
        colour = shades(colours[inside[0].id]) if len(inside) == 1 else ()
        key = f"group_weights.{group.id}"
        sliders.append(_weight(view, key, group.short, share, help=group.name, colour=colour))
    return tuple(sliders)


def joint_weights(view: View, decision: Decision | None, keys: Iterable[str]) -> tuple[Slider, ...]:
    """Return the sliders of some of the joint weights, of criteria or of groups, by their keys."""
    every = (
        *group_weights(view, decision, view.scenario.groups),
        *weights(view, decision, view.scenario.criteria),
    )
    by_key = {one.key: one for one in every}
    return tuple(by_key[key] for key in keys)


def _shares(decision: Decision | None) -> Mapping[str, float]:
    """Return each criterion's share of all weights; none while all are zero."""
    return dict(zip(decision.criteria, decision.shares.tolist(), strict=True)) if decision else {}


def _weight(view: View, key: str, label: str, share: float, **words: object) -> Slider:
    return slider(view, key, 0.0, MOST_WEIGHT, 1.0, label=label, said=percent(share, 0), **words)


def _members(view: View, group: CriteriaGroup) -> tuple[Criterion, ...]:
    return tuple(one for one in view.scenario.criteria if one.group == group.id)


def weight_tab(view: View, decision: Decision | None) -> Tab:
    """Return all weights, and sets of weights to try; in a tree group by group."""
    scenario = view.scenario
    group = Group(
        id="weights",
        title="",
        sliders=weights(view, decision, scenario.criteria),
        help=t("live.weights_help"),
        prefix="weights.",
        reset_words=t("page.alternatives.reset_weights"),
    )
    sets = presets.offered(scenario, view.choices)
    return Tab(
        id="weights",
        words=t("page.alternatives.weights"),
        groups=_tree(view, decision) if scenario.groups else (group,),
        presets=(
            (FILE_WEIGHTS, t("live.file_weights")),
            *((one.id, one.words) for one in sets),
        ),
        preset=_weights_in_force(view, sets),
    )


def _tree(view: View, decision: Decision | None) -> tuple[Group, ...]:
    """Return the groups' own weights, and after them those within each group.

    A criterion alone in its group weighs what the group does, so its own weight is left out; but
    not where it is zero and takes the group's weight away.
    """
    scenario, changed = view.scenario, view.choices.changed()

    def weighs(criterion: Criterion) -> bool:
        key = f"weights.{criterion.id}"
        return bool(changed.get(key, scenario.value(key)))

    parts = [
        Group(
            id="groups",
            title=t("weighting.groups"),
            sliders=group_weights(view, decision, scenario.groups),
            help=t("weighting.groups_help"),
            reset_words=t("weighting.reset_groups"),
        )
    ]
    for group in scenario.groups:
        inside = _members(view, group)
        if len(inside) == 1 and weighs(inside[0]):
            continue
        parts.append(
            Group(
                id=f"group-{group.id}",
                title=group.short,
                sliders=weights(view, decision, inside),
                help=t("weighting.within_help", group=group.short),
                reset_words=t("weighting.reset_within"),
            )
        )
    return tuple(parts)


def _weights_in_force(view: View, sets: Iterable[presets.Preset]) -> str:
    if not any(key.startswith(WEIGHT_KEYS) for key in view.changed):
        return FILE_WEIGHTS
    return presets.in_force(view.scenario, view.choices, sets, view.last_preset) or ""
