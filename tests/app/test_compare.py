"""Jämför: keep what is in view under a name, lay variants side by side, go back to one."""

import pytest

from model.choices import Choices
from tests.app.opening import SCENARIOS, address, errors, go, of_kind, opened, warnings, words

SYDNARKE = {
    "utredning": "sydnarke-it",
    "variant1": "En miljon till",
    "variant1.andrat": "fee_models.medlemsbidrag.sum~28690000.0",
}
GGVVH = {
    "utredning": "ggvvh-it",
    "variant1": "Mer potential",
    "variant1.andrat": "weights.potential~74.0",
}
EVERY_SCENARIO = pytest.mark.parametrize("scenario", SCENARIOS)


def compare(query):
    app = opened("jamfor", query)
    assert errors(app) == []
    return app


def keep(app, name=None):
    (field,) = of_kind(app, "text_input", "variant-name:")
    if name is not None:
        field.set_value(name)
    return app.button(key="keep-variant").click().run()


def names(app):
    session = app.session_state["vagval"]
    return [one.name for one in session.variants[session.scenario].items]


@EVERY_SCENARIO
def test_without_variants_the_page_says_how_to_make_one(scenario):
    app = compare({"utredning": scenario})

    assert "Det finns inga varianter än." in words(app)
    assert len(app.table) == 0


@EVERY_SCENARIO
def test_every_investigation_can_be_compared_with_itself_changed(scenario):
    app = compare({"utredning": scenario})
    keep(app)

    assert errors(app) == []
    assert names(app) == ["Variant 1"]
    assert "Ingenting. Alla bygger på samma uppgifter." in words(app)
    assert "Avgifterna är desamma." in words(app)


def test_what_is_in_view_is_kept_under_the_suggested_name_and_stands_in_the_address():
    app = compare({"utredning": "ggvvh-it", "andrat": "weights.potential~74.0"})
    keep(app)

    assert names(app) == ["Variant 1"]
    assert address(app)["variant1"] == "Variant 1"
    assert address(app)["variant1.andrat"] == "weights.potential~74.0"
    (field,) = of_kind(app, "text_input", "variant-name:")
    assert field.value == "Variant 2"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("   ", "Skriv ett namn på varianten."),
        ("mer POTENTIAL", "Det finns redan en variant med det namnet."),
    ],
)
def test_a_name_that_cannot_be_had_is_refused_with_a_sentence(name, said):
    app = keep(compare(GGVVH), name)

    assert said in warnings(app)
    assert names(app) == ["Mer potential"]
    assert said not in warnings(app.run())


def test_a_seventh_variant_is_refused_with_a_sentence():
    app = compare({"utredning": "ggvvh-it"})
    for _ in range(7):
        keep(app)

    assert names(app) == [f"Variant {number}" for number in range(1, 7)]
    assert "Det finns redan sex varianter" in warnings(app)


def test_the_answer_says_what_the_variants_agree_and_differ_on():
    assert (
        "1 Tjänst kommer först med filens värden, medan 2 IT-avdelning kommer först med "
        "”Mer potential”." in words(compare(GGVVH))
    )
    # 1 000 of 27 690 tkr more: 1 000 000 × the level of 2035, which is
    # 0.57 × 1.03¹¹ + 0.01 × 1.025¹¹ + 0.42 = 0.78902 + 0.01312 + 0.42 = 1.22214, so 1.2 mkr.
    assert (
        "Avgifterna tillsammans skiljer som mest 1,2 mkr, år 2035 med Som idag: högst är de med "
        "”En miljon till”, lägst med filens värden." in words(compare(SYDNARKE))
    )


def test_the_fees_stand_per_member_with_the_difference_in_kronor_and_per_cent():
    app = compare(SYDNARKE)
    (year,) = of_kind(app, "selectbox", "choice:compare-year:")
    year.set_value("2025").run()

    # 1 000 000 × 1.01735 × 16 232 / 41 813 = 394 940, and 1 000 / 27 690 is 3.6 %
    assert "+394 940 kr (+3,6 %)" in words(app)
    assert "+1 017 350 kr (+3,6 %)" in words(app)


def test_another_base_turns_the_differences_round_and_stays_in_the_address():
    app = compare(SYDNARKE)
    keep(app, "Som i filen")
    of_kind(app, "selectbox", "choice:compare-base:")[0].set_value("0").run()
    of_kind(app, "selectbox", "choice:compare-year:")[0].set_value("2025").run()

    # 1 000 / 28 690 is 3.5 %
    assert errors(app) == []
    assert "−394 940 kr (−3,5 %)" in words(app)
    assert address(app)["bas"] == "1"


@pytest.mark.parametrize("view", ["member", "total"])
def test_the_fees_can_be_read_over_the_years(view):
    app = compare(SYDNARKE)
    of_kind(app, "selectbox", "choice:compare-view:")[0].set_value(view).run()

    assert errors(app) == []
    table = app.table[-1].value
    assert list(table.iloc[:, 0]) == [str(year) for year in range(2025, 2036)]
    who = "Alla tillsammans" if view == "total" else "Askersund"
    assert f"{who} betalar" in words(app)


