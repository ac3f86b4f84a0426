"""The link that reopens a state: what is put in is what comes out, and nothing else gets in."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loading.scenario_file import shipped
from model.choices import VOICES, WEIGHT_DRAWS, Choices, allowed_range
from ui import cache
from ui.link import State, decode, encode, is_ours, outdated
from ui.variants import FILE, LONGEST_NAME, MOST_VARIANTS, Variant, Variants, clean

SCENARIOS = {path.stem: cache.scenarios()[0][path.stem].scenario for path in shipped()}
COUNTRY = cache.country()
SMALL = SCENARIOS["ggvvh-it"]
FILED = State(Choices())


@st.composite
def made_in(draw, scenario):
    """Return any choices that a scenario's pages let one make."""
    choices = Choices(
        models=tuple(draw(st.lists(st.sampled_from(_models(scenario)), unique=True, max_size=4))),
        members=tuple(draw(st.lists(st.sampled_from(COUNTRY.codes), unique=True, max_size=9))),
        years=draw(st.none() | st.tuples(st.integers(2017, 2035), st.integers(2035, 2060))),
        same_start=draw(st.booleans()),
        weight_draws=draw(st.sampled_from(WEIGHT_DRAWS)),
        voices=draw(st.sampled_from(VOICES)),
    )
    for key in draw(st.lists(st.sampled_from(sorted(scenario.figures)), unique=True, max_size=9)):
        low, high = allowed_range(scenario, key)
        choices = choices.with_value(key, draw(st.floats(low, high)), scenario.value(key))
    return choices


@st.composite
def kept_in(draw, scenario):
    """Return any variants that can be kept of a scenario."""
    kept = Variants()
    for name in draw(st.lists(names(), max_size=MOST_VARIANTS)):
        kept, _ = kept.kept(name, draw(made_in(scenario)))
    return kept.based_on(draw(st.integers(FILE, len(kept.items))))


def names():
    return st.text(max_size=LONGEST_NAME) | st.sampled_from(["Drift & stöd", "50 %", "a=b;c~d#e?"])


@st.composite
def states(draw):
    """Return any scenario in any state that its pages let one reach."""
    scenario = SCENARIOS[draw(st.sampled_from(sorted(SCENARIOS)))]
    choices = draw(made_in(scenario))
    digits = st.text("0123456789abcdef", min_size=6, max_size=6)
    return scenario, State(
        choices,
        draw(st.just("") | st.sampled_from(choices.members or scenario.municipalities)),
        draw(kept_in(scenario)),
        draw(st.booleans()),
        draw(st.just("") | st.builds("{}-{}".format, digits, digits)),
    )


def _models(scenario):
    return [model.id for model in scenario.fee_models]


def link_to(scenario, state):
    return encode(
        scenario,
        state.choices,
        state.municipality,
        state.variants,
        wall=state.wall,
        edition=state.edition,
    )


def opened(query, scenario=SMALL):
    return decode(scenario, COUNTRY, query)


@given(states())
def test_any_state_comes_back_from_its_link_exactly(made):
    scenario, state = made

    assert opened(link_to(scenario, state), scenario) == (state, ())


@given(states())
def test_a_link_is_words_for_an_address_and_never_empty(made):
    query = link_to(*made)

    assert query["utredning"] == made[0].id
    assert all(isinstance(value, str) and value for value in query.values())
    assert all(key == "utredning" or is_ours(key) for key in query)


def test_a_state_as_in_the_file_gives_a_link_with_nothing_but_the_scenario_and_the_edition():
    query = encode(SMALL, Choices(), "", edition="1a2b3c-4d5e6f")

    assert query == {"utredning": "ggvvh-it", "utgava": "1a2b3c-4d5e6f"}


def test_a_link_with_a_variant_can_be_read():
    variants = Variants(
        (
            Variant("Som idag", Choices()),
            Variant("Dyrare drift", Choices((("weights.genomforande", 80.0),), years=(2026, 2030))),
            Variant("Osäkert", Choices(weight_draws="order", voices="population")),
        ),
        base=1,
    )

    query = encode(SMALL, Choices(), "", variants, wall=True)

    assert query == {
        "utredning": "ggvvh-it",
        "variant1": "Som idag",
        "variant2": "Dyrare drift",
        "variant2.andrat": "weights.genomforande~80.0",
        "variant2.ar": "2026-2030",
        "variant3": "Osäkert",
        "variant3.vikter": "ordning",
        "variant3.roster": "invanare",
        "bas": "2",
        "vagg": "1",
    }


