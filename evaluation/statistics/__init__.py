"""The statistics layer: a Panel in, frozen results out; no files, no clock, and numpy alone until it is asked."""

from __future__ import annotations

from evaluation.statistics.checks import CHECKS
from evaluation.statistics.compare import METHOD_VERSION, compare
from evaluation.statistics.estimators import ESTIMATORS
from evaluation.statistics.layout import Selection
from evaluation.statistics.panel import Panel

__all__ = ["CHECKS", "ESTIMATORS", "METHOD_VERSION", "Panel", "Selection", "compare"]
