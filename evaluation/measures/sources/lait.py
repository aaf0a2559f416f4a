"""Long files of the local authority interactive tool (LAIT), as the Department for Education keeps them.

One row an area and year of one measure: `Short Desc` names the measure (its long
name, `Data item`, stands in the first row of each area only), `Years` the year,
`Values` the value as published. Areas have no code of the Government Statistical
Service but the Department's number of three digits, which spreadsheets write
`873.0`; England and the regions have numbers of the tool's own. A measure names
itself: `filters = { "Short Desc" = "FSP_NEW_GOODDEV" }`.

A school or financial year written alone is the year it ends in: good level of
development of `2019` is that of the results for 2018/19, and there is none for
`2020` and `2021`, when no profiles were collected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from evaluation.measures.source import Source, as_percentage, unnamed
from evaluation.measures.tables import Row, Table, fold
from evaluation.model.measure import Find, LoneYear, Measure

_NAME, _YEARS, _VALUES, _AREA, _NUMBER = "Short Desc", "Years", "Values", "LA and Regions", "LA Number"
AREA: Final = "LA Number, or LA and Regions"
_WHOLE: Final = re.compile(r"(\d{3})(?:\.0+)?", re.ASCII)
# The tool's numbers for areas that have none of the Department's: England, the regions (ONS, E12) and the two parts
# of London (ONS, E13).
CODE_OF: Final[Mapping[str, str]] = {
    "970": "E92000001",
    "980": "E12000001",
    "981": "E12000002",
    "982": "E12000003",
    "983": "E12000004",
    "984": "E12000005",
    "985": "E12000006",
    "986": "E12000007",
    "987": "E13000001",
    "988": "E13000002",
    "989": "E12000008",
    "990": "E12000009",
}


def recognises(headings: frozenset[str]) -> bool:
    """Whether the headings are those of a long file of the tool."""
    return headings >= set(map(fold, (_NAME, _YEARS, _VALUES, _AREA)))


def finds(measure: Measure, headings: frozenset[str]) -> tuple[Find, ...]:
    """As the measure declares. Raises Unreadable where it does not say which of the tool's measures it is."""
    declared = [find for find in measure.find if find.source == "lait"]
    if recognises(headings) and not all(fold(_NAME) in set(map(fold, find.filters)) for find in declared):
        raise unnamed(measure, "of the tool's measures", f'"{_NAME}" = "InfMort"')
    return tuple(
        replace(
            as_percentage(find, measure),
            area=find.area or AREA,
            period=find.period or _YEARS,
            value=find.value or _VALUES,
            lone_year=find.lone_year or LoneYear.ENDS,
        )
        for find in declared
    )


def shape(table: Table) -> Table:
    """The table with the column `AREA`: a code, else the Department's number, else the name."""
    name = table.column(_AREA)
    number = table.column(_NUMBER) if fold(_NUMBER) in table.headings else None

    def area(row: Sequence[str]) -> str:
        found = None if number is None else _WHOLE.fullmatch(row[number].strip())
        return CODE_OF.get(found[1], found[1]) if found else row[name]

    def rows() -> Iterator[Row]:
        width = len(table.header)
        for place, cells in table.rows():
            row = [*cells[:width], *[""] * (width - len(cells))]
            yield place, [*row, area(row), *cells[width:]]

    return replace(table, header=(*table.header, AREA), rows=rows)


SOURCE: Final = Source(
    from_workbook=None, recognises=recognises, finds=finds, shape=shape, title="the local authority interactive tool"
)
