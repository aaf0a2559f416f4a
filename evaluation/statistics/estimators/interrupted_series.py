"""The test areas' own past carried forward: a change of level at the start, without comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from evaluation.model.codes import Caution, Reason
from evaluation.model.measure import Scale
from evaluation.model.results import Effect, Estimate, Refusal, SeriesPoint
from evaluation.statistics.cautions import holding
from evaluation.statistics.interruption.design import CHANGE
from evaluation.statistics.interruption.one_series import OneSeries, one_series
from evaluation.statistics.interruption.told import MODEL, Told, told_of
from evaluation.statistics.ladder import POINTS_FOR_A_SERIES
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import LINKS, Link
from evaluation.statistics.settings import Settings

NAME: Final = "interrupted-series"
INFERENCE: Final = "{model} regression, autocorrelations from 0 to 0.95 weighed by their likelihood"
COUNTED: Final = (Scale.PROPORTION, Scale.RATE)
# Cochrane Effective Practice and Organisation of Care: at least three points before and three after.
FEWEST_EACH_SIDE: Final = 3
FEWEST_EVENTS: Final = 5
# The bar for false alarms (STATISTICS, recovery).
MOST_FALSE_ALARMS: Final = 0.07


def interrupted_series(
    panel: Panel,
    *,
    level: float = 0.95,
    before: int | None = None,
    after: int | None = None,
    skip: int = 0,
    lag: int = 0,
    seasons: int | None = None,
) -> Estimate | Refusal:
    """The change of level in the test areas together, beyond their own trend and season.

    Parameters
    ----------
    panel
        Areas x periods; comparison areas are left aside. Period labels such as 2024-03,
        2024-Q2, dates and whole numbers tell how far apart periods lie.
    level, before, after, skip, lag, seasons
        As in `Settings`; `seasons` is read from the labels where they tell it.

    Returns
    -------
    Estimate
        The level coefficient of quasi-binomial (log-odds), quasi-Poisson (log) or linear
        regression on time, level and, from two years on, season as two pairs of sine and
        cosine. `effect` is the level after minus the same without the change. The interval
        and p-value weigh autocorrelations by their likelihood; `opinions` has those for
        independent periods, `false_alarms` how often this design would show an effect at the
        autocorrelation found when nothing happened.

    Refuses
    -------
    As `windows.choose`, but for gaps; TOO_FEW_POINTS below 36 periods with figures, or 3
    before or after; TOO_FEW_EVENTS below 5 expected events (or non-events) before or after,
    or where none are seen on one side; NO_VARIATION where figures lie on the line exactly.

    Assumes
    -------
    Without the prototype the trend and the season before would have gone on, and nothing
    else happened at the start.

    Source
    ------
    Bernal, Cummins and Gasparrini (2017), model (a): a change of level; restricted
    likelihood: Harville (1974).

    Example
    -------
    >>> import numpy as np
    >>> from evaluation.statistics.simulate import panel
    >>> drawn = panel(np.random.default_rng(1), areas=1, test=1, periods=48, start=24, effect=0.8)
    >>> outcome = interrupted_series(drawn)
    >>> outcome.low > 0, len(outcome.series)
    (True, 48)
    """
    settings = Settings(level, before, after, skip, lag, seasons)
    alone = _as_counted(panel.take(panel.is_test).with_covariates({}))
    series = one_series(alone, settings, NAME)
    if isinstance(series, Refusal):
        return series
    refused = _refusal(series, alone.scale)
    told = refused or told_of(alone, series, settings, NAME)
    return told if isinstance(told, Refusal) else _estimate(alone, series, settings, told)


def _as_counted(panel: Panel) -> Panel:
    """Counts of a mean are not events: it is modelled as the mean it is."""
    return panel if panel.scale in COUNTED else replace(panel, numerators=None, denominators=None)


def _refusal(series: OneSeries, scale: Scale) -> Refusal | None:
    """Why this series cannot carry an estimate, if it cannot."""
    sides = series.before, series.after
    if series.used.size < POINTS_FOR_A_SERIES or min(side.size for side in sides) < FEWEST_EACH_SIDE:
        why = f"There are figures for {sides[0].size} periods before and {sides[1].size} after the start."
        need = f"At least {POINTS_FOR_A_SERIES} periods in all, {FEWEST_EACH_SIDE} before and {FEWEST_EACH_SIDE} after."
        return Refusal(NAME, Reason.TOO_FEW_POINTS, why, need)
    if scale not in COUNTED:
        return None
    seen, out_of = (np.array([numbers[side].sum() for side in sides]) for numbers in (series.seen, series.out_of))
    counted = (seen, out_of - seen) if scale is Scale.PROPORTION else (seen,)
    expected = min(float((each.sum() / out_of.sum() * out_of).min()) for each in counted)
    if expected >= FEWEST_EVENTS and all((each > 0).all() for each in counted):
        return None
    why = f"About {expected:.1f} events are expected before or after the start, or none are seen on one side."
    return Refusal(NAME, Reason.TOO_FEW_EVENTS, why, f"At least {FEWEST_EVENTS}, and some on each side.")


def _estimate(panel: Panel, series: OneSeries, settings: Settings, told: Told) -> Estimate:
    link, interval = LINKS[panel.scale], told.interval
    kept = tuple(area for area, stays in zip(panel.areas, series.kept, strict=True) if stays)
    return Estimate(
        value=interval.value,
        low=interval.low,
        high=interval.high,
        level=settings.level,
        p_value=interval.p_value,
        standard_error=interval.standard_error,
        scale=link.scaling,
        effect=_effect(panel, series, told, link),
        method=NAME,
        inference=INFERENCE.format(model=MODEL[panel.scale]),
        smallest_p=None,
        test_areas=kept,
        comparison_areas=(),
        dropped_areas=tuple(area for area in panel.areas if area not in kept),
        periods_before=tuple(panel.periods[at] for at in series.before),
        periods_after=tuple(panel.periods[at] for at in series.after),
        series=_points(panel, series, told, link),
        cautions=_cautions(panel, series, told),
        opinions=(told.opinion,),
        false_alarms=told.false_alarms,
    )


def _effect(panel: Panel, series: OneSeries, told: Told, link: Link) -> Effect:
    """The level fitted after the start minus the same without the change.

    Fitted and seen add up to the same over the periods after the start (the likelihood
    equation of the level), so `observed` is what was seen.
    """
    after = told.whole[series.after] @ told.fitted.coefficients
    size, observed = (
        series.out_of[series.after],
        float(np.average(link.back(after), weights=series.out_of[series.after])),
    )

    def gained(gain: float) -> float:
        return float(np.average(link.back(after) - link.back(after - gain), weights=size))

    value, counted = gained(told.interval.value), panel.has_counts
    return Effect(
        value=value,
        low=gained(told.interval.low),
        high=gained(told.interval.high),
        unit=link.unit,
        observed=observed,
        expected=observed - value,
        numerator=float(series.seen[series.after].sum()) if counted else None,
        denominator=float(size.sum()) if counted else None,
    )


def _points(panel: Panel, series: OneSeries, told: Told, link: Link) -> tuple[SeriesPoint, ...]:
    """What was seen, and trend and season as they would have gone on, with the range of the change."""
    is_after = told.whole[:, CHANGE] > 0
    fitted = told.whole @ told.fitted.coefficients
    expected = link.back(fitted - told.interval.value * is_after)
    low, high = (
        np.where(is_after, link.back(fitted - gain), np.nan) for gain in (told.interval.high, told.interval.low)
    )
    out_of = np.where(series.out_of > 0, series.out_of, np.nan)
    counts = (series.seen, series.out_of) if panel.has_counts else (np.full(len(fitted), np.nan),) * 2
    columns = (series.seen / out_of, expected, low, high, np.full(len(fitted), np.nan), *counts)
    return tuple(
        SeriesPoint(period, *(None if np.isnan(number) else float(number) for number in numbers))
        for period, *numbers in zip(panel.periods, *columns, strict=True)
    )


def _cautions(panel: Panel, series: OneSeries, told: Told) -> tuple[Caution, ...]:
    holds = {
        Caution.NO_COMPARISON: True,
        Caution.NO_DENOMINATORS: not panel.has_counts,
        Caution.AREAS_DROPPED: not series.kept.all(),
        Caution.SERIES_FALSE_ALARMS: told.false_alarms > MOST_FALSE_ALARMS,
    }
    return holding(holds)
