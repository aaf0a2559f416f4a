"""Where lines and words stand on a picture of known size, worked out once for every way of drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from evaluation.charts.palette import Meaning
from evaluation.charts.spec import ChartSpec, Position, Tick, place

Anchor = Literal["left", "center", "right"]
LINE_HEIGHT: Final = 1.3
GAP: Final = 6.0  # between a line and its words
BOLD: Final = 1.12  # bold letters are so much wider


@dataclass(frozen=True, slots=True)
class Paper:
    """What is drawn on: pixels across and down, size of words, and how wide a letter is on average (of the size)."""

    width: float
    height: float
    size: float
    letter: float
    is_narrow: bool
    stamp: str = ""

    @property
    def line(self) -> float:
        """The height of a line of words."""
        return self.size * LINE_HEIGHT

    def wide(self, words: str, *, is_bold: bool = False) -> float:
        """How wide the longest line of `words` is, about."""
        return max(map(len, words.split("\n"))) * self.size * self.letter * (BOLD if is_bold else 1)

    def high(self, words: str) -> float:
        """How high `words` stand."""
        return (words.count("\n") + 1) * self.line


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place on the axes, moved `dx` right and `dy` up in pixels; `y` is their middle."""

    words: str
    x: float
    y: float
    colour: Meaning
    anchor: Anchor = "left"
    dx: float = 0.0
    dy: float = 0.0
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight line between two places on the axes."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: Meaning
    width: float = 1.5
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Size and margins in pixels, the ranges of the axes, their ticks, and all words and lines beside the data.

    `dot` is the size of dots, `thin` what lines keep of their width where they stand close together.
    """

    paper: Paper
    left: float
    right: float
    top: float
    bottom: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    x_ticks: tuple[Tick, ...] = ()
    y_ticks: tuple[Tick, ...] = ()
    texts: tuple[Text, ...] = ()
    segments: tuple[Segment, ...] = ()
    dot: float = 0.0
    thin: float = 1.0

    @property
    def across(self) -> float:
        """Pixels between the left and right end of the bottom axis."""
        return self.paper.width - self.left - self.right

    @property
    def up(self) -> float:
        """Pixels between the bottom and the top of the axes."""
        return self.paper.height - self.top - self.bottom

    def px(self, x: Position) -> float:
        """Pixels from the left end of the axis."""
        low, high = self.x_range
        return (place(x) - low) / (high - low) * self.across

    def py(self, y: float) -> float:
        """Pixels from the bottom of the axis."""
        low, high = self.y_range
        return (y - low) / (high - low) * self.up

    def rise(self, pixels: float) -> float:
        """So many pixels in units of the upright axis."""
        low, high = self.y_range
        return pixels / self.up * (high - low)

    def adding(self, texts: Sequence[Text] = (), segments: Sequence[Segment] = ()) -> Layout:
        """The same with more on it."""
        return replace(self, texts=(*self.texts, *texts), segments=(*self.segments, *segments))


def ticks(spec: ChartSpec, paper: Paper) -> tuple[Tick, ...]:
    """The ticks of the bottom axis that this paper has room for."""
    return spec.x.narrow_ticks if paper.is_narrow else spec.x.ticks


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Middles as near `wanted` as can be without overlap, between `low` and `high`; all in pixels upwards."""
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    placed = list(wanted)
    floor = low
    for at in order:
        placed[at] = max(wanted[at], floor + heights[at] / 2)
        floor = placed[at] + heights[at] / 2
    ceiling = high
    for at in reversed(order):
        placed[at] = min(placed[at], ceiling - heights[at] / 2)
        ceiling = placed[at] - heights[at] / 2
    return placed


def side_rooms(paper: Paper, found: Sequence[Tick], left: float, right: float) -> tuple[float, float]:
    """Margins wide enough for the words of the outermost ticks."""
    if not found:
        return left, right
    return max(left, paper.wide(found[0].label) / 2 + 2), max(right, paper.wide(found[-1].label) / 2 + 2)


def touch(layout: Layout, one: Text, other: Text) -> bool:
    """Whether words one above the other would share some of the width."""
    (left, right), (start, end) = extent(layout, one), extent(layout, other)
    return left < end + 2 * GAP and right > start - 2 * GAP


def beside(layout: Layout, x: float, words: str, *, is_left: bool) -> Anchor:
    """On which side of the line at `x` its words stand: as wanted, unless they would not fit there."""
    room_left, room_right = layout.px(x) + layout.left, layout.across - layout.px(x)
    wide = layout.paper.wide(words) + GAP
    if is_left:
        return "right" if room_left >= wide or room_left >= room_right else "left"
    return "left" if room_right >= wide or room_right >= room_left else "right"


def extent(layout: Layout, text: Text) -> tuple[float, float]:
    """From where to where the words stand across, in pixels from the left end of the axis."""
    wide = layout.paper.wide(text.words, is_bold=text.is_bold)
    left = layout.px(text.x) + text.dx - {"left": 0.0, "center": wide / 2, "right": wide}[text.anchor]
    return left, left + wide


def within(layout: Layout, text: Text, start: float, end: float) -> Text:
    """The same words, moved so that they stand between two places across, in pixels from the left end of the axis."""
    left, right = extent(layout, text)
    return replace(text, dx=text.dx + max(0.0, start - left) - max(0.0, right - end))
