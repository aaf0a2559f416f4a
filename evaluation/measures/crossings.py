"""Figures that cross a warning level of their measure, and since when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from evaluation.model.measure import Measure, WarningLevel
from evaluation.model.observations import Observation
from evaluation.model.places import Period
from evaluation.model.references import Kind, Reference

# An area whose last figure is older than this beside the newest of the measure no longer says how things are.
STILL_SPEAKS: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class CameIn:
    """A figure and the day it came in."""

    figure: Observation
    on: date


@dataclass(frozen=True, slots=True)
class Crossing:
    """The latest figure of an area crosses a level, as every figure since the period `since` does.

    `raised_on` is the day on which the first of them came in.
    """

    measure: Measure
    level: WarningLevel
    figure: Observation
    since: Period
    raised_on: date

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it one warning: measure, level and area."""
        return (self.measure.id, self.level.id, self.figure.area)

    @property
    def reference(self) -> Reference:
        """The figure that crosses: `measure:gld@E10000003/2018-19`."""
        return reference_of(self.figure)

    @property
    def answer_due(self) -> date:
        """By when its owner has promised to answer."""
        return self.raised_on + timedelta(days=self.level.days)


def reference_of(figure: Observation) -> Reference:
    """How a figure is named: `measure:gld@E10000003/2018-19`."""
    return Reference(Kind.MEASURE, f"{figure.measure}@{figure.area}/{figure.period.notation}")


def crossings(measure: Measure, figures: Iterable[CameIn], *, leaving_out: Collection[str] = ()) -> Iterator[Crossing]:
    """The warnings of one measure: of areas outside `leaving_out`, for all children, each on its latest figure.

    A figure that is missing or hidden by its source neither raises nor ends a warning.
    No warning reaches back over a change of definition.
    """
    by_area: dict[str, list[CameIn]] = {}
    for came in figures:
        figure = came.figure
        if figure.measure == measure.id and not figure.group and figure.value is not None:
            by_area.setdefault(figure.area, []).append(came)
    newest = max((came.figure.period.end for some in by_area.values() for came in some), default=date.min)
    for area, some in by_area.items():
        some.sort(key=lambda came: came.figure.period)
        if area not in leaving_out and newest - some[-1].figure.period.end <= STILL_SPEAKS:
            yield from filter(None, (_crossing(measure, level, some) for level in measure.warning_levels))


def _crossing(measure: Measure, level: WarningLevel, figures: Sequence[CameIn]) -> Crossing | None:
    """The run of figures at the end that all cross, where there is one."""
    last = figures[-1].figure
    changed = max((change.on for change in measure.breaks if change.on <= last.period.start), default=date.min)
    run: list[CameIn] = []
    for came in reversed(figures):
        value, period = came.figure.value, came.figure.period
        if value is None or period.start < changed or not level.is_crossed(value):
            break
        run.append(came)
    if not run:
        return None
    return Crossing(measure, level, last, run[-1].figure.period, min(came.on for came in run))
