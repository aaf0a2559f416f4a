"""The form notes come in by: its questions, under every heading we know them by, and a workbook to fill in."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from evaluation.measures.forms import COMPLETED, NAME, Answered, asked
from evaluation.model.framework import Framework
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.noticing.recording import BOXES
from evaluation.programme.releasing import release
from evaluation.words.notes import VISIBLE, VOICES
from evaluation.words.situations import BEFORE_YOU_TYPE

# What is asked -> the headings it is known by; the first stands in the template.
QUESTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "prototype": ("Which prototype?", "Whose prototype", "Prototype"),
    "who": ("Your name", NAME),
    "on": ("Date", "When did you notice it?", COMPLETED),
    "noticed": ("What did you notice?", "What did you notice this week?", BOXES[0]),
    "expected": (BOXES[1],),
    "make_of_it": (BOXES[2],),
    "next_step": (BOXES[3],),
    "about": ("Which question or step is it about?", "Which question or step it is about"),
    "area": ("Where?", "Area"),
    "voice": ("Whose voice is it?",),
    "heard": ("How many did you hear?",),
    "visible": ("Who may see it?",),
}
NOTHING_NEW: Final = "Nothing new this week"
_TEXT: Final = "@"  # Excel's own format for text
_DAY: Final = "yyyy-mm-dd"
_PREPARED: Final = 500  # rows with a day's format
_WIDTH: Final = 28


def _any_of(words: Mapping[Any, str]) -> str:
    *first, last = words.values()
    return f"{', '.join(first)} or {last}"


_HOW: Final = (
    BEFORE_YOU_TYPE,
    "One note a row. Which prototype, your name, the date and what you noticed are needed; the rest can wait.",
    f'Write "{NOTHING_NEW}" under what you noticed where there was nothing: that is an answer too.',
    f"Whose voice is it? {_any_of(VOICES)}. Who may see it? {_any_of(VISIBLE)}; left empty, the group.",
    "With Microsoft Forms: make a form with these questions, word for word, and the first line here above the note.",
    "The export of a form has a name and a time for each answer already, so the form need not ask for them.",
    "The same file may come in again with more rows: what is known already is passed over.",
)


def said(answered: Answered, what: str) -> str:
    """What a person answered to one of `QUESTIONS`, however the form headed it."""
    return answered.text(*map(asked, QUESTIONS[what]))


def read_day(text: str) -> date:
    """A day as Excel keeps it, or as `4 March 2026`. Raises ValueError for anything that may be read two ways."""
    text = " ".join(text.split())
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return datetime.strptime(text, "%d %B %Y").date()  # noqa: DTZ007 - a day has no time zone


def notes_template(programme: Programme) -> Released[bytes]:
    """An Excel workbook to write notes in, which also says how to ask for them by a form."""
    import openpyxl  # noqa: PLC0415 - slow to load, needed only to write a workbook

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Notes"
    for place, (what, headings) in enumerate(QUESTIONS.items(), 1):
        _column(sheet, place, headings[0], _DAY if what == "on" else _TEXT)
    sheet.freeze_panes = "A2"
    _listed(workbook, "How", "how this works", _HOW)
    _listed(workbook, "Prototypes", "prototype", [plan.name for plan in programme.declarations.prototypes])
    _listed(workbook, "Areas", "area", [area.name for area in programme.framework.areas])
    stream = io.BytesIO()
    workbook.save(stream)
    return release(programme, stream.getvalue())


def plan_named(plans: tuple[Prototype, ...], text: str) -> Prototype | None:
    """The prototype of this id, name or short name, whatever its case."""
    return next(
        (
            plan
            for plan in plans
            if asked(text) in {asked(plan.id), asked(plan.name), asked(plan.short_name or plan.id)}
        ),
        None,
    )


def area_named(framework: Framework, text: str) -> str | None:
    """The code of the area of this code or name, where just one has it."""
    found = {area.code for area in framework.areas if asked(text) in {asked(area.code), asked(area.name)}}
    return found.pop() if len(found) == 1 else None


def _column(sheet: Any, place: int, heading: str, number_format: str) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as openpyxl above

    cell = sheet.cell(1, place)
    cell.value, cell.font, cell.alignment = heading, Font(bold=True), Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions[cell.column_letter].width = _WIDTH
    for row in range(2, _PREPARED):
        sheet.cell(row, place).number_format = number_format


def _listed(workbook: Any, title: str, heading: str, texts: tuple[str, ...] | list[str]) -> None:
    sheet = workbook.create_sheet(title)
    for row, text in enumerate((heading, *texts), 1):
        cell = sheet.cell(row, 1)
        cell.value, cell.data_type = text, "s"  # a name that begins with "=" is a name, not a formula
    sheet.column_dimensions["A"].width = 3 * _WIDTH
