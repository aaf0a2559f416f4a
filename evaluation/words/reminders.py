"""A reminder: what is due and where to do it, and what became of earlier notes. A person sends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation.model.people import Role
from evaluation.words.dates import day
from evaluation.words.letters import YOUR_NAME
from evaluation.words.numbers import breakable, counted
from evaluation.words.situations import BEFORE_YOU_TYPE

_ASKED: Final = (
    'One sentence is enough, and "nothing new" is an answer too. If we ask too much, please say so: we count it.'
)

_ROLES: Final = frozenset(role.value for role in Role)


@dataclass(frozen=True, slots=True)
class Asking:
    """One thing in a reminder: the sentence, the day, the address where it is done; `thing` names it for life."""

    sentence: str
    on: date
    address: str
    thing: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """A draft to one person. It has no address, because none is known; whoever sends it adds one."""

    to: str
    subject: str
    body: str
    on: date
    now: tuple[Asking, ...]
    soon: tuple[Asking, ...]


def reminder(
    to: str, *, programme: str, on: date, now: Sequence[Asking], soon: Sequence[Asking], became: Sequence[str]
) -> Reminder:
    """The reminder to a person, or to whoever has the role `to`. `became` says what came of their notes."""
    parts = [
        f"Dear {'colleague' if to in _ROLES else to},",
        "\n".join(("What waits for you:", *map(_line, now))),
        *(["\n".join(("What comes next:", *map(_line, soon)))] if soon else []),
        *(["\n".join(("What became of your notes:", *(f"- {each}" for each in became)))] if became else []),
        f"{_ASKED}\n\n{BEFORE_YOU_TYPE}",
        f"With kind regards,\n\n{YOUR_NAME}\n{programme}",
    ]
    subject = f"{programme}: {counted(len(now), 'thing')} {'waits' if len(now) == 1 else 'wait'} for you, {day(on)}"
    return Reminder(to, breakable(subject), breakable("\n\n".join(parts)) + "\n", on, tuple(now), tuple(soon))


def _line(each: Asking) -> str:
    return f"- {each.sentence}\n  {each.address}"
