"""One file of figures, read: what was taken, what was passed over, what was refused and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PureWindowsPath

from evaluation.measures.finding import Layout, lay_out
from evaluation.measures.meta import labels
from evaluation.measures.opening import NOTHING_ASKED, Asked, open_table
from evaluation.measures.persons import Persons
from evaluation.measures.publisher_notes import said_by_publisher
from evaluation.measures.remarks import said_of_remarks
from evaluation.measures.repeats import settle
from evaluation.measures.rows import RowReader
from evaluation.measures.shares import check_shares
from evaluation.measures.streaming import Content, Progress, Told, quiet, readable, sha256, size
from evaluation.measures.tables import Table
from evaluation.measures.unreadable import Unreadable, refusal
from evaluation.measures.whereabouts import Whereabouts
from evaluation.model.figures import Figures, as_numbers
from evaluation.model.framework import Framework
from evaluation.model.gazetteer import EMPTY, Gazetteer
from evaluation.model.observations import Observation
from evaluation.problems import Problem

# Nobody reads the thousandth problem; the counts stay exact.
MOST_PROBLEMS = 1_000
_NONE = "No row of this file is about a measure of this programme in one of its areas."


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
    figures: Figures = field(default_factory=lambda: Figures.of(()))
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Every row is accounted for."""
        if self.rows_used + self.rows_filtered + self.rows_refused != self.rows_read:
            raise ValueError("rows used, filtered and refused must add up to rows read")

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The figures one by one, made as they are asked for: not for a large file."""
        return tuple(self.figures)


def read_file(
    name: str,
    content: Content,
    framework: Framework,
    *,
    areas: frozenset[str] | None,
    gazetteer: Gazetteer = EMPTY,
    meta: bytes | None = None,
    asked: Asked = NOTHING_ASKED,
    progress: Progress = quiet,
) -> Reading:
    """Read a file of figures for the measures of `framework`.

    Parameters
    ----------
    name, content
        The file's name, for people; its bytes, which alone decide how it is read, or
        where they lie. A text file is read piece by piece, whatever its size.
    areas
        Codes of the areas the programme declares; None takes any code.
    gazetteer
        What is known of places: names and numbers stand for codes only where it says so.
    meta
        The meta file of Explore Education Statistics, for the labels of its columns.
    asked
        What a person said of the file: its sheet and heading row, which column is what.
    progress
        Told now and then how far the reading is.

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
        opened = open_table(file, readable(file, content), framework, asked)
        layout = lay_out(opened.table, opened.source, framework)
        of_shares = check_shares(opened.table, layout)
    except Unreadable as error:  # a heading that stands twice
        raise refusal(file, error.code, error.what, error.mend) from error
    notes = (*opened.notes, *of_shares, *_unfound(layout), *(labels(meta, opened.table.headings) if meta else ()))
    whereabouts = Whereabouts(areas, layout.names_measures is not None, gazetteer)
    reader = RowReader(file, opened.table, layout, framework, whereabouts)
    return _read(reader, sha256(content), opened.name, notes, Told(size(content), progress))


def _unfound(layout: Layout) -> Iterable[str]:
    """The measures this kind of file may hold and this one does not."""
    return (f"{measure} was not looked for: its columns are not in this file." for measure in layout.unfound)


def _read(reader: RowReader, seal: str, source: str, notes: tuple[str, ...], told: Told) -> Reading:
    from evaluation.measures.chunks import chunks, distinct  # noqa: PLC0415 - NumPy, only when a file comes in
    from evaluation.measures.columns import ColumnReader  # noqa: PLC0415 - as above

    columns, persons, wrong = ColumnReader(reader), Persons(reader.file, reader.table), _Wrong()
    rows_read = last = 0
    for chunk in chunks(reader.table):
        persons.check(chunk)
        rows_read, last = rows_read + distinct(chunk.numbers, last), int(chunk.numbers[-1])
        wrong.add(columns.read(chunk))
        told.reading(chunk)
    _not_empty(reader.file, reader.table, rows_read)
    settled = settle(reader.file, _without(columns.growing.done(), wrong.rows), wrong.room)
    more = wrong.unlisted + settled.disputed - len(settled.problems)
    refused = len(wrong.rows | settled.refused_rows)
    used = len(set(settled.figures.row))
    return Reading(
        file=reader.file,
        sha256=seal,
        source=source,
        rows_read=rows_read,
        rows_used=used,
        rows_filtered=rows_read - used - refused,
        rows_refused=refused,
        figures=settled.figures,
        problems=(*wrong.problems, *settled.problems),
        notes=(
            *notes,
            *reader.whereabouts.notes(),
            *said_of_remarks(reader.remarks),
            *said_by_publisher(settled.figures),
            *_said_of_rows(len(settled.repeated_rows), more),
            *([] if used or refused else [_NONE]),
        ),
    )


@dataclass(slots=True)
class _Wrong:
    """The rows refused, and the first problems in full."""

    rows: set[int] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    unlisted: int = 0

    @property
    def room(self) -> int:
        return MOST_PROBLEMS - len(self.problems)

    def add(self, refused: Iterable[tuple[int, Sequence[Problem]]]) -> None:
        for number, problems in refused:
            self.rows.add(number)
            self.unlisted += len(problems[self.room :])
            self.problems += problems[: self.room]


def _without(figures: Figures, rows: set[int]) -> Figures:
    """The figures of rows that were not refused: a row is used whole or not at all."""
    import numpy as np  # noqa: PLC0415 - as above

    if not rows:
        return figures
    return figures.take(np.flatnonzero(~np.isin(as_numbers(figures.row), list(rows))))


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
