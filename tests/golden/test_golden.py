"""Figures that readers may have printed do not move without being explained."""

import json

import pytest

from tests.golden.write import FOLDER, totals
from tests.shipping import SCENARIOS

HELP = (
    "Är ändringen avsedd? Kör python -m tests.golden.write, läs skillnaden och förklara den i "
    "CHANGELOG.md: vilka utredningar, vilka år, hur mycket och varför."
)


def test_every_shipped_scenario_has_a_golden_file_and_no_other():
    assert {path.stem for path in FOLDER.glob("*.json")} == set(SCENARIOS), HELP


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_shipped_scenario_gives_what_it_gave_before(name):
    before = flat(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))
    after = flat(totals(SCENARIOS[name]))

    assert set(after) == set(before), HELP
    moved = [
        f"{key}: {before[key]} -> {after[key]}"
        for key in before
        if not same(before[key], after[key])
    ]

    assert not moved, "\n".join([f"{name}: {len(moved)} tal har ändrats.", *moved, HELP])


def flat(table, prefix=""):
    """Return a nested table as dotted key -> number."""
    found = {}
    for key, value in table.items():
        found |= (
            flat(value, f"{prefix}{key} ") if isinstance(value, dict) else {prefix + key: value}
        )
    return found


def same(before, after):
    """Tell whether a number stands still; a gap is the same as a gap only."""
    if before is None or after is None:
        return before is after
    return after == pytest.approx(before, rel=1e-9, abs=1e-9)
