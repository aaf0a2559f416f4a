"""Estimators, one a file: a panel and settings in, an Estimate or a Refusal out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from evaluation.model.results import Estimate, Refusal
from evaluation.statistics.estimators.area_change import area_change
from evaluation.statistics.estimators.before_after import before_after
from evaluation.statistics.estimators.event_study import event_study
from evaluation.statistics.estimators.gap import gap
from evaluation.statistics.estimators.interrupted_series import interrupted_series
from evaluation.statistics.estimators.staggered import staggered
from evaluation.statistics.estimators.synthetic_control import synthetic_control
from evaluation.statistics.estimators.synthetic_difference_in_differences import synthetic_difference_in_differences
from evaluation.statistics.estimators.two_way import two_way

Estimator = Callable[..., Estimate | Refusal]

ESTIMATORS: Final[Mapping[str, Estimator]] = {
    "area-change": area_change,
    "before-after": before_after,
    "gap": gap,
    "event-study": event_study,
    "interrupted-series": interrupted_series,
    "staggered": staggered,
    "synthetic-control": synthetic_control,
    "synthetic-difference-in-differences": synthetic_difference_in_differences,
    "two-way": two_way,
}
