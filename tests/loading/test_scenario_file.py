"""Scenario files: what a good one gives, and what is told about one that is not."""

import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loading.data_tables import load_municipal
from loading.problems import ScenarioError, message
from loading.scenario_file import SCENARIOS, load_scenario, read_scenario, shipped
from loading.schema_problems import municipality_like

FOLDER = Path(__file__).parent.parent / "bad_scenarios"
GOOD = FOLDER / "_good.yaml"
EXPECTED = yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8"))
KNOWN = {
    "0617": "Gnosjö",
    "0662": "Gislaved",
    "0680": "Jönköping",
    "0683": "Värnamo",
    "1315": "Hylte",
}


def problems_of(folder, text):
    path = folder / "file.yaml"
    path.write_text(text, encoding="utf-8")
    return read_scenario(path, KNOWN)[1]


def test_a_good_file_gives_a_scenario_and_no_problems():
    scenario, problems = read_scenario(GOOD, KNOWN)

    assert problems == ()
    assert scenario is not None
    assert scenario.municipalities == ("0662", "0617", "1315")


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_every_shipped_scenario_can_be_read(path):
    figures = load_municipal()

    assert read_scenario(path, dict(zip(figures.codes, figures.names, strict=True)))[1] == ()


def test_every_bad_file_is_in_the_table_and_every_row_has_a_file():
    files = {path.stem for path in FOLDER.glob("*.yaml")} - {"_good", "expected"}

    assert files == set(EXPECTED)
    assert len(files) >= 30


@pytest.mark.parametrize("name", EXPECTED)
def test_a_bad_file_differs_from_the_good_one_in_one_place(name):
    good = GOOD.read_text(encoding="utf-8").splitlines()
    bad = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").splitlines()

    changes = [
        change
        for change in SequenceMatcher(None, good, bad, autojunk=False).get_opcodes()
        if change[0] != "equal"
    ]

    assert len(changes) == 1


@pytest.mark.parametrize("name", EXPECTED)
def test_a_bad_file_gives_its_problem_and_no_other(name):
    scenario, problems = read_scenario(FOLDER / f"{name}.yaml", KNOWN)

    assert scenario is None
    told = [
        {"code": one.code, "line": one.line, "key": one.key, "found": one.found} for one in problems
    ]
    assert told == [EXPECTED[name]]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_message_names_the_file_and_the_line_and_what_was_found(name):
    path = FOLDER / f"{name}.yaml"

    (problem,) = read_scenario(path, KNOWN)[1]
    words = message(problem)

    assert words.startswith(f"{path.as_posix()}, rad {EXPECTED[name]['line']} – ")
    assert problem.suggestion in words
    assert "{" not in words.replace(problem.found, "")
    assert words.rstrip()[-1] in ".?"


def test_the_suggestion_is_what_the_writer_probably_meant():
    suggestions = {
        name: read_scenario(FOLDER / f"{name}.yaml", KNOWN)[1][0].suggestion for name in EXPECTED
    }

    assert suggestions["unit_in_swedish"] == "kr/inhabitant"
    assert suggestions["municipality_by_name"] == '"0662" (Gislaved)'
    assert suggestions["code_read_as_number"] == '"1315"'
    assert suggestions["number_with_decimal_comma"] == "26.5"
    assert suggestions["number_with_exponent"] == "9500000"
    assert suggestions["growth_in_per_cent"] == "0.025"
    assert suggestions["key_misspelt"] == "host"
    assert suggestions["kind_of_amount_unknown"] == "share_of_tax"
    assert suggestions["group_unknown"] == "safety"
    assert suggestions["bounds_in_per_cent"] == "0.9"
    assert suggestions["assessor_score_with_decimal_comma"] == "2.5"
    assert suggestions["assessor_score_of_unknown_alternative"] == "samverkan"
    assert suggestions["width_of_unknown_origin"] == "sourced"


@pytest.mark.parametrize(
    ("code", "suggestion"),
    [
        ("0684", '"0683" (Värnamo)'),
        ("683", '"0683" (Värnamo)'),
        ("1380", ""),
        ("1318", '"1315" (Hylte)'),
        ("0862", ""),
        ("2617", ""),
    ],
)
def test_an_unknown_code_is_only_taken_for_one_of_its_own_county(code, suggestion):
    assert municipality_like(code, KNOWN) == suggestion


