"""Estimators, one a file: a panel and settings in, an Estimate or a Refusal out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from evaluation.model.results import Estimate, Refusal
from evaluation.statistics.estimators.area_change import area_change
from evaluation.statistics.estimators.before_after import before_after

Estimator = Callable[..., Estimate | Refusal]

ESTIMATORS: Final[Mapping[str, Estimator]] = {
    "area-change": area_change,
    "before-after": before_after,
}
