"""Nouns to store, and short ways to store them."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from evaluation.model.codes import Reason
from evaluation.model.comparisons import Comparison, StoredComparison
from evaluation.model.decisions import Decision, Verdict
from evaluation.model.framework import StageId
from evaluation.model.learning import Answer, AnswerState, Entry, EntryKind, Redaction
from evaluation.model.observations import Batch, Observation, Status
from evaluation.model.people import Actor, Role
from evaluation.model.places import Period, PeriodKind, add_months
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.results import Refusal
from evaluation.model.theory import LearningQuestion
from evaluation.store import Store, Stored, append, append_batch, dump, redact

PROGRAMME = "better-start"
ANN = Actor("ann", "Ann Abara", Role.LEAD)
BEN = Actor("ben", "Ben Bright", Role.CHAIR, verified=True)
NOON = datetime(2026, 6, 3, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

PLAN = Prototype(
    id="one-team",
    name="One team",
    framework=PROGRAMME,
    stage=StageId.GENERATE,
    what="One team round the family",
    where="Two reach areas",
    for_whom="Families expecting a child",
    lead="Ann Abara",
    questions=(LearningQuestion("who-to-call", "Do families know whom to call?"),),
)
DECISION = Decision("one-team", "steering", Verdict.CHANGE, date(2026, 6, 3), why="Too few families came.")
ANSWER = Answer("one-team", "who-to-call", AnswerState.ANSWERED, date(2026, 6, 3), text="Most do.")


def note(noticed: str = "Three families came back.", prototype: str = "one-team", make_of_it: str = "") -> Entry:
    return Entry(prototype, EntryKind.NOTE, date(2026, 6, 3), noticed=noticed, make_of_it=make_of_it)


def add(store: Store, noun: Entry | Decision | Answer, request_key: str, at: datetime = NOON) -> Stored[object]:
    return append(store, noun, ANN, at=at, request_key=request_key)


def figures(areas: int = 2, months: int = 3, value: float = 0.25) -> list[Observation]:
    periods = [Period.starting(add_months(date(2025, 1, 1), month), PeriodKind.MONTH) for month in range(months)]
    return [
        Observation("reviews", f"Z{area:08d}", period, Status.REPORTED, value, 10, 40, sheet="Data", row=2 + number)
        for area in range(areas)
        for number, period in enumerate(periods)
    ]


def add_figures(
    store: Store, observations: Sequence[Observation], request_key: str, at: datetime = NOON
) -> Stored[Batch]:
    count = len(observations)
    batch = Batch(f"{request_key}.csv", f"sha-of-{request_key}", "tidy", count, count, 0, 0, count, 0, 0)
    return append_batch(store, batch, observations, ANN, at=at, request_key=request_key)


def compared(fingerprint: str = "9f2c41d0" * 8) -> StoredComparison:
    refusal = Refusal("area-change", Reason.NOT_STARTED, "It has not started.", "A start date.")
    batches = (Reference.parse("batch:1"),)
    return StoredComparison(fingerprint, "one-team", "reviews", "0" * 64, batches, False, Comparison(refusal))


def removal(of: Reference) -> Redaction:
    return Redaction(of, "It named a child.", "Ben Bright")


def dumped(store: Store) -> str:
    stream = io.StringIO()
    dump(store, stream)
    return stream.getvalue()


def fill(store: Store) -> None:
    """One of everything: four notes and decisions, a batch, a comparison; something in every table."""
    append(store, note("Ann's first note."), ANN, at=NOON, request_key="1", plan=PLAN)
    add(store, note("A second note."), "2", NOON + MINUTE)
    add_figures(store, figures(), "3", NOON + 2 * MINUTE)
    add(store, DECISION, "4", NOON + 3 * MINUTE)
    append(store, compared(), BEN, at=NOON + 4 * MINUTE, request_key="5", plan=PLAN)


def file_of(url: str) -> Path:
    """The file of a SQLite address."""
    return Path(url.removeprefix("sqlite:///"))


def full(store: Store) -> str:
    """Fill a store with one of everything, odd characters and a removal among them; its dump."""
    fill(store)
    target = add(store, note("Line one\r\nline two\u2028three \U0001f600", make_of_it="\\u0000"), "odd").reference
    add(store, note("To be removed."), "gone", NOON + 5 * MINUTE)
    redact(store, removal(target), ANN, at=NOON + 6 * MINUTE, request_key="removal")
    add(store, note("Line one\r\nline two\u2028three \U0001f600", make_of_it="\\u0000"), "odd again")
    return dumped(store)


def sealed_anew(lines: list[str]) -> str:
    """The lines of a dump with a last line that agrees with them."""
    text = "".join(f"{line}\n" for line in lines)
    end = json.dumps({"rows": len(lines) - 1, "sha256": hashlib.sha256(text.encode()).hexdigest()})
    return f"{text}{end}\n"
