"""Run the command line in this process, and files small enough to count by hand."""

import contextlib
import io
import json
import re
from pathlib import Path

import yaml

import cli

ROOT = Path(__file__).parent.parent.parent
GGVVH = str(ROOT / "scenarios/ggvvh-it.yaml")
MEDIACENTER = str(ROOT / "scenarios/mediacenter.yaml")
OLAND = str(ROOT / "scenarios/oland-it.yaml")
SMALL = str(ROOT / "tests/bad_scenarios/_good.yaml")
BAD = str(ROOT / "tests/bad_scenarios/unit_in_swedish.yaml")
SHIPPED = sorted(str(path) for path in (ROOT / "scenarios").glob("*.yaml"))
TWO = {"a": (10, 0), "b": (0, 5)}
"""Values 100 and 0, 0 and 50: ``b`` is first where 100 w₁ < 50 w₂, which is where w₁ < 1/3."""
ASSUMED = {"kind": "assumption", "reason": "Satt för provet."}


def run(*words):
    """Run a command and return its exit code, output and error lines."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = cli.main(list(words))
        except SystemExit as done:  # --help
            code = done.code
    return code, out.getvalue(), err.getvalue().splitlines()


def data(*words):
    """Run a command that has to work with --json, and return what it gave."""
    code, out, err = run(*words, "--json")
    assert (code, err) == (0, [])
    return strict(out)


def told(*words):
    """Run a command that has to work, and return what it says in words, with plain spaces."""
    code, out, err = run(*words)
    assert (code, err) == (0, [])
    assert not re.search(r"\b(nan|None|inf)\b", out)
    return out.replace("\u00a0", " ")


def strict(text):
    """Read JSON as other languages do: NaN and Infinity are no JSON."""

    def refuse(word):
        raise ValueError(word)

    return json.loads(text, parse_constant=refuse)


def refused(*words):
    """Run a command that has to be refused, and return the one line it says."""
    code, out, err = run(*words)
    assert (code, out, len(err)) == (2, "", 1), (code, out[:200], err)
    return err[0]


def written(folder, weights, scores, **parts):
    """Write a scenario with criteria on a scale 0–10, and return its path.

    Args:
        weights: Criterion -> weight.
        scores: Alternative -> scores in the order of the criteria; with its range as a tuple
            (score, low, high), None where it is not judged.
    """
    criteria = [
        {
            "id": name,
            "name": name,
            "short": name,
            "description": name,
            "scale": {"low": 0, "high": 10, "low_means": "sämst", "high_means": "bäst"},
            "weight": {"value": weight, "unit": "weight", "origin": ASSUMED},
        }
        for name, weight in weights.items()
    ]
    alternatives = [
        {
            "id": name,
            "name": name,
            "short": name.upper(),
            "description": name,
            "scores": {c: _score(one) for c, one in zip(weights, row, strict=True)},
        }
        for name, row in scores.items()
    ]
    whole = {
        "format": 1,
        "id": "prov",
        "version": "1.0",
        "title": "Prov",
        "short": "Prov",
        "question": "Vilket?",
        "summary": "Ett prov.",
        "municipalities": ["0662", "0617"],
        "years": {"first": 2024, "last": 2030},
        "documents": [],
        "criteria": criteria,
        "alternatives": alternatives,
    }
    path = folder / "prov.yaml"
    path.write_text(yaml.safe_dump(whole | parts, allow_unicode=True), encoding="utf-8")
    return str(path)


def _score(given):
    value, *ends = given if isinstance(given, tuple) else (given,)
    return {"value": value, "origin": ASSUMED} | ({"range": ends} if ends else {})
