"""``check``: the problems of scenario files."""

import argparse
from pathlib import Path

from commands.common import print_json
from loading.data_tables import load_municipal
from loading.problems import message
from loading.scenario_file import read_scenario
from report import as_data
from text import t


def check(given: argparse.Namespace) -> int:
    """List the problems of scenario files."""
    names = load_municipal().name_by_code
    problems = [found for path in given.files for found in read_scenario(Path(path), names)[1]]
    if given.json:
        print_json(as_data.problems(problems))
    else:
        for found in problems:
            print(message(found))
        if not problems:
            print(t("cli.no_problems", files=", ".join(given.files)))
    return 1 if problems else 0
