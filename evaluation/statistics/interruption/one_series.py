"""The test areas together as one series, and the times at which it was seen before and after the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.results import Refusal
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import alike, spans, unmoved

Array = NDArray[np.float64]
Places = NDArray[np.intp]
# An area with fewer figures than this share of what another has would leave the series full of gaps.
SHARE_OF_FIGURES: Final = 0.9


@dataclass(frozen=True, slots=True)
class OneSeries:
    """`seen` and `out_of` by period of the panel, NaN where a figure is missing (for means: the mean, and 1).

    `before` and `after` are the places of the periods used; `kept` marks the areas
    it is made of.
    """

    seen: Array
    out_of: Array
    before: Places
    after: Places
    kept: NDArray[np.bool_]

    @property
    def used(self) -> Places:
        """Places of all periods used."""
        return np.concatenate([self.before, self.after])


def one_series(panel: Panel, settings: Settings, method: str) -> OneSeries | Refusal:
    """The series of a panel of test areas alone. A period counts when all its areas have a figure.

    Refuses as `windows.choose` does, but for gaps: they stay gaps.
    """
    sides = spans(panel, settings, method)
    if isinstance(sides, Refusal):
        return sides
    kept = unmoved(panel, *sides, method)
    if isinstance(kept, Refusal):
        return kept
    there = np.isfinite(panel.values)
    figures = np.where(kept, there[:, np.concatenate(sides)].sum(axis=1), 0)
    kept &= figures >= max(SHARE_OF_FIGURES * figures.max(), 1)
    if not kept.any():
        why = "No test area has figures in the periods compared."
        return Refusal(method, Reason.NO_FIGURES, why, "Figures before and after the start.")
    complete = np.asarray(there[kept].all(axis=0), dtype=bool)
    before, after = (side[complete[side]] for side in sides)
    before = before if settings.before is None else before[-settings.before :]
    after = after[: settings.after]
    if not (before.size and after.size):
        reason, side = (Reason.NO_PERIODS_AFTER, "after") if before.size else (Reason.NO_PERIODS_BEFORE, "before")
        why = f"There are no figures from {side} the start."
        return Refusal(method, reason, why, f"At least one period {side} the start.")
    seen, out_of = _together(panel.take(kept))
    return alike(panel, before, after, method) or OneSeries(
        np.where(complete, seen, np.nan), np.where(complete, out_of, np.nan), before, after, kept
    )


def _together(panel: Panel) -> tuple[Array, Array]:
    """Counts added up; means averaged, by the areas' weights where there are any."""
    if panel.numerators is not None and panel.denominators is not None:
        return panel.numerators.sum(axis=0), panel.denominators.sum(axis=0)
    weights = np.ones_like(panel.values) if panel.weights is None else np.nan_to_num(panel.weights)
    weights = weights if (weights.sum(axis=0) > 0).all() else np.ones_like(panel.values)
    return (panel.values * weights).sum(axis=0) / weights.sum(axis=0), np.ones(len(panel.periods))
