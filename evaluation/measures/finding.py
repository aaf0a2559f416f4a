"""Where each measure stands in a table: its rows by filters, its figures by columns."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from evaluation.measures.deciding import decided
from evaluation.measures.periods import PeriodRead, read_period
from evaluation.measures.source import Source
from evaluation.measures.tables import Table, fold
from evaluation.model.framework import Framework
from evaluation.model.measure import Find, LoneYear, Measure

# Columns a file made for the programme may have beside its figures, each under its own name.
_BESIDE: Final = ("status", "symbol", "group")


@dataclass(frozen=True, slots=True)
class Spot:
    """A measure's columns in one table, by number from 0; None where it has no such column.

    `when` is the period of its figures where no column says it. One row may hold
    several spots of one measure, each of another period.
    """

    measure: Measure
    values_as: str
    area: int
    period: int | None
    numerator: int | None
    denominator: int | None
    value: int | None
    note: int | None = None
    status: int | None = None
    group: int | None = None
    symbol: int | None = None
    when: PeriodRead | None = None
    lone_year: LoneYear | None = None


@dataclass(slots=True)
class Layout:
    """Where all measures stand in one table.

    `by_filters` maps the numbers of the filter columns to the spots of each tuple
    of their folded texts, so that a row finds its measures by look-up.
    `unfound` are the measures that declare this source but not this file.
    """

    names_measures: int | None = None
    by_filters: dict[tuple[int, ...], dict[tuple[str, ...], list[Spot]]] = field(default_factory=dict)
    unfound: list[str] = field(default_factory=list)

    def add(self, table: Table, measure: Measure, find: Find, beside: Mapping[str, str]) -> None:
        """Note that `measure` stands where `find` says; `beside` are columns the whole file has for its figures."""

        def at(column: str | None) -> int | None:
            return None if column is None else table.column(column)

        area = at(find.area)
        assert area is not None
        spot = Spot(
            measure,
            find.values_as,
            area,
            at(find.period),
            at(find.numerator),
            at(find.denominator),
            at(find.value),
            note=at(find.note),
            status=at(find.status or beside.get("status")),
            group=at(find.group or beside.get("group")),
            symbol=at(beside.get("symbol")),
            when=None if find.at is None else read_period(find.at, measure, find.lone_year),
            lone_year=find.lone_year,
        )
        by_text = self.by_filters.setdefault(tuple(map(table.column, find.filters)), {})
        for wanted in itertools.product(*find.wanted.values()):
            by_text.setdefault(tuple(map(fold, wanted)), []).append(spot)

    def spots(self, cells: Sequence[str]) -> list[Spot]:
        """The spots whose filters this row passes, one a measure and period: the first declared wins."""
        found: dict[tuple[str, PeriodRead | None], Spot] = {}
        for columns, by_text in self.by_filters.items():
            for spot in by_text.get(tuple(fold(cells[column]) for column in columns), ()):
                found.setdefault((spot.measure.id, spot.when), spot)
        return list(found.values())


def columns_of(find: Find) -> tuple[str, ...]:
    """Every column a find needs."""
    figures = (find.area, find.period, find.numerator, find.denominator, find.value)
    named = (*find.filters, *figures, find.note, find.status, find.group)
    return tuple(name for name in named if name is not None)


def finds_in(table: Table, source: Source, measure: Measure) -> tuple[Find, ...]:
    """Where the measure may stand in this table, with the filters for those of its columns that are there."""
    return tuple(_with_present(find, table.headings) for find in source.finds(measure, table.headings))


def _with_present(find: Find, headings: frozenset[str]) -> Find:
    there = {column: text for column, text in find.if_present.items() if fold(column) in headings}
    return replace(find, filters={**there, **find.filters}) if there else find


def missing_columns(find: Find, table: Table) -> tuple[str, ...]:
    """Those of its columns that are not in the table, or stand there twice; a find of no figures fits no table."""
    if find.value is None and (find.numerator is None or find.denominator is None):
        return ("numerator and denominator, or value",)
    over_headings = any("{period}" in name for name in columns_of(find))
    if find.period is None and find.at is None and not over_headings:
        return ("period",)
    return tuple(name for name in columns_of(find) if len(table.places(name)) != 1)


def lay_out(table: Table, source: Source, framework: Framework) -> Layout:
    """Where each measure of the framework stands in a table already in its source's shape.

    Raises Unreadable where rows of several kinds fit a measure, and where a heading stands twice.
    """
    layout = Layout()
    beside: dict[str, str] = {}
    if source.names_measures and source.recognises(table.headings):  # made for the programme
        layout.names_measures = table.column(source.names_measures)
        beside = {name: name for name in _BESIDE if name in table.headings}
    found: list[tuple[Measure, Find]] = []
    for measure in framework.measures:
        candidates = finds_in(table, source, measure)
        fitting = [(measure, find) for find in candidates if not missing_columns(find, table)]
        found += fitting
        if candidates and not fitting:
            layout.unfound.append(measure.id)
    for measure, find in decided(table, found, source.apart):
        layout.add(table, measure, find, {**beside, **source.beside})
    return layout


def fits(table: Table, source: Source, framework: Framework) -> bool:
    """Whether any measure finds itself in the table."""
    finds = (find for measure in framework.measures for find in finds_in(table, source, measure))
    return any(not missing_columns(find, table) for find in finds)
