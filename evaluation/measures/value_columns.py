"""What the figures of many rows say: each distinct text is read once, the rest is reckoned for all rows together.

As `figures` says it of one row. A figure has a number or none, and an outcome: its
status and symbol.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from evaluation.measures.cells import Gap, Number, read_cell
from evaluation.measures.figures import IN_SHARES, Figure, stated
from evaluation.measures.finding import Spot
from evaluation.measures.growing import Codes, Lookup, Numbers
from evaluation.measures.unreadable import Unreadable
from evaluation.model.measure import Scale
from evaluation.model.observations import WITH_FIGURE, Status

ODD: Final = -1  # stands for what only the row reader can deal with
NUMBER: Final = 0  # the outcome of a cell that holds a number
_KEPT_AT_MOST: Final = 200_000  # distinct texts of numbers remembered
Bools = NDArray[np.bool_]
Take = Callable[[int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Cells:
    """A column of figures: its numbers, NaN where there is none, and the outcome of each cell."""

    numbers: Numbers
    outcomes: Codes


@dataclass(frozen=True, slots=True)
class Values:
    """What the figures of a spot say; `odd` are those left to the row reader."""

    value: Numbers
    numerator: Numbers
    denominator: Numbers
    outcome: Codes
    odd: Bools


@dataclass(slots=True)
class ValueReader:
    """Reads the figures of spots; `outcomes` numbers each status with its symbol as they are met."""

    outcomes: Lookup[tuple[Status, str], int] = field(init=False)
    _numbers: Lookup[str, float] = field(init=False)
    _gaps: Lookup[str, int] = field(init=False)
    _stated: Lookup[tuple[str, str, int], int] = field(init=False)

    def __post_init__(self) -> None:
        """Nothing is known before the first chunk, but what a number is."""
        self.outcomes = Lookup(lambda _: len(self.outcomes))
        assert self.outcomes[Status.REPORTED, ""] == NUMBER
        self._numbers, self._gaps, self._stated = Lookup(_number), Lookup(self._gap), Lookup(self._marked)

    def forget(self) -> None:
        """Forget the texts of numbers where there are too many; called between chunks."""
        if len(self._numbers) > _KEPT_AT_MOST:
            self._numbers.clear()

    def read(self, spot: Spot, take: Take) -> Values:
        """As `RowReader` chooses between counts and a published value, row by row."""
        if spot.numerator is None or spot.denominator is None:
            found = self._from_value(spot, take)
        elif spot.value is None:
            found = self._from_counts(spot, take)
        else:
            numerator, denominator, value = (
                _filled(take(column)) for column in (spot.numerator, spot.denominator, spot.value)
            )
            found = _either(
                value & ~(numerator & denominator), self._from_value(spot, take), self._from_counts(spot, take)
            )
        if spot.status is None and spot.symbol is None:
            return found
        beside = (spot.status, spot.symbol)
        marks = (itertools.repeat("") if column is None else map(str.strip, take(column)) for column in beside)
        outcome = self._stated.codes(zip(*marks, found.outcome.tolist()))  # noqa: B905 - the first may be endless
        return Values(found.value, found.numerator, found.denominator, outcome, found.odd | (outcome == ODD))

    def _from_counts(self, spot: Spot, take: Take) -> Values:
        """As `figures.from_counts`, of all rows at once."""
        assert spot.numerator is not None
        assert spot.denominator is not None
        some, out_of = self._cells(take(spot.numerator)), self._cells(take(spot.denominator))
        outcome = np.where(some.outcomes == NUMBER, out_of.outcomes, some.outcomes)
        numerator = np.where(outcome == NUMBER, some.numbers, np.nan)
        denominator = np.where(outcome == NUMBER, out_of.numbers, np.nan)
        base = spot.measure.per if spot.measure.scale is Scale.RATE else 1
        with np.errstate(all="ignore"):
            value = base * numerator / denominator
        odd = (some.outcomes == ODD) | (out_of.outcomes == ODD) | (denominator <= 0) | (numerator < 0)
        odd |= np.isinf(value)
        if spot.measure.scale is Scale.PROPORTION:
            odd |= numerator > denominator
        return Values(value, numerator, denominator, outcome, odd)

    def _from_value(self, spot: Spot, take: Take) -> Values:
        """As `figures.from_value`, of all rows at once."""
        assert spot.value is not None
        cells = self._cells(take(spot.value))
        value = cells.numbers / 100 if spot.values_as == "percent" else cells.numbers
        odd = cells.outcomes == ODD
        if spot.measure.scale in IN_SHARES:
            odd |= (value < 0) | (value > 1)
        if spot.measure.scale is Scale.RATE:
            odd |= value < 0
        nothing = np.full(len(value), np.nan)
        return Values(value, nothing, nothing, cells.outcomes, odd)

    def _cells(self, texts: Sequence[str]) -> Cells:
        numbers = np.fromiter(map(self._numbers.__getitem__, texts), np.float64, len(texts))
        outcomes = np.full(len(texts), NUMBER, np.int32)
        for place in np.flatnonzero(np.isnan(numbers)).tolist():
            outcomes[place] = self._gaps[texts[place]]
        return Cells(numbers, outcomes)

    def _gap(self, text: str) -> int:
        """The outcome of a cell that is no plain number."""
        try:
            found = read_cell(text)
        except Unreadable:
            return ODD
        return self.outcomes[found.status, found.symbol] if isinstance(found, Gap) else ODD

    def _marked(self, said: tuple[str, str, int]) -> int:
        """The outcome once a status or a symbol beside the figure has had its say."""
        status, symbol, outcome = said
        if outcome == ODD:
            return ODD
        before, stood = tuple(self.outcomes)[outcome]
        try:
            found = stated(Figure(before, 0.0 if before in WITH_FIGURE else None, symbol=stood), status, symbol)
        except Unreadable:
            return ODD
        return self.outcomes[found.status, found.symbol]

    def provisional(self, outcome: Codes, provisional: Codes) -> Codes:
        """A figure of a provisional period is provisional itself, where nothing else is said of it."""
        if not provisional.any():
            return outcome
        instead = [
            self.outcomes[Status.PROVISIONAL if status is Status.REPORTED else status, symbol]
            for status, symbol in tuple(self.outcomes)
        ]
        return np.where(provisional, np.array(instead, np.int32)[outcome], outcome)


def _number(text: str) -> float:
    """A plain number; NaN for anything else."""
    try:
        found = read_cell(text)
    except Unreadable:
        return float("nan")
    return found.value if isinstance(found, Number) and not found.percent else float("nan")


def _filled(texts: Sequence[str]) -> Bools:
    return np.fromiter((bool(text.strip()) for text in texts), np.bool_, len(texts))


def _either(first: Bools, one: Values, other: Values) -> Values:
    """`one` where `first` says so, `other` elsewhere."""
    chosen: dict[str, Any] = {name: np.where(first, getattr(one, name), getattr(other, name)) for name in one.__slots__}
    return Values(**chosen)
