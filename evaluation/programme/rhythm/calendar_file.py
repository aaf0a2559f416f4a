"""A calendar file of whole days, as calendar programs bring in: text of RFC 5545, one VEVENT a day.

Lines end in CRLF and are folded at 75 octets (3.1), never inside a character; text is
escaped (3.3.11); the stamp is in UTC (3.8.7.2); the same thing keeps its UID (3.8.4.7),
so that a file brought in again changes what is there instead of adding to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

PRODUCT: Final = "-//evaluation//what is due//EN"
_LONGEST: Final = 75  # octets of a line, its end not counted
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """A whole day in a calendar. `what_for` names the thing for life, whatever becomes of its day or its words.

    `address` is where it is done; `note` is said beside it.
    """

    what_for: str
    on: date
    summary: str
    address: str
    note: str = ""


def calendar(days: Iterable[Day], at: datetime) -> bytes:
    """The file, written at `at`."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}"]
    for day in days:
        lines += _event(day, at)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(day: Day, at: datetime) -> tuple[str, ...]:
    """A day that does not make its owner busy."""
    return (
        "BEGIN:VEVENT",
        f"UID:{uuid5(NAMESPACE_URL, day.what_for)}",
        f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day.on + _DAY:%Y%m%d}",
        f"SUMMARY:{_escaped(day.summary)}",
        f"DESCRIPTION:{_escaped(_told(day))}",
        f"URL:{day.address}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _told(day: Day) -> str:
    return f"{day.note}\n{day.address}" if day.note else day.address


def _escaped(text: str) -> str:
    """Text as a property takes it: no control characters, and what would end it escaped."""
    lines = "\\n".join(line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in text.splitlines())
    return "".join(sign for sign in lines if sign.isprintable())


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most `_LONGEST` octets; each after the first begins with a space that is not its own."""
    part = ""
    for sign in line:
        if len(f"{part}{sign}".encode()) > _LONGEST:
            yield part
            part = " "
        part += sign
    yield part
