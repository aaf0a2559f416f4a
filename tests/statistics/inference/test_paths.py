"""One regression on areas, in many periods at once."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from evaluation.statistics.inference.paths import PathFit, fit_path

RNG = np.random.default_rng(20260630)
DESIGN = np.column_stack([np.ones(12), np.arange(12) < 3])


def test_each_period_is_the_t_test_of_every_textbook() -> None:
    movement = RNG.normal(size=(12, 5))
    found = fit_path((movement,), (1.0,), np.ones(12), DESIGN, 1)
    for at in range(5):
        alone = found.along(np.eye(5)[at], 0.95)
        book = stats.ttest_ind(movement[:3, at], movement[3:, at])
        assert alone.p_value == pytest.approx(float(book.pvalue))
        interval = book.confidence_interval(0.95)
        assert (alone.low, alone.high) == pytest.approx((interval.low, interval.high))


def test_weights_are_those_of_weighted_least_squares_and_their_unit_does_not_matter() -> None:
    movement, weights = RNG.normal(size=(12, 4)), RNG.uniform(1, 9, 12)
    one, other = (fit_path((movement,), (1.0,), unit * weights, DESIGN, 1) for unit in (1.0, 1e5))
    means = [np.average(movement[part], axis=0, weights=weights[part]) for part in (slice(3), slice(3, None))]
    assert one.values == pytest.approx(means[0] - means[1])
    assert one.covariance == pytest.approx(other.covariance)
    assert one.degrees == 10


def test_several_movements_are_averaged_by_their_shares() -> None:
    first, second = RNG.normal(size=(2, 12, 3))
    parts = [fit_path((movement,), (1.0,), np.ones(12), DESIGN, 1) for movement in (first, second)]
    both = fit_path((first, second), (0.25, 0.75), np.ones(12), DESIGN, 1)
    assert both.values == pytest.approx(0.25 * parts[0].values + 0.75 * parts[1].values)
    assert both.covariance == pytest.approx(0.25 * parts[0].covariance + 0.75 * parts[1].covariance)


def test_one_period_has_no_wider_band_than_range_and_many_have() -> None:
    single = PathFit(np.zeros(1), np.eye(1), 10)
    assert single.critical(0.95) == pytest.approx(single.alone(0.95), abs=1e-3)
    several = PathFit(np.zeros(8), np.eye(8), 10)
    assert several.critical(0.95) == pytest.approx(float(stats.t.ppf((1 + 0.95 ** (1 / 8)) / 2, 10)), abs=0.06)


def test_more_periods_than_areas_have_a_band_all_the_same() -> None:
    found = fit_path((RNG.normal(size=(9, 30)).cumsum(axis=1),), (1.0,), np.ones(9), DESIGN[:9], 1)
    assert np.linalg.matrix_rank(found.covariance) == 7
    assert found.alone(0.95) < found.critical(0.95) < 8
