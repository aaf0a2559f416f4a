"""What a series tells of its change: the regression, its interval, and what independent periods would have said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.measure import Scale
from evaluation.model.results import Opinion, Refusal
from evaluation.statistics.inference.autocorrelated import (
    Mixture,
    Regression,
    beside_sampling,
    false_alarms,
    mixture,
    without_sampling,
)
from evaluation.statistics.inference.distributions import t_quantile, t_tails
from evaluation.statistics.inference.interval import Interval
from evaluation.statistics.inference.quasi_likelihood import Fitted, fit
from evaluation.statistics.inference.random_effects import NO_SPREAD
from evaluation.statistics.interruption.design import CHANGE, segmented_design
from evaluation.statistics.interruption.one_series import OneSeries
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.time_axis import time_axis

Array = NDArray[np.float64]
MODEL: Final = {
    Scale.PROPORTION: "quasi-binomial",
    Scale.RATE: "quasi-Poisson",
    Scale.MEAN: "linear",
    Scale.PUBLISHED_PERCENTAGE: "linear",
}
INDEPENDENT: Final = "{model} regression, periods taken as independent"


@dataclass(frozen=True, slots=True)
class Told:
    """The fit with its interval, and the design at every period of the panel."""

    fitted: Fitted
    interval: Interval
    whole: Array
    opinion: Opinion
    false_alarms: float


def told_of(panel: Panel, series: OneSeries, settings: Settings, method: str) -> Told | Refusal:
    """Fit the series, and weigh the autocorrelations its residuals may have."""
    axis = time_axis(panel.periods, settings.seasons)
    whole = segmented_design(axis, series.before, series.after)
    used = series.used
    fitted = fit(panel.scale, series.seen[used], series.out_of[used], whole[used])
    if fitted is None:
        why = "In some part of the series there is nothing counted, or all are."
        return Refusal(method, Reason.TOO_FEW_EVENTS, why, "Longer periods, or a more common measure.")
    regression = Regression(fitted.design, axis.at[used], np.linalg.pinv(fitted.design)[CHANGE])
    if not panel.has_counts and fitted.dispersion <= NO_SPREAD * float(fitted.working @ fitted.working):
        why = "The figures lie on a straight line exactly."
        return Refusal(method, Reason.NO_VARIATION, why, "Figures that vary, as real ones do.")
    structures = beside_sampling(fitted.dispersion) if panel.has_counts else without_sampling(fitted.dispersion)
    found = mixture(fitted.working[:, None], regression, structures)
    alarms = false_alarms(regression, found, structures, settings.level)
    interval = _interval(float(fitted.coefficients[CHANGE]), found, settings.level)
    opinion = _independent(fitted, regression.row, settings.level, MODEL[panel.scale])
    return Told(fitted, interval, whole, opinion, alarms)


def _interval(value: float, found: Mixture, level: float) -> Interval:
    half = found.half_width(level)
    return Interval(value, value - half, value + half, float(found.p_values()[0]), found.standard_error)


def _independent(fitted: Fitted, row: Array, level: float, model: str) -> Opinion:
    """What the same regression says where periods are taken as independent: the interval most tutorials print."""
    value, degrees = float(fitted.coefficients[CHANGE]), len(fitted.working) - fitted.design.shape[1]
    error = float(np.sqrt(fitted.dispersion * (row @ row)))
    half = t_quantile(level, degrees) * error
    p_value = t_tails(value / error, degrees) if error > 0 else float(value == 0)
    inference = INDEPENDENT.format(model=model)
    return Opinion(inference, error, value - half, value + half, p_value, float(degrees))
