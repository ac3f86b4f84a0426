"""Reading YAML safely: what is refused before anything is built, and what stands where."""

import pytest

from loading.problems import message
from loading.yaml_source import Ambiguous, parse_yaml, read_yaml


def codes(content):
    return [problem.code for problem in parse_yaml(content, "file.yaml")[1]]


def data(text):
    source, problems = parse_yaml(text.encode(), "file.yaml")
    assert problems == ()
    return source.data


def test_a_file_that_is_not_there_is_told(tmp_path):
    (problem,) = read_yaml(tmp_path / "missing.yaml")[1]

    assert problem.code == "file_missing"
    assert "missing.yaml – Filen finns inte" in message(problem)


def test_a_folder_is_no_file(tmp_path):
    assert [problem.code for problem in read_yaml(tmp_path)[1]] == ["file_unreadable"]


def test_a_name_that_no_file_can_have_is_told(tmp_path):
    assert [problem.code for problem in read_yaml(tmp_path / "a\0b")[1]] == ["file_unreadable"]


def test_a_large_file_is_refused_without_being_parsed(tmp_path):
    path = tmp_path / "large.yaml"
    path.write_text("a: " + "x" * 1_000_001)

    (problem,) = read_yaml(path)[1]

    assert (problem.code, problem.allowed) == ("file_too_large", "1000 kB")


def test_text_in_another_encoding_is_told_with_its_line():
    _, (problem,) = parse_yaml("a: 1\nb: Öland\n".encode("latin-1"), "file.yaml")

    assert (problem.code, problem.line, problem.found) == ("file_encoding", 2, "b: Öland")


def test_a_byte_order_mark_does_no_harm():
    assert parse_yaml(b"\xef\xbb\xbfa: 1", "file.yaml")[0].data == {"a": 1}


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# only a comment\n", b"---\n...\n"])
def test_an_empty_file_is_told(content):
    assert codes(content) == ["file_empty"]


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"a: 1\nb: [1\nc: 2\n", 3), (b"a: 1\n\tb: 2\n", 2), (b"a: b: c\n", 1), (b"a: 'x\n", 2)],
)
def test_what_is_not_yaml_is_told_with_its_line(content, line):
    _, (problem,) = parse_yaml(content, "file.yaml")

    assert (problem.code, problem.line) == ("yaml_syntax", line)


@pytest.mark.parametrize(
    "content",
    [b"[" * 100_000, b"- " * 50_000, b"a: " + b"{a: " * 31 + b"1" + b"}" * 31],
    ids=["flow", "block", "just beyond"],
)
def test_what_is_too_deep_is_refused_however_deep(content):
    assert codes(content) == ["yaml_depth"]


def test_repetitions_that_explode_are_refused():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)]

    assert codes("\n".join(lines).encode()) == ["yaml_aliases"]


def test_repetitions_that_nest_too_deep_are_refused():
    lines = ["a0: &a0 [x]"]
    lines += [f"a{i}: &a{i} [*a{i - 1}]" for i in range(1, 40)]

    assert codes("\n".join(lines).encode()) == ["yaml_depth"]


@pytest.mark.parametrize("content", [b"a: &a [*a]", b"&a {b: [*a]}"])
def test_a_part_that_contains_itself_is_refused(content):
    assert codes(content) == ["yaml_cycle"]


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system", "!!binary", "!!int", "!own", "!!timestamp"]
)
def test_tags_are_refused(tag):
    assert codes(f"a: {tag} x".encode()) == ["yaml_tag"]


def test_several_documents_are_refused():
    assert codes(b"a: 1\n---\na: 2\n") == ["yaml_documents"]


def test_all_repeated_keys_are_told_and_the_first_value_stays():
    source, problems = parse_yaml(b"a: 1\nb: {c: 1, c: 2}\na: 3\n", "file.yaml")

    assert [(problem.key, problem.line) for problem in problems] == [("b.c", 2), ("a", 3)]
    assert source.data == {"a": 1, "b": {"c": 1}}


def test_a_key_that_is_a_list_is_told():
    assert codes(b"? [a, b]\n: 1\n") == ["key_not_text"]


def test_control_characters_are_refused():
    assert codes(b'a: "\\0"') == ["text_control"]
    assert codes(b'a: "\\e[31m"') == ["text_control"]


@pytest.mark.parametrize(
    "content",
    [
        b"a: 1\nb: x\0y\n",
        b"a: 1\r\nb: x\x1by\r\n",
        b"a: 1\n# x\x07\n",
        b"a: 1\nb: [x\x7f\n",
        b'a: 1\nb: "\\ud800"\n',
        b'a: "1\n  \\udfff"\n',
        b'a: 1\nb: "\\U0000D83D"\n',
    ],
)
def test_what_cannot_be_seen_is_told_on_its_own_line(content):
    _, (problem,) = parse_yaml(content, "file.yaml")

    assert (problem.code, problem.line) == ("text_control", 2)
    assert "Raden innehåller ett osynligt styrtecken" in message(problem)


def test_line_ends_of_other_systems_and_what_only_looks_like_an_escape_do_no_harm():
    assert data("a: 1\r\nb: 2\r\n") == {"a": 1, "b": 2}
    assert data(r"""a: 'x\ud800'""") == {"a": r"x\ud800"}
    assert codes(rb'a: "\q \ud800"') == ["yaml_syntax"]


@pytest.mark.parametrize("raw", ["0662", "0885", "1_000", "1:30", "0x1F", "0b11", "1_0.5", "-012"])
def test_a_number_that_yaml_readers_do_not_agree_on_is_kept_as_written(raw):
    assert data(f"a: {raw}") == {"a": Ambiguous(raw)}
    assert data(f'a: "{raw}"') == {"a": raw}


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("26", 26),
        ("-3", -3),
        ("0", 0),
        ("0.5", 0.5),
        ("1.5e+3", 1500.0),
        ("~", None),
        ("null", None),
        ("", None),
        ("true", True),
        ("no", False),
        ("2024-05-01", "2024-05-01"),
        (".5e3", ".5e3"),
        ("26,5", "26,5"),
        ("Gislaved", "Gislaved"),
    ],
)
def test_plain_values_are_read_as_they_look(raw, value):
    read = data(f"a: {raw}")["a"]

    assert read == value
    assert type(read) is type(value)


def test_a_very_long_number_is_not_read():
    assert isinstance(data("a: " + "9" * 5000)["a"], Ambiguous)


def test_each_part_knows_its_line_and_what_stands_there():
    source, _ = parse_yaml(b"a:\n  - b: 1_0\n    c: 'x'\n  - [yes,\n     2]\n", "file.yaml")

    assert source.line(("a",)) == 1
    assert source.line(("a", 0, "c")) == 3
    assert source.line(("a", 1, 1)) == 5
    assert source.line(("a", 0, "missing")) == 2
    assert source.found(("a", 0, "b")) == "1_0"
    assert source.found(("a", 1, 0)) == "yes"
    assert source.is_quoted(("a", 0, "c"))


def test_a_repeated_part_has_the_place_of_its_first_writing():
    source, _ = parse_yaml(b"a: &x\n  k: 1\nb: *x\n", "file.yaml")

    assert source.data == {"a": {"k": 1}, "b": {"k": 1}}
    assert source.line(("b", "k")) == 2