def test_a_change_of_fees_alone_draws_no_picture_of_points_that_are_the_same():
    assert "Alternativens poäng är desamma" not in words(compare(SYDNARKE))
    assert "Mest ändras 2 IT-avdelning: 2,1 poäng mer" in words(compare(GGVVH))


def test_a_model_whose_level_a_variant_has_changed_is_compared_though_nobody_looks_at_it():
    app = compare(
        {
            "utredning": "ggvvh-it",
            "variant1": "Billigare",
            "variant1.andrat": "fee_models.kr-per-invanare.rate~331.0",
        }
    )

    # 331 of 662 kr is half, so every fee is half of the file's.
    assert "med Kr per invånare: högst är de med filens värden" in words(app)
    assert "(−50,0 %)" in app.table[-1].value.to_string().replace("\u00a0", " ").replace("\\", "")


def test_opening_a_variant_leads_to_the_sliders_that_made_it_and_can_be_undone():
    app = compare(GGVVH)
    app.button(key="open:0").click().run()

    assert errors(app) == []
    assert app.title[0].value == "Alternativ"
    assert address(app)["andrat"] == "weights.potential~74.0"
    fees = compare(SYDNARKE)
    fees.button(key="open:0").click().run()
    assert fees.title[0].value == "Avgifter"


def test_a_variant_can_be_given_another_name_and_be_taken_away():
    app = compare(GGVVH)
    of_kind(app, "text_input", "variant-rename:")[0].set_value("Potentialen först").run()
    assert names(app) == ["Potentialen först"]
    assert "”Potentialen först”" in words(app)

    app.button(key="remove:0").click().run()
    assert errors(app) == []
    assert names(app) == []
    assert "variant1" not in address(app)


def test_what_is_in_view_is_a_column_of_its_own_until_it_is_kept():
    app = compare(GGVVH | {"andrat": "weights.potential~90.0"})
    assert "Det du ser nu" in app.table[0].value.columns

    keep(app)
    assert "Det du ser nu" not in app.table[0].value.columns
    assert "Variant 1" in app.table[0].value.columns


def test_all_weights_at_zero_in_one_variant_is_told_and_the_others_are_compared():
    criteria = [
        "potential", "externt-beroende", "intern-kompetens", "extern-kompetens", "skalfordelar",
        "risk-redundans", "genomforande",
    ]  # fmt: skip
    zero = ";".join(f"weights.{name}~0.0" for name in criteria)
    app = compare(GGVVH | {"variant2": "Inga vikter", "variant2.andrat": zero})

    assert "Inga vikter kan inte räknas. Alla vikter är noll." in warnings(app)
    assert "2 IT-avdelning kommer först med ”Mer potential”" in words(app)
    assert "kan inte räknas" in app.table[1].value.to_string()


def test_a_figure_that_the_file_no_longer_has_is_told_in_its_column_and_the_page_stays():
    app = compare(GGVVH)
    variants = app.session_state["vagval"].variants
    kept = variants["ggvvh-it"]
    gone = Choices((("fee_models.gone.rate", 1.0), ("weights.gone", 1.0)))
    variants["ggvvh-it"], _ = kept.kept("Gammal", gone)
    app.run()

    assert errors(app) == []
    assert "Gammal kan inte räknas." in warnings(app)
    assert "2 IT-avdelning kommer först med ”Mer potential”" in words(app)


def test_other_years_and_members_are_told_and_the_shared_ones_compared():
    app = compare(
        SYDNARKE
        | {
            "variant2": "Två kommuner",
            "variant2.kommuner": "1860;1861",
            "variant2.ar": "2026-2030",
        }
    )

    assert "2026–2030 är gemensamma" in words(app)
    assert "Summan gäller de gemensamma: Laxå och Hallsberg." in words(app)
    assert "Summa, gemensamma kommuner" in app.table[-1].value.iloc[-1, 0]


def test_a_model_that_cannot_be_run_for_a_variants_members_is_told_by_name():
    app = compare(
        {
            "utredning": "oland-it",
            "variant1": "Med Kalmar",
            "variant1.kommuner": "0840;0885;0880",
        }
    )

    assert "Med Kalmar kan inte räknas." in warnings(app)
    assert "kan inte räknas" in app.table[-1].value.to_string()


def test_a_name_is_shown_as_it_is_written():
    app = compare(GGVVH | {"variant1": "**Fet** [länk](x) <b>"})

    assert "**Fet** [länk](x) <b>" not in app.table[0].value.columns
    assert any("länk" in name and "\\*" in name for name in app.table[0].value.columns)


def test_the_address_reopens_the_same_comparison():
    app = compare(GGVVH | {"andrat": "weights.potential~90.0", "bas": "1"})

    assert words(compare(address(app))) == words(app)


def test_the_page_comes_back_with_its_variants_after_another_page():
    app = compare(GGVVH)
    before = words(app)

    assert words(go(go(app, "avgifter"), "jamfor")) == before
