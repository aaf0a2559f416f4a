"""Take out text that should never have been written; the rows and the chain stay."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final

from evaluation import store
from evaluation.model.learning import REMOVED, Redaction
from evaluation.model.people import Actor, known_as
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.receipts import Receipt
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting
from evaluation.store import Stored

# So many words of the text in a row say it again.
_AGAIN: Final = 3
# Shorter texts stand everywhere: "yes", "no change".
_WORTH_LOOKING_FOR: Final = 12  # characters


def redact(programme: Programme, *, target: str, reason: str, second_name: str, request_key: str) -> Released[Receipt]:
    """Remove every text of a stored row, for good, and of the rows it corrects or that correct it.

    Needs an officer, a reason and the name of a second person. Where the same words
    stand in other rows too, those are named. Raises UsageError; and StoreError where a
    copy still lingers in the database's files, which the same act again clears.
    """
    actor = acting(programme.actor, Act.REMOVE_TEXT)
    _check_second(actor, reason, second_name)
    check_text({"Reason": reason, "Second person": second_name})
    versions = _versions(programme, exists(programme, target))
    texts = {text for row in versions for text in _typed(row.noun)}
    if any(_says_again(reason, text) for text in texts):
        raise UsageError(
            "The reason would keep what is to be removed.",
            [Problem("repeats-the-text", "The reason repeats the text.", "Say why without repeating it.")],
        )
    for row in versions:
        store.redact(
            programme.store,
            Redaction(row.reference, reason.strip(), second_name.strip()),
            actor,
            at=programme.clock(),
            request_key=f"{request_key}:{row.reference}",
        )
    said = f"The text is gone for good. That it was there stays in the history.{_elsewhere(programme, texts, versions)}"
    return release(programme, Receipt(versions[0].reference, said))


def _check_second(actor: Actor, reason: str, second_name: str) -> None:
    if not reason.strip() or not second_name.strip() or known_as(second_name) == known_as(actor.name):
        raise UsageError(
            "Two people take out text together.",
            [Problem("needs-second-name", "The reason or the second person is missing.", "Give both.")],
        )


def _versions(programme: Programme, reference: Reference) -> tuple[Stored[Any], ...]:
    """The row with all its earlier and later corrections: each of them holds the words, or most of them."""
    rows = {row.reference: row for row in store.rows(programme.store, reference.kind)}
    pairs = [(row.reference, row.amends) for row in rows.values() if row.amends is not None]
    found = {reference}
    while more := {end for pair in pairs if found.intersection(pair) for end in pair} - found:
        found |= more
    return tuple(row for row in rows.values() if row.reference in found)


def _typed(noun: Any) -> Iterator[str]:
    """What somebody typed into this."""
    for field in dataclasses.fields(noun):
        text = getattr(noun, field.name)
        if field.metadata.get("free_text") and text and text != REMOVED:
            yield text


def _says_again(reason: str, text: str) -> bool:
    """Whether a reason holds some words of the text in a row, or all of a shorter one."""
    words, said = text.casefold().split(), f" {' '.join(reason.casefold().split())} "
    runs = (words[place : place + _AGAIN] for place in range(max(len(words) - _AGAIN, 0) + 1))
    return any(f" {' '.join(run)} " in said for run in runs)


def _elsewhere(programme: Programme, texts: Iterable[str], versions: Iterable[Stored[Any]]) -> str:
    """Where the same words stand as well: the actions of a decision are commitments too. Names rows, never words."""
    removed = {row.reference for row in versions}
    actions = {row.reference for row in store.rows(programme.store, Kind.COMMITMENT) if row.noun.decision in removed}
    found: Collection[Reference] = actions | {
        row.reference
        for text in texts
        if len(text) >= _WORTH_LOOKING_FOR
        for row in store.search(programme.store, text)
    }
    if not found:
        return ""
    return f" The same words also stand in {', '.join(sorted(map(str, found)))}: look at each."
