"""How different could the areas have been anyway? Robust intervals for an event study (Rambachan and Roth 2023).

`relative_magnitudes` lets areas drift apart after the start up to m times as fast,
from one period to the next, as they ever did before; `smoothness` lets a steady
drift change its slope by up to m a period; `breakdown` says how much of each it
takes until no effect is left.
"""

from __future__ import annotations

from evaluation.statistics.sensitivity.breaking import Breakdown, breakdown
from evaluation.statistics.sensitivity.magnitudes import relative_magnitudes
from evaluation.statistics.sensitivity.path import Robust
from evaluation.statistics.sensitivity.smooth import smoothness

__all__ = ["Breakdown", "Robust", "breakdown", "relative_magnitudes", "smoothness"]
