"""Around a prototype: what was promised and by when, what could go wrong, and who was heard.

A later state of a commitment or a risk is a new row that amends the earlier one.
Who promised, and how and where from somebody was heard, is typed too, so it can be removed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from evaluation.model.learning import FREE_TEXT, Voice
from evaluation.model.references import Kind, Reference


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody said they would do, by when; perhaps as an action of a decision. Done on the day `done_on` says.

    `on` is the day this was said: that of a later state is a later day.
    """

    due: date
    on: date
    what: str = field(default="", metadata=FREE_TEXT)
    owner: str = field(default="", metadata=FREE_TEXT)
    prototype: str | None = None
    group: str | None = None
    decision: Reference | None = None
    done_on: date | None = None

    def __post_init__(self) -> None:
        """It says what, and who does it; an action is one of a decision."""
        if not self.what.strip() or not self.owner.strip():
            raise ValueError("a commitment says what, and who does it")
        if self.decision is not None and self.decision.kind is not Kind.DECISION:
            raise ValueError("an action is one of a decision")


class Rating(StrEnum):
    """How likely a risk is, and how bad it would be."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Risk:
    """What could go wrong, how likely and how bad that is, and what is done about it; closed on the day it says."""

    prototype: str
    likelihood: Rating
    impact: Rating
    on: date
    what: str = field(default="", metadata=FREE_TEXT)
    owner: str = field(default="", metadata=FREE_TEXT)
    response: str = field(default="", metadata=FREE_TEXT)
    closed_on: date | None = None

    def __post_init__(self) -> None:
        """It says what could go wrong, and who looks after it."""
        if not self.what.strip() or not self.owner.strip():
            raise ValueError("a risk says what could go wrong, and who looks after it")


@dataclass(frozen=True, slots=True)
class Engagement:
    """Who was heard, how many and where; how (a focus group, a survey), and what they said.

    `voice` keeps the workforce apart from families. `prototype` is None where it was about
    the programme; `is_about` says that the number was not counted: "about 150".
    """

    voice: Voice
    heard: int
    on: date
    how: str = field(default="", metadata=FREE_TEXT)
    area: str | None = None
    prototype: str | None = None
    said: str = field(default="", metadata=FREE_TEXT)
    source: str = field(default="", metadata=FREE_TEXT)
    is_about: bool = False

    def __post_init__(self) -> None:
        """Somebody was heard, in some way."""
        if self.heard < 1 or not self.how.strip():
            raise ValueError("it says how many were heard, and how")
