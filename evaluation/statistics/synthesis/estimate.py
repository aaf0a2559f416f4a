"""From a synthetic series to an estimate: value, interval from placebo areas, rank, path and picture."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Caution, Scaling
from evaluation.model.results import Effect, Estimate
from evaluation.statistics.cautions import holding, of_chance
from evaluation.statistics.changes import counts_of_tested
from evaluation.statistics.inference.interval import Interval
from evaluation.statistics.inference.placebo_interval import Compared, interval_of, opinions, ranked_of
from evaluation.statistics.inference.placebos import Rank
from evaluation.statistics.scales import LINKS
from evaluation.statistics.synthesis.histories import History
from evaluation.statistics.synthesis.series import path, series

Array = NDArray[np.float64]
INFERENCE: Final = "t interval of placebo areas"
# A weight below this is none to any reader.
SMALLEST_WEIGHT: Final = 1e-6
# A fit this many times worse than is usual among placebos: half of the false alarms come from such (recovery table).
POOR_FIT: Final = 2.0


def estimate(found: Compared, method: str) -> Estimate:
    """All that is said of a synthetic series."""
    history, ranked = found.history, ranked_of(found)
    interval = interval_of(found)
    errors = np.sqrt(np.diag(found.spread)[:-1])
    points = path(history, found.after[0], errors, found.level, found.degrees)
    before, after = history.windows.labels(history.panel)
    tested = history.windows.kept & history.panel.is_test
    others = history.windows.kept & ~history.panel.is_test
    return Estimate(
        value=interval.value,
        low=interval.low,
        high=interval.high,
        level=found.level,
        p_value=interval.p_value,
        standard_error=interval.standard_error,
        scale=Scaling.PLAIN,
        effect=_effect(history, interval),
        method=method,
        inference=INFERENCE,
        smallest_p=ranked.smallest_p if ranked else None,
        test_areas=history.panel.named(tested),
        comparison_areas=history.panel.named(others),
        dropped_areas=history.panel.named(~history.windows.kept),
        periods_before=before,
        periods_after=after,
        series=series(history, found.synthetics, points),
        permutation_p=ranked.p_value if ranked else None,
        degrees_of_freedom=float(found.degrees),
        cautions=_cautions(found, interval, ranked),
        opinions=opinions(found, ranked),
        path=points,
        path_covariance=tuple(tuple(row) for row in found.spread[:-1, :-1].tolist()),
        donors=_donors(history.panel.named(others), -found.synthetics.contrasts[0, ~history.is_test]),
    )


def _effect(history: History, interval: Interval) -> Effect:
    """The same in the user's unit: it stands on it already."""
    observed = float(history.figures[history.is_test, history.before :].mean())
    panel, windows = history.panel, history.windows
    counted = counts_of_tested(panel, windows, windows.after) if panel.has_counts else (None, None)
    limits = interval.value, interval.low, interval.high
    return Effect(*limits, LINKS[panel.scale].unit, observed, observed - interval.value, *counted)


def _donors(areas: tuple[str, ...], weights: Array) -> tuple[tuple[str, float], ...]:
    """Comparison areas with a weight, the heaviest first."""
    shown = [pair for pair in zip(areas, weights.tolist(), strict=True) if pair[1] > SMALLEST_WEIGHT]
    return tuple(sorted(shown, key=lambda pair: -pair[1]))


def _cautions(found: Compared, interval: Interval, ranked: Rank | None) -> tuple[Caution, ...]:
    told = {
        Caution.POOR_FIT_BEFORE: bool(found.misses[0] > POOR_FIT * np.median(found.misses[1:])),
        **of_chance(ranked, interval.p_value, found.level),
        Caution.AREAS_DROPPED: not found.history.windows.kept.all(),
        Caution.ONE_TEST_AREA: int(found.history.is_test.sum()) == 1,
    }
    return holding(told)
