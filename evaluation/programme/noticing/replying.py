"""Answer a note that asks for help: the sponsor's act."""

from __future__ import annotations

from datetime import date

from evaluation import store
from evaluation.model.learning import Entry, Reply
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.roles import Act, acting
from evaluation.programme.seeing import sees
from evaluation.store import Stored


def reply(programme: Programme, *, note: str, text: str, request_key: str, on: date | None = None) -> Released[Receipt]:
    """Keep what a sponsor answers to a note (`entry:12`). Raises UsageError; StoppedTextError for identifying text."""
    actor = acting(programme.actor, Act.ANSWER_HELP)
    asking = _asking(programme, exists(programme, note, Kind.ENTRY))
    if not text.strip():
        raise UsageError(
            "Write one sentence first.",
            [Problem("empty-note", "The answer is empty.", "Say what you will do, or who.")],
        )
    check_text({"Your answer": text})
    return keep(
        programme,
        Reply(asking.reference, not_to_come(programme, on), text.strip()),
        actor,
        "We have saved your answer. It stands beside the note.",
        request_key=request_key,
        plan=programme.prototype(asking.noun.prototype),
    )


def _asking(programme: Programme, note: Reference) -> Stored[Entry]:
    """The note, where this person may see it and it asks for help."""
    row = store.get(programme.store, note)
    if row is None or not sees(programme, row) or not row.noun.asks_for_help:
        raise UsageError(
            "Only a note that asks for help is answered.",
            [Problem("unknown-reference", f"{note} does not ask for help.", "Waiting for you lists those that do.")],
        )
    return row
