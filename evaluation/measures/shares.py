"""Percentages that are written as shares: 0.74 under a heading that promises percent.

The range alone decides nothing: a rare thing happens to 0.74 in every hundred. Where
counts stand beside the percentages they tell; else it is said what was assumed.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from contextlib import suppress
from statistics import median
from typing import Final

from evaluation.measures.cells import Number, read_cell
from evaluation.measures.figures import IN_SHARES
from evaluation.measures.finding import Layout, Spot
from evaluation.measures.tables import Table
from evaluation.measures.unreadable import Unreadable

_ROWS_LOOKED_AT: Final = 1_000
_FEWEST: Final = 5  # values; fewer show nothing
_ALIKE: Final = 0.05  # published percentages are rounded
_HUNDREDFOLD: Final = 100


def check_shares(table: Table, layout: Layout) -> tuple[str, ...]:
    """What to say of columns of percentages none of which is above 1.

    Raises Unreadable where the counts beside them show that percentages and shares
    are mixed up.
    """
    values: dict[int, list[float]] = {}
    ratios: dict[int, list[float]] = {}
    for spot, cells in _percentages(table, layout):
        assert spot.value is not None
        value = _number(cells, spot.value)
        if value is None:
            continue
        values.setdefault(spot.value, []).append(value)
        ratio = _ratio(spot, cells, value)
        if ratio is not None:
            ratios.setdefault(spot.value, []).append(ratio)
    for column, found in ratios.items():
        _agree(table.header[column], found, column)
    return tuple(
        f'No value of "{table.header[column]}" is above 1; they were taken for percentages, so 0.74 is 0.74%. '
        "If they are shares, say so under values_as."
        for column, found in values.items()
        if len(found) >= _FEWEST and 0 < max(found) <= 1
    )


def _percentages(table: Table, layout: Layout) -> Iterator[tuple[Spot, Sequence[str]]]:
    """The first rows with each spot in them that holds percentages."""
    for _, cells in itertools.islice(table.rows(), _ROWS_LOOKED_AT):
        if len(cells) >= len(table.header):
            for spot in layout.spots(cells):
                if spot.values_as == "percent" and spot.value is not None and spot.measure.scale in IN_SHARES:
                    yield spot, cells


def _ratio(spot: Spot, cells: Sequence[str], value: float) -> float | None:
    """The value out of the percentage its counts make."""
    if spot.numerator is None or spot.denominator is None:
        return None
    numerator, denominator = _number(cells, spot.numerator), _number(cells, spot.denominator)
    return value * denominator / numerator / _HUNDREDFOLD if numerator and denominator else None


def _agree(heading: str, ratios: Sequence[float], column: int) -> None:
    if len(ratios) < _FEWEST or abs(median(ratios) * _HUNDREDFOLD - 1) > _ALIKE:
        return
    error = Unreadable(
        "percent-or-share",
        f'The values of "{heading}" are read as percentages, and the counts beside them show that they are shares.',
        'Write values_as = "share", or multiply the values by 100.',
    )
    error.column = column
    raise error


def _number(cells: Sequence[str], column: int) -> float | None:
    """The plain number in a cell; a percent sign has said already what it is."""
    with suppress(Unreadable):
        found = read_cell(cells[column])
        return found.value if isinstance(found, Number) and not found.percent else None
    return None
