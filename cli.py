"""Vägval without a screen: check a file, score the alternatives, run the fee models.

``python cli.py check FILE...``, ``python cli.py score FILE``, ``python cli.py fees FILE``; with
``--json`` for machines. Exit 0 when all is well, 1 when a file has problems, 2 for wrong use.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TypeVar

from loading.data_tables import DataError, load_municipal
from loading.problems import ScenarioError, message
from loading.scenario_file import load_scenario, read_scenario
from model.choices import Choices, allowed_range
from model.decision.decide import Decision
from model.errors import ModelError
from model.evaluate import FeesResult, evaluate_decision, evaluate_fees
from model.municipal import FloatArray, MunicipalFigures
from model.scenario import Scenario
from report import as_data, sentences
from report.errors import error_words
from report.names import alternative_names, criterion_names, model_names
from text import t
from text.catalogue import MissingTextError
from text.numbers import MISSING, number, parsed, percent, plain

Result = TypeVar("Result")
MANY = {"--weight", "--score", "--model", "--set"}


class UsageError(Exception):
    """The command was given something it cannot use."""


def _swedish(english: str) -> str:
    """Word one of argparse's own phrases; a phrase that is new to us stays as it is."""
    try:
        return t(f"argparse.{english}")
    except MissingTextError:
        return english


# argparse takes its words from gettext under this name and offers no other way to word them.
argparse._ = _swedish


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, in Swedish, and exits with 2."""

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings, allow_abbrev=False)

    def error(self, message: str) -> None:
        raise UsageError(t("cli.usage", message=message, command=self.prog))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code."""
    try:
        given = _parser().parse_args(_spread(sys.argv[1:] if arguments is None else arguments))
        return given.run(given)
    except UsageError as error:
        return _fail(str(error), 2)
    except DataError as error:
        return _fail(str(error), 1)
    except ScenarioError as error:
        for problem in error.problems:
            _fail(message(problem), 1)
        return 1


