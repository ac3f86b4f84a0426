"""An assessor's own weights and scores as sliders of the live panel."""

from dataclasses import dataclass, replace

import numpy as np

from model.choices import MOST_WEIGHT
from model.decision.group.assessors import Judgements
from model.scenario import Assessor, Criterion
from text import t
from text.numbers import percent, plain
from ui.assessors import group, moves
from ui.live.panel import Group, Slider, Tab
from ui.live.sliders import scale_words, slider
from ui.live.view import View


@dataclass(frozen=True, slots=True)
class Own:
    """An assessor among the others.

    Attributes:
        judged: How all of them weigh.
    """

    view: View
    assessor: Assessor
    judged: Judgements

    @property
    def name(self) -> str:
        """What the assessor is called."""
        return group.names(self.view)[self.assessor.id]

    @property
    def row(self) -> int:
        """The assessor's place among the others."""
        return self.judged.assessors.index(self.assessor.id)


def weight_tab(own: Own) -> Tab:
    """Return a slider per criterion: the assessor's own weight, or the joint one."""
    view, prefix = own.view, moves.weight_prefix(own.view.scenario, own.assessor)
    joint = moves.joint_weights(view.scenario, view.choices)
    shares = np.nan_to_num(own.judged.shares[own.row]).tolist()
    whose = "joint"
    if own.judged.weights_from[own.row] == "own":
        whose = "municipal" if prefix.startswith("municipal_weights.") else "own"
    weights = Group(
        id=own.assessor.id,
        title=t("assessors.weights_of", name=own.name),
        sliders=tuple(
            _weight(own, f"{prefix}{criterion.id}", criterion, joint[criterion.id], share)
            for criterion, share in zip(view.scenario.criteria, shares, strict=True)
        ),
        help=t(f"assessors.weights.{whose}", name=own.name),
        prefix=prefix,
        reset_words=t("assessors.reset_weights"),
    )
    return Tab(id="weights", words=t("assessors.weights"), groups=(weights,))


def _weight(own: Own, key: str, criterion: Criterion, joint: float, share: float) -> Slider:
    """Return the slider of a weight, which stands at the joint one where the file has none."""
    view = own.view
    made = slider(
        view,
        key,
        0.0,
        MOST_WEIGHT,
        1.0,
        label=criterion.short,
        said=percent(share, 0),
        help=criterion.description,
    )
    if made.stated is not None:
        return made
    is_own = own.judged.weights_from[own.row] == "own"
    value = made.value if is_own and made.value is not None else joint
    # Where only some are set, those are not in force and can be taken back.
    changed = made.changed and not (is_own and value == joint)
    return _beside_the_joint(made, value, joint, plain(joint), is_own=is_own, changed=changed)


def score_tab(own: Own) -> Tab:
    """Return the assessor's scores, one criterion at a time; computed ones, same for all, last."""
    criteria = sorted(own.view.scenario.criteria, key=lambda one: one.computed is not None)
    return Tab(
        id="scores",
        words=t("live.scores"),
        groups=tuple(_criterion(own, one) for one in criteria),
        choose=t("assessors.scores_of", name=own.name),
    )


def _criterion(own: Own, criterion: Criterion) -> Group:
    if criterion.computed:
        return Group(criterion.id, criterion.short, (), help=t("assessors.computed"))
    scenario, prefix = own.view.scenario, f"assessor_scores.{own.assessor.id}."
    scores = tuple(
        _score(own, f"{prefix}{one.id}.{criterion.id}", one.short, criterion)
        for one in scenario.alternatives
    )
    of_own = any(value_of(own.view, one.key) is not None for one in scores)
    return Group(
        id=criterion.id,
        title=t("assessors.own_here", criterion=criterion.short) if of_own else criterion.short,
        sliders=scores,
        help=" ".join((t("assessors.scores_help"), scale_words(criterion))),
        prefix=prefix,
        reset_words=t("assessors.reset_scores"),
    )


def _score(own: Own, key: str, label: str, criterion: Criterion) -> Slider:
    """Return the slider of a score, which stands at the joint one where there is none."""
    value = value_of(own.view, key)
    joint = value_of(own.view, f"scores.{key.split('.', 2)[2]}")
    words = t("page.alternatives.unjudged") if joint is None else plain(joint, 1)
    if value is None:
        said, note = words, "" if joint is None else t("assessors.no_own")
    else:
        said, means = plain(value, 1), dict(criterion.anchors).get(value, "").rstrip(".")
        beside = t("assessors.joint_score", value=words)
        note = f"{means}. {beside}" if means else beside
    made = slider(
        own.view,
        key,
        *criterion.scale,
        0.5,
        label=label,
        said=said,
        note=note,
    )
    if made.stated is not None:
        return made
    is_own = value is not None
    return _beside_the_joint(
        made, value if is_own else joint, joint, words, is_own=is_own, changed=is_own
    )


def _beside_the_joint(
    made: Slider,
    value: float | None,
    joint: float | None,
    words: str,
    *,
    is_own: bool,
    changed: bool,
) -> Slider:
    """Return a slider whose mark is the joint number, since the file has none of one's own."""
    return replace(
        made,
        value=value,
        stated=joint,
        changed=changed,
        read="" if is_own or joint is None else t("assessors.as_joint", value=made.said),
        stated_said=t("assessors.as_joint", value=words) if changed else "",
    )


def value_of(view: View, key: str) -> float | None:
    """Return a figure's number in force; None where there is none."""
    figure = view.scenario.figures.get(key)
    return view.choices.changed().get(key, figure.value if figure else None)
