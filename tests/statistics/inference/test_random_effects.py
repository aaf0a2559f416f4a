"""The random-effects regression on area changes."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.meta_analysis import combine_effects

from evaluation.statistics.inference.interval import interval, interval_many
from evaluation.statistics.inference.random_effects import fit, fit_many

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
    assert found.standard_error == pytest.approx(theirs.bse[1])
    t_half = stats.t.ppf(0.975, fitted.freedom[1]) * theirs.bse[1]
    assert (found.low, found.high) == pytest.approx((theirs.params[1] - t_half, theirs.params[1] + t_half))
    assert found.p_value == pytest.approx(2 * stats.t.sf(abs(theirs.tvalues[1]), fitted.freedom[1]))


def test_areas_of_one_size_leave_as_many_degrees_of_freedom_as_residuals() -> None:
    design = np.column_stack([np.ones(8), np.arange(8) < 3])
    fitted = fit(CHANGE, np.full(8, 0.01), design)
    assert fitted is not None
    assert fitted.between > 0
    assert fitted.freedom == pytest.approx(6.0)


def test_the_large_areas_as_test_areas_lean_harder_on_what_is_not_known() -> None:
    """The between-area variance is learnt from noisy areas; the small areas' own sampling error is known."""
    design = np.column_stack([np.ones(8), np.arange(8) < 2])
    spread = np.geomspace(0.001, 0.1, 8)
    large, small = fit(CHANGE, spread, design), fit(CHANGE, spread[::-1].copy(), design)
    assert large is not None
    assert small is not None
    assert large.freedom[1] < 6 < small.freedom[1]


@pytest.mark.parametrize("each_its_own", [True, False])
def test_many_at_once_are_each_as_alone(*, each_its_own: bool) -> None:
    """Rows with and without counts, alike and apart, and one in which nothing varies."""
    rng = np.random.default_rng(5)
    changes = rng.standard_normal((40, 9)) * rng.choice([0.01, 0.3, 3.0], (40, 1))
    variances = rng.uniform(0.005, 0.5, (40, 9)) * rng.choice([0.0, 1.0], (40, 1))
    changes[0], variances[0] = 1.0, 0.0
    design = np.column_stack([np.ones(9), np.arange(9) < 2])
    designs = np.stack([design[rng.permutation(9)] if each_its_own else design for _ in range(40)])
    fits = fit_many(changes, variances, designs if each_its_own else design)
    found = interval_many(fits, 1, 0.9)
    assert not fits.is_fit[0]
    for row in range(40):
        alone = fit(changes[row], variances[row], designs[row])
        assert (alone is not None) == fits.is_fit[row]
        if alone is not None:
            one = interval(alone, 1, 0.9)
            assert (one.value, one.low, one.high, one.p_value, one.standard_error) == pytest.approx(
                (found.value[row], found.low[row], found.high[row], found.p_value[row], found.standard_error[row]),
                rel=1e-10, abs=1e-10,
            )  # fmt: skip


def test_many_at_once_need_a_degree_of_freedom() -> None:
    with pytest.raises(ValueError, match="more areas"):
        fit_many(np.zeros((3, 2)), np.ones((3, 2)), np.eye(2))


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
