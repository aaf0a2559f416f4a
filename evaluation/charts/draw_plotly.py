"""A released chart as a Plotly figure for the page. Plotly loads only here, and only to draw."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any, Final

from evaluation.charts.completeness import ROLES
from evaluation.charts.layout import lay_out
from evaluation.charts.palette import Meaning, colours
from evaluation.charts.placing import Layout, Segment, Text
from evaluation.charts.spec import Band, ChartKind, ChartSpec, Role, Series, Tick, place
from evaluation.charts.strokes import OUTLINE, OUTLINES, STROKES, Stroke, Symbol
from evaluation.model.release import Released

FONT: Final = "Source Sans, sans-serif"
LETTER: Final = 0.46  # of the size; measured on sentences in Source Sans
SYMBOLS: Final = {
    Symbol.DOT: "circle",
    Symbol.DIAMOND: "diamond",
    Symbol.SQUARE: "square",
    Symbol.TRIANGLE: "triangle-up",
    Symbol.RING: "circle-open",
    Symbol.BOX: "square-open",
    Symbol.CROSS: "x-thin",
    Symbol.PLUS: "cross-thin",
    Symbol.DASH: "line-ew",
}
# For `st.plotly_chart(config=...)`: no bar of tools, nothing that moves under a finger.
CONFIG: Final[Mapping[str, Any]] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
STILL: Final[Mapping[str, Any]] = {"staticPlot": True, "displayModeBar": False}
# The words of these points say all there is to say; what stands on the axes is a place and no number.
SAYS_ITSELF: Final = frozenset({Role.RANGE, *ROLES.values()})
Colours = Mapping[Meaning, str]


def draw_plotly(
    released: Released[ChartSpec],
    *,
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    height: int | None = None,
) -> Any:
    """A `plotly.graph_objects.Figure`; pass it on with `theme=None` and `config(spec)`.

    `narrow` draws for a phone: names inside, fewer ticks. `width` and `height` in pixels
    where the page leaves less than usual; the picture still takes the width it is given.
    """
    from plotly import graph_objects  # noqa: PLC0415 - a second to load, needed only to draw

    spec, palette = released.content, colours(dark=dark)
    layout = lay_out(spec, released.stamps, letter=LETTER, is_narrow=narrow, width=width, height=height)
    traces = [_band(spec.band, palette)] if spec.band else []
    traces += [_series(series, layout, palette) for series in spec.series]
    figure = graph_objects.Figure([graph_objects.Scatter(trace) for trace in traces])
    figure.update_layout(_frame(layout, palette))
    figure.update_layout(
        shapes=[_segment(segment, palette) for segment in layout.segments],
        annotations=[_text(text, layout, palette) for text in layout.texts] + _stamp(layout, palette),
    )
    return figure


def config(spec: ChartSpec) -> dict[str, Any]:
    """What the page tells Plotly: a small line stays still, the others only answer to a finger or a mouse."""
    return dict(STILL if spec.kind is ChartKind.SMALL_LINE else CONFIG)


def _band(band: Band, palette: Colours) -> dict[str, Any]:
    """There and back round the edges, as one closed shape."""
    there = [(place(point.x), point.high) for point in band.points]
    back = [(place(point.x), point.low) for point in reversed(band.points)]
    x, y = zip(*there, *back, strict=True)
    line = {"width": 0}
    shape = {"mode": "lines", "fill": "toself", "fillcolor": palette[Meaning.BAND], "line": line, "hoverinfo": "skip"}
    return {"x": x, "y": y, "name": escape(band.label), **shape}


def _series(series: Series, layout: Layout, palette: Colours) -> dict[str, Any]:
    stroke = STROKES[series.role]
    mode = "+".join(["lines"] * bool(stroke.width) + ["markers"] * (stroke.symbol is not Symbol.NONE))
    dash = ",".join(f"{length}px" for length in stroke.dash) if stroke.dash else "solid"
    is_range = series.role is Role.RANGE
    return {
        "x": [place(point.x) for point in series.points],
        "y": [point.y for point in series.points],
        "name": escape(series.name),
        "mode": mode,
        "connectgaps": False,
        "line": {"color": palette[stroke.colour], "width": stroke.width * layout.thin, "dash": dash},
        "marker": {
            "color": palette[stroke.colour],
            "size": _sizes(series, layout),
            "symbol": ["line-ns", "circle", "line-ns"] if is_range else SYMBOLS.get(stroke.symbol, "circle"),
            "opacity": 1,
            "line": _edge(stroke, palette),
        },
        "cliponaxis": False,
        "hovertext": [escape(_hover(series, at)) for at in range(len(series.points))],
        "hoverinfo": "text",
    }


def _edge(stroke: Stroke, palette: Colours) -> dict[str, Any]:
    """Ends and outlines are drawn by their edge alone; another mark's keeps it apart from those round it."""
    if stroke.symbol in OUTLINES:
        return {"color": palette[stroke.colour], "width": OUTLINE}
    if stroke.edge:
        return {"color": palette[Meaning.PAGE], "width": stroke.edge}
    return {"color": palette[stroke.colour], "width": 3 if stroke.symbol is Symbol.ENDS else 0}


