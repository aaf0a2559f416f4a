"""Which version of a plan counts: the one that was agreed, with its numbered changes in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from evaluation.learning.rows import Row
from evaluation.model.agreeing import Agreement, PlanChange

A = TypeVar("A", bound=Row[Agreement])
C = TypeVar("C", bound=Row[PlanChange])


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

    The first agreement counts: from then on a plan changes by numbered changes alone.
    A change that does not begin where the one before it ended is none.
    """
    agreed = next((row for row in agreements if row.noun.prototype == prototype), None)
    if agreed is None:
        return None
    own = sorted((row for row in changes if row.noun.prototype == prototype), key=lambda row: row.noun.number)
    kept: tuple[C, ...] = ()
    last = agreed.noun.plan
    for row in own:
        if (row.noun.number, row.noun.before) == (len(kept) + 1, last):
            kept, last = (*kept, row), row.noun.after
    return AgreedPlan(agreed, kept)
