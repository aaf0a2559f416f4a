"""What a two-way regression rests on: which cells, with what weight, and which of them are treated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.results import Refusal
from evaluation.statistics.panel import Panel
from evaluation.statistics.seasons import Periods
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import alike, spans, unmoved

Array = NDArray[np.float64]
# An area with a single figure has no change to show: its own effect takes the figure up.
FEWEST_CELLS: Final = 2
# A spread among areas needs at least two of them.
FEWEST_COMPARISON_AREAS: Final = 2


@dataclass(frozen=True, slots=True)
class Treatment:
    """The cells compared. `values`, `treated` and `weights` are areas kept x periods used, weight 0 for a gap.

    `before` and `after` index the panel's periods before the first start and from
    the last one on; `kept` has one truth value an area of the panel.
    """

    kept: NDArray[np.bool_]
    before: Periods
    after: Periods
    values: Array
    treated: NDArray[np.bool_]
    weights: Array
    is_test: NDArray[np.bool_]

    @property
    def used(self) -> slice:
        """The panel's periods from the first to the last one compared."""
        return slice(int(self.before[0]), int(self.after[-1]) + 1)


def treatment(panel: Panel, settings: Settings, method: str) -> Treatment | Refusal:
    """The cells `settings` ask for, by default all there are; a gap costs its cell and not its area.

    From its start until `skip` and `lag` have passed, an area's cells are left out.
    Refuses as `windows.choose` does where nothing starts, starts lie too far apart,
    nothing lies before or after, or figures are not of one kind; and where no test
    area or fewer than two comparison areas have two figures.
    """
    sides = spans(panel, settings, method)
    if isinstance(sides, Refusal):
        return sides
    before, after = sides[0][-(settings.before or 0) :], sides[1][: settings.after]
    same_place = alike(panel, before, after, method) or unmoved(panel, before, after, method)
    if isinstance(same_place, Refusal):
        return same_place
    used = slice(int(before[0]), int(after[-1]) + 1)
    treated, weights = _since(panel, used, settings.lag + settings.skip), _weights(panel, used)
    if settings.lag + settings.skip:
        weights[_since(panel, used, 0) & ~treated] = 0
    there = weights > 0
    kept = same_place & (np.count_nonzero(there, axis=1) >= FEWEST_CELLS)
    refused = _refusal(panel, kept, method)
    if refused is not None:
        return refused
    values = panel.values[:, used] if there.all() else np.where(there, panel.values[:, used], 0.0)
    if kept.all():
        return Treatment(kept, before, after, values, treated, weights, panel.is_test)
    return Treatment(kept, before, after, values[kept], treated[kept], weights[kept], panel.is_test[kept])


def _since(panel: Panel, used: slice, wait: int) -> NDArray[np.bool_]:
    """The cells from so many periods after the area's start on, areas x periods; none without a start."""
    starts = np.where(panel.is_test, panel.starts + wait, len(panel.periods))
    return np.asarray(np.arange(len(panel.periods))[used] >= starts[:, None])


def _weights(panel: Panel, used: slice) -> Array:
    """Denominators, or weights, or 1; 0 where there is no figure."""
    there = np.isfinite(panel.values[:, used])
    stated = panel.weights if panel.denominators is None else panel.denominators
    if stated is None:
        return there.astype(float)
    return np.where(there & (stated[:, used] > 0), stated[:, used], 0.0)


def _refusal(panel: Panel, kept: NDArray[np.bool_], method: str) -> Refusal | None:
    if not (kept & panel.is_test).any():
        why = "No test area has figures in two of the periods compared."
        return Refusal(method, Reason.NO_FIGURES, why, "At least one test area with figures before and after.")
    comparison = int((kept & ~panel.is_test).sum())
    if comparison < FEWEST_COMPARISON_AREAS:
        why = f"Areas to compare with: {comparison}."
        return Refusal(method, Reason.TOO_FEW_AREAS, why, "At least 4 test and 8 comparison areas.")
    return None
