"""One file of figures, read: what was taken, what was passed over, what was refused and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PureWindowsPath

from evaluation.measures.finding import Layout, lay_out
from evaluation.measures.meta import labels
from evaluation.measures.opening import open_table
from evaluation.measures.personal import check_row
from evaluation.measures.repeats import settle
from evaluation.measures.rows import RowReader
from evaluation.measures.sources import SOURCES
from evaluation.measures.tables import Table
from evaluation.measures.unreadable import Unreadable, refusal
from evaluation.model.framework import Framework
from evaluation.model.observations import Observation
from evaluation.problems import Problem

# Nobody reads the thousandth problem; the counts stay exact.
MOST_PROBLEMS = 1_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read; nothing of it is stored yet.

    Each row is used whole, passed over (`rows_filtered`: about something else, or
    said before) or refused whole. `problems` holds the first `MOST_PROBLEMS`;
    `notes` say how the file was read and what its columns mean.
    """

    file: str
    sha256: str
    source: str
    rows_read: int
    rows_used: int
    rows_filtered: int
    rows_refused: int
    observations: tuple[Observation, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Every row is accounted for."""
        if self.rows_used + self.rows_filtered + self.rows_refused != self.rows_read:
            raise ValueError("rows used, filtered and refused must add up to rows read")


def read_file(
    name: str,
    content: bytes,
    framework: Framework,
    *,
    areas: frozenset[str] | None,
    meta: bytes | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
) -> Reading:
    """Read a file of figures for the measures of `framework`.

    Parameters
    ----------
    name, content
        The file's name, for people; its bytes, which alone decide how it is read.
    areas
        Codes of the areas the programme declares; None takes any code.
    meta
        The meta file of Explore Education Statistics, for the labels of its columns.
    sheet, header_row
        Where a workbook's figures stand, when they are not to be looked for (rows from 1).

    Returns
    -------
    Reading
        A row with a problem is refused and the others are read all the same.

    Raises
    ------
    MeasuresError
        Where nothing of the file can be taken: no table, an unknown encoding or
        format, a missing column, no measure, or anything that identifies a person.
    """
    # Windows' rules know both kinds of slash, and browsers may send either.
    file = PureWindowsPath(name).name or name
    try:
        opened = open_table(file, content, framework, sheet, header_row)
        layout = lay_out(opened.table, SOURCES[opened.source], framework)
    except Unreadable as error:  # a heading that stands twice
        raise refusal(file, error.code, error.what, error.mend) from error
    notes = (*opened.notes, *_unfound(layout), *(labels(meta, opened.table.headings) if meta else ()))
    reader = RowReader(file, opened.table, layout, framework, areas)
    return _read(reader, hashlib.sha256(content).hexdigest(), opened.source, notes)


def _unfound(layout: Layout) -> Iterable[str]:
    """The measures this kind of file may hold and this one does not."""
    return (f"{measure} was not looked for: its columns are not in this file." for measure in layout.unfound)


def _read(reader: RowReader, sha256: str, source: str, notes: tuple[str, ...]) -> Reading:
    rows_read = rows_refused = rows_filtered = more = 0
    found: list[Observation] = []
    problems: list[Problem] = []
    for number, cells in reader.table.rows():
        check_row(reader.file, reader.table.header, cells, reader.table.sheet, number)
        rows_read += 1
        observations, wrong = reader.read(number, cells)
        found += observations
        rows_refused += bool(wrong)
        rows_filtered += not observations and not wrong
        room = MOST_PROBLEMS - len(problems)
        problems += wrong[:room]
        more += len(wrong[room:])
    _not_empty(reader.file, reader.table, rows_read)
    settled = settle(reader.file, found)
    room = MOST_PROBLEMS - len(problems)
    problems += settled.problems[:room]
    more += len(settled.problems[room:])
    repeated, disputed = len(settled.repeated_rows), len(settled.refused_rows)
    return Reading(
        file=reader.file,
        sha256=sha256,
        source=source,
        rows_read=rows_read,
        rows_used=rows_read - rows_filtered - rows_refused - repeated - disputed,
        rows_filtered=rows_filtered + repeated,
        rows_refused=rows_refused + disputed,
        observations=settled.observations,
        problems=tuple(problems),
        notes=(*notes, *_said_of_rows(repeated, more)),
    )


def _not_empty(file: str, table: Table, rows_read: int) -> None:
    if not rows_read:
        raise refusal(
            file, "empty-file", "There are headings but no rows.", "Bring in figures.", sheet=table.sheet or None
        )


def _said_of_rows(repeated: int, more: int) -> Iterable[str]:
    if repeated:
        yield f"Rows passed over because an earlier row gives the same figure: {repeated}."
    if more:
        yield f"Problems not listed beyond the first {MOST_PROBLEMS:,}: {more:,}."
