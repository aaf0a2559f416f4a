"""One change an area: the unit of evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from evaluation.model.measure import Scale
from evaluation.statistics.gaps import gap_levels
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import LINKS, PLAIN, Link, inside, transformed
from evaluation.statistics.seasons import Periods
from evaluation.statistics.windows import Windows

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Changes:
    """What each kept area's figures say, one number an area throughout.

    `change` is after minus before on the model scale and `variance` its sampling
    variance (0 without counts); `before` and `after` are levels in the user's unit
    that the model scale can hold; `size` is how much an area counts when levels are
    averaged (children after the start, or weights, or 1); `covariates` is areas x
    covariates.
    """

    areas: tuple[str, ...]
    is_test: NDArray[np.bool_]
    link: Link
    change: Array
    variance: Array
    before: Array
    after: Array
    size: Array
    covariates: Array

    def take(self, kept: NDArray[np.bool_]) -> Changes:
        """The same for the areas that are `kept` (one truth value an area)."""
        by_area = ("is_test", "change", "variance", "before", "after", "size", "covariates")
        names = tuple(area for area, stays in zip(self.areas, kept, strict=True) if stays)
        return replace(self, areas=names, **{name: getattr(self, name)[kept] for name in by_area})


def changes(panel: Panel, windows: Windows) -> Changes:
    """The changes of the areas kept: counts pooled within a window, means averaged; of gaps in a panel of gaps."""
    kept, link = panel.take(windows.kept), LINKS[panel.scale]
    if kept.sides is not None:
        (before, noise_then), (after, noise_now) = (
            gap_levels(kept, window) for window in (windows.before, windows.after)
        )
        change, variance, size = after - before, noise_then + noise_now, _weights(kept, windows.after)
        link = PLAIN[kept.groups[kept.sides[0]].scale]
    elif kept.numerators is not None and kept.denominators is not None:
        pooled = [(counts(kept, window)) for window in (windows.before, windows.after)]
        (then, noise_then), (now, noise_now) = (transformed(kept.scale, *each) for each in pooled)
        before, after = (inside(kept.scale, *each) for each in pooled)
        change, variance, size = now - then, noise_then + noise_now, pooled[1][1]
    else:
        before, after = (kept.values[:, window].mean(axis=1) for window in (windows.before, windows.after))
        change, variance, size = after - before, np.zeros(len(kept.areas)), _weights(kept, windows.after)
    covariates = np.array(list(kept.covariates.values())).reshape(-1, len(kept.areas)).T
    return Changes(kept.areas, kept.is_test, link, change, variance, before, after, size, covariates)


def counts(panel: Panel, window: Periods) -> tuple[Array, Array]:
    """Numerators and denominators pooled within a window, one an area. The panel must have counts."""
    if panel.numerators is None or panel.denominators is None:
        raise ValueError("this panel has no counts")
    return panel.numerators[:, window].sum(axis=1), panel.denominators[:, window].sum(axis=1)


def counts_of_tested(panel: Panel, windows: Windows, window: Periods) -> tuple[float, float]:
    """Numerator and denominator of all test areas kept, pooled within a window."""
    seen, out_of = (each[windows.kept & panel.is_test].sum() for each in counts(panel, window))
    return float(seen), float(out_of)


def expected_events(panel: Panel, windows: Windows) -> float | None:
    """The fewest events (or, of a proportion, non-events) expected before or after in the test areas together.

    Expected as if nothing had changed: from the level over both windows. None without
    counts; of a gap, the fewest in either group.
    """
    if panel.sides is not None:
        of_sides = [expected_events(panel.groups[side], windows) for side in panel.sides]
        return min((events for events in of_sides if events is not None), default=None)
    if not panel.has_counts:
        return None
    seen, out_of = np.array([counts_of_tested(panel, windows, each) for each in (windows.before, windows.after)]).T
    level = seen.sum() / out_of.sum()
    fewest = float((level * out_of).min())
    return min(fewest, float(((1 - level) * out_of).min())) if panel.scale is Scale.PROPORTION else fewest


def _weights(panel: Panel, window: Periods) -> Array:
    if panel.weights is None:
        return np.ones(len(panel.areas))
    summed: Array = np.nansum(panel.weights[:, window], axis=1)
    return summed if summed[panel.is_test].sum() > 0 else np.ones(len(panel.areas))
