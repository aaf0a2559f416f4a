"""The hybrid test of moment inequalities: its size where all means are 0, and its power where one is not."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.statistics.inference.conditional import HybridTest


def rejections(means: np.ndarray, covariance: np.ndarray, draws: int = 2_000) -> float:
    rng = np.random.default_rng(20260603)
    rows, slopes = np.eye(len(means))[None], np.zeros((1, len(means)))
    drawn = rng.multivariate_normal(means, covariance, draws)
    return float(
        np.mean([not HybridTest(rows, slopes, seen, covariance, 0.95).accepts(np.zeros(1))[0] for seen in drawn])
    )


@pytest.mark.parametrize("correlation", [-0.4, 0.0, 0.9])
def test_size_where_all_means_are_0(correlation: float) -> None:
    covariance = np.full((3, 3), correlation) + (1 - correlation) * np.eye(3)
    assert rejections(np.zeros(3), covariance, 1_000) == pytest.approx(0.05, abs=0.02)


def test_means_far_below_0_cost_no_size_and_one_above_is_seen() -> None:
    assert rejections(np.array([0.0, -9.0, -9.0]), np.eye(3), 1_000) == pytest.approx(0.05, abs=0.02)
    assert rejections(np.array([-9.0, -9.0, 4.0]), np.eye(3), 300) > 0.95


def test_a_corner_that_does_not_vary_decides_by_its_sign() -> None:
    rows, slopes = np.array([[[1.0, 0.0], [0.0, 1.0]]]), np.array([[0.0, 1.0]])
    test = HybridTest(rows, slopes, np.array([-1.0, 2.0]), np.diag([1.0, 0.0]), 0.95)
    assert test.accepts(np.array([1.9, 2.0, 2.1])).tolist() == [False, True, True]
