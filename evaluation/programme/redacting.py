"""Take out text that should never have been written; the rows and the chain stay."""

from __future__ import annotations

from evaluation import store
from evaluation.model.learning import Redaction
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.recording import Receipt, check_text
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting


def redact(programme: Programme, *, target: str, reason: str, second_name: str, request_key: str) -> Released[Receipt]:
    """Remove every text of a stored row, for good, and of the rows it corrects or that correct it.

    Needs an officer, a reason and the name of a second person. Raises UsageError.
    """
    actor = acting(programme.actor, Act.REMOVE_TEXT)
    if not reason.strip() or not second_name.strip() or second_name.strip().casefold() == actor.name.casefold():
        raise UsageError(
            "Two people take out text together.",
            [Problem("needs-second-name", "The reason or the second person is missing.", "Give both.")],
        )
    check_text({"Reason": reason})
    reference = exists(programme, target)
    for version in _versions(programme, reference):
        store.redact(
            programme.store,
            Redaction(version, reason.strip(), second_name.strip()),
            actor,
            at=programme.clock(),
            request_key=f"{request_key}:{version}",
        )
    return release(programme, Receipt(reference, "The text is gone for good. That it was there is still on record."))


def _versions(programme: Programme, reference: Reference) -> tuple[Reference, ...]:
    """The row with all its earlier and later corrections: each of them holds the words, or most of them."""
    rows = store.rows(programme.store, reference.kind)
    pairs = [(row.reference, row.amends) for row in rows if row.amends is not None]
    found = {reference}
    while more := {end for pair in pairs if found.intersection(pair) for end in pair} - found:
        found |= more
    return tuple(sorted(found, key=lambda one: int(one.key)))
