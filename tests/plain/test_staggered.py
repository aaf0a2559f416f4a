"""Group-time effects once more, in textbook arithmetic: plain Python, loops, no numpy."""

from __future__ import annotations

import math
from itertools import permutations
from statistics import fmean

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel

Rows = list[list[float]]


def cell(values: Rows, starts: list[int | None], start: int, period: int) -> float:
    """Change from the last period before the start, areas of this start less areas that never start."""
    changes = [row[period] - row[start - 1] for row in values]
    own = [change for change, each in zip(changes, starts, strict=True) if each == start]
    return fmean(own) - fmean(change for change, each in zip(changes, starts, strict=True) if each is None)


def simple(values: Rows, starts: list[int | None]) -> float:
    """Every cell from its start on, weighted by the areas in it."""
    above = below = 0.0
    for start in starts:
        if start is not None:
            above += sum(cell(values, starts, start, period) for period in range(start, len(values[0])))
            below += len(values[0]) - start
    return above / below


def panel(values: Rows, starts: list[int | None]) -> Panel:
    names, years = [f"a{at}" for at in range(len(values))], [str(at) for at in range(len(values[0]))]
    return Panel.from_matrix(areas=names, periods=years, starts=starts, values=values)


@pytest.mark.parametrize("seed", range(3))
def test_value_cells_and_p_are_those_of_the_textbook(seed: int) -> None:
    """Seven areas, three starters at two dates; every one of 7! orders of the starts is tried."""
    values: Rows = np.random.default_rng(seed).normal(size=(7, 5)).round(3).tolist()
    starts: list[int | None] = [2, 2, 3, None, None, None, None]
    outcome = ESTIMATORS["staggered"](panel(values, starts))
    assert isinstance(outcome, Estimate)
    assert outcome.value == pytest.approx(simple(values, starts), abs=1e-12)
    for each in outcome.group_times:
        if each.period >= each.start:
            assert each.value == pytest.approx(cell(values, starts, int(each.start), int(each.period)), abs=1e-12)
    orders = [simple(values, list(order)) for order in set(permutations(starts))]
    seen = abs(simple(values, starts))
    assert outcome.p_value == pytest.approx(sum(abs(each) >= seen - 1e-9 for each in orders) / len(orders))
    assert outcome.smallest_p == pytest.approx(1 / len(orders))


def test_at_each_end_of_the_interval_p_crosses_5_in_100() -> None:
    """Take the limit off the test areas, a little more and a little less, and permute again."""
    values: Rows = np.random.default_rng(5).normal(size=(9, 4)).tolist()
    starts: list[int | None] = [1, 2, 2, *[None] * 6]

    def p_without(gain: float) -> float:
        left = [
            [value - gain * (start is not None and at >= start) for at, value in enumerate(row)]
            for row, start in zip(values, starts, strict=True)
        ]
        outcome = ESTIMATORS["staggered"](panel(left, starts))
        assert isinstance(outcome, Estimate)
        return outcome.p_value

    outcome = ESTIMATORS["staggered"](panel(values, starts))
    assert isinstance(outcome, Estimate)
    assert p_without(outcome.low - 1e-4) < 0.05 <= p_without(outcome.low + 1e-4)
    assert p_without(outcome.high + 1e-4) < 0.05 <= p_without(outcome.high - 1e-4)


def test_the_error_of_one_cell_is_that_of_two_means() -> None:
    """With one start and one period after: sums of squares round each mean, each over its number squared."""
    rng = np.random.default_rng(6)
    changes: list[float] = rng.normal(size=60).tolist()
    outcome = ESTIMATORS["staggered"](panel([[0.0, change] for change in changes], [*[1] * 25, *[None] * 35]))
    assert isinstance(outcome, Estimate)
    variance = 0.0
    for part in (changes[:25], changes[25:]):
        variance += sum((change - fmean(part)) ** 2 for change in part) / len(part) ** 2
    assert outcome.standard_error == pytest.approx(math.sqrt(variance), abs=1e-12)
