"""What became of notes: what each was used for, and when. The one rule for pages, reminders and papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.rows import Row, first_versions, standing
from evaluation.learning.taken_back import still_said
from evaluation.model.evidence import Evidence
from evaluation.model.learning import REMOVED, Answer, Entry, Reply
from evaluation.model.references import Reference


class Use(StrEnum):
    """What a note may be used for, the weightiest first."""

    DECISION = "decision"
    ANSWER = "answer"
    EVIDENCE = "evidence"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class Became:
    """One thing that came of a note: the use, what used it, and on which day."""

    use: Use
    by: Reference
    on: date


def became(
    entries: Iterable[Row[Entry]],
    *,
    decisions: Iterable[DecisionStanding],
    answers: Iterable[Row[Answer]],
    evidence: Iterable[Row[Evidence]],
    replies: Iterable[Row[Reply]],
) -> dict[Reference, tuple[Became, ...]]:
    """What became of each note, the weightiest use first and of one use the latest; notes nothing came of are left out.

    A draft has used nothing yet; a decision that was replaced has. What was used of one
    wording of a note was used of its corrections too, and of what they correct.
    """
    first = first_versions(entries)
    found: dict[Reference, dict[Became, None]] = {}  # what cites two wordings of a note uses it once
    for note, use in _uses(decisions, answers, evidence, replies):
        if note in first:
            found.setdefault(first[note], {})[use] = None
    came = {note: tuple(sorted(uses, key=_weight)) for note, uses in found.items()}
    return {note: came[original] for note, original in first.items() if original in came}


def _uses(
    decisions: Iterable[DecisionStanding],
    answers: Iterable[Row[Answer]],
    evidence: Iterable[Row[Evidence]],
    replies: Iterable[Row[Reply]],
) -> Iterator[tuple[Reference, Became]]:
    """Each use with what it used. An answer or a reply whose text was removed tells nobody anything any more."""
    for each in decisions:
        if each.confirmed_on is not None:
            for cited in dict.fromkeys(each.decision.cites):
                yield cited, Became(Use.DECISION, each.reference, each.decision.on)
    for answer in standing(answers):
        if answer.noun.text != REMOVED:
            for cited in dict.fromkeys(answer.noun.cites):
                yield cited, Became(Use.ANSWER, answer.reference, answer.noun.on)
    for weighed in still_said(evidence):
        yield weighed.noun.rests_on, Became(Use.EVIDENCE, weighed.reference, weighed.noun.on)
    for reply in standing(replies):
        if reply.noun.text != REMOVED:
            yield reply.noun.entry, Became(Use.REPLY, reply.reference, reply.noun.on)


def _weight(use: Became) -> tuple[int, int]:
    return list(Use).index(use.use), -use.on.toordinal()