def _sizes(series: Series, layout: Layout) -> float | list[float]:
    stroke = STROKES[series.role]
    if stroke.symbol is Symbol.ENDS:
        return [stroke.size / 2, 14, stroke.size / 2]
    return stroke.sized(layout.dot)


def _hover(series: Series, at: int) -> str:
    """The point's words and its number: where it stands across, for a difference; its height, over time."""
    point = series.points[at]
    if series.role in SAYS_ITSELF:
        return point.label
    number = place(point.x) if series.role in (Role.OTHER_AREA, Role.OUR_AREA) else point.y
    return "" if number is None else f"{point.label}: {number:g}"


def _segment(segment: Segment, palette: Colours) -> dict[str, Any]:
    dash = ",".join(f"{length}px" for length in segment.dash) if segment.dash else "solid"
    line = {"color": palette[segment.colour], "width": segment.width, "dash": dash}
    return {
        "type": "line",
        "x0": segment.x0,
        "x1": segment.x1,
        "y0": segment.y0,
        "y1": segment.y1,
        "line": line,
        "layer": "above",
    }


def _text(text: Text, layout: Layout, palette: Colours) -> dict[str, Any]:
    words = escape(text.words).replace("\n", "<br>")
    return {
        "text": f"<b>{words}</b>" if text.is_bold else words,
        "x": text.x,
        "y": text.y,
        "xanchor": text.anchor,
        "yanchor": "middle",
        "xshift": text.dx,
        "yshift": text.dy,
        "align": text.anchor,
        "showarrow": False,
        "borderpad": 1,
        "bgcolor": palette[Meaning.PAGE],
        "font": {"color": palette[text.colour], "size": layout.paper.size},
    }


def _stamp(layout: Layout, palette: Colours) -> list[dict[str, Any]]:
    """Small and quiet, top left, above all else."""
    if not layout.paper.stamp:
        return []
    place_at = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "top"}
    shift = {"xshift": -layout.left, "yshift": layout.top, "borderpad": 0, "showarrow": False}
    return [{"text": layout.paper.stamp, **place_at, **shift, "font": {"color": palette[Meaning.QUIET], "size": 14}}]


def _frame(layout: Layout, palette: Colours) -> dict[str, Any]:
    return {
        "template": None,
        "font": {"family": FONT, "size": layout.paper.size, "color": palette[Meaning.QUIET]},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "height": layout.paper.height,
        "margin": {"l": layout.left, "r": layout.right, "t": layout.top, "b": layout.bottom, "pad": 0},
        "hoverlabel": {
            "bgcolor": palette[Meaning.WASH],
            "bordercolor": palette[Meaning.FIELD],
            "font": {"color": palette[Meaning.INK], "family": FONT, "size": layout.paper.size},
        },
        "xaxis": {
            **_axis(layout.x_range, layout.x_ticks, palette),
            "showline": bool(layout.x_ticks),
            "ticks": "outside" if layout.x_ticks else "",
            "showgrid": False,
        },
        "yaxis": {**_axis(layout.y_range, layout.y_ticks, palette), "showline": False, "ticks": "", "showgrid": True},
    }


def _axis(reach: tuple[float, float], ticks: tuple[Tick, ...], palette: Colours) -> dict[str, Any]:
    return {
        "range": reach,
        "tickmode": "array",
        "tickvals": [place(tick.at) for tick in ticks],
        "ticktext": [escape(tick.label) for tick in ticks],
        "showticklabels": bool(ticks),
        "tickangle": 0,
        "fixedrange": True,
        "zeroline": False,
        "automargin": False,
        "linecolor": palette[Meaning.OTHER],
        "tickcolor": palette[Meaning.OTHER],
        "gridcolor": palette[Meaning.HAIRLINE],
    }
