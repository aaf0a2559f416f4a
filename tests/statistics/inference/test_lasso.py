"""The lasso path against a solver that searches."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import optimize

from evaluation.statistics.inference.lasso import turns


@pytest.mark.parametrize("seed", range(6))
def test_every_turn_is_the_least_for_its_budget(seed: int) -> None:
    rng = np.random.default_rng(seed)
    size = int(rng.integers(1, 7))
    root = rng.normal(size=(size, size + 1))
    quadratic, linear = root @ root.T, rng.normal(size=size)
    found = turns(quadratic, linear)
    assert not found[0].any()
    assert found[-1] == pytest.approx(np.linalg.solve(quadratic, -linear), abs=1e-8)
    for weights in found:
        budget = float(np.abs(weights).sum())

        def of(parts: np.ndarray) -> float:
            at = parts[:size] - parts[size:]
            return float(at @ quadratic @ at / 2 + linear @ at)

        limit = {"type": "ineq", "fun": lambda parts, budget=budget: budget - parts.sum()}
        start = np.concatenate([np.maximum(weights, 0), np.maximum(-weights, 0)]) * 0.9
        searched = optimize.minimize(of, start, bounds=[(0, None)] * (2 * size), constraints=[limit], method="SLSQP")
        reached = float(weights @ quadratic @ weights / 2 + linear @ weights)
        assert reached <= searched.fun + 1e-6


def test_directions_without_variance_end_at_a_least_squares_value() -> None:
    found = turns(np.ones((2, 2)), np.array([-1.0, -1.0]))
    assert np.isfinite(found).all()
    assert found[-1].sum() == pytest.approx(1.0)


def test_nothing_to_choose_is_one_turn() -> None:
    assert turns(np.zeros((0, 0)), np.zeros(0)).shape == (1, 0)
    assert turns(np.eye(2), np.zeros(2)).shape == (1, 2)