@pytest.mark.parametrize(
    ("word", "draws"),
    [("nara", "near"), ("alla", "all"), ("ordning", "order"), ("granser", "bounds")],
)
def test_which_weights_are_tried_has_a_word_each_and_the_usual_ones_need_none(word, draws):
    choices = Choices(weight_draws=draws)

    assert opened({"vikter": word})[0].choices == choices
    assert encode(SMALL, choices, "").get("vikter", "nara") == word


@pytest.mark.parametrize(
    ("word", "voices"), [("lika", "equal"), ("invanare", "population"), ("angivna", "given")]
)
def test_how_assessors_count_has_a_word_each_and_the_usual_way_needs_none(word, voices):
    choices = Choices(voices=voices)

    assert opened({"roster": word})[0].choices == choices
    assert encode(SMALL, choices, "").get("roster", "lika") == word


@pytest.mark.parametrize(
    "part",
    [
        "weights.potential~nan",
        "weights.potential~inf",
        "weights.potential~-1",
        "weights.potential~1e99",
        "weights.potential~",
        "weights.potential",
        "weights.potential~1~2",
        "weights.finns-inte~1",
        "weights.totalkostnad~1",
        "scores.1-teknik.genomforande~5",
        "values.genomforande.2~101",
        "bounds.genomforande.low~-0.1",
        "uncertainty.range_factor~3.5",
        "assessor_scores.1315.s.genomforande~0",
        "assessor_weights.1315.genomforande~1",
        "capture.joint~1.5",
        "<script>alert(1)</script>~1",
        "~",
        "weights.genomforande~8.0",
    ],
)
def test_a_number_that_cannot_be_used_is_refused_and_reported_and_the_rest_is_kept(part):
    query = {"andrat": f"weights.genomforande~7.0;{part};capture.joint~0.5", "lika_start": "1"}

    state, refused = opened(query)

    assert refused == (part,)
    assert state.choices == Choices(
        values=(("capture.joint", 0.5), ("weights.genomforande", 7.0)), same_start=True
    )


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"modeller": "efter-invanare;banan"}, ("banan",)),
        ({"kommuner": "0662;Gislaved"}, ("Gislaved",)),
        ({"kommun": "9999"}, ("9999",)),
        ({"kommun": "0662;0617"}, ("0617",)),
        ({"ar": "2030-2020"}, ("2030-2020",)),
        ({"ar": "1066-2020"}, ("1066-2020",)),
        ({"ar": "2030"}, ("2030",)),
        ({"ar": "-2030"}, ("-2030",)),
        ({"ar": "i-år"}, ("i-år",)),
        ({"ar": "²⁰²⁰-2030"}, ("²⁰²⁰-2030",)),
        ({"lika_start": "ja"}, ("ja",)),
        ({"vikter": "all"}, ("all",)),
        ({"vikter": "alla;ordning"}, ("alla;ordning",)),
        ({"vikter": "Alla"}, ("Alla",)),
        ({"roster": "given"}, ("given",)),
        ({"vagg": "på"}, ("på",)),
        ({"utgava": "nyss"}, ("nyss",)),
        ({"utgava": "1A2B3C-4D5E6F"}, ("1A2B3C-4D5E6F",)),
        ({"bas": "1"}, ("1",)),
    ],
)
def test_what_is_unknown_is_refused_and_reported(query, told):
    assert opened(query)[1] == told


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"variant2": "Två", "variant2.andrat": "capture.joint~9"}, ("capture.joint~9",)),
        ({"variant2": ""}, ("variant2",)),
        ({"variant2": " \t\u200b "}, (" \t\u200b ",)),
        ({"variant2": "ETT"}, ("ETT",)),
        ({"variant2": "x" * 61}, ("x" * 61,)),
        ({"variant2.ar": "2026-2030"}, ("variant2",)),
        ({"variant0": "Noll"}, ("variant0",)),
        ({"variant7": "Sju"}, ("variant7",)),
        ({"variant2": "Två", "variant2.banan": "1"}, ("variant2.banan",)),
        ({"variant2": "Två", "variant2.vikter": "vissa"}, ("vissa",)),
        ({"bas": "2"}, ("2",)),
        ({"bas": "-1"}, ("-1",)),
    ],
)
def test_a_variant_that_cannot_be_used_is_refused_and_reported_and_the_others_are_kept(query, told):
    state, refused = opened({"variant1": "Ett", **query})

    assert refused == told
    assert state.variants.items[0] == Variant("Ett", Choices())
    assert all(variant.choices == Choices() for variant in state.variants.items)
    assert state.variants.base == FILE


