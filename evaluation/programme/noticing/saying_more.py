"""Say more on one's own note when there is time: what was expected, what one makes of it, what comes next."""

from __future__ import annotations

from evaluation import store
from evaluation.model.learning import EntryKind
from evaluation.model.references import Kind
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.noticing.noting import add_note
from evaluation.programme.receipts import Receipt
from evaluation.programme.roles import Act, acting
from evaluation.programme.seeing import whose


def say_more(
    programme: Programme, *, note: str, request_key: str, expected: str = "", make_of_it: str = "", next_step: str = ""
) -> Released[Receipt]:
    """Amend a note with the further boxes; one left empty stays as it was. Raises UsageError, StoppedTextError."""
    actor = acting(programme.actor, Act.WRITE_NOTES)
    row = store.get(programme.store, exists(programme, note, Kind.ENTRY))
    if row is None or whose(row) != actor.id or row.noun.kind is not EntryKind.NOTE:
        problem = Problem("not-allowed", f"{note} is not a note of {actor.name}.", "Add a note of your own.")
        raise UsageError("Only your own note can be added to.", [problem])
    entry = row.noun
    return add_note(
        programme,
        prototype=entry.prototype,
        expected=expected.strip() or entry.expected,
        make_of_it=make_of_it.strip() or entry.make_of_it,
        next_step=next_step.strip() or entry.next_step,
        amends=note,
        request_key=request_key,
    )
