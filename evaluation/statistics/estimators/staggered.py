"""Test areas that start at different times: group-time effects and their averages."""

from __future__ import annotations

from typing import Final

from evaluation.model.codes import Caution, Reason
from evaluation.model.results import MOST_LISTED, Estimate, Refusal
from evaluation.problems import UsageError
from evaluation.statistics.cautions import holding, of_chance
from evaluation.statistics.effects import averaged
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import LINKS
from evaluation.statistics.settings import Settings
from evaluation.statistics.staggering.adoption import NEVER
from evaluation.statistics.staggering.areas import area_changes, later_levels
from evaluation.statistics.staggering.averages import Aggregate
from evaluation.statistics.staggering.chance import INFLUENCE, Chance, chance_of, other_opinions
from evaluation.statistics.staggering.design import NAME, Span, span, too_few_events
from evaluation.statistics.staggering.group_times import Rule
from evaluation.statistics.staggering.reckoned import Reckoned, never_only, reckon
from evaluation.statistics.staggering.series import staggered_series
from evaluation.statistics.staggering.told import cells_told, half_ranges, points

MOST_COVARIATES: Final = 2


def staggered(
    panel: Panel,
    *,
    level: float = 0.95,
    before: int | None = None,
    after: int | None = None,
    skip: int = 0,
    lag: int = 0,
    seasons: int | None = None,
    aggregate: Aggregate | str = Aggregate.SIMPLE,
    comparison: str | None = None,
    base: str = "varying",
    anticipation: int = 0,
) -> Estimate | Refusal:
    """The average effect in areas that start at different times, each against areas that have not started.

    Parameters
    ----------
    panel
        Areas x periods; its covariates (at most two, known before the start) are adjusted for.
    level
        Of the interval, between 0 and 1.
    before, after
        So many periods before a start are shown, so many after it count; by default all.
    skip, lag
        The headline counts effects from start + lag + skip on; the path shows all.
    seasons
        Not used: comparison areas carry the season.
    aggregate
        The headline: `simple` (every area and period after its start counts the same),
        `event` (every period since the start), `group` (every area), `calendar` (every period).
    comparison
        `never`: areas that do not start within the figures; `not_yet`: those that have not
        started so far as well. By default `never` where there are at least 4.
    base
        Effects in periods before the start: each period against the one before (`varying`)
        or all against the last before the start (`universal`).
    anticipation
        Effects may begin so many periods before the start.

    Returns
    -------
    Estimate
        On log-odds for proportions, log for rates, plain for means; `path` holds the
        effect by periods since the start with a simultaneous band, `group_times` every
        cell. An area takes part in a cell where it has both figures. Areas count the same,
        or by `weight`, or with counts by their precision. 20 test and 50 areas and more:
        the influence function, clustered by area; covariates doubly robust. Fewer: the
        starts are permuted, over areas with all their figures; covariates by regression.
        Too few for that to reach the level: a t interval from the same spread. The method
        that does not speak is in `opinions`. Where the influence function speaks, `areas` is
        left empty beyond 500 areas (`MOST_LISTED`).

    Refuses
    -------
    NOT_STARTED, NO_PERIODS_BEFORE, NO_PERIODS_AFTER where no start lies within the figures;
    BREAK_IN_DEFINITION, OVERLAPPING_PERIODS, BOUNDARY_CHANGED as `windows.choose`;
    TOO_FEW_AREAS where never 4 areas can be compared with; TOO_FEW_EVENTS below 5 expected
    in the test areas before or after; COVARIATE beyond two, or where they say the same;
    NO_VARIATION where nothing varies; NO_FIGURES where no test area has what is needed.

    Assumes
    -------
    Without the prototype the areas that started would have changed, from the period before
    they did, as those that had not started (given the covariates); areas do not affect each
    other. Where starts are permuted: any area could have had any other's ups and downs.

    Source
    ------
    Callaway and Sant'Anna (2021), Journal of Econometrics 225; Sant'Anna and Zhao (2020);
    permutation: Phipson and Smyth (2010), Roth and Sant'Anna (2023) on random timing.

    Example
    -------
    >>> import numpy as np
    >>> from evaluation.statistics.simulate import panel
    >>> outcome = staggered(panel(np.random.default_rng(1), test=4, starts=[8, 12, 12, 16], effect=0.5))
    >>> outcome.low > 0, outcome.inference
    (True, 'starts permuted')
    """
    settings = Settings(level, before, after, skip, lag, seasons)
    kind, only, universal = _asked(aggregate, comparison, base, anticipation)
    found = span(panel, settings, anticipation)
    if isinstance(found, Refusal):
        return found
    if len(panel.covariates) > MOST_COVARIATES:
        why = f"{len(panel.covariates)} covariates were asked for."
        return Refusal(NAME, Reason.COVARIATE, why, f"At most {MOST_COVARIATES}, fixed before the start.")
    refused = too_few_events(panel, found)
    if refused:
        return refused
    rule = Rule(never_only(panel, found, only), anticipation, universal, doubly_robust=True)
    reckoned = reckon(panel, found, rule, kind, settings)
    if isinstance(reckoned, Refusal):
        return reckoned
    chance = chance_of(reckoned, level)
    if isinstance(chance, Refusal):
        return chance
    return _estimate(panel, found, reckoned, chance, settings)


