"""Funnel limits and overdispersion."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from evaluation.problems import UsageError
from evaluation.statistics.funnel import overdispersion
from evaluation.statistics.intervals import byar, funnel_limits, wilson


def test_a_share_on_the_limit_has_a_wilson_interval_that_just_holds_the_average() -> None:
    low, high = funnel_limits([40.0, 250.0], 0.3, level=0.998)
    for size, below, above in zip([40.0, 250.0], low, high, strict=True):
        assert wilson(above * size, size, 0.998)[0] == pytest.approx(0.3)
        assert wilson(below * size, size, 0.998)[1] == pytest.approx(0.3)


def test_a_rate_on_the_limit_has_an_exact_interval_that_just_holds_the_average() -> None:
    low, high = (limits[0] for limits in funnel_limits([500.0], 0.1, scale="rate"))
    assert stats.gamma.ppf(0.025, high * 500) == pytest.approx(50, rel=1e-6)
    assert stats.gamma.ppf(0.975, low * 500 + 1) == pytest.approx(50, rel=1e-6)
    assert byar(high * 500)[0] == pytest.approx(50, rel=0.002)


def test_few_expected_events_have_no_lower_limit() -> None:
    low, high = funnel_limits([10.0], 0.1, scale="rate")
    assert low[0] == 0
    assert high[0] > 0.1


def test_overdispersion_widens_the_funnel_by_its_root() -> None:
    low, high = funnel_limits([400.0], 0.6)
    wide_low, wide_high = funnel_limits([400.0], 0.6, overdispersion=4)
    assert wide_high[0] - 0.6 == pytest.approx(2 * (high[0] - 0.6))
    assert 0.6 - wide_low[0] == pytest.approx(2 * (0.6 - low[0]))


@pytest.mark.parametrize(("denominators", "average"), [([0.0], 0.5), ([10.0], -0.1), ([10.0], 1.2)])
def test_a_funnel_that_cannot_be_is_refused(denominators: list[float], average: float) -> None:
    with pytest.raises(UsageError):
        funnel_limits(denominators, average)


def test_places_that_vary_as_chance_does_are_not_overdispersed() -> None:
    rng = np.random.default_rng(2)
    sizes = rng.integers(50, 500, 150)
    assert overdispersion(rng.binomial(sizes, 0.6), sizes) == 1


def test_places_that_truly_differ_are_overdispersed() -> None:
    rng = np.random.default_rng(2)
    sizes = np.full(150, 400)
    # Binomial variance at 0.6 is 0.0006; true spread of 0.05 adds 0.0025.
    found = overdispersion(rng.binomial(sizes, np.clip(rng.normal(0.6, 0.05, 150), 0, 1)), sizes)
    assert 2.5 < found < 5.2  # (0.0006 + 0.0025) / 0.0006 = 5.2, less what is cut back


def test_nobody_counted_is_no_overdispersion() -> None:
    assert overdispersion([0, 0], [0, 0]) == 1
    assert overdispersion([0, 0], [10, 10]) == 1
