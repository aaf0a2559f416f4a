"""Columns that identify a person are refused, by their heading and by the look of what they hold.

Only counts and averages for areas may come in. The check runs over every cell
of the file, used or not, and before anything of it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from evaluation.measures.unreadable import refusal
from evaluation.problems import MeasuresError

_MEND: Final = "Take the column out, and bring in counts for areas only."
_PEOPLE: Final = (
    "first|last|middle|full|given|family|maiden|preferred|legal|known|child|pupil|student|baby|patient|client|"
    "parent|mother|father|mum|dad|carer|guardian|sibling|person|resident|staff|practitioner|worker|user|contact"
)
# Headings as words: lower case, everything but letters and digits a space. A place may have a name: `area_name`,
# `la_name`, `school name`; a heading that is nothing but "name" is a person's until it says otherwise.
_HEADINGS: Final = (
    ("a person's name", r"name|names|(?:.* )?(?:forenames?|surnames?|firstname|lastname|fullname|initials)(?: .*)?"),
    ("a person's name", rf"(?:.* )?(?:{_PEOPLE})s? names?|names? of (?:the )?(?:{_PEOPLE}).*"),
    ("an NHS number", r"(?:.* )?(?:nhs ?(?:number|no|num|id)|nhsnumber|nhsno)(?: .*)?|nhs"),
    ("a pupil number", r"(?:.* )?(?:upn|unique pupil (?:number|no|id)|uln|unique learner number)(?: .*)?"),
    ("a National Insurance number", r"(?:.* )?(?:national insurance|nino|ni number)(?: .*)?"),
    ("a date of birth", r"(?:.* )?(?:dob|date of birth|birth ?date|dateofbirth)(?: .*)?"),
    ("a full postcode", r"(?:.* )?post ?codes?(?! (?:district|sector|area)s?$)(?: .*)?"),
    ("an e-mail address", r"(?:.* )?(?:email|e mail)s?(?: .*)?"),
    ("an address", r"(?:.* )?address(?:es)?(?: .*)?|street|house (?:number|name)"),
    ("a telephone number", r"(?:.* )?(?:telephone|phone|mobile|tel|landline)(?: (?:number|no|num))?s?"),
)  # fmt: skip
_HEADING_FORMS: Final = tuple((what, re.compile(form)) for what, form in _HEADINGS)
# One look at the whole row; only where it finds something is each cell examined. \x1f parts the cells.
# The last two letters are never C I K M O V; "KS2 4th" shall not be taken for one, so capitals inside a text.
_POSTCODE: Final = r"\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b"
_POSTCODE_ALONE: Final = r"(?:[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}|[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2})"
_EMAIL: Final = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_UPN: Final = r"[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]"
_NHS: Final = r"\d{3}[ -]?\d{3}[ -]?\d{4}"
_ROW: Final = re.compile(rf"@|{_POSTCODE}|(?:^|\x1f)\s*(?:{_POSTCODE_ALONE}|{_UPN}|{_NHS})\s*(?:\x1f|$)")
_LOOKS: Final = (
    ("an e-mail address", re.compile(_EMAIL)),
    ("a full postcode", re.compile(rf"{_POSTCODE}|^\s*{_POSTCODE_ALONE}\s*$")),
    ("a pupil number", re.compile(rf"^\s*{_UPN}\s*$")),
)
_NHS_ALONE: Final = re.compile(rf"\s*{_NHS}\s*")
_NHS_MODULUS: Final = 11


def check_headings(file: str, header: Sequence[str], sheet: str, row: int) -> None:
    """Raise MeasuresError where a heading names what identifies a person."""
    by_words = {_words(heading): heading for heading in header}
    if "parent code" in by_words:  # in Fingertips a parent is the area around an area
        by_words.pop("parent name", None)
    for words, heading in by_words.items():
        for what, form in _HEADING_FORMS:
            if form.fullmatch(words):
                raise _found(file, f'The column "{heading}" seems to hold {what}.', heading, sheet, row)


def _words(heading: str) -> str:
    """A heading as words: "child's name", "DateOfBirth" and "nhs_number" are words too."""
    plain = heading.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)
    return " ".join(re.findall(r"[a-z0-9]+", spaced.lower()))


def check_row(file: str, header: Sequence[str], cells: Sequence[str], sheet: str, row: int) -> None:
    """Raise MeasuresError where a cell looks like what identifies a person. The cell itself is never repeated."""
    if _ROW.search("\x1f".join(cells)) is None:
        return
    for place, cell in enumerate(cells):
        what = _looks_like(cell)
        if what is not None:
            heading = header[place] if place < len(header) and header[place] else f"column {place + 1}"
            raise _found(file, f'A cell of the column "{heading}" looks like {what}.', heading, sheet, row)


def _looks_like(cell: str) -> str | None:
    for what, form in _LOOKS:
        if form.search(cell):
            return what
    return "an NHS number" if _NHS_ALONE.fullmatch(cell) and _is_nhs_number(cell) else None


def _is_nhs_number(text: str) -> bool:
    """Whether the tenth digit is the check digit of the nine before it (modulus 11, NHS Data Dictionary)."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    weighted = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return (_NHS_MODULUS - weighted % _NHS_MODULUS) % _NHS_MODULUS == digits[-1]


def _found(file: str, what: str, column: str, sheet: str, row: int) -> MeasuresError:
    return refusal(file, "personal-data", what, _MEND, sheet=sheet or None, row=row, column=column)
