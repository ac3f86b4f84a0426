"""Every word that is asked for exists, and every word that exists is asked for."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from loading.data_tables import load_series
from model import errors

ROOT = Path(__file__).parent.parent
CATALOGUES = sorted((ROOT / "text" / "sv").glob("*.po"))
FOLDERS = ("model", "loading", "report", "commands", "store", "ui", "text", "benchmarks")
FILES = [
    *(ROOT / name for name in ("app.py", "cli.py")),
    *(file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py"))),
]
BEGINS = re.compile(r"[a-z_]+\\\.")
"""A pattern that begins as a key does, with a word and a full stop."""


@cache
def words() -> dict[str, tuple[str, ...]]:
    """Return key -> its wordings (one, or singular and plural)."""
    found = {}
    for path in CATALOGUES:
        with path.open("rb") as file:
            for message in read_po(file, locale="sv"):
                if not message.id:
                    continue
                key = message.id[0] if isinstance(message.id, tuple) else message.id
                said = message.string if isinstance(message.string, tuple) else (message.string,)
                found[key] = tuple(said)
    return found


@cache
def trees() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in FILES
    }


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Give every t(...) and tn(...) in the code with its place."""
    for name, tree in trees().items():
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id="t" | "tn" | "_optional"), args=[_, *_]):
                    yield f"{name}:{node.lineno}", node


def patterns(node: ast.expr) -> list[str]:
    """Return the keys that an expression can give, as patterns; none where it cannot be told."""
    match node:
        case ast.Constant(value=str() as key):
            return [re.escape(key)]
        case ast.JoinedStr(values=parts):
            return [
                "".join(re.escape(p.value) if isinstance(p, ast.Constant) else ".+" for p in parts)
            ]
        case ast.IfExp(body=one, orelse=other):
            return [*patterns(one), *patterns(other)]
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            ends = patterns(right) or [".*"]
            return [start + end for start in patterns(left) for end in ends]
        case _:
            return []


def worded(pattern: str) -> list[str]:
    return [key for key in words() if re.fullmatch(pattern, key)]


def test_every_key_that_the_code_asks_for_is_in_a_catalogue():
    missing = [
        f"{place} {pattern}"
        for place, call in calls()
        if call.func.id != "_optional"
        for pattern in patterns(call.args[0])
        if not worded(pattern)
    ]

    assert not missing, "\n".join(missing)


def test_a_key_is_worded_in_one_place():
    keys = Counter(
        key
        for path in CATALOGUES
        for key in re.findall(r'^msgid "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE)
    )

    assert not [key for key, times in keys.items() if times > 1]


def test_no_wording_is_empty():
    assert not [key for key, said in words().items() if not all(said)]


def places(said: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(said) if name is not None}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_place_in_a_wording_is_a_plain_name(path):
    with path.open("rb") as file:
        messages = [message for message in read_po(file, locale="sv") if message.id]
    for message in messages:
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        for one in said:
            assert all(name.isidentifier() for name in places(one)), message.id
            assert not any(spec or turn for *_, spec, turn in Formatter().parse(one)), message.id


def test_every_place_in_a_wording_is_filled_by_the_call_that_uses_it():
    unfilled = []
    for place, call in calls():
        given = {keyword.arg for keyword in call.keywords}
        if None in given or not isinstance(call.args[0], ast.Constant):
            continue
        if call.func.id == "tn":
            given.add("count")
        for said in words().get(call.args[0].value, ()):
            if places(said) - given:
                unfilled.append(f"{place} {call.args[0].value}: {places(said) - given}")

    assert not unfilled, "\n".join(unfilled)


def test_a_wording_with_places_is_never_asked_for_without_values():
    """``t`` leaves a wording as it stands when no values are given, so ``{`` would be shown."""
    bare = [
        f"{place} {key}"
        for place, call in calls()
        if not call.keywords and call.func.id == "t"
        for key in patterns(call.args[0])
        for said in words().get(key.replace("\\", ""), ())
        if places(said)
    ]

    assert not bare, "\n".join(bare)


def constants(tree: ast.AST, call: str) -> set[str]:
    """Return the first arguments, as text, of all calls of one name."""
    return {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) == call
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def test_every_plausibility_finding_has_words_and_every_worded_finding_is_made():
    made = {f"finding.{code}" for code in constants(trees()["model/plausibility.py"], "Finding")}

    assert made == {key for key in words() if key.startswith("finding.")}


def test_every_error_of_the_model_has_words():
    codes = {
        one.code
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, errors.ModelError)
    }

    assert codes - {"unknown"} <= {key.removeprefix("error.") for key in words()}


def test_every_kind_of_thing_that_can_be_unknown_has_words():
    kinds = {
        keyword.value.value
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UnknownError"
        for keyword in node.keywords
        if keyword.arg == "kind" and isinstance(keyword.value, ast.Constant)
    }

    assert kinds
    assert {f"error.unknown.{kind}" for kind in kinds} <= set(words())


ARGPARSE = "argparse."
"""The standard library's own phrases, asked for by what it says and not by our code."""


def test_no_wording_is_left_that_nothing_asks_for():
    """A key counts as used where the code writes it out, or writes how it begins and ends.

    What stands in between then has to be written out somewhere too: ``finding.{code}`` uses
    ``finding.jump`` because some code says ``"jump"``, and
    a table by field name uses the names that the fields are filled under.
    """
    whole, names, parts = set(), {"", *load_series().names()}, set()
    for tree in trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.keyword) and node.arg:
                names.add(node.arg)
            elif isinstance(node, ast.JoinedStr | ast.BinOp):
                parts.update(part for part in patterns(node) if BEGINS.match(part))
    ways = [re.compile(part.replace(".+", "(.+)").replace(".*", "(.*)")) for part in parts]

    def used(key: str) -> bool:
        fits = (way.fullmatch(key) for way in ways)
        return key in whole or any(fit and set(fit.groups()) <= whole | names for fit in fits)

    unused = [key for key in words() if not key.startswith(ARGPARSE) and not used(key)]

    assert not unused, "\n".join(unused)
