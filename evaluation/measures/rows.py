"""One row becomes observations, or problems, or is passed over: whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from evaluation.measures.cells import Gap, Number, read_cell
from evaluation.measures.figures import Figure, from_counts, from_value, stated
from evaluation.measures.finding import Layout, Spot
from evaluation.measures.periods import PeriodRead, parse_period
from evaluation.measures.tables import Table
from evaluation.measures.unreadable import Unreadable, nearest, quoted
from evaluation.model.framework import Framework
from evaluation.model.observations import Observation, Status
from evaluation.model.places import PeriodKind
from evaluation.problems import Origin, Problem


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one table. `areas` are the codes the programme declares, None where any code will do."""

    file: str
    table: Table
    layout: Layout
    framework: Framework
    areas: frozenset[str] | None
    _periods: dict[tuple[str, PeriodKind], PeriodRead] = field(default_factory=dict)

    def read(self, number: int, cells: Sequence[str]) -> tuple[list[Observation], list[Problem]]:
        """The row's observations, or its problems; neither where it is about something else."""
        width = len(self.table.header)
        if any(cell.strip() for cell in cells[width:]):
            return [], [self._ragged(number)]
        padded = [*cells[:width], *[""] * (width - len(cells))]
        spots = self.layout.spots(padded)
        if not spots and self.layout.names_measures is not None:
            return [], [self._unknown_measure(number, padded[self.layout.names_measures])]
        read = [self._observe(number, spot, padded) for spot in spots]
        problems = [found for found in read if isinstance(found, Problem)]
        return [found for found in read if isinstance(found, Observation)] if not problems else [], problems

    def _observe(self, number: int, spot: Spot, cells: Sequence[str]) -> Observation | Problem | None:
        """One measure's figure in this row; None where it is about an area that is not ours."""
        column = spot.area
        try:
            area = self._area(cells[column])
            if area is None:
                return None
            column = spot.period
            period = self._period(cells[column], spot.measure.periods)
            figure = self._figure(spot, cells)
        except Unreadable as error:
            return error.problem(self._origin(number, column if error.column is None else error.column))
        status = Status.PROVISIONAL if period.provisional and figure.status is Status.REPORTED else figure.status
        return Observation(
            measure=spot.measure.id,
            area=area,
            period=period.period,
            status=status,
            value=figure.value,
            numerator=figure.numerator,
            denominator=figure.denominator,
            symbol=figure.symbol,
            group=self._text(self.layout.group, cells),
            sheet=self.table.sheet,
            row=number,
        )

    def _area(self, text: str) -> str | None:
        """The code. A national file names areas that are not ours: those are passed over, not refused."""
        code = text.strip()
        if not code or len(code.split()) > 1:
            says = f"says {quoted(code)}, which is no code" if code else "does not say which area it is about"
            raise Unreadable("bad-area", f"The row {says}.", "Write the area's code, like E06000009.")
        if self.areas is None or code in self.areas:
            return code
        if self.layout.names_measures is None:
            return None
        near = nearest(code, self.areas)
        raise Unreadable(
            "unknown-area", f"The area {quoted(code)} is not declared.", "Correct it, or declare it.", near
        )

    def _period(self, text: str, kind: PeriodKind) -> PeriodRead:
        """As `parse_period`; a file repeats a few periods many times."""
        found = self._periods.get((text, kind))
        if found is None:
            found = self._periods[text, kind] = parse_period(text, kind)
        return found

    def _figure(self, spot: Spot, cells: Sequence[str]) -> Figure:
        blamed = spot.value
        try:
            if _stands_as_value(spot, cells):
                figure = from_value(spot.measure, _cell(cells, spot.value), spot.values_as)
            else:
                blamed = spot.numerator
                figure = from_counts(spot.measure, _cell(cells, spot.numerator), _cell(cells, spot.denominator))
            status, symbol = self.layout.status, self.layout.symbol
            blamed = symbol if status is None or not cells[status].strip() else status
            return stated(figure, self._text(status, cells), self._text(symbol, cells))
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
        ids = frozenset(measure.id for measure in self.framework.measures)
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
