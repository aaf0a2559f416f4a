"""Several prototypes together: the average effect, and where the next one's may lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.results import Estimate, Refusal
from evaluation.model.together import Pooled
from evaluation.statistics.inference.distributions import normal_quantile, normal_tails, t_quantile, t_tails

Array = NDArray[np.float64]
NAME: Final = "pooling"
# Two effects show no spread to speak of: they are listed, not pooled.
FEWEST: Final = 3
HALVINGS: Final = 200
# Doublings until a between-prototype variance is surely too large.
DOUBLINGS: Final = 60


def pool(estimates: Sequence[Estimate], *, level: float = 0.95) -> Pooled | Refusal:
    """The average effect over prototypes, by random effects with the estimates' joint covariance.

    Parameters
    ----------
    estimates
        One a prototype, on one scale. Where two share areas, both must say how much
        each area counts in them (`AreaChange.influence`).
    level
        Of the interval and of the prediction interval.

    Returns
    -------
    Pooled
        Weights from the inverse of the joint covariance plus the variance between
        prototypes, which makes the weighted residual sum of squares equal its degrees
        of freedom (Paule and Mandel 1982, with covariances). The interval is t with
        k - 1 degrees of freedom and never narrower than sampling error alone; the
        prediction interval t with k - 2 (Higgins, Thompson and Spiegelhalter 2009).

    Refuses
    -------
    TOO_FEW_PROTOTYPES below 3; DIFFERENT_SCALES; SHARED_AREAS where estimates share
    areas and one does not say how much each counts.

    Assumes
    -------
    Prototypes are alike enough that their average means something; the changes of an
    area that several compare with are the same changes.
    """
    refused = _refusal(estimates)
    if refused is not None:
        return refused
    effects = np.array([estimate.value for estimate in estimates])
    covariance = joint_covariance(estimates)
    between = _between(effects, covariance)
    value, variance, factor = _average(effects, covariance, between)
    spread, sampling = np.sqrt(factor * variance), np.sqrt(_average(effects, covariance, 0.0)[1])
    degrees = len(effects) - 1
    half = max(t_quantile(level, degrees) * spread, normal_quantile(level) * sampling)
    beyond = max(half, t_quantile(level, degrees - 1) * float(np.sqrt(between + variance)))
    p_spread = t_tails(value / spread, degrees) if spread > 0 else 0.0
    return Pooled(
        value=value,
        low=value - half,
        high=value + half,
        level=level,
        p_value=max(p_spread, normal_tails(value / sampling)),
        standard_error=max(spread, sampling),
        scale=estimates[0].scale,
        between=between,
        prediction_low=value - beyond,
        prediction_high=value + beyond,
        prototypes=len(effects),
        shared_areas=len(_shared(estimates)),
    )


def joint_covariance(estimates: Sequence[Estimate]) -> Array:
    """The covariance of the estimates, prototypes x prototypes: areas they share make them move together.

    Correlations come from what each area counts in each estimate and the variance of
    its change (sampling, plus the between-area variance averaged over the estimates,
    for one alone is poorly known); standard errors are the estimates' own.
    """
    errors = np.array([estimate.standard_error for estimate in estimates])
    if not _shared(estimates):
        return np.diag(errors**2)
    places = {area: at for at, area in enumerate(sorted({area for each in estimates for area in _areas(each)}))}
    influence, sampling, held = np.zeros((3, len(estimates), len(places)))
    for row, estimate in enumerate(estimates):
        for change in estimate.areas:
            influence[row, places[change.area]] = change.influence
            sampling[row, places[change.area]], held[row, places[change.area]] = change.variance, 1.0
    between = np.mean([estimate.between_area_variance or 0.0 for estimate in estimates])
    loadings = influence * np.sqrt(sampling.sum(axis=0) / np.maximum(held.sum(axis=0), 1) + between)
    together = loadings @ loadings.T
    size = np.sqrt(np.diag(together))
    return np.asarray(together / np.outer(size, size) * np.outer(errors, errors))


def _refusal(estimates: Sequence[Estimate]) -> Refusal | None:
    if len(estimates) < FEWEST:
        why = f"There are {len(estimates)} prototypes with a result."
        return Refusal(NAME, Reason.TOO_FEW_PROTOTYPES, why, f"At least {FEWEST}; until then they are listed.")
    if len({(estimate.scale, estimate.effect.unit) for estimate in estimates}) > 1:
        why = "The results are not on one scale."
        return Refusal(NAME, Reason.DIFFERENT_SCALES, why, "Results on measures of one kind.")
    shared = _shared(estimates)
    silent = [one for one in estimates if shared & set(_areas(one)) and not any(area.influence for area in one.areas)]
    if silent:
        why = f"The results share {len(shared)} areas, and {silent[0].method} does not say how much each counts."
        return Refusal(NAME, Reason.SHARED_AREAS, why, "Results by area-change, or areas of their own.")
    return None


def _areas(estimate: Estimate) -> tuple[str, ...]:
    return (*estimate.test_areas, *estimate.comparison_areas)


def _shared(estimates: Sequence[Estimate]) -> set[str]:
    counts = Counter(area for estimate in estimates for area in set(_areas(estimate)))
    return {area for area, many in counts.items() if many > 1}


def _average(effects: Array, covariance: Array, between: float) -> tuple[float, float, float]:
    """The weighted average, its variance, and the residual variance left beside it."""
    precision = np.linalg.pinv(covariance + between * np.eye(len(effects)), hermitian=True)
    variance = 1 / float(precision.sum())
    value = variance * float(precision.sum(axis=0) @ effects)
    residuals = effects - value
    return value, variance, float(residuals @ precision @ residuals) / (len(effects) - 1)


def _between(effects: Array, covariance: Array) -> float:
    """The variance between prototypes at which the residual variance beside it is 1; 0 where it is less without any."""
    if _average(effects, covariance, 0.0)[2] <= 1:
        return 0.0
    low, high = 0.0, float(np.var(effects)) + float(np.diag(covariance).max())
    for _ in range(DOUBLINGS):
        if _average(effects, covariance, high)[2] <= 1:
            break
        low, high = high, 2 * high
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _average(effects, covariance, middle)[2] > 1 else (low, middle)
        if high - low <= np.finfo(float).eps * high:
            break
    return (low + high) / 2
