"""Columns that identify a person are refused, by their heading and by the look of what they hold.

Only counts and averages for areas may come in. The check runs over every cell
of the file, used or not, and before anything of it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
    ("the number of a person", rf"(?:.* )?(?:{_PEOPLE}) (?:id|ref|reference|identifier)s?"),
    ("a telephone number", r"(?:.* )?(?:telephone|phone|mobile|tel|landline)(?: (?:number|no|num))?s?"),
)  # fmt: skip
# What is longer than a heading is a sentence; among rows that are no table, a short one already is.
_LONGEST_HEADING: Final = 100
_LONGEST_SHORT_HEADING: Final = 30
# What nobody publishes about themselves.
_UNPUBLISHED: Final = frozenset({"an NHS number", "a pupil number", "a National Insurance number", "a date of birth"})
_HEADING_FORMS: Final = tuple((what, re.compile(form)) for what, form in _HEADINGS)
_UNPUBLISHED_FORMS: Final = tuple((what, form) for what, form in _HEADING_FORMS if what in _UNPUBLISHED)
# One look at the whole row; only where it finds something is each cell examined. \x1f parts the cells.
# The last two letters are never C I K M O V; "KS2 4th" shall not be taken for one, so capitals inside a text.
_POSTCODE: Final = r"\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b"
_POSTCODE_ALONE: Final = r"(?:[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}|[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2})"
_EMAIL: Final = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_UPN: Final = r"[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]"
_TITLE: Final = r"(?:M(?:r|rs|s|iss|x|aster))\.? (?:[A-Z][\w'\u2019-]*\.? ){0,2}[A-Z][\w'\u2019-]+"
_NHS: Final = r"\d{3}[ -]?\d{3}[ -]?\d{4}"
_ROW: Final = re.compile(rf"@|{_POSTCODE}|(?:^|\x1f)\s*(?:{_POSTCODE_ALONE}|{_UPN}|{_NHS}|{_TITLE})\s*(?:\x1f|$)")
_LOOKS: Final = (
    ("an e-mail address", re.compile(_EMAIL)),
    ("a full postcode", re.compile(rf"{_POSTCODE}|^\s*{_POSTCODE_ALONE}\s*$")),
    ("a pupil number", re.compile(rf"^\s*{_UPN}\s*$")),
    ("a person's name", re.compile(rf"^\s*{_TITLE}\s*$")),
)
_NHS_ALONE: Final = re.compile(rf"\s*{_NHS}\s*")
_NHS_MODULUS: Final = 11


def check_headings(file: str, header: Sequence[str], sheet: str, row: int) -> None:
    """Raise MeasuresError where a heading names what identifies a person."""
    by_words = {_words(heading): heading for heading in header if len(heading) <= _LONGEST_HEADING}
    if "parent code" in by_words:  # in Fingertips a parent is the area around an area
        by_words.pop("parent name", None)
    for words, heading in by_words.items():
        for what, form in _HEADING_FORMS:
            if form.fullmatch(words):
                raise found_in(file, f'The column "{heading}" seems to hold {what}.', heading, sheet, row)


def _words(heading: str) -> str:
    """A heading as words: "child's name", "DateOfBirth" and "nhs_number" are words too."""
    plain = heading.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)
    return " ".join(re.findall(r"[a-z0-9]+", spaced.lower()))


def check_row(file: str, header: Sequence[str], cells: Sequence[str], sheet: str, row: int) -> None:
    """Raise MeasuresError where a cell looks like what identifies a person. The cell itself is never repeated."""
    if not may_identify(cells):
        return
    for place, cell in enumerate(cells):
        what = _looks_like(cell)
        if what is not None:
            heading = header[place] if place < len(header) and header[place] else f"column {place + 1}"
            raise found_in(file, f'A cell of the column "{heading}" looks like {what}.', heading, sheet, row)


def may_identify(cells: Iterable[str]) -> bool:
    """Whether any cell may look like it: a quick look at many, before a close one at each."""
    return _ROW.search("\x1f".join(cells)) is not None


def check_name(file: str) -> None:
    """Raise MeasuresError where the file's own name, which is kept, looks like what identifies a person."""
    stem = re.sub(r"\.[A-Za-z]{3,4}$", "", file)
    words = re.split(r"[\s_()]+", stem)
    if any(map(_looks_like, (stem.replace("_", " "), *words))):
        raise refusal(
            file, "personal-data", "The name of the file looks like it identifies a person.", "Give it another name."
        )


def check_elsewhere(file: str, rows: Iterable[tuple[int, Sequence[str]]], sheet: str) -> None:
    """Raise MeasuresError where rows that are not read, above the heading or on another sheet, list persons.

    A publisher's own address, telephone and e-mail may stand there, and a column
    headed "Name" may explain measures: only what nobody publishes is looked for.
    """
    for number, cells in rows:
        for place, cell in enumerate(cells):
            what = _listed(cell)
            if what is not None:
                raise found_in(
                    file,
                    f"A cell of a row that is not read seems to hold {what}.",
                    f"column {place + 1}",
                    sheet,
                    number,
                )


def _listed(cell: str) -> str | None:
    """What of a person this cell outside the table holds, or heads."""
    words = _words(cell) if len(cell) <= _LONGEST_SHORT_HEADING else ""
    headed = next((what for what, form in _UNPUBLISHED_FORMS if form.fullmatch(words)), None)
    looks = _looks_like(cell)
    return headed or (looks if looks in _UNPUBLISHED else None)


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


def found_in(file: str, what: str, column: str, sheet: str, row: int) -> MeasuresError:
    """The error that refuses the file for what this column holds."""
    return refusal(file, "personal-data", what, _MEND, sheet=sheet or None, row=row, column=column)
