"""Before and after in the test areas alone: what changed, never why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from evaluation.model.codes import Caution, Reason, Scaling, Unit
from evaluation.model.measure import Scale
from evaluation.model.results import Effect, Estimate, Refusal
from evaluation.statistics.changes import Changes, changes, counts
from evaluation.statistics.effects import effect, gained
from evaluation.statistics.inference.distributions import normal_quantile, normal_tails
from evaluation.statistics.inference.interval import Interval, interval
from evaluation.statistics.inference.random_effects import fit
from evaluation.statistics.intervals import newcombe_at
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import LINKS, inside, transformed
from evaluation.statistics.seasons import Periods
from evaluation.statistics.series import series
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import Windows, choose

NAME: Final = "before-after"
FEWEST_AREAS: Final = 2
# Numerator and denominator of all test areas in a window.
Pooled = tuple[float, float]
# Beyond this normal quantile a p-value is 0 to any reader; halvings enough for every bit of it.
FURTHEST: Final = 40.0
HALVINGS: Final = 60


@dataclass(frozen=True, slots=True)
class Told:
    """A change, on its scale and in the user's unit, and how chance was reckoned."""

    interval: Interval
    effect: Effect
    scaling: Scaling
    inference: str


def before_after(
    panel: Panel,
    *,
    level: float = 0.95,
    before: int | None = None,
    after: int | None = None,
    skip: int = 0,
    lag: int = 0,
    seasons: int | None = None,
) -> Estimate | Refusal:
    """The change in the test areas together, without comparison: descriptive (grade D).

    Parameters
    ----------
    panel
        Areas x periods; comparison areas are left aside.
    level, before, after, skip, lag, seasons
        As in `area_change`.

    Returns
    -------
    Estimate
        Proportions: difference of the pooled shares, Newcombe's interval, p where that
        interval touches 0. Rates: log of the ratio. Means and published percentages: mean
        change of at least two areas with its t interval. `standard_error` is the interval's
        width over its quantile.

    Refuses
    -------
    As `windows.choose`; NEEDS_COUNTS for one area without counts; NO_VARIATION where areas
    without counts changed exactly alike.

    Assumes
    -------
    For any claim about the prototype: that nothing else changed. For the interval from
    counts: that the children are the only source of chance, which areas seldom grant.

    Source
    ------
    Newcombe (1998), method 10.

    Example
    -------
    >>> from evaluation.statistics.panel import Panel
    >>> panel = Panel.from_matrix(areas=["one"], periods=["1", "2"], starts=[1],
    ...                           numerators=[[48, 56]], denominators=[[80, 70]])
    >>> outcome = before_after(panel)
    >>> round(outcome.effect.low, 4), round(outcome.effect.high, 4)
    (0.0524, 0.3339)
    """
    settings = Settings(level, before, after, skip, lag, seasons)
    alone = panel.take(panel.is_test).with_covariates({})
    windows = choose(alone, settings, NAME)
    if isinstance(windows, Refusal):
        return windows
    told = _told(alone, windows, level)
    return told if isinstance(told, Refusal) else _estimate(alone, windows, level, told)


def _told(panel: Panel, windows: Windows, level: float) -> Told | Refusal:
    """What the figures say, by the kind of figures they are."""
    found = changes(panel, windows)
    if not panel.has_counts:
        return _of_means(found, level)
    kept = panel.take(windows.kept)
    then, now = (_pooled(kept, window) for window in (windows.before, windows.after))
    return _of_shares(then, now, level) if panel.scale is Scale.PROPORTION else _of_rates(then, now, level)


def _pooled(panel: Panel, window: Periods) -> Pooled:
    numerators, denominators = counts(panel, window)
    return float(numerators.sum()), float(denominators.sum())


def _of_shares(then: Pooled, now: Pooled, level: float) -> Told:
    """The difference of two pooled shares."""

    def limits(z: float) -> tuple[float, float]:
        return newcombe_at(z, *now, *then)

    z, share_then, share = normal_quantile(level), then[0] / then[1], now[0] / now[1]
    value = share - share_then
    low, high = limits(z)
    found = Interval(value, low, high, _p_value(value, limits), (high - low) / (2 * z))
    said = Effect(value, low, high, Unit.SHARE, share, share_then, *now)
    return Told(found, said, Scaling.PLAIN, "newcombe")


def _of_rates(then: Pooled, now: Pooled, level: float) -> Told:
    """The log of the ratio of two pooled rates."""
    events, out_of = np.array([then, now]).T
    logs, variances = transformed(Scale.RATE, events, out_of)
    value, error = float(logs[1] - logs[0]), float(np.sqrt(variances.sum()))
    half = normal_quantile(level) * error
    found = Interval(value, value - half, value + half, normal_tails(value / error), error)
    observed = inside(Scale.RATE, events, out_of)[1:]
    value, low, high = (
        float(gained(LINKS[Scale.RATE], observed, gain)[0]) for gain in (value, value - half, value + half)
    )
    said = Effect(value, low, high, Unit.PER, float(observed[0]), float(observed[0]) - value, *now)
    return Told(found, said, Scaling.LOG, "normal interval of the log ratio")


def _of_means(found: Changes, level: float) -> Told | Refusal:
    """The mean change of the test areas: areas are the only measure of chance there is."""
    if len(found.areas) < FEWEST_AREAS:
        why = "One test area without counts shows no measure of chance."
        return Refusal(NAME, Reason.NEEDS_COUNTS, why, "Numerators and denominators, or at least two test areas.")
    fitted = fit(found.change, found.variance, np.ones((len(found.areas), 1)))
    if fitted is None:
        why = "All test areas changed exactly alike."
        return Refusal(NAME, Reason.NO_VARIATION, why, "Figures that vary, as real ones do.")
    mean = interval(fitted, 0, level)
    return Told(mean, effect(found, mean, None), found.link.scaling, "t interval of area changes")


def _p_value(value: float, limits: Callable[[float], tuple[float, float]]) -> float:
    """The p-value at which the interval just touches 0, so that the two can never disagree."""
    if value == 0:
        return 1.0
    low, high = 0.0, FURTHEST
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        below, above = limits(middle)
        low, high = (middle, high) if below > 0 or above < 0 else (low, middle)
    return normal_tails(low)


def _estimate(panel: Panel, windows: Windows, level: float, told: Told) -> Estimate:
    before, after = windows.labels(panel)
    kept = tuple(area for area, stays in zip(panel.areas, windows.kept, strict=True) if stays)
    cautions = (Caution.NO_COMPARISON, *(() if panel.has_counts else (Caution.NO_DENOMINATORS,)))
    return Estimate(
        value=told.interval.value,
        low=told.interval.low,
        high=told.interval.high,
        level=level,
        p_value=told.interval.p_value,
        standard_error=told.interval.standard_error,
        scale=told.scaling,
        effect=told.effect,
        method=NAME,
        inference=told.inference,
        smallest_p=None,
        test_areas=kept,
        comparison_areas=(),
        dropped_areas=tuple(area for area in panel.areas if area not in kept),
        periods_before=before,
        periods_after=after,
        series=series(panel, windows, told.effect),
        cautions=cautions,
    )
