"""When a link, a file or a page is wrong, it is told in a sentence and the rest works."""

import logging
import shutil

import pytest

import ui.cache
import ui.pages.fees
from loading.scenario_file import SCENARIOS as FOLDER
from model.errors import MissingFigureError
from tests.app.opening import (
    PAGES,
    ROOT,
    address,
    errors,
    go,
    opened,
    sidebar,
    slide,
    warnings,
    words,
)

ZERO_WEIGHTS = ";".join(
    f"weights.{name}~0.0"
    for name in (
        "extern-kompetens",
        "externt-beroende",
        "genomforande",
        "intern-kompetens",
        "potential",
        "risk-redundans",
        "skalfordelar",
    )
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the scenarios that a test may break; the app reads this one."""
    copy = tmp_path / "scenarios"
    shutil.copytree(FOLDER, copy)
    shipped = ui.cache.shipped
    monkeypatch.setattr(ui.cache, "shipped", lambda: shipped(copy))
    return copy


@pytest.mark.parametrize(
    ("query", "told", "kept"),
    [
        ({"utredning": "finns-inte"}, "finns-inte", {}),
        ({"utredning": "<script>alert(1)</script>"}, "<script>alert(1)</script>", {}),
        ({"modeller": "x;efter-invanare"}, "x", {"modeller": "efter-invanare"}),
        ({"kommuner": "0662;banan"}, "banan", {"kommuner": "0662"}),
        ({"ar": "2030-2020", "lika_start": "1"}, "2030-2020", {"lika_start": "1"}),
        ({"andrat": "weights.potential~nan"}, "weights.potential~nan", {}),
        ({"andrat": "capture.joint~1e400"}, "capture.joint~1e400", {}),
        (
            {"andrat": "weights.potential~74.0;weights.borttagen~1;capture.joint~9"},
            "weights.borttagen~1, capture.joint~9",
            {"andrat": "weights.potential~74.0"},
        ),
        (
            {"andrat": "<img src=x onerror=alert(1)>~1;weights.potential~74.0"},
            "<img src=x onerror=alert(1)>~1",
            {"andrat": "weights.potential~74.0"},
        ),
    ],
)
def test_a_broken_link_is_told_in_a_sentence_and_the_rest_of_it_is_kept(query, told, kept):
    app = opened("", {"utredning": "ggvvh-it"} | query)

    assert errors(app) == []
    assert "Länken innehåller delar som inte finns i utredningen" in warnings(app)
    assert f": {told}. Resten visas." in warnings(app)
    assert address(app) == {"utredning": "ggvvh-it"} | kept
    for page in PAGES:
        assert errors(go(app, page)) == []
    go(app, "alternativ")
    assert warnings(app) != ""  # told until something is chosen
    slide(app, {"weights.potential": 80.0})
    assert warnings(app) == ""


def test_what_stands_in_a_link_is_never_drawn_as_html_or_markdown():
    app = opened("", {"utredning": "**fet** <b>x</b> [länk](http://x) :red[x] $x$"})
    (warning,) = app.warning

    for sign in ("**", "<b>", "[länk]", ":red", "$x"):
        assert f"\\{sign}" in warning.value or sign not in warning.value


@pytest.mark.parametrize(
    "query",
    [
        {"andrat": "x" * 100_000},
        {"andrat": ";".join(["weights.potential~1.0"] * 5_000)},
        {"kommuner": "0662;" * 20_000},
        {"okand": "1", "utredning": ""},
        {"lika_start": "ja", "kommun": "", "ar": ""},
        {"ar": "2017-2060"},
        {"utredning": "mediacenter", "andrat": "fee_models.per-invanare.rate~1000000000000.0"},
        {"utredning": "mediacenter", "andrat": "projection.population_growth~-0.5"},
        {"utredning": "mediacenter", "andrat": "projection.tax_base_growth~1.0", "lika_start": "1"},
        {"utredning": "oland-it", "kommuner": "0180;1480"},
        pytest.param(
            {"ar": "²⁰²⁰-2030"},
        ),
        pytest.param(
            {"utredning": "mediacenter", "andrat": "fee_models.per-invanare.rate~0.0"},
        ),
    ],
    ids=lambda query: str(query)[:60],
)
def test_an_extreme_link_opens_every_page(query):
    app = opened("", query)
    for page in PAGES:
        assert errors(go(app, page)) == [], page


def test_a_very_long_part_of_a_link_is_told_in_short():
    assert len(warnings(opened("", {"andrat": "x" * 10_000}))) < 1_000


def test_a_link_to_a_municipality_outside_the_investigation_is_told():
    assert "0180" in warnings(opened("kommuner", {"utredning": "ggvvh-it", "kommun": "0180"}))


def test_all_weights_at_zero_by_a_link_give_a_sentence_on_every_page():
    app = opened("", {"utredning": "ggvvh-it", "andrat": ZERO_WEIGHTS})
    for page in PAGES:
        go(app, page)
        assert not app.exception
        assert all("vikt måste vara större än noll" in one.value for one in app.error)


def test_a_broken_file_is_told_in_the_sidebar_and_the_others_work(folder):
    path = folder / "mediacenter.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: former", "status: slut"))
    app = opened()

    assert errors(app) == []
    assert len(app.selectbox(key="choice:scenario").options) == 3
    assert "1 utredning kunde inte läsas." in sidebar(app)
    assert "mediacenter.yaml, rad " in sidebar(app)
    assert "slut" in sidebar(app)
    assert " leder" in words(app)


@pytest.mark.parametrize("content", ["", "{", "a: b", "\0", "- 1\n- 2", "!!python/object:x {}"])
def test_a_file_that_is_no_investigation_at_all_is_told_in_the_sidebar(folder, content):
    (folder / "skrap.yaml").write_text(content, encoding="utf-8")
    app = opened()

    assert errors(app) == []
    assert "1 utredning kunde inte läsas." in sidebar(app)
    assert "skrap.yaml" in sidebar(app)


def test_a_file_mended_while_the_app_runs_is_read_again(folder):
    path = folder / "mediacenter.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text("{", encoding="utf-8")
    app = opened()
    path.write_text(good, encoding="utf-8")
    app.run()

    assert "kunde inte läsas" not in sidebar(app)
    assert len(app.selectbox(key="choice:scenario").options) == 4


def test_a_file_that_goes_away_while_it_is_in_view_leaves_the_others(folder):
    app = opened("alternativ", {"utredning": "sydnarke-it"})
    (folder / "sydnarke-it.yaml").unlink()
    app.run()

    assert errors(app) == []
    assert app.selectbox(key="choice:scenario").value != "sydnarke-it"


def test_no_investigation_at_all_gives_a_sentence(folder):
    for path in folder.glob("*.yaml"):
        path.unlink()
    app = opened()

    assert not app.exception
    assert [one.value for one in app.error] == [
        "Det finns ingen utredning att visa. Lägg en fil i mappen scenarios."
    ]


def test_only_broken_files_give_a_sentence_and_their_problems(folder):
    for path in folder.glob("*.yaml"):
        path.write_text("{", encoding="utf-8")
    app = opened()

    assert not app.exception
    assert "Det finns ingen utredning att visa." in app.error[0].value
    assert "4 utredning" in warnings(app)


def test_text_in_a_file_is_shown_as_it_stands_and_never_drawn(folder):
    path = folder / "ggvvh-it.yaml"
    text = path.read_text(encoding="utf-8")
    hostile = '"<script>x</script> **fet** [länk](javascript:x) $x$"'
    path.write_text(text.replace("short: 1 Tjänst", f"short: {hostile}", 1), encoding="utf-8")
    app = opened("alternativ", {"utredning": "ggvvh-it"})
    for part in ("scores", "words"):
        app.session_state[f"folded:page.alternatives.{part}"] = True
    app.run()

    assert errors(app) == []
    drawn = [one.value for kind in ("markdown", "caption") for one in app.main.get(kind)]
    assert any("fet" in value for value in drawn)
    for value in drawn:
        assert "<script>" not in value.replace("\\<script", "")
        assert "](javascript" not in value.replace("\\]\\(", "").replace("\\](", "")


def test_a_page_that_fails_says_so_in_swedish_and_shows_no_trace(monkeypatch, caplog):
    def broken():
        raise RuntimeError("secret words of the trace")

    monkeypatch.setattr(ui.pages.fees, "render", _as_page(broken))
    with caplog.at_level(logging.ERROR, logger="vagval"):
        app = opened("avgifter", {"utredning": "ggvvh-it", "andrat": "weights.potential~74.0"})

    assert not app.exception
    assert [one.value for one in app.error] == [
        "Sidan kunde inte visas. Dina val är kvar. Välj en annan sida, eller återställ till filens"
        " värden."
    ]
    assert "secret words" not in words(app)
    assert "secret words" in caplog.text  # told to those who run the app
    assert address(app)["andrat"] == "weights.potential~74.0"
    assert errors(go(app, "alternativ")) == []


def test_what_the_model_refuses_on_a_page_is_told_with_a_way_back(monkeypatch):
    def refusing():
        raise MissingFigureError(key="alternatives")

    monkeypatch.setattr(ui.pages.fees, "render", _as_page(refusing))
    app = opened("avgifter", {"utredning": "ggvvh-it", "andrat": "weights.potential~74.0"})

    assert not app.exception
    assert len(app.error) == 1
    app.button(key="reset-after-error").click().run()
    assert address(app) == {"utredning": "ggvvh-it"}


def _as_page(render):
    render.__module__ = "ui.pages.fees"
    return render


def test_the_app_has_no_way_to_show_a_trace():
    settings = (ROOT / ".streamlit/config.toml").read_text(encoding="utf-8")

    assert 'showErrorDetails = "none"' in settings
