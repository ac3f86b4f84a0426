"""What has been changed, in words that a reader would use."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loading.scenario_file import load_scenario
from model.choices import VOICES, WEIGHT_DRAWS, Choices, allowed_range
from report.changes import difference_words, differing, step_words
from tests.shipping import KNOWN, SCENARIOS

SCENARIO = SCENARIOS["ggvvh-it"]
GOOD = Path(__file__).parent.parent / "bad_scenarios" / "_good.yaml"
"""A small file that has groups of criteria."""
FILED = Choices()


def changed(values, scenario=SCENARIO, **others):
    """Return choices with some figures changed."""
    made = replace(FILED, **others)
    for key, value in values.items():
        made = made.with_value(key, value, scenario.value(key))
    return made


def said(before, after, cause="value", scenario=SCENARIO):
    return plain(step_words(scenario, before, after, cause, KNOWN))


def plain(words):
    return words.replace("\u00a0", " ")


# --- One step


def test_a_weight_is_told_as_its_share_of_all_weights():
    after = changed({"weights.potential": 130.0})

    # 50 of 7 × 50 = 350, then 130 of 430
    assert said(FILED, after) == "Vikt för Potential 14 → 30 %"


def test_a_weight_that_moves_by_less_than_a_per_cent_is_told_with_decimals():
    after = changed({"weights.potential": 49.5})

    # 50 of 350, then 49,5 of 349,5
    assert said(FILED, after) == "Vikt för Potential 14,3 → 14,2 %"


def test_a_weight_that_moves_by_next_to_nothing_is_told_in_points():
    after = changed({"weights.potential": 50.001})

    assert said(FILED, after) == "Vikt för Potential 50 → 50,001"


def test_a_weight_is_told_in_points_where_all_are_zero():
    zero = changed({f"weights.{one.id}": 0.0 for one in SCENARIO.criteria})
    after = changed({**zero.changed(), "weights.potential": 40.0})

    assert said(zero, after) == "Vikt för Potential 0 → 40"


def test_a_weight_that_is_all_there_is_and_moves_is_told_in_points():
    one, other = (
        changed({**{f"weights.{one.id}": 0.0 for one in SCENARIO.criteria}, "weights.potential": w})
        for w in (40.0, 60.0)
    )

    assert said(one, other) == "Vikt för Potential 40 → 60"


def test_a_score_is_told_with_its_alternative_and_criterion():
    after = changed({"scores.1-teknik.genomforande": 4.0})
    before = changed({"scores.1-teknik.genomforande": 2.5})

    assert said(before, after) == "Poäng för 1 Teknik på Genomförande 2,5 → 4"


@pytest.mark.parametrize(
    ("scenario", "key", "value", "words"),
    [
        (
            "mediacenter",
            "fee_models.per-invanare.rate",
            28.5,
            "Avgift per invånare 2024 – Per invånare: 26,00 → 28,50 kr per invånare",
        ),
        (
            "oland-it",
            "projection.population_growth",
            0.01,
            "Befolkningsökning i riket: 0,3 → 1 % per år",
        ),
        (
            "oland-it",
            "projection.population_growth",
            0.003001,
            "Befolkningsökning i riket: 0,003 → 0,003001",
        ),
        (
            "ggvvh-it",
            "municipal_weights.0617.potential",
            90,  # 50 of 400, then 90 of 440
            "Antagen vikt för Gnosjö: Potential: 12 → 20 %",
        ),
    ],
)
def test_another_figure_is_told_by_its_name_with_the_unit_once(scenario, key, value, words):
    scenario = SCENARIOS[scenario]

    assert said(FILED, changed({key: value}, scenario), scenario=scenario) == words


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("values.potential.2", 50, "Värde av poäng 2: Potential: 33,33 → 50 poäng av 100"),
        ("bounds.potential.low", 0.1, "Minsta vikt: Potential: 0 → 10 %"),
        ("voices.1315", 2, "Röst: Hylte: 1 → 2"),
        ("uncertainty.range_factor", 1.5, "Bredd på poängens spann (1 = som angivet): 1 → 1,5"),
        (
            "assessor_scores.1315.extern.genomforande",
            4,
            "Poäng enligt Hylte: Extern partner – Genomförande: 3 → 4 poäng",
        ),
        (
            "assessor_scores.1315.s.genomforande",
            2,
            "Poäng enligt Hylte: S Samordning – Genomförande: som gemensamt → 2 poäng",
        ),
    ],
)
def test_what_judgements_and_uncertainty_rest_on_is_told_by_its_name(key, value, words):
    assert said(FILED, changed({key: value})) == words


def test_a_weight_in_a_tree_is_told_as_its_share_of_all_and_not_of_its_group():
    scenario = load_scenario(GOOD, KNOWN)
    other = changed({"weights.potential": 90.0}, scenario)

    # Alone in its group, which weighs 50 of 80: 62,5 % whatever its own weight is.
    assert said(FILED, other, scenario=scenario) == "Vikt för Potential 40 → 90"
    rows = differing(scenario, (FILED, other), KNOWN)
    assert plain(rows[0][1][1]) == "90 (62 %)"


def test_a_groups_weight_is_told_as_its_share_of_all_weights():
    scenario = load_scenario(GOOD, KNOWN)
    after = changed({"group_weights.safety": 50.0}, scenario)

    # 30 of 80, then 50 of 100
    assert said(FILED, after, scenario=scenario) == "Gruppens vikt: Trygghet: 38 → 50 %"


def test_several_figures_at_once_are_counted():
    weights = {"weights.potential": 10.0, "weights.genomforande": 20.0}

    assert said(FILED, changed(weights)) == "Ändrade 2 vikter"
    assert said(FILED, changed({**weights, "capture.joint": 0.5})) == "Ändrade 3 uppgifter"


@pytest.mark.parametrize(
    ("preset", "words"),
    [
        ("lika-vikter", "Vikter: Lika vikter"),
        ("kostnad-forst", "Vikter: Kostnad först"),
        ("kommun-0617", "Vikter: Gnosjö (antagna vikter)"),
        ("borttagen", "Vikter: borttagen"),
    ],
)
def test_a_preset_is_told_by_its_name(preset, words):
    assert said(FILED, changed({"weights.potential": 10.0}), f"preset:{preset}") == words


def test_a_variant_is_told_by_its_name_whatever_that_is():
    assert said(FILED, FILED, "variant:Steg 2: {drift}") == "Öppnade varianten ”Steg 2: {drift}”"


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (FILED, "Återställde allt till filens värden"),
        (changed({}, years=(2026, 2030)), "Återställde 2 uppgifter"),
        (
            changed({"capture.joint": 0.5}, years=(2026, 2030)),
            "Återställde: Vikt för Potential 3 → 14 %",
        ),
    ],
)
def test_a_reset_tells_how_much_or_what_it_took_back(after, words):
    before = changed({"weights.potential": 10.0, "capture.joint": 0.5}, years=(2026, 2030))

    assert said(before, after, "reset") == words


def test_going_back_tells_how_far():
    assert said(changed({"weights.potential": 10.0}), FILED, "back:3") == "Gick tillbaka 3 steg"


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ({"years": (2026, 2030)}, "Åren 2026–2036 → 2026–2030"),
        ({"same_start": True}, "Samma summa första året: ja"),
        ({"members": ("0662", "0680")}, "Kommuner: Gislaved, Jönköping"),
        ({"members": tuple(sorted(KNOWN))[:20]}, "Kommuner: 20 kommuner"),
        (
            {"members": ("0662",), "same_start": True},
            "Kommuner: Gislaved; Samma summa första året: ja",
        ),
    ],
)
def test_what_fees_are_counted_on_is_told_as_it_became(after, words):
    assert said(FILED, Choices(**after), "fees") == words


@pytest.mark.parametrize(
    ("draws", "words"),
    [
        ("all", "Vikter som prövas: alla"),
        ("order", "Vikter som prövas: alla i samma ordning"),
        ("bounds", "Vikter som prövas: alla inom gränserna"),
    ],
)
def test_which_weights_are_tried_is_told_as_it_became(draws, words):
    after = Choices(weight_draws=draws)

    assert said(FILED, after, "draws") == words
    assert said(after, FILED, "draws") == "Vikter som prövas: nära dagens"


@pytest.mark.parametrize(
    ("voices", "words"),
    [("population", "Röster: efter invånare"), ("given", "Röster: som angivet")],
)
def test_how_assessors_count_is_told_as_it_became(voices, words):
    after = Choices(voices=voices)

    assert said(FILED, after, "voices") == words
    assert said(after, FILED, "voices") == "Röster: lika för alla"


def test_fee_models_are_told_by_their_names():
    models = tuple(model.id for model in SCENARIO.fee_models[:2])
    names = ", ".join(model.short for model in SCENARIO.fee_models[:2])
    third = Choices(models=(SCENARIO.fee_models[2].id,))

    assert said(third, Choices(models=models), "fees") == f"Avgiftsmodeller: {names}"


def test_back_to_the_investigations_own_members():
    assert said(Choices(members=("0662",)), FILED, "fees") == "Kommuner: utredningens kommuner"


@st.composite
def any_choices(draw):
    keys = draw(st.lists(st.sampled_from(sorted(SCENARIO.figures)), unique=True, max_size=4))
    values = {key: draw(st.floats(*allowed_range(SCENARIO, key))) for key in keys}
    models = [model.id for model in SCENARIO.fee_models]
    return changed(
        values,
        models=tuple(draw(st.lists(st.sampled_from(models), unique=True, max_size=3))),
        members=tuple(draw(st.lists(st.sampled_from(sorted(KNOWN)), unique=True, max_size=3))),
        same_start=draw(st.booleans()),
        weight_draws=draw(st.sampled_from(WEIGHT_DRAWS)),
        voices=draw(st.sampled_from(VOICES)),
    )


@given(any_choices(), any_choices(), st.sampled_from(["value", "fees", "draws", "reset", "back:2"]))
def test_every_step_has_words_on_one_line(before, after, cause):
    words = step_words(SCENARIO, before, after, cause, KNOWN)

    assert "\n" not in words
    assert words or not differing(SCENARIO, (before, after), KNOWN)


# --- What differs


def test_what_differs_from_the_file_is_told_line_by_line_in_the_order_of_the_file():
    made = changed({"capture.joint": 0.5, "weights.potential": 130.0}, same_start=True)

    words = [plain(line) for line in difference_words(SCENARIO, made, KNOWN)]

    assert words == [
        "Vikt för Potential 14 → 30 %",
        "Tillvaratagen potential, gemensamt utförande: 100 → 50 %",
        "Samma summa första året: ja",
    ]


def test_nothing_differs_from_the_file_in_the_file():
    assert difference_words(SCENARIO, FILED, KNOWN) == []


def test_what_differs_between_variants_is_told_for_each():
    dearer = changed({"weights.potential": 130.0, "capture.joint": 0.5}, years=(2026, 2030))
    cheaper = changed({"capture.joint": 0.5})

    rows = differing(SCENARIO, (FILED, dearer, cheaper), KNOWN)

    assert [(plain(name), [plain(cell) for cell in cells]) for name, cells in rows] == [
        ("Vikt: Potential", ["50 (14 %)", "130 (30 %)", "50 (14 %)"]),
        ("Tillvaratagen potential, gemensamt utförande", ["100 %", "50 %", "50 %"]),
        ("År", ["2026–2036", "2026–2030", "2026–2036"]),
    ]


def test_which_weights_are_tried_and_how_assessors_count_can_differ_between_variants():
    rows = differing(SCENARIO, (FILED, Choices(weight_draws="all", voices="given")), KNOWN)

    assert rows == [
        ("Vikter som prövas", ["nära dagens", "alla"]),
        ("Röster", ["lika för alla", "som angivet"]),
    ]


def test_what_is_changed_alike_in_all_is_no_difference_between_them():
    same = changed({"weights.potential": 130.0}, same_start=True)

    assert differing(SCENARIO, (same, same), KNOWN) == []


def test_a_change_of_what_the_file_no_longer_has_is_left_out():
    gone = Choices((("weights.finns-inte", 3.0),), models=("borttagen",))

    assert step_words(SCENARIO, FILED, gone, "value", KNOWN) == "Avgiftsmodeller: borttagen"
