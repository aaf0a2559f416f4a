"""Answers to a form, as Microsoft Forms or a workbook of the same shape hands them over.

A row holds what one person answered, under the questions as they were asked.
Before the questions Forms writes `ID`, `Start time`, `Completion time`, `Email`
and `Name`. Texts are handed on as they stand: whoever keeps any of them checks
them first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from evaluation.measures.streaming import Content
from evaluation.measures.tables import Grid, Row, from_text
from evaluation.measures.unreadable import refusal
from evaluation.measures.workbooks import from_workbook, is_workbook

ID: Final = "id"
STARTED: Final = "start time"
COMPLETED: Final = "completion time"
NAME: Final = "name"
EMAIL: Final = "email"


@dataclass(frozen=True, slots=True)
class Answered:
    """One person's answers: the row they stand in, and each text under its folded question."""

    row: int
    texts: Mapping[str, str]

    def text(self, *questions: str) -> str:
        """What stands under the first of `questions` that says anything; nothing where none does."""
        return next((self.texts[each] for each in questions if self.texts.get(each)), "")


@dataclass(frozen=True, slots=True)
class Form:
    """A form's answers. `questions` are the headings as they stand, in order."""

    file: str
    sheet: str
    questions: tuple[str, ...]
    answers: tuple[Answered, ...]


def asked(text: str) -> str:
    """A question as it is compared: in small letters, white space of any kind as one space (Forms ends some in one)."""
    return " ".join(text.split()).casefold()


def read_form(file: str, content: Content, wanted: Collection[str]) -> Form | None:
    """The first table whose headings hold one of the `wanted` questions; None where no table does.

    Raises MeasuresError where the file cannot be read, or asks one question twice.
    """
    grids = from_workbook(file, content, None) if is_workbook(content) else [from_text(file, content)]
    sought = set(map(asked, wanted))
    for grid in grids:
        for heading in grid.headings():
            if sought.intersection(map(asked, heading[1])):
                return _form(file, grid, heading)
    return None


def _form(file: str, grid: Grid, heading: Row) -> Form:
    table = grid.below(heading)
    questions = [asked(text) for text in table.header]
    for text in table.header:
        if text and questions.count(asked(text)) > 1:
            raise refusal(
                file,
                "missing-column",
                f'Two columns are headed "{text}".',
                "Rename the one that is not meant.",
                sheet=table.sheet or None,
                row=heading[0],
            )

    def answers() -> Iterator[Answered]:
        for number, cells in table.rows():
            texts = zip(questions, cells, strict=False)
            yield Answered(number, {question: text.strip() for question, text in texts if question})

    return Form(file, table.sheet, table.header, tuple(answers()))
