"""What we learnt, what surprised us, what changed and what we do not know yet, between two dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation import store
from evaluation.learning.digest import Digest
from evaluation.learning.digest import digest as find_digest
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import BEFORE_ALL
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history
from evaluation.programme.learnt.digest_lines import DigestLine, Gathered
from evaluation.programme.releasing import release
from evaluation.words import digest as said

_MEETINGS: Final = 3  # further back, one knows the dates one wants


@dataclass(frozen=True, slots=True)
class DigestPage:
    """The digest of a programme: the sentence, and its four parts, each line by line.

    `meetings` are the last three days before `last` on which something was decided, the latest
    first; from `last_meeting` on it is gathered where nobody asks for other dates.
    """

    has_prototypes: bool
    first: date | None
    last: date
    meetings: tuple[date, ...]
    when: str
    sentence: str
    learnt: tuple[DigestLine, ...]
    surprised: tuple[DigestLine, ...]
    changed: tuple[DigestLine, ...]
    unknown: tuple[DigestLine, ...]

    @property
    def last_meeting(self) -> date | None:
        """The latest meeting; None where nothing was decided yet."""
        return next(iter(self.meetings), None)


def digest_page(
    programme: Programme,
    *,
    first: date | None = None,
    last: date | None = None,
    since_last_meeting: bool = False,
    prototype: str | None = None,
) -> Released[DigestPage]:
    """The digest from `first` (the beginning) to `last` (today), of one prototype or of all.

    Raises UsageError where `last` comes before `first`.
    """
    today = (programme.as_at or programme.clock()).date()
    known, last = history(programme), last or today
    met = last_meeting(known, last)
    first = met if since_last_meeting else first
    if first is not None and last < first:
        mend = "Give the earlier day first."
        raise UsageError(
            "The last day comes before the first.",
            [Problem("dates-out-of-order", f"{last} comes before {first}.", mend)],
        )
    plans = [programme.prototype(prototype)] if prototype else list(programme.declarations.prototypes)
    found = what_happened(programme, plans, known, first or BEFORE_ALL, last)
    gathered = Gathered(programme, plans, known, found)
    page = DigestPage(
        has_prototypes=bool(plans),
        first=first,
        last=last,
        meetings=meetings(known, last)[:_MEETINGS],
        when=said.since(first, last),
        sentence=said.headline(found, first),
        learnt=tuple(gathered.learnt()),
        surprised=tuple(gathered.surprised()),
        changed=tuple(gathered.changed()),
        unknown=tuple(gathered.unknown()),
    )
    return release(programme, page)


def meetings(known: History, today: date) -> tuple[date, ...]:
    """The days before `today` on which a group decided something, drafts among it, the latest first."""
    return tuple(sorted({each.decision.on for each in known.decisions if each.decision.on < today}, reverse=True))


def last_meeting(known: History, today: date) -> date | None:
    """The latest of them; None where there is none."""
    return next(iter(meetings(known, today)), None)


def what_happened(programme: Programme, plans: Sequence[Prototype], known: History, first: date, last: date) -> Digest:
    """The digest of these prototypes, from all that is stored."""
    return find_digest(
        plans,
        entries=known.entries,
        answers=known.answers,
        evidence=known.evidence,
        results=known.results,
        sources=known.sources,
        decisions=known.decisions,
        predictions=store.rows(programme.store, Kind.PREDICTION, as_at=programme.as_at),
        settlements=store.rows(programme.store, Kind.SETTLEMENT, as_at=programme.as_at),
        first=first,
        last=last,
    )
