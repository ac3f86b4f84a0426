"""``fees``: the fee models over the years."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial

from commands.common import (
    UsageError,
    complain,
    computed,
    pairs,
    print_json,
    print_table,
    read,
)
from loading.data_tables import load_municipal
from model.choices import Choices
from model.evaluate import FeesResult, evaluate_fees
from model.municipal import FloatArray
from model.scenario import Scenario
from report import as_data, sentences
from report.errors import error_words
from report.names import model_names
from text import t
from text.numbers import number


def fees(given: argparse.Namespace) -> int:
    """Run fee models over the years."""
    country = load_municipal()
    scenario = read(given.file, country)
    models = tuple(given.model) or tuple(model.id for model in scenario.fee_models)
    _require_models(scenario, models)
    years = (
        scenario.years[0] if given.first is None else given.first,
        scenario.years[1] if given.last is None else given.last,
    )
    values = pairs(given.set, "", scenario)
    choices = Choices(values=tuple(sorted(values.items())), models=models, years=years)
    result = computed(scenario, country, lambda: evaluate_fees(scenario, choices, country))
    names = country.name_by_code
    shorts = model_names(scenario)
    failed: dict[str, list[str]] = {}
    for model, error in result.failed:
        failed.setdefault(error_words(error, scenario, names), []).append(shorts[model])
    for why, named in failed.items():
        complain(f"{', '.join(named)}: {why}", 1)
    if not result.results:
        return 2
    missing = bool(result.failed) and bool(given.model)
    if given.json:
        print_json(as_data.fees(scenario, result, names))
    else:
        _print(scenario, result, names)
    return int(missing)


def _require_models(scenario: Scenario, models: Sequence[str]) -> None:
    known = [model.id for model in scenario.fee_models]
    if not known:
        raise UsageError(t("cli.no_models", scenario=scenario.id))
    for name in models:
        if name not in known:
            raise UsageError(t("cli.unknown_model", id=name, known=", ".join(known)))


def _print(scenario: Scenario, result: FeesResult, names: dict[str, str]) -> None:
    print(scenario.title)
    print(sentences.fees(scenario, result, names))
    for model in result.results:
        heading = model_names(scenario)[model.model]
        print(f"\n{t('cli.fee_table', model=heading)}")
        print_table(_fee_rows(result, names, model.fee, number, total=model.total))
        print(f"\n{t('cli.per_inhabitant_table', model=heading)}")
        print_table(_fee_rows(result, names, model.per_inhabitant, partial(number, decimals=2)))
        if model.forecast_from is not None:
            print(t("cli.forecast", year=model.forecast_from))
        for found in result.findings:
            if found.model == model.model:
                print(f"– {sentences.finding(scenario, found, names)}")


def _fee_rows(
    result: FeesResult,
    names: dict[str, str],
    values: FloatArray,
    written: Callable[[float], str],
    total: FloatArray | None = None,
) -> list[list[str]]:
    rows = [[t("chart.member"), *(str(year) for year in result.years)]]
    for place, code in enumerate(result.members):
        rows.append([names[code], *map(written, values[:, place])])
    if total is not None:
        rows.append([t("chart.total"), *map(written, total)])
    return rows
