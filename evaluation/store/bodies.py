"""Nouns as bodies of ledger rows and back, with free text kept apart from them."""

from __future__ import annotations

import dataclasses
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from evaluation.model.agreeing import Adaptation, Agreement, PlanChange, StageMove, Tick
from evaluation.model.around import Commitment, Engagement, Risk
from evaluation.model.canonical import from_json, plain, to_json
from evaluation.model.choice import Draw, FrozenChoice
from evaluation.model.comparisons import StoredComparison
from evaluation.model.decisions import Confirmation, Decision
from evaluation.model.evidence import Evidence
from evaluation.model.learning import REMOVED, Acknowledgement, Answer, Entry, Redaction, Reply
from evaluation.model.leaving import Protection, Release
from evaluation.model.mapping import FileMapping
from evaluation.model.observations import Batch
from evaluation.model.place_facts import PlaceFacts
from evaluation.model.predictions import Prediction, Settlement
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story, Substantiation
from evaluation.problems import UsageError
from evaluation.store.sealing import salted

# What the ledger takes. Free text lies in the fields of these nouns, never deeper (a test holds it).
NOUNS: Final[Mapping[Kind, type[Any]]] = {
    Kind.ENTRY: Entry,
    Kind.ANSWER: Answer,
    Kind.DECISION: Decision,
    Kind.CONFIRMATION: Confirmation,
    Kind.REDACTION: Redaction,
    Kind.BATCH: Batch,
    Kind.COMPARISON: StoredComparison,
    Kind.CHOICE: FrozenChoice,
    Kind.DRAW: Draw,
    Kind.PLACES: PlaceFacts,
    Kind.ACKNOWLEDGEMENT: Acknowledgement,
    Kind.MAPPING: FileMapping,
    Kind.PROTECTION: Protection,
    Kind.RELEASE: Release,
    Kind.REPLY: Reply,
    Kind.STORY: Story,
    Kind.SUBSTANTIATION: Substantiation,
    Kind.EVIDENCE: Evidence,
    Kind.PREDICTION: Prediction,
    Kind.SETTLEMENT: Settlement,
    Kind.AGREEMENT: Agreement,
    Kind.CHANGE: PlanChange,
    Kind.ADAPTATION: Adaptation,
    Kind.STAGE: StageMove,
    Kind.TICK: Tick,
    Kind.COMMITMENT: Commitment,
    Kind.RISK: Risk,
    Kind.ENGAGEMENT: Engagement,
}
_KINDS: Final = {noun: kind for kind, noun in NOUNS.items()}


@dataclass(frozen=True, slots=True)
class Text:
    """One free text and the salt its digest was made with."""

    field: str
    salt: str
    text: str


def kind_of(noun: object) -> Kind:
    """The kind of row this noun becomes. Raises TypeError for what the ledger does not take."""
    if type(noun) not in _KINDS:
        raise TypeError(f"the ledger takes no {type(noun).__name__}")
    return _KINDS[type(noun)]


@cache
def free_text(kind: Kind) -> tuple[str, ...]:
    """The fields of this kind that hold what people typed."""
    return tuple(field.name for field in dataclasses.fields(NOUNS[kind]) if field.metadata.get("free_text"))


def take_apart(noun: object) -> tuple[str, tuple[Text, ...]]:
    """The body, with a salted digest in place of each free text, and the texts."""
    fields = [(name, getattr(noun, name)) for name in free_text(kind_of(noun))]
    texts = tuple(Text(name, secrets.token_hex(16), _storable(text)) for name, text in fields if text)
    return to_json({**plain(noun), **{text.field: salted(text.salt, text.text) for text in texts}}), texts


def put_together(kind: Kind, body: str, texts: Mapping[str, str]) -> Any:
    """The noun again; a text that was removed reads as `REMOVED`."""
    if not free_text(kind):
        return from_json(body)
    written = json.loads(body)
    missing = {name: REMOVED for name in free_text(kind) if name in written}
    return from_json(to_json({**written, **missing, **texts}))


def reference_of(kind: Kind, number: int, key: str | None) -> Reference:
    """`entry:12`; a comparison goes by the beginning of its fingerprint, which is its key."""
    return Reference(kind, key[:12] if kind is Kind.COMPARISON and key else str(number))


def _storable(text: str) -> str:
    """PostgreSQL takes neither the null character nor half of a surrogate pair; so neither store does."""
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise UsageError("The text holds a character that cannot be stored. Please type that part again.")
    return text
