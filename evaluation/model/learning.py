"""Learning and deciding: what people write down, agree and take out again.

Fields marked `FREE_TEXT` hold what people typed: the store keeps them apart from
the row, under a salted digest, so that they can be removed without breaking the
history. A field whose text was removed reads as `REMOVED`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from evaluation.model.prototype import Points
from evaluation.model.references import Kind, Reference

FREE_TEXT: Final[Mapping[str, bool]] = {"free_text": True}
REMOVED: Final = "[removed]"


class EntryKind(StrEnum):
    """A note says something; "nothing new this week" is an answer too."""

    NOTE = "note"
    NOTHING_NEW = "nothing_new"


class AnswerState(StrEnum):
    """Where a learning question stands."""

    OPEN = "open"
    ANSWERED = "answered"
    BOTH_WAYS = "evidence_both_ways"


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
class Entry:
    """A note: what was noticed; and, when there was time, what was expected, made of it, and comes next.

    `by` is who wrote it, where somebody else brought it in from a form, and
    `form_answer` which answer of the form it was, so that the form can come again.
    """

    prototype: str
    kind: EntryKind
    on: date
    noticed: str = field(default="", metadata=FREE_TEXT)
    expected: str = field(default="", metadata=FREE_TEXT)
    make_of_it: str = field(default="", metadata=FREE_TEXT)
    next_step: str = field(default="", metadata=FREE_TEXT)
    about: Reference | None = None
    area: str | None = None
    by: str = ""
    form_answer: str = ""

    def __post_init__(self) -> None:
        """A note has its one sentence; "nothing new" has none; it is about a question or a link, or nothing yet."""
        if (self.kind is EntryKind.NOTE) != bool(self.noticed.strip()):
            raise ValueError("a note says what was noticed, and nothing new says nothing")
        if self.about is not None and self.about.kind not in (Kind.QUESTION, Kind.LINK):
            raise ValueError("a note is about a question or a link")


@dataclass(frozen=True, slots=True)
class Answer:
    """What we know of a learning question so far, on which evidence.

    `supports` says what it means for the link the question is about: it holds
    (True), it looks wrong (False), or nothing either way (None).
    """

    prototype: str
    question: str
    state: AnswerState
    on: date
    text: str = field(default="", metadata=FREE_TEXT)
    cites: tuple[Reference, ...] = ()
    supports: bool | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a group decides about a prototype, why, on which notes and comparisons, and when it looks again."""

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

    def __post_init__(self) -> None:
        """A decision other than coming back says why."""
        if self.verdict is not Verdict.COME_BACK and not self.why.strip():
            raise ValueError("a decision says why")


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The chair's word that a draft decision stands as it was written."""

    decision: Reference
    on: date


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """That a warning was seen, and what is being done about it.

    `warning` is the figure that crossed (`measure:gld@E10000003/2018-19`), `level` the
    warning level of its measure. It answers for as long as the figures that follow cross too.
    """

    warning: Reference
    level: str
    on: date
    doing: str = field(default="", metadata=FREE_TEXT)

    def __post_init__(self) -> None:
        """Seen is not yet answered."""
        if self.warning.kind is not Kind.MEASURE:
            raise ValueError("a warning is about a figure of a measure")
        if not self.doing.strip():
            raise ValueError("an acknowledgement says what is being done")


@dataclass(frozen=True, slots=True)
class Redaction:
    """Text was removed from a row: which, why, and who agreed beside the actor."""

    target: Reference
    reason: str
    second_name: str

    def __post_init__(self) -> None:
        """Nobody removes text alone or without a reason."""
        if not self.reason.strip() or not self.second_name.strip():
            raise ValueError("removing text needs a reason and the name of a second person")
