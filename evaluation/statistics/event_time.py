"""Periods counted from each area's start: how far every area has moved since just before it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.measure import Scale
from evaluation.model.results import Refusal
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import transformed
from evaluation.statistics.seasons import Periods
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import Windows, choose, gap_within

Array = NDArray[np.float64]
# The last period before the start: what every other one is compared with.
REFERENCE = -1


@dataclass(frozen=True, slots=True)
class Aligned:
    """Movements since the reference period on the model scale, by periods since the start.

    `at` are those periods (0 is the first of the test, the reference left out), and
    `later` those the effect is looked for in. Test areas count from their own start,
    set against the comparison areas in the same periods; comparison areas from each
    of those starts in turn: `movements` holds one areas x periods matrix a start,
    `shares` how many of the test areas have it. `variances` (areas) are the sampling
    variances of the average over `later`, 0 without counts.
    """

    at: Periods
    later: NDArray[np.bool_]
    movements: tuple[Array, ...]
    shares: tuple[float, ...]
    variances: Array

    @property
    def average(self) -> Array:
        """The average over the periods the effect is looked for in, as weights on `at`."""
        average: Array = self.later / self.later.sum()
        return average


def windows_of(panel: Panel, settings: Settings, method: str) -> Windows | Refusal:
    """All periods asked for, and the areas with a figure in every one of them, those in transition included.

    Nothing is matched by season: a period is compared with the same period elsewhere.
    """
    unmatched = Settings(settings.level, settings.before, settings.after, settings.skip, settings.lag, seasons=1)
    windows = choose(panel, unmatched, method)
    if isinstance(windows, Refusal):
        return windows
    without = gap_within(panel, range(int(windows.before[0]), int(windows.after[-1]) + 1), method)
    if without is not None:
        return without
    used = slice(int(windows.before[0]), int(windows.after[-1]) + 1)
    there = np.isfinite(panel.values[:, used]).all(axis=1)
    kept = np.asarray(windows.kept & there)
    if not (kept & panel.is_test).any():
        why = "No test area has figures in every period from the first to the last compared."
        return Refusal(method, Reason.NO_FIGURES, why, "At least one test area with all its figures, or fewer periods.")
    return Windows(windows.before, windows.after, windows.start, kept)


def align(panel: Panel, windows: Windows, settings: Settings) -> Aligned:
    """The movements of the areas kept. `panel` is the whole one."""
    kept = panel.take(windows.kept)
    levels, noise = _levels(kept)
    starts, of_start = np.unique(kept.starts[kept.is_test], return_inverse=True)
    first, last = -len(windows.before), int(windows.after[-1] - starts[-1])
    at = np.array([period for period in range(first, last + 1) if period != REFERENCE])
    later = at >= settings.lag + settings.skip
    since = np.stack([levels[:, start + at] - levels[:, [start + REFERENCE]] for start in starts])
    elsewhere = since[:, ~kept.is_test].mean(axis=1)
    own = since[of_start, kept.is_test] - elsewhere[of_start]
    movements = []
    for movement, others in zip(since, elsewhere, strict=True):
        movement[kept.is_test] = own + others
        movements.append(movement)
    noises = np.stack(
        [noise[:, start + at[later]].sum(axis=1) / later.sum() ** 2 + noise[:, start + REFERENCE] for start in starts]
    )
    shares = np.bincount(of_start) / len(of_start)
    variances = shares @ noises
    variances[kept.is_test] = noises[of_start, kept.is_test]
    return Aligned(at, np.asarray(later), tuple(movements), tuple(shares.tolist()), variances)


def fewest_events(panel: Panel, windows: Windows) -> float | None:
    """The fewest events (or non-events) expected in one period in the test areas together; None without counts."""
    tested = panel.take(windows.kept & panel.is_test)
    if tested.numerators is None or tested.denominators is None:
        return None
    used = slice(int(windows.before[0]), int(windows.after[-1]) + 1)
    seen, out_of = (counted[:, used].sum(axis=0) for counted in (tested.numerators, tested.denominators))
    level, fewest = float(seen.sum() / out_of.sum()), float(out_of.min())
    return fewest * (min(level, 1 - level) if panel.scale is Scale.PROPORTION else level)


def _levels(panel: Panel) -> tuple[Array, Array]:
    """Levels on the model scale and their sampling variances, areas x periods; gaps where nobody was counted."""
    if panel.numerators is None or panel.denominators is None:
        return panel.values, np.zeros_like(panel.values)
    there = np.isfinite(panel.values)
    found = transformed(panel.scale, np.where(there, panel.numerators, 0), np.where(there, panel.denominators, 1))
    return np.where(there, found[0], np.nan), np.where(there, found[1], np.nan)
