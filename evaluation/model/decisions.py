"""Decisions: a draft until the chair confirms it; from then on replaced, never edited."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from evaluation.model.framework import Points
from evaluation.model.learning import FREE_TEXT
from evaluation.model.references import Reference


class DecisionState(StrEnum):
    """A draft may be corrected until the chair confirms; from then on it is replaced, never edited."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    REPLACED = "replaced"


class Verdict(StrEnum):
    """What a group decides: the four words, or to come back next time."""

    CARRY_ON = Points.CARRY_ON.value
    CHANGE = Points.CHANGE.value
    STOP = Points.STOP.value
    SPREAD = Points.SPREAD.value
    COME_BACK = "come_back_next_time"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a group decides about a prototype, why, on which notes and comparisons, and when it looks again.

    `pointed` is what the agreed rule pointed to on that day, None where it pointed
    nowhere; to decide otherwise takes `against_because` and a `second_name`. What
    stopping set free is in `released`.
    """

    prototype: str
    group: str
    verdict: Verdict
    on: date
    why: str = field(default="", metadata=FREE_TEXT)
    actions: str = field(default="", metadata=FREE_TEXT)
    actions_by: date | None = None
    look_again_on: date | None = None
    cites: tuple[Reference, ...] = ()
    replaces: Reference | None = None
    pointed: Points | None = None
    against_because: str = field(default="", metadata=FREE_TEXT)
    second_name: str = ""
    released: str = field(default="", metadata=FREE_TEXT)

    def __post_init__(self) -> None:
        """A decision other than coming back says why; nobody decides against the agreed rule alone."""
        if self.verdict is not Verdict.COME_BACK and not self.why.strip():
            raise ValueError("a decision says why")
        if self.is_against_the_rule and not (self.against_because.strip() and self.second_name.strip()):
            raise ValueError("a decision against the agreed rule says why, with the name of a second person")

    @property
    def is_against_the_rule(self) -> bool:
        """Whether the agreed rule pointed elsewhere. Coming back next time decides nothing yet."""
        return self.pointed is not None and self.verdict not in (Verdict.COME_BACK, Verdict(self.pointed.value))


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The chair's word that a draft decision stands as it was written."""

    decision: Reference
    on: date
