"""What sets of choices agree and differ on, as a director reads it."""

import math
from dataclasses import replace

import numpy as np
import pytest

from model import comparison
from model.choices import Choices
from model.evaluate import evaluate_decision, evaluate_fees
from report import compare_sentences
from report.compare_sentences import Column
from tests.shipping import COUNTRY, KNOWN, SCENARIOS

GGVVH, SYDNARKE = SCENARIOS["ggvvh-it"], SCENARIOS["sydnarke-it"]
FILE = Column("file", "Filen", "filens värden")
A, B = Column("variant-0", "A", "”A”"), Column("variant-1", "B", "”B”")


def plain(words):
    return words.replace("\u00a0", " ")


def weighed(**values):
    return evaluate_decision(GGVVH, Choices(values=tuple(sorted(values.items()))), COUNTRY)


def ranking(*decisions, columns=(FILE, A, B)):
    return plain(compare_sentences.ranking(GGVVH, columns[: len(decisions)], decisions))


def contribution(**choices):
    """Return Sydnärke's contribution under some choices."""
    made = Choices(models=("medlemsbidrag",), **choices)
    return evaluate_fees(SYDNARKE, made, COUNTRY).result("medlemsbidrag")


def fees(*results):
    laid = {"medlemsbidrag": comparison.lay_fees(results)}
    return plain(compare_sentences.fees(SYDNARKE, (FILE, A, B)[: len(results)], laid, KNOWN))


def test_the_same_first_alternative_is_named_once_with_its_points():
    filed, higher = weighed(), weighed(**{"weights.risk-redundans": 90.0})

    said = ranking(filed, higher)

    low, high = (f"{one.totals.max():.1f}".replace(".", ",") for one in (filed, higher))
    assert said.startswith(
        f"1 Tjänst kommer först med filens värden och ”A”, på {low} till {high} poäng av 100."
    )


def test_whether_the_rest_of_the_order_is_the_same_is_told():
    filed = weighed()
    swapped = replace(filed, ranks=(5, 4, 3, 1, 2, 6))
    assert filed.ranks == (6, 4, 3, 1, 2, 5)

    assert ranking(filed, filed).endswith("Hela ordningen är densamma.")
    assert ranking(filed, swapped).endswith("Ordningen därefter skiljer.")


def test_different_first_alternatives_are_named_with_who_puts_them_first():
    moved = weighed(**{"weights.potential": 74.0})

    assert ranking(weighed(), moved, weighed()) == (
        "1 Tjänst kommer först med filens värden och ”B”, medan 2 IT-avdelning kommer först med "
        "”A”."
    )


def test_a_shared_first_place_is_told_as_shared():
    filed = weighed()
    tied = replace(filed, tied=("1-tjanst", "2"))

    assert ranking(filed, tied).endswith(
        "medan 1 Tjänst och 2 IT-avdelning delar på första platsen, räknat med ”A”."
    )


def test_one_that_cannot_be_ranked_is_left_out_and_none_at_all_gives_no_sentence():
    assert ranking(weighed(), None, weighed()).startswith(
        "1 Tjänst kommer först med filens värden och ”B”,"
    )
    assert ranking(None, None) == ""


def test_more_columns_than_can_be_read_out_are_counted():
    columns = tuple(Column(f"variant-{i}", str(i), f"”{i}”") for i in range(6))
    same = (weighed(),) * 6

    assert "med alla 6 varianterna" in ranking(*same, columns=columns)
    assert "med alla 5 som kan räknas" in ranking(*same[1:], None, columns=columns)


def test_the_alternative_moved_most_is_told_in_points():
    points = np.array([[50.0, 40.0, np.nan], [51.5, 37.5, 10.0]])
    scenario = replace(GGVVH, alternatives=GGVVH.alternatives[:3])

    def said(values, base):
        return compare_sentences.moved_most(scenario, (FILE, A), values, base)

    other = scenario.alternatives[1].short
    assert said(points, 0) == f"Mest ändras {other}: 2,5 poäng mindre med ”A” än med filens värden"
    assert said(points, 1) == f"Mest ändras {other}: 2,5 poäng mer med filens värden än med ”A”"
    assert said(points[[0, 0]], 0) == "Alternativens poäng är desamma"


def test_the_sum_of_fees_is_compared_in_the_year_when_it_differs_most():
    # 1 000 tkr more than the 27 690 assumed for 2024 is 3.61 % more in every year; 2035 is dearest.
    key = "fee_models.medlemsbidrag.sum"
    dear = contribution(values=((key, 28_690_000.0),))
    gap = contribution().total[-1] * 1_000 / 27_690
    assert SYDNARKE.value(key) == 27_690_000

    words = f"{gap / 1e6:.1f}".replace(".", ",")
    assert fees(contribution(), dear) == (
        f"Avgifterna tillsammans skiljer som mest {words} mkr, år 2035 med Som idag: "
        "högst är de med ”A”, lägst med filens värden."
    )


