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


class Voice(StrEnum):
    """Whose words or experience it is. Practitioners are the workforce, and never count as families."""

    CHILD = "child"
    PARENT = "parent"
    PRACTITIONER = "practitioner"
    COMMUNITY = "community"


class Visible(StrEnum):
    """Who may see a note: whoever wrote it, the prototype's team, all who use the programme, or everybody."""

    ME = "only_me"
    TEAM = "my_team"
    GROUP = "the_group"
    PUBLISHED = "published"


class CycleStep(StrEnum):
    """The four steps of trying a change on a small scale (Deming; Langley and others, *The Improvement Guide*)."""

    PLAN = "plan"
    DO = "do"
    STUDY = "study"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Entry:
    """A note: what was noticed; and, when there was time, what was expected, made of it, and comes next.

    `by` is who wrote it, where somebody else brought it in from a form, and
    `form_answer` which answer of the form it was, so that the form can come again.
    `voice` says whose experience it is and `heard` of how many; `attached` holds
    addresses of what belongs to it, one a line; `cycle` is the number of the cycle a
    team counts, `step` where in it they are; `visited` is the place they went to learn
    from; with `asks_for_help` it waits for the sponsor.
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
    visible: Visible = Visible.GROUP
    voice: Voice | None = None
    heard: int | None = None
    attached: str = field(default="", metadata=FREE_TEXT)
    cycle: int | None = None
    step: CycleStep | None = None
    visited: str = field(default="", metadata=FREE_TEXT)
    asks_for_help: bool = False

    def __post_init__(self) -> None:
        """A note has its one sentence; "nothing new" has none; it is about a question or a link, or nothing yet."""
        if (self.kind is EntryKind.NOTE) != bool(self.noticed.strip()):
            raise ValueError("a note says what was noticed, and nothing new says nothing")
        if self.about is not None and self.about.kind not in (Kind.QUESTION, Kind.LINK):
            raise ValueError("a note is about a question or a link")
        if self.heard is not None and (self.voice is None or self.heard < 1):
            raise ValueError("how many were heard says whose voice, and is at least one")
        if (self.cycle is None) != (self.step is None):
            raise ValueError("a step belongs to a cycle, and a cycle is at a step")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a sponsor answered to a note that asks for help."""

    entry: Reference
    on: date
    text: str = field(default="", metadata=FREE_TEXT)

    def __post_init__(self) -> None:
        """An answer answers something, in words."""
        if self.entry.kind is not Kind.ENTRY:
            raise ValueError("a reply answers a note")
        if not self.text.strip():
            raise ValueError("a reply says something")


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
