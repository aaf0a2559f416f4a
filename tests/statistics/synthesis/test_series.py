"""The picture of a synthetic series."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, simulate
from evaluation.statistics.inference.distributions import t_quantile

METHODS = ("synthetic-control", "synthetic-difference-in-differences")


@pytest.mark.parametrize("method", METHODS)
def test_ranges_stay_where_a_share_can_be(method: str) -> None:
    panel = simulate.panel(np.random.default_rng(1), areas=12, test=1, level=0.97, area_noise=0.1)
    outcome = ESTIMATORS[method](panel)
    assert isinstance(outcome, Estimate)
    later = outcome.series[12:]
    assert all(0 <= (point.low or 0) <= (point.high or 0) <= 1 for point in later)
    assert any(point.high == 1 for point in later)


@pytest.mark.parametrize("method", METHODS)
def test_a_point_of_the_path_has_the_t_interval_of_its_own_spread(method: str) -> None:
    outcome = ESTIMATORS[method](simulate.panel(np.random.default_rng(1), areas=12, test=1))
    assert isinstance(outcome, Estimate)
    quantile, band = t_quantile(0.95, 10), t_quantile(1 - 0.05 / 12, 10)
    for point in outcome.path:
        assert point.high - point.value == pytest.approx(quantile * point.standard_error)
        assert point.band_high - point.value == pytest.approx(band * point.standard_error)


def test_the_comparison_line_is_the_plain_mean() -> None:
    panel = simulate.panel(np.random.default_rng(1), areas=12, test=1)
    outcome = ESTIMATORS["synthetic-control"](panel)
    assert isinstance(outcome, Estimate)
    assert [point.comparison for point in outcome.series] == pytest.approx(panel.values[1:].mean(axis=0).tolist())
