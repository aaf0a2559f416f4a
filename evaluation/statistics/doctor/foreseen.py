"""The panel as it would stand so many periods after the start, if nothing happened.

What the estimator would refuse then, it refuses now; and its windows, changes
and expected events are had without a second set of rules.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.measure import Scale
from evaluation.model.results import Refusal
from evaluation.statistics.changes import Changes, changes, counts, expected_events
from evaluation.statistics.estimators.area_change import FEWEST_EVENTS, area_change
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import transformed
from evaluation.statistics.seasons import seasons_of
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import Windows, choose

Array = NDArray[np.float64]
NAME: Final = "doctor"
MONTHS: Final = 12
QUARTERS: Final = 4


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The expected panel `periods_after` periods on, with its windows and changes.

    `sizes` is how many are counted in each window, one an area, or None without
    counts. The window after may hold fewer periods: those with a like one before.
    """

    periods_after: int
    panel: Panel
    windows: Windows
    found: Changes
    sizes: tuple[Array, Array] | None

    @property
    def has_enough_events(self) -> bool:
        """Whether the estimator would take so few events."""
        events = expected_events(self.panel, self.windows)
        return events is None or events >= FEWEST_EVENTS

    def past(self) -> tuple[Array, Array]:
        """Levels before the start on the model scale and their sampling variances, areas x periods.

        Of the areas kept, those with a figure in every earlier period under one definition.
        """
        periods = self.windows.earlier(self.panel)
        there = np.isfinite(self.panel.values[:, periods]).all(axis=1)
        kept = self.panel.take(self.windows.kept & there)
        if kept.numerators is None or kept.denominators is None:
            return kept.values[:, periods], np.zeros((len(kept.areas), len(periods)))
        return transformed(kept.scale, kept.numerators[:, periods], kept.denominators[:, periods])


def foresee(panel: Panel, after: int, settings: Settings) -> Foreseen | Refusal:
    """The panel with `after` periods in the window after the start, each as its area was on average before.

    Refuses as `windows.choose`, and where no figure lies before the start.
    """
    starts = panel.starts[panel.is_test]
    if not starts.size:
        return Refusal(NAME, Reason.TOO_FEW_AREAS, "No area is to try this.", "At least one test area with a start.")
    if not starts.min():
        why = "There are no figures from before the start."
        return Refusal(NAME, Reason.NO_PERIODS_BEFORE, why, "At least three periods before the start.")
    first, last = int(starts.min()), int(starts.max())
    ahead = last - first + settings.skip + settings.lag + after
    settings = replace(settings, after=after, seasons=_seasons(panel.periods[:first], settings.seasons))
    expected = _expected(panel, first, ahead)
    windows = choose(expected, settings, NAME)
    if isinstance(windows, Refusal):
        return windows
    return Foreseen(after, expected, windows, changes(expected, windows), _sizes(expected.take(windows.kept), windows))


def refusal(panel: Panel, settings: Settings) -> Refusal | None:
    """What the estimator would say of the expected panel, if it would refuse it."""
    outcome = area_change(panel, level=settings.level, before=settings.before, skip=settings.skip, lag=settings.lag)
    # Expected figures have no ups and downs; real ones will.
    if isinstance(outcome, Refusal) and outcome.reason is not Reason.NO_VARIATION:
        return replace(outcome, method=NAME)
    return None


def _expected(panel: Panel, first: int, ahead: int) -> Panel:
    """The past, then `ahead` periods alike; labels, breaks and boundaries already known of stay."""
    known = panel.periods[first : first + ahead]
    labels = (*known, *(f"+{number}" for number in range(len(known) + 1, ahead + 1)))
    columns: dict[str, Any] = {
        name: _continued(matrix[:, :first], ahead)
        for name in ("values", "numerators", "denominators", "weights")
        if (matrix := getattr(panel, name)) is not None
    }
    return replace(panel, periods=(*panel.periods[:first], *labels), groups={}, **columns)


def _continued(past: Array, ahead: int) -> Array:
    """The past and its mean over the figures there are, `ahead` times; an area without any stays empty."""
    there = np.isfinite(past)
    number = there.sum(axis=1)
    mean = np.where(number > 0, np.where(there, past, 0.0).sum(axis=1) / np.maximum(number, 1), np.nan)
    return np.column_stack([past, np.tile(mean[:, None], (1, ahead))])


def _sizes(kept: Panel, windows: Windows) -> tuple[Array, Array] | None:
    """Whole people (for rates: exposure as it is), at least one."""
    if not kept.has_counts:
        return None
    before, after = (counts(kept, window)[1] for window in (windows.before, windows.after))
    if kept.scale is Scale.PROPORTION:
        return np.maximum(np.round(before), 1), np.maximum(np.round(after), 1)
    return before, after


def _seasons(past: tuple[str, ...], seasons: int | None) -> int | None:
    """Periods in a year, so that periods without a label yet have a season too; the past is taken to have no gaps."""
    found = seasons_of(past, seasons)
    if seasons is not None or len(set(found.tolist())) == 1:
        return seasons
    year = QUARTERS if "Q" in past[0] else MONTHS
    return int(year // ((found[1] - found[0]) % year or year))
