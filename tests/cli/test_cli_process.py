"""The command line as a process: what the shell, a pipe and an old terminal get from it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
GGVVH = "scenarios/ggvvh-it.yaml"


def run(*words, **changed):
    """Run cli.py in a process of its own; ``changed`` replaces environment variables."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONIOENCODING"} | changed
    return subprocess.run(
        [sys.executable, "cli.py", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        timeout=30,
        check=False,
    )


def test_the_exit_codes_reach_the_shell():
    assert run("score", GGVVH).returncode == 0
    assert run("score", "tests/bad_scenarios/unit_in_swedish.yaml").returncode == 1
    assert run("score", "finns-inte.yaml").returncode == 2


@pytest.mark.parametrize("encoding", [{}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0"}])
def test_swedish_letters_are_written_on_a_terminal_that_says_it_has_none(encoding):
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0"} | encoding
    done = run("score", GGVVH, **plain)
    wrong = run("score", "finns-inte.yaml", **plain)

    assert done.returncode == 0
    assert "Värnamo" in done.stdout.decode("utf-8")
    assert wrong.stderr.decode("utf-8") == (
        "Filen finns-inte.yaml finns inte eller går inte att läsa.\n"
    )


@pytest.mark.parametrize(
    "words",
    [("fees", "scenarios/mediacenter.yaml"), ("score", GGVVH), ("robust", GGVVH, "--draws", "9")],
)
def test_a_reader_that_leaves_early_gets_no_complaint(words):
    process = subprocess.Popen(
        [sys.executable, "cli.py", *words, "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()

    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=30) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_one_line():
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "cli.py", "score", GGVVH],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=30,
            check=False,
        )

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_the_command_works_from_any_folder(tmp_path):
    done = subprocess.run(
        [sys.executable, ROOT / "cli.py", "score", ROOT / GGVVH, "--json"],
        cwd=tmp_path,
        capture_output=True,
        timeout=30,
        check=True,
    )

    assert json.loads(done.stdout)["scenario"] == "ggvvh-it"


def test_the_command_runs_without_the_parts_that_draw_on_screen():
    code = (
        "import sys, cli; cli.main(['score', 'scenarios/ggvvh-it.yaml', '--json']);"
        "assert not {'streamlit', 'plotly'} & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=30, check=False
    )

    assert done.returncode == 0, done.stderr.decode()
