"""Evidence for and against a link of the theory of change, or an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from evaluation.model.learning import FREE_TEXT
from evaluation.model.references import Kind, Reference


class Strength(StrEnum):
    """How much a piece of evidence can carry, the least first. What earns each is in `evaluation.learning.evidence`."""

    ONE_ACCOUNT = "one_account"
    SEVERAL_ACCOUNTS = "several_accounts"
    COUNTED = "counted"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a note, a story or a comparison says of a link or a question: it supports it, or it contradicts it.

    `strength` is what it can carry by the rubric; `why` says how it bears on what it is about.
    `although` says why it counts this way where the result it rests on speaks the other
    way, or a later one stands beside it. A row with `taken_back_because` takes back the
    row it amends, from its day on.
    """

    prototype: str
    about: Reference
    rests_on: Reference
    supports: bool
    strength: Strength
    on: date
    why: str = field(default="", metadata=FREE_TEXT)
    although: str = field(default="", metadata=FREE_TEXT)
    taken_back_because: str = field(default="", metadata=FREE_TEXT)

    def __post_init__(self) -> None:
        """Evidence is about a question or a link, and rests on something that is stored."""
        if self.about.kind not in (Kind.QUESTION, Kind.LINK):
            raise ValueError("evidence is about a question or a link")
        if self.rests_on.kind not in (Kind.ENTRY, Kind.STORY, Kind.COMPARISON):
            raise ValueError("evidence rests on a note, a story or a comparison")
        if self.strength is Strength.COMPARED and self.rests_on.kind is not Kind.COMPARISON:
            raise ValueError("only a comparison compares")
