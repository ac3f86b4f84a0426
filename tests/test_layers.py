"""Imports run one way: ui -> report, loading, text -> model; and within the model, upwards."""

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = {"model", "loading", "report", "store", "ui", "text", "app", "cli", "commands"}
OURS |= {"benchmarks", "tests"}
STANDARD = set(sys.stdlib_module_names)
BOTTOM = {
    "model.errors",
    "model.figures",
    "model.fee_model",
    "model.scenario",
    "model.municipal",
}


def modules(package):
    """Return module name -> full names that it imports, for a package or a single file."""
    single = ROOT / f"{package}.py"
    files = [single] if single.is_file() else sorted((ROOT / package).rglob("*.py"))
    return {name_of(file): set(imports(file)) for file in files}


def name_of(file):
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file):
    """Give all that a file imports, also inside functions; ``from a import b`` gives a and a.b."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: skriv hela namnet, inte en relativ import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def roots(package):
    return {found.split(".")[0] for names in modules(package).values() for found in names}


def within(name, package):
    return name == package or name.startswith(f"{package}.")


def test_the_model_imports_numpy_scipy_and_the_standard_library_only():
    assert roots("model") <= {"model", "numpy", "scipy"} | STANDARD


@pytest.mark.parametrize(
    ("package", "barred"),
    [
        ("text", {"model", "loading", "report", "store", "ui", "streamlit", "plotly"}),
        ("loading", {"report", "store", "ui", "streamlit", "plotly", "app", "cli"}),
        ("report", {"ui", "streamlit", "app", "cli", "commands"}),
        ("commands", {"ui", "streamlit", "plotly", "app", "cli"}),
        ("cli", {"ui", "streamlit", "plotly", "app"}),
        ("ui", {"app", "cli", "commands"}),
    ],
)
def test_a_layer_does_not_import_from_those_above_it(package, barred):
    assert not roots(package) & barred


def test_streamlit_is_imported_by_the_screen_only():
    """Besides the screen, only the benchmarks load it: they measure the pages."""
    for package in sorted(OURS - {"ui", "app", "tests", "benchmarks"}):
        assert "streamlit" not in roots(package), package


@pytest.mark.parametrize(
    "command",
    [
        *(["check"], ["score"], ["fees", "--json"]),
        *(["robust", "--draws", "100"], ["methods"], ["group"]),
    ],
    ids=lambda command: command[0],
)
def test_the_command_line_runs_without_loading_streamlit_or_plotly(command):
    name, *options = command
    arguments = [name, "scenarios/mediacenter.yaml", *options]
    code = (
        "import sys, cli\n"
        f"left = cli.main({arguments!r})\n"
        "loaded = {'streamlit', 'plotly'} & set(sys.modules)\n"
        "sys.exit(f'exit {left}, loaded {loaded}' if left or loaded else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout


def inner():
    """Return module -> the modules of the model that it imports."""
    known = modules("model")
    return {name: {found for found in names if found in known} for name, names in known.items()}


def test_what_is_known_is_at_the_bottom_of_the_model():
    graph = inner()

    for name in BOTTOM:
        assert graph[name] - {"model"} <= BOTTOM, name


@pytest.mark.parametrize(
    ("folder", "barred"),
    [
        ("model.decision", ("model.fees", "model.plausibility", "model.choices")),
        ("model.fees", ("model.decision", "model.plausibility", "model.choices")),
        ("model.plausibility", ("model.decision", "model.choices")),
        ("model.choices", ("model.decision", "model.fees", "model.plausibility")),
    ],
)
def test_the_questions_of_the_model_do_not_lean_on_each_other(folder, barred):
    for name, found in inner().items():
        if within(name, folder):
            leaning = {one for one in found for other in barred if within(one, other)}
            assert not leaning, name


def test_nothing_in_the_model_imports_the_evaluation_on_top_of_it():
    for name, found in inner().items():
        assert "model.evaluate" not in found, name


def test_no_modules_of_ours_import_each_other_in_a_ring():
    known = {
        name: names
        for package in ("model", "loading", "text", "report", "ui", "commands", "cli", "app")
        for name, names in modules(package).items()
    }
    packages = {
        name for name in known if any(within(other, name) for other in known if other != name)
    }
    graph = {
        name: {
            found for found in names if found in known and found not in packages and found != name
        }
        for name, names in known.items()
    }

    assert list(TopologicalSorter(graph).static_order())
