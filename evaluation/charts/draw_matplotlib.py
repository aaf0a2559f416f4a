"""A released chart as a PNG, for papers and downloads. Matplotlib loads only here, and only to draw; never pyplot."""

from __future__ import annotations

from io import BytesIO
from textwrap import fill
from typing import TYPE_CHECKING, Final

from evaluation.charts.layout import lay_out
from evaluation.charts.palette import LIGHT, Meaning
from evaluation.charts.placing import Layout, Segment, Text
from evaluation.charts.spec import ChartSpec, Role, Series, place
from evaluation.charts.strokes import OUTLINE, OUTLINES, STROKES, Stroke, Symbol
from evaluation.model.release import Released

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LETTER: Final = 0.58  # of the size; measured on sentences in DejaVu Sans, which comes with Matplotlib
POINT: Final = 0.72  # points in a pixel, at 100 pixels an inch
SHARPNESS: Final = 200  # dots an inch of the saved picture
SYMBOLS: Final = {
    Symbol.NONE: "",
    Symbol.DOT: "o",
    Symbol.DIAMOND: "D",
    Symbol.SQUARE: "s",
    Symbol.TRIANGLE: "^",
    Symbol.RING: "o",
    Symbol.BOX: "s",
    Symbol.CROSS: "x",
    Symbol.PLUS: "+",
    Symbol.DASH: "_",
}
TITLE, NOTE = 20.0, 13.0
PAD: Final = 16.0


def draw_matplotlib(released: Released[ChartSpec]) -> bytes:
    """The whole chart as PNG: title, unit and source stand on it, and its stamps, so that it can travel alone."""
    written = BytesIO()
    figure(released).savefig(written, format="png", dpi=SHARPNESS, metadata={"Software": None})
    return written.getvalue()


