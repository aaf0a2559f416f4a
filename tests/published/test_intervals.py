"""Intervals as published."""

from __future__ import annotations

import pytest

from evaluation.statistics.intervals import byar, newcombe, wilson


@pytest.mark.parametrize(
    ("first", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_newcombe_1998_table_2_method_10(
    first: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    assert newcombe(*first, *other) == pytest.approx((low, high), abs=5e-5)


def test_wilson_as_in_newcombe_1998() -> None:
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0.0, 3.6889), (1, 0.0253, 5.5716), (5, 1.6235, 11.6683), (9, 4.1154, 17.0848)],
)
def test_exact_poisson_limits_below_10_events_as_in_ulm_1990(count: int, low: float, high: float) -> None:
    assert byar(count) == pytest.approx((low, high), abs=5e-4)
    assert byar(count, 1000) == pytest.approx((low / 1000, high / 1000), abs=5e-7)


@pytest.mark.parametrize(("count", "low", "high"), [(10, 4.7954, 18.3904), (100, 81.3639, 121.6275)])
def test_byar_comes_within_a_hundredth_of_the_exact_limits(count: int, low: float, high: float) -> None:
    assert byar(count) == pytest.approx((low, high), abs=1e-2)
