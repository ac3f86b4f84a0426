"""Figures of an investigation as sliders of the live panel."""

from collections.abc import Iterable

from model.choices import MOST_WEIGHT
from model.decision.decide import Decision
from model.scenario import Alternative, Criterion
from report.names import figure_name
from report.palette import colours_for, shades
from text import t
from text.numbers import NBSP, number, percent, plain
from text.numbers import figure as figure_words
from ui import cache, presets
from ui.live.panel import Group, Slider, Tab
from ui.live.view import View

FILE_WEIGHTS = "filens-vikter"
"""The set of weights that is no change at all."""


def slider(
    view: View,
    key: str,
    low: float,
    high: float,
    step: float,
    *,
    label: str = "",
    said: str = "",
    note: str = "",
    help: str = "",
    colour: tuple[str, ...] = (),
) -> Slider:
    """Return a slider for a figure; the file's value and the one in force are within reach.

    Args:
        said: The value in words; by default the figure with its unit.
    """
    figure = view.scenario.figures[key]
    changed = view.choices.changed()
    value = changed.get(key, figure.value)
    reach = [end for end in (value, figure.value) if end is not None]
    words = said or figure_words(value, figure.unit)
    stated = figure_words(figure.value, figure.unit) if key in changed else ""
    return Slider(
        key=key,
        label=label or figure_name(view.scenario, key, cache.names()),
        value=value,
        low=min([low, *reach]),
        high=max([high, *reach]),
        step=step,
        stated=figure.value,
        said=words,
        changed=key in changed,
        read=t("live.read", value=words, stated=stated) if stated else "",
        stated_said=stated,
        note=note,
        help=help,
        colour=colour,
    )


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
    shares = dict(zip(decision.criteria, decision.shares, strict=True)) if decision else {}
    colours = colours_for("criterion", [one.id for one in view.scenario.criteria])
    return tuple(
        slider(
            view,
            f"{prefix}{criterion.id}",
            0.0,
            MOST_WEIGHT,
            1.0,
            label=criterion.short,
            said=percent(float(shares.get(criterion.id, 0.0)), 0),
            help=criterion.description,
            colour=shades(colours[criterion.id]),
        )
        for criterion in criteria
    )


def weight_tab(view: View, decision: Decision | None) -> Tab:
    """Return all weights, and sets of weights to try."""
    group = Group(
        id="weights",
        title="",
        sliders=weights(view, decision, view.scenario.criteria),
        help=t("live.weights_help"),
        prefix="weights.",
        reset_words=t("page.alternatives.reset_weights"),
    )
    sets = presets.offered(view.scenario, view.choices)
    return Tab(
        id="weights",
        words=t("page.alternatives.weights"),
        groups=(group,),
        presets=(
            (FILE_WEIGHTS, t("live.file_weights")),
            *((one.id, one.words) for one in sets),
        ),
        preset=_weights_in_force(view, sets),
    )


def _weights_in_force(view: View, sets: Iterable[presets.Preset]) -> str:
    if not any(key.startswith("weights.") for key in view.changed):
        return FILE_WEIGHTS
    return presets.in_force(view.scenario, view.choices, sets, view.last_preset) or ""


def score_tab(view: View, decision: Decision | None) -> Tab:
    """Return all scores, one criterion at a time; a computed one by what it is computed from."""
    groups = []
    for criterion in view.scenario.criteria:
        if criterion.computed:
            used = decision.used if decision else ()
            keys = [key for key in used if key.startswith("capture.")]
            sliders = tuple(slider(view, key, 0.0, 1.0, 0.05) for key in keys)
            explained, prefix = t("page.alternatives.computed"), "capture."
        else:
            sliders = tuple(_score(view, item, criterion) for item in view.scenario.alternatives)
            explained, prefix = _scale(criterion), "scores."
        groups.append(
            Group(
                id=criterion.id,
                title=criterion.short,
                sliders=sliders,
                help=explained,
                prefix=prefix,
                reset_words=t("page.alternatives.reset_scores") if prefix == "scores." else "",
            )
        )
    return Tab(
        id="scores",
        words=t("live.scores"),
        groups=tuple(groups),
        choose=t("page.alternatives.criterion"),
    )


def _score(view: View, alternative: Alternative, criterion: Criterion) -> Slider:
    key = f"scores.{alternative.id}.{criterion.id}"
    value = view.choices.changed().get(key, view.scenario.value(key))
    said = t("page.alternatives.unjudged") if value is None else plain(value, 1)
    return slider(
        view,
        key,
        *criterion.scale,
        0.5,
        label=alternative.short,
        said=said,
        note=dict(criterion.anchors).get(value, "") if value is not None else "",
    )


def _scale(criterion: Criterion) -> str:
    low, high = criterion.scale
    return t(
        "live.scale",
        low=number(low),
        low_means=criterion.low_means,
        high=number(high),
        high_means=criterion.high_means,
    ).replace(" =", f"{NBSP}=")