def figure(released: Released[ChartSpec]) -> Figure:
    """The same before it is written, for who wants to place it themselves."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - half a second to load, needed only to draw

    spec = released.content
    layout = lay_out(spec, released.stamps, letter=LETTER)
    head, foot = _words_above(spec, layout), _words_below(spec, layout)
    across = layout.paper.width + 2 * PAD
    down = layout.paper.height + sum(size * 1.4 for _, size, _ in head + foot) + 3 * PAD
    drawn = Figure(figsize=(across / 100, down / 100), dpi=100, facecolor=LIGHT[Meaning.PAGE])
    _write(drawn, head, down - PAD, down)
    below = PAD + sum(size * 1.4 for _, size, _ in foot)
    _write(drawn, foot, below, down)
    box = (
        (layout.left + PAD) / across,
        (below + PAD / 2 + layout.bottom) / down,
        layout.across / across,
        layout.up / down,
    )
    axes = drawn.add_axes(box)
    _frame(axes, layout)
    _data(axes, spec, layout)
    for segment in layout.segments:
        _segment(axes, segment)
    for text in layout.texts:
        _text(axes, text, layout)
    _stamp(axes, layout)
    return drawn


_Line = tuple[str, float, bool]  # words, size in pixels, whether bold


def _words_above(spec: ChartSpec, layout: Layout) -> list[_Line]:
    title = fill(spec.title, int(layout.paper.width / (TITLE * LETTER * 1.1))).split("\n")
    return [(line, TITLE, True) for line in title] + [(spec.unit, NOTE + 1, False)] * bool(spec.unit)


def _words_below(spec: ChartSpec, layout: Layout) -> list[_Line]:
    letters = int(layout.paper.width / (NOTE * LETTER))
    return [(line, NOTE, False) for line in fill(spec.source, letters).split("\n") if line]


def _write(drawn: Figure, lines: list[_Line], top: float, down: float) -> None:
    across = drawn.get_figwidth() * 100
    for words, size, is_bold in lines:
        drawn.text(
            PAD / across,
            top / down,
            words,
            va="top",
            size=size * POINT,
            color=LIGHT[Meaning.INK if is_bold else Meaning.QUIET],
            weight="bold" if is_bold else "normal",
            parse_math=False,
        )
        top -= size * 1.4


def _frame(axes: Axes, layout: Layout) -> None:
    axes.set_xlim(*layout.x_range)
    axes.set_ylim(*layout.y_range)
    axes.set_facecolor("none")
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom" and bool(layout.x_ticks))
        spine.set_color(LIGHT[Meaning.OTHER])
    axes.set_xticks([place(tick.at) for tick in layout.x_ticks], [tick.label for tick in layout.x_ticks])
    axes.set_yticks([place(tick.at) for tick in layout.y_ticks], [tick.label for tick in layout.y_ticks])
    size = layout.paper.size * POINT
    axes.tick_params(axis="both", labelsize=size, labelcolor=LIGHT[Meaning.QUIET], color=LIGHT[Meaning.OTHER])
    axes.tick_params(axis="y", length=0)
    if layout.y_ticks:
        axes.grid(axis="y", color=LIGHT[Meaning.HAIRLINE], linewidth=POINT)
    axes.set_axisbelow(True)


def _data(axes: Axes, spec: ChartSpec, layout: Layout) -> None:
    if spec.band is not None:
        x = [place(point.x) for point in spec.band.points]
        low, high = ([point.low for point in spec.band.points], [point.high for point in spec.band.points])
        axes.fill_between(x, low, high, color=LIGHT[Meaning.BAND], linewidth=0, zorder=1.5, label=spec.band.label)
    for series in spec.series:
        _series(axes, series, layout)


def _series(axes: Axes, series: Series, layout: Layout) -> None:
    stroke = STROKES[series.role]
    x = [place(point.x) for point in series.points]
    y = [float("nan") if point.y is None else point.y for point in series.points]  # Matplotlib's way to break a line
    width = stroke.width * layout.thin * POINT
    (line,) = axes.plot(x, y, color=LIGHT[stroke.colour], linewidth=width, label=series.name, zorder=3)
    line.set_clip_on(False)
    line.set_linestyle("-" if stroke.width else "none")
    if stroke.dash:
        line.set_dashes([length / stroke.width for length in stroke.dash])
    if series.role is Role.RANGE:
        _range_marks(axes, x, y, LIGHT[stroke.colour], stroke.size)
    elif stroke.symbol is not Symbol.NONE:
        line.set_marker(SYMBOLS[stroke.symbol])
        line.set_markersize(_size(stroke, layout) * POINT)
        is_outline = stroke.symbol in OUTLINES
        line.set_markeredgecolor(LIGHT[stroke.colour if is_outline else Meaning.PAGE])
        line.set_markeredgewidth((OUTLINE if is_outline else stroke.edge) * POINT)
        if is_outline:
            line.set_markerfacecolor("none")


def _size(stroke: Stroke, layout: Layout) -> float:
    """In pixels; a diamond is measured along its sides, not from point to point."""
    along_its_sides = 0.75 if stroke.symbol is Symbol.DIAMOND else 1
    return along_its_sides * stroke.sized(layout.dot)


def _range_marks(axes: Axes, x: list[float], y: list[float], colour: str, size: float) -> None:
    axes.plot(x[::2], y[::2], "|", color=colour, markersize=size * POINT, markeredgewidth=3 * POINT, zorder=3)
    axes.plot(x[1:2], y[1:2], "o", color=colour, markersize=14 * POINT, markeredgewidth=0, zorder=3)


def _segment(axes: Axes, segment: Segment) -> None:
    (line,) = axes.plot([segment.x0, segment.x1], [segment.y0, segment.y1], color=LIGHT[segment.colour], zorder=2)
    line.set_linewidth(segment.width * POINT)
    line.set_clip_on(False)
    if segment.dash:
        line.set_dashes([length / segment.width for length in segment.dash])


def _text(axes: Axes, text: Text, layout: Layout) -> None:
    axes.annotate(
        text.words,
        (text.x, text.y),
        (text.dx * POINT, text.dy * POINT),
        textcoords="offset points",
        ha=text.anchor,
        va="center",
        size=layout.paper.size * POINT,
        color=LIGHT[text.colour],
        weight="bold" if text.is_bold else "normal",
        annotation_clip=False,
        parse_math=False,
        bbox={"facecolor": LIGHT[Meaning.PAGE], "linewidth": 0, "pad": 0.5},
    )


def _stamp(axes: Axes, layout: Layout) -> None:
    axes.annotate(
        layout.paper.stamp,
        (0, 1),
        (-layout.left * POINT, layout.top * POINT),
        xycoords="axes fraction",
        textcoords="offset points",
        va="top",
        size=14 * POINT,
        color=LIGHT[Meaning.QUIET],
    )
