"""Days people give: of what happened, none that has not come yet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from evaluation.problems import Problem, UsageError
from evaluation.programme.handle import Programme
from evaluation.words import day

# Before any programme of this kind kept notes.
BEFORE_ALL: Final = date(1990, 1, 1)
_SUMMER_TIME: Final = timedelta(hours=1)  # the clock is UTC's: just after midnight in June it is a day behind people's


def today(programme: Programme) -> date:
    """The day the programme is looked at: that of `as_at`, else this one."""
    return (programme.as_at or programme.clock()).date()


def not_to_come(programme: Programme, on: date | None) -> date:
    """The day something happened, this one where none is given.

    Raises UsageError for a day that has not come yet, or lies before any programme.
    """
    now = programme.clock()
    if on is None:
        return now.date()
    if not BEFORE_ALL <= on <= (now + _SUMMER_TIME).date():
        why = "has not come yet" if on > BEFORE_ALL else "lies before any programme"
        problem = Problem("bad-day", f"{day(on)} {why}.", "Give the day on which it happened.")
        raise UsageError("What has happened has a day that has come.", [problem])
    return on


def since(programme: Programme, on: date | None, first: date) -> date:
    """The day something happened that can have happened from `first` on. Raises UsageError."""
    found = not_to_come(programme, on)
    if found < first:
        problem = Problem("bad-day", f"{day(found)} lies before {day(first)}.", "Give the day on which it happened.")
        raise UsageError("This came after what it follows on.", [problem])
    return found
