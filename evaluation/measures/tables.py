"""A file as tables of text, before anybody knows what they mean."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.measures.encoding import cells, decode, separator
from evaluation.measures.unreadable import Unreadable, nearest, refusal

# A row's number as a spreadsheet counts (the heading is usually row 1), and its cells.
Row = tuple[int, Sequence[str]]
_HEADING_WITHIN = 30  # rows looked at for the heading: titles and notes stand above it
_ENCODING_NAMES = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252"}
_SEPARATOR_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs"}


def fold(text: str) -> str:
    """Text as headings and labels are compared: without padding and case."""
    return text.strip().casefold()


@dataclass(frozen=True, slots=True)
class Grid:
    """A text file, or one sheet of a workbook. `rows` starts afresh at each call; `notes` say how it was read."""

    rows: Callable[[], Iterator[Row]]
    sheet: str = ""
    notes: tuple[str, ...] = ()

    def headings(self, chosen: int | None = None) -> Iterator[Row]:
        """The rows near the top that hold anything, or the one row chosen."""
        top = itertools.islice(self.rows(), _HEADING_WITHIN if chosen is None else chosen)
        return ((number, row) for number, row in top if chosen in {None, number} and any(cell.strip() for cell in row))

    def below(self, heading: Row) -> Table:
        """The table whose heading is this row. Blank rows are no rows."""

        def rows() -> Iterator[Row]:
            filled = ((number, row) for number, row in self.rows() if number > heading[0])
            return ((number, row) for number, row in filled if any(cell.strip() for cell in row))

        return Table(tuple(cell.strip() for cell in heading[1]), rows, self.sheet, self.notes)


@dataclass(frozen=True, slots=True)
class Table:
    """A heading and the rows below it. Every reader brings its files into this shape."""

    header: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]
    sheet: str = ""
    notes: tuple[str, ...] = ()

    @property
    def headings(self) -> frozenset[str]:
        """The headings, folded."""
        return frozenset(map(fold, self.header)) - {""}

    def column(self, name: str) -> int:
        """Where the column of this heading stands. Raises Unreadable where it is absent or stands twice."""
        found = [place for place, heading in enumerate(self.header) if fold(heading) == fold(name)]
        if len(found) != 1:
            raise no_column(name, self.header)
        return found[0]


def no_column(name: str, header: Sequence[str]) -> Unreadable:
    """What to say where a table lacks a column, or has it twice."""
    if fold(name) in map(fold, header):
        return Unreadable("missing-column", f'Two columns are headed "{name}".', "Rename the one that is not meant.")
    near = nearest(name, frozenset(header))
    return Unreadable("missing-column", f'There is no column "{name}".', "Add it, or correct its heading.", near)


def from_text(file: str, content: bytes) -> Grid:
    """The one grid of a text file. Raises MeasuresError where it cannot be read or is empty."""
    text, encoding = decode(file, content)
    if not text.strip():
        raise refusal(file, "empty-file", "The file is empty.", "Bring in a file with figures.")
    sign = separator(text)
    notes = (f"Read as {_ENCODING_NAMES[encoding]}, separated by {_SEPARATOR_NAMES[sign]}.",)
    return Grid(lambda: enumerate(cells(file, text, sign), 1), notes=notes)
