"""What a chart says and shows, whoever draws it: frozen, and free of any plotting library.

Numbers stand in the unit people read (shares as points, 0-100), rounded as in the
table beside them. A point without a number is a gap: never zero, never joined.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evaluation.model.release import Table

Position = date | float


class ChartKind(StrEnum):
    """The charts there are."""

    OVER_TIME = "over_time"
    EFFECT_RANGE = "effect_range"
    OTHER_AREAS = "other_areas"
    SMALL_LINE = "small_line"
    PROCESS = "process"
    PATH = "path"
    COMPLETENESS = "completeness"


class Role(StrEnum):
    """What a series is; decides its colour, line and mark together."""

    TEST = "test"
    EXPECTED = "expected"
    COMPARISON = "comparison"
    RANGE = "range"
    OTHER_AREA = "other_area"
    OUR_AREA = "our_area"
    SMALL = "small"
    LAST = "last"
    MIDDLE = "middle"
    BETTER = "better"  # unusual, for the better
    WORSE = "worse"  # unusual, for the worse
    UNUSUAL = "unusual"  # where neither way is better
    LEVEL = "level"  # no difference
    EACH = "each"  # the likely range of each point by itself
    TOGETHER = "together"  # the likely range of all points at once
    PATH = "path"
    REPORTED = "reported"  # from here on: what stands in the place of a figure
    PROVISIONAL = "provisional"
    UNRELIABLE = "unreliable"
    HIDDEN = "hidden"
    NOT_APPLICABLE = "not_applicable"
    UNAVAILABLE = "unavailable"
    MISSING = "missing"
    LATE = "late"
    NOT_DUE = "not_due"


class MarkKind(StrEnum):
    """What a vertical line stands for."""

    START = "start"  # the prototype starts
    EVENT = "event"  # something else happened
    ANEW = "anew"  # from here the usual range is worked out anew
    NO_DIFFERENCE = "no_difference"
    WANTED = "wanted"  # the smallest worthwhile change


@dataclass(frozen=True, slots=True)
class Point:
    """One number drawn, with the words it is known by (`April to June 2025`, `Saltby`).

    Without a number `gap` says why in words that stand in the gap ("" says nothing).
    `row` is the row of the chart's table that holds the number.
    """

    label: str
    x: Position
    y: float | None
    gap: str = ""
    row: int | None = None

    def __post_init__(self) -> None:
        """A number is finite, and only a missing one has a reason to be missing."""
        if self.y is not None and (self.gap or not math.isfinite(self.y)):
            raise ValueError(f"{self.label}: a point has a finite number or a gap")


@dataclass(frozen=True, slots=True)
class Series:
    """Points that belong together, in the order of their x."""

    name: str
    role: Role
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class BandPoint:
    """The edges of a shaded range at one x."""

    x: Position
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Band:
    """A shaded range, with the words that say what it is."""

    label: str
    points: tuple[BandPoint, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A vertical line with its words."""

    kind: MarkKind
    x: Position
    label: str


@dataclass(frozen=True, slots=True)
class EndLabel:
    """Words at the end of what they name: a name in bold, and a line below it."""

    role: Role
    y: float
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, and what is written there."""

    at: Position
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From where to where, in what unit, and the ticks; `narrow_ticks` are the fewer of a phone."""

    low: Position
    high: Position
    ticks: tuple[Tick, ...]
    unit: str = ""
    narrow_ticks: tuple[Tick, ...] = ()

    @property
    def starts_at_zero(self) -> bool:
        """Whether lengths on this axis may be compared with one another."""
        return self.low == 0


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart: its finding in a sentence, what is drawn, and a table of the very numbers drawn.

    `title`, `unit` and `source` are text above and below the figure, `alt` the
    finding for those who do not see it. `band_label` is where the band's words stand,
    `dot_width` how wide a dot is that stands for an area, both on their axis.
    """

    kind: ChartKind
    title: str
    unit: str
    alt: str
    table: Table
    source: str
    x: Axis
    series: tuple[Series, ...]
    y: Axis | None = None
    band: Band | None = None
    marks: tuple[Mark, ...] = ()
    labels: tuple[EndLabel, ...] = ()
    band_label: float | None = None
    dot_width: float | None = None

    def __post_init__(self) -> None:
        """Every chart speaks, and shows something."""
        if not self.title.strip() or not self.alt.strip():
            raise ValueError("a chart says its finding in its title and in its alternative text")
        if not any(point.y is not None for series in self.series for point in series.points):
            raise ValueError("a chart shows at least one number")


def place(x: Position) -> float:
    """A position as a number: days for a date."""
    return float(x.toordinal()) if isinstance(x, date) else x


def in_order(points: Iterable[Point]) -> tuple[Point, ...]:
    """The points from left to right."""
    return tuple(sorted(points, key=lambda point: place(point.x)))