def test_the_base_is_found_by_its_number_also_where_a_variant_before_it_is_refused():
    query = {"variant1": "Ett", "variant2": "", "variant4": "Fyra", "bas": "4"}

    state, refused = opened(query)

    assert [variant.name for variant in state.variants.items] == ["Ett", "Fyra"]
    assert state.variants.base == 1
    assert refused == ("variant2",)


def test_parameters_of_others_are_left_alone():
    assert opened({"embed": "true", "källa": "brev", "variant": "x"}) == (FILED, ())


KEYS = [
    *("andrat", "modeller", "kommuner", "ar", "lika_start", "vikter", "roster"),
    *("kommun", "vagg", "bas", "utgava"),
]


@given(
    st.dictionaries(
        st.sampled_from(
            [*KEYS, "okant", "variant", "variant1", "variant2", "variant99999999999"]
            + [f"variant{number}.{key}" for number in (0, 1, 2) for key in KEYS]
        ),
        st.text(max_size=30)
        | st.from_regex(r"[0-9]{1,5}-[0-9]{1,5}", fullmatch=True)
        | st.text(string.ascii_lowercase + "~;.-0123456789", max_size=60)
        | st.sampled_from(["1", "Ett", "weights.potential~30", "weights.potential~-30"]),
    )
)
def test_no_link_at_all_breaks_or_gives_a_choice_outside_what_is_allowed(query):
    state, refused = opened(query)

    assert state.municipality in {"", *COUNTRY.codes}
    assert len(state.variants.items) <= MOST_VARIANTS
    assert all(clean(one.name) == one.name != "" for one in state.variants.items)
    assert state.variants.base == FILE or state.variants.has(state.variants.base)
    assert all(refused)
    for choices in (state.choices, *(variant.choices for variant in state.variants.items)):
        assert set(choices.models) <= set(_models(SMALL))
        assert set(choices.members) <= set(COUNTRY.codes)
        assert choices.years is None or 2017 <= choices.years[0] <= choices.years[1] <= 2060
        for key, value in choices.values:
            low, high = allowed_range(SMALL, key)
            assert low <= value <= high


@pytest.mark.parametrize("prefix", ["", "variant1."])
def test_a_link_of_any_length_is_read_within_a_second_and_what_is_too_much_is_reported(prefix):
    query = {
        "variant1": "Ett",
        f"{prefix}andrat": "weights.potential~1;" * 100_000,
        f"{prefix}kommuner": "x;" * 100_000,
        **{f"variant{number}": "x" * 100_000 for number in range(2, 2_000)},
    }

    state, refused = opened(query)

    choices = state.variants.items[0].choices if prefix else state.choices
    assert choices.values == (("weights.potential", 1.0),)
    assert 0 < len(refused) <= 100
    assert max(map(len, refused)) <= 80


@pytest.mark.parametrize(
    ("made", "now", "changed"),
    [
        ("1a2b3c-4d5e6f", "1a2b3c-4d5e6f", ()),
        ("1a2b3c-4d5e6f", "ffffff-4d5e6f", ("scenario",)),
        ("1a2b3c-4d5e6f", "1a2b3c-ffffff", ("data",)),
        ("1a2b3c-4d5e6f", "ffffff-000000", ("scenario", "data")),
        ("", "ffffff-000000", ()),
    ],
)
def test_a_link_tells_whether_the_scenario_or_the_data_has_changed_since(made, now, changed):
    assert outdated(made, now) == changed


def test_the_edition_follows_what_the_files_say_and_not_how_their_lines_end(tmp_path):
    path = shipped()[0]
    windows, other = tmp_path / "windows.yaml", tmp_path / "other.yaml"
    windows.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    other.write_bytes(path.read_bytes() + b"# En rad till.\n")

    assert cache._fingerprint([windows]) == cache._fingerprint([path])
    assert cache._fingerprint([other]) != cache._fingerprint([path])
    assert outdated(cache.edition(_loaded(path)), cache.edition(_loaded(path))) == ()


def _loaded(path):
    return cache.scenarios()[0][path.stem]
