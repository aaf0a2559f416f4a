"""The largest of several normals."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from evaluation.statistics.inference.largest import bound


@pytest.mark.parametrize("level", [0.5, 0.95, 0.995])
def test_one_statistic_has_the_quantile_of_a_normal_or_t(level: float) -> None:
    alone = np.eye(1)
    assert bound(alone, level) == pytest.approx(max(float(stats.norm.ppf(level)), 0.0), abs=1e-3)
    assert bound(alone, level, absolute=True) == pytest.approx(float(stats.norm.ppf((1 + level) / 2)), abs=1e-3)
    with_degrees = bound(alone, level, degrees=10, absolute=True)
    assert with_degrees == pytest.approx(float(stats.t.ppf((1 + level) / 2, 10)), abs=2e-3)


@pytest.mark.parametrize("size", [2, 5, 20])
def test_independent_statistics_have_the_bound_of_their_number(size: int) -> None:
    """Sidak: all stay below with the product of their probabilities."""
    exact = float(stats.norm.ppf((1 + 0.95 ** (1 / size)) / 2))
    assert bound(np.eye(size), 0.95, absolute=True) == pytest.approx(exact, abs=0.03 if size > 2 else 1e-3)


@pytest.mark.parametrize("correlation", [-0.9, 0.0, 0.5, 0.99])
def test_two_statistics_have_the_bound_of_their_joint_distribution(correlation: float) -> None:
    covariance = np.array([[1, correlation], [correlation, 1]])
    found = bound(covariance, 0.95)
    assert stats.multivariate_normal(cov=covariance).cdf([found, found]) == pytest.approx(0.95, abs=1e-3)


def test_the_same_statistic_twice_counts_once() -> None:
    assert bound(np.ones((3, 3)), 0.95, absolute=True) == pytest.approx(1.96, abs=1e-3)


def test_a_path_agrees_with_brute_force() -> None:
    rng = np.random.default_rng(20260602)
    root = rng.normal(size=(9, 9)) + 1
    covariance = root @ root.T
    correlation = covariance / np.sqrt(np.outer(np.diag(covariance), np.diag(covariance)))
    drawn = np.abs(rng.multivariate_normal(np.zeros(9), correlation, 200_000)).max(axis=1)
    assert bound(correlation, 0.95, absolute=True) == pytest.approx(float(np.quantile(drawn, 0.95)), abs=0.03)
