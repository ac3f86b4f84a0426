"""What every command does: read a file, take numbers from the user, write tables and JSON."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from loading.scenario_file import load_scenario
from model.choices import allowed_range
from model.errors import ModelError
from model.municipal import MunicipalFigures
from model.scenario import Scenario
from report.errors import error_words
from text import t
from text.numbers import parsed, plain

Result = TypeVar("Result")

MOST_DIGITS = 20
"""Of a whole number: enough for any that is allowed, and quickly read."""


class UsageError(Exception):
    """The command was given something it cannot use."""


def read(path: str, country: MunicipalFigures) -> Scenario:
    """Return the scenario of a file.

    Raises:
        UsageError: There is no such file.
        ScenarioError: The file has problems.
    """
    if not Path(path).is_file():
        raise UsageError(t("cli.no_file", file=path))
    return load_scenario(Path(path), country.name_by_code)


def computed(
    scenario: Scenario, country: MunicipalFigures, compute: Callable[[], Result]
) -> Result:
    """Return what a calculation gives; what the model refuses is worded for the user.

    Raises:
        UsageError: The model refuses.
    """
    try:
        return compute()
    except ModelError as error:
        raise UsageError(error_words(error, scenario, country.name_by_code)) from error


def changes(given: argparse.Namespace, scenario: Scenario) -> dict[str, float]:
    """Return the numbers that replace the file's, by figure key: weights, scores and others."""
    return (
        pairs(given.weight, "weights", scenario)
        | pairs(given.score, "scores", scenario)
        | pairs(given.set, "", scenario)
    )


def pairs(given: Sequence[str], prefix: str, scenario: Scenario) -> dict[str, float]:
    """Read KEY=NUMBER; a key may be cut at the front as long as it names one figure."""
    values = {}
    for pair in given:
        name, sign, written = pair.partition("=")
        if not sign:
            raise UsageError(t("cli.pair", found=pair))
        value = parsed(written)
        if value is None:
            raise UsageError(t("cli.number", found=written, key=name))
        key = _figure_key(name, prefix, scenario)
        _require_allowed(scenario, key, value)
        values[key] = value
    return values


def whole(option: str, written: str, low: int, high: int) -> int:
    """Read a whole number.

    Raises:
        UsageError: It is none, or outside what is allowed.
    """
    digits = written.isascii() and written.isdecimal() and len(written) <= MOST_DIGITS
    if not (digits and low <= int(written) <= high):
        ends = {"low": plain(low), "high": plain(high)}
        raise UsageError(t("cli.whole", option=option, found=written, **ends))
    return int(written)


def _figure_key(name: str, prefix: str, scenario: Scenario) -> str:
    wanted = f"{prefix}.{name}" if prefix else name
    if wanted in scenario.figures:
        return wanted
    if not prefix:
        fits = [key for key in scenario.figures if key.endswith(f".{name}")]
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise UsageError(t("cli.ambiguous", key=name, keys=", ".join(fits[:8])))
    within = [key for key in scenario.figures if key.startswith(prefix)]
    raise UsageError(t("cli.unknown_key", key=name, keys=", ".join(_close(wanted, within, prefix))))


def _close(wanted: str, keys: Sequence[str], prefix: str) -> list[str]:
    near = get_close_matches(wanted, keys, n=8, cutoff=0.3) or list(keys[:8])
    return [key.removeprefix(f"{prefix}.") for key in near]


def _require_allowed(scenario: Scenario, key: str, value: float) -> None:
    """Refuse a number that no file would be allowed to hold."""
    low, high = allowed_range(scenario, key)
    if not low <= value <= high:
        raise UsageError(
            t("cli.not_allowed", key=key, found=plain(value), low=plain(low), high=plain(high))
            + (t("cli.share_hint") if scenario.figures[key].unit.startswith("share") else "")
        )


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Write rows with their columns in line; the first row is the heading."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    text_columns = {i for i, cell in enumerate(rows[1]) if any(c.isalpha() for c in cell)}
    for row in rows:
        cells = (
            cell.ljust(width) if i in text_columns else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join(cells).rstrip())


def print_lines(lines: Iterable[str]) -> None:
    """Write one line each as a list."""
    for line in lines:
        print(f"– {line}")


def print_json(result: dict[str, object]) -> None:
    """Write a result for other programs."""
    print(json.dumps(result, ensure_ascii=False, indent=2, allow_nan=False))


def complain(line: str, code: int) -> int:
    """Write what is wrong in one line, and return the exit code."""
    print(" ".join(line.split()), file=sys.stderr)
    return code
