"""Sets of choices side by side in tables: every number by hand."""

import numpy as np
import pytest

from model import comparison
from model.choices import Choices
from model.evaluate import evaluate_decision, evaluate_fees
from report import compare_tables
from report.compare_sentences import Column
from report.compare_tables import Row
from tests.shipping import COUNTRY, KNOWN, SCENARIOS

GGVVH, SYDNARKE, OLAND = (SCENARIOS[name] for name in ("ggvvh-it", "sydnarke-it", "oland-it"))
SUM = "fee_models.medlemsbidrag.sum"
WAGES = "fee_models.nettokostnad-anvandare.costs.personal.growth"
LAXA, HALLSBERG = "1860", "1861"
DEARER = Choices(values=((SUM, 28_690_000.0),))


def contribution(**choices):
    """Return Sydnärke's contribution: 27 690 tkr in 2024, shared by population."""
    made = Choices(models=("medlemsbidrag",), **choices)
    return evaluate_fees(SYDNARKE, made, COUNTRY).result("medlemsbidrag")


def cells(rows):
    return {row.name: [cell.replace("\u00a0", " ") for cell in row.cells] for row in rows}


def test_one_million_more_to_share_is_told_per_member_in_kronor_and_per_cent():
    laid = comparison.lay_fees([contribution(), contribution(values=DEARER.values)])

    table = cells(compare_tables.members_in_year(laid, 2025, 0, KNOWN))

    # 2025 is the level of 2024 × 1.01735, shared by the population of 2023 (tests/cases):
    # Hallsberg 27 690 000 × 1.01735 × 16 232 / 41 813 = 10 935 888
    #           28 690 000 × 1.01735 × 16 232 / 41 813 = 11 330 828
    #            1 000 000 × 1.01735 × 16 232 / 41 813 =    394 940, and 1 000 / 27 690 is 3.6 %
    # Laxå       1 000 000 × 1.01735 ×  5 497 / 41 813 =    133 747
    # all        1 000 000 × 1.01735                   =  1 017 350
    # The star marks a forecast: the level rests on assumed growth from 2025.
    assert table["Hallsberg"] == ["10 935 888 kr*", "11 330 828 kr*\n+394 940 kr (+3,6 %)"]
    assert table["Laxå"] == ["3 703 461 kr*", "3 837 208 kr*\n+133 747 kr (+3,6 %)"]
    assert table["Summa"] == ["28 170 422 kr*", "29 187 772 kr*\n+1 017 350 kr (+3,6 %)"]


def test_against_the_dearer_one_the_same_million_is_less_and_a_smaller_share():
    laid = comparison.lay_fees([contribution(), contribution(values=DEARER.values)])

    table = cells(compare_tables.members_in_year(laid, 2025, 1, KNOWN))

    # 1 000 / 28 690 is 3.5 %
    assert table["Summa"] == ["28 170 422 kr*\n−1 017 350 kr (−3,5 %)", "29 187 772 kr*"]


def test_slower_wages_from_the_first_year_are_told_year_by_year_with_the_forecast_marked():
    def net_cost(*values):
        made = Choices(values, models=("nettokostnad-anvandare",), years=(2024, 2026))
        return evaluate_fees(OLAND, made, COUNTRY).result("nettokostnad-anvandare")

    laid = comparison.lay_fees([net_cost(), net_cost((WAGES, 0.02))])

    table = cells(compare_tables.over_years(laid, laid.totals, 0))

    # Wages are 10 197 000 kr in 2024. 2025: × (1.03 − 1.02) = 101 970 less.
    # 2026: × (1.03² − 1.02²) = 10 197 000 × 0.0205 = 209 038.50, told as 209 038 less.
    assert table["2024"][1].endswith("\nlika")
    assert table["2025"][1].endswith("*\n−101 970 kr (−0,6 %)")
    assert "\n−209 038 kr (" in table["2026"][1]


def test_the_sum_is_over_shared_members_and_says_so():
    one = contribution(years=(2025, 2025), members=(LAXA, HALLSBERG))
    other = contribution(years=(2025, 2025), members=(HALLSBERG,))

    table = cells(compare_tables.members_in_year(comparison.lay_fees([one, other]), 2025, 0, KNOWN))

    assert table["Laxå"][1] == "–"
    assert "Summa" not in table
    assert table["Summa, gemensamma kommuner"][0] == table["Hallsberg"][0]


def test_a_column_that_cannot_be_run_says_so_and_a_year_it_lacks_is_a_dash():
    short = contribution(years=(2025, 2025))
    laid = comparison.lay_fees([contribution(years=(2025, 2026)), short, None])

    table = cells(compare_tables.over_years(laid, laid.totals, 0))

    assert table["2025"][1:] == ["28 170 422 kr*\nlika", "kan inte räknas"]
    assert table["2026"][1:] == ["–", "kan inte räknas"]


def test_ranks_and_points_stand_with_the_difference_in_the_order_of_the_base():
    moved = Choices(values=(("weights.potential", 74.0),))
    decisions = [evaluate_decision(GGVVH, made, COUNTRY) for made in (Choices(), moved)]
    points = comparison.points(decisions, [one.id for one in GGVVH.alternatives])

    rows = compare_tables.ranking(GGVVH, [*decisions, None], np.vstack([points, points[:1]]), 0)

    assert [row.name for row in rows][:2] == ["1 Tjänst", "2 IT-avdelning"]
    filed, new = decisions[0].totals[3], decisions[1].totals[3]
    assert cells(rows)["1 Tjänst"] == [
        f"1 · {filed:.1f}".replace(".", ","),
        f"2 · {new:.1f} (−{filed - new:.1f})".replace(".", ","),
        "kan inte räknas",
    ]


def test_only_assumptions_that_differ_are_listed_and_those_off_the_file_are_marked():
    faster = Choices(values=((SUM, 28_690_000.0), ("weights.budget", 60.0)))

    rows = compare_tables.assumptions(SYDNARKE, [DEARER, faster], KNOWN, file=False)

    assert len(rows) == 1 and rows[0].name.startswith("Vikt: Budgeten håller")
    assert rows[0].marked == (False, False, True)
    with_file = compare_tables.assumptions(SYDNARKE, [DEARER, faster], KNOWN, file=True)
    assert [row.marked for row in with_file] == [(False, False, True), (False, True, True)]


def test_two_columns_of_the_same_name_are_both_kept():
    twice = (Column("file", "Filen", ""), Column("variant-0", "Filen", ""))

    table = compare_tables.headed("Filen", twice, [Row("a", ("b", "c"), (False, False))])

    assert table == {"Filen": ["a"], "Filen (2)": ["b"], "Filen (3)": ["c"]}


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda scenario: scenario.id)
def test_the_same_choices_differ_in_nothing(scenario):
    assert compare_tables.assumptions(scenario, [Choices(), Choices()], KNOWN, file=True) == ()
