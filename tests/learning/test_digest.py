"""What was learnt, counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

import pytest

from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.digest import Digest, digest
from evaluation.model.decisions import Decision, DecisionState, Verdict
from evaluation.model.framework import StageId
from evaluation.model.learning import Answer, AnswerState, Entry, EntryKind
from evaluation.model.prototype import LearningQuestion, Link, Prototype, TheoryOfChange
from evaluation.model.references import Kind, Reference

T = TypeVar("T")
PLAN = Prototype(
    id="one-team", name="One team", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-", lead="-",
    questions=(LearningQuestion("q1", "-", link="first"), LearningQuestion("q2", "-", link="second")),
    theory_of_change=TheoryOfChange(links=(Link("first", "a", "b", "-"), Link("second", "b", "c", "-"))),
)  # fmt: skip


@dataclass(frozen=True)
class Kept(Generic[T]):
    reference: Reference
    noun: T
    amends: Reference | None = None


def note(number: int, on: date, *, prototype: str = "one-team", nothing: bool = False) -> Kept[Entry]:
    kind = EntryKind.NOTHING_NEW if nothing else EntryKind.NOTE
    return Kept(
        Reference(Kind.ENTRY, str(number)), Entry(prototype, kind, on, "" if nothing else "Families ring twice")
    )


def said(number: int, question: str, on: date, *, supports: bool) -> Kept[Answer]:
    noun = Answer("one-team", question, AnswerState.ANSWERED, on, "-", supports=supports)
    return Kept(Reference(Kind.ANSWER, str(number)), noun)


def decision(number: int, on: date | None, *cites: Reference) -> DecisionStanding:
    state = DecisionState.DRAFT if on is None else DecisionState.CONFIRMED
    taken = Decision("one-team", "g", Verdict.CHANGE, date(2026, 3, 1), "-", cites=cites)
    return DecisionStanding(Reference(Kind.DECISION, str(number)), taken, state, on)


def test_quarter_is_counted_by_hand() -> None:
    counted = digest(
        [PLAN],
        entries=[
            note(1, date(2025, 12, 31)),
            note(2, date(2026, 1, 1)),
            note(3, date(2026, 3, 31), nothing=True),
            note(4, date(2026, 2, 1), prototype="other"),
            note(5, date(2026, 4, 1)),
        ],
        answers=[
            said(
                1, "q1", date(2025, 12, 1), supports=True
            ),  # answered before: it comes to look wrong, not answered anew
            said(2, "q1", date(2026, 2, 1), supports=False),
            said(3, "q2", date(2026, 3, 31), supports=True),
            said(4, "q2", date(2026, 4, 1), supports=False),  # after the last day
        ],
        decisions=[
            decision(1, date(2026, 3, 12), Reference(Kind.ANSWER, "2")),
            decision(2, date(2026, 3, 12), Reference(Kind.COMPARISON, "9f2c41d0")),
            decision(3, None, Reference(Kind.ENTRY, "2")),
        ],
        first=date(2026, 1, 1),
        last=date(2026, 3, 31),
    )
    assert counted == Digest(
        date(2026, 1, 1), date(2026, 3, 31), notes=1, nothing_new=1, answered=1, changed_our_mind=1, decisions=2,
        decisions_using=1,
    )  # fmt: skip


def test_days_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(ValueError, match="comes before"):
        digest([], entries=[], answers=[], decisions=[], first=date(2026, 2, 1), last=date(2026, 1, 1))