def test_a_sum_shared_differently_names_the_member_for_whom_it_matters_most():
    one = contribution(years=(2025, 2025))
    moved = replace(one, fee=one.fee + np.array([[0.0, 50_000.0, -30_000.0, -20_000.0]]))

    assert one.members[1] == "1860"  # Laxå
    assert fees(one, moved) == (
        "Avgifterna tillsammans är desamma men fördelas olika. Mest skiljer det för Laxå, som "
        "betalar 50 tkr mer med ”A” än med filens värden år 2025 (Som idag)."
    )


def test_the_same_fees_and_fees_that_nothing_can_be_said_of_are_told_apart():
    early, late = contribution(years=(2025, 2026)), contribution(years=(2027, 2028))

    assert fees(early, early) == "Avgifterna är desamma."
    assert fees(early, late).startswith("Avgifterna kan inte jämföras")


def test_years_and_members_that_are_not_shared_are_told():
    one = contribution(years=(2025, 2028), members=("1860", "1861"))
    other = contribution(years=(2026, 2030), members=("1861", "1814"))
    apart = contribution(years=(2031, 2032), members=("1882",))

    assert compare_sentences.unlike(comparison.lay_fees([one, one]), KNOWN) == ()
    assert compare_sentences.unlike(comparison.lay_fees([one, other]), KNOWN) == (
        "Åren är inte desamma. 2026–2028 är gemensamma och kan jämföras.",
        "Kommunerna är inte desamma. Summan gäller de gemensamma: Hallsberg.",
    )
    assert compare_sentences.unlike(comparison.lay_fees([one, apart]), KNOWN) == (
        "Åren är inte desamma, och inget år är gemensamt. Avgifterna kan inte jämföras.",
        "Kommunerna är inte desamma, och ingen är gemensam. Avgifterna kan inte jämföras.",
    )


def test_the_member_most_touched_in_a_year_is_named_with_more_or_less():
    def said(change):
        return plain(
            compare_sentences.members_in_year((FILE, A), np.array(change), 0, ("Ett", "Två"), 2030)
        )

    assert said([[0.0, 0.0], [900.0, -1200.0]]).startswith(
        "Två betalar 1 200 kr mindre 2030 med ”A” än med filens värden"
    )
    assert said([[0.0, 0.0], [1900.0, np.nan]]).startswith("Ett betalar 1 900 kr mer 2030")
    assert (
        said([[0.0, 0.0], [0.0, 0.2]]) == "Varje kommuns avgift 2030 är densamma i alla varianter"
    )
    assert said([[0.0, 0.0], [np.nan, np.nan]]) == "Avgifterna 2030 kan inte jämföras"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ([100.0, 900.0], "Laxå betalar 700 kr mer år 2026 med ”A” än med filens värden"),
        ([400.0, np.nan], "Laxå betalar 300 kr mer år 2025 med ”A” än med filens värden"),
        ([400.0, 200.0], "Laxå betalar lika mycket år 2026, men inte på vägen dit"),
        ([100.0, 200.0], "Laxå betalar samma avgift alla år"),
        ([np.nan, np.nan], "Laxå: avgifterna kan inte jämföras för något år"),
    ],
)
def test_a_fee_over_the_years_is_told_by_the_last_year_that_can_be_compared(other, expected):
    values = np.array([[100.0, 200.0], other])

    said = compare_sentences.over_years((FILE, A), values, 0, (2025, 2026), "Laxå")

    assert plain(said) == expected


@pytest.mark.parametrize(
    ("change", "share", "expected"),
    [
        (12_345.0, 0.0104, "+12 345 kr (+1,0 %)"),
        (-70.4, -0.5, "−70 kr (−50,0 %)"),
        (500.0, math.nan, "+500 kr"),
        (0.3, 0.0001, "lika"),
        (math.nan, math.nan, "–"),
    ],
)
def test_a_difference_is_written_in_kronor_and_per_cent(change, share, expected):
    assert plain(compare_sentences.change_words(change, share)) == expected


def test_a_place_is_written_with_points_and_the_difference():
    assert plain(compare_sentences.place_words(1, 68.83, 2.14)) == "1 · 68,8 (+2,1)"
    assert plain(compare_sentences.place_words(2, 68.83, 0.01)) == "2 · 68,8 (lika)"
    assert plain(compare_sentences.place_words(1, 68.83, None)) == "1 · 68,8"
    assert compare_sentences.place_words(None, math.nan, None) == "ej bedömt"
