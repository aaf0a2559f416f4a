"""How areas move by themselves."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from evaluation.statistics import simulate
from evaluation.statistics.doctor.movement import MEMORIES, correlation, movement


def moving(seed: int, *, rho: float, deviation: float, areas: int = 60, periods: int = 40) -> NDArray[np.float64]:
    return simulate.noise(np.random.default_rng(seed), areas, periods, rho=rho, deviation=deviation)


@pytest.mark.parametrize("rho", [0.0, 0.5, 0.8])
def test_memory_and_deviation_are_found_beneath_the_counting(rho: float) -> None:
    rng = np.random.default_rng(1)
    levels = moving(2, rho=rho, deviation=0.3)
    found = movement(levels + 0.2 * rng.standard_normal(levels.shape), np.full(levels.shape, 0.04))
    assert found is not None
    memory, deviation = found.mean
    assert memory == pytest.approx(rho, abs=0.08)
    assert deviation == pytest.approx(0.3, abs=0.04)


def test_what_all_areas_share_and_where_each_stands_is_not_movement() -> None:
    levels = moving(3, rho=0.5, deviation=0.3, areas=10, periods=8)
    shifted = levels + np.arange(10.0)[:, None] + np.sin(np.arange(8.0))
    one, other = (movement(each, np.zeros(levels.shape)) for each in (levels, shifted))
    assert one is not None
    assert other is not None
    assert one.mean == pytest.approx(other.mean)


def test_a_short_past_leaves_more_possible() -> None:
    def unsure(periods: int) -> float:
        found = movement(moving(4, rho=0.5, deviation=0.3, areas=8, periods=periods), np.zeros((8, periods)))
        assert found is not None
        by_memory = found.probability.sum(axis=1)
        return float(by_memory @ MEMORIES**2 - (by_memory @ MEMORIES) ** 2)

    assert unsure(4) > unsure(30)


def test_what_is_drawn_has_the_mean_of_what_is_possible() -> None:
    found = movement(moving(5, rho=0.5, deviation=0.3, areas=8, periods=10), np.zeros((8, 10)))
    assert found is not None
    memory, deviation = found.spread(2_000)
    assert float(MEMORIES[memory].mean()) == pytest.approx(found.mean[0], abs=0.01)
    assert float(deviation.mean()) == pytest.approx(found.mean[1], rel=0.01)


def test_correlation_falls_with_the_distance_in_time() -> None:
    assert correlation(0.5, np.array([0, 1, 3])) == pytest.approx(
        np.array([[1, 0.5, 0.125], [0.5, 1, 0.25], [0.125, 0.25, 1]])
    )
    assert correlation(0.0, np.array([0, 1])) == pytest.approx(np.eye(2))
