"""What in a typed text could identify someone.

It is looked for by its form, so a name is not found, and what is found may now
and then be something else: the person who typed it decides. Numbers people do
write in notes ("120 families in 2024/25", "Room 4", "on 4 March") are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Identifies(StrEnum):
    """The kinds of detail that identify someone, as a sentence names them: "this holds an e-mail address"."""

    EMAIL = "an e-mail address"
    NHS_NUMBER = "an NHS number"
    PHONE = "a telephone number"
    POSTCODE = "a full postcode"
    DATE_OF_BIRTH = "a date of birth"


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a text, from `start` up to `end`, that could identify someone."""

    kind: Identifies
    start: int
    end: int


_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Three, three and four digits, as on letters and cards, or all together.
_NHS: Final = re.compile(r"(?<!\w)\d{3}([ \u00a0-]?)\d{3}\1\d{4}(?!\w)")
# Nine or ten digits after the 0 or +44, in any grouping; 4 and 6 begin no number. A date such as 01-04-2020 is none.
_PHONE: Final = re.compile(
    r"(?<![\w.])(?!\d{2}[-.]\d{2}[-.]\d{2})(?:(?:\+|00)44[ \u00a0]?(?:\(0\))?[ \u00a0]?|\((?=0\d+\))0|0)"
    r"[1235789](?:[ \u00a0().-]{0,2}\d){8,9}(?!\w)"
)
# The forms of GOV.UK's bulk data transfer pattern; inward letters leave out C I K M O V.
# "B1 2nd floor" has the same form: an ordinal in small letters is no postcode.
_POSTCODE: Final = re.compile(
    r"(?<!\w)(?i:[A-PR-UWYZ](?:\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d{1,2}|[A-HK-Y]\d[ABEHMNPRVWXY]))[ \u00a0]?"
    r"(?!\d(?:st|nd|rd|th)\b)\d(?i:[ABD-HJLNP-UW-Z]{2})(?!\w)"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH_NAME: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# Day, month and year in figures: nobody writes a meeting so and everybody a birthday. Stopped wherever it stands.
_DATE_IN_FIGURES: Final = re.compile(rf"(?<![\w/.-]){_DAY}([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?![\w/-])")
# Other full dates are stopped only beside a word of birth.
_FULL_DATE: Final = re.compile(
    rf"(?<![\w/.-])(?:{_DAY}(?:st|nd|rd|th)?(?: of)?[ \u00a0-]{_MONTH_NAME}[, \u00a0-]{{1,2}}(?:19|20)?\d\d"
    rf"|{_MONTH_NAME} {_DAY}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    rf"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAY}([/.-])(?:0?[1-9]|1[0-2])\1\d\d)(?![\w/-])",
    re.IGNORECASE,
)
_BIRTH_BEFORE: Final = re.compile(r"\b(?:born|birth|birthday|d\.?o\.?b)\b[^\n]{0,25}$", re.IGNORECASE)
_BIRTH_AFTER: Final = re.compile(r"^[ \u00a0,(]{0,3}(?:born|birthday|date of birth|d\.?o\.?b)\b", re.IGNORECASE)
_NEAR: Final = 40  # characters looked back over for a word of birth: longer than "date of birth was recorded as"


def identifying(text: str) -> tuple[Found, ...]:
    """Every stretch that could identify someone, from left to right, none overlapping another."""
    found = sorted(_all(text), key=lambda each: (each.start, -each.end))
    apart: list[Found] = []
    for each in found:
        if not apart or each.start >= apart[-1].end:
            apart.append(each)
    return tuple(apart)


def marked(text: str, found: Iterable[Found], before: str = "[", after: str = "]") -> str:
    """The text with `before` and `after` set around each stretch found; nothing is lost."""
    pieces, reached = [], 0
    for each in found:
        pieces += [text[reached : each.start], before, text[each.start : each.end], after]
        reached = each.end
    return "".join([*pieces, text[reached:]])


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits carry the check digit of an NHS number (modulus 11, NHS Data Dictionary)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return len(digits) == 10 and (11 - total % 11) % 11 == int(digits[9])  # noqa: PLR2004 - ten digits


def _all(text: str) -> Iterator[Found]:
    """Everything that looks like something, overlapping or not."""
    for kind, pattern in (
        (Identifies.EMAIL, _EMAIL),
        (Identifies.PHONE, _PHONE),
        (Identifies.POSTCODE, _POSTCODE),
        (Identifies.DATE_OF_BIRTH, _DATE_IN_FIGURES),
    ):
        yield from (Found(kind, *each.span()) for each in pattern.finditer(text))
    for each in _NHS.finditer(text):
        if is_nhs_number(re.sub(r"\D", "", each.group())):
            yield Found(Identifies.NHS_NUMBER, *each.span())
    for each in _FULL_DATE.finditer(text):
        before, after = text[max(0, each.start() - _NEAR) : each.start()], text[each.end() : each.end() + _NEAR]
        if _BIRTH_BEFORE.search(before) or _BIRTH_AFTER.search(after):
            yield Found(Identifies.DATE_OF_BIRTH, *each.span())
