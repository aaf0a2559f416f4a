"""Files of Explore Education Statistics, as the Department for Education publishes them.

Every row says its period in two columns (`201819`, `Academic year`) and its level
of geography in one (`Local authority`, in either case), with the area's code in
the column of that level; other levels' columns hold a single space. Names beside
the codes are not read, so a footnote's digit behind one ("Gateshead7") means
nothing. Columns are known by their headings, wherever they stand. Where a release
moved what tells rows apart (`characteristic` to `gender`), a measure says both
under `if_present`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from evaluation.measures.source import Source, as_percentage
from evaluation.measures.tables import Row, Table, fold
from evaluation.model.measure import Find, Measure

_PERIOD, _IDENTIFIER, _LEVEL = "time_period", "time_identifier", "geographic_level"
_REPORTING: Final = "reporting year"  # a year as the publication counts it: the measure knows of which kind
# Level -> the column that holds the code of an area of that level, from the large to the small.
_CODE_OF: Final[Mapping[str, str]] = {
    "national": "country_code",
    "regional": "region_code",
    "local authority": "new_la_code",
    "local authority district": "lad_code",
    "ward": "ward_code",
    "mayoral combined authority": "mayoral_combined_authority_code",
    "parliamentary constituency": "pcon_code",
}
_NUMBER: Final = "old_la_code"  # the Department's number of three digits, for a local authority without a code
# Two columns put together from others, under headings that say so in a Problem.
AREA: Final = "code of geographic_level"
PERIOD: Final = "time_period with time_identifier"


def recognises(headings: frozenset[str]) -> bool:
    """Whether the headings are those of a data file of Explore Education Statistics."""
    return headings >= {_PERIOD, _IDENTIFIER, _LEVEL}


def finds(measure: Measure, _: frozenset[str]) -> tuple[Find, ...]:
    """As the measure declares; area and period are known where it says nothing else."""
    declared = (as_percentage(find, measure) for find in measure.find if find.source == "ees")
    return tuple(replace(find, area=find.area or AREA, period=find.period or PERIOD) for find in declared)


def shape(table: Table) -> Table:
    """The table with the columns `AREA` and `PERIOD` added; a row of a level we have no code for has no area."""
    period, identifier, level = map(table.column, (_PERIOD, _IDENTIFIER, _LEVEL))
    code_of = {name: table.column(column) for name, column in _CODE_OF.items() if column in table.headings}

    number = table.column(_NUMBER) if _NUMBER in table.headings else None

    def area(row: Sequence[str]) -> str:
        column = code_of.get(fold(row[level]))
        code = "" if column is None else row[column].strip()
        is_authority = fold(row[level]) == "local authority"
        return row[number] if not code and is_authority and number is not None else code

    def when(row: Sequence[str]) -> str:
        return row[period] if fold(row[identifier]) == _REPORTING else f"{row[identifier]} {row[period]}"

    def rows() -> Iterator[Row]:
        width = len(table.header)
        for number, cells in table.rows():
            row = [*cells[:width], *[""] * (width - len(cells))]
            yield number, [*row, area(row), when(row), *cells[width:]]

    return replace(table, header=(*table.header, AREA, PERIOD), rows=rows)


SOURCE = Source(
    from_workbook=None, recognises=recognises, finds=finds, shape=shape, title="Explore Education Statistics"
)
