"""Which areas changed between periods."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from evaluation.model.places import Area, Period


@dataclass(frozen=True, slots=True, order=True)
class BoundaryChange:
    """On `on`, the area of this code began, ended or moved: figures before and from then describe different places."""

    code: str
    on: date


def boundary_changes(areas: Iterable[Area], periods: Iterable[Period]) -> tuple[BoundaryChange, ...]:
    """The changes of these areas strictly inside the span of the periods, by code and date, once each.

    A change on the first day of the first period, or when the last has ended,
    leaves all figures describing one place. Where no periods are given nothing can
    have changed between them.
    """
    periods = tuple(periods)
    if not periods:
        return ()
    first, last = min(period.start for period in periods), max(period.end for period in periods)
    days = ((area.code, day) for area in areas for day in (area.valid_from, area.valid_to) if day is not None)
    return tuple(sorted({BoundaryChange(code, day) for code, day in days if first < day < last}))
