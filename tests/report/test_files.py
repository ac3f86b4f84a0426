"""File names that any computer can keep."""

from datetime import date

import pytest

from report.files import file_name

DAY = date(2026, 11, 21)


def test_a_file_is_named_by_scenario_chart_and_date():
    assert (
        file_name("mediacenter", "avgift-per-ar", "png", DAY)
        == "mediacenter_avgift-per-ar_2026-11-21.png"
    )


def test_swedish_letters_are_folded():
    assert file_name("öland", "avgift per år", ".csv", DAY) == "oland_avgift-per-ar_2026-11-21.csv"


@pytest.mark.parametrize("bad", ["../../etc/passwd", "a/b\\c", "x\x00y", 'a"b;c', "  ", "日本"])
def test_nothing_in_a_name_can_leave_the_folder_or_break_a_header(bad):
    name = file_name(bad, bad, "png", DAY)

    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
    assert ".." not in name and not name.startswith((".", "-"))


def test_a_name_stays_short_enough_for_any_file_system():
    assert len(file_name("a" * 500, "b" * 500, "png", DAY)) < 200
