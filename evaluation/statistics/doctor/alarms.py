"""How often each usual way of reckoning says that something happened when nothing did."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.model.examination import Alarm, FalseAlarms
from evaluation.model.measure import Scale
from evaluation.statistics.doctor.found import chance_check, intervals
from evaluation.statistics.doctor.simulated import Figures, Truths, figures
from evaluation.statistics.inference.distributions import normal_tails_of, t_tails_of

Array = NDArray[np.float64]


def false_alarms(truth: Truths, level: float) -> tuple[FalseAlarms, ...]:
    """Each way's rate over the simulations, all on the same figures, with what moves all areas alike among them."""
    seen, found = figures(truth, shared=True), truth.foreseen.found
    periods = len(truth.foreseen.windows.before) + len(truth.foreseen.windows.after)
    p_values = {
        Alarm.AREA_CHANGE: intervals(seen, found, level).p_value,
        Alarm.LABELS_PERMUTED: chance_check(seen, found),
        Alarm.TWO_WAY_CLUSTERED: clustered(seen.after - seen.before, found.is_test, periods),
        Alarm.POOLED_Z: pooled_z(seen, truth),
    }
    return tuple(
        FalseAlarms(method, float((each < 1 - level).mean())) for method, each in p_values.items() if each is not None
    )


def clustered(change: Array, is_test: NDArray[np.bool_], periods: int) -> Array:
    """Two-way fixed effects on a balanced panel, errors clustered by area (CRV1), t with areas - 1: p-values.

    The coefficient is the difference of mean changes and its variance SS / n**2 summed
    over the two sides, with the usual small-sample factor (Liang and Zeger 1986;
    Cameron and Miller 2015, eq. 11-12, effects of areas nested in the clusters).
    """
    areas, variance, sides = len(is_test), np.zeros(len(change)), []
    for side in (is_test, ~is_test):
        mean = change[:, side].mean(axis=1, keepdims=True)
        variance += ((change[:, side] - mean) ** 2).sum(axis=1) / int(side.sum()) ** 2
        sides.append(mean[:, 0])
    factor = areas / (areas - 1) * (areas * periods - 1) / (areas * periods - periods - 1)
    error = np.sqrt(factor * variance)
    apart = sides[0] - sides[1]
    return t_tails_of(apart / np.where(error > 0, error, 1), areas - 1)


def pooled_z(seen: Figures, truth: Truths) -> Array | None:
    """All children of the test areas together, before against after, as if each were drawn by lot: p-values.

    None without counts.
    """
    sizes, is_test = truth.foreseen.sizes, truth.foreseen.found.is_test
    if sizes is None:
        return None
    then, now = (each[is_test] for each in sizes)
    events = seen.before[:, is_test] @ then, seen.after[:, is_test] @ now
    level = (events[0] + events[1]) / (then.sum() + now.sum())
    spread = level * (1 - level) if truth.foreseen.panel.scale is Scale.PROPORTION else level
    error = np.sqrt(spread * (1 / then.sum() + 1 / now.sum()))
    apart = events[1] / now.sum() - events[0] / then.sum()
    return normal_tails_of(apart / np.where(error > 0, error, 1))
