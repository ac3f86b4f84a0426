"""What a figure is called: by its place, in words, and never like another one."""

from collections import Counter

import pytest

from report.names import figure_name
from tests.shipping import KNOWN, SCENARIOS


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda one: one.id)
def test_no_two_figures_of_an_investigation_are_called_the_same(scenario):
    called = Counter(figure_name(scenario, key, KNOWN) for key in scenario.figures)

    assert [name for name, times in called.items() if times > 1] == []


def test_a_part_of_an_index_is_called_by_its_name_and_not_by_its_id():
    scenario = SCENARIOS["sydnarke-it"]
    names = {
        figure_name(scenario, key, KNOWN)
        for key in scenario.figures
        if key.startswith("fee_models.medlemsbidrag.index.") and key.endswith(".growth")
    }

    assert len(names) >= 2
    assert all(name.startswith("Uppräkning: ") for name in names)
