"""Pictures of several assessors."""

import math

import pytest

from model.decision.group.decide_together import decide_together
from report.drawing import drawing
from report.group_charts import TOGETHER, places, weight_spans
from report.names import assessor_names
from report.vector import svg
from tests.model.decision.group.building import Own, group

TWO = {"a": 1.0, "b": 1.0}
SCORES = {"x": [100, 0], "y": [0, 100]}
NORTH, SOUTH = Own([3, 1]), Own([1, 3])


def picture(assessors, voices="equal", **other):
    scenario = group(TWO, SCORES, assessors, **other)
    people = {"0662": 30.0, "0680": 10.0}
    names = assessor_names(scenario, {"0662": "Gislaved"})
    return places(scenario, decide_together(scenario, people, voices), voices, names)


def cell(chart, item, series):
    (row,) = (row for row in chart.rows if (row["item"], row["series"]) == (item, series))
    return row["value"], row["label"], row["mark"]


def test_each_assessor_has_a_row_with_ranks_shaded_by_points_and_the_joint_row_is_last():
    chart = picture({"nord": NORTH, "öst": NORTH, "syd": SOUTH})

    assert chart.items == ("av:nord", "av:öst", "av:syd", TOGETHER)
    assert cell(chart, "av:nord", "x") == (75.0, "1", "etta")
    assert cell(chart, "av:syd", "x") == (25.0, "2", "")
    assert cell(chart, TOGETHER, "x") == (pytest.approx((75 + 75 + 25) / 3), "1", "etta")


def test_those_who_share_the_first_place_are_both_marked():
    chart = picture({"nord": NORTH, "syd": SOUTH})

    assert [cell(chart, TOGETHER, name)[1:] for name in "xy"] == [("1", "etta")] * 2


def test_one_who_is_not_counted_has_a_row_without_numbers():
    chart = picture({"nord": NORTH, "noll": Own([0, 0]), "syd": SOUTH})
    value, label, mark = cell(chart, "av:noll", "x")

    assert math.isnan(value)
    assert (label, mark, chart.missing_words) == ("", "", "räknas inte")


def test_one_alone_has_no_joint_row():
    assert picture({"nord": NORTH}).items == ("av:nord",)


def test_voices_that_are_not_alike_stand_beside_the_names():
    homes = {"n": Own([3, 1], town="0662"), "s": Own([1, 3], town="0680"), "roll": NORTH}

    assert picture(homes).word("av:n") == "n"
    by_people = picture(homes, "population")
    shares = [by_people.word(f"av:{name}").replace("\u00a0", " ") for name in homes]
    assert shares == ["n (75 %)", "s (25 %)", "roll (0 %)"]


def test_an_assessor_and_an_alternative_may_have_the_same_id():
    chart = picture({"x": NORTH, "tillsammans": SOUTH})

    assert chart.word("av:x") == chart.word("x") == "x"
    assert chart.word(TOGETHER) == "Tillsammans"
    assert len(drawing(chart)["items"]) == 3


def test_the_criterion_that_they_weigh_most_differently_comes_first_with_who_is_at_each_end():
    # Shares of a: 0.6, 0.2, 0.2; of b and c less apart: 0.2, 0.4, 0.4 and 0.2, 0.4, 0.4.
    scenario = group(
        {"a": 1.0, "b": 1.0, "c": 1.0},
        {"x": [1, 2, 3]},
        {"nord": Own([3, 1, 1]), "öst": Own([1, 2, 2]), "syd": Own([1, 2, 2])},
    )
    chart = weight_spans(scenario, decide_together(scenario), assessor_names(scenario, {}))
    first = chart.rows[0]

    assert chart.items == ("a", "b", "c")
    assert (first["low"], first["high"]) == pytest.approx((0.2, 0.6))
    assert first["value"] == pytest.approx((0.6 + 0.2 + 0.2) / 3)
    assert first["label"].replace("\u00a0", " ") == "20 % (öst och syd) – 60 % (nord)"
    assert svg(chart).startswith("<svg")
