"""Where the figures come from, in words: what has come, what is late or only partly here, what is due next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from evaluation.measures import CAME, WANTING, Arrival, CellState, Completeness, PartlyFed, StreamArrival
from evaluation.model.framework import Cadence
from evaluation.model.measure import Measure
from evaluation.words.dates import day, period
from evaluation.words.numbers import counted
from evaluation.words.situations import late, never_arrived

STATES: Final[Mapping[Arrival, str]] = {
    Arrival.ON_TIME: "up to date",
    Arrival.LATE: "late",
    Arrival.HALF_FED: "partly arrived",
    Arrival.NEVER: "never arrived",
    Arrival.NOT_USED: "not used yet",
}
CADENCES: Final[Mapping[Cadence, str]] = {
    Cadence.WEEKLY: "every week",
    Cadence.MONTHLY: "every month",
    Cadence.QUARTERLY: "every quarter",
    Cadence.YEARLY: "every year",
}
CELLS: Final[Mapping[CellState, str]] = {
    CellState.REPORTED: "figure here",
    CellState.PROVISIONAL: "may change",
    CellState.UNRELIABLE: "unreliable",
    CellState.HIDDEN: "hidden by the source",
    CellState.NOT_APPLICABLE: "does not apply",
    CellState.UNAVAILABLE: "not available, says the source",
    CellState.MISSING: "missing",
    CellState.LATE: "late",
    CellState.NOT_DUE: "not due yet",
}
NAMED: Final = 5  # areas in a sentence; more are counted


def standing(states: Sequence[Arrival]) -> str:
    """The heading of the page: how many sources are late, only partly here, or never came."""
    if not states:
        return "This programme names no source of figures yet"
    told = {Arrival.LATE: "late", Arrival.HALF_FED: "partly arrived", Arrival.NEVER: "never arrived"}
    said = [f"{states.count(state)} {word}" for state, word in told.items() if state in states]
    if not said:
        return "Figures: everything that is due has arrived"
    return f"Figures: of {counted(len(states), 'source')}, {listed(said)}"


def what_is_missing(one: StreamArrival, names: Mapping[str, str]) -> str:
    """What has not come, in sentences; empty where nothing is missing. `names` has those of areas."""
    said = []
    if one.state is Arrival.LATE and one.due and one.due_on and one.latest:
        said.append(late(one.stream.name, period(one.due), one.due_on, period(one.latest)))
    if one.state is Arrival.NEVER and one.due and one.due_on:
        return never_arrived(period(one.due), one.due_on)
    if one.state in (Arrival.LATE, Arrival.HALF_FED):
        said += [f"Never arrived: {listed([measure.name for measure in one.never_fed])}."] if one.never_fed else []
        said += [_partly(part, names) for part in one.partly_fed]
    return " ".join(said)


def what_is_next(one: StreamArrival) -> str:
    """`October 2026, due on 15 December 2026`; empty where nothing is foreseen."""
    if one.next_due is None or one.next_due_on is None:
        return ""
    return f"{period(one.next_due)}, due on {day(one.next_due_on)}"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def some(words: Sequence[str], most: int = NAMED) -> str:
    """The same of at most so many; the others are counted: `a, b and 7 more`."""
    return listed(words) if len(words) <= most else f"{', '.join(words[:most])} and {len(words) - most} more"


def completeness_heading(found: Completeness, measure: Measure) -> str:
    """The finding of the picture: what is wanting, without a full stop."""
    missing, late_ones = _many(found, {CellState.MISSING}), _many(found, {CellState.LATE})
    if not missing and not late_ones:
        nobody_has = _many(found, {CellState.UNAVAILABLE})
        rest = f", but for {nobody_has:,} that the source does not have" if nobody_has else ""
        return f"{measure.name}: every figure that is due has come{rest}"
    said = [f"{many:,} {word}" for many, word in ((late_ones, "late"), (missing, "missing")) if many]
    expected = _many(found, CAME) + missing + late_ones
    return f"{measure.name}: of {counted(expected, 'figure')} due, {listed(said)}"


def completeness_alt(found: Completeness, measure: Measure, names: Mapping[str, str]) -> str:
    """The picture for those who do not see it: its finding and the areas with most wanting."""
    gaps = {area: sum(state in WANTING for state in row) for area, row in zip(found.areas, found.states, strict=True)}
    most = sorted((area for area in gaps if gaps[area]), key=lambda area: -gaps[area])
    where = some([f"{names.get(area, area)} ({gaps[area]})" for area in most])
    told = f" Most is wanting in {where}." if most else ""
    run = f"{counted(len(found.areas), 'area')}, {period(found.periods[0])} to {period(found.periods[-1])}"
    return f"{completeness_heading(found, measure)}. {run}.{told}"


def _many(found: Completeness, states: Collection[CellState]) -> int:
    return sum(state in states for row in found.states for state in row)


def _partly(part: PartlyFed, names: Mapping[str, str]) -> str:
    areas = some([names.get(area, area) for area in part.areas])
    return f"{part.measure.name} for {period(part.period)} has not come from {areas}."
