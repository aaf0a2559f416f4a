"""What makes two notes one, by whichever door they came: the page, the command line or the file of a form.

Whose it is, of which day, about which prototype, and every word: spaces, line ends
and the way an accent is coded do not count. The same words on another day, or by
another person, are another note. "Nothing new this week" is one a week.
"""

from __future__ import annotations

import unicodedata

from evaluation.model.learning import Entry, EntryKind
from evaluation.model.people import known_as


def identity(entry: Entry, who: str) -> tuple[object, ...]:
    """Equal for two notes that are one; `who` is the name of whoever noticed it."""
    on: object = entry.on
    if entry.kind is EntryKind.NOTHING_NEW:
        on = entry.on.isocalendar()[:2]
    words = (entry.noticed, entry.expected, entry.make_of_it, entry.next_step)
    return (entry.prototype, known_as(who), on, entry.kind, *map(_folded, words))


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
