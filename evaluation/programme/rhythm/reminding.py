"""Reminders ready to send: text, a draft for a mail program, days for a calendar. The tool writes, a person sends.

They hold days, names and what the plan says; nothing that anybody wrote in a note.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP

from evaluation.learning.commitments import SOON
from evaluation.learning.due import Ask
from evaluation.learning.rhythm import QUIET_AFTER, WEEK
from evaluation.model.people import known_as
from evaluation.model.release import Released
from evaluation.problems import UsageError
from evaluation.programme.addresses import page_address
from evaluation.programme.days import today as today_of
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history
from evaluation.programme.releasing import carry, release
from evaluation.programme.rhythm.calendar_file import Day, calendar
from evaluation.programme.rhythm.turns import Turn, turns, written_down
from evaluation.programme.seeing import whose
from evaluation.words.became import became_of
from evaluation.words.numbers import breakable
from evaluation.words.reminders import Asking, Reminder, reminder
from evaluation.words.stamps import invented

_NOTES: int = 3  # notes of a person of which a reminder says what became


def reminders(
    programme: Programme,
    *,
    to: str | None = None,
    on: date | None = None,
    prototypes: Collection[str] | None = None,
) -> Released[tuple[Reminder, ...]]:
    """A reminder to each person of whom something is due by `on` (today), or to one of them; of some prototypes or all.

    In `prototypes` "" stands for what belongs to none. A note is asked for once nothing
    was heard for `QUIET_AFTER`. Raises UsageError where nobody is called `to`.
    """
    known, day = history(programme), on or today_of(programme)
    found: dict[str, list[Turn]] = {}
    for turn in turns(programme, written_down(programme, known), day):
        if prototypes is None or turn.due.prototype in prototypes:
            found.setdefault(_recipient(turn), []).append(turn)
    if to is not None:
        found = {name: theirs for name, theirs in found.items() if name == _called(to, found)}
    drafted = (_reminder(programme, known, name, theirs, day) for name, theirs in found.items())
    return release(programme, tuple(filter(None, drafted)))


def reminder_mail(drafted: Released[Reminder]) -> Released[bytes]:
    """The reminder as a file that mail programs open as a draft. It has no address: whoever sends it knows to whom."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = drafted.content.subject
    message["X-Unsent"] = "1"  # opens for editing in Outlook, and not as something received
    message.set_content(f"{invented(drafted.stamps)}\n\n{drafted.content.body}".lstrip())
    return carry(drafted, bytes(message))


def reminder_days(programme: Programme, drafted: Released[Reminder]) -> Released[bytes]:
    """The same as days for a calendar: what waits on the day of the reminder, what comes next on its own."""
    one, whose_file = drafted.content, f"{programme.opening_framework.id}/{known_as(drafted.content.to)}"
    asked = [*((each, one.on) for each in one.now), *((each, each.on) for each in one.soon)]
    note = invented(drafted.stamps)
    days = (Day(f"{whose_file}/{each.thing}", on, each.sentence, each.address, note) for each, on in asked)
    return carry(drafted, calendar(days, programme.clock()))


def _recipient(turn: Turn) -> str:
    """Whose turn it is: a person's name, or what whoever has the role is called."""
    role = turn.due.role
    return " ".join(turn.due.name.split()) or (role.value if role else "")


def _called(to: str, there: Iterable[str]) -> str:
    """The name among these that is meant."""
    for name in there:
        if known_as(name) == known_as(to):
            return name
    raise UsageError(f'Nothing is asked of anybody called "{to}". We ask: {", ".join(there) or "nobody"}.')


def _reminder(programme: Programme, known: History, name: str, theirs: Sequence[Turn], on: date) -> Reminder | None:
    """The reminder to one person; None where nothing is due from them yet."""
    now = [turn for turn in theirs if turn.due.on <= on and not _is_too_soon(turn, on)]
    if not now:
        return None
    soon = [turn for turn in theirs if on < turn.due.on <= on + SOON and turn.due.ask is not Ask.NOTE]
    return reminder(
        name,
        programme=programme.opening_framework.name,
        on=on,
        now=[_asking(programme, turn) for turn in now],
        soon=[_asking(programme, turn) for turn in soon],
        became=_became(known, name, on),
    )


def _is_too_soon(turn: Turn, on: date) -> bool:
    """A note is due each week; to remind people of each would be asking twice."""
    return turn.due.ask is Ask.NOTE and on < turn.due.on - WEEK + QUIET_AFTER


def _asking(programme: Programme, turn: Turn) -> Asking:
    each = turn.due
    thing = f"{each.ask.value}/{each.prototype}/{each.about}"
    return Asking(breakable(turn.sentence), each.on, page_address(programme, turn.page, turn.query), thing)


def _became(known: History, name: str, today: date) -> list[str]:
    """What became of this person's notes, those used last first."""
    uses = known.became
    mine = [row for row in known.notes if whose(row) == known_as(name) and row.reference in uses]
    latest = sorted(mine, key=lambda row: max(use.on for use in uses[row.reference]), reverse=True)
    return [breakable(became_of(row.noun.on, uses[row.reference], today)) for row in latest[:_NOTES]]


def file_names(drafted: Sequence[Reminder]) -> tuple[str, ...]:
    """A name for the file of each, all different: `reminder-tamsin-okoro-vale`."""
    names: list[str] = []
    for one in drafted:
        name = f"reminder-{re.sub(r'[^a-z0-9]+', '-', known_as(one.to)).strip('-')}"
        names.append(f"{name}-{len(names)}" if name in names else name)
    return tuple(names)
