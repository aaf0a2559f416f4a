"""Which periods measure one and the same thing, apart from one another, and have arrived."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation.assemble.apart import apart, overlap
from evaluation.assemble.holes import Missing, beside, gap_within, is_collected, lacking
from evaluation.assemble.joint import joint
from evaluation.assemble.refusing import refuse
from evaluation.model.codes import Reason
from evaluation.model.measure import Break, Measure, NotCollected
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal
from evaluation.words.dates import since, span
from evaluation.words.situations import measured_differently, not_collected

# A hidden figure has arrived; these have not.
NOT_ARRIVED: Final = frozenset({Status.MISSING, Status.UNAVAILABLE})


@dataclass(frozen=True, slots=True)
class Comparable:
    """Periods that may stand in one comparison, and by name what was left out to make them so.

    `breaks` are periods from which the measure is defined anew, `overlapping` those
    that share time with one that is used, or with the start. `not_collected` (as the
    plan says) and `holes` (nobody says why) pair a missing period with the next that is used.
    """

    periods: tuple[Period, ...]
    breaks: tuple[str, ...] = ()
    overlapping: tuple[str, ...] = ()
    not_collected: Missing = ()
    holes: Missing = ()


def arrived(figures: Sequence[Observation], codes: Collection[str]) -> list[Period]:
    """The periods any of these areas has reported, without those at the end that are still coming in.

    An area enters a comparison when it is complete, so one early figure would drop all
    the others: at the end, half of the areas must have reported.
    """
    reported: dict[Period, set[str]] = {}
    for figure in figures:
        if figure.area in codes and figure.status not in NOT_ARRIVED:
            reported.setdefault(figure.period, set()).add(figure.area)
    kept = sorted(reported)
    while kept and 2 * len(reported[kept[-1]]) < len(codes):
        kept.pop()
    return kept


def comparable_periods(
    prototype: Prototype, measure: Measure, periods: Sequence[Period], start: date, *, past_is_enough: bool
) -> Comparable | Refusal:
    """Those of `periods` (in order) that measure one thing, apart from one another, on both sides of `start`.

    Left out are periods in which nothing was collected as usual, and those of neither
    side, into the middle of which the start or a new definition falls. Refuses where a
    new definition takes away all of one side, or nothing was collected between the two.
    """
    meeting = joint(prototype, measure, start, past_is_enough=past_is_enough)
    alike = [period for period in periods if not meeting.straddles(period)]
    for changed in measure.breaks:
        kept = [period for period in alike if _is_defined_as(period, changed, at=start)]
        if meeting.loses_a_side(alike, kept):
            return _defined_anew(prototype, measure, changed)
        alike = kept
    collected = [period for period in alike if is_collected(measure, period)]
    gap = gap_within(measure, *meeting.between(collected))
    if gap is not None:
        return _nothing_collected(prototype, measure, gap)
    used = apart(collected, start)
    candidates = {*collected, *filter(meeting.straddles, periods)}
    absent = list(lacking(periods))
    return Comparable(
        used,
        breaks=tuple(_first_from(changed.on, used) for changed in measure.breaks if _divides(changed, periods)),
        overlapping=_left_out(periods, candidates, used),
        not_collected=beside(sorted(one for one in (*absent, *periods) if not is_collected(measure, one)), used),
        holes=beside([one for one in absent if is_collected(measure, one)], used),
    )


def _is_defined_as(period: Period, changed: Break, *, at: date) -> bool:
    """Whether it is measured throughout as it was on the day `at`."""
    return period.start >= changed.on if at >= changed.on else period.end <= changed.on


def _defined_anew(prototype: Prototype, measure: Measure, changed: Break) -> Refusal:
    said = measured_differently(measure.name, since(changed.on, measure.periods))
    need = "figures from before and after the start under one definition"
    return refuse(prototype, Reason.BREAK_IN_DEFINITION, f"{changed.why.rstrip('.')}. {said}".lstrip(". "), need)


def _nothing_collected(prototype: Prototype, measure: Measure, gap: NotCollected) -> Refusal:
    said = not_collected(measure.name, span(gap.start, gap.end))
    need = "figures that follow one another from before the start to after it"
    return refuse(prototype, Reason.NOT_COLLECTED, f"{gap.why.rstrip('.')}. {said}".lstrip(". "), need)


def _divides(changed: Break, periods: Sequence[Period]) -> bool:
    """Whether there are figures from both sides of a new definition."""
    return bool(periods) and periods[0].start < changed.on < periods[-1].end


def _first_from(on: date, used: Sequence[Period]) -> str:
    """The first period used from this day on; where none is, the day."""
    return next((period.notation for period in used if period.start >= on), f"{on}")


def _left_out(periods: Sequence[Period], candidates: Collection[Period], used: Collection[Period]) -> tuple[str, ...]:
    """Of periods that overlap, those that could have been used and are not."""
    if not overlap(periods):
        return ()
    return tuple(period.notation for period in periods if period in candidates and period not in used)
