"""What people wrote down and decided, row by row in the order recorded, as at the programme's time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from evaluation import store
from evaluation.learning import (
    DecisionStanding,
    Digest,
    LinkStanding,
    NoLonger,
    Shown,
    decision_standings,
    digest,
    first_versions,
    link_standings,
    no_longer,
    shown_once,
    standing,
)
from evaluation.learning.became import Became, became
from evaluation.model.decisions import DecisionState
from evaluation.model.evidence import Evidence
from evaluation.model.learning import REMOVED, Answer, Entry, Reply
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from evaluation.programme.days import BEFORE_ALL
from evaluation.programme.evidence.shows import shown
from evaluation.programme.handle import Programme
from evaluation.programme.seeing import is_masked, seen_rows
from evaluation.store import Stored


@dataclass(frozen=True, slots=True)
class History:
    """The notes and answers of a programme, corrections and all, and where its decisions stand.

    A note or story that whoever asks may not see is among them, so that the states come
    out the same, but its texts are not. `evidence` is what was said of steps and questions,
    `results` what the comparisons that evidence and answers cite show, as they were stored;
    one that shows nothing is not among them; `removed` are the rows whose text was taken out.
    """

    entries: tuple[Stored[Entry], ...]
    answers: tuple[Stored[Answer], ...]
    decisions: tuple[DecisionStanding, ...]
    evidence: tuple[Stored[Evidence], ...] = ()
    stories: tuple[Stored[Story], ...] = ()
    results: Mapping[Reference, Shown] = field(default_factory=dict)
    replies: tuple[Stored[Reply], ...] = ()
    removed: frozenset[Reference] = frozenset()

    @property
    def notes(self) -> tuple[Stored[Entry], ...]:
        """The notes as they stand, a correction in place of what it corrects; without those kept from view."""
        return tuple(row for row in shown_once(self.entries) if not is_masked(row.noun))

    @property
    def told(self) -> dict[Reference, Answer]:
        """Every answer by its reference."""
        return {row.reference: row.noun for row in self.answers}

    def links(self, plan: Prototype) -> dict[str, LinkStanding]:
        """Where each link of a plan stands, by its id."""
        return link_standings(
            plan, evidence=self.evidence, answers=self.answers, results=self.results, sources=self.sources
        )

    def no_longer(self, plan: Prototype, standing: LinkStanding) -> tuple[NoLonger[Stored[Evidence]], ...]:
        """What was said of a link of a plan and counts no more."""
        return no_longer(plan, standing, self.evidence, self.results)

    @property
    def became(self) -> dict[Reference, tuple[Became, ...]]:
        """What became of each note; without those nothing came of."""
        return became(
            self.entries,
            decisions=self.decisions,
            answers=self.answers,
            evidence=self.evidence,
            replies=self.replies,
        )

    @property
    def replies_to_notes(self) -> tuple[tuple[Stored[Entry], Stored[Reply]], ...]:
        """Each reply with the note it answers, as that stands; without replies to notes kept from view."""
        first = first_versions(self.entries)
        notes = {first[row.reference]: row for row in self.notes}
        answered = ((notes.get(first.get(row.noun.entry, row.noun.entry)), row) for row in standing(self.replies))
        return tuple((note, row) for note, row in answered if note is not None)

    @property
    def sources(self) -> tuple[Stored[Entry] | Stored[Story], ...]:
        """The notes and stories, corrections and all: what evidence may rest on beside comparisons.

        One whose text was removed says so here even where it is kept from view, so that
        it counts no more whoever asks.
        """
        rows: tuple[Stored[Any], ...] = (*self.entries, *self.stories)
        return tuple(_as_removed(row) if row.reference in self.removed else row for row in rows)

    def latest(self, source: Reference) -> Stored[Entry] | Stored[Story] | None:
        """The last correction of the note or story that began as `source`; None where it is neither."""
        first = first_versions(self.sources)
        return next((row for row in reversed(self.sources) if first[row.reference] == source), None)


def history(programme: Programme) -> History:
    """Read all of it."""
    entries, stories = (seen_rows(programme, kind) for kind in (Kind.ENTRY, Kind.STORY))
    answers, decisions, confirmations, evidence = (
        store.rows(programme.store, kind, as_at=programme.as_at)
        for kind in (Kind.ANSWER, Kind.DECISION, Kind.CONFIRMATION, Kind.EVIDENCE)
    )
    return History(
        entries,
        answers,
        _without_corrected(decisions, decision_standings(decisions, confirmations)),
        evidence,
        stories,
        _results(programme, evidence, answers),
        store.rows(programme.store, Kind.REPLY, as_at=programme.as_at),
        # What was taken out is gone whatever the time looked at.
        frozenset(row.noun.target for row in store.rows(programme.store, Kind.REDACTION)),
    )


def _as_removed(row: Stored[Any]) -> Stored[Any]:
    """A note or story without its text, where it had one."""
    text = "noticed" if row.reference.kind is Kind.ENTRY else "told"
    return replace(row, noun=replace(row.noun, **{text: REMOVED})) if getattr(row.noun, text) else row


def _results(
    programme: Programme, evidence: Iterable[Stored[Evidence]], answers: Iterable[Stored[Answer]]
) -> dict[Reference, Shown]:
    """What each comparison that is cited shows, as it was stored; without those that show nothing."""
    cited = {row.noun.rests_on for row in evidence} | {each for row in answers for each in row.noun.cites}
    found = {each: store.get(programme.store, each) for each in sorted(cited) if each.kind is Kind.COMPARISON}
    known = {each: shown(programme, row) for each, row in found.items() if row is not None}
    return {each: found for each, found in known.items() if found is not None}


def _without_corrected(
    rows: Iterable[Stored[object]], standings: Iterable[DecisionStanding]
) -> tuple[DecisionStanding, ...]:
    """A draft that was corrected gives way to its correction; a decision that was replaced stays, and says so."""
    corrected = {row.amends for row in rows}
    return tuple(
        each for each in standings if each.reference not in corrected or each.state is not DecisionState.REPLACED
    )


def what_was_learnt(plans: Sequence[Prototype], known: History, today: date) -> Digest:
    """What came of these prototypes from the beginning up to `today`."""
    return digest(
        plans,
        entries=known.entries,
        answers=known.answers,
        decisions=known.decisions,
        first=BEFORE_ALL,
        last=today,
        evidence=known.evidence,
        results=known.results,
        sources=known.sources,
    )
