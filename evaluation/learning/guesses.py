"""Guesses made beforehand: what the five words stand for, until when one may be made, and whether it came true.

Five words stand for five chances. They lie in the ranges that the
Intergovernmental Panel on Climate Change gives the same words (Mastrandrea and
others 2010, table 1: very unlikely 0 to 10%, unlikely 0 to 33%, about as likely as
not 33 to 66%, likely 66 to 100%, very likely 90 to 100%).

A guess is about one period. Its window opens on the day the period begins: from
then on somebody could know part of what it will say, so a guess is made before.

Whoever guesses goes by the figures there are. Where from a day between the guess and the
end of its period on something else is counted, by another definition or within another
boundary, it was about a figure that never came: it is void, neither right nor wrong. A
recoded area is the same place.

Source
------
Mastrandrea, M. D. and others (2010), *Guidance note for lead authors of the IPCC fifth
assessment report on consistent treatment of uncertainties*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Generic, TypeVar

from evaluation.learning.rows import Row, standing
from evaluation.model.places import Period, PeriodKind, add_months
from evaluation.model.predictions import Likelihood, Prediction, Settlement

CHANCE: Final[Mapping[Likelihood, float]] = {
    Likelihood.VERY_UNLIKELY: 0.05,
    Likelihood.UNLIKELY: 0.2,
    Likelihood.EVEN: 0.5,
    Likelihood.LIKELY: 0.8,
    Likelihood.VERY_LIKELY: 0.95,
}


class WhyNot(StrEnum):
    """Why a guess is not settled: in this order the first that holds."""

    MADE_TOO_LATE = "made_too_late"  # its window had opened when it was recorded
    NOT_IN_PLAN = "not_in_plan"  # the prototype or the measure is no longer in any plan
    AREAS_CHANGED = "areas_changed"  # it was about other places
    DEFINITION_CHANGED = "definition_changed"  # between the guess and the end of its period
    BOUNDARY_CHANGED = "boundary_changed"  # likewise
    NO_FIGURES = "no_figures"  # not all test areas have reported
    GAPS = "gaps"  # all have reported, and some of them no figure
    HIDDEN = "hidden"  # saying which way it turned out would tell of a hidden figure


# What no figure can settle any more.
VOID: Final = frozenset(
    {
        WhyNot.MADE_TOO_LATE,
        WhyNot.NOT_IN_PLAN,
        WhyNot.AREAS_CHANGED,
        WhyNot.DEFINITION_CHANGED,
        WhyNot.BOUNDARY_CHANGED,
    }
)
P = TypeVar("P", bound=Row[Prediction])
S = TypeVar("S", bound=Row[Settlement])


@dataclass(frozen=True, slots=True)
class Guess(Generic[P, S]):
    """A guess as it stands, and what settled it last; None while nothing has."""

    row: P
    settled: S | None

    @property
    def prediction(self) -> Prediction:
        """What was guessed."""
        return self.row.noun


def guesses(predictions: Iterable[P], settlements: Iterable[S]) -> tuple[Guess[P, S], ...]:
    """The guesses nobody replaced, in the order recorded, each with its last settlement."""
    settled = {row.noun.prediction: row for row in standing(settlements)}
    return tuple(Guess(row, settled.get(row.reference)) for row in standing(predictions))


def is_in_time(on: date, period: Period) -> bool:
    """Whether a guess recorded on this day came before its window opened."""
    return on < period.start


def changed_between(made: date, period: Period, days: Iterable[date]) -> date | None:
    """The first of these days of change after a guess was made and before its period ended; None where there is none.

    Example
    -------
    >>> march = Period.starting(date(2026, 3, 1), PeriodKind.MONTH)
    >>> changed_between(date(2026, 1, 5), march, [date(2025, 9, 1), date(2026, 3, 1)])
    datetime.date(2026, 3, 1)
    """
    return min((day for day in days if made < day < period.end), default=None)


def first_open(kind: PeriodKind, today: date, months: int = 0) -> Period:
    """The first period a guess can still be about; of rolling windows, which are `months` long, the next."""
    if kind is not PeriodKind.ROLLING:
        return Period.starting(Period.holding(today, kind).end, kind)
    start = add_months(today, 1)
    return Period(start, add_months(start, months), kind)


def came_true(prediction: Prediction, level: float) -> bool:
    """Whether the level seen is what was guessed: a level that is just reached, or just kept to, is."""
    if prediction.at_least is not None:
        return level >= prediction.at_least
    return prediction.at_most is not None and level <= prediction.at_most
