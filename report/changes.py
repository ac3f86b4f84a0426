"""What has been changed, in words: one step, all against the file, and one variant to another."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from model.choices import Choices
from model.decision.problem import flat_weights
from model.evaluate import default_models
from model.presets import Preset, weight_presets
from model.scenario import Scenario
from report.names import (
    Names,
    alternative_names,
    criterion_names,
    figure_name,
    model_names,
    value_words,
)
from text import t, tn
from text.numbers import NBSP, percent, plain

MOST_IN_LINE, MOST_IN_CELL = 4, 16
"""Municipalities that are named in a line and in a table's cell; more are counted."""

_UNIT = re.compile(rf"{NBSP}\D.*$")
_WEIGHTS = ("weights", "group_weights", "municipal_weights", "presets")


def step_words(
    scenario: Scenario, before: Choices, after: Choices, cause: str, names: Names
) -> str:
    """Return a step in a line: what was done, or what became of it.

    Args:
        cause: ``value`` (figures), ``fees`` (models, members, years, start), ``draws`` (which
            weights are tried), ``voices`` (how assessors count), ``reset``, ``preset:<id>``,
            ``swing`` (weights step by step), ``order:<rule>`` (weights out of their order),
            ``variant:<name>`` or ``back:<how many steps>``.
    """
    kind, _, what = cause.partition(":")
    figures = _moved(scenario, (before, after))
    lines = [_figure_line(scenario, key, before, after, names) for key in figures]
    others = list(_setting_lines(scenario, before, after, names))
    match kind:
        case "reset":
            return _reset_words([*lines, *others], everything=after == Choices())
        case "preset":
            return t("step.preset", preset=_preset_name(scenario, what, names))
        case "swing":
            return t("step.swing")
        case "order":
            return t("step.order", rule=t(f"weighting.said.{what}"))
        case "variant":
            return t("step.variant", name=what)
        case "back":
            return tn("step.back", int(what))
    if len(lines) > 1:
        weights = all(
            key.startswith(("weights.", "group_weights.", "assessor_weights.")) for key in figures
        )
        lines = [tn("step.weights" if weights else "step.figures", len(figures))]
    return "; ".join([*lines, *others])


def _reset_words(lines: Sequence[str], *, everything: bool) -> str:
    if len(lines) == 1:
        return t("step.reset_one", change=lines[0])
    return t("step.reset_all") if everything else tn("step.reset", len(lines))


def _preset_name(scenario: Scenario, preset_id: str, names: Names) -> str:
    known = {preset.id: preset for preset in weight_presets(scenario)}
    return preset_words(known[preset_id], names) if preset_id in known else preset_id


def preset_words(preset: Preset, names: Names) -> str:
    """Return what a ready-made weighting is called."""
    match preset.kind:
        case "equal":
            return t("preset.equal")
        case "own":
            return t("preset.own", member=names.get(preset.name, preset.name))
        case _:
            return preset.name


def difference_words(scenario: Scenario, choices: Choices, names: Names) -> list[str]:
    """Return all that differs from the scenario's file, a line each."""
    filed = Choices()
    keys = _moved(scenario, (filed, choices))
    return [
        *(_figure_line(scenario, key, filed, choices, names) for key in keys),
        *_setting_lines(scenario, filed, choices, names),
    ]


def differing(
    scenario: Scenario, choices: Sequence[Choices], names: Names
) -> list[tuple[str, list[str]]]:
    """Return the assumptions that are not the same in all, each with its value in every one.

    Weights are told with their share of all weights; a weight whose share alone has moved, since
    others weigh more, is not listed.
    """
    rows = [
        (
            figure_name(scenario, key, names),
            [_cell(scenario, key, one.changed()) for one in choices],
        )
        for key in _moved(scenario, choices)
    ]
    for name, chosen in _SETTINGS.items():
        values = [chosen(scenario, one) for one in choices]
        if any(value != values[0] for value in values):
            cells = [_setting_words(scenario, name, value, names, MOST_IN_CELL) for value in values]
            rows.append((t(f"assumption.{name}"), cells))
    return rows


# --- Figures


def _moved(scenario: Scenario, choices: Iterable[Choices]) -> list[str]:
    """Return the keys of the figures that are not the same in all, in the order of the file."""
    changed = [one.changed() for one in choices]
    keys = {key for values in changed for key in values}
    return [
        key
        for key, stated in (scenario.figures.items() if keys else ())
        if key in keys and len({values.get(key, stated.value) for values in changed}) > 1
    ]


