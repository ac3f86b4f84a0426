"""20 years × 290 municipalities × 6 fee models against arrays multiplied directly."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from benchmarks.timing import Comparison, compare
from loading.data_tables import load_municipal
from loading.scenario_file import SCENARIOS, load_scenario
from model.choices import Choices
from model.evaluate import FeesResult, evaluate_fees
from model.municipal import MunicipalFigures

YEARS = (2026, 2045)
MODELS = 6


def whole_country(repeats: int = 9) -> Comparison:
    """Compare six of Mediacenter's fee models, run on every municipality in the country."""
    country = load_municipal()
    known = dict(zip(country.codes, country.names, strict=True))
    scenario = load_scenario(SCENARIOS / "mediacenter.yaml", known)
    everyone = Choices(
        models=tuple(model.id for model in scenario.fee_models),
        members=tuple(country.codes),
        years=YEARS,
    )
    able = [result.model for result in evaluate_fees(scenario, everyone, country).results]
    if len(able) < MODELS:
        raise RuntimeError(f"only {len(able)} of {MODELS} fee models run on all municipalities")
    choices = replace(everyone, models=tuple(able[:MODELS]))

    def ours() -> FeesResult:
        return evaluate_fees(scenario, choices, country)

    return compare(ours, plain(country), repeats)


def plain(country: MunicipalFigures) -> Callable[[], list[np.ndarray]]:
    """Return plain numpy: rate × index × population, six times.

    It has the population of every year ready, makes no range from low and high growth, no fee per
    inhabitant or share of tax revenue, and checks nothing: a floor to measure from.
    """
    n_years = YEARS[1] - YEARS[0] + 1
    population = np.tile(country.population.values[-1], (n_years, 1))
    index = 1.025 ** np.arange(n_years)[:, None]
    rates = np.linspace(20.0, 30.0, MODELS)

    def baseline() -> list[np.ndarray]:
        return [rate * index * population for rate in rates]

    return baseline
