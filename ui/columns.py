"""The sets of choices that are laid side by side, and what each of them gives."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.choices import Choices
from model.decision.decide import Decision
from model.errors import ModelError
from model.evaluate import default_models
from model.fees.simulate import FeeResult
from model.scenario import Scenario
from report.compare_sentences import Column
from report.errors import error_words
from text import t
from ui import cache, state
from ui.cache import Loaded
from ui.variants import FILE

_OF_MODEL = "fee_models."


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One set of choices, weighed.

    Attributes:
        column: What it is called.
        decision: Its alternatives weighed; None where they cannot be, or there are none.
        trouble: Why they cannot be, in a sentence; empty otherwise.
    """

    column: Column
    choices: Choices
    decision: Decision | None
    trouble: str


def sides(loaded: Loaded) -> tuple[Side, ...]:
    """Return the file if it is the base, the kept variants, and what is in view if it is neither.

    The file is there also where there would be nothing else to compare with.
    """
    kept, now = state.variants(), state.choices()
    named = [
        (Column(f"variant-{place}", one.name, t("compare.said", name=one.name)), one.choices)
        for place, one in enumerate(kept)
    ]
    known = {variant.choices for variant in kept}
    current = [] if now in known else [(_column("now"), now)]
    if state.base() == FILE or len(named) + len(current) < 2:
        known.add(Choices())
        current = [] if now in known else current
        named.insert(0, (_column("file"), Choices()))
    return tuple(_side(loaded, column, choices) for column, choices in (*named, *current))


def _column(name: str) -> Column:
    return Column(name, t(f"compare.column.{name}"), t(f"compare.said.{name}"))


def base_place(laid: Sequence[Side]) -> int:
    """Return the column that differences are counted from."""
    wanted = "file" if state.base() == FILE else f"variant-{state.base()}"
    return [side.column.id for side in laid].index(wanted)


def _side(loaded: Loaded, column: Column, choices: Choices) -> Side:
    scenario = loaded.scenario
    if not scenario.alternatives:
        return Side(column, choices, None, "")
    try:
        decision = cache.decision(loaded, cache.decision_values(choices))
    except ModelError as error:
        return Side(column, choices, None, error_words(error, scenario, cache.names()))
    return Side(column, choices, decision, "" if decision else t("compare.no_weight"))


def models(scenario: Scenario, laid: Sequence[Side]) -> tuple[str, ...]:
    """Return the fee models that any of them looks at or has changed, in the scenario's order."""
    asked = {name for side in laid for name in side.choices.models or default_models(scenario)}
    for side in laid:
        asked |= {key.split(".")[1] for key in side.choices.changed() if key.startswith(_OF_MODEL)}
    return tuple(model.id for model in scenario.fee_models if model.id in asked)


def fees(loaded: Loaded, choices: Choices, wanted: Sequence[str]) -> dict[str, FeeResult | str]:
    """Return what each fee model gives under some choices, or why it cannot be run.

    Models that the choices do not look at are run too. With the same sum in the first year those
    could move the sum that all are scaled to, so they are run one by one.
    """
    own = choices.models or default_models(loaded.scenario)
    missing = [model for model in wanted if model not in own]
    lists = [(*own, *missing)]
    if choices.same_start:
        lists = [own, *((*own, model) for model in missing)]
    found: dict[str, FeeResult | str] = {}
    for models in lists:
        found = _run(loaded, choices, models) | found
    return {model: found[model] for model in wanted}


def _run(loaded: Loaded, choices: Choices, models: tuple[str, ...]) -> dict[str, FeeResult | str]:
    as_filed = models == default_models(loaded.scenario)
    asked = replace(cache.fee_choices(choices), models=() if as_filed else models)
    scenario, names = loaded.scenario, cache.names()
    try:
        result = cache.fees(loaded, asked)
    except ModelError as error:
        return dict.fromkeys(models, error_words(error, scenario, names))
    run = {one.model: one for one in result.results}
    return run | {model: error_words(error, scenario, names) for model, error in result.failed}
