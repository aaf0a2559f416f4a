"""Rows by the thousand become columns of figures: the quick way for rows with nothing odd about them.

`rows.RowReader` says what a row means. Here each distinct text of a column is read
once, by the very same functions, and the figures of a whole chunk are reckoned
together (`value_columns`). A row with anything odd in it (a problem, a percent sign, a place known by
another name) is left to the row reader. A test holds that both say the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from evaluation.measures.chunks import Chunk
from evaluation.measures.finding import Spot
from evaluation.measures.growing import Codes, Columns, Growing, Lookup
from evaluation.measures.periods import PeriodRead
from evaluation.measures.rows import RowReader
from evaluation.measures.unreadable import Unreadable
from evaluation.measures.value_columns import ODD, Bools, Take, ValueReader
from evaluation.problems import Problem

_NOT_OURS: Final = -2  # an area that is not ours
TOO_FEW: Final = 8  # rows of a kind in a chunk: one by one they are read sooner


@dataclass(slots=True)
class ColumnReader:
    """Reads chunks of one table into columns that grow."""

    reader: RowReader
    growing: Growing = field(default_factory=Growing)
    _kinds: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    _alike: dict[object, int] = field(default_factory=dict)
    _spots: list[tuple[Spot, ...] | None] = field(default_factory=list)
    _values: ValueReader = field(default_factory=ValueReader)
    _by_filters: Lookup[Any, int] = field(init=False)
    _areas: Lookup[str, int] = field(init=False)
    _groups: Lookup[str, int] = field(init=False)
    _periods: dict[object, Lookup[str, int]] = field(default_factory=dict)
    _read: list[PeriodRead] = field(default_factory=list)
    _written: list[tuple[int, int, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Nothing is known before the first chunk."""
        self._by_filters, self._areas = Lookup(self._kind), Lookup(self._area)
        self._groups = Lookup(lambda text: self.growing.known["group"][text.strip()])

    def read(self, chunk: Chunk) -> list[tuple[int, list[Problem]]]:
        """Take the figures of some rows; returns the problems of each row that is refused, by its number."""
        self._values.forget()
        odd = chunk.uneven.copy()
        parts = self._parts(chunk, odd)
        refused = []
        for place in np.flatnonzero(odd).tolist():
            number = int(chunk.numbers[place])
            observations, problems = self.reader.read(number, chunk.rows[place])
            if problems:
                refused.append((number, problems))
            parts.append((np.full(len(observations), place), self.growing.coded(observations)))
        self._add(parts, chunk.numbers, odd)
        return refused

    def _add(self, parts: list[tuple[NDArray[np.intp], Columns]], numbers: NDArray[Any], odd: Bools) -> None:
        """Add the parts in the order of their rows; of odd rows what the row reader said, which came last."""
        if not parts:
            return
        at = np.concatenate([places for places, _ in parts])
        by_row = np.concatenate([np.full(len(places), "row" in columns) for places, columns in parts])
        keep = np.flatnonzero(by_row | ~odd[at])
        order = keep[np.argsort(at[keep], kind="stable")]
        together = {
            name: np.concatenate([numbers[places] if name == "row" else columns[name] for places, columns in parts])
            for name in self.growing.columns
        }
        self.growing.add({name: column[order] for name, column in together.items()})

    def _parts(self, chunk: Chunk, odd: Bools) -> list[tuple[NDArray[np.intp], Columns]]:
        """The figures of each spot; rows found odd on the way are marked in `odd`."""
        parts: list[tuple[NDArray[np.intp], Columns]] = []
        kinds = self._kinds_of(chunk)
        alike = np.array([number for number, _ in self._kinds], np.int32)[kinds]
        for number in np.unique(alike[~odd]).tolist():
            spots = self._spots[number]
            places = np.flatnonzero((alike == number) & ~odd)
            if spots is None or len(places) < TOO_FEW:
                odd[places] = True
                continue
            take = _taking(chunk, places)
            for which, spot in enumerate(spots):
                mine, found, strange = self._figures(spot, take, len(places))
                odd[places[strange]] = True
                measure = np.array([names[which] if len(names) > which else 0 for _, names in self._kinds], np.int32)
                parts.append((places[mine], {**found, "measure": measure[kinds[places[mine]]]}))
        return parts

    def _kinds_of(self, chunk: Chunk) -> Codes:
        """Which spots each row has, by the texts of the columns that are filtered by."""
        columns = [chunk.columns[place] for place in self._filtered()]
        if len(columns) == 1:
            return self._by_filters.codes(columns[0])
        return self._by_filters.codes(zip(*columns, strict=True) if columns else itertools.repeat((), len(chunk)))

    def _filtered(self) -> list[int]:
        named = self.reader.layout.names_measures
        filtered = {place for several in self.reader.layout.by_filters for place in several}
        return sorted(filtered | (set() if named is None else {named}))

    def _kind(self, texts: str | tuple[str, ...]) -> int:
        """The number of a kind of row: which spots it has, and which measures those are of."""
        cells = [""] * len(self.reader.table.header)
        for place, text in zip(self._filtered(), (texts,) if isinstance(texts, str) else texts, strict=True):
            cells[place] = text
        spots = tuple(self.reader.layout.spots(cells))
        alike = self._alike.setdefault(tuple(map(_but_for_its_name, spots)), len(self._spots))
        if alike == len(self._spots):
            # A row without a spot is about something else, unless it names a measure: there is none of that name.
            self._spots.append(spots if spots or self.reader.layout.names_measures is None else None)
        self._kinds.append((alike, tuple(self.growing.known["measure"][spot.measure.id] for spot in spots)))
        return len(self._kinds) - 1

    def _figures(self, spot: Spot, take: Take, count: int) -> tuple[Bools, Columns, Bools]:
        """Which rows have a figure of this spot, the columns of those, and which rows are odd."""
        known = self.growing.known
        area = self._areas.codes(take(spot.area))
        period = self._period(spot, take, count)
        found = self._values.read(spot, take)
        odd = (area == ODD) | ((area != _NOT_OURS) & ((period == ODD) | found.odd))
        mine = (area >= 0) & ~odd
        periods, marks, provisional = np.array(self._written or [(0, 0, False)], np.int32).T
        outcome = self._values.provisional(found.outcome[mine], provisional[period[mine]])
        statuses, symbols = zip(*self._values.outcomes, strict=True)
        whole = np.full(int(mine.sum()), 0, np.int32)
        columns = {
            "sheet": whole + known["sheet"][self.reader.table.sheet],
            "area": area[mine],
            "period": periods[period[mine]],
            "group": whole + known["group"][""] if spot.group is None else self._groups.codes(take(spot.group))[mine],
            "note": marks[period[mine]] if spot.note is None else self._notes(take(spot.note), period, mine),
            "status": known["status"].codes(statuses)[outcome],
            "symbol": known["symbol"].codes(symbols)[outcome],
            "value": found.value[mine],
            "numerator": found.numerator[mine],
            "denominator": found.denominator[mine],
        }
        return mine, columns, odd

    def _area(self, text: str) -> int:
        """The code of an area that stands as we know it."""
        try:
            found = self.reader.whereabouts.area(text)
        except Unreadable:
            return ODD
        if found is None:
            return _NOT_OURS
        return self.growing.known["area"][found] if found == text else ODD

    def _period(self, spot: Spot, take: Take, count: int) -> Codes:
        """Places in `_read`, or odd."""
        if spot.period is None:
            assert spot.when is not None
            known = self._periods.setdefault(spot.when, Lookup(lambda _: self._kept(spot.when)))
            return np.full(count, known[""], np.int32)
        key = (spot.measure.id, spot.lone_year)
        if key not in self._periods:
            self._periods[key] = Lookup(lambda text: self._period_read(spot, text))
        return self._periods[key].codes(take(spot.period))

    def _period_read(self, spot: Spot, text: str) -> int:
        try:
            return self._kept(self.reader.period(spot, text))
        except Unreadable:
            return ODD

    def _kept(self, read: PeriodRead | None) -> int:
        """Its place in `_read`; beside it the codes of the period and of a note that is its mark alone."""
        assert read is not None
        known = self.growing.known
        self._read.append(read)
        mark = known["note"][self.reader.note("", read)]
        self._written.append((known["period"][read.period], mark, read.provisional))
        return len(self._read) - 1

    def _notes(self, texts: Sequence[str], period: Codes, mine: Bools) -> Codes:
        """What is remarked on each figure, with the mark of its period."""
        chosen = zip(itertools.compress(texts, mine), period[mine].tolist(), strict=True)
        return self.growing.known["note"].codes(self.reader.note(text, self._read[place]) for text, place in chosen)


def _but_for_its_name(spot: Spot) -> object:
    """What decides how the cells of a spot are read: spots alike in it are read together, of whatever measure."""
    measure = spot.measure
    columns = (spot.area, spot.period, spot.numerator, spot.denominator, spot.value, spot.note, spot.status)
    read_as = (measure.scale, measure.per, measure.periods, measure.windows_of, spot.when, spot.lone_year)
    return (*columns, spot.group, spot.symbol, spot.values_as, *read_as)


def _taking(chunk: Chunk, places: NDArray[np.intp]) -> Take:
    """What gives the texts of a column at these places."""
    if len(places) == len(chunk):
        return chunk.columns.__getitem__
    if len(places) == 1:
        return lambda column: (chunk.columns[column][int(places[0])],)
    chosen = itemgetter(*places.tolist())
    return lambda column: chosen(chunk.columns[column])
