"""Which version of a plan counts: the one that was agreed, with its numbered changes in order.

An agreement that was a mistake is taken back by a row with a reason, which amends it. It
stays in the history, and the plan is as if nobody had agreed it, until somebody does anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from evaluation.learning.rows import Row
from evaluation.model.agreeing import Agreement, PlanChange

A = TypeVar("A", bound=Row[Agreement])
C = TypeVar("C", bound=Row[PlanChange])
R = TypeVar("R", bound=Row[Agreement] | Row[PlanChange])


@dataclass(frozen=True, slots=True)
class AgreedPlan(Generic[A, C]):
    """The agreement of a plan, and the changes that were given a reason since, the first of them first."""

    agreement: A
    changes: tuple[C, ...] = ()

    @property
    def plans(self) -> tuple[str, ...]:
        """Every version by its fingerprint: as agreed, after the first change, and so on."""
        return (self.agreement.noun.plan, *(change.noun.after for change in self.changes))


def agreed_plan(agreements: Iterable[A], changes: Iterable[C], prototype: str) -> AgreedPlan[A, C] | None:
    """What was agreed of a prototype's plan; None where nobody has agreed it.

    The first agreement that stands counts: from then on a plan changes by numbered changes
    alone. A change that does not begin where the one before it ended is none.
    """
    agreements = tuple(agreements)
    gone = {agreed.reference for agreed, _ in agreements_taken_back(agreements, prototype)}
    said = (row for row in _own(agreements, prototype) if not row.noun.taken_back_because)
    agreed = next((row for row in said if row.reference not in gone), None)
    if agreed is None:
        return None
    own = sorted(_own(changes, prototype), key=lambda row: row.noun.number)
    kept: tuple[C, ...] = ()
    last = agreed.noun.plan
    for row in own:
        if (row.noun.number, row.noun.before) == (len(kept) + 1, last):
            kept, last = (*kept, row), row.noun.after
    return AgreedPlan(agreed, kept)


def agreements_taken_back(agreements: Iterable[A], prototype: str) -> tuple[tuple[A, A], ...]:
    """Each agreement of a prototype's plan that was taken back, with the row that did so, in the order recorded."""
    agreements = tuple(agreements)
    by = {row.amends: row for row in reversed(agreements) if row.noun.taken_back_because}
    return tuple((row, by[row.reference]) for row in _own(agreements, prototype) if row.reference in by)


def _own(rows: Iterable[R], prototype: str) -> Iterable[R]:
    return (row for row in rows if row.noun.prototype == prototype)
