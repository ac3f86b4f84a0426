"""Pictures of what the leader's first place hangs on."""

import pytest

from model.decision.cross_check import cross_check
from model.decision.evidence import Evidence
from model.decision.problem import pose
from model.decision.tornado import tornado
from model.decision.weight_line import weight_line
from model.decision.weight_map import weight_map
from report import certainty_charts, evidence_charts, method_charts
from report.table import table
from report.vector import svg
from tests.model.decision.building import criterion, scenario


def weighed(weights, scores):
    """Return a scenario whose scores are values 0–100, and the problem that it poses."""
    whole = {name: criterion(name, scale=(0.0, 100.0)) for name in weights}
    made = scenario(weights, scores, criteria=whole)
    return made, pose(made)[0]


def test_a_bar_goes_from_the_margin_now_to_the_margins_at_both_ends():
    # A leads by 5. Its x at 40 gives −5 and at 80 gives 15; x at 25 or 75 % gives 2.5 or 7.5.
    made, problem = weighed({"x": 1, "y": 1}, {"A": ((60, 40, 80), 60), "B": (50, 60)})
    picture = certainty_charts.tornado(made, tornado(problem, 0.5), 0.5, "källan")

    first, second, _ = picture.rows
    assert picture.word(first["item"]) == "Poäng: A – x"
    assert (first["value"], first["low"], first["high"]) == (5, -5, 15)
    assert (first["low_label"], first["high_label"]) == ("40", "80")
    assert picture.word(second["item"]) == "Vikt: x"
    assert (second["low"], second["high"]) == (2.5, 7.5)
    assert (second["low_label"], second["high_label"]) == ("25\u00a0%", "75\u00a0%")
    assert picture.references == {"Första platsen tappas": 0.0}
    assert svg(picture)


def test_only_the_widest_bars_are_drawn_and_the_table_has_them_all():
    scores = {"A": [(60, 50 - n, 70) for n in range(12)], "B": [50] * 12}
    made, problem = weighed({f"c{n}": 1 for n in range(12)}, scores)
    found = tornado(problem, 0.0)

    shown = certainty_charts.tornado(made, found, 0.0, "källan")
    every = certainty_charts.tornado(made, found, 0.0, "källan", len(found.bars))

    assert shown.items == tuple(f"A:c{n}" for n in range(11, 1, -1))
    assert "De 10 största av 12" in shown.subtitle
    assert len(table(every)) == 12
    assert "största av" not in every.subtitle


def test_a_weight_line_has_a_straight_line_each_and_marks_where_first_place_is_handed_over():
    made, problem = weighed(
        {"x": 50, "y": 30, "z": 20}, {"S": (80, 40, 30), "T": (40, 90, 20), "U": (20, 50, 90)}
    )
    picture = certainty_charts.weight_line(made, weight_line(problem, "x"), "källan")

    # S goes from (3 × 40 + 2 × 30)/5 without x to 80 with nothing else.
    of_s = {row["x"]: row["value"] for row in picture.rows if row["series"] == "S"}
    assert of_s == pytest.approx({0: 36, 1 / 6: 43.33, 13 / 33: 53.33, 0.5: 58, 1: 80}, abs=0.01)
    assert picture.marks == pytest.approx({"Nu": 0.5, "S etta från": 13 / 33, "T etta från": 1 / 6})
    assert svg(picture)


def test_a_line_stops_where_a_score_is_missing_and_one_without_a_total_is_named():
    made, problem = weighed({"x": 0, "y": 1}, {"A": (None, 60), "B": (50, 40), "C": (50, None)})
    picture = certainty_charts.weight_line(made, weight_line(problem, "x"), "källan")

    of_a = [row["value"] for row in picture.rows if row["series"] == "A"]
    assert of_a[0] == 60
    assert of_a[1] != of_a[1]
    assert picture.note == "C är inte med, eftersom poäng saknas."
    assert "ej bedömt" in table(picture)["A"].tolist()
    assert svg(picture)


def test_a_map_has_a_region_for_each_that_is_somewhere_first_and_todays_weights():
    made, problem = weighed(
        {"x": 1, "y": 1, "z": 2}, {"A": (100, 0, 0), "B": (50, 50, 50), "C": (0, 40, 40)}
    )
    found = weight_map(problem, "x", "y")
    picture = certainty_charts.weight_map(made, found, problem.alternatives, "källan")

    assert picture.series == ("A", "B")
    assert picture.points == {"Nu": (0.25, 0.25)}
    assert picture.title == "B är etta på 75\u00a0% av ytan, A på 25\u00a0%"
    assert picture.note == "Inte etta någonstans på kartan: C."
    assert svg(picture)


def test_evidence_goes_from_the_share_when_nothing_is_known_to_the_shares_at_both_ends():
    made, _ = weighed({"x": 1}, {"A": [(60, 40, 80)], "B": [50]})
    found = [Evidence("scores.A.x", "A", "x", 40.0, 80.0, 0.1, 0.9, "B", "A")]
    picture = evidence_charts.evidence(made, found, "A", 0.6, 100_000, "källan")

    (row,) = picture.rows
    assert picture.word(row["item"]) == "Poäng: A – x"
    assert (row["value"], row["low"], row["high"]) == (0.6, 0.1, 0.9)
    assert (row["low_label"], row["high_label"]) == ("40", "80")
    assert picture.title == (
        "Störst skillnad gör poängen för A på x: A är etta i 10\u00a0% till 90\u00a0% av försöken"
    )
    assert svg(picture)


def test_ranks_are_shown_with_our_order_and_each_methods_first_marked():
    made, problem = weighed({"x": 1, "y": 1}, {"A": (20, 10), "B": (80, 70), "C": (50, 60)})
    picture = method_charts.ranks(made, cross_check(problem), "källan")

    assert picture.items == ("B", "C", "A")
    assert {row["label"] for row in picture.rows if row["item"] == "A"} == {"3"}
    assert {row["item"] for row in picture.rows if row["mark"]} == {"B"}
    darkest = max(picture.rows, key=lambda row: row["value"])
    assert darkest["label"] == "1"
    assert table(picture)["TOPSIS"].tolist() == ["1 (etta)", "2", "3"]
    assert "högst plats" in svg(picture)
