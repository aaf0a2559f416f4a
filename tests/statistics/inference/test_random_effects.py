"""The random-effects regression on area changes."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm
from statsmodels.stats.meta_analysis import combine_effects

from evaluation.statistics.inference.random_effects import fit, interval

CHANGE = np.array([0.5, 0.1, -0.2, 0.3, 0.0, 0.4, -0.1, 0.2])
VARIANCE = np.array([0.01, 0.02, 0.01, 0.05, 0.02, 0.01, 0.03, 0.02])


def test_between_area_variance_as_statsmodels_has_it() -> None:
    fitted = fit(CHANGE, VARIANCE, np.ones((8, 1)))
    assert fitted is not None
    theirs = combine_effects(CHANGE, VARIANCE, method_re="iterated", row_names=list("abcdefgh"))
    assert fitted.between == pytest.approx(theirs.tau2, rel=1e-4)
    assert fitted.coefficients[0] == pytest.approx(theirs.mean_effect_re, rel=1e-4)
    assert fitted.factor == pytest.approx(1, abs=1e-8)


def test_regression_as_weighted_least_squares_at_the_same_weights() -> None:
    design = np.column_stack([np.ones(8), np.arange(8) < 3])
    fitted = fit(CHANGE, VARIANCE, design)
    assert fitted is not None
    theirs = sm.WLS(CHANGE, design, weights=fitted.weights).fit()
    assert fitted.coefficients == pytest.approx(theirs.params)
    found = interval(fitted, 1, 0.95)
    assert (found.low, found.high) == pytest.approx(tuple(theirs.conf_int()[1]))
    assert found.p_value == pytest.approx(theirs.pvalues[1])


def test_areas_more_alike_than_chance_lets_them_leave_the_sampling_error() -> None:
    fitted = fit(CHANGE / 100, VARIANCE, np.ones((8, 1)))
    assert fitted is not None
    assert fitted.between == 0
    assert fitted.factor < 1
    found = interval(fitted, 0, 0.95)
    error = 1 / np.sqrt((1 / VARIANCE).sum())
    assert found.high - found.value == pytest.approx(1.959964 * error, rel=1e-5)
    assert found.standard_error == pytest.approx(error)


def test_without_sampling_variances_it_is_ordinary_least_squares() -> None:
    fitted = fit(CHANGE, np.zeros(8), np.ones((8, 1)))
    assert fitted is not None
    assert fitted.between == pytest.approx(CHANGE.var(ddof=1))


@pytest.mark.parametrize("change", [np.zeros(8), np.full(8, 1 / 3), 1e6 + np.zeros(8)])
def test_no_variation_and_no_counts_is_no_fit(change: np.ndarray) -> None:
    assert fit(change, np.zeros(8), np.ones((8, 1))) is None


def test_no_degree_of_freedom_is_no_fit() -> None:
    assert fit(CHANGE[:1], VARIANCE[:1], np.ones((1, 1))) is None
