"""Regions in a plane as plain data for the browser, which finds room for the names itself."""

from report.chart import Chart
from report.drawing_parts import Drawing, numbers, short, value_axis
from report.palette import shades
from report.regions import Region, key_words, region_scene


def draw(chart: Chart) -> Drawing:
    """Return the axis that both ways have, the polygons and the points."""
    scene = region_scene(chart)
    return {
        **value_axis(chart, scene),
        "numbers": numbers(chart.number_format),
        "regions": [_region(region, chart.missing_words) for region in scene.regions],
        "points": [
            {"words": words, "at": [short(x), short(y)], "hover": f"{said}\n{words}"}
            for words, x, y, said in scene.points
        ],
    }


def _region(region: Region, missing: str) -> Drawing:
    return {
        "series": region.series,
        "words": region.words,
        "key_words": key_words(region, missing),
        "fill": list(shades(region.colour)),
        "marker": region.marker,
        "corners": [[short(x), short(y)] for x, y in region.corners],
    }
