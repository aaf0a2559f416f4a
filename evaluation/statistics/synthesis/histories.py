"""Complete histories: test areas as one series beside the series of every comparison area.

What synthetic controls are made from. Figures stand in the user's unit (shares,
quotients, means), as in the literature: weighted averages of levels are levels.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.measure import Scale
from evaluation.model.results import Refusal
from evaluation.statistics.changes import expected_events
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import HALF
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import Windows, choose

Array = NDArray[np.float64]
# With four placebo areas the likely range is too wide to say anything (2-3 false alarms in 100, recovery table).
FEWEST_COMPARISON_AREAS: Final = 5
# With fewer, weights can fit any history by chance, and nobody sees whether they fit.
FEWEST_PERIODS_BEFORE: Final = 4
# As in area_change.
FEWEST_EVENTS: Final = 5
# A movement this small beside the figures is rounding.
ROUNDING: Final = 1e-10


@dataclass(frozen=True, slots=True)
class History:
    """The figures compared: periods are those of the windows, the first `before` of them before the start.

    `figures` is areas x periods and `variances` their sampling variance (0 without
    counts); `is_test` has one truth value an area. `noise` is the standard deviation
    of the comparison areas' movement from one period before to the next.
    """

    panel: Panel
    windows: Windows
    figures: Array
    variances: Array
    is_test: NDArray[np.bool_]
    before: int
    noise: float


def history(panel: Panel, settings: Settings, method: str) -> History | Refusal:
    """The histories that `settings` ask for, by default with every period before: each is fitted on its own.

    Refuses as `windows.choose`, and as the constants above say; an area without one
    of its figures falls out.
    """
    outcomes = panel.with_covariates({})  # neither method has a use for them
    windows = choose(outcomes, replace(settings, seasons=1), method)
    if isinstance(windows, Refusal):
        return windows
    used = np.concatenate([windows.before, windows.after])
    windows = replace(windows, kept=windows.kept & np.isfinite(outcomes.values[:, used]).all(axis=1))
    refused = _too_few(outcomes, windows, method)
    if refused:
        return refused
    kept = outcomes.take(windows.kept)
    figures, before = kept.values[:, used], windows.before.size
    noise = float(np.diff(figures[~kept.is_test, :before], axis=1).std(ddof=1))
    if noise <= ROUNDING * float(np.abs(figures).max()):
        why = "The comparison areas stand still before the start."
        return Refusal(method, Reason.NO_VARIATION, why, "Figures that vary, as real ones do.")
    return History(outcomes, windows, figures, _variances(kept)[:, used], kept.is_test, before, noise)


def _too_few(panel: Panel, windows: Windows, method: str) -> Refusal | None:
    """Why there are too few areas, periods or events, if there are."""
    test, comparison = int((windows.kept & panel.is_test).sum()), int((windows.kept & ~panel.is_test).sum())
    if not test:
        why = "No test area has figures in every period compared."
        need = "At least one test area with all its figures, or shorter windows."
        return Refusal(method, Reason.NO_FIGURES, why, need)
    fewest = max(FEWEST_COMPARISON_AREAS, 2 * test)  # a placebo of as many areas leaves as many to weigh
    if comparison < fewest:
        tried = f"Only {test} area{'s' if test > 1 else ''} tried this, with {comparison} to compare with."
        return Refusal(method, Reason.TOO_FEW_AREAS, tried, f"At least {fewest} comparison areas, better 20 or more.")
    if windows.before.size < FEWEST_PERIODS_BEFORE:
        why = f"There are {windows.before.size} periods from before the start."
        return Refusal(method, Reason.NO_PERIODS_BEFORE, why, f"At least {FEWEST_PERIODS_BEFORE}, better 10 or more.")
    events = expected_events(panel, windows)
    if events is not None and events < FEWEST_EVENTS:
        why = f"About {events:.1f} events are expected before or after the start in the test areas."
        need = f"At least {FEWEST_EVENTS}: longer windows, or a more common measure."
        return Refusal(method, Reason.TOO_FEW_EVENTS, why, need)
    return None


def _variances(panel: Panel) -> Array:
    """Sampling variance of every figure, with 0.5 added so that 0 and full cells have one; 0 without counts."""
    if panel.numerators is None or panel.denominators is None:
        return np.zeros(panel.values.shape)
    out_of = np.where(panel.denominators > 0, panel.denominators, np.nan)
    if panel.scale is Scale.PROPORTION:
        share = (panel.numerators + HALF) / (out_of + 2 * HALF)
        return np.asarray(share * (1 - share) / out_of)
    return np.asarray((panel.numerators + HALF) / out_of**2)
