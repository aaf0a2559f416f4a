"""Which table of a file holds the figures, and which source it comes from: told by content, never by name."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evaluation.measures.finding import columns_of, finds_in, fits, missing_columns
from evaluation.measures.not_figures import said_of
from evaluation.measures.personal import check_name
from evaluation.measures.screening import check_around, check_table, check_unknown
from evaluation.measures.source import Source
from evaluation.measures.sources import SOURCES, mapped
from evaluation.measures.streaming import Content
from evaluation.measures.tables import Grid, Row, Table, fold, from_text, no_column
from evaluation.measures.unreadable import refusal, refusals
from evaluation.measures.workbooks import all_sheets, is_workbook, visible
from evaluation.model.framework import Framework
from evaluation.model.mapping import FileMapping
from evaluation.model.measure import Find
from evaluation.problems import MeasuresError, Origin, Problem

# A table with at least half of what a measure asks for is taken for a file of that kind with columns missing.
_NEAR = 1 / 2
_SHOWN = 8  # headings named of a file nobody knows, columns named that were not read


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person said of a file: its sheet and heading row, which column is what, and the mappings kept before."""

    sheet: str | None = None
    header_row: int | None = None
    mapping: FileMapping | None = None
    kept: Sequence[FileMapping] = ()


NOTHING_ASKED: Final = Asked()  # the file is read by its content alone


@dataclass(frozen=True, slots=True)
class Opened:
    """The table with the figures in its source's shape, and what is to be said of how it was found."""

    name: str
    source: Source
    table: Table
    heading_row: int
    notes: tuple[str, ...] = ()


def open_table(file: str, content: Content, framework: Framework, asked: Asked) -> Opened:
    """The first table that a source recognises; others in the same workbook are named, not read.

    What was declared goes before the mappings kept; a mapping given with the file goes before both.

    Raises MeasuresError where the file cannot be read, no source recognises it, a
    column anywhere in it identifies a person, or no measure finds itself in it.
    """
    check_name(file)
    grids, others = grids_of(file, content, asked.sheet)
    sources = _sources(asked, in_workbook=is_workbook(content))
    recognised = [found for grid in grids for found in _recognised(grid, sources, framework, asked.header_row)]
    if not recognised:
        top = [(grid, heading) for grid in grids for heading in grid.headings(asked.header_row)]
        check_unknown(file, [*grids, *others])
        raise _unrecognised(file, top, sources, framework, is_told=asked.mapping is not None)
    (name, row, table), *more = recognised
    check_table(file, table, row)
    check_around(file, table, row, [*grids, *others])
    not_read = (f'The sheet "{other.sheet}" holds figures too and was not read.' for _, _, other in more)
    shaped = _shaped(file, table, sources[name], framework, row)
    notes = (*table.notes, *_by_mapping(name), *not_read, *_not_read(shaped, sources[name], framework))
    return Opened(name, sources[name], shaped, row, notes)


def table_asked_for(file: str, content: Content, framework: Framework, asked: Asked) -> tuple[Table, int]:
    """The table that is read, and its heading row. Raises MeasuresError as `open_table`."""
    found = open_table(file, content, framework, asked)
    return found.table, found.heading_row


def grids_of(file: str, content: Content, sheet: str | None) -> tuple[list[Grid], list[Grid]]:
    """The grids to look for figures in: every visible sheet, the sheet asked for, or the one table of a text file.

    And those left out of that. Raises MeasuresError where the file cannot be read.
    """
    if not is_workbook(content):
        return [from_text(file, content)], []
    every = all_sheets(file, content)
    chosen = visible(file, every, sheet)
    return chosen, [grid for grid in every if grid not in chosen]


def _sources(asked: Asked, *, in_workbook: bool) -> dict[str, Source]:
    """The kinds of file to try, in order. Mappings go by a name no declared kind can have."""
    if asked.mapping is not None:
        return {f"{mapped.NAME} {asked.mapping.name}".strip(): mapped.source_of(asked.mapping)}
    declared = {name: source for name, source in SOURCES.items() if source.from_workbook in {in_workbook, None}}
    return declared | {f"{mapped.NAME} {kept.name}": mapped.source_of(kept) for kept in asked.kept}


def _by_mapping(name: str) -> tuple[str, ...]:
    kept = name.removeprefix(mapped.NAME).strip()
    return (f'Its columns are known from the mapping "{kept}".',) if kept and name.startswith(mapped.NAME) else ()


def _recognised(
    grid: Grid, sources: Mapping[str, Source], framework: Framework, header_row: int | None
) -> list[tuple[str, int, Table]]:
    """The source, heading row and table of the grid's first recognised heading; nothing where there is none."""
    for heading in itertools.chain(grid.double_headings(header_row), grid.headings(header_row)):
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
            "Declare it on the measure, under `find`, or say which column is what.",
        )
    raise _without_columns(file, shaped, best, row)


def _not_read(table: Table, source: Source, framework: Framework) -> tuple[str, ...]:
    """The columns of a wide file that nothing was read from: a period misspelt in a heading would be one."""
    finds = [find for measure in framework.measures for find in finds_in(table, source, measure)]
    used = [find for find in finds if not missing_columns(find, table)]
    if all(find.at is None for find in used):
        return ()
    columns = {fold(column) for find in used for column in columns_of(find)}
    others = [heading for heading in table.header if heading and fold(heading) not in columns]
    more = f" and {len(others) - _SHOWN} more" if others[_SHOWN:] else ""
    return (f"Columns not read: {', '.join(others[:_SHOWN])}{more}.",) if others else ()


def _unrecognised(
    file: str, top: list[tuple[Grid, Row]], sources: Mapping[str, Source], framework: Framework, *, is_told: bool
) -> MeasuresError:
    """Say which columns are missing where the file comes near to something we read; else that we do not know it."""
    if not top:
        return refusal(file, "empty-file", "There is no row of headings.", "Bring in a file with figures.")
    near = [
        (_lacking(best, table), heading[0], table, best)
        for grid, heading in top
        for table in [grid.below(heading)]
        for best in [_closest(table, list(sources.values()), framework)]
        if best is not None and (is_told or _lacking(best, table) <= _NEAR)
    ]
    if near:
        _, row, table, best = min(near, key=lambda found: found[:2])
        return _without_columns(file, table, best, row)
    return refusal(file, "unknown-format", *said_of(row for _, (_, row) in top))


def _closest(table: Table, sources: list[Source], framework: Framework) -> Find | None:
    """The find that misses the fewest columns of this table, in proportion."""
    candidates = (
        find for source in sources for measure in framework.measures for find in finds_in(table, source, measure)
    )
    return min(candidates, key=lambda find: _lacking(find, table), default=None)


def _lacking(find: Find, table: Table) -> float:
    """The share of its columns that the table does not have."""
    return len(missing_columns(find, table)) / max(1, len(columns_of(find)))


def _without_columns(file: str, table: Table, find: Find, row: int) -> MeasuresError:
    origin = Origin(file, sheet=table.sheet or None, row=row)
    problems: list[Problem] = [no_column(name, table.header).problem(origin) for name in missing_columns(find, table)]
    return refusals(file, problems)
