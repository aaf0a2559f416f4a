"""What lies ahead of a group: planned looks, and days on which a decision is looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from evaluation.learning import DecisionStanding, current_decision
from evaluation.model.in_use import in_use
from evaluation.model.prototype import Prototype
from evaluation.programme.days import today
from evaluation.programme.decisions.asked_looks import fixed_looks
from evaluation.programme.handle import Programme
from evaluation.words import day
from evaluation.words.situations import NO_MEETING

_SHOWN: Final = 2


def coming_up(programme: Programme, decisions: Iterable[DecisionStanding]) -> str:
    """The next days on which something is looked at; where there is none, the question when the group meets."""
    now, decisions = today(programme), tuple(decisions)
    plans = [plan for plan in programme.declarations.prototypes if in_use(plan, now)]
    ahead = sorted({each for plan in plans for each in _days(programme, plan, decisions) if each[0] >= now})
    if not ahead:
        return NO_MEETING
    said = [f"{day(on, now)} ({name})" for on, name in ahead[:_SHOWN]]
    return f"To be looked at next: {', '.join(said)}."


def _days(programme: Programme, plan: Prototype, decisions: Iterable[DecisionStanding]) -> Iterator[tuple[date, str]]:
    name = plan.short_name or plan.name
    yield from ((look.on, name) for look in fixed_looks(plan, programme.framework_of(plan)))
    stands = current_decision(decisions, plan.id)
    if stands is not None and stands.decision.look_again_on is not None:
        yield stands.decision.look_again_on, name
