"""A plan that was agreed, its changes since, the stages it went through, and what was ticked off on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from evaluation.model.framework import StageId
from evaluation.model.learning import FREE_TEXT
from evaluation.model.measure import Polarity, Scale
from evaluation.model.prototype import Prototype


@dataclass(frozen=True, slots=True)
class Terms:
    """What of a measure decides how its results are judged; the framework declares it, for all prototypes."""

    measure: str
    scale: Scale
    polarity: Polarity
    lag: int = 0
    worthwhile: float | None = None


@dataclass(frozen=True, slots=True)
class LockedPlan(Prototype):
    """A plan as it was agreed, or changed for a reason: with how its measures were judged then."""

    terms: tuple[Terms, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """The sponsor's word that a plan, by its fingerprint, is agreed: from then on it is locked.

    A row with `taken_back_because` takes back the row it amends, which was a mistake.
    """

    prototype: str
    plan: str
    on: date
    taken_back_because: str = field(default="", metadata=FREE_TEXT)


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A change to an agreed plan, numbered from 1: which plan became which, and why."""

    prototype: str
    number: int
    before: str
    after: str
    on: date
    why: str = field(default="", metadata=FREE_TEXT)

    def __post_init__(self) -> None:
        """An agreed plan changes for a reason, into another one."""
        if not self.why.strip():
            raise ValueError("a change to an agreed plan says why")
        if self.number < 1 or self.before == self.after:
            raise ValueError("a change has a number from 1 on, and leads to another plan")


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What is done another way in one area, and why."""

    prototype: str
    area: str
    on: date
    what: str = field(default="", metadata=FREE_TEXT)
    why: str = field(default="", metadata=FREE_TEXT)

    def __post_init__(self) -> None:
        """An adaptation says what and why."""
        if not self.what.strip() or not self.why.strip():
            raise ValueError("an adaptation says what is done another way, and why")


@dataclass(frozen=True, slots=True)
class StageMove:
    """A prototype went from one stage to another, or back; and why."""

    prototype: str
    to: StageId
    on: date
    came_from: StageId | None = None
    why: str = field(default="", metadata=FREE_TEXT)


class Listed(StrEnum):
    """The declared lists that are ticked off."""

    STAGE = "stage"
    READINESS = "readiness"


@dataclass(frozen=True, slots=True)
class Tick:
    """That one item of a declared list is done, or is not any more. `item` is its id, or its text where it has none."""

    prototype: str
    listed: Listed
    item: str
    is_done: bool
    on: date
