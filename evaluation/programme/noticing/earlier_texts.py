"""What a note said before it was corrected: as far as this person may see it, and as nobody took it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from evaluation.model.learning import REMOVED, Entry
from evaluation.model.references import Reference
from evaluation.programme.seeing import is_masked
from evaluation.store import Stored
from evaluation.words.notes import before_corrected

_TEXTS: Final = ("noticed", "expected", "make_of_it", "next_step", "visited")


def earlier_texts(row: Stored[Entry], versions: Mapping[Reference, Stored[Entry]]) -> Iterator[tuple[str, str]]:
    """Each text that a later version took away or changed, the latest first; what was only added to is not among them.

    `versions` are all notes by reference, corrections and all.
    """
    while row.amends is not None and (before := versions.get(row.amends)) is not None:
        if not is_masked(before.noun):
            heading = before_corrected(row.actor.name, row.recorded_at.date())
            yield from ((heading, text) for text in _gone(before.noun, row.noun))
        row = before


def _gone(before: Entry, after: Entry) -> Iterator[str]:
    for field in _TEXTS:
        text = getattr(before, field)
        if text not in ("", REMOVED, getattr(after, field)):
            yield text
