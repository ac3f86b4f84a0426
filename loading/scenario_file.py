"""A scenario file from disk to the model, or everything that is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from os import listdir
from pathlib import Path

from pydantic import ValidationError

from loading.build import build_scenario
from loading.checks import check
from loading.problems import Problem, ScenarioError
from loading.schema import ScenarioPart
from loading.schema_problems import schema_problems
from loading.yaml_source import Source, read_yaml
from model.scenario import Scenario

SCENARIOS = Path(__file__).parent.parent / "scenarios"
MOST_PROBLEMS = 200


def read_scenario(
    path: Path, known: Mapping[str, str]
) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """Read a scenario file; the scenario is None if there is any problem.

    Args:
        known: Code -> name of the municipalities that there is data for.
    """
    source, problems = read_yaml(path)
    if source is None:
        return None, problems
    part, found = _read(source, known)
    problems = _ordered(_without_copies((*problems, *found), source))
    return (build_scenario(part) if part is not None and not problems else None), problems


def load_scenario(path: Path, known: Mapping[str, str]) -> Scenario:
    """Read a scenario file that has to be right.

    Raises:
        ScenarioError: The file has problems.
    """
    scenario, problems = read_scenario(path, known)
    if scenario is None:
        raise ScenarioError(problems)
    return scenario


def shipped(folder: Path = SCENARIOS) -> tuple[Path, ...]:
    """Return the scenario files of a folder by name; asked for at every move of a slider."""
    names = listdir(folder) if folder.is_dir() else []
    return tuple(folder / name for name in sorted(names) if name.endswith(".yaml"))


def _read(
    source: Source, known: Mapping[str, str]
) -> tuple[ScenarioPart | None, tuple[Problem, ...]]:
    """Validate the data and check what holds between its parts, both on the same file.

    A place that the schema has refused is not told once more by the checks.
    """
    part = None
    refused: tuple[Problem, ...] = ()
    try:
        part = ScenarioPart.model_validate(source.data)
    except ValidationError as error:
        refused = tuple(schema_problems(error, source, ScenarioPart, known))
    places = {problem.key for problem in refused}
    more = tuple(problem for problem in check(source, known) if problem.key not in places)
    return part, (*refused, *more)


def _without_copies(problems: tuple[Problem, ...], source: Source) -> Iterator[Problem]:
    """Leave out a problem that is told already at the place that a part was repeated from."""
    around = tuple(f"{copy}{mark}" for copy in source.copies for mark in ".[")
    told = set()
    for is_copy in (False, True):
        for problem in problems:
            if f"{problem.key}.".startswith(around) == is_copy:
                same = (problem.code, problem.line, problem.found)
                if not is_copy or same not in told:
                    yield problem
                told.add(same)


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems as they stand in the file, each once and not more than one can read."""
    once = sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.key))
    if len(once) <= MOST_PROBLEMS:
        return tuple(once)
    last = Problem("too_many", once[0].file, once[MOST_PROBLEMS].line, found=str(len(once)))
    return (*once[:MOST_PROBLEMS], last)
