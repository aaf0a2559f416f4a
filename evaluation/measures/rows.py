"""One row becomes observations, or problems, or is passed over: whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from evaluation.measures.cells import Gap, Number, read_cell
from evaluation.measures.figures import Figure, from_counts, from_value, stated
from evaluation.measures.finding import Layout, Spot
from evaluation.measures.periods import PeriodRead, read_period
from evaluation.measures.remarks import is_remark
from evaluation.measures.tables import Table, fold
from evaluation.measures.unreadable import Unreadable, nearest, quoted
from evaluation.measures.whereabouts import Named, Whereabouts
from evaluation.model.framework import Framework
from evaluation.model.measure import LoneYear
from evaluation.model.observations import Observation, Status
from evaluation.problems import Origin, Problem


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one table."""

    file: str
    table: Table
    layout: Layout
    framework: Framework
    whereabouts: Whereabouts
    remarks: list[int] = field(default_factory=list)
    _periods: dict[tuple[str, str, LoneYear | None], PeriodRead] = field(default_factory=dict)

    def read(self, number: int, cells: Sequence[str]) -> tuple[list[Observation], list[Problem]]:
        """The row's observations, or its problems; neither where it is about something else or holds a remark."""
        observations, problems = self._taken(number, cells)
        if problems and is_remark(cells, len(self.table.header)):
            self.remarks.append(number)
            return [], []
        return observations, problems

    def _taken(self, number: int, cells: Sequence[str]) -> tuple[list[Observation], list[Problem]]:
        width = len(self.table.header)
        if any(cell.strip() for cell in cells[width:]):
            return [], [self._ragged(number)]
        padded = [*cells[:width], *[""] * (width - len(cells))]
        spots = self.layout.spots(padded)
        if not spots and self.layout.names_measures is not None:
            return [], [self._unknown_measure(number, padded[self.layout.names_measures])]
        read = [self._observe(number, spot, padded) for spot in spots]
        problems = list(dict.fromkeys(found for found in read if isinstance(found, Problem)))
        return [found for found in read if isinstance(found, Observation)] if not problems else [], problems

    def _observe(self, number: int, spot: Spot, cells: Sequence[str]) -> Observation | Problem | None:
        """One measure's figure in this row; None where it is about an area that is not ours."""
        column: int | None = spot.area
        try:
            area = self.whereabouts.area(cells[spot.area])
            if area is None:
                return None
            column = spot.period
            period = spot.when or self.period(spot, self._text(spot.period, cells))
            if isinstance(area, Named):
                column = spot.area
                area = self.whereabouts.settle(area, period.period)
                if area is None:
                    return None
            figure = self._figure(spot, cells)
        except Unreadable as error:
            return error.problem(self._origin(number, column if error.column is None else error.column))
        status = Status.PROVISIONAL if period.provisional and figure.status is Status.REPORTED else figure.status
        self.whereabouts.took(cells[spot.area], area)
        return Observation(
            measure=spot.measure.id,
            area=area,
            period=period.period,
            status=status,
            value=figure.value,
            numerator=figure.numerator,
            denominator=figure.denominator,
            symbol=figure.symbol,
            group=self._text(spot.group, cells),
            sheet=self.table.sheet,
            row=number,
            note=self.note(self._text(spot.note, cells), period),
        )

    @staticmethod
    def note(text: str, period: PeriodRead) -> str:
        """What is remarked on a figure: the cell beside it, and the mark of its period."""
        return "; ".join(said for said in (text.strip(), period.mark) if said)

    def period(self, spot: Spot, text: str) -> PeriodRead:
        """As `read_period`; a file repeats a few periods many times."""
        key = text, spot.measure.id, spot.lone_year
        found = self._periods.get(key)
        if found is None:
            found = self._periods[key] = read_period(key[0], spot.measure, spot.lone_year)
        return found

    def _figure(self, spot: Spot, cells: Sequence[str]) -> Figure:
        blamed = spot.value
        try:
            if _stands_as_value(spot, cells):
                figure = from_value(spot.measure, _cell(cells, spot.value), spot.values_as)
            else:
                blamed = spot.numerator
                figure = from_counts(spot.measure, _cell(cells, spot.numerator), _cell(cells, spot.denominator))
            blamed = spot.symbol if spot.status is None or not cells[spot.status].strip() else spot.status
            return stated(figure, self._text(spot.status, cells), self._text(spot.symbol, cells))
        except Unreadable as error:
            error.column = blamed if error.column is None else error.column
            raise

    @staticmethod
    def _text(column: int | None, cells: Sequence[str]) -> str:
        return "" if column is None else cells[column].strip()

    def _origin(self, number: int, column: int | None = None) -> Origin:
        heading = None if column is None else self.table.header[column]
        return Origin(self.file, sheet=self.table.sheet or None, row=number, column=heading)

    def _ragged(self, number: int) -> Problem:
        return Problem(
            "ragged-row",
            "The row has more cells than there are headings.",
            "Put text that holds the separator in quotation marks.",
            origin=self._origin(number),
        )

    def _unknown_measure(self, number: int, name: str) -> Problem:
        ids = frozenset(name for measure in self.framework.measures for name in (measure.id, *measure.formerly))
        if fold(name) in map(fold, ids):
            return Problem(
                "missing-column",
                f"The columns of this file hold no figure of {quoted(name.strip())}, or none of its kind of period.",
                "Head them with its periods, as the template shows, or bring it in by a file of its own.",
                origin=self._origin(number, self.layout.names_measures),
            )
        return Problem(
            "unknown-measure",
            f"No measure {quoted(name.strip())} is declared.",
            "Write the measure's id as the plan has it.",
            near=nearest(name.strip(), ids),
            origin=self._origin(number, self.layout.names_measures),
        )


def _stands_as_value(spot: Spot, cells: Sequence[str]) -> bool:
    """Whether the figure stands as a published value: where both counts stand beside it, they go first."""
    if spot.numerator is None or spot.denominator is None:
        return True
    has_counts = bool(cells[spot.numerator].strip() and cells[spot.denominator].strip())
    return spot.value is not None and not has_counts and bool(cells[spot.value].strip())


def _cell(cells: Sequence[str], column: int | None) -> Number | Gap:
    """The cell of a column that a find cannot lack; a fault in it is blamed on that column."""
    assert column is not None
    try:
        return read_cell(cells[column])
    except Unreadable as error:
        error.column = column
        raise
