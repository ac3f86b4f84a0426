"""What the panels about fees have in common: the levers, and what a group may guess."""

from model.evaluate import FeesResult
from model.fee_model import FeeModel
from model.scenario import Scenario
from report import sentences
from report.names import figure_name, model_names
from text import t, tn
from ui import cache
from ui.live.panel import Group, Guess, Slider
from ui.live.sliders import slider
from ui.live.view import View

MAIN_GROWTH = ("projection.population_growth", "projection.tax_base_growth")
FIRST_LEVERS = 3
"""Levers of a model that are shown at once; the rest are folded away."""


def fee_groups(view: View, fees: FeesResult | None) -> tuple[Group, ...]:
    """Return the chosen models' levers first, then growth and other assumptions."""
    if fees is None:
        return ()
    scenario = view.scenario
    models = {model.id: model for model in scenario.fee_models}
    groups = []
    for result in fees.results:
        model = models[result.model]
        keys = [key for key in result.used if key.startswith(f"fee_models.{model.id}.")]
        first = [key for key in keys if scenario.figures[key].lever] or keys[:1]
        groups.append(_group(view, model.id, model.short, keys, first[:FIRST_LEVERS], model))
    growth = [
        key
        for key in fees.used
        if key.startswith("projection.") or (key.startswith("units.") and key.endswith(".growth"))
    ]
    if growth:
        first = [key for key in growth if key in MAIN_GROWTH] or growth[:1]
        groups.append(_group(view, "growth", t("page.fees.growth"), growth, first, None))
    return tuple(groups)


def dearest_guess(scenario: Scenario, fees: FeesResult) -> Guess | None:
    """Ask which model will give the highest sum in the last year; None where none does."""
    if len(fees.results) < 2 or sentences.same_sum(fees):
        return None
    names = model_names(scenario)
    dearest = max(fees.results, key=lambda result: float(result.total[-1]))
    return Guess(
        question=f"dearest:{scenario.id}",
        words=t("live.guess.dearest", year=int(fees.years[-1])),
        options=tuple((result.model, names[result.model]) for result in fees.results),
        truth=dearest.model,
    )


def _group(
    view: View,
    name: str,
    title: str,
    keys: list[str],
    first: list[str],
    model: FeeModel | None,
) -> Group:
    rest = [key for key in keys if key not in first]
    more = tuple(one for key in rest if (one := _lever(view, key, model)))
    return Group(
        id=name,
        title=title,
        sliders=tuple(one for key in first if (one := _lever(view, key, model))),
        help=t("page.fees.growth_help" if model is None else "page.fees.only_this"),
        more=more,
        more_words=tn("page.fees.more_levers", len(more)) if more else "",
    )


def _lever(view: View, key: str, model: FeeModel | None) -> Slider | None:
    scenario = view.scenario
    if scenario.figures[key].value is None:
        return None
    low, high = _span(scenario, key)
    label = figure_name(scenario, key, cache.names())
    if model is not None:
        label = label.removesuffix(f" – {model.short}")
    return slider(view, key, low, high, _step(high - low), label=label)


def _span(scenario: Scenario, key: str) -> tuple[float, float]:
    """Return what a slider offers: the stated range and as much again, within what is allowed."""
    figure = scenario.figures[key]
    if figure.low is not None:
        margin = (figure.high - figure.low) / 2
        low, high = figure.low - margin, figure.high + margin
    else:
        low, high = figure.value * 0.5, figure.value * 1.5 or 1.0
    if figure.unit == "share":
        high = min(high, 1.0)
    step = _step(max(high - low, 1e-9))
    if figure.unit != "share/year":
        low = max(low, 0.0)
    return round(low / step) * step, max(round(high / step), 1) * step


def _step(span: float) -> float:
    """Return a step that gives a slider about a hundred positions."""
    return next((step for step in _STEPS if span / step <= 120), _STEPS[-1])


_STEPS = tuple(float(f"{digit}e{power}") for power in range(-6, 8) for digit in (1, 5))
