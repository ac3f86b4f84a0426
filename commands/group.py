"""``group``: what several assessors say, each for themselves and together."""

import argparse

from commands.common import UsageError, changes, computed, print_json, read
from loading.data_tables import load_municipal
from model.choices import Choices
from model.evaluate import apply, evaluate_group
from model.scenario import Scenario, Voices
from report import as_data_group
from report.names import assessor_names
from text import t


def group(given: argparse.Namespace) -> int:
    """Weigh the alternatives as the scenario's assessors do."""
    country = load_municipal()
    scenario = read(given.file, country)
    if not scenario.assessors:
        raise UsageError(t("cli.no_assessors", scenario=scenario.id))
    choices = Choices(values=tuple(sorted(changes(given, scenario).items())), voices=given.voices)
    _require_voices(apply(scenario, choices), given.voices)
    result = computed(scenario, country, lambda: evaluate_group(scenario, choices, country))
    names = assessor_names(scenario, country.name_by_code)
    if given.json:
        print_json(as_data_group.group(scenario, given.voices, result, names))
    else:
        from commands.group_table import print_group  # pandas takes a while to import

        print_group(scenario, given.voices, result, names)
    return 0


def _require_voices(scenario: Scenario, how: Voices) -> None:
    """Refuse voices with which nobody would be heard."""
    if how == "population" and not any(one.municipality for one in scenario.assessors):
        raise UsageError(t("cli.no_inhabitants"))
    if how == "given" and not any(scenario.value(f"voices.{one.id}") for one in scenario.assessors):
        raise UsageError(t("cli.no_voice", assessor=scenario.assessors[0].id))
