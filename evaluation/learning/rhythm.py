"""The rhythm of a prototype: one box a week while it runs, and who has been quiet.

Before a prototype starts, and after its end or the decision to stop it, nobody is asked.
"Nothing new this week" is a word like any other. Whoever wrote it, a note on a
prototype counts for its lead: the week needs one, not one from each.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from evaluation.learning.decisions import DecisionStanding, current_decision
from evaluation.learning.rows import Row, standing
from evaluation.model.decisions import Verdict
from evaluation.model.in_use import in_use
from evaluation.model.learning import Entry
from evaluation.model.prototype import Prototype

WEEK: Final = timedelta(days=7)
# A note in each week, on whichever day of it, leaves at most 13 days between two: a Monday, then the Sunday after next.
QUIET_AFTER: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Where a running prototype stands: its last word, None before the first, and since when the next is waited for."""

    prototype: str
    last: date | None
    since: date

    @property
    def next_box(self) -> date:
        """The day on which the next note falls due."""
        return self.since + WEEK

    def is_quiet(self, today: date) -> bool:
        """Whether nothing was heard for `QUIET_AFTER`."""
        return self.since + QUIET_AFTER <= today


def rhythm(
    plan: Prototype, entries: Iterable[Row[Entry]], decisions: Iterable[DecisionStanding], today: date
) -> Rhythm | None:
    """The rhythm of a prototype on a day, from what was noted up to it; None where nobody is asked."""
    if plan.start is None or not is_running(plan, decisions, today):
        return None
    days = [row.noun.on for row in standing(entries) if row.noun.prototype == plan.id and row.noun.on <= today]
    last = max(days, default=None)
    return Rhythm(plan.id, last, max(plan.start, last or plan.start))


def is_running(plan: Prototype, decisions: Iterable[DecisionStanding], on: date) -> bool:
    """Whether a prototype runs on this day: begun, not ended, not stopped by a decision that holds, not retired."""
    if plan.start is None or on < plan.start or (plan.end is not None and plan.end < on) or not in_use(plan, on):
        return False
    return not is_stopped(plan, decisions, on)


def is_stopped(plan: Prototype, decisions: Iterable[DecisionStanding], on: date) -> bool:
    """Whether a prototype was stopped by this day, by a decision that holds."""
    stopped = stopped_on(plan, decisions)
    return stopped is not None and stopped <= on


def stopped_on(plan: Prototype, decisions: Iterable[DecisionStanding]) -> date | None:
    """The day of the decision that stopped it, where that is what holds now; to come back next time decides nothing."""
    decided = (each for each in decisions if each.decision.verdict is not Verdict.COME_BACK)
    current = current_decision(decided, plan.id)
    return current.decision.on if current and current.decision.verdict is Verdict.STOP else None
