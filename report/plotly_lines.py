"""Lines over years in Plotly, from the places that ``lines`` gives."""

from report.chart import Chart
from report.layout import text_width, wrap, year_step
from report.line_ends import End
from report.lines import Line, LineScene, line_scene, reference_place
from report.palette import AXIS, BACKGROUND, FORECAST_DASH, GRID, MUTED, faded
from report.plotly_ends import NAMES, name_ends
from report.plotly_parts import Drawing, add_unit, as_html, value_axis
from text import t

_DASH = f"{FORECAST_DASH[0]}px,{FORECAST_DASH[1]}px"
_NARROW = 500


def draw(chart: Chart, size: float, page: float, plot_height: float | None) -> Drawing:
    """Return the data area; ``plot_height`` None gives a calm default."""
    scene = line_scene(chart)
    height = plot_height or size * 25
    ends = [
        End(wrap(line.words, NAMES * size / 15, size), line.colour, line.points[-1][:2])
        for line in scene.lines
        if line.points
    ]
    right = max((text_width("\n".join(end.lines), size) for end in ends), default=0) + 30
    years = scene.last_year - scene.first_year + 1
    axes = {
        "xaxis": {
            "range": [scene.first_year - 0.3, scene.last_year + 0.2],
            "tickformat": "d",
            "tick0": scene.first_year,
            "dtick": year_step(years if page >= _NARROW else 2 * years),
            "showgrid": False,
            "zeroline": False,
            "ticks": "outside",
            "tickcolor": GRID,
            "linecolor": AXIS,
            "showline": True,
            "fixedrange": True,
            "automargin": True,
            "tickfont": {"color": MUTED},
            "title": {
                "text": as_html([chart.x_title]),
                "font": {"color": MUTED, "size": size},
                "standoff": 8,
            },
        },
        "yaxis": value_axis(chart, scene, size),
        "hovermode": "x unified",
    }
    # The title of a vertical axis is read with the head tilted: it stands level above the axis.
    axes["yaxis"]["title"] = {"text": ""}
    small = len(scene.lines) > 7
    data = [trace for line in scene.lines for trace in _band(line)]
    data += [trace for line in scene.lines for trace in _traces(chart, line, small)]
    drawing = Drawing(data, axes, height, left=70 * size / 15, right=right)
    add_unit(drawing, chart)
    name_ends(drawing, scene, ends, scene.last_year, size, foot=size)
    _boundary(drawing, scene, size)
    _references(drawing, chart, scene, size)
    return drawing


def _band(line: Line) -> list[dict]:
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [p[0] for p in run] + [p[0] for p in reversed(run)],
            "y": [p[1] for p in run] + [p[2] for p in reversed(run)],
            "fill": "toself",
            "fillcolor": faded(line.colour, 0.16),
            "line": {"width": 0},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for run in line.band
    ]


def _traces(chart: Chart, line: Line, small: bool) -> list[dict]:
    traces = []
    for runs, dash in ((line.history, "solid"), (line.forecast, _DASH)):
        if not runs:
            continue
        # None between the runs breaks the line: a gap is a gap.
        gapped = [point for run in runs for point in (*run, (None, None))][:-1]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": [year for year, _ in gapped],
                "y": [value for _, value in gapped],
                "line": {"color": line.colour, "width": 2 if small else 3, "dash": dash},
                "connectgaps": False,
                "hoverinfo": "skip",
                "showlegend": False,
            }
        )
    shown, unit = chart.number_format.decimals, chart.number_format.unit
    unit, remark = f"\u00a0{unit}" if unit else "", f" ({t('chart.forecast')})"
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "name": as_html([line.words]),
            "x": [year for year, _, _ in line.points],
            "y": [value for _, value, _ in line.points],
            "marker": {
                "symbol": line.marker,
                "size": 5 if small else 8,
                "color": [BACKGROUND if forecast else line.colour for *_, forecast in line.points],
                "line": {"color": line.colour, "width": 1.5},
            },
            "customdata": [remark if forecast else "" for *_, forecast in line.points],
            "hovertemplate": f"%{{fullData.name}}: %{{y:,.{shown}f}}{unit}%{{customdata}}"
            "<extra></extra>",
            "cliponaxis": False,
            "showlegend": False,
        }
    )
    return traces


def _boundary(drawing: Drawing, scene: LineScene, size: float) -> None:
    if scene.boundary is None:
        return
    drawing.shapes.append(
        {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": scene.boundary,
            "x1": scene.boundary,
            "y0": 0,
            "y1": 1,
            "layer": "below",
            "line": {"color": AXIS, "width": 1, "dash": "dot"},
        }
    )
    drawing.annotations.append(
        {
            "xref": "x",
            "yref": "paper",
            "x": scene.boundary,
            "y": 1,
            "xshift": 4,
            "xanchor": "left",
            "yanchor": "top",
            "showarrow": False,
            "text": f"{t('chart.forecast')} →",
            "font": {"color": MUTED, "size": size - 1},
        }
    )


def _references(drawing: Drawing, chart: Chart, scene: LineScene, size: float) -> None:
    for words, level in chart.references.items():
        at = level * chart.number_format.factor
        right, under = reference_place(scene, at)
        drawing.shapes.append(
            {
                "type": "line",
                "xref": "paper",
                "yref": "y",
                "x0": 0,
                "x1": 1,
                "y0": at,
                "y1": at,
                "layer": "below",
                "line": {"color": AXIS, "width": 2, "dash": "dot"},
            }
        )
        drawing.annotations.append(
            {
                "xref": "paper",
                "yref": "y",
                "x": 1 if right else 0,
                "y": at,
                "xshift": -6 if right else 6,
                "xanchor": "right" if right else "left",
                "yanchor": "top" if under else "bottom",
                "showarrow": False,
                "text": as_html([f"{words} {chart.write(level)}"]),
                "font": {"color": MUTED, "size": size - 1},
            }
        )
