"""What a group has to look at: days that went by without a decision, then planned looks and days to look again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation.learning import DecisionStanding
from evaluation.learning.due import Ask, Written, due
from evaluation.learning.rhythm import stopped_on
from evaluation.model.in_use import in_use
from evaluation.model.prototype import Prototype
from evaluation.programme.days import today
from evaluation.programme.decisions.asked_looks import fixed_looks
from evaluation.programme.handle import Programme
from evaluation.words import day
from evaluation.words.situations import NO_MEETING

_SHOWN: Final = 2
_LOOKS: Final = frozenset({Ask.LOOK, Ask.LOOK_AGAIN})
_Days = Sequence[tuple[date, str]]


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a group looks at. `missed` are days gone by on which nothing was decided since; empty without any."""

    missed: str
    coming: str


def coming_up(programme: Programme, decisions: Iterable[DecisionStanding]) -> Ahead:
    """What went by, the longest ago first, and the next days; with no day ahead, the question when the group meets."""
    now, decisions = today(programme), tuple(decisions)
    plans = [plan for plan in programme.declarations.prototypes if in_use(plan, now)]
    days = sorted({each for plan in plans for each in _days(programme, plan, decisions, now)})
    missed, ahead = [each for each in days if each[0] < now], [each for each in days if each[0] >= now]
    return Ahead(
        missed=f"{_said(missed, now)}." if missed else "",
        coming=f"To be looked at next: {_said(ahead[:_SHOWN], now)}." if ahead else NO_MEETING,
    )


def _said(days: _Days, now: date) -> str:
    """As in "9 December (Hub clinics), 10 December (One team) and 3 more"."""
    said = ", ".join(f"{day(on, now)} ({name})" for on, name in days[:_SHOWN])
    more = len(days) - _SHOWN
    return f"{said} and {more} more" if more > 0 else said


def _days(
    programme: Programme, plan: Prototype, decisions: Sequence[DecisionStanding], now: date
) -> Iterator[tuple[date, str]]:
    """The days that wait for the chair; where no look is planned, the one at the planned end too, until it comes."""
    name = plan.short_name or plan.name
    waiting = due(plan, Written(decisions=decisions), now)
    yield from ((each.on, name) for each in waiting if each.ask in _LOOKS)
    if not plan.planned_looks and stopped_on(plan, decisions) is None:
        yield from ((look.on, name) for look in fixed_looks(plan, programme.framework_of(plan)) if look.on >= now)
