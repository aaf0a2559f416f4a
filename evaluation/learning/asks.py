"""How much is asked of the lead of a prototype in a month, counted: never minutes, which nobody measured.

`boxes` is one for each week that begins in the month while the prototype runs;
`reminders` is one for each such week, up to today, at whose beginning it had been
quiet for `QUIET_AFTER`. Questions, guesses and commitments count in the month in which
they are due, done or not: to do a thing is the asking too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.due import Written
from evaluation.learning.rhythm import WEEK, is_running, rhythm
from evaluation.learning.rows import standing
from evaluation.model.in_use import in_use
from evaluation.model.people import known_as
from evaluation.model.prototype import Prototype

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the lead of a prototype is asked for in the month that begins on `month`."""

    prototype: str
    month: date
    boxes: int
    reminders: int
    questions: int
    guesses: int
    commitments: int

    @property
    def together(self) -> int:
        """All of it."""
        return self.boxes + self.reminders + self.questions + self.guesses + self.commitments


def asked_in_month(plan: Prototype, written: Written, today: date, *, guesses: Iterable[date] = ()) -> Asked:
    """What is asked in the month of `today`. `guesses` are the days until which a guess could be made."""
    month = today.replace(day=1)
    running = [monday for monday in mondays(month) if is_running(plan, written.decisions, monday)]
    return Asked(
        prototype=plan.id,
        month=month,
        boxes=len(running),
        reminders=sum(_was_quiet(plan, written, monday) for monday in running if monday <= today),
        questions=sum(_within(month, day) for day in _questions_due(plan, written.decisions)),
        guesses=sum(_within(month, day) and is_running(plan, written.decisions, day) for day in guesses),
        commitments=sum(_within(month, day) for day in _promised(plan, written)),
    )


def mondays(month: date) -> tuple[date, ...]:
    """The Mondays of the month that begins on `month`."""
    first = month + _DAY * (-month.weekday() % WEEK.days)
    return tuple(day for day in (first + WEEK * week for week in range(5)) if _within(month, day))


def _within(month: date, day: date) -> bool:
    return (day.year, day.month) == (month.year, month.month)


def _was_quiet(plan: Prototype, written: Written, on: date) -> bool:
    beat = rhythm(plan, written.entries, written.decisions, on)
    return beat is not None and beat.is_quiet(on)


def _questions_due(plan: Prototype, decisions: Iterable[DecisionStanding]) -> Iterator[date]:
    decisions = tuple(decisions)
    for question in plan.questions:
        day = question.due
        if day is not None and in_use(question, day) and is_running(plan, decisions, day):
            yield day


def _promised(plan: Prototype, written: Written) -> Iterator[date]:
    for row in standing(written.commitments):
        if known_as(row.noun.owner) == known_as(plan.lead) and row.noun.prototype == plan.id:
            yield row.noun.due
