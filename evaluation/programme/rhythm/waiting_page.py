"""Waiting for you: what is this person's turn, what comes next, and what became of their notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from evaluation.learning.commitments import SOON
from evaluation.learning.due import Ask, Written
from evaluation.model.people import Actor, Role, known_as
from evaluation.model.release import Released
from evaluation.problems import UsageError
from evaluation.programme.days import today as today_of
from evaluation.programme.figures.warning_levels import acknowledgements, standing, state_of
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history
from evaluation.programme.noticing.notes_page import NoteLine, note_lines
from evaluation.programme.releasing import release
from evaluation.programme.rhythm.asking import asked_now
from evaluation.programme.rhythm.turns import Turn, turns, written_down
from evaluation.programme.roles import Act, may
from evaluation.programme.seeing import whose
from evaluation.words import day
from evaluation.words.became import became_of
from evaluation.words.rhythm import asked_of_you, next_one, waits, warnings_wait
from evaluation.words.warning_levels import WarningState

_NOTES: int = 5  # own notes of which the page says what became


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """What a sponsor answered to this person's note: of which day the note was, who answered and when, and what."""

    note_on: str
    who: str
    on: str
    text: str


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """What waits for one person. `help` are the notes they are asked to answer; `now` and `soon` all the rest.

    `next` says what comes after, where nothing waits; `became` what came of their own
    notes, `replies` what sponsors answered to them; `asks` how much is asked of them.
    `may_remind_of` has the prototypes of which they may send reminders, "" standing for none.
    """

    headline: str
    help: tuple[NoteLine, ...]
    now: tuple[Turn, ...]
    soon: tuple[Turn, ...]
    next: str
    warnings: str
    replies: tuple[ReplyLine, ...]
    became: tuple[str, ...]
    asks: tuple[str, ...]
    may_remind_of: tuple[str, ...]


def waiting_page(programme: Programme) -> Released[WaitingPage]:
    """What waits for whoever is here. Raises UsageError where nobody said who they are."""
    actor = programme.actor
    if actor is None:
        raise UsageError("Say who you are first.")
    known, today = history(programme), today_of(programme)
    written = written_down(programme, known)
    mine = _turns(programme, written, actor, today)
    asking = _asking_for_help(programme, known, mine)
    now = tuple(turn for turn in mine if turn.due.on <= today and turn.due.ask is not Ask.HELP)
    later = sorted((turn for turn in mine if turn.due.on > today), key=lambda turn: turn.due.on)
    warnings = _warnings(programme) if actor.role is Role.OFFICER else ""
    things = len(now) + len(asking) + bool(warnings)
    page = WaitingPage(
        headline=waits(things),
        help=asking,
        now=now,
        soon=tuple(turn for turn in later if turn.due.on <= today + SOON),
        next="" if things else next_one(later[0].sentence if later else ""),
        warnings=warnings,
        replies=tuple(_replies(known, actor)),
        became=_became(known, actor, today),
        asks=tuple(_asks(programme, written, actor)),
        may_remind_of=_may_remind_of(programme, actor),
    )
    return release(programme, page)


def _turns(programme: Programme, written: Written, actor: Actor, today: date) -> list[Turn]:
    """Whatever is this person's turn. Figures fall to evaluators, and take time to look through."""
    found = turns(programme, written, today, figures=actor.role is Role.EVALUATOR)
    return [turn for turn in found if turn.due.waits_for(actor)]


def _asking_for_help(programme: Programme, known: History, mine: Sequence[Turn]) -> tuple[NoteLine, ...]:
    """The notes that ask this person for help, the longest waiting first; none that they may not see."""
    asked = {turn.due.about for turn in mine if turn.due.ask is Ask.HELP}
    newest_first = note_lines(programme, known, (row for row in known.notes if str(row.reference) in asked))
    return newest_first[::-1]


def _warnings(programme: Programme) -> str:
    """The warnings nobody has answered yet, counted; empty where there are none."""
    found, answers, today = standing(programme, programme.as_at), acknowledgements(programme), today_of(programme)
    unanswered = [one for one in found if state_of(one, answers, today) is not WarningState.ACKNOWLEDGED]
    return warnings_wait(len(unanswered))


def _replies(known: History, actor: Actor) -> Iterator[ReplyLine]:
    """What was answered to this person's notes, the latest first."""
    mine = [each for each in known.replies_to_notes if whose(each[0]) == actor.id]
    for note, row in sorted(mine, key=lambda each: (each[1].noun.on, each[1].number), reverse=True):
        yield ReplyLine(day(note.noun.on), row.actor.name, day(row.noun.on), row.noun.text)


def _became(known: History, actor: Actor, today: date) -> tuple[str, ...]:
    """What became of this person's notes, newest first; answers of sponsors are told in full beside it."""
    uses = known.became
    mine = [row for row in known.notes if whose(row) == actor.id and row.reference in uses]
    newest_first = sorted(mine, key=lambda row: (row.noun.on, row.number), reverse=True)
    return tuple(became_of(row.noun.on, uses[row.reference], today) for row in newest_first[:_NOTES])


def _asks(programme: Programme, written: Written, actor: Actor) -> Iterator[str]:
    """How much each prototype this person leads asks of them."""
    for plan in programme.declarations.prototypes:
        if known_as(plan.lead) == actor.id:
            yield asked_of_you(asked_now(programme, plan, written), plan.name)


def _may_remind_of(programme: Programme, actor: Actor) -> tuple[str, ...]:
    """A sponsor reminds those of their own prototypes; whoever else writes reminders, everybody."""
    if not may(actor, Act.WRITE_REMINDERS):
        return ()
    plans = programme.declarations.prototypes
    if actor.role is Role.SPONSOR:
        return tuple(plan.id for plan in plans if known_as(plan.sponsor) == actor.id)
    return (*(plan.id for plan in plans), "")
