"""Several prototypes together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from evaluation.model.codes import Reason
from evaluation.model.measure import Scale
from evaluation.model.results import Estimate, Refusal
from evaluation.model.together import Pooled
from evaluation.statistics import ESTIMATORS, Panel
from evaluation.statistics.pooling import joint_covariance, pool


def estimate(values: np.ndarray, names: list[str], tested: int = 2) -> Estimate:
    """Areas x 2 means, the first areas test areas."""
    panel = Panel.from_matrix(
        areas=names,
        periods=["1", "2"],
        starts=[1 if at < tested else None for at in range(len(names))],
        values=values,
        scale=Scale.MEAN,
    )
    outcome = ESTIMATORS["area-change"](panel)
    assert isinstance(outcome, Estimate)
    return outcome


def several(rng: np.random.Generator, prototypes: int, shared: int, own: int = 2, truth: float = 0.0) -> list[Estimate]:
    """Prototypes with two test areas and `own` comparison areas each, and `shared` comparison areas for all."""
    common = rng.normal(size=(shared, 2))
    found = []
    for prototype in range(prototypes):
        mine = rng.normal(size=(2 + own, 2))
        mine[:2, 1] += truth
        names = [*(f"p{prototype}-{at}" for at in range(2 + own)), *(f"c{at}" for at in range(shared))]
        found.append(estimate(np.vstack([mine, common]), names))
    return found


def pooled(estimates: list[Estimate]) -> Pooled:
    found = pool(estimates)
    assert isinstance(found, Pooled)
    return found


def test_without_shared_areas_and_spread_it_is_the_inverse_variance_average() -> None:
    estimates = several(np.random.default_rng(3), 4, shared=0, own=8)
    alike = [
        replace(one, value=0.1, low=one.low - one.value + 0.1, high=one.high - one.value + 0.1) for one in estimates
    ]
    found = pooled(alike)
    weights = np.array([1 / one.standard_error**2 for one in estimates])
    assert found.value == pytest.approx(0.1)
    assert found.between == 0
    assert found.standard_error == pytest.approx(weights.sum() ** -0.5)


def test_the_between_prototype_variance_is_that_of_paule_and_mandel() -> None:
    estimates = several(np.random.default_rng(5), 5, shared=0, own=8)
    apart = [
        replace(one, value=shift, low=one.low - one.value + shift, high=one.high - one.value + shift)
        for one, shift in zip(estimates, [-4.0, -2.0, 0.0, 2.0, 4.0], strict=True)
    ]
    found = pooled(apart)
    weights = np.array([1 / (one.standard_error**2 + found.between) for one in estimates])
    values = np.array([one.value for one in apart])
    assert weights @ (values - found.value) ** 2 == pytest.approx(4)
    assert found.prediction_high - found.prediction_low > found.high - found.low


def test_the_covariance_is_that_of_the_areas_shared() -> None:
    first, second, third = several(np.random.default_rng(8), 3, shared=6, own=0)
    covariance = joint_covariance([first, second, third])
    assert np.sqrt(np.diag(covariance)) == pytest.approx([one.standard_error for one in (first, second, third)])
    # Each effect is a mean of 2 less a mean of 6: variance 1/2 + 1/6, covariance 1/6.
    errors = np.sqrt(np.diag(covariance))
    assert covariance[0, 1] / (errors[0] * errors[1]) == pytest.approx((1 / 6) / (1 / 2 + 1 / 6))


def test_sharing_areas_widens_the_range() -> None:
    estimates = several(np.random.default_rng(11), 6, shared=6, own=0)
    apart = [
        replace(one, comparison_areas=tuple(f"{at}{area}" for area in one.comparison_areas))
        for at, one in enumerate(estimates)
    ]
    assert pooled(estimates).standard_error > pooled(apart).standard_error
    assert (pooled(estimates).shared_areas, pooled(apart).shared_areas) == (6, 0)


def test_fewer_than_three_are_listed() -> None:
    found = pool(several(np.random.default_rng(1), 2, shared=4))
    assert isinstance(found, Refusal)
    assert found.reason is Reason.TOO_FEW_PROTOTYPES


def test_shared_areas_of_unknown_weight_are_refused() -> None:
    estimates = several(np.random.default_rng(1), 3, shared=4)
    found = pool([replace(estimates[0], areas=()), *estimates[1:]])
    assert isinstance(found, Refusal)
    assert found.reason is Reason.SHARED_AREAS


def test_different_kinds_of_measure_are_refused() -> None:
    estimates = several(np.random.default_rng(1), 3, shared=0, own=6)
    other = replace(estimates[0], effect=replace(estimates[0].effect, unit="share"))  # type: ignore[arg-type]
    found = pool([other, *estimates[1:]])
    assert isinstance(found, Refusal)
    assert found.reason is Reason.DIFFERENT_SCALES


def test_the_same_result_thrice_is_no_more_than_once() -> None:
    one = several(np.random.default_rng(2), 1, shared=6)[0]
    found = pooled([one, one, one])
    assert found.value == pytest.approx(one.value)
    assert found.standard_error == pytest.approx(one.standard_error)
