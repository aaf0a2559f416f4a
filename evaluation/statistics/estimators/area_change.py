"""The core estimator: one change an area, test areas against the rest."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.choice import Draw
from evaluation.model.codes import Caution, Reason
from evaluation.model.results import Effect, Estimate, Refusal
from evaluation.statistics.cautions import holding, of_chance
from evaluation.statistics.changes import Changes, changes, counts_of_tested, expected_events
from evaluation.statistics.effects import effect
from evaluation.statistics.inference.area_regression import NAME, TEST, Fitted, area_changes, chance, regression
from evaluation.statistics.inference.permutation import Permutation
from evaluation.statistics.panel import Panel
from evaluation.statistics.series import series
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import Windows, choose

Array = NDArray[np.float64]
INFERENCE: Final = "t interval of random effects between areas"
# Below these no interval could be trusted (STATISTICS, ladder and core estimator).
FEWEST_COMPARISON_AREAS: Final = 4
FEWEST_EVENTS: Final = 5
MOST_COVARIATES: Final = 2


def area_change(
    panel: Panel,
    *,
    level: float = 0.95,
    before: int | None = None,
    after: int | None = None,
    skip: int = 0,
    lag: int = 0,
    seasons: int | None = None,
    draw: Draw | None = None,
) -> Estimate | Refusal:
    """The average effect in these test areas, from one change an area.

    Parameters
    ----------
    panel
        Areas x periods; its covariates (at most two, known before the start) are adjusted for.
    level
        Of the interval, between 0 and 1.
    before, after, skip, lag, seasons
        Windows in periods, as in `Settings`; by default all there is, with months matched.
    draw
        The lots that chose the test areas: the chance check then tries only the draws that
        could have happened. Raises UsageError where the lots fell on other areas.

    Returns
    -------
    Estimate
        On log-odds for proportions, log for rates, plain for means; `effect` in shares,
        quotients or the measure's number. `unadjusted` is the effect without the covariates.

    Refuses
    -------
    As `windows.choose`; TOO_FEW_AREAS below 4 comparison areas or without a degree of
    freedom; TOO_FEW_EVENTS below 5 expected events (or non-events) before or after in the
    test areas; COVARIATE beyond two, or where they say the same; NO_VARIATION where all
    areas changed exactly alike.

    Assumes
    -------
    Without the prototype the test areas would have changed as the comparison areas did
    (given the covariates), apart from ups and downs of the size seen between areas; areas
    do not affect each other.

    Source
    ------
    Donald and Lang (2007), one number a group and t with G - 2; Paule and Mandel (1982),
    between-area variance; Satterthwaite (1946), degrees of freedom where areas differ in
    size, G - 2 - k where they do not; never narrower than sampling error: IntHout et al.
    (2014). How often it is wrong: tests/recovery/README.md.

    Example
    -------
    >>> import numpy as np
    >>> from evaluation.statistics.simulate import panel
    >>> outcome = area_change(panel(np.random.default_rng(1), effect=0.5))
    >>> outcome.low > 0, len(outcome.test_areas), len(outcome.comparison_areas)
    (True, 2, 10)
    """
    settings = Settings(level, before, after, skip, lag, seasons)
    windows = choose(panel, settings, NAME)
    if isinstance(windows, Refusal):
        return windows
    found = changes(panel, windows)
    refused = _refusal(panel, windows, found)
    fitted = refused or regression(found, level)
    if isinstance(fitted, Refusal):
        return fitted
    return _estimate(panel, windows, fitted, settings, draw)


def _refusal(panel: Panel, windows: Windows, found: Changes) -> Refusal | None:
    """Why these areas and figures cannot carry an estimate, if they cannot."""
    test, comparison = int(found.is_test.sum()), int((~found.is_test).sum())
    if found.covariates.shape[1] > MOST_COVARIATES:
        why = f"{found.covariates.shape[1]} covariates were asked for."
        return Refusal(NAME, Reason.COVARIATE, why, f"At most {MOST_COVARIATES}, fixed before the start.")
    if comparison < FEWEST_COMPARISON_AREAS or test + comparison <= TEST + 1 + found.covariates.shape[1]:
        tried, have = f"Only {test} area{'s' if test > 1 else ''} tried this, with", f"{comparison} to compare with."
        return Refusal(
            NAME, Reason.TOO_FEW_AREAS, f"{tried} {have}", "At least 10 comparison areas for one test area, 8 for two."
        )
    events = expected_events(panel, windows)
    if events is not None and events < FEWEST_EVENTS:
        why = f"About {events:.1f} events are expected before or after the start in the test areas."
        return Refusal(
            NAME, Reason.TOO_FEW_EVENTS, why, f"At least {FEWEST_EVENTS}: longer windows, or a more common measure."
        )
    return None


def _estimate(panel: Panel, windows: Windows, fitted: Fitted, settings: Settings, draw: Draw | None) -> Estimate:
    found = fitted.found
    permuted, standardised = chance(found, draw, settings.level)
    counted = counts_of_tested(panel, windows, windows.after) if panel.has_counts else None
    said = effect(found, fitted.interval, counted)
    before, after = windows.labels(panel)
    return Estimate(
        value=fitted.interval.value,
        low=fitted.interval.low,
        high=fitted.interval.high,
        level=settings.level,
        p_value=fitted.interval.p_value,
        standard_error=fitted.interval.standard_error,
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
        permutation_low=permuted.low,
        permutation_high=permuted.high,
        labellings_tried=permuted.tried,
        labellings_possible=permuted.possible,
        degrees_of_freedom=float(fitted.fit.freedom[TEST]),
        between_area_variance=fitted.fit.between,
        areas=area_changes(fitted, _gain(fitted), standardised),
        unadjusted=_unadjusted(found, settings.level, counted),
        covariates=tuple(panel.covariates),
        cautions=_cautions(panel, windows, fitted, permuted, settings.level),
    )


def _gain(fitted: Fitted) -> Array:
    """How much more each area changed than the comparison areas would have, given its covariates (model scale)."""
    coefficients = fitted.fit.coefficients.copy()
    coefficients[TEST] = 0.0
    gain: Array = fitted.found.change - fitted.design @ coefficients
    return gain


def _unadjusted(found: Changes, level: float, counted: tuple[float, float] | None) -> Effect | None:
    if not found.covariates.size:
        return None
    plain = regression(found, level, adjusted=False)
    return None if isinstance(plain, Refusal) else effect(found, plain.interval, counted)


def _cautions(
    panel: Panel, windows: Windows, fitted: Fitted, permuted: Permutation, level: float
) -> tuple[Caution, ...]:
    told = {
        Caution.AREAS_ALIKE: panel.has_counts and fitted.fit.between == 0,
        **of_chance(permuted, fitted.interval.p_value, level),
        Caution.NO_DENOMINATORS: not panel.has_counts,
        Caution.AREAS_DROPPED: not windows.kept.all(),
        Caution.ONE_TEST_AREA: int(fitted.found.is_test.sum()) == 1,
    }
    return holding(told)
