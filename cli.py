"""Vägval without a screen: check a file, score the alternatives, run the fee models.

``python cli.py COMMAND FILE``; with ``--json`` for machines. The commands are in ``docs/cli.md``.
Exit 0 when all is well, 1 when a file has problems, 2 for wrong use.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from commands.check import check
from commands.common import UsageError, complain
from commands.fees import fees
from commands.group import group
from commands.methods import methods
from commands.robust import robust
from commands.score import score
from loading.data_tables import DataError
from loading.problems import ScenarioError, message
from model.choices import VOICES
from model.decision.smaa import DRAWS
from text import t
from text.catalogue import MissingTextError

NUMBERS = {"weight": "KRITERIUM=TAL", "score": "ALTERNATIV.KRITERIUM=TAL", "set": "UPPGIFT=TAL"}
"""Options that replace numbers of the file, and how they are written."""
MANY = {f"--{option}" for option in (*NUMBERS, "model")}


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
        return complain(str(error), 2)
    except DataError as error:
        return complain(str(error), 1)
    except ScenarioError as error:
        for problem in error.problems:
            complain(message(problem), 1)
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
        return 0 if isinstance(error, BrokenPipeError) else complain(str(error), 1)
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


def _parser() -> Parser:
    parser = Parser(prog="cli.py", description=t("cli.description"), add_help=True)
    commands = parser.add_subparsers(
        title=t("cli.commands"), required=True, dest="command", metavar=t("cli.command")
    )

    def add(name: str, run: Callable[[argparse.Namespace], int]) -> Parser:
        command = commands.add_parser(name, help=t(f"cli.{name}"))
        command.set_defaults(run=run)
        command.add_argument("--json", action="store_true", help=t("cli.json"))
        return command

    add("check", check).add_argument("files", nargs="+", metavar="FIL")
    _numbers(add("score", score), "weight", "score", "set")
    _robust(add("robust", robust))
    _numbers(add("methods", methods), "weight", "score", "set")
    _group(add("group", group))
    _fees(add("fees", fees))
    return parser


def _numbers(command: Parser, *options: str) -> None:
    """Let a command take a file and numbers instead of its own."""
    command.add_argument("file", metavar="FIL")
    for option in options:
        command.add_argument(
            f"--{option}",
            action="append",
            default=[],
            metavar=NUMBERS[option],
            help=t(f"cli.{option}_help"),
        )


def _robust(command: Parser) -> None:
    _numbers(command, "weight", "score", "set")
    command.add_argument("--draws", default=str(DRAWS), metavar="ANTAL", help=t("cli.draws_help"))
    command.add_argument("--weights", default="near", metavar="VILKA", help=t("cli.weights_help"))
    command.add_argument("--seed", metavar="TAL", help=t("cli.seed_help"))


def _group(command: Parser) -> None:
    _numbers(command, "weight", "score", "set")
    command.add_argument("--voices", choices=VOICES, default="equal", help=t("cli.voices_help"))


def _fees(command: Parser) -> None:
    _numbers(command, "set")
    command.add_argument(
        "--model", action="append", default=[], metavar="ID", help=t("cli.model_help")
    )
    command.add_argument("--from", dest="first", type=int, metavar="ÅR", help=t("cli.from_help"))
    command.add_argument("--to", dest="last", type=int, metavar="ÅR", help=t("cli.to_help"))


if __name__ == "__main__":
    sys.exit(run())
