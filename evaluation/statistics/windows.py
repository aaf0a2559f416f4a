"""Before and after: which periods and which areas a comparison rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.results import Refusal
from evaluation.statistics.panel import Panel
from evaluation.statistics.seasons import Periods, matched, seasons_of
from evaluation.statistics.settings import Settings

# Areas may start apart where leaving out what lies between costs at most this share of the periods.
MOST_LOST_BETWEEN_STARTS: Final = 0.25


@dataclass(frozen=True, slots=True)
class Windows:
    """Indices of the periods before and after, of the first start, and the areas complete in both windows."""

    before: Periods
    after: Periods
    start: int
    kept: NDArray[np.bool_]

    def labels(self, panel: Panel) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The periods before and after by name."""
        return tuple(panel.periods[at] for at in self.before), tuple(panel.periods[at] for at in self.after)

    def earlier(self, panel: Panel) -> Periods:
        """Periods before the start that can be told of: under one definition, and with every test area's figure."""
        tested = np.asarray(np.isfinite(panel.values[self.kept & panel.is_test]).all(axis=0), dtype=bool)
        broken = [at for at in range(self.start) if panel.periods[at] in panel.breaks]
        periods = np.arange(max(broken, default=0), self.start)
        apart = np.array([panel.periods[at] not in panel.overlapping for at in periods], dtype=bool)
        told: Periods = periods[tested[periods] & apart]
        return told


def choose(panel: Panel, settings: Settings, method: str) -> Windows | Refusal:
    """The windows that `settings` ask for, by default all there is with months and quarters matched.

    Refuses where no area starts, starts lie too far apart, nothing lies before or
    after, a break, an overlap or a moved boundary makes the windows differ in kind,
    or no test area has figures in all of them.
    """
    sides = spans(panel, settings, method)
    if isinstance(sides, Refusal):
        return sides
    before, after = as_asked(*sides, seasons_of(panel.periods, settings.seasons), settings)
    return alike(panel, before, after, method) or _complete(panel, before, after, method)


def spans(panel: Panel, settings: Settings, method: str) -> tuple[Periods, Periods] | Refusal:
    """All periods before the first start, and all from the last start (plus lag and transition) on."""
    if not panel.is_test.any():
        return Refusal(method, Reason.TOO_FEW_AREAS, "No area tried this.", "At least one test area with a start.")
    if not np.isfinite(panel.values).any():
        return Refusal(method, Reason.NO_FIGURES, "There are no figures.", "Figures before and after the start.")
    starts = panel.starts[panel.is_test]
    if (starts.max() - starts.min()) > MOST_LOST_BETWEEN_STARTS * len(panel.periods):
        why = f"The test areas started {starts.max() - starts.min()} periods apart, out of {len(panel.periods)}."
        return Refusal(method, Reason.DIFFERENT_STARTS, why, "The method staggered, which follows each start.")
    before = np.arange(starts.min())
    after = np.arange(starts.max() + settings.lag + settings.skip, len(panel.periods))
    if not before.size:
        why = "There are no figures from before the start."
        return Refusal(method, Reason.NO_PERIODS_BEFORE, why, "At least one period before the start.")
    if not after.size:
        return _nothing_after(panel, settings, int(starts.max()), method)
    return before, after


def _nothing_after(panel: Panel, settings: Settings, start: int, method: str) -> Refusal:
    if start >= len(panel.periods):
        why = "The figures end before the prototype starts."
        return Refusal(method, Reason.NOT_STARTED, why, "Figures from after the start.")
    waiting = settings.lag + settings.skip
    why = f"Results are looked for from {waiting} periods after the start, and the figures do not reach so far."
    return Refusal(method, Reason.NO_PERIODS_AFTER, why, f"{start + waiting + 1 - len(panel.periods)} more periods.")


def as_asked(before: Periods, after: Periods, season: NDArray[np.intp], settings: Settings) -> tuple[Periods, Periods]:
    """The last `before` and first `after` periods; where one is left open, it answers the other month for month."""
    if settings.after is not None:
        after = after[: settings.after]
    if settings.before is not None:
        return before[-settings.before :], after
    return matched(before, after, season)


def alike(panel: Panel, before: Periods, after: Periods, method: str) -> Refusal | None:
    """A Refusal where figures before and after are not of one kind."""
    used = {panel.periods[at] for at in (*before, *after)}
    between = set(panel.periods[before[0] + 1 : after[-1] + 1])
    if broken := sorted(between.intersection(panel.breaks)):
        why = f"The measure is defined differently from {broken[0]} on."
        return Refusal(method, Reason.BREAK_IN_DEFINITION, why, "Periods before and after under one definition.")
    if shared := sorted(used.intersection(panel.overlapping)):
        why = f"{shared[0]} shares time with the period before it, so the same children are counted more than once."
        return Refusal(method, Reason.OVERLAPPING_PERIODS, why, "Figures for periods that do not overlap.")
    return None


def gap_within(panel: Panel, span: range, method: str) -> Refusal | None:
    """A Refusal where periods are missing within the span: what counts periods would take what follows for the next."""
    inside = set(panel.periods[span.start + 1 : span.stop])
    missing = sorted(period for period, following in (*panel.not_collected, *panel.holes) if following in inside)
    if not missing:
        return None
    why = f"There are no figures for {', '.join(missing)}, so periods since the start cannot be counted."
    return Refusal(method, Reason.NOT_COLLECTED, why, "Figures for every period, or fewer periods.")


def _complete(panel: Panel, before: Periods, after: Periods, method: str) -> Windows | Refusal:
    """The windows with their areas: those with a figure in every period, a covariate, and an unmoved boundary."""
    kept = unmoved(panel, before, after, method)
    if isinstance(kept, Refusal):
        return kept
    counted = panel.values if panel.denominators is None else panel.denominators
    kept &= np.isfinite(counted[:, np.concatenate([before, after])]).all(axis=1)
    if panel.denominators is not None:
        kept &= (panel.denominators[:, before].sum(axis=1) > 0) & (panel.denominators[:, after].sum(axis=1) > 0)
    for by_area in panel.covariates.values():
        kept &= np.isfinite(by_area)
    if not (kept & panel.is_test).any():
        why = (
            f"No test area has figures in all {before.size + after.size} periods compared; "
            f"of {int((~panel.is_test).sum())} comparison areas {int((kept & ~panel.is_test).sum())} have"
        )
        need = "at least one test area with all its figures, or shorter windows"
        return Refusal(method, Reason.INCOMPLETE, why, need)
    return Windows(before, after, int(panel.starts[panel.is_test].min()), kept)


def unmoved(panel: Panel, before: Periods, after: Periods, method: str) -> NDArray[np.bool_] | Refusal:
    """The areas that are the same place from the first to the last period compared; at least one test area."""
    moved = {area for area, period in panel.boundary_changes if period in panel.periods[before[0] + 1 : after[-1] + 1]}
    same_place = np.array([area not in moved for area in panel.areas])
    if (same_place & panel.is_test).any():
        return same_place
    why = f"The boundary of {min(moved)} moved between the first and the last period compared."
    return Refusal(method, Reason.BOUNDARY_CHANGED, why, "Counts for the new boundary.")
