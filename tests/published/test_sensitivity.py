"""Sensitivity of event studies: the worked examples of HonestDiD, the software of Rambachan and Roth (2023).

Its intervals come off a grid of 1,000 values over 40 standard errors and a bound
simulated 1,000 times, so they agree with exact ones to about a grid step.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest

from evaluation.statistics.sensitivity import breakdown, relative_magnitudes, smoothness

# Medicaid expansions and insurance, 2008 to 2015 against 2013 (README of HonestDiD): coefficients and covariance
# clustered by state, from the data set ehec_data it names (43 states, 22 of them expanding in 2014).
MEDICAID: Final = (-0.00528535, -0.01129732, -0.00267599, -0.00141931, 0.00033966, 0.04644685, 0.06920618)
MEDICAID_COVARIANCE: Final = (
    (7.488484e-05,),
    (6.039874e-05, 7.266501e-05),
    (4.44462e-05, 3.78933e-05, 5.052052e-05),
    (3.385765e-05, 2.866578e-05, 2.673679e-05, 4.003222e-05),
    (4.328011e-05, 4.543321e-05, 2.778194e-05, 2.41286e-05, 5.462662e-05),
    (4.76588e-05, 4.42885e-05, 3.060644e-05, 2.380868e-05, 3.682531e-05, 8.375669e-05),
    (2.425129e-05, 2.824655e-05, 9.637534e-06, 2.923878e-06, 9.722948e-06, 6.321398e-05, 0.0001071235),
)
# Value added tax of French restaurants (Benzarti and Carloni 2019), as printed with HonestDiD for Stata.
RESTAURANTS: Final = (
    0.006696352, 0.029345034, -0.006472972, 0.073014989, 0.195961118, 0.312063903, 0.239541546, 0.126042500,
)  # fmt: skip
RESTAURANTS_COVARIANCE: Final = (
    (8.428358e-04,),
    (4.768687e-04, 6.425420e-04),
    (2.618051e-04, 3.987425e-04, 5.229950e-04),
    (2.354220e-04, 2.435515e-04, 2.117686e-04, 3.089595e-04),
    (1.676371e-04, 2.201960e-04, 1.840722e-04, 1.197866e-04, 3.599704e-04),
    (1.128708e-04, 1.804591e-04, 1.458528e-04, 1.334081e-04, 2.478819e-04, 4.263950e-04),
    (1.992816e-05, 3.843765e-05, 7.005197e-05, 1.016335e-04, 1.749579e-04, 2.171438e-04, 4.886698e-04),
    (-1.368265e-04, -2.960422e-05, 5.952995e-05, 1.079052e-04, 1.654257e-04, 2.892748e-04, 3.805322e-04, 7.617394e-04),
)
STEP: Final = 40 / 999


def full(below: tuple[tuple[float, ...], ...]) -> np.ndarray:
    square = np.array([[*row, *[0.0] * (len(below) - len(row))] for row in below])
    return np.where(square == 0, square.T, square)


def step(covariance: np.ndarray, before: int, weights: np.ndarray) -> float:
    """A step of the software's grid."""
    return STEP * float(np.sqrt(weights @ covariance[before:, before:] @ weights))


@pytest.mark.parametrize(
    ("m", "low", "high"), [(0.5, 0.0240, 0.0672), (1, 0.0170, 0.0720), (1.5, 0.00824, 0.0797), (2, -0.000916, 0.0881)]
)
def test_medicaid_by_relative_magnitudes(m: float, low: float, high: float) -> None:
    """The table of the README of HonestDiD."""
    covariance = full(MEDICAID_COVARIANCE)
    found = relative_magnitudes(MEDICAID, covariance, 5, m)
    grid = step(covariance, 5, np.array([1.0, 0.0]))
    assert (found.low, found.high) == pytest.approx((low, high), abs=grid)
    assert (found.m, found.level) == (m, 0.95)


@pytest.mark.parametrize(
    ("m", "low", "high"),
    [
        (0, 0.0259, 0.0607),
        (0.01, 0.0132, 0.0787),
        (0.02, 0.00286, 0.0907),
        (0.03, -0.00714, 0.101),
        (0.05, -0.0271, 0.121),
    ],
)
def test_medicaid_by_smoothness(m: float, low: float, high: float) -> None:
    """The table of the README of HonestDiD."""
    found = smoothness(MEDICAID, full(MEDICAID_COVARIANCE), 5, m)
    assert found.low == pytest.approx(low, abs=1e-4)
    assert found.high == pytest.approx(high, abs=5e-4)


def test_medicaid_breaks_down_at_twice_the_drift_before_or_a_bend_of_2_to_3_points() -> None:
    found = breakdown(MEDICAID, full(MEDICAID_COVARIANCE), 5)
    assert 1.5 < found.relative_magnitudes < 2
    assert 0.02 < found.smoothness < 0.03


@pytest.mark.parametrize(
    ("m", "low", "high"),
    [(0, 0.026, 0.059), (0.5, 0.022, 0.060), (1, 0.017, 0.064), (1.5, 0.010, 0.069), (2, 0.003, 0.076)],
)
def test_one_effect_before_and_one_after(m: float, low: float, high: float) -> None:
    """2012 and 2014 against 2013, states that never expanded to compare with: printed by HonestDiD for Stata."""
    covariance = [[3.4935900e-05, 1.2953037e-05], [1.2953037e-05, 6.8321546e-05]]
    found = relative_magnitudes([-0.006286459, 0.042340137], covariance, 1, m)
    assert (found.low, found.high) == pytest.approx((low, high), abs=6e-4)


@pytest.mark.parametrize(
    ("weights", "m", "low", "high"),
    [
        ((1, 0, 0, 0), 0.5, 0.118331, 0.271073),
        ((1, 0, 0, 0), 1, 0.067787, 0.318622),
        ((1, 0, 0, 0), 1.5, 0.013757, 0.369180),
        ((1, 0, 0, 0), 2, -0.041726, 0.423947),
    ],
)
def test_restaurants_by_relative_magnitudes(weights: tuple[float, ...], m: float, low: float, high: float) -> None:
    """By another program (moderndid 0.2.0), on the same kind of grid."""
    covariance = full(RESTAURANTS_COVARIANCE)
    found = relative_magnitudes(RESTAURANTS, covariance, 4, m, weights=weights)
    assert (found.low, found.high) == pytest.approx((low, high), abs=2 * step(covariance, 4, np.array(weights)))


@pytest.mark.parametrize(
    ("weights", "m", "low", "high"),
    [
        ((1, 0, 0, 0), 0.2, 0.019398, 0.518554),
        ((1, 0, 0, 0), 0.3, -0.080602, 0.618554),
        ((0.25,) * 4, 0.01, 0.124042, 0.368043),
        ((0.25,) * 4, 0.02, 0.113746, 0.476714),
        ((0.25,) * 4, 0.05, 0.063575, 0.738305),
    ],
)
def test_restaurants_by_smoothness(weights: tuple[float, ...], m: float, low: float, high: float) -> None:
    """By another program (moderndid 0.2.0)."""
    found = smoothness(RESTAURANTS, full(RESTAURANTS_COVARIANCE), 4, m, weights=weights)
    assert (found.low, found.high) == pytest.approx((low, high), abs=2e-6)
