"""A long table as matrices: one row a figure in, areas x periods out.

Works on anything that gives `frame["column"].to_numpy()` and `frame.columns`, so
that pandas need not be imported; the frame is only read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.problems import UsageError
from evaluation.statistics.coding import Coded, coded, is_null, places

# The start of an area that never starts.
COMPARISON = -1


@dataclass(frozen=True, slots=True)
class Cells:
    """Where each row of a frame belongs: `row` indexes `areas`, `cell` the areas x periods one after another."""

    areas: tuple[str, ...]
    periods: tuple[str, ...]
    starts: tuple[int, ...]
    row: NDArray[np.intp]
    cell: NDArray[np.intp]

    def matrix(self, figures: NDArray[np.float64]) -> NDArray[np.float64]:
        """One figure a row as areas x periods, NaN where the frame has no row."""
        shape = len(self.areas), len(self.periods)
        if self.is_in_order:
            return figures.reshape(shape)
        filled = np.full(shape[0] * shape[1], np.nan)
        filled[self.cell] = figures
        return filled.reshape(shape)

    @property
    def is_in_order(self) -> bool:
        """Whether the rows are all areas x periods, one after another."""
        size = len(self.areas) * len(self.periods)
        return len(self.cell) == size and bool((self.cell == np.arange(size)).all())

    def of(self, rows: NDArray[np.bool_]) -> Cells:
        """The same areas and periods for some of the rows."""
        return replace(self, row=self.row[rows], cell=self.cell[rows])

    def check(self) -> None:
        """Raise UsageError where an area and period have two rows."""
        taken = np.zeros(len(self.areas) * len(self.periods), dtype=bool)
        taken[self.cell] = True
        if taken.sum() < len(self.cell):
            area, period = divmod(int(np.bincount(self.cell).argmax()), len(self.periods))
            raise UsageError(f"Area {self.areas[area]} has two rows for period {self.periods[period]}.")


def cells(frame: Any) -> Cells:
    """Areas, periods and starts of a frame. Raises UsageError where a row has no place or a start no order."""
    area_of, area = _present(frame, "area")
    period_of, period = _present(frame, "period")
    listed = list(map(str, area_of))
    names = sorted(set(listed))
    try:
        keys = sorted(set(period_of))
    except TypeError:
        raise UsageError("The column period mixes kinds that have no order, such as text and numbers.") from None
    row = _in_order(places(listed, names), area)
    cell = row * len(keys)
    cell += _in_order(places(period_of, keys), period)
    return Cells(tuple(names), tuple(map(_label, keys)), _starts(frame, names, row, keys), row, cell)


def matrices(frame: Any, found: Cells) -> dict[str, Any]:
    """The figures of a frame, areas x periods, by the name `Panel.from_matrix` knows them by."""
    found.check()
    return {name: found.matrix(figures(frame, source)) for name, source in _wanted(frame).items()}


def grouped(frame: Any, found: Cells) -> dict[str, dict[str, Any]]:
    """The matrices of each group named in the column group."""
    labels, codes = _present(frame, "group")
    columns = {name: figures(frame, source) for name, source in _wanted(frame).items()}
    by_group = {}
    for at in sorted(range(len(labels)), key=lambda at: str(labels[at])):
        rows = codes == at
        part = found.of(rows)
        part.check()
        by_group[str(labels[at])] = {name: part.matrix(numbers[rows]) for name, numbers in columns.items()}
    return by_group


def _wanted(frame: Any) -> dict[str, str]:
    """Which columns hold the figures: counts where there are any, else values."""
    counted = "numerator" in frame.columns or "denominator" in frame.columns
    wanted = {"numerators": "numerator", "denominators": "denominator"} if counted else {"values": "value"}
    return wanted | ({"weights": "weight"} if "weight" in frame.columns else {})


def figures(frame: Any, name: str) -> NDArray[np.float64]:
    """A numeric column, NaN where it is null. Raises UsageError for text and infinite numbers."""
    found = column(frame, name)
    try:
        if found.dtype.kind in "iufb":
            numbers = found.astype(float, copy=False)
        else:
            numbers = np.array([np.nan if is_null(cell) else cell for cell in found.tolist()], dtype=float)
    except (TypeError, ValueError):
        raise UsageError(f"The column {name} holds something that is not a number.") from None
    if np.isinf(numbers).any():
        raise UsageError(f"The column {name} holds an infinite number.")
    return numbers


def constant(frame: Any, name: str, found: Cells) -> NDArray[np.float64]:
    """A column that says one thing an area, by area. Raises UsageError where it changes within one."""
    numbers = figures(frame, name)
    by_area = np.full(len(found.areas), np.nan)
    by_area[found.row] = numbers
    same = np.isclose(by_area[found.row], numbers, rtol=0, atol=0, equal_nan=True)
    if not same.all():
        area = found.areas[int(found.row[np.argmin(same)])]
        raise UsageError(f"The covariate {name} changes within area {area}; it must be fixed before the start.")
    return by_area


def column(frame: Any, name: str) -> NDArray[Any]:
    """A column as an array. Raises UsageError where the frame has none of this name."""
    return np.asarray(_named(frame, name).to_numpy())


def _named(frame: Any, name: str) -> Any:
    if name not in frame.columns:
        have = ", ".join(map(str, frame.columns))
        raise UsageError(f"The frame has no column {name}; it has {have}.")
    return frame[name]


def _present(frame: Any, name: str) -> Coded:
    listed, codes = coded(_named(frame, name))
    if None in listed:
        raise UsageError(f"A row has nothing in the column {name}.")
    return listed, codes


def _in_order(place: NDArray[np.intp], codes: NDArray[np.intp]) -> NDArray[np.intp]:
    """The codes with each moved to its `place`; as they are where all stand there already."""
    return codes if np.array_equal(place, np.arange(len(place))) else place[codes]


def _label(key: Any) -> str:
    """A period as text: a date without its empty time of day."""
    return str(key).removesuffix(" 00:00:00") if isinstance(key, datetime) else str(key)


def _starts(frame: Any, names: Sequence[str], row: NDArray[np.intp], keys: Sequence[Any]) -> tuple[int, ...]:
    """Index of the first period at or after each area's start; `len(keys)` where it lies beyond them all."""
    listed, codes = coded(_named(frame, "start"))
    declared = np.zeros(len(names), dtype=np.intp)
    declared[row] = codes
    unlike = declared[row] != codes
    if unlike.any():
        raise UsageError(f"Area {names[row[unlike].min()]} has more than one start.")
    try:
        index = [COMPARISON if start is None else bisect_left(keys, start) for start in listed]
    except TypeError:
        raise UsageError(
            "The columns start and period must be of one kind, so that they can be put in order."
        ) from None
    return tuple(np.array(index, dtype=np.intp)[declared].tolist())
