"""Files of Fingertips, the public health profiles of the Office for Health Improvement and Disparities.

They come under three kinds of heading: as the site writes them (`Time period`),
as the R package does (`Timeperiod`) and as people mend those (`Time_period`); only
letters and digits are compared. One indicator stands there for several sexes, ages
and categories (deprivation, ethnic group) of the same area and year. A measure
names its indicator, by id or by name, and what else it means: `filters =
{ indicator = "90280", age = "65+ yrs" }`. Unless it says otherwise it means
persons, all categories together, and the one age there is.

Values are taken as published and never worked out anew from Count and Denominator
(many are weighted surveys), unless the measure names those as its counts. What
`Value note` says is kept with the figure (`value_notes`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from evaluation.measures.source import Source, as_percentage, unnamed
from evaluation.measures.tables import Row, Table, fold
from evaluation.measures.value_notes import said_by_note
from evaluation.model.measure import Find, Measure

_ID, _NAME, _AREA, _PERIOD, _SORTABLE = (
    "Indicator ID", "Indicator Name", "Area Code", "Time period", "Time period Sortable",
)  # fmt: skip
_VALUE, _NOTE, _COUNTS = "Value", "Value note", ("Count", "Denominator")
# What tells rows of one indicator, area and time apart, and what is meant where a measure does not say.
APART: Final[Mapping[str, str | None]] = {"Sex": "Persons", "Category Type": "", "Category": "", "Age": None}
_RANGE: Final = "Time period range"  # only in later exports: 1y, 3y
_OURS: Final = (_ID, _NAME, _AREA, "Area Type", *APART, _PERIOD, _SORTABLE, _RANGE, _VALUE, _NOTE, *_COUNTS)
_COLUMNS: Final = ("area", "period", "numerator", "denominator", "value", "note", "status", "group")
STATUS: Final = "status by Value note"


def _bare(heading: str) -> str:
    """A heading's letters and digits: one text for `Time period`, `Timeperiod` and `Time_period`."""
    return "".join(sign for sign in fold(heading) if sign.isalnum())


_BY_BARE: Final = {_bare(heading): heading for heading in _OURS}


def recognises(headings: frozenset[str]) -> bool:
    """Whether the headings are those of Fingertips, in any of their three ways."""
    return set(map(_bare, headings)) >= set(map(_bare, (_ID, _NAME, _AREA, _PERIOD, _VALUE, *APART)))


def finds(measure: Measure, headings: frozenset[str]) -> tuple[Find, ...]:
    """As the measure declares. Raises Unreadable where it does not name its indicator: a file may hold any."""
    declared = [_own_headings(find) for find in measure.find if find.source == "fingertips"]
    if recognises(headings) and not all({_ID, _NAME} & find.filters.keys() for find in declared):
        raise unnamed(measure, "indicator", 'indicator = "90280"')
    return tuple(_filled_in(measure, find, headings) for find in declared)


def _own(column: str) -> str:
    """The column under Fingertips' own heading, where it is one of theirs."""
    return _BY_BARE.get(_bare(column), column)


def _own_headings(find: Find) -> Find:
    """The find with its columns so called; an indicator of digits is an id, any other a name."""
    filters = {}
    for column, said in find.wanted.items():
        is_indicator, is_id = _bare(column) == "indicator", all(text.isdigit() for text in said)
        filters[(_ID if is_id else _NAME) if is_indicator else _own(column)] = said
    if_present = {_own(column): said for column, said in find.if_present.items()}
    columns: dict[str, Any] = {name: _own(column) for name in _COLUMNS if (column := getattr(find, name))}
    return replace(find, filters=filters, if_present=if_present, **columns)


def _filled_in(measure: Measure, find: Find, headings: frozenset[str]) -> Find:
    """The find with the columns it does not name; what a note says of the value says nothing of counts."""
    is_counted = find.numerator is not None and find.value is None
    return replace(
        as_percentage(find, measure),
        area=find.area or _AREA,
        period=find.period or _PERIOD,
        value=None if is_counted else find.value or _VALUE,
        status=find.status or (None if is_counted else STATUS),
        note=find.note or (_NOTE if fold(_NOTE) in headings else None),
    )


def shape(table: Table) -> Table:
    """The table under Fingertips' own headings, with what the note says of the figure, and times that are sure."""
    header = tuple(_BY_BARE.get(_bare(heading), heading) for heading in table.header)
    named = replace(table, header=header)
    value, period = named.column(_VALUE), named.column(_PERIOD)
    note, sortable = (header.index(name) if name in header else None for name in (_NOTE, _SORTABLE))
    blanks = tuple(place for place, heading in enumerate(header) if heading in {*APART, _NOTE, _SORTABLE})

    def rows() -> Iterator[Row]:
        width = len(header)
        for number, cells in table.rows():
            row = [*cells[:width], *[""] * (width - len(cells))]
            for place in blanks:
                if row[place] == "NA":  # how R writes a blank
                    row[place] = ""
            row[period] = _sure(row[period], "" if sortable is None else row[sortable])
            status = said_by_note("" if note is None else row[note], row[value])
            yield number, [*row, status, *cells[width:]]

    return replace(named, header=(*header, STATUS), rows=rows)


@lru_cache(maxsize=10_000)
def _sure(period: str, sortable: str) -> str:
    """The period; with its sortable key behind it, so that nothing can read it, where the two name different years."""
    first = next((word for word in _years(period)), "")
    return period if not sortable.strip() or sortable.strip().startswith(first) else f"{period} (sortable {sortable})"


def _years(period: str) -> Iterator[str]:
    digits = "".join(sign if sign.isdigit() else " " for sign in period).split()
    return (word for word in digits if len(word) == len("2015"))


SOURCE: Final = Source(
    from_workbook=None, recognises=recognises, finds=finds, shape=shape, apart=APART, title="Fingertips"
)
