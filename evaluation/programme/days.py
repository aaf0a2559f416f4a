"""Days people give: of what happened, none that has not come yet."""

from __future__ import annotations

from datetime import date

from evaluation.problems import Problem, UsageError
from evaluation.programme.handle import Programme
from evaluation.words import day


def today(programme: Programme) -> date:
    """The day the programme is looked at: that of `as_at`, else this one."""
    return (programme.as_at or programme.clock()).date()


def not_to_come(programme: Programme, on: date | None) -> date:
    """The day something happened, this one where none is given. Raises UsageError for a day that has not come yet."""
    now = programme.clock().date()
    if on is not None and on > now:
        problem = Problem("bad-day", f"{day(on)} has not come yet.", "Give the day on which it happened.")
        raise UsageError("What has happened has a day that has come.", [problem])
    return on or now
