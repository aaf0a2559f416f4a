"""Which areas and periods a staggered comparison can rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.measure import Scale
from evaluation.model.results import Refusal
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import alike, gap_within, unmoved

NAME: Final = "staggered"
FEWEST_COMPARISON_AREAS: Final = 4
FEWEST_EVENTS: Final = 5


@dataclass(frozen=True, slots=True)
class Span:
    """Periods from `first` to `last` are used; effects are looked for `soonest` to `latest` periods after a start.

    `base` is the earliest period a change is measured from; `kept` are the areas that can take part.
    """

    first: int
    base: int
    last: int
    soonest: int
    latest: int
    kept: NDArray[np.bool_]


def span(panel: Panel, settings: Settings, anticipation: int) -> Span | Refusal:
    """The periods and areas of a panel, or why it has none.

    Areas that had started by the first figures (less `anticipation`) fall out, as
    nobody saw them before, and so do areas whose boundary moved, without a covariate,
    or without figures.
    """
    if not panel.is_test.any():
        return Refusal(NAME, Reason.TOO_FEW_AREAS, "No area tried this.", "At least one test area with a start.")
    if not np.isfinite(panel.values).any():
        return Refusal(NAME, Reason.NO_FIGURES, "There are no figures.", "Figures before and after the start.")
    soonest = settings.lag + settings.skip
    latest = len(panel.periods) if settings.after is None else soonest + settings.after - 1
    seen_before = ~panel.is_test | (panel.starts > anticipation)
    starts = panel.starts[panel.is_test & seen_before]
    refused = _out_of_reach(panel, starts, soonest)
    if refused:
        return refused
    starts = starts[starts + soonest < len(panel.periods)]
    base, last = int(starts.min()) - 1 - anticipation, min(int(starts.max()) + latest, len(panel.periods) - 1)
    first = max((at for at in range(base + 1) if panel.periods[at] in panel.breaks), default=0)
    before, after = np.arange(first, starts.min()), np.arange(starts.min(), last + 1)
    kept = (
        alike(panel, before, after, NAME)
        or gap_within(panel, range(first, last + 1), NAME)
        or unmoved(panel, before, after, NAME)
    )
    if isinstance(kept, Refusal):
        return kept
    kept &= seen_before & np.isfinite(panel.values[:, first : last + 1]).any(axis=1)
    for by_area in panel.covariates.values():
        kept &= np.isfinite(by_area)
    return Span(first, base, last, soonest, latest, kept)


def complete(panel: Panel, found: Span) -> NDArray[np.bool_]:
    """The kept areas that have every figure from the earliest base period on."""
    return np.asarray(found.kept & np.isfinite(panel.values[:, found.base : found.last + 1]).all(axis=1))


def too_few_events(panel: Panel, found: Span) -> Refusal | None:
    """A Refusal where fewer than 5 events (or non-events) were counted in the test areas before or after their starts.

    Before: from the earliest base period on; expected as if nothing had changed.
    """
    if panel.numerators is None or panel.denominators is None:
        return None
    tested = found.kept & panel.is_test & (panel.starts < len(panel.periods))
    every = np.arange(len(panel.periods))
    used = np.isfinite(panel.values) & tested[:, None] & (every >= found.base) & (every <= found.last)
    is_after = every >= panel.starts[:, None]
    seen, out_of = (np.where(used, counted, 0.0) for counted in (panel.numerators, panel.denominators))
    sides = np.array([(out_of * ~is_after).sum(), (out_of * is_after).sum()])
    if not sides.all():
        return None
    level = seen.sum() / sides.sum()
    expected = min(level, 1 - level) if panel.scale is Scale.PROPORTION else level
    fewest = float((expected * sides).min())
    if fewest >= FEWEST_EVENTS:
        return None
    why = f"About {fewest:.1f} events are expected before or after the starts in the test areas."
    return Refusal(
        NAME, Reason.TOO_FEW_EVENTS, why, f"At least {FEWEST_EVENTS}: larger areas, or a more common measure."
    )


def too_few_areas(test: int, comparison: int) -> Refusal:
    """The Refusal for designs in which no cell has enough areas to compare with."""
    tried = f"Only {test} area{'' if test == 1 else 's'} tried this and can be told of, with"
    need = f"At least {FEWEST_COMPARISON_AREAS} areas that have not started, in some period after a start."
    return Refusal(NAME, Reason.TOO_FEW_AREAS, f"{tried} {comparison} to compare with.", need)


def _out_of_reach(panel: Panel, starts: NDArray[np.intp], soonest: int) -> Refusal | None:
    """A Refusal where no start lies between the first and the last figures."""
    if not starts.size:
        why = "There are no figures from before the start."
        return Refusal(NAME, Reason.NO_PERIODS_BEFORE, why, "At least one period before the start.")
    if starts.min() >= len(panel.periods):
        why = "The figures end before the prototype starts."
        return Refusal(NAME, Reason.NOT_STARTED, why, "Figures from after the start.")
    if starts.min() + soonest >= len(panel.periods):
        why = f"Results are looked for from {soonest} periods after the start, and the figures do not reach so far."
        needed = starts.min() + soonest + 1 - len(panel.periods)
        return Refusal(NAME, Reason.NO_PERIODS_AFTER, why, f"{needed} more periods.")
    return None