def run() -> int:
    """Run as a command: Swedish letters on any terminal, no trace if nobody takes the output."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main()
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0 if isinstance(error, BrokenPipeError) else _fail(str(error), 1)
    return code


def _spread(arguments: Sequence[str]) -> list[str]:
    """Let one option take several values: ``--model A B`` is ``--model A --model B``.

    argparse would let such an option swallow the file that follows it.
    """
    spread, option, taken = [], "", 0
    for word in arguments:
        if word.startswith("--"):
            name, joined, _ = word.partition("=")
            option, taken = (name if name in MANY else ""), len(joined)
        elif option and taken and not word.endswith((".yaml", ".yml")):
            spread.append(option)
        taken += not word.startswith("--")
        spread.append(word)
    return spread


def check(given: argparse.Namespace) -> int:
    """List the problems of scenario files."""
    names = load_municipal().name_by_code
    problems = [found for path in given.files for found in read_scenario(Path(path), names)[1]]
    if given.json:
        _print_json(as_data.problems(problems))
    else:
        for found in problems:
            print(message(found))
        if not problems:
            print(t("cli.no_problems", files=", ".join(given.files)))
    return 1 if problems else 0


def score(given: argparse.Namespace) -> int:
    """Score and rank the alternatives."""
    country = load_municipal()
    scenario = _scenario(given.file, country)
    values = _pairs(given.weight, "weights", scenario) | _pairs(given.score, "scores", scenario)
    choices = Choices(values=tuple(sorted(values.items())))
    result = _computed(scenario, country, lambda: evaluate_decision(scenario, choices, country))
    if given.json:
        _print_json(as_data.score(scenario, result))
    else:
        _print_score(scenario, result)
    return 0


def fees(given: argparse.Namespace) -> int:
    """Run fee models over the years."""
    country = load_municipal()
    scenario = _scenario(given.file, country)
    models = tuple(given.model) or tuple(model.id for model in scenario.fee_models)
    _require_models(scenario, models)
    years = (
        scenario.years[0] if given.first is None else given.first,
        scenario.years[1] if given.last is None else given.last,
    )
    values = _pairs(given.set, "", scenario)
    choices = Choices(values=tuple(sorted(values.items())), models=models, years=years)
    result = _computed(scenario, country, lambda: evaluate_fees(scenario, choices, country))
    names = country.name_by_code
    shorts = model_names(scenario)
    failed: dict[str, list[str]] = {}
    for model, error in result.failed:
        failed.setdefault(error_words(error, scenario, names), []).append(shorts[model])
    for why, named in failed.items():
        _fail(f"{', '.join(named)}: {why}", 1)
    if not result.results:
        return 2
    missing = bool(result.failed) and bool(given.model)
    if given.json:
        _print_json(as_data.fees(scenario, result, names))
    else:
        _print_fees(scenario, result, names)
    return int(missing)


def _scenario(path: str, country: MunicipalFigures) -> Scenario:
    if not Path(path).is_file():
        raise UsageError(t("cli.no_file", file=path))
    return load_scenario(Path(path), country.name_by_code)


def _print_score(scenario: Scenario, result: Decision) -> None:
    words, criteria = alternative_names(scenario), criterion_names(scenario)
    print(scenario.title)
    print(sentences.leader(scenario, result))
    print(sentences.robustness(scenario, result))
    print()
    rows = [[t("cli.rank"), t("chart.ranking.item"), t("cli.total"), *criteria.values()]]
    for name in sentences.ranked(result):
        row = result.alternatives.index(name)
        rank = result.ranks[row]
        rows.append(
            [
                MISSING if rank is None else str(rank),
                words[name],
                number(result.totals[row], 1),
                *(number(value, 1) for value in result.contributions[row]),
            ]
        )
    rows.append(["", t("cli.weight"), "", *(percent(share) for share in result.shares)])
    spans = (f"{percent(low, 0)}–{percent(high, 0)}" for low, high in result.stability)
    rows.append(["", t("cli.stability"), "", *spans])
    _print_table(rows)
    print(sentences.stability(scenario, result))


def _print_fees(scenario: Scenario, result: FeesResult, names: dict[str, str]) -> None:
    print(scenario.title)
    print(sentences.fees(scenario, result, names))
    for model in result.results:
        heading = model_names(scenario)[model.model]
        print(f"\n{t('cli.fee_table', model=heading)}")
        _print_table(_fee_rows(result, names, model.fee, number, total=model.total))
        print(f"\n{t('cli.per_inhabitant_table', model=heading)}")
        _print_table(_fee_rows(result, names, model.per_inhabitant, partial(number, decimals=2)))
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


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    text_columns = {i for i in range(len(rows[0])) if not any(c.isdigit() for c in rows[1][i])}
    for row in rows:
        cells = (
            cell.ljust(width) if i in text_columns else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join(cells).rstrip())


def _pairs(given: Sequence[str], prefix: str, scenario: Scenario) -> dict[str, float]:
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


def _require_models(scenario: Scenario, models: Sequence[str]) -> None:
    known = [model.id for model in scenario.fee_models]
    if not known:
        raise UsageError(t("cli.no_models", scenario=scenario.id))
    for name in models:
        if name not in known:
            raise UsageError(t("cli.unknown_model", id=name, known=", ".join(known)))


def _computed(
    scenario: Scenario, country: MunicipalFigures, compute: Callable[[], Result]
) -> Result:
    try:
        return compute()
    except ModelError as error:
        raise UsageError(error_words(error, scenario, country.name_by_code)) from error


def _print_json(result: dict[str, object]) -> None:
    print(json.dumps(result, ensure_ascii=False, indent=2, allow_nan=False))


def _fail(line: str, code: int) -> int:
    print(" ".join(line.split()), file=sys.stderr)
    return code


def _parser() -> Parser:
    parser = Parser(prog="cli.py", description=t("cli.description"), add_help=True)
    commands = parser.add_subparsers(
        title=t("cli.commands"), required=True, dest="command", metavar=t("cli.command")
    )

    one = commands.add_parser("check", help=t("cli.check"))
    one.add_argument("files", nargs="+", metavar="FIL")
    one.set_defaults(run=check)

    two = commands.add_parser("score", help=t("cli.score"))
    two.add_argument("file", metavar="FIL")
    two.add_argument(
        "--weight", action="append", default=[], metavar="KRITERIUM=TAL", help=t("cli.weight_help")
    )
    two.add_argument(
        "--score",
        action="append",
        default=[],
        metavar="ALTERNATIV.KRITERIUM=TAL",
        help=t("cli.score_help"),
    )
    two.set_defaults(run=score)

    three = commands.add_parser("fees", help=t("cli.fees"))
    three.add_argument("file", metavar="FIL")
    three.add_argument(
        "--model", action="append", default=[], metavar="ID", help=t("cli.model_help")
    )
    three.add_argument("--from", dest="first", type=int, metavar="ÅR", help=t("cli.from_help"))
    three.add_argument("--to", dest="last", type=int, metavar="ÅR", help=t("cli.to_help"))
    three.add_argument(
        "--set", action="append", default=[], metavar="UPPGIFT=TAL", help=t("cli.set_help")
    )
    three.set_defaults(run=fees)

    for command in (one, two, three):
        command.add_argument("--json", action="store_true", help=t("cli.json"))
    return parser


if __name__ == "__main__":
    sys.exit(run())
