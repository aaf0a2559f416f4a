"""What a decision says somebody will do: those lines of "Who does what" that say who, what and by when.

A line is `Name: what they do`. It may end in a day of its own: `, by 11 December 2026`,
`by 11/12/2026` or `by 2026-12-11`; without a year the first such day from the decision on.
One without holds to the day the decision gives for all. What does not say all three stays words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation.model.decisions import Decision
from evaluation.model.learning import REMOVED

# "at 10:30" and "https://" have no space after the colon.
_LINE: Final = re.compile(r"[-*•\s]*(?P<owner>[^:]{1,80}?)\s*:\s+(?P<what>.+)")
_BY: Final = re.compile(
    r"[,;.]?\s*\bby (?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\.?(?: (?P<year>\d{4}))?"
    r"|(?P<slashed>\d{1,2}/\d{1,2}/\d{4})|(?P<iso>\d{4}-\d{2}-\d{2}))\.?\s*$"
)
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Action:
    """Who does what by when."""

    what: str
    owner: str
    due: date


def actions(decision: Decision) -> tuple[Action, ...]:
    """What somebody will do, in the order said; one said twice counts once."""
    return tuple(dict.fromkeys(read for _, read in _read(decision) if read is not None))


def only_words(decision: Decision) -> tuple[str, ...]:
    """The lines that do not say who, what and by when."""
    return tuple(line for line, read in _read(decision) if read is None)


def _read(decision: Decision) -> Iterator[tuple[str, Action | None]]:
    if decision.actions != REMOVED:
        for line in decision.actions.splitlines():
            if line.strip():
                yield line.strip(), _action(line, decision)


def _action(line: str, decision: Decision) -> Action | None:
    found = _LINE.fullmatch(line.strip())
    if found is None:
        return None
    what, own = found["what"].strip(), _BY.search(found["what"])
    due = _day(own, decision.on) if own else None
    if own and due:
        what = what[: own.start()].strip()
    due = due or decision.actions_by
    return Action(_sentence(what), found["owner"], due) if what and due else None


def _sentence(what: str) -> str:
    """It begins and ends as a sentence does, so that it reads as one in a list of many."""
    return f"{what[:1].upper()}{what[1:]}{'' if what.endswith(('.', '?', '!')) else '.'}"


def _day(own: re.Match[str], on: date) -> date | None:
    """The day a line ends in; None where the calendar has none such."""
    try:
        if own["iso"]:
            return date.fromisoformat(own["iso"])
        if own["slashed"]:
            day, month, year = map(int, own["slashed"].split("/"))
            return date(year, month, day)
        return _named(int(own["day"]), own["month"].lower(), own["year"], on)
    except ValueError:
        return None


def _named(day: int, name: str, year: str | None, on: date) -> date | None:
    """A day of a named month; without a year the first from `on` on. Raises ValueError."""
    month = next((number for number, each in enumerate(_MONTHS, 1) if each.startswith(name)), None)
    if month is None:
        return None
    if year:
        return date(int(year), month, day)
    this_year = date(on.year, month, day)
    return this_year if this_year >= on else date(on.year + 1, month, day)
