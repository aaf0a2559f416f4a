"""The core estimator once more, in textbook arithmetic: plain Python, loops, no numpy."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from scipy import stats

from evaluation.model.measure import Scale
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel
from tests.statistics.panels import tame

Numbers = list[float]


def solve(matrix: list[Numbers], right: Numbers) -> Numbers:
    """Gauss with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(len(rows)):
        best = max(range(at, len(rows)), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        for row in range(len(rows)):
            if row != at:
                factor = rows[row][at] / rows[at][at]
                rows[row] = [x - factor * y for x, y in zip(rows[row], rows[at], strict=True)]
    return [row[-1] / row[at] for at, row in enumerate(rows)]


def weighted(change: Numbers, variance: Numbers, design: list[Numbers]) -> tuple[Numbers, float, float, Numbers]:
    """Coefficients, variance of the second one, weighted sum of squared residuals, residuals."""
    columns = range(len(design[0]))
    areas = range(len(change))
    cross = [[sum(design[i][a] * design[i][b] / variance[i] for i in areas) for b in columns] for a in columns]
    right = [sum(design[i][a] * change[i] / variance[i] for i in areas) for a in columns]
    coefficients = solve(cross, right)
    residuals = [change[i] - sum(design[i][a] * coefficients[a] for a in columns) for i in areas]
    squares = sum(residuals[i] ** 2 / variance[i] for i in areas)
    unit = [1.0 if a == 1 else 0.0 for a in columns]
    return coefficients, solve(cross, unit)[1] if len(unit) > 1 else 1 / cross[0][0], squares, residuals


def paule_mandel(change: Numbers, variance: Numbers, design: list[Numbers]) -> float:
    """By halving."""
    degrees = len(change) - len(design[0])
    if weighted(change, variance, design)[2] <= degrees:
        return 0.0
    low, high = 0.0, 100.0
    for _ in range(200):
        middle = (low + high) / 2
        squares = weighted(change, [v + middle for v in variance], design)[2]
        low, high = (middle, high) if squares > degrees else (low, middle)
    return high


def satterthwaite(change: Numbers, variance: Numbers, design: list[Numbers]) -> float:
    """2 V^2 / Var(V) for the variance V of the second coefficient, by what each does when all variances rise a little.

    Var(V) is the slope of V squared, times that of the between-area variance: 2 degrees over the squared slope of the
    weighted sum of squares where it is expected to lie.
    """
    degrees, rise = len(change) - len(design[0]), 1e-5 * min(variance)
    at = weighted(change, variance, design)[1]
    slope = (
        weighted(change, [v + rise for v in variance], design)[1]
        - weighted(change, [v - rise for v in variance], design)[1]
    ) / (2 * rise)
    # The expected squares are the sum over areas of true variance times what the residuals make of it.
    steepness = sum(1 / v for v in variance) - sum(pulled(area, variance, design) for area in range(len(change)))
    return max(2 * at**2 / (slope**2 * 2 * degrees / steepness**2), min(4, degrees))


def pulled(area: int, variance: Numbers, design: list[Numbers]) -> float:
    """What fitting takes off an area's weight: its leverage times its weight."""
    only = [1.0 if other == area else 0.0 for other in range(len(variance))]
    coefficients = weighted(only, variance, design)[0]
    return sum(x * b for x, b in zip(design[area], coefficients, strict=True)) / variance[area]


def log_odds_and_variance(numerators: Sequence[float], denominators: Sequence[float]) -> tuple[float, float]:
    events = sum(numerators) + 0.5
    others = sum(denominators) - sum(numerators) + 0.5
    return math.log(events / others), 1 / events + 1 / others


def textbook(panel: Panel) -> dict[str, float]:
    """Value, range, p, permutation p and the effect in shares, read off the counts."""
    assert panel.numerators is not None
    assert panel.denominators is not None
    start = int(panel.starts.max())
    is_test = [bool(first >= 0) for first in panel.starts]
    change, variance, after = [], [], []
    for above, below in zip(panel.numerators.tolist(), panel.denominators.tolist(), strict=True):
        then, noise_then = log_odds_and_variance(above[:start], below[:start])
        now, noise_now = log_odds_and_variance(above[start:], below[start:])
        change.append(now - then)
        variance.append(noise_then + noise_now)
        after.append((sum(above[start:]) / sum(below[start:]), sum(below[start:])))
    design = [[1.0, float(test)] for test in is_test]
    between = paule_mandel(change, variance, design)
    coefficients, spread, squares, _ = weighted(change, [v + between for v in variance], design)
    freedom = satterthwaite(change, [v + between for v in variance], design) if between > 0 else len(change) - 2
    error = math.sqrt(squares / (len(change) - 2) * spread)
    sampling = math.sqrt(weighted(change, variance, design)[1])
    value = coefficients[1]
    half = max(float(stats.t.ppf(0.975, freedom)) * error, float(stats.norm.ppf(0.975)) * sampling)
    p_value = max(2 * float(stats.t.sf(abs(value) / error, freedom)), 2 * float(stats.norm.sf(abs(value) / sampling)))
    tested = [level for level, test in zip(after, is_test, strict=True) if test]
    return {
        "value": value,
        "low": value - half,
        "high": value + half,
        "p": p_value,
        "permutation": permuted(change, variance, is_test),
        "effect": sum(size * gain(share, value) for share, size in tested) / sum(size for _, size in tested),
    }


def gain(share: float, by: float) -> float:
    odds = share / (1 - share) * math.exp(-by)
    return share - odds / (1 + odds)


def permuted(change: Numbers, variance: Numbers, is_test: list[bool]) -> float:
    """Every labelling in turn, on changes standardised without knowing the labels."""
    everywhere = [[1.0] for _ in change]
    between = paule_mandel(change, variance, everywhere)
    variances = [v + between for v in variance]
    residuals = weighted(change, variances, everywhere)[3]
    standardised = [r / math.sqrt(v) for r, v in zip(residuals, variances, strict=True)]
    areas, test = range(len(change)), sum(is_test)

    def apart(chosen: tuple[int, ...]) -> float:
        others = [standardised[area] for area in areas if area not in chosen]
        return abs(sum(standardised[area] for area in chosen) / test - sum(others) / len(others))

    seen = apart(tuple(area for area in areas if is_test[area]))
    labellings = list(combinations(areas, test))
    return sum(apart(chosen) >= seen - 1e-9 for chosen in labellings) / len(labellings)


@settings(max_examples=25, deadline=None)
@given(panel=tame(most_areas=10))
def test_the_engine_says_what_the_textbook_says(panel: Panel) -> None:
    outcome, plain = ESTIMATORS["area-change"](panel), textbook(panel)
    assert isinstance(outcome, Estimate)
    assert outcome.value == pytest.approx(plain["value"], abs=1e-7)
    assert (outcome.low, outcome.high) == pytest.approx((plain["low"], plain["high"]), abs=1e-6)
    assert outcome.p_value == pytest.approx(plain["p"], abs=1e-6)
    assert outcome.permutation_p == pytest.approx(plain["permutation"], abs=1e-12)
    assert outcome.effect.value == pytest.approx(plain["effect"], abs=1e-7)


@settings(max_examples=25, deadline=None)
@given(panel=tame())
def test_means_are_compared_by_the_t_test_of_every_textbook(panel: Panel) -> None:
    means = replace(panel, scale=Scale.MEAN, numerators=None, denominators=None)
    outcome = ESTIMATORS["area-change"](means)
    assert isinstance(outcome, Estimate)
    start = int(panel.starts.max())
    change = means.values[:, start:].mean(axis=1) - means.values[:, :start].mean(axis=1)
    tested, others = change[means.is_test], change[~means.is_test]
    book = stats.ttest_ind(tested, others, equal_var=True)
    assert outcome.value == pytest.approx(float(tested.mean() - others.mean()), abs=1e-12)
    assert outcome.p_value == pytest.approx(float(book.pvalue), abs=1e-9)
    interval = book.confidence_interval(0.95)
    assert (outcome.low, outcome.high) == pytest.approx((interval.low, interval.high), abs=1e-9)
