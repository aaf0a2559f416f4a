"""Which periods measure one and the same thing, apart from one another, and have arrived."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from evaluation.assemble.refusing import refuse
from evaluation.model.codes import Reason
from evaluation.model.framework import Measure
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal

# A hidden figure has arrived; these have not.
NOT_ARRIVED: Final = frozenset({Status.MISSING, Status.UNAVAILABLE})


def comparable_periods(
    prototype: Prototype,
    measure: Measure,
    figures: Sequence[Observation],
    start: date,
    *,
    past_is_enough: bool,
) -> list[Period] | Refusal:
    """Periods that measure one and the same thing, apart from one another, on both sides of `start`.

    A period the start falls into the middle of is neither before nor after: it is left out.
    """
    periods = sorted({figure.period for figure in figures})
    if any(first.overlaps(second) for first, second in pairwise(periods)):
        return refuse(
            prototype,
            Reason.OVERLAPPING_PERIODS,
            "the figures are for periods that overlap, so they count the same children more than once",
            "figures for periods that follow one another",
        )
    for changed in measure.breaks:
        same_side = [period for period in periods if (period.start >= changed.on) == (start >= changed.on)]
        if len(same_side) < len(periods) and not _are_enough(same_side, start, past_is_enough=past_is_enough):
            return refuse(
                prototype,
                Reason.BREAK_IN_DEFINITION,
                f"{measure.name} has been measured differently since {changed.on:%d %B %Y}: {changed.why}".lstrip("0"),
                "figures from before and after the start under one definition",
            )
        periods = same_side
    return [period for period in periods if not period.start < start < period.end]


def arrived(periods: Sequence[Period], figures: Sequence[Observation], codes: Collection[str]) -> list[Period]:
    """The periods without those at the end that are still coming in: fewer than half of the areas have reported.

    An area enters a comparison when it is complete, so one early figure would drop all the others.
    """
    reported: dict[Period, set[str]] = {}
    for figure in figures:
        if figure.area in codes and figure.status not in NOT_ARRIVED:
            reported.setdefault(figure.period, set()).add(figure.area)
    kept = list(periods)
    while kept and 2 * len(reported.get(kept[-1], ())) < len(codes):
        kept.pop()
    return kept


def _are_enough(periods: Sequence[Period], start: date, *, past_is_enough: bool) -> bool:
    """Whether there are periods before the start, and after it unless the past is enough."""
    before = any(period.end <= start for period in periods)
    return before and (past_is_enough or any(period.start >= start for period in periods))