def test_a_name_is_taken_for_the_one_it_resembles():
    assert municipality_like("Gislavd", KNOWN) == '"0662" (Gislaved)'
    assert municipality_like("Pajala", KNOWN) == ""


def test_a_code_that_is_no_octal_number_is_told_as_one_that_is():
    (problem,) = read_scenario(FOLDER / "code_that_is_no_octal.yaml", KNOWN)[1]

    assert 'Skriv "0885" inom citattecken, annars kan nollan tappas bort' in message(problem)


def test_more_than_four_models_to_start_with_are_refused(tmp_path):
    text = GOOD.read_text(encoding="utf-8").replace(
        "default_models: [per-inhabitant, tax]",
        "default_models: [per-inhabitant, tax, prices, fixed-shares, tax]",
    )

    assert [problem.code for problem in problems_of(tmp_path, text)] == [
        "list_long",
        "model_repeated",
    ]


@pytest.mark.parametrize(
    ("number", "codes"), [("1000000000000", []), ("1000000000001", ["number_too_large"])]
)
def test_numbers_up_to_the_largest_are_read(tmp_path, number, codes):
    text = GOOD.read_text(encoding="utf-8").replace("value: 9500000,", f"value: {number},")

    assert [problem.code for problem in problems_of(tmp_path, text)] == codes


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("weight: {value: 50", "weight: {value: 0", ("weights_zero", 30, "criteria_groups", "0")),
        ("voice: {value: 2", "voice: {value: 0", ("weights_zero", 99, "assessors", "0")),
    ],
    ids=["groups", "voices"],
)
def test_groups_or_voices_that_all_weigh_nothing_are_refused(tmp_path, old, new, told):
    text = GOOD.read_text(encoding="utf-8")
    text = text.replace("weight: {value: 30", "weight: {value: 0")
    text = text.replace("voice: {value: 1", "voice: {value: 0")

    (problem,) = problems_of(tmp_path, text.replace(old, new))

    assert (problem.code, problem.line, problem.key, problem.found) == told


def test_a_voice_that_is_not_given_is_one_and_so_not_zero(tmp_path):
    text = GOOD.read_text(encoding="utf-8")
    text = text.replace("    voice: {value: 2, unit: weight, origin: *guess}\n", "")

    assert problems_of(tmp_path, text.replace("voice: {value: 1", "voice: {value: 0")) == ()


def test_a_group_where_only_some_criteria_weigh_nothing_is_all_right(tmp_path):
    text = GOOD.read_text(encoding="utf-8").replace("    group: safety\n", "    group: benefit\n")
    safety = text[text.index("  - id: safety") : text.index("criteria:\n")]

    assert problems_of(tmp_path, text.replace(safety, "").replace("value: 60,", "value: 0,")) == ()


def test_without_groups_a_criterion_can_name_none(tmp_path):
    text = GOOD.read_text(encoding="utf-8")
    groups = text[text.index("criteria_groups:") : text.index("criteria:\n")]

    found = problems_of(tmp_path, text.replace(groups, ""))

    assert [(one.code, one.key, one.allowed) for one in found] == [
        ("group_unknown", "criteria[0].group", ""),
        ("group_unknown", "criteria[1].group", ""),
    ]


def test_bounds_that_are_met_by_one_set_of_weights_only_are_all_right(tmp_path):
    text = GOOD.read_text(encoding="utf-8")
    text = text.replace("low: 0.1, high: 0.8", "low: 0.1, high: 0.1")

    assert problems_of(tmp_path, text.replace("low: 0.2, high: 0.9", "low: 0.9, high: 0.9")) == ()


def test_a_municipality_without_a_row_of_weights_needs_something_of_its_own(tmp_path):
    text = GOOD.read_text(encoding="utf-8")
    hylte = '  - {id: hylte, name: Hylte, municipality: "1315", origin: *guess}\nuncertainty:'

    alone = problems_of(tmp_path, text.replace("uncertainty:", hylte))
    judging = hylte.replace("origin", "scores: {drift: {risk: 2}}, origin")

    assert [one.code for one in alone] == ["assessor_without_own"]
    assert problems_of(tmp_path, text.replace("uncertainty:", judging)) == ()


