"""The event study: the effect period by period since the start, with a band that holds all of it at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from evaluation.model.codes import Caution, Reason
from evaluation.model.results import Estimate, PathPoint, Refusal
from evaluation.statistics.cautions import holding, of_chance
from evaluation.statistics.changes import Changes, changes, counts_of_tested
from evaluation.statistics.effects import effect
from evaluation.statistics.event_time import REFERENCE, Aligned, align, fewest_events, windows_of
from evaluation.statistics.inference.area_regression import TEST, Fitted, area_changes, chance, regression
from evaluation.statistics.inference.paths import PathFit, fit_path
from evaluation.statistics.inference.permutation import Permutation
from evaluation.statistics.panel import Panel
from evaluation.statistics.series import series
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import Windows

NAME: Final = "event-study"
INFERENCE: Final = "t interval of the residuals of all areas, pooled"
# STATISTICS, ladder: a path needs 6 periods before and 8 areas, of which 4 to compare with.
FEWEST_BEFORE: Final = 6
FEWEST_AREAS: Final = 8
FEWEST_COMPARISON: Final = 4
# In each period, for its log-odds or log to be near normal.
FEWEST_EVENTS: Final = 5
MOST_COVARIATES: Final = 2


@dataclass(frozen=True, slots=True)
class Followed:
    """Areas followed since their start: the windows, the movements, the regression of their average, and the path."""

    windows: Windows
    aligned: Aligned
    fitted: Fitted
    path: PathFit


def event_study(
    panel: Panel,
    *,
    level: float = 0.95,
    before: int | None = None,
    after: int | None = None,
    skip: int = 0,
    lag: int = 0,
    seasons: int | None = None,
) -> Estimate | Refusal:
    """The effect in each period since the start, and its average over the periods after it.

    Parameters
    ----------
    panel
        Areas x periods; its covariates (at most two, known before the start) are adjusted for.
    level
        Of intervals and band, between 0 and 1.
    before, after, skip, lag
        Periods, as in `Settings`. Those within `skip` and `lag` are on the path and not in the average.
    seasons
        Not used: a period is compared with the same period elsewhere.

    Returns
    -------
    Estimate
        `path` has a point for every period but the last before the start, which all others
        are compared with (-1 on the path's clock; the start is 0). `low` and `high` of a
        point hold it alone, the band all points at once. The estimate is the average from
        `lag` and `skip` on; as it rests on a single period before, it is less precise than
        `area-change`. Test areas with starts near each other are followed from their own.
        With more periods than areas `path_covariance` is not of full rank: ranges and average
        are none the worse, the band is left slightly too often (`PathFit.critical`), relative
        magnitudes stand, and `sensitivity.smoothness` must not be asked of it.

    Refuses
    -------
    As `windows.choose` (starts apart by over a quarter of the periods: `staggered`);
    TOO_FEW_POINTS below 6 periods before the start; TOO_FEW_AREAS below 8 areas or 4
    comparison areas with a figure in every period; TOO_FEW_EVENTS below 5 expected events
    (or non-events) in some period in the test areas together; COVARIATE beyond two, or
    where they say the same; NO_VARIATION where in some period all areas moved exactly alike.

    Assumes
    -------
    Without the prototype the test areas would have moved as the comparison areas did (given
    the covariates), apart from ups and downs like those of all areas together, larger where
    fewer children are counted; areas do not affect each other. That the path lies near 0
    before the start makes this believable and does not prove it.

    Source
    ------
    Donald and Lang (2007), one number an area and t with G - 2; areas weighted by
    precision (Paule and Mandel 1982), by which 2 small test areas of 12 raise 4% false
    alarms instead of 18%; simultaneous band: Montiel Olea and Plagborg-Moller (2019).

    Example
    -------
    >>> import numpy as np
    >>> from evaluation.statistics.simulate import panel
    >>> outcome = event_study(panel(np.random.default_rng(1), effect=0.6))
    >>> [point.at for point in outcome.path][:12]
    [-12, -11, -10, -9, -8, -7, -6, -5, -4, -3, -2, 0]
    """
    settings = Settings(level, before, after, skip, lag, seasons)
    found = _follow(panel, settings)
    return found if isinstance(found, Refusal) else _estimate(panel, found, settings)


def _follow(panel: Panel, settings: Settings) -> Followed | Refusal:
    windows = windows_of(panel, settings, NAME)
    if isinstance(windows, Refusal):
        return windows
    if refused := _refusal(panel, windows):
        return refused
    aligned = align(panel, windows, settings)
    fitted = regression(_changes(panel, windows, aligned), settings.level)
    if isinstance(fitted, Refusal):
        return replace(fitted, method=NAME)
    path = fit_path(aligned.movements, aligned.shares, fitted.fit.weights, fitted.design, TEST)
    if not (path.errors > 0).all():
        why = f"All areas moved exactly alike up to period {aligned.at[path.errors.argmin()]} since the start."
        return Refusal(NAME, Reason.NO_VARIATION, why, "Figures that vary, as real ones do.")
    return Followed(windows, aligned, fitted, path)


def _refusal(panel: Panel, windows: Windows) -> Refusal | None:
    """Why these areas and figures cannot carry a path, if they cannot."""
    if len(windows.before) < FEWEST_BEFORE:
        why = f"There are {len(windows.before)} periods before the start."
        return Refusal(NAME, Reason.TOO_FEW_POINTS, why, f"At least {FEWEST_BEFORE} periods before the start.")
    comparison, areas = int((windows.kept & ~panel.is_test).sum()), int(windows.kept.sum())
    if areas < FEWEST_AREAS or comparison < FEWEST_COMPARISON:
        why = f"{areas} areas have a figure in every period, {comparison} of them to compare with."
        need = f"At least {FEWEST_AREAS} areas, {FEWEST_COMPARISON} of them to compare with."
        return Refusal(NAME, Reason.TOO_FEW_AREAS, why, need)
    if len(panel.covariates) > MOST_COVARIATES:
        why = f"{len(panel.covariates)} covariates were asked for."
        return Refusal(NAME, Reason.COVARIATE, why, f"At most {MOST_COVARIATES}, fixed before the start.")
    events = fewest_events(panel, windows)
    if events is not None and events < FEWEST_EVENTS:
        why = f"In one period about {events:.1f} events are expected in the test areas."
        return Refusal(NAME, Reason.TOO_FEW_EVENTS, why, f"At least {FEWEST_EVENTS} in each: longer periods.")
    return None


def _changes(panel: Panel, windows: Windows, aligned: Aligned) -> Changes:
    """The average movement over the periods after the start, as one change an area."""
    reference = replace(windows, before=np.array([windows.start + REFERENCE]))
    movement = sum(share * movement for share, movement in zip(aligned.shares, aligned.movements, strict=True))
    return replace(changes(panel, reference), change=movement @ aligned.average, variance=aligned.variances)


def _estimate(panel: Panel, followed: Followed, settings: Settings) -> Estimate:
    windows, aligned, fitted, path = followed.windows, followed.aligned, followed.fitted, followed.path
    found, average = fitted.found, path.along(aligned.average, settings.level)
    permuted, standardised = chance(found)
    counted = counts_of_tested(panel, windows, windows.after) if panel.has_counts else None
    said = effect(found, average, counted)
    before, after = windows.labels(panel)
    return Estimate(
        value=average.value,
        low=average.low,
        high=average.high,
        level=settings.level,
        p_value=average.p_value,
        standard_error=average.standard_error,
        scale=found.link.scaling,
        effect=said,
        method=NAME,
        inference=INFERENCE,
        smallest_p=permuted.smallest_p,
        test_areas=panel.named(windows.kept & panel.is_test),
        comparison_areas=panel.named(windows.kept & ~panel.is_test),
        dropped_areas=panel.named(~windows.kept),
        periods_before=before,
        periods_after=after,
        series=series(panel, windows, said),
        permutation_p=permuted.p_value,
        labellings_tried=permuted.tried,
        labellings_possible=permuted.possible,
        degrees_of_freedom=float(path.degrees),
        between_area_variance=fitted.fit.between,
        areas=area_changes(fitted, fitted.fit.residuals + average.value * found.is_test, standardised),
        covariates=tuple(panel.covariates),
        cautions=_cautions(panel, windows, permuted, average.p_value, settings.level),
        path=_points(aligned, path, settings.level, int(found.is_test.sum())),
        path_covariance=tuple(tuple(row) for row in path.covariance.tolist()),
    )


def _points(aligned: Aligned, path: PathFit, level: float, areas: int) -> tuple[PathPoint, ...]:
    alone, together = path.alone(level) * path.errors, path.critical(level) * path.errors
    value = path.values
    ends = (value - alone, value + alone, value - together, value + together)
    rows = zip(aligned.at.tolist(), *(column.tolist() for column in (value, path.errors, *ends)), strict=True)
    return tuple(
        PathPoint(at, value, error, low, high, band_low, band_high, areas)
        for at, value, error, low, high, band_low, band_high in rows
    )


def _cautions(
    panel: Panel, windows: Windows, permuted: Permutation, p_value: float, level: float
) -> tuple[Caution, ...]:
    told = {
        **of_chance(permuted, p_value, level),
        Caution.NO_DENOMINATORS: not panel.has_counts,
        Caution.AREAS_DROPPED: not windows.kept.all(),
        Caution.ONE_TEST_AREA: int((windows.kept & panel.is_test).sum()) == 1,
    }
    return holding(told)
