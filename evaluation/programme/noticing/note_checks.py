"""What is said of a note or a story beside its text: checked before it is kept, each fault with how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from evaluation.model.framework import Framework
from evaluation.model.learning import CycleStep, Visible, Voice
from evaluation.problems import Problem, UsageError

MOST_HEARD: Final = 10_000  # people one note can speak of; more is a survey, and comes in as figures
LONGEST_ADDRESS: Final = 2_000  # characters: what every browser still opens
_BREAKS_OUT: Final = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}\u202a-\u202e\u2066-\u2069]")


def check_links(text: str) -> str:
    """Addresses, one a line, as they are kept. Raises UsageError for what is no address of the web."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    wrong = [line for line in lines if not is_link(line)]
    if wrong:
        raise UsageError(
            "We have not saved this: a link is not the address of a page.",
            [
                Problem(
                    "bad-link",
                    f'"{line[:60]}" is no address of the web.',
                    "Write it like https://example.org, one a line.",
                )
                for line in wrong
            ],
        )
    return "\n".join(dict.fromkeys(lines))


def is_link(line: str) -> bool:
    """Whether it is an address of the web that a page may lead to: https or http, a name, and nobody's password."""
    if len(line) > LONGEST_ADDRESS or _BREAKS_OUT.search(line):
        return False
    try:
        parts = urlsplit(line)
        return parts.scheme in {"https", "http"} and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def check_heard(voice: Voice | None, many: int | None) -> None:
    """How many were heard says whose voice. Raises UsageError."""
    if many is None:
        return
    if voice is None:
        raise _not_together("It says how many were heard, and not whose voice it is.", "Choose whose voice it is.")
    if not 1 <= many <= MOST_HEARD:
        raise UsageError(
            "How many were heard?",
            [Problem("number-out-of-range", f"{many:,} is not how many were heard.", f"Give 1 to {MOST_HEARD:,}.")],
        )


def check_cycle(number: int | None, step: CycleStep | None) -> None:
    """A step belongs to a cycle, and a cycle is at a step. Raises UsageError."""
    if (number is None) != (step is None):
        raise _not_together("A cycle has a number and a step.", "Give both, or neither.")
    if number is not None and number < 1:
        raise UsageError(
            "Which cycle is it?",
            [Problem("number-out-of-range", f"{number} is no number of a cycle.", "Count cycles from 1.")],
        )


def check_help(visible: Visible, *, asks: bool) -> None:
    """Who is asked for help must be able to read what for. Raises UsageError."""
    if asks and visible is Visible.ME:
        raise _not_together(
            "It asks for help, and nobody else may see it.",
            'Let "my team" or "the group" see it, or do not ask for help.',
        )


def check_area(framework: Framework, code: str | None) -> str | None:
    """An area of the programme, by its code or its name, as its code. Raises UsageError."""
    if not code:
        return None
    found = [area.code for area in framework.areas if code.casefold() in (area.code.casefold(), area.name.casefold())]
    if len(found) != 1:
        raise UsageError(
            "We do not know this area.",
            [
                Problem(
                    "unknown-area", f'There is no area "{code[:60]}".', _there(area.name for area in framework.areas)
                )
            ],
        )
    return found[0]


_NAMED: Final = 12  # areas named in a problem


def _there(names: Iterable[str]) -> str:
    there = list(names)
    more = f" and {len(there) - _NAMED} more" if len(there) > _NAMED else ""
    return f"There is: {', '.join(there[:_NAMED]) or 'none yet'}{more}."


def _not_together(what: str, mend: str) -> UsageError:
    return UsageError("We have not saved this: two things do not go together.", [Problem("not-together", what, mend)])
