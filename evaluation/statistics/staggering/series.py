"""The picture behind a staggered estimate: the test areas together, and what they would have been without it.

Expected is each area's level less the effect its start had in that period; areas
that have not started yet are expected as they are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.model.results import SeriesPoint
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import LINKS
from evaluation.statistics.series import told
from evaluation.statistics.staggering.adoption import NEVER, Adoption
from evaluation.statistics.staggering.group_times import GroupTimes

Array = NDArray[np.float64]


def staggered_series(part: Panel, adopted: Adoption, cells: GroupTimes, wide: Array) -> tuple[SeriesPoint, ...]:
    """One point a period of the panel `part` (the kept areas), levels in the user's unit.

    `wide` (one a period, NaN before the first start) is how far the average effect on
    the areas that have started may lie on either side. Expected is None before the
    first start, and where the effect on a start or a test area's figure is missing.
    """
    is_test = adopted.starts != NEVER
    tested, link = part.take(is_test), LINKS[part.scale]
    sizes, gains = _sizes(tested), _gains(adopted.starts[is_test], cells, len(part.periods))
    has_started = np.arange(len(part.periods)) >= adopted.starts[is_test][:, None]
    with np.errstate(divide="ignore", invalid="ignore"):  # areas at 0 or full stay there; gaps stay gaps
        placed = link.forward(tested.values)
        lines = [
            _together(link.back(placed - gains - has_started * width), sizes) for width in (0.0 * wide, wide, -wide)
        ]
    others = part.take(~is_test)
    columns = [
        _together(tested.values, sizes),
        *lines,
        _together(others.values, np.where(np.isfinite(others.values), _sizes(others), 0.0)),
        *(_sum(counts, len(part.periods)) for counts in (tested.numerators, tested.denominators)),
    ]
    return tuple(map(SeriesPoint, part.periods, *(map(told, column.tolist()) for column in columns)))


def _gains(starts: NDArray[np.intp], cells: GroupTimes, periods: int) -> Array:
    """The effect on each area in each period: 0 before its start, NaN where it is not known."""
    effects = np.where(np.arange(periods) >= starts[:, None], np.nan, 0.0)
    after = cells.since >= 0
    known = np.full((periods, periods), np.nan)
    known[cells.start[after], cells.period[after]] = cells.value[after]
    return np.where(np.isnan(effects), known[starts], effects)


def _sizes(panel: Panel) -> Array:
    """How much each figure counts: children, weights, or all the same."""
    sizes = panel.denominators if panel.denominators is not None else panel.weights
    return np.ones(panel.values.shape) if sizes is None else np.nan_to_num(sizes)


def _together(levels: Array, sizes: Array) -> Array:
    """The level of all areas together, by period; NaN where one that counts has none, or none counts."""
    total = sizes.sum(axis=0)
    return np.asarray(np.where(sizes > 0, levels * sizes, 0.0).sum(axis=0) / np.where(total > 0, total, np.nan))


def _sum(counts: Array | None, periods: int) -> Array:
    return np.full(periods, np.nan) if counts is None else np.asarray(counts.sum(axis=0))
