"""How complete a measure is, by area and period: a state for every figure that should be there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from evaluation.measures.arrivals import following, stood
from evaluation.model.framework import Stream
from evaluation.model.measure import Measure
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Area, Period, PeriodKind


class CellState(StrEnum):
    """What stands in the place of a figure. None of these says how large it is."""

    REPORTED = "reported"
    PROVISIONAL = "provisional"
    UNRELIABLE = "unreliable"
    HIDDEN = "hidden"  # by the source
    NOT_APPLICABLE = "not_applicable"
    UNAVAILABLE = "unavailable"  # says the source: nobody has it
    MISSING = "missing"
    LATE = "late"  # due, and nothing has come from this area since
    NOT_DUE = "not_due"


_STATES: Final[Mapping[Status, CellState]] = {
    Status.REPORTED: CellState.REPORTED,
    Status.PROVISIONAL: CellState.PROVISIONAL,
    Status.UNRELIABLE: CellState.UNRELIABLE,
    Status.SUPPRESSED: CellState.HIDDEN,
    Status.NOT_APPLICABLE: CellState.NOT_APPLICABLE,
    Status.LOW: CellState.REPORTED,  # the source says that it rounds to nothing
    Status.UNAVAILABLE: CellState.UNAVAILABLE,
    Status.MISSING: CellState.MISSING,
}
# What has come, of whatever kind.
CAME: Final = frozenset(
    {CellState.REPORTED, CellState.PROVISIONAL, CellState.UNRELIABLE, CellState.HIDDEN, CellState.NOT_APPLICABLE}
)

# What should be here and is not.
WANTING: Final = frozenset({CellState.MISSING, CellState.LATE})


@dataclass(frozen=True, slots=True)
class Completeness:
    """The states of one measure, areas x periods; areas are those that ever had a row, periods run on to today's."""

    measure: str
    areas: tuple[str, ...]
    periods: tuple[Period, ...]
    states: tuple[tuple[CellState, ...], ...]

    def __post_init__(self) -> None:
        """Every area has a state for each period."""
        if len(self.states) != len(self.areas) or any(len(row) != len(self.periods) for row in self.states):
            raise ValueError("every area has a state for each period")

    def last(self, periods: int) -> Completeness:
        """The same for the last so many periods."""
        return Completeness(
            self.measure, self.areas, self.periods[-periods:], tuple(row[-periods:] for row in self.states)
        )


def completeness(
    measure: Measure, stream: Stream, figures: Iterable[Observation], places: Sequence[Area], today: date
) -> Completeness:
    """What is there and what is not.

    Parameters
    ----------
    measure, stream
        Whose figures, and how soon after a period they are due.
    figures
        The latest figure of each key; those of other measures and of single groups are passed over.
    places
        The areas declared, in the order in which they are listed; those not declared come after them by code.
    today
        Decides what is due.

    Returns
    -------
    Completeness
        From the first period any area has a row for to the last that has ended or has
        come. Before a place began, after it ended and where the framework says that
        nothing was collected, figures do not apply.
    """
    rows = {
        (figure.area, figure.period): figure.status
        for figure in figures
        if figure.measure == measure.id and not figure.group
    }
    declared = {area.code: area for area in places}
    latest: dict[str, Period] = {}
    for area, period in rows:
        latest[area] = max(period, latest.get(area, period))
    seen = set(latest)
    areas = (*(code for code in declared if code in seen), *sorted(seen - set(declared)))
    periods = _periods(measure.periods, {period for _, period in rows}, today)
    arrives = timedelta(days=stream.arrives_after_days)

    def state(area: str, period: Period) -> CellState:
        said = _STATES[rows.get((area, period), Status.MISSING)]
        if said is not CellState.MISSING:
            return said
        if not stood(declared.get(area), period) or _nobody_collected(measure, period):
            return CellState.NOT_APPLICABLE
        if (area, period) in rows:
            return said
        if today < period.end + arrives:
            return CellState.NOT_DUE
        return CellState.MISSING if period < latest[area] else CellState.LATE

    states = tuple(tuple(state(area, period) for period in periods) for area in areas)
    return Completeness(measure.id, areas, periods, states)


def _nobody_collected(measure: Measure, period: Period) -> bool:
    """Whether the framework says that nothing was collected in some of this period."""
    return any(gap.start < period.end and period.start < gap.end for gap in measure.not_collected)


def _periods(kind: PeriodKind, seen: set[Period], today: date) -> tuple[Period, ...]:
    """From the first seen on without a gap to the last that has ended; rolling windows as they came."""
    if not seen or kind is PeriodKind.ROLLING:
        return tuple(sorted(seen))
    found = [min(seen)]
    last = max(seen)
    while found[-1] < last or following(found[-1]).end <= today:
        found.append(following(found[-1]))
    return tuple(found)
