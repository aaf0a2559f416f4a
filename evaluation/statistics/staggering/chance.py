"""Which way of reckoning chance speaks for a staggered estimate, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.results import Opinion, Refusal
from evaluation.statistics.inference.distributions import normal_quantile, normal_tails, t_quantile, t_tails
from evaluation.statistics.inference.interval import Interval
from evaluation.statistics.inference.starts import Permuted, permute
from evaluation.statistics.staggering.adoption import NEVER
from evaluation.statistics.staggering.averages import Averages
from evaluation.statistics.staggering.design import NAME
from evaluation.statistics.staggering.reckoned import FEW_AREAS, FEW_TEST_AREAS, Reckoned

Array = NDArray[np.float64]
INFLUENCE: Final = "influence function"
PERMUTED: Final = "starts permuted"
SPREAD: Final = "t interval of the spread under permuted starts"
# Up to so many areas the starts are permuted as a second opinion where the influence function speaks.
MOST_PERMUTED: Final = 100
# A spread this small beside the figures is rounding, not variation.
NO_SPREAD: Final = 1e-10


@dataclass(frozen=True, slots=True)
class Chance:
    """The interval that speaks, how it was made, and how far cells and path can be trusted by the same method.

    `degrees` is None for the normal distribution.
    """

    interval: Interval
    inference: str
    degrees: int | None
    permuted: Permuted | None


def chance_of(reckoned: Reckoned, level: float) -> Chance | Refusal:
    """Which method speaks, and what it says."""
    adopted, value = reckoned.adopted, reckoned.value
    size = 1 + float(np.nanmax(np.abs(adopted.values)))
    few = int((adopted.starts != NEVER).sum()) < FEW_TEST_AREAS or len(adopted.areas) < FEW_AREAS
    permuted = _permuted(reckoned, level, few=few)
    error = permuted.deviation if few and permuted else float(np.sqrt(reckoned.average.covariance[0, 0]))
    if error <= NO_SPREAD * size:
        why = "All areas changed exactly alike."
        return Refusal(NAME, Reason.NO_VARIATION, why, "Figures that vary, as real ones do.")
    if not few or permuted is None:
        return Chance(_normal(value, error, level), INFLUENCE, None, permuted)
    if np.isfinite([permuted.low, permuted.high]).all():
        interval = Interval(value, permuted.low, permuted.high, permuted.p_value, error)
        return Chance(interval, PERMUTED, permuted.degrees, permuted)
    half = t_quantile(level, permuted.degrees) * error
    interval = Interval(value, value - half, value + half, t_tails(value / error, permuted.degrees), error)
    return Chance(interval, SPREAD, permuted.degrees, permuted)


def other_opinions(reckoned: Reckoned, chance: Chance, level: float) -> tuple[Opinion, ...]:
    """What the method that does not speak says."""
    permuted, error = chance.permuted, float(np.sqrt(reckoned.average.covariance[0, 0]))
    if chance.inference != INFLUENCE:
        if error <= 0:
            return ()
        other = _normal(reckoned.value, error, level)
        return (Opinion(INFLUENCE, error, other.low, other.high, other.p_value),)
    if permuted is None:
        return ()
    low, high = (limit if np.isfinite(limit) else None for limit in (permuted.low, permuted.high))
    return (Opinion(PERMUTED, permuted.deviation, low, high, permuted.p_value, permuted.degrees, permuted.smallest_p),)


def spread(chance: Chance, means: Averages) -> Array:
    """Covariance of averages of cells, by the method that speaks."""
    if chance.inference == INFLUENCE or chance.permuted is None:
        return means.covariance
    return chance.permuted.covariance(means.loading)


def errors_of(chance: Chance, means: Averages) -> Array:
    """Standard errors of averages of cells, by the method that speaks."""
    if chance.inference == INFLUENCE or chance.permuted is None:
        return means.errors
    return np.sqrt(np.diag(chance.permuted.covariance(means.loading)))


def quantile(level: float, degrees: int | None) -> float:
    """Of Student's t, or of the normal distribution without degrees of freedom."""
    return normal_quantile(level) if degrees is None else t_quantile(level, degrees)


def _permuted(reckoned: Reckoned, level: float, *, few: bool) -> Permuted | None:
    """Starts permuted, where they speak or can be a second opinion: a moderate number of areas without gaps."""
    adopted, cells = reckoned.adopted, reckoned.cells
    odds = reckoned.rule.doubly_robust and adopted.design.shape[1] > 1
    if not few and (odds or len(adopted.areas) > MOST_PERMUTED):
        return None
    if not few and not np.isfinite(adopted.values[:, np.concatenate([cells.period, cells.base])]).all():
        return None
    return permute(adopted, reckoned.rule, cells, reckoned.average.loading[:, 0], level)


def _normal(value: float, error: float, level: float) -> Interval:
    half = normal_quantile(level) * error
    return Interval(value, value - half, value + half, normal_tails(value / error), error)
