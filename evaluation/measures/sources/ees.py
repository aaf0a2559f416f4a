"""Files of Explore Education Statistics, as the Department for Education publishes them.

Every row says its period in two columns (`201819`, `Academic year`) and its level
of geography in one (`Local authority`, in either case), with the area's code in
the column of that level; other levels' columns hold a single space.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from evaluation.measures.source import Source
from evaluation.measures.tables import Row, Table, fold
from evaluation.model.framework import Find, Measure

_PERIOD, _IDENTIFIER, _LEVEL = "time_period", "time_identifier", "geographic_level"
# Level -> the column that holds the code of an area of that level, from the large to the small.
_CODE_OF: Final[Mapping[str, str]] = {
    "national": "country_code",
    "regional": "region_code",
    "local authority": "new_la_code",
    "local authority district": "lad_code",
    "ward": "ward_code",
}
# Two columns put together from others, under headings that say so in a Problem.
AREA: Final = "code of geographic_level"
PERIOD: Final = "time_period with time_identifier"


def recognises(headings: frozenset[str]) -> bool:
    """Whether the headings are those of a data file of Explore Education Statistics."""
    return headings >= {_PERIOD, _IDENTIFIER, _LEVEL}


def finds(measure: Measure, _: frozenset[str]) -> tuple[Find, ...]:
    """As the measure declares; area and period are known where it says nothing else."""
    declared = (find for find in measure.find if find.source == "ees")
    return tuple(replace(find, area=find.area or AREA, period=find.period or PERIOD) for find in declared)


def shape(table: Table) -> Table:
    """The table with the columns `AREA` and `PERIOD` added; a row of a level we have no code for has no area."""
    period, identifier, level = map(table.column, (_PERIOD, _IDENTIFIER, _LEVEL))
    code_of = {name: table.column(column) for name, column in _CODE_OF.items() if column in table.headings}

    def area(row: Sequence[str]) -> str:
        column = code_of.get(fold(row[level]))
        return "" if column is None else row[column]

    def rows() -> Iterator[Row]:
        width = len(table.header)
        for number, cells in table.rows():
            row = [*cells[:width], *[""] * (width - len(cells))]
            yield number, [*row, area(row), f"{row[identifier]} {row[period]}", *cells[width:]]

    return replace(table, header=(*table.header, AREA, PERIOD), rows=rows)


SOURCE = Source(from_workbook=False, recognises=recognises, finds=finds, shape=shape)