def _figure_line(
    scenario: Scenario, key: str, before: Choices, after: Choices, names: Names
) -> str:
    old, new = _pair(scenario, key, before.changed(), after.changed())
    match key.split("."):
        case ["weights", criterion]:
            name = criterion_names(scenario)[criterion]
            return t("step.weight", criterion=name, old=old, new=new)
        case ["scores", alternative, criterion]:
            return t(
                "step.score",
                alternative=alternative_names(scenario)[alternative],
                criterion=criterion_names(scenario)[criterion],
                old=_UNIT.sub("", old),
                new=_UNIT.sub("", new),
            )
        case _:
            return t("step.figure", name=figure_name(scenario, key, names), old=old, new=new)


def _pair(
    scenario: Scenario, key: str, before: Mapping[str, float], after: Mapping[str, float]
) -> tuple[str, str]:
    """Return a figure's words before and after, told apart, the unit once."""
    stated = scenario.figures[key]
    shares = [_share(scenario, key, values) for values in (before, after)]
    numbers = [values.get(key, stated.value) for values in (before, after)]
    ways = [[value_words(stated, number) for number in numbers]]
    if None not in shares:
        ways = [[percent(share, decimals) for share in shares] for decimals in (0, 1)]
    ways.append([plain(number, 12) for number in numbers])
    old, new = next((way for way in ways if way[0] != way[1]), ways[-1])
    same = _UNIT.findall(old) == _UNIT.findall(new)
    return _UNIT.sub("", old) if same else old, new


def _share(scenario: Scenario, key: str, changed: Mapping[str, float]) -> float | None:
    """Return a weight's share of all weights it is weighed with; None for other figures.

    In a tree of criteria, a criterion's share is of all and not of its group.
    """
    prefix, _, name = key.rpartition(".")
    if prefix.partition(".")[0] not in _WEIGHTS:
        return None
    if prefix == "weights":
        known = {one: value for one, value in changed.items() if one in scenario.figures}
        weights = flat_weights(scenario.with_values(known))
    else:
        beside = scenario.groups if prefix == "group_weights" else scenario.criteria
        keys = {one.id: f"{prefix}.{one.id}" for one in beside}
        weights = {one: changed.get(its, scenario.value(its)) or 0.0 for one, its in keys.items()}
    total = sum(weights.values())
    return weights[name] / total if total else None


def _cell(scenario: Scenario, key: str, changed: Mapping[str, float]) -> str:
    stated = scenario.figures[key]
    words = value_words(stated, changed.get(key, stated.value))
    share = _share(scenario, key, changed)
    return words if share is None else t("step.points", points=words, share=percent(share, 0))


# --- What is no figure


def _setting_lines(
    scenario: Scenario, before: Choices, after: Choices, names: Names
) -> Iterator[str]:
    for name, chosen in _SETTINGS.items():
        old, new = chosen(scenario, before), chosen(scenario, after)
        if old != new:
            was, now = (
                _setting_words(scenario, name, value, names, MOST_IN_LINE) for value in (old, new)
            )
            yield t(f"step.setting.{name}", old=was, new=now)


_SETTINGS: Mapping[str, Callable[[Scenario, Choices], tuple]] = {
    "models": lambda scenario, choices: choices.models or default_models(scenario),
    "members": lambda scenario, choices: choices.members or scenario.municipalities,
    "years": lambda scenario, choices: choices.years or scenario.years,
    "same_start": lambda scenario, choices: (choices.same_start,),
    "weight_draws": lambda scenario, choices: (choices.weight_draws,),
    "voices": lambda scenario, choices: (choices.voices,),
}


def _setting_words(scenario: Scenario, name: str, value: tuple, names: Names, most: int) -> str:
    match name:
        case "models":
            known = model_names(scenario)
            return ", ".join(known.get(model, model) for model in value)
        case "members" if set(value) == set(scenario.municipalities):
            return t("step.own_members")
        case "members" if len(value) > most:
            return tn("step.members", len(value))
        case "members":
            return ", ".join(names.get(code, code) for code in value)
        case "years":
            return t("step.years", first=value[0], last=value[1])
        case "weight_draws":
            return t(f"draws.{value[0]}")
        case "voices":
            return t(f"voices.{value[0]}")
        case _:
            return t("step.on" if value[0] else "step.off")
