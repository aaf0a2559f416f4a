"""Where each measure stands in a table: its rows by filters, its figures by columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from evaluation.measures.source import Source
from evaluation.measures.tables import Table, fold
from evaluation.model.framework import Find, Framework, Measure


@dataclass(frozen=True, slots=True)
class Spot:
    """A measure's columns in one table, by number from 0; None where it has no such column."""

    measure: Measure
    values_as: str
    area: int
    period: int
    numerator: int | None
    denominator: int | None
    value: int | None


@dataclass(slots=True)
class Layout:
    """Where all measures stand in one table.

    `by_filters` maps the numbers of the filter columns to the spots of each tuple
    of their folded texts, so that a row finds its measures by look-up.
    `unfound` are the measures that declare this source but not this file.
    """

    names_measures: int | None = None
    status: int | None = None
    symbol: int | None = None
    group: int | None = None
    by_filters: dict[tuple[int, ...], dict[tuple[str, ...], list[Spot]]] = field(default_factory=dict)
    unfound: list[str] = field(default_factory=list)

    def add(self, table: Table, measure: Measure, find: Find) -> None:
        """Note that `measure` stands where `find` says."""
        wanted = {table.column(column): fold(text) for column, text in find.filters.items()}
        figures = (find.area, find.period, find.numerator, find.denominator, find.value)
        area, period, *columns = (None if name is None else table.column(name) for name in figures)
        assert area is not None
        assert period is not None
        spot = Spot(measure, find.values_as, area, period, *columns)
        self.by_filters.setdefault(tuple(wanted), {}).setdefault(tuple(wanted.values()), []).append(spot)

    def spots(self, cells: Sequence[str]) -> list[Spot]:
        """The spots whose filters this row passes, one a measure: the first declared wins."""
        found: dict[str, Spot] = {}
        for columns, by_text in self.by_filters.items():
            for spot in by_text.get(tuple(fold(cells[column]) for column in columns), ()):
                found.setdefault(spot.measure.id, spot)
        return list(found.values())


def columns_of(find: Find) -> tuple[str, ...]:
    """Every column a find needs."""
    named = (*find.filters, find.area, find.period, find.numerator, find.denominator, find.value)
    return tuple(name for name in named if name is not None)


def missing_columns(find: Find, table: Table) -> tuple[str, ...]:
    """Those of its columns that are not in the table, or stand there twice; a find of no figures fits no table."""
    if find.value is None and (find.numerator is None or find.denominator is None):
        return ("numerator and denominator, or value",)
    folded = [fold(heading) for heading in table.header]
    return tuple(name for name in columns_of(find) if folded.count(fold(name)) != 1)


def lay_out(table: Table, source: Source, framework: Framework) -> Layout:
    """Where each measure of the framework stands in a table already in its source's shape."""
    layout = Layout()
    for measure in framework.measures:
        candidates = source.finds(measure, table.headings)
        fitting = [find for find in candidates if not missing_columns(find, table)]
        for find in fitting:
            layout.add(table, measure, find)
        if candidates and not fitting:
            layout.unfound.append(measure.id)
    if source.names_measures and source.recognises(table.headings):  # made for the programme
        columns = (source.names_measures, "status", "symbol", "group")
        layout.names_measures, layout.status, layout.symbol, layout.group = (_optional(table, name) for name in columns)
    return layout


def fits(table: Table, source: Source, framework: Framework) -> bool:
    """Whether any measure finds itself in the table."""
    return any(
        not missing_columns(find, table)
        for measure in framework.measures
        for find in source.finds(measure, table.headings)
    )


def _optional(table: Table, name: str) -> int | None:
    return table.column(name) if name in table.headings else None
