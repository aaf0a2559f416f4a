"""How change goes with an earlier level, among the areas that do not try the prototype."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.changes import Changes
from evaluation.statistics.inference.interval import Interval, interval
from evaluation.statistics.inference.random_effects import fit

SLOPE: Final = 1
# Levels that differ by less than this beside their size differ by rounding.
ALIKE: Final = 1e-9


def slope(found: Changes, earlier: NDArray[np.float64], level: float) -> Interval | None:
    """Change for each unit the comparison areas stood higher (`earlier`, one an area; both on the model scale).

    None where they all stood alike, changed alike, or are too few for a line.
    """
    others = ~found.is_test
    stood = earlier[others]
    spread = float(stood.std()) if stood.size else 0.0
    if spread <= ALIKE * (1 + np.abs(stood).max(initial=0.0)):
        return None
    # Centred and scaled, so that the arithmetic is sound; the slope is scaled back.
    design = np.column_stack([np.ones(len(stood)), (stood - stood.mean()) / spread])
    fitted = fit(found.change[others], found.variance[others], design)
    if fitted is None:
        return None
    scaled = interval(fitted, SLOPE, level)
    low, value, high = (each / spread for each in (scaled.low, scaled.value, scaled.high))
    return replace(scaled, value=value, low=low, high=high, standard_error=scaled.standard_error / spread)
