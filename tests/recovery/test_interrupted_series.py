"""How often a series on its own shows an effect when nothing happened, and whether its range covers one that did.

Start in the middle, trend and two waves a year in the model. Rates are measured on the
inference itself, which takes many series at once; the whole estimator is run beside.
"""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, simulate
from evaluation.statistics.inference.autocorrelated import Regression, beside_sampling, mixture, without_sampling

Array = NDArray[np.float64]
SERIES = 800
AT_MOST = 0.07
# A bar of 7% measured on so many series: two of their standard errors above it.
MEASURED = AT_MOST + 2 * np.sqrt(AT_MOST * (1 - AT_MOST) / SERIES)
# Autocorrelations near 1 over three years cannot be told from a change of level; the Estimate says so.
WANDERING = 0.12


def regression(points: int) -> Regression:
    time = np.arange(float(points))
    waves = [wave(2 * np.pi * pair * time / 12) for pair in (1, 2) for wave in (np.sin, np.cos)]
    design = np.column_stack([np.ones(points), time / points, time >= points // 2, *waves])
    return Regression(design, time, np.linalg.pinv(design)[2])


def dispersions(series: Array, given: Regression) -> Array:
    residuals = series - given.design @ np.linalg.lstsq(given.design, series, rcond=None)[0]
    found: Array = (residuals**2).sum(axis=0) / (len(series) - given.design.shape[1])
    return found


@pytest.mark.parametrize("points", [36, 48, 60, 120])
def test_false_alarms_of_means(points: int) -> None:
    given, rates = regression(points), {}
    for rho in (0.0, 0.3, 0.6, 0.9):
        series = simulate.noise(np.random.default_rng(20261121), SERIES, points, rho=rho, deviation=1.0).T
        standard = series / np.sqrt(dispersions(series, given))
        rates[rho] = float((mixture(standard, given, without_sampling(1.0)).p_values() < 0.05).mean())
    print(f"\n{points} means: " + ", ".join(f"rho {rho} {rate:.1%}" for rho, rate in rates.items()))
    assert max(rates[rho] for rho in (0.0, 0.3, 0.6)) <= MEASURED
    assert rates[0.9] <= WANDERING


@pytest.mark.parametrize("points", [36, 48, 60, 120])
def test_false_alarms_of_counts(points: int) -> None:
    """Counting errors and what the periods add of their own, alike large."""
    given, rates = regression(points), {}
    for rho in (0.0, 0.3, 0.6, 0.9):
        rng = np.random.default_rng(20261122)
        series = simulate.noise(rng, SERIES, points, rho=rho, deviation=1.0).T + rng.standard_normal((points, SERIES))
        structures = beside_sampling(float(dispersions(series, given).mean()))
        rates[rho] = float((mixture(series, given, structures).p_values() < 0.05).mean())
    print(f"\n{points} counts: " + ", ".join(f"rho {rho} {rate:.1%}" for rho, rate in rates.items()))
    assert max(rates[rho] for rho in (0.0, 0.3, 0.6)) <= MEASURED
    assert rates[0.9] <= WANDERING


def measured(rho: float, effect: float, panels: int) -> tuple[float, float]:
    """The share of p below 0.05, and of ranges that hold the effect, over 60 months of one area."""
    rng, found = np.random.default_rng(20261123), []
    for _ in range(panels):
        panel = simulate.panel(rng, areas=1, test=1, periods=60, start=30, effect=effect, rho=rho, denominators=200)
        outcome = ESTIMATORS["interrupted-series"](panel, seasons=12)
        assert isinstance(outcome, Estimate)
        found.append((outcome.p_value < 0.05, outcome.low <= effect <= outcome.high))
    alarms, covers = np.mean(found, axis=0)
    return float(alarms), float(covers)


def test_the_whole_estimator_on_drawn_panels() -> None:
    """Few panels, to see that it does what its inference does; `measured` in full below."""
    alarms, covers = measured(0.6, 0.0, 40)[0], measured(0.6, 0.4, 40)[1]
    print(f"\n60 months, rho 0.6: {alarms:.1%} false alarms, {covers:.1%} of ranges cover an effect of 0.4, of 40")
    assert alarms <= 0.15
    assert covers >= 0.85


@pytest.mark.long
@pytest.mark.parametrize("rho", [0.0, 0.6, 0.9])
def test_the_whole_estimator_in_full(rho: float) -> None:
    alarms, covers = measured(rho, 0.0, 600)[0], measured(rho, 0.4, 600)[1]
    print(f"\n60 months, rho {rho}: {alarms:.1%} false alarms, {covers:.1%} of ranges cover an effect of 0.4, of 600")
    assert alarms <= (AT_MOST + 0.02 if rho < 0.9 else WANDERING)
    assert covers >= 0.9
