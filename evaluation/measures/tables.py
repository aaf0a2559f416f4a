"""A file as tables of text, before anybody knows what they mean."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from evaluation.measures.cells import UNCLEAR
from evaluation.measures.encoding import cells, decode, lines, separator
from evaluation.measures.streaming import Content
from evaluation.measures.unreadable import Unreadable, nearest, refusal

# A row's number as a spreadsheet counts (the heading is usually row 1), and its cells.
Row = tuple[int, Sequence[str]]
_HEADING_WITHIN = 30  # rows looked at for the heading: titles and notes stand above it
_ENCODING_NAMES = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252"}
_SEPARATOR_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes"}
_NUMBER_WITH_COMMA = re.compile(r"\s*-?\d+(?:,\d+)+\s*%?\s*", re.ASCII)


@lru_cache(maxsize=10_000)  # a file repeats its labels in every row
def fold(text: str) -> str:
    """Text as headings and labels are compared: without padding, broken lines and case."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class Grid:
    """A text file, or one sheet of a workbook. `rows` starts afresh at each call; `notes` say how it was read."""

    rows: Callable[[], Iterator[Row]]
    sheet: str = ""
    notes: tuple[str, ...] = ()
    is_hidden: bool = False

    def headings(self, chosen: int | None = None) -> Iterator[Row]:
        """The rows near the top that hold anything, or the one row chosen."""
        top = itertools.islice(self.rows(), _HEADING_WITHIN if chosen is None else chosen)
        return ((number, row) for number, row in top if chosen in {None, number} and any(cell.strip() for cell in row))

    def double_headings(self, chosen: int | None = None) -> Iterator[Row]:
        """Headings of two rows as one: a period over its columns, "2018/19" above "Number" and "%".

        Only where a cell of the upper row spans others: it stands in the first of them.
        """
        for (above, upper), (number, lower) in itertools.pairwise(self.headings()):
            tops, names = [cell.strip() for cell in upper], [cell.strip() for cell in lower]
            spans = any(name and not top for top, name in zip(tops[1:], names[1:], strict=False))
            if number == above + 1 and chosen in {None, number} and spans:
                pairs = itertools.zip_longest(_spanning(tops), names, fillvalue="")
                yield number, [" ".join(dict.fromkeys(filter(None, pair))) for pair in pairs]

    def below(self, heading: Row) -> Table:
        """The table whose heading is this row. Blank rows are no rows."""

        def rows() -> Iterator[Row]:
            first = heading[0]
            return ((number, row) for number, row in self.rows() if number > first and any(map(str.strip, row)))

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
        return _headings(self.header)

    def places(self, name: str) -> Sequence[int]:
        """Every place at which the column of this heading stands."""
        return _places(self.header).get(fold(name), ())

    def column(self, name: str) -> int:
        """Where the column of this heading stands. Raises Unreadable where it is absent or stands twice."""
        found = self.places(name)
        if len(found) != 1:
            raise no_column(name, self.header)
        return found[0]


# Asked again for every column of every measure; a file that is no table may seem to have a hundred thousand headings.
@lru_cache(maxsize=100)
def _places(header: tuple[str, ...]) -> Mapping[str, Sequence[int]]:
    places: dict[str, list[int]] = {}
    for place, heading in enumerate(header):
        places.setdefault(fold(heading), []).append(place)
    return places


@lru_cache(maxsize=100)
def _headings(header: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_places(header)) - {""}


def _spanning(cells: Sequence[str]) -> Iterator[str]:
    """Each cell, a blank one as the last before it that is not."""
    last = ""
    for cell in cells:
        last = cell or last
        yield last


def no_column(name: str, header: Sequence[str]) -> Unreadable:
    """What to say where a table lacks a column, or has it twice."""
    if fold(name) in map(fold, header):
        return Unreadable("missing-column", f'Two columns are headed "{name}".', "Rename the one that is not meant.")
    near = nearest(name, frozenset(header))
    return Unreadable("missing-column", f'There is no column "{name}".', "Add it, or correct its heading.", near)


def _commas_marked(cells: list[str]) -> list[str]:
    """The cells, a number with a comma marked: where semicolons part the columns, the comma may be a decimal point."""
    return [f"{UNCLEAR} {cell}" if _NUMBER_WITH_COMMA.fullmatch(cell) else cell for cell in cells]


def from_text(file: str, content: Content) -> Grid:
    """The one grid of a text file. Raises MeasuresError where it cannot be read or is empty."""
    start, encoding = decode(file, content)
    with lines(content, encoding) as text:
        if not any(map(str.strip, text)):
            raise refusal(file, "empty-file", "The file is empty.", "Bring in a file with figures.")
    sign = separator(start)

    def rows() -> Iterator[Row]:
        with lines(content, encoding) as text:
            records = cells(file, text, sign)
            yield from enumerate(records if sign != ";" else map(_commas_marked, records), 1)

    notes = (f"Read as {_ENCODING_NAMES[encoding]}, separated by {_SEPARATOR_NAMES[sign]}.",)
    return Grid(rows, notes=notes)
