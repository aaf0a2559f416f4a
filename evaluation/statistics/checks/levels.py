"""What the checks of earlier periods look at: each area's level, period by period, before the start."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.changes import Changes, changes
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import transformed
from evaluation.statistics.windows import Windows

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Levels before the start on the model scale and their sampling variances, areas x earlier periods.

    `found` are the changes of the same areas, for their labels, sizes and covariates.
    """

    levels: Array
    variances: Array
    found: Changes


def earlier(panel: Panel, windows: Windows) -> Earlier:
    """The areas of the estimate that have a figure in every earlier period."""
    periods = windows.earlier(panel)
    complete = np.asarray(np.isfinite(panel.values[:, periods]).all(axis=1), dtype=bool)
    found = changes(panel, windows).take(complete[windows.kept])
    kept = panel.take(windows.kept & complete)
    if kept.numerators is None or kept.denominators is None:
        values = kept.values[:, periods]
        return Earlier(values, np.zeros_like(values), found)
    return Earlier(*transformed(kept.scale, kept.numerators[:, periods], kept.denominators[:, periods]), found)
