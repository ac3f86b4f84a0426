"""Figures of an investigation as sliders of the live panel."""

from model.decision.decide import Decision
from model.decision.value_functions import BEST
from model.scenario import Alternative, Criterion
from report import weighting_sentences
from report.names import figure_name
from text import t
from text.numbers import NBSP, number, plain
from text.numbers import figure as figure_words
from ui import cache
from ui.live.panel import Group, Slider, Tab
from ui.live.view import View


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
            explained, prefix = scale_words(criterion), "scores."
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


def value_tab(view: View) -> Tab:
    """Return what each point of a criterion's scale is worth, one criterion at a time."""
    groups = tuple(
        Group(
            id=criterion.id,
            title=criterion.short,
            sliders=tuple(
                _value(view, criterion, place, score)
                for place, score in enumerate(criterion.value_scores, 1)
            ),
            help=t(
                "weighting.values_stated" if criterion.value_points else "weighting.values_help"
            ),
            prefix=f"values.{criterion.id}.",
            reset_words=t("weighting.reset_values"),
        )
        for criterion in view.scenario.criteria
        if criterion.value_scores
    )
    return Tab(
        id="values",
        words=t("weighting.values"),
        groups=groups,
        choose=t("page.alternatives.criterion"),
    )


def _value(view: View, criterion: Criterion, place: int, score: float) -> Slider:
    key = f"values.{criterion.id}.{place}"
    value = view.choices.changed().get(key, view.scenario.value(key))
    label = weighting_sentences.point(criterion, score)
    return slider(view, key, 0.0, BEST, 1.0, label=label, said=number(value))


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


def scale_words(criterion: Criterion) -> str:
    """Say what the ends of a criterion's scale mean."""
    low, high = criterion.scale
    return t(
        "live.scale",
        low=number(low),
        low_means=criterion.low_means.rstrip("."),
        high=number(high),
        high_means=criterion.high_means.rstrip("."),
    ).replace(" =", f"{NBSP}=")
