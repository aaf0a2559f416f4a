"""Robust intervals and breakdown values: what holds of them whatever the figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from evaluation.problems import UsageError
from evaluation.statistics import sensitivity
from evaluation.statistics.sensitivity import Robust, breakdown, relative_magnitudes, smoothness
from evaluation.statistics.sensitivity.smooth import folded

KINDS: list[Callable[..., Robust]] = [relative_magnitudes, smoothness]


@st.composite
def paths(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, int, np.ndarray]:
    """Effects, covariance, periods before and weights, effects large beside their errors or small."""
    before, after = draw(st.integers(1, 7)), draw(st.integers(1, 5))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    size = before + after
    root = rng.normal(size=(size, size + 2)) + draw(st.sampled_from([0.0, 1.0]))
    effects = rng.normal(size=size) * draw(st.sampled_from([0.1, 1.0, 5.0]))
    effects[before:] += draw(st.sampled_from([0.0, 3.0, -20.0]))
    weights = draw(st.sampled_from([np.eye(after)[0], np.ones(after) / after, np.eye(after)[-1]]))
    return effects, root @ root.T / size, before, weights


def both(path: tuple[np.ndarray, np.ndarray, int, np.ndarray], kind: Callable[..., Robust], m: float) -> Robust:
    effects, covariance, before, weights = path
    return kind(effects, covariance, before, m, weights=weights)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=None)
@given(path=paths(), unit=st.sampled_from([1e-4, 1e3]))
def test_the_unit_does_not_matter_and_signs_mirror(
    kind: Callable[..., Robust], path: tuple[np.ndarray, np.ndarray, int, np.ndarray], unit: float
) -> None:
    effects, covariance, before, weights = path
    m = 0.7
    found = both(path, kind, m)
    scaled = kind(
        unit * effects, unit**2 * covariance, before, m * (unit if kind is smoothness else 1), weights=weights
    )
    assert (scaled.low, scaled.high) == pytest.approx((unit * found.low, unit * found.high), rel=1e-5, abs=1e-5 * unit)
    mirrored = kind(-effects, covariance, before, m, weights=weights)
    # A single effect after the start has a bound from drawn directions, which are not each other's mirror images.
    close = 0.02 * (found.high - found.low) if len(weights) == 1 else 1e-5
    assert (-mirrored.high, -mirrored.low) == pytest.approx((found.low, found.high), rel=1e-5, abs=close)


@settings(max_examples=15, deadline=None)
@given(path=paths())
def test_more_drift_allowed_makes_a_longer_interval(path: tuple[np.ndarray, np.ndarray, int, np.ndarray]) -> None:
    for kind in KINDS:
        lengths = [found.high - found.low for found in (both(path, kind, m) for m in (0.25, 1.0, 4.0))]
        assert lengths == sorted(lengths)


@settings(max_examples=12, deadline=None)
@given(path=paths())
def test_the_interval_excludes_none_below_the_breakdown_and_holds_it_above(
    path: tuple[np.ndarray, np.ndarray, int, np.ndarray],
) -> None:
    effects, covariance, before, weights = path
    found = breakdown(effects, covariance, before, weights=weights)
    for kind, broken in zip(KINDS, (found.relative_magnitudes, found.smoothness), strict=True):
        if broken == 0:
            at = both(path, kind, 1e-3)
            assert at.low <= 0 <= at.high
        elif broken < sensitivity.breaking.MOST:
            below, above = both(path, kind, 0.99 * broken), both(path, kind, 1.01 * broken)
            assert not below.low <= 0 <= below.high
            assert above.low <= 0 <= above.high


def test_no_drift_allowed_leaves_about_the_plain_interval() -> None:
    covariance = 0.04 * np.eye(8)
    found = relative_magnitudes([0.1, -0.1, 0.1, -0.1, 2.0, 1.0, 1.0, 1.0], covariance, 4, 0.0)
    assert (found.low, found.high) == pytest.approx((2 - 1.96 * 0.2, 2 + 1.96 * 0.2), abs=0.02)


def test_with_little_noise_only_the_drift_allowed_is_left() -> None:
    """Largest step before: 0.3; twice that each period adds up to 0.6 in the first and 1.2 in the second."""
    effects, covariance = [0.1, 0.4, 0.2, 3.0, 4.0], 1e-12 * np.eye(5)
    first, second = (relative_magnitudes(effects, covariance, 3, 2.0, weights=w) for w in ((1, 0), (0, 1)))
    assert (first.low, first.high) == pytest.approx((2.4, 3.6), abs=1e-4)
    assert (second.low, second.high) == pytest.approx((2.8, 5.2), abs=1e-4)


def test_a_steady_drift_is_taken_out_in_full() -> None:
    """-3, -2, -1, 0, then 1 and 2 without an effect of 5."""
    found = smoothness([-3.0, -2.0, -1.0, 6.0, 7.0], 1e-8 * np.eye(5), 3, 0.0, weights=(0.5, 0.5))
    assert (found.low, found.high) == pytest.approx((5, 5), abs=1e-3)


def test_coverage_where_drift_is_as_large_as_before_and_all_one_way() -> None:
    """The worst the assumption allows: a step of 1 before, then a drift of 1 a period for ever."""
    rng = np.random.default_rng(20260601)
    drift, covariance = np.array([-1.0, 0.0, 0.0, 1.0, 2.0]), 0.05 * (np.eye(5) + 1)
    held = []
    for effects in rng.multivariate_normal(drift, covariance, 150):
        found = relative_magnitudes(effects, covariance, 3, 1.0, weights=(0.5, 0.5))
        held.append(found.low <= 0 <= found.high)
    assert np.mean(held) >= 0.93


def test_fewer_areas_than_periods_leave_relative_magnitudes_as_they_are() -> None:
    rng = np.random.default_rng(3)
    root = rng.normal(size=(12, 4))
    found = relative_magnitudes(np.r_[np.zeros(6), np.full(6, 9.0)] + 0.1, root @ root.T, 6, 0.5)
    assert np.isfinite([found.low, found.high]).all()
    assert found.low < found.high


@pytest.mark.parametrize("level", [0.5, 0.9, 0.99])
@pytest.mark.parametrize("kind", KINDS)
def test_a_higher_level_is_a_longer_interval(kind: Callable[..., Robust], level: float) -> None:
    effects, covariance = [0.1, -0.2, 0.1, 2.0, 1.0], 0.1 * np.eye(5)
    narrow, wide = (kind(effects, covariance, 3, 0.5, level=each) for each in (level, 0.999))
    assert wide.low < narrow.low < narrow.high < wide.high


@pytest.mark.parametrize("bias", [0.0, 0.3, 1.0, 4.0, 7.9, 8.1, 60.0])
@pytest.mark.parametrize("level", [0.2, 0.95])
def test_bounds_of_biased_normals_are_roots_of_noncentral_chi_squares(bias: float, level: float) -> None:
    root = float(np.sqrt(stats.ncx2.ppf(level, 1, bias**2)) if bias else stats.norm.ppf((1 + level) / 2))
    assert folded(bias, level) == pytest.approx(root, abs=1e-6)


@pytest.mark.parametrize(
    "wrong",
    [
        {"periods_before": 0},
        {"periods_before": 3},
        {"covariance": np.eye(2)},
        {"effects": [0.1, np.nan, 1.0]},
        {"weights": [0.0]},
        {"weights": [1.0, 1.0]},
        {"m": -0.1},
        {"level": 1.0},
        {"covariance": np.zeros((3, 3))},
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_what_makes_no_path_is_refused(kind: Callable[..., Robust], wrong: dict[str, Any]) -> None:
    asked: dict[str, Any] = {"effects": [0.1, 0.2, 1.0], "covariance": np.eye(3), "periods_before": 2, "m": 1.0}
    with pytest.raises(UsageError):
        kind(**{**asked, **wrong})
