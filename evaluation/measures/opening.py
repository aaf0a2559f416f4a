"""Which table of a file holds the figures, and which source it comes from: told by content, never by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evaluation.measures.finding import columns_of, fits, missing_columns
from evaluation.measures.personal import check_headings
from evaluation.measures.source import Source
from evaluation.measures.sources import SOURCES
from evaluation.measures.tables import Grid, Row, Table, from_text, no_column
from evaluation.measures.unreadable import refusal, refusals
from evaluation.measures.workbooks import from_workbook, is_workbook
from evaluation.model.framework import Find, Framework
from evaluation.problems import MeasuresError, Origin, Problem

# A table with at least half of what a measure asks for is taken for a file of that kind with columns missing.
_NEAR = 1 / 2


@dataclass(frozen=True, slots=True)
class Opened:
    """The table with the figures in its source's shape, and what is to be said of how it was found."""

    source: str
    table: Table
    notes: tuple[str, ...] = ()


def open_table(file: str, content: bytes, framework: Framework, sheet: str | None, header_row: int | None) -> Opened:
    """The first table that a source recognises; others in the same workbook are named, not read.

    Raises MeasuresError where the file cannot be read, no source recognises it, a
    heading names what identifies a person, or no measure finds itself in it.
    """
    in_workbook = is_workbook(content)
    grids = from_workbook(file, content, sheet) if in_workbook else [from_text(file, content)]
    sources = {name: source for name, source in SOURCES.items() if source.from_workbook is in_workbook}
    recognised = [found for grid in grids for found in _recognised(grid, sources, framework, header_row)]
    if not recognised:
        top = [(grid, heading) for grid in grids for heading in grid.headings(header_row)]
        raise _unrecognised(file, top, list(sources.values()), framework)
    (name, row, table), *others = recognised
    check_headings(file, table.header, table.sheet, row)
    not_read = (f'The sheet "{other.sheet}" holds figures too and was not read.' for _, _, other in others)
    return Opened(name, _shaped(file, table, sources[name], framework, row), (*table.notes, *not_read))


def _recognised(
    grid: Grid, sources: Mapping[str, Source], framework: Framework, header_row: int | None
) -> list[tuple[str, int, Table]]:
    """The source, heading row and table of the grid's first recognised heading; nothing where there is none."""
    for heading in grid.headings(header_row):
        table = grid.below(heading)
        for name, source in sources.items():
            if source.recognises(table.headings) or (source.by_find and fits(table, source, framework)):
                return [(name, heading[0], table)]
    return []


def _shaped(file: str, table: Table, source: Source, framework: Framework, row: int) -> Table:
    """The table in its source's shape, in which at least one measure finds itself."""
    shaped = source.shape(table)
    if fits(shaped, source, framework):
        return shaped
    best = _closest(shaped, [source], framework)
    if best is None:
        raise refusal(
            file,
            "no-measure",
            "No measure of this programme says how to find itself in a file of this kind.",
            "Declare it on the measure, under `find`.",
        )
    raise _without_columns(file, shaped, best, row)


def _unrecognised(file: str, top: list[tuple[Grid, Row]], sources: list[Source], framework: Framework) -> MeasuresError:
    """Say which columns are missing where the file comes near to something we read; else that we do not know it."""
    if not top:
        return refusal(file, "empty-file", "There is no row of headings.", "Bring in a file with figures.")
    for grid, heading in top:
        check_headings(file, heading[1], grid.sheet, heading[0])
    near = [
        (_lacking(best, table), heading[0], table, best)
        for grid, heading in top
        for table in [grid.below(heading)]
        for best in [_closest(table, sources, framework)]
        if best is not None and _lacking(best, table) <= _NEAR
    ]
    if near:
        _, row, table, best = min(near, key=lambda found: found[:2])
        return _without_columns(file, table, best, row)
    return refusal(
        file,
        "unknown-format",
        "We do not know files with these headings.",
        "Use the template, or declare on the measure how to find itself in such a file.",
    )


def _closest(table: Table, sources: list[Source], framework: Framework) -> Find | None:
    """The find that misses the fewest columns of this table, in proportion."""
    candidates = (
        find for source in sources for measure in framework.measures for find in source.finds(measure, table.headings)
    )
    return min(candidates, key=lambda find: _lacking(find, table), default=None)


def _lacking(find: Find, table: Table) -> float:
    """The share of its columns that the table does not have."""
    return len(missing_columns(find, table)) / max(1, len(columns_of(find)))


def _without_columns(file: str, table: Table, find: Find, row: int) -> MeasuresError:
    origin = Origin(file, sheet=table.sheet or None, row=row)
    problems: list[Problem] = [no_column(name, table.header).problem(origin) for name in missing_columns(find, table)]
    return refusals(file, problems)
