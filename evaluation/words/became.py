"""What became of a note, in words: the same on its page, in the list of one's own, and in a reminder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from evaluation.learning.became import Became, Use
from evaluation.words.capitals import capital
from evaluation.words.dates import day

USES: Final[Mapping[Use, str]] = {
    Use.DECISION: "used in the decision of {day}",
    Use.ANSWER: "used in the answer of {day}",
    Use.EVIDENCE: "counted as evidence on {day}",
    Use.REPLY: "answered by the sponsor on {day}",
}


def became(found: Iterable[Became]) -> str:
    """As in "Used in the decision of 12 March 2026."; empty where nothing came of it. Of each use the latest."""
    return " ".join(f"{capital(said)}." for said in _said(found))


def became_of(note_on: date, found: Sequence[Became], today: date | None = None) -> str:
    """As in "Your note of 4 March was used in the decision of 12 March."; empty where nothing came of it."""
    said = _said(found, today)
    subjects = (f"Your note of {day(note_on, today)}", *["It"] * len(said))
    return " ".join(f"{subject} was {each}." for subject, each in zip(subjects, said, strict=False))


def _said(found: Iterable[Became], today: date | None = None) -> list[str]:
    """One clause a use. The first of each is the latest, as `learning.became` orders them."""
    latest: dict[Use, date] = {}
    for each in found:
        latest.setdefault(each.use, each.on)
    return [USES[use].format(day=day(on, today)) for use, on in latest.items()]
