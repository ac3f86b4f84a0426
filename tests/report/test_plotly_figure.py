"""The picture on the screen says the same as the one in the document."""

import json
import math
import time
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from report.chart import KINDS
from report.plotly_figure import config, plotly_figure
from report.vector import vega_spec
from tests.report.samples import MEMBERS, SAMPLES, bars, grouped_bars, lines, member_lines

FADED = ("intervals", "diverging_bars", "regions")
"""Kinds where the screen has the same colour as rgba."""


def plain(chart, **settings):
    return plotly_figure(chart, **settings).to_plotly_json()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("large", [False, True])
def test_plotly_accepts_every_part_of_the_figure(kind, large):
    go.Figure(plain(SAMPLES[kind](), large=large))


@pytest.mark.parametrize("kind", KINDS)
def test_the_figure_holds_title_names_and_source(kind):
    chart = SAMPLES[kind]()
    shown = json.dumps(plain(chart), ensure_ascii=False, default=list).replace("<br>", " ")

    assert chart.title in shown and chart.subtitle in shown
    assert "Källa: " in shown and chart.source.split(";")[0] in shown
    assert all(chart.word(identity) in shown for identity in chart.items + chart.series)


@pytest.mark.parametrize("kind", KINDS)
def test_both_renderers_use_the_colours_that_the_chart_gives(kind):
    chart = SAMPLES[kind]()
    screen, document = str(plain(chart)), str(vega_spec(chart))
    used = [colour for colour in chart.colours.values() if colour in document]

    known = set(chart.frame.dropna(subset="value").get("series", ()))
    shown = chart.series or [i for i in chart.items if math.isfinite(_value(chart, i))]
    shown = [identity for identity in shown if not known or identity in known]
    assert set(used) >= {chart.colours[i] for i in shown if i in chart.colours}
    if kind not in FADED:
        assert all(colour in screen for colour in used)


def _value(chart, item):
    return chart.frame.set_index("item")["value"][item]


def test_numbers_are_swedish():
    figure = plain(lines())

    assert figure["layout"]["separators"] == ",\u00a0"
    assert figure["layout"]["yaxis"]["ticktext"][0] == "0"
    assert "3\u00a0856\u00a0743\u00a0kr" in str(plain(bars())).replace("\\xa0", "\u00a0")


def test_a_gap_breaks_the_line_and_is_never_zero():
    traces = [t for t in plain(lines())["data"] if t["mode"] == "lines" and "connectgaps" in t]
    fixed = traces[4]  # Third model's history: two traces for each model before it.

    assert None in fixed["y"] and 0 not in fixed["y"]
    assert 2023 not in fixed["x"]


def test_history_and_forecast_are_told_apart_by_dash_and_by_a_named_boundary():
    figure = plain(lines())
    dashes = {t["line"]["dash"] for t in figure["data"] if "dash" in t.get("line", {})}

    assert dashes == {"solid", "6px,4px"}
    assert any("prognos" in note["text"] for note in figure["layout"]["annotations"])


def test_a_missing_bar_is_told_in_words_and_not_drawn():
    figure = plain(grouped_bars())
    drawn = [trace for trace in figure["data"] if trace["type"] == "bar"]

    assert sum(len(trace["x"]) for trace in drawn) == 13 * 3 - 1
    assert "uppgift saknas" in str(figure["data"])


def test_a_decrease_is_hollow_so_that_more_than_colour_tells_it_from_an_increase():
    trace = plain(SAMPLES["diverging_bars"]())["data"][0]

    for length, width in zip(trace["x"], trace["marker"]["line"]["width"], strict=True):
        assert (width == 2) == (length < 0)


def test_thirteen_members_have_a_direct_label_each_and_no_legend():
    layout = plain(member_lines())["layout"]

    assert set(MEMBERS.values()) <= {note["text"] for note in layout["annotations"]}
    assert layout["showlegend"] is False


def test_markup_in_names_and_titles_stays_text():
    bad = "<a href='x'>klicka</a> %{y}"
    chart = replace(bars(), labels={"0680": bad}, title=bad, source=bad)

    assert "<a href" not in str(plain(chart))


def test_a_height_that_is_asked_for_is_kept():
    assert plain(bars(), height=500)["layout"]["height"] == 500


def test_the_tool_bar_with_english_words_is_hidden():
    assert config()["displayModeBar"] is False


def test_a_figure_is_built_fast_enough_to_follow_a_slider():
    times = []
    for _ in range(7):
        start = time.perf_counter()
        plotly_figure(lines())
        times.append(time.perf_counter() - start)

    assert min(times) < 0.05  # About 0.01 s; room for a busy machine.


def test_a_chart_where_everything_is_missing_can_still_be_drawn():
    for make in SAMPLES.values():
        chart = make()
        gone = {c: math.nan for c in ("value", "low", "high") if c in chart.frame.columns}
        assert plain(replace(chart, frame=chart.frame.assign(**gone)))["layout"]["height"] > 100
