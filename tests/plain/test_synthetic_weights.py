"""Both synthetic methods in plain Python, by small steps downhill: a second opinion."""

from __future__ import annotations

from statistics import mean, stdev

import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel

BEFORE = 6
FIGURES = [
    [12.0, 13.1, 12.6, 14.0, 14.9, 14.2, 18.1, 19.0, 18.4],
    [10.0, 11.4, 10.7, 12.1, 13.0, 12.2, 12.9, 13.4, 12.7],
    [15.1, 15.8, 15.5, 16.9, 17.6, 17.3, 18.0, 18.8, 18.1],
    [8.2, 8.0, 9.1, 8.7, 9.5, 9.9, 9.4, 10.2, 10.6],
    [20.3, 19.8, 20.9, 21.5, 20.7, 22.0, 22.4, 21.9, 23.1],
    [13.3, 14.1, 13.0, 14.8, 15.2, 14.4, 15.9, 15.1, 16.3],
    [11.7, 12.9, 12.2, 12.4, 13.8, 13.1, 14.6, 14.0, 13.9],
    [17.0, 16.2, 17.9, 18.3, 17.4, 19.2, 18.6, 19.9, 20.1],
]
STEPS = 60_000


def projected(point: list[float]) -> list[float]:
    """The nearest weights, none below 0 and together 1 (Held, Wolfe and Crowder 1974)."""
    ordered = sorted(point, reverse=True)
    taken = [(sum(ordered[: number + 1]) - 1) / (number + 1) for number in range(len(point))]
    threshold = max(cut for cut, value in zip(taken, ordered, strict=True) if value > cut)
    return [max(value - threshold, 0.0) for value in point]


def downhill(columns: list[list[float]], target: list[float], ridge: float) -> list[float]:
    """Weights of columns (each a list over rows) closest to the target, by projected gradient."""
    rows = range(len(target))
    weights = [1 / len(columns)] * len(columns)
    step = 1 / (sum(cell**2 for column in columns for cell in column) / len(target) + ridge**2)
    for _ in range(STEPS):
        error = [sum(w * column[row] for w, column in zip(weights, columns, strict=True)) - target[row] for row in rows]
        slope = [
            sum(column[row] * error[row] for row in rows) / len(target) + ridge**2 * w
            for w, column in zip(weights, columns, strict=True)
        ]
        moved = projected([w - step * down for w, down in zip(weights, slope, strict=True)])
        if max(abs(a - b) for a, b in zip(moved, weights, strict=True)) < 1e-13:
            break
        weights = moved
    return weights


def centred(values: list[float]) -> list[float]:
    return [value - mean(values) for value in values]


def gaps(target: list[float], others: list[list[float]], weights: list[float]) -> list[float]:
    mix = [sum(w * other[at] for w, other in zip(weights, others, strict=True)) for at in range(len(target))]
    return [seen - expected for seen, expected in zip(target, mix, strict=True)]


def value(method: str) -> float:
    panel = Panel.from_matrix(
        areas=list("abcdefgh"),
        periods=[str(2001 + at) for at in range(9)],
        starts=[BEFORE] + [None] * 7,
        values=FIGURES,
    )
    outcome = ESTIMATORS[method](panel)
    assert isinstance(outcome, Estimate)
    return outcome.value


def test_synthetic_control() -> None:
    target, *others = FIGURES
    # Taken from every column, the target leaves the same weights and smaller numbers.
    columns = [[cell - wanted for cell, wanted in zip(other[:BEFORE], target, strict=False)] for other in others]
    weights = downhill(columns, [0.0] * BEFORE, 0.0)
    assert value("synthetic-control") == pytest.approx(mean(gaps(target, others, weights)[BEFORE:]), abs=1e-4)


def test_synthetic_difference_in_differences() -> None:
    target, *others = FIGURES
    moves = [other[at + 1] - other[at] for other in others for at in range(BEFORE - 1)]
    penalty = (len(target) - BEFORE) ** 0.25 * stdev(moves)
    areas = downhill([centred(other[:BEFORE]) for other in others], centred(target[:BEFORE]), penalty)
    by_period = [centred([other[at] for other in others]) for at in range(BEFORE)]
    periods = downhill(by_period, centred([mean(other[BEFORE:]) for other in others]), 0.0)
    apart = gaps(target, others, areas)
    expected = mean(apart[BEFORE:]) - sum(w * gap for w, gap in zip(periods, apart, strict=False))
    assert value("synthetic-difference-in-differences") == pytest.approx(expected, abs=1e-4)
