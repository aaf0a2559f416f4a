"""What has to be in place, by when: what is ready and what is late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from evaluation.learning.rows import Row
from evaluation.learning.ticks import ticked
from evaluation.model.agreeing import Listed, Tick
from evaluation.model.in_use import in_use
from evaluation.model.prototype import Prototype, ReadinessItem

T = TypeVar("T", bound=Row[Tick])


class Readiness(StrEnum):
    """Where one thing stands: late from the day after it had to be in place until it is."""

    READY = "ready"
    LATE = "late"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class ReadinessStanding(Generic[T]):
    """One thing that has to be in place, by which day (None where neither it nor the start has one), and the tick."""

    item: ReadinessItem
    due: date | None
    state: Readiness
    tick: T | None = None


def readiness(plan: Prototype, ticks: Iterable[T], today: date) -> tuple[ReadinessStanding[T], ...]:
    """Each item of the plan's list that is not retired, in the order declared. A tick under a former id counts."""
    renamed = {old: item.id for item in plan.readiness for old in item.formerly}
    done = ticked(ticks, plan.id, Listed.READINESS, renamed)
    items = [item for item in plan.readiness if in_use(item, today)]
    return tuple(_standing(item, item.due or plan.start, done.get(item.id), today) for item in items)


def _standing(item: ReadinessItem, due: date | None, tick: T | None, today: date) -> ReadinessStanding[T]:
    if tick is not None:
        return ReadinessStanding(item, due, Readiness.READY, tick)
    is_late = due is not None and due < today
    return ReadinessStanding(item, due, Readiness.LATE if is_late else Readiness.TO_COME)
