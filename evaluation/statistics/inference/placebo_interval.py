"""What chance leaves of the gap between an area and its synthetic counterpart, reckoned from placebos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.results import Opinion, Refusal
from evaluation.statistics.inference.distributions import normal_quantile, normal_tails, t_quantile, t_tails
from evaluation.statistics.inference.interval import Interval
from evaluation.statistics.inference.placebos import Fit, Rank, Synthetics, covariance, each_part, rank
from evaluation.statistics.synthesis.histories import ROUNDING, History

Array = NDArray[np.float64]
RANKED: Final = "rank of prediction errors after to before"
PUBLISHED: Final = "normal interval of placebo areas"
# Errors before the start below this share of the noise are a perfect fit; how perfect tells nothing.
PERFECT: Final = 1e-2


@dataclass(frozen=True, slots=True)
class Compared:
    """The synthetic series of test areas and placebos, and the spread of the latter.

    `after` is the gaps after the start, rows x periods. `misses` has the root mean
    squared gap before, one a row, at least what rounding leaves of a perfect fit.
    `spread` is the covariance of the gaps after the start, and last of their mean.
    `sampling` is the variance of that mean if counts were the only chance there is
    (0 without counts), one a row.
    """

    history: History
    synthetics: Synthetics
    after: Array
    misses: Array
    spread: Array
    sampling: Array
    level: float

    @property
    def degrees(self) -> int:
        """Comparison areas less their mean."""
        return int((~self.history.is_test).sum()) - 1


def compared(history: History, fit: Fit, level: float, method: str) -> Compared | Refusal:
    """Fit the test areas together and every placebo. Refuses where placebos do not differ at all."""
    found = each_part(history, fit)
    after = found.gaps[:, history.before :]
    spread = covariance(np.column_stack([after, after.mean(axis=1)])[1:])
    if np.sqrt(spread[-1, -1]) <= ROUNDING * np.abs(history.figures).max():
        why = "The comparison areas moved exactly alike."
        return Refusal(method, Reason.NO_VARIATION, why, "Figures that vary, as real ones do.")
    misses = np.maximum(_size(found.gaps[:, : history.before]), PERFECT * history.noise)
    return Compared(history, found, after, misses, spread, _sampling(history, found), level)


def _size(gaps: Array) -> Array:
    """Root mean square of each row."""
    return np.asarray(np.sqrt(np.mean(gaps**2, axis=1)))


def _sampling(history: History, found: Synthetics) -> Array:
    """Variance of the effect of each row by the counts alone."""
    after = history.figures.shape[1] - history.before
    periods = np.column_stack([found.periods, np.full((len(found.periods), after), 1.0 / after)])
    return np.asarray(((found.contrasts**2 @ history.variances) * periods**2).sum(axis=1))


def interval_of(found: Compared) -> Interval:
    """The t interval, never narrower than sampling error alone; p is the larger of the two.

    Where the test areas' counts are smaller than those of a placebo, the spread of
    placebos lacks what they vary more by.
    """
    value = float(found.after[0].mean())
    own, usual = float(found.sampling[0]), float(found.sampling[1:].mean())
    error, sampling = float(np.sqrt(found.spread[-1, -1] + max(own - usual, 0.0))), float(np.sqrt(own))
    widths = t_quantile(found.level, found.degrees) * error, normal_quantile(found.level) * sampling
    p_sampling = normal_tails(value / sampling) if sampling > 0 else 0.0
    half, p_value = max(widths), max(t_tails(value / error, found.degrees), p_sampling)
    return Interval(value, value - half, value + half, p_value, error if half == widths[0] else sampling)


def ranked_of(found: Compared) -> Rank | None:
    """The rank of one test area. None for several: placebos of several overlap and leave fewer areas to fit with."""
    return rank(_size(found.after) / found.misses) if int(found.history.is_test.sum()) == 1 else None


def opinions(found: Compared, ranked: Rank | None) -> tuple[Opinion, ...]:
    """Chance reckoned as it is published: a normal interval of the placebos as they are, and the rank."""
    value, *placebos = found.after.mean(axis=1).tolist()
    error, z = float(np.std(placebos)), normal_quantile(found.level)
    normal = Opinion(PUBLISHED, error, value - z * error, value + z * error, normal_tails(value / error))
    if ranked is None:
        return (normal,)
    return normal, Opinion(RANKED, None, None, None, ranked.p_value, smallest_p=ranked.smallest_p)
