"""A chart as SVG and PNG for documents, by Vega-Lite without a browser or a network."""

from report import vector_bars, vector_curves, vector_heat, vector_lines, vector_regions
from report.chart import Chart
from report.layout import wrap
from report.palette import BACKGROUND, FONT, INK, MUTED
from report.vector_parts import SIZE, WIDTH, Scene, text_mark
from text import t

LOCALE = {"decimal": ",", "thousands": "\u00a0", "grouping": [3], "currency": ["", "\u00a0kr"]}
_TITLE = SIZE * 1.3
_DRAW = {
    "lines": vector_lines.draw,
    "heat": vector_heat.draw,
    "curves": vector_curves.draw,
    "regions": vector_regions.draw,
}


def vega_spec(chart: Chart) -> dict:
    """Return the chart as a Vega-Lite specification, ``WIDTH`` px wide, with its data inside."""
    scene = _DRAW.get(chart.kind, vector_bars.draw)(chart)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "description": chart.description,
        "width": WIDTH - scene.left - scene.right,
        "height": scene.height,
        "padding": 20,
        "background": BACKGROUND,
        "data": {"values": [{}]},
        "title": {
            "text": wrap(chart.title, WIDTH, _TITLE * 1.08) or [""],
            "subtitle": wrap(chart.subtitle, WIDTH, SIZE),
            "anchor": "start",
            "frame": "group",
            "align": "left",
            "dx": -scene.left,
            "offset": 14,
        },
        "layer": scene.layers + _foot(chart, scene),
        "config": _config(),
    }


def svg(chart: Chart) -> str:
    """Return the chart as SVG text, with real text in it."""
    import vl_convert

    return vl_convert.vegalite_to_svg(
        vega_spec(chart), format_locale=LOCALE, allowed_base_urls=[], show_warnings=False
    )


def png(chart: Chart, scale: float = 2) -> bytes:
    """Return the chart as PNG; ``scale`` 2 prints well across an A4 page."""
    import vl_convert

    return vl_convert.vegalite_to_png(
        vega_spec(chart),
        scale=scale,
        format_locale=LOCALE,
        allowed_base_urls=[],
        show_warnings=False,
    )


def pdf(chart: Chart) -> bytes:
    """Return the chart as a one-page PDF."""
    import vl_convert

    return vl_convert.vegalite_to_pdf(vega_spec(chart), format_locale=LOCALE, allowed_base_urls=[])


def _foot(chart: Chart, scene: Scene) -> list[dict]:
    lines = wrap(chart.note, WIDTH, SIZE - 2) if chart.note else []
    if chart.source:
        lines += wrap(t("chart.source", source=chart.source), WIDTH, SIZE - 2)
    rows = [
        {"words": line, "left": -scene.left, "top": scene.height + scene.below + i * SIZE * 1.25}
        for i, line in enumerate(lines)
    ]
    return [text_mark(rows, align="left", baseline="top", size=SIZE - 2, colour=MUTED)]


def _config() -> dict:
    return {
        "font": FONT,
        "view": {"stroke": None},
        "title": {
            "font": FONT,
            "fontSize": _TITLE,
            "fontWeight": "bold",
            "color": INK,
            "subtitleFont": FONT,
            "subtitleFontSize": SIZE,
            "subtitleColor": MUTED,
            "subtitlePadding": 6,
            "lineHeight": _TITLE * 1.25,
            "subtitleLineHeight": SIZE * 1.3,
        },
        "text": {"font": FONT, "fontSize": SIZE, "color": INK},
        "axis": {
            "labelFont": FONT,
            "labelFontSize": SIZE,
            "labelColor": MUTED,
            "titleFont": FONT,
            "titleFontSize": SIZE,
            "titleFontWeight": "normal",
            "titleColor": MUTED,
            "titlePadding": 10,
        },
    }
