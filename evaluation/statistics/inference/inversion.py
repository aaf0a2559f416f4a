"""The interval of a permutation test, by turning it round: every effect it would not reject.

Exact by algebra, for what a labelling shows is linear in the effect taken off the test areas.
"""

from __future__ import annotations

from math import ceil
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# Sums in another order may differ in their last bits; ties are ties.
TIE: Final = 1e-9


def inverted(effects: Array, moved: Array, value: float, level: float) -> tuple[float, float]:
    """The effects x that leave the p-value at or above 1 - `level`; infinite where the labellings are too few for it.

    With x taken off, a labelling (the actual one among them) shows effect - moved x
    and the actual one value - x; p is the share of labellings that show as much or more.
    """
    lower, upper = _bounds(effects, moved, value)
    rank = max(ceil((1 - level) * len(effects) - TIE), 1) - 1
    return float(np.partition(lower, rank)[rank]), float(-np.partition(-upper, rank)[rank])


def _bounds(effects: Array, moved: Array, value: float) -> tuple[Array, Array]:
    """The range round `value` in which each labelling's effect is at least as large as what is left of it.

    With x taken off, a labelling's effect is effect - moved x and the actual one value - x:
    they are as large as each other where x = (value - effect) / (1 - moved) and where
    x = (value + effect) / (1 + moved), if anywhere.
    """
    lower, upper = np.full(len(effects), -np.inf), np.full(len(effects), np.inf)
    always = np.zeros(len(effects), dtype=bool)
    for numerator, denominator in ((value - effects, 1 - moved), (value + effects, 1 + moved)):
        crosses = np.abs(denominator) > TIE
        always |= ~crosses & (np.abs(numerator) <= TIE * (1 + abs(value)))
        root = numerator / np.where(crosses, denominator, 1.0)
        lower = np.where(crosses & (root <= value), np.maximum(lower, root), lower)
        upper = np.where(crosses & (root >= value), np.minimum(upper, root), upper)
    # The actual labelling, and its mirror image, are as large as themselves whatever is taken off.
    lower, upper = np.where(always, -np.inf, lower), np.where(always, np.inf, upper)
    return lower, upper