def test_a_file_with_three_errors_tells_all_three_at_once(tmp_path):
    text = (
        GOOD.read_text(encoding="utf-8")
        .replace("unit: kr/inhabitant\n", "unit: kr/invånare\n", 1)
        .replace("document: plan\n", "document: planen\n")
        .replace("last: 2030", "last: 2023")
    )

    assert [problem.code for problem in problems_of(tmp_path, text)] == [
        "years_order",
        "unit_unknown",
        "document_unknown",
    ]


def test_a_repeated_key_does_not_hide_other_problems(tmp_path):
    text = GOOD.read_text(encoding="utf-8") + "short: Igen\nhsot: 1\n"

    assert [problem.code for problem in problems_of(tmp_path, text)] == [
        "key_repeated",
        "key_unknown",
    ]


def test_a_fault_in_a_repeated_part_is_told_once_where_it_stands(tmp_path):
    text = GOOD.read_text(encoding="utf-8").replace("kind: assumption", "kind: assumed")

    assert [problem.key for problem in problems_of(tmp_path, text)] == [
        "potentials.table.origin.kind"
    ]


def test_a_file_with_very_many_problems_tells_the_first_and_how_many_there_are(tmp_path):
    text = GOOD.read_text(encoding="utf-8") + "".join(f"x{i}: 1\n" for i in range(300))

    problems = problems_of(tmp_path, text)

    assert len(problems) == 201
    assert (problems[-1].code, problems[-1].found) == ("too_many", "300")


def test_loading_a_bad_file_raises_with_all_its_problems():
    with pytest.raises(ScenarioError) as caught:
        load_scenario(FOLDER / "unit_in_swedish.yaml", KNOWN)

    assert [problem.code for problem in caught.value.problems] == ["unit_unknown"]
    assert "kr/invånare" in str(caught.value)


def test_the_shipped_files_come_by_name(tmp_path):
    for name in ("b.yaml", "a.yaml", "README.md"):
        (tmp_path / name).touch()

    assert [path.name for path in shipped(tmp_path)] == ["a.yaml", "b.yaml"]


def test_the_examples_in_the_guide_make_a_file_without_problems(tmp_path):
    guide = (SCENARIOS / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", guide, flags=re.DOTALL)
    parts = [block for block in blocks if not block.startswith(("rate:", "growth:"))]
    text = "".join(parts).replace("*antagen", "{kind: assumption, reason: Exempel.}")

    assert len(parts) == 8
    assert problems_of(tmp_path, text.replace('"0665"', '"1315"')) == ()


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=400))
def test_no_bytes_make_the_reader_fail(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("bytes") / "file.yaml"
    path.write_bytes(content)

    scenario, problems = read_scenario(path, KNOWN)

    assert scenario is None
    assert all(message(problem) for problem in problems)
    assert problems


LINES = GOOD.read_text(encoding="utf-8").splitlines()
SNIPPETS = st.sampled_from(
    [
        "",
        "- ",
        "null",
        "x: [1, {a: b}]",
        "  - 0662",
        "    value: .nan",
        "    key: {kind: {a: b}}",
        "    index: [kind]",
        "  parts: [{kind: sum}]",
        "? [a]",
        "<<: *guess",
        "origin: *guess",
        "    kind: [1]",
        "    unit: {a: 1}",
        "      range: [a, 1]",
        "      range: [1, 1e999]",
    ]
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    changes=st.lists(
        st.tuples(
            st.integers(0, len(LINES) - 1),
            st.one_of(st.none(), SNIPPETS, st.text(max_size=20), st.sampled_from(LINES)),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_no_change_to_lines_of_a_good_file_makes_the_reader_fail(tmp_path_factory, changes):
    lines: list[str | None] = list(LINES)
    for place, line in changes:
        lines[place] = line
    path = tmp_path_factory.mktemp("lines") / "file.yaml"
    path.write_text("\n".join(line for line in lines if line is not None), encoding="utf-8")

    scenario, problems = read_scenario(path, KNOWN)

    assert (scenario is None) == bool(problems)
    assert all(path.as_posix() in message(problem) for problem in problems)