def _asked(
    aggregate: Aggregate | str, comparison: str | None, base: str, anticipation: int
) -> tuple[Aggregate, str | None, bool]:
    """The settings, checked. Raises UsageError for what is not there."""
    if aggregate not in tuple(Aggregate):
        raise UsageError(f"There is no aggregate {aggregate}; there are {', '.join(Aggregate)}.")
    if comparison not in {None, "never", "not_yet"}:
        raise UsageError(f"Areas are compared with `never` or `not_yet`, not with {comparison}.")
    if base not in {"varying", "universal"}:
        raise UsageError(f"The base is `varying` or `universal`, not {base}.")
    if anticipation < 0:
        raise UsageError("anticipation counts periods and cannot be below 0.")
    return Aggregate(aggregate), comparison, base == "universal"


def _estimate(panel: Panel, found: Span, reckoned: Reckoned, chance: Chance, settings: Settings) -> Estimate:
    adopted, interval, permuted = reckoned.adopted, chance.interval, chance.permuted
    part = panel.take(reckoned.kept)
    link, average = LINKS[part.scale], reckoned.average.loading[:, 0]
    later = later_levels(part, adopted, reckoned.cells, average)
    of_test = adopted.starts != NEVER
    shown, covariance = points(reckoned, chance, settings.level)
    said = averaged(link, later.level[of_test], later.size[of_test], interval, later.counted(of_test))
    is_listed = chance.inference != INFLUENCE or len(part.areas) <= MOST_LISTED
    is_test = panel.is_test & (panel.starts < len(panel.periods))
    last = int(reckoned.cells.period.max())
    return Estimate(
        value=interval.value,
        low=interval.low,
        high=interval.high,
        level=settings.level,
        p_value=interval.p_value,
        standard_error=interval.standard_error,
        scale=link.scaling,
        effect=said,
        method=NAME,
        inference=chance.inference,
        smallest_p=permuted.smallest_p if permuted else None,
        test_areas=panel.named(reckoned.kept & is_test),
        comparison_areas=panel.named(reckoned.kept & ~is_test),
        dropped_areas=panel.named(~reckoned.kept),
        periods_before=panel.periods[found.first : int(adopted.groups.min())],
        periods_after=panel.periods[int(adopted.groups.min()) : last + 1],
        series=staggered_series(part, adopted, reckoned.cells, half_ranges(panel, reckoned, chance, settings)),
        permutation_p=permuted.p_value if permuted else None,
        degrees_of_freedom=None if chance.degrees is None else float(chance.degrees),
        areas=area_changes(adopted, reckoned.cells, average, link, later) if is_listed else (),
        covariates=tuple(panel.covariates),
        cautions=_cautions(panel, reckoned, chance, settings.level),
        opinions=other_opinions(reckoned, chance, settings.level),
        path=shown,
        path_covariance=covariance,
        group_times=cells_told(panel, reckoned, chance),
    )


def _cautions(panel: Panel, reckoned: Reckoned, chance: Chance, level: float) -> tuple[Caution, ...]:
    told = {
        **of_chance(chance.permuted, chance.interval.p_value, level),
        Caution.NO_DENOMINATORS: not panel.has_counts,
        Caution.AREAS_DROPPED: not reckoned.kept.all(),
        Caution.ONE_TEST_AREA: int((reckoned.adopted.starts != NEVER).sum()) == 1,
    }
    return holding(told)
