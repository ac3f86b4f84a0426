"""Documents get the whole picture: title, names, numbers and source, without a browser."""

import html
import math
import re
from dataclasses import replace

import pytest

from report.chart import KINDS
from report.palette import FORECAST_DASH
from report.vector import pdf, png, svg, vega_spec
from tests.report.samples import SAMPLES, bars, lines, member_lines, stacked_bars


def words(picture: str) -> str:
    return " ".join(html.unescape(part) for part in re.findall(r">([^<]+)</t", picture))


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_holds_title_names_and_source(kind):
    chart = SAMPLES[kind]()
    shown = words(svg(chart))

    for sentence in (chart.title, chart.subtitle, chart.source, chart.x_title):
        assert all(word in shown for word in sentence.split())
    for identity in chart.items + chart.series:
        assert all(word in shown for word in chart.word(identity).split())
    assert "å" in shown and "Källa:" in shown


@pytest.mark.parametrize("kind", KINDS)
def test_a_png_is_a_picture_of_some_size_and_not_blank(kind):
    chart = SAMPLES[kind]()
    drawn, empty = png(chart, 1), png(replace(chart, frame=chart.frame.iloc[:1]), 1)

    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(drawn) > 20_000 and drawn != empty
    assert 850 <= int.from_bytes(drawn[16:20], "big") <= 1000


def test_scale_two_doubles_the_pixels():
    one, two = (int.from_bytes(png(bars(), scale)[16:20], "big") for scale in (1, 2))

    assert two == pytest.approx(2 * one, abs=2)


def test_a_pdf_can_be_made_of_the_same_picture():
    assert pdf(bars()).startswith(b"%PDF")


def test_swedish_letters_the_minus_sign_and_the_no_break_space_reach_the_picture():
    shown = words(svg(SAMPLES["diverging_bars"]()))

    assert "−3,1\u00a0%" in shown and "Jönköping" in shown and "Tranås" in shown
    assert "1\u00a0000\u00a0000" in words(svg(bars()))


def test_a_missing_value_is_told_in_words_in_the_picture():
    assert "uppgift saknas" in words(svg(bars()))
    assert "ej bedömt" in words(svg(stacked_bars()))


def test_history_is_solid_and_the_forecast_is_dashed_and_named():
    picture = svg(lines())

    assert f'stroke-dasharray="{",".join(map(str, FORECAST_DASH))}"' in picture
    assert "prognos" in words(picture)


def test_thirteen_lines_are_all_named_at_their_ends():
    shown = words(svg(member_lines()))

    assert all(name in shown for name in member_lines().labels.values())


def test_the_specification_reaches_out_to_nothing():
    for make in SAMPLES.values():
        assert "'url'" not in str(vega_spec(make()))


def test_markup_in_a_name_stays_text():
    chart = replace(bars(), labels={"0680": '<script>alert("x")</script> & co'})

    assert "<script>" not in svg(chart)


def test_a_chart_where_everything_is_missing_can_still_be_drawn():
    for make in SAMPLES.values():
        chart = make()
        gone = {c: math.nan for c in ("value", "low", "high") if c in chart.frame.columns}
        assert "Källa" in words(svg(replace(chart, frame=chart.frame.assign(**gone))))
