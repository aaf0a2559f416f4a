"""The mixture over autocorrelations, against what it must be where the answer is known."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from evaluation.statistics.inference import autocorrelated
from evaluation.statistics.inference.autocorrelated import Regression, Structures, beside_sampling, mixture

Array = NDArray[np.float64]
POINTS = 40


def regression(at: Array | None = None) -> Regression:
    times = np.arange(float(POINTS)) if at is None else at
    design = np.column_stack([np.ones(POINTS), times / POINTS, times >= POINTS / 2])
    return Regression(design, times, np.linalg.pinv(design)[2])


def drawn(series: int = 1, seed: int = 1) -> Array:
    return np.random.default_rng(seed).standard_normal((POINTS, series))


def test_one_structure_gives_the_normal_interval_of_its_covariance() -> None:
    given, rho, own, shared = regression(), 0.5, 0.3, 0.7
    found = mixture(drawn(), given, Structures(*(np.array([each]) for each in (rho, own, shared))))
    covariance = own * np.eye(POINTS) + shared * rho ** np.abs(np.subtract.outer(given.at, given.at))
    error = float(np.sqrt(given.row @ covariance @ given.row))
    assert found.standard_error == pytest.approx(error)
    assert found.half_width(0.95) == pytest.approx(1.959964 * error, abs=1e-6)
    assert found.p_values()[0] == pytest.approx(2 * stats.norm.sf(abs(found.value[0]) / error))


def test_the_likelihood_is_the_restricted_one() -> None:
    """By its definition: the density of contrasts that are free of the coefficients."""
    given, series = regression(), drawn()
    contrasts = np.linalg.svd(given.design.T)[2][3:]
    structures = Structures(np.array([0.0, 0.6, 0.9]), np.array([1.0, 0.5, 0.2]), np.array([0.0, 0.8, 2.0]))
    apart = np.abs(np.subtract.outer(given.at, given.at))
    densities = []
    for rho, own, shared in zip(structures.rho, structures.own, structures.shared, strict=True):
        covariance = own * np.eye(POINTS) + shared * np.where(apart == 0, 1.0, rho**apart)
        free = stats.multivariate_normal(np.zeros(POINTS - 3), contrasts @ covariance @ contrasts.T)
        densities.append(free.pdf(contrasts @ series[:, 0]))
    assert mixture(series, given, structures).weights[:, 0] == pytest.approx(np.array(densities) / np.sum(densities))


def test_without_autocorrelation_an_unknown_variance_gives_students_t(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flat log variance is the textbook's ignorance: the mixture of normals is then t."""
    monkeypatch.setattr(autocorrelated, "RHOS", (0.0,))
    given, series = regression(), drawn(5)
    residuals = series - given.design @ np.linalg.lstsq(given.design, series, rcond=None)[0]
    for one in range(5):
        variance = float(residuals[:, one] @ residuals[:, one]) / (POINTS - 3)
        found = mixture(series[:, [one]], given, autocorrelated.without_sampling(variance))
        error = np.sqrt(variance) * np.linalg.norm(given.row)
        assert found.half_width(0.95) == pytest.approx(stats.t.ppf(0.975, POINTS - 3) * error, rel=1e-3)


def test_with_known_sampling_the_interval_is_never_narrower_than_sampling_alone() -> None:
    given = regression()
    found = mixture(0.01 * drawn(), given, beside_sampling(0.0001))
    assert found.half_width(0.95) >= 1.959964 * float(np.linalg.norm(given.row))


def test_each_series_is_weighed_by_itself() -> None:
    given, series, structures = regression(), drawn(3), beside_sampling(1.5)
    together = mixture(series, given, structures)
    for one in range(3):
        alone = mixture(series[:, [one]], given, structures)
        assert alone.p_values()[0] == pytest.approx(together.p_values()[one])


def test_a_gap_in_time_weakens_what_follows_it() -> None:
    late = np.where(np.arange(POINTS) < 20, np.arange(POINTS), np.arange(POINTS) + 100.0)
    roots = [autocorrelated._turned(tuple(at.tolist()), 0.9)[0].max() for at in (np.arange(float(POINTS)), late)]
    assert roots[1] < roots[0]
