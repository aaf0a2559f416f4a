"""Weights on the simplex: the conditions of the best ones hold, whatever the figures."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.statistics.synthesis.weights import simplex


@settings(deadline=None)  # the first call loads scipy
@given(st.integers(0, 10_000), st.integers(1, 8), st.integers(1, 12), st.sampled_from([1e-3, 1.0, 30.0]))
def test_no_step_from_the_weights_makes_the_error_smaller(seed: int, rows: int, number: int, ridge: float) -> None:
    """Karush, Kuhn and Tucker: the slope is the same where a weight stands and nowhere less."""
    rng = np.random.default_rng(seed)
    columns, target = rng.normal(5, 2, (rows, number)), rng.normal(5, 2, rows)
    weights = simplex(columns, target, ridge)
    slope = 2 * columns.T @ (columns @ weights - target) / rows + 2 * ridge**2 * weights
    assert weights.min() >= 0
    assert weights.sum() == pytest.approx(1)
    assert slope.min() >= slope @ weights - 1e-6 * (1 + np.abs(slope).max())


def test_a_mix_is_taken_apart() -> None:
    columns = np.random.default_rng(1).normal(size=(20, 6))
    mix = np.array([0.5, 0, 0.3, 0, 0, 0.2])
    assert simplex(columns, columns @ mix, 1e-3) == pytest.approx(mix, abs=1e-4)


def test_of_mixes_that_fit_the_most_even_is_taken() -> None:
    twins = np.array([[1.0, 1.0, 3.0], [2.0, 2.0, 5.0]])
    assert simplex(twins, twins[:, 0], 1e-3) == pytest.approx([0.5, 0.5, 0], abs=1e-3)


def test_where_all_columns_are_the_target_all_count_alike() -> None:
    assert simplex(np.ones((3, 4)), np.ones(3), 1e-3) == pytest.approx([0.25] * 4)


def test_a_heavy_ridge_makes_weights_even() -> None:
    columns = np.random.default_rng(1).normal(size=(20, 6))
    assert simplex(columns, columns[:, 0], 1e3) == pytest.approx(np.full(6, 1 / 6), abs=1e-4)
