"""Relative magnitudes once more, as the paper writes them: a linear programme for every question."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import optimize

from evaluation.statistics.sensitivity import relative_magnitudes, smoothness
from evaluation.statistics.sensitivity.magnitudes import hybrid_test
from evaluation.statistics.sensitivity.path import Path, read
from evaluation.statistics.sensitivity.smooth import Readings, folded

Array = np.ndarray


def drawn(seed: int, before: int = 3, after: int = 3) -> Path:
    rng = np.random.default_rng(seed)
    size = before + after
    root = rng.normal(size=(size, size + 3))
    weights = [np.eye(after)[0], np.ones(after) / after, rng.normal(size=after)][seed % 3]
    effects = rng.normal(size=size) + 2.0 * (np.arange(size) >= before)
    return read(effects, root @ root.T / size, before, m=0, weights=weights, level=0.95)


def programme(path: Path, step: int, sign: int, m: float) -> tuple[Array, Array]:
    """Inequalities on drift (rows x periods): each step after the start at most m times this one before."""
    size = len(path.effects)
    level = [*np.eye(size)[: path.before], np.zeros(size), *np.eye(size)[path.before :]]
    largest = sign * (level[step + 1] - level[step])
    later = [level[at + 1] - level[at] for at in range(path.before, size)]
    constraints = np.array([direction * step_after - m * largest for step_after in later for direction in (1, -1)])
    return constraints, np.sqrt(np.diag(constraints @ path.covariance @ constraints.T))


def least(path: Path, constraints: Array, deviations: Array, effects: Array, supposed: float) -> float:
    """The least eta such that effects after the start with the weighted sum supposed break nothing by more than it."""
    after = constraints[:, path.before :]
    solved = optimize.linprog(
        np.r_[1.0, np.zeros(after.shape[1])],
        A_ub=np.column_stack([-deviations, -after]),
        b_ub=-(constraints @ effects),
        A_eq=np.r_[0.0, path.weights][None],
        b_eq=[supposed],
        bounds=[(None, None)] * (1 + after.shape[1]),
        method="highs",
    )
    return float(solved.fun)


@pytest.mark.parametrize("m", [0.3, 2.5])
@pytest.mark.parametrize("seed", range(3))
def test_the_corners_written_down_are_those_of_the_linear_programme(seed: int, m: float) -> None:
    path = drawn(seed)
    found = hybrid_test(path, m, 0.95)
    for hypothesis in range(2 * path.before):
        step, sign = hypothesis % path.before, 1 if hypothesis < path.before else -1
        constraints, deviations = programme(path, step, sign, m)
        for supposed in (-4.0, 0.0, 1.0, 6.0):
            corners = found.corners[hypothesis] - supposed * found.slopes[hypothesis]
            assert corners.max() == pytest.approx(
                least(path, constraints, deviations, path.effects, supposed), abs=1e-7
            )


@pytest.mark.parametrize("seed", [0, 2])
def test_the_first_stage_bound_is_the_quantile_of_simulated_programmes(seed: int) -> None:
    path = drawn(seed)
    found = hybrid_test(path, 1.0, 0.5)  # a level at which a quantile of few draws is known well
    constraints, deviations = programme(path, 0, 1, 1.0)
    rng = np.random.default_rng(seed)
    noise = rng.multivariate_normal(np.zeros(len(path.effects)), path.covariance, 500)
    simulated = [least(path, constraints, deviations, each, 0.0) for each in noise]
    assert np.mean(np.array(simulated) > found._bound(0)) == pytest.approx(0.05, abs=0.03)


def test_an_interval_without_noise_is_what_the_programme_identifies() -> None:
    path = drawn(1)
    found = relative_magnitudes(path.effects, 1e-14 * path.covariance, path.before, 1.0, weights=path.weights)
    before = np.diff(np.r_[path.effects[: path.before], 0.0])
    steps = np.abs(before).max() * np.abs(np.cumsum(path.weights[::-1])).sum()
    middle = float(path.weights @ path.effects[path.before :])
    assert (found.low, found.high) == pytest.approx((middle - steps, middle + steps), abs=1e-4)


@pytest.mark.parametrize("m", [0.0, 0.05, 0.5])
@pytest.mark.parametrize("seed", range(3))
def test_no_other_reading_gives_a_shorter_interval_under_smoothness(seed: int, m: float) -> None:
    """The worst bend by a linear programme, the reading by a search that knows nothing of the path of the lasso."""
    path = drawn(seed)
    found = smoothness(path.effects, path.covariance, path.before, m, weights=path.weights)
    second = np.diff(np.insert(np.eye(len(path.effects)), path.before, 0.0, axis=0), n=2, axis=0)

    def half(before: Array) -> float:
        reading = np.r_[before, path.weights]
        worst = optimize.linprog(
            -reading, A_ub=np.r_[second, -second], b_ub=np.full(2 * len(second), m), bounds=(None, None), method="highs"
        )
        error = float(np.sqrt(reading @ path.covariance @ reading))
        return error * folded(max(-worst.fun, 0.0) / error, 0.95) if worst.status == 0 else np.inf

    reading = Readings.of(path, 0.95).readings[-1][: path.before]
    slope = np.arange(-path.before, 0.0)
    for nudge in np.random.default_rng(seed).normal(scale=0.3, size=(12, path.before)):
        other = reading + nudge - (nudge @ slope) / (slope @ slope) * slope  # still takes a straight drift out
        assert half(other) >= (found.high - found.low) / 2 - 1e-6
