"""Test areas that start at different times: group-time effects and their averages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import compress
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.results import (
    MOST_LISTED,
    Caution,
    Estimate,
    GroupTime,
    Opinion,
    PathPoint,
    Reason,
    Refusal,
)
from evaluation.problems import UsageError
from evaluation.statistics.effects import averaged
from evaluation.statistics.inference.distributions import normal_quantile, normal_tails, t_quantile, t_tails
from evaluation.statistics.inference.largest import bound
from evaluation.statistics.inference.random_effects import Interval
from evaluation.statistics.inference.starts import Permuted, permute
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import LINKS
from evaluation.statistics.settings import Settings
from evaluation.statistics.staggering.adoption import NEVER, Adoption, adoption
from evaluation.statistics.staggering.areas import area_changes, later_levels
from evaluation.statistics.staggering.averages import Aggregate, Averages, calendar, overall, path
from evaluation.statistics.staggering.design import NAME, Span, complete, span, too_few_areas, too_few_events
from evaluation.statistics.staggering.group_times import FEWEST_COMPARED, GroupTimes, Rule, group_times
from evaluation.statistics.staggering.series import staggered_series

Array = NDArray[np.float64]
INFLUENCE: Final = "influence function"
PERMUTED: Final = "starts permuted"
SPREAD: Final = "t interval of the spread under permuted starts"
MOST_COVARIATES: Final = 2
# Below these the influence function raises too many false alarms (tests/recovery/test_staggered.py).
FEW_TEST_AREAS: Final = 20
FEW_AREAS: Final = 50
# Up to so many areas the starts are permuted as a second opinion where the influence function speaks.
MOST_PERMUTED: Final = 100
# A spread this small beside the figures is rounding, not variation.
NO_SPREAD: Final = 1e-10


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Cells and their average, and the areas they rest on."""

    kept: NDArray[np.bool_]
    adopted: Adoption
    rule: Rule
    cells: GroupTimes
    counted: NDArray[np.bool_]
    average: Averages

    @property
    def value(self) -> float:
        """The headline on the model scale."""
        return float(self.average.value[0])


@dataclass(frozen=True, slots=True)
class Chance:
    """The interval that speaks, how it was made, and how far cells and path can be trusted by the same method.

    `degrees` is None for the normal distribution.
    """

    interval: Interval
    inference: str
    degrees: int | None
    permuted: Permuted | None


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
    rule = Rule(_never_only(panel, found, only), anticipation, universal, doubly_robust=True)
    reckoned = _reckoned(panel, found, rule, kind, settings)
    if isinstance(reckoned, Refusal):
        return reckoned
    chance = _chance(reckoned, level)
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


def _never_only(panel: Panel, found: Span, comparison: str | None) -> bool:
    never = int((found.kept & ~(panel.is_test & (panel.starts < len(panel.periods)))).sum())
    return never >= FEWEST_COMPARED if comparison is None else comparison == "never"


def _is_few(panel: Panel, kept: NDArray[np.bool_]) -> bool:
    return int((kept & panel.is_test).sum()) < FEW_TEST_AREAS or int(kept.sum()) < FEW_AREAS


def _reckoned(panel: Panel, found: Span, rule: Rule, kind: Aggregate, settings: Settings) -> Reckoned | Refusal:
    """Cells and headline: of all areas by the influence function, of complete ones where starts are permuted."""
    kept, few = found.kept, _is_few(panel, found.kept)
    if few:
        kept, rule = complete(panel, found), replace(rule, doubly_robust=False)
    if not (kept & panel.is_test).any():
        why, need = "No test area has figures in every period compared.", "At least one test area with all its figures."
        return Refusal(NAME, Reason.NO_FIGURES, why, need)
    adopted = adoption(panel, kept, NAME)
    if isinstance(adopted, Refusal):
        return adopted
    every = np.arange(len(panel.periods))
    used = (every >= found.first) & (every <= found.last)
    if few:
        used &= np.isfinite(adopted.values).all(axis=0)
    adopted = replace(adopted, values=np.where(used, adopted.values, np.nan))
    cells = group_times(adopted, rule)
    if cells is None and rule.doubly_robust:
        # Covariates that tell test and comparison areas apart leave no odds to weight by; regression still adjusts.
        rule = replace(rule, doubly_robust=False)
        cells = group_times(adopted, rule)
    cells = cells and cells.take((cells.since <= found.latest) & (cells.since >= -(settings.before or np.inf)))
    counted = cells.since >= found.soonest if cells else np.zeros(0, dtype=bool)
    if cells is None or not counted.any():
        comparison = int((adopted.starts == NEVER).sum())
        return too_few_areas(len(adopted.areas) - comparison, comparison)
    return Reckoned(kept, adopted, rule, cells, counted, overall(adopted, cells, counted, kind))


def _chance(reckoned: Reckoned, level: float) -> Chance | Refusal:
    """Which method speaks, and what it says."""
    adopted, value = reckoned.adopted, reckoned.value
    size = 1 + float(np.nanmax(np.abs(adopted.values)))
    few = int((adopted.starts != NEVER).sum()) < FEW_TEST_AREAS or len(adopted.areas) < FEW_AREAS
    permuted = _permuted(reckoned, level, few=few)
    error = permuted.deviation if few and permuted else float(np.sqrt(reckoned.average.covariance[0, 0]))
    if error <= NO_SPREAD * size:
        why = "All areas changed exactly alike."
        return Refusal(NAME, Reason.NO_VARIATION, why, "Figures that vary, as real ones do.")
    if not few or permuted is None:
        return Chance(_normal(value, error, level), INFLUENCE, None, permuted)
    if np.isfinite([permuted.low, permuted.high]).all():
        interval = Interval(value, permuted.low, permuted.high, permuted.p_value, error)
        return Chance(interval, PERMUTED, permuted.degrees, permuted)
    half = t_quantile(level, permuted.degrees) * error
    interval = Interval(value, value - half, value + half, t_tails(value / error, permuted.degrees), error)
    return Chance(interval, SPREAD, permuted.degrees, permuted)


def _permuted(reckoned: Reckoned, level: float, *, few: bool) -> Permuted | None:
    """Starts permuted, where they speak or can be a second opinion: a moderate number of areas without gaps."""
    adopted, cells = reckoned.adopted, reckoned.cells
    odds = reckoned.rule.doubly_robust and adopted.design.shape[1] > 1
    if not few and (odds or len(adopted.areas) > MOST_PERMUTED):
        return None
    if not few and not np.isfinite(adopted.values[:, np.concatenate([cells.period, cells.base])]).all():
        return None
    return permute(adopted, reckoned.rule, cells, reckoned.average.loading[:, 0], level)


def _normal(value: float, error: float, level: float) -> Interval:
    half = normal_quantile(level) * error
    return Interval(value, value - half, value + half, normal_tails(value / error), error)


def _estimate(panel: Panel, found: Span, reckoned: Reckoned, chance: Chance, settings: Settings) -> Estimate:
    adopted, interval, permuted = reckoned.adopted, chance.interval, chance.permuted
    part = panel.take(reckoned.kept)
    link, average = LINKS[part.scale], reckoned.average.loading[:, 0]
    later = later_levels(part, adopted, reckoned.cells, average)
    of_test = adopted.starts != NEVER
    points, covariance = _path(reckoned, chance, settings.level)
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
        test_areas=_named(panel, reckoned.kept & is_test),
        comparison_areas=_named(panel, reckoned.kept & ~is_test),
        dropped_areas=_named(panel, ~reckoned.kept),
        periods_before=panel.periods[found.first : int(adopted.groups.min())],
        periods_after=panel.periods[int(adopted.groups.min()) : last + 1],
        series=staggered_series(part, adopted, reckoned.cells, _wide(panel, reckoned, chance, settings)),
        permutation_p=permuted.p_value if permuted else None,
        degrees_of_freedom=None if chance.degrees is None else float(chance.degrees),
        areas=area_changes(adopted, reckoned.cells, average, link, later) if is_listed else (),
        covariates=tuple(panel.covariates),
        cautions=_cautions(panel, reckoned, chance, settings.level),
        opinions=_opinions(reckoned, chance, settings.level),
        path=points,
        path_covariance=covariance,
        group_times=_cells(panel, reckoned, chance),
    )


def _spread(chance: Chance, means: Averages) -> Array:
    """Covariance of averages of cells, by the method that speaks."""
    if chance.inference == INFLUENCE or chance.permuted is None:
        return means.covariance
    return chance.permuted.covariance(means.loading)


def _errors(chance: Chance, means: Averages) -> Array:
    """Standard errors of averages of cells, by the method that speaks."""
    if chance.inference == INFLUENCE or chance.permuted is None:
        return means.errors
    return np.sqrt(np.diag(chance.permuted.covariance(means.loading)))


def _path(
    reckoned: Reckoned, chance: Chance, level: float
) -> tuple[tuple[PathPoint, ...], tuple[tuple[float, ...], ...]]:
    """Effects by periods since the start, and their covariance. The band holds all points at once (sup-t)."""
    since, means = path(reckoned.adopted, reckoned.cells)
    covariance = _spread(chance, means)
    errors = np.sqrt(np.diag(covariance))
    safe = np.where(errors > 0, errors, 1.0)
    each = _quantile(level, chance.degrees)
    together = max(bound(covariance / np.outer(safe, safe), level, degrees=chance.degrees, absolute=True), each)
    in_path = reckoned.cells.since == since[:, None]
    columns = (since, means.value, errors, errors * each, errors * together, in_path @ reckoned.cells.areas)
    points = tuple(
        PathPoint(at, value, error, value - half, value + half, value - wide, value + wide, areas)
        for at, value, error, half, wide, areas in zip(*(column.tolist() for column in columns), strict=True)
    )
    return points, tuple(map(tuple, covariance.tolist()))


def _wide(panel: Panel, reckoned: Reckoned, chance: Chance, settings: Settings) -> Array:
    """Half the range of the average effect in each period, NaN before the first start."""
    is_after = reckoned.cells.since >= 0
    periods, means = calendar(reckoned.adopted, reckoned.cells, is_after)
    each = _quantile(settings.level, chance.degrees)
    wide = np.full(len(panel.periods), np.nan)
    wide[periods] = each * _errors(chance, means)
    return wide


def _quantile(level: float, degrees: int | None) -> float:
    return normal_quantile(level) if degrees is None else t_quantile(level, degrees)


def _cells(panel: Panel, reckoned: Reckoned, chance: Chance) -> tuple[GroupTime, ...]:
    cells = reckoned.cells
    influence = Averages(cells.value, np.eye(len(cells.value)), cells.influence)
    errors = _errors(chance, influence)
    columns = (cells.start, cells.period, cells.value, errors, cells.areas)
    return tuple(
        GroupTime(panel.periods[start], panel.periods[period], value, error, areas)
        for start, period, value, error, areas in zip(*(column.tolist() for column in columns), strict=True)
    )


def _opinions(reckoned: Reckoned, chance: Chance, level: float) -> tuple[Opinion, ...]:
    """What the method that does not speak says."""
    permuted, error = chance.permuted, float(np.sqrt(reckoned.average.covariance[0, 0]))
    if chance.inference != INFLUENCE:
        if error <= 0:
            return ()
        other = _normal(reckoned.value, error, level)
        return (Opinion(INFLUENCE, error, other.low, other.high, other.p_value),)
    if permuted is None:
        return ()
    low, high = (limit if np.isfinite(limit) else None for limit in (permuted.low, permuted.high))
    return (Opinion(PERMUTED, permuted.deviation, low, high, permuted.p_value, permuted.degrees, permuted.smallest_p),)


def _named(panel: Panel, chosen: NDArray[np.bool_]) -> tuple[str, ...]:
    return tuple(compress(panel.areas, chosen.tolist()))


def _cautions(panel: Panel, reckoned: Reckoned, chance: Chance, level: float) -> tuple[Caution, ...]:
    """What a reader must know beside the numbers, from the numbers alone."""
    permuted, alpha = chance.permuted, 1 - level
    cannot_speak = permuted is not None and permuted.smallest_p > alpha
    other_side = permuted is not None and (permuted.p_value < alpha) != (chance.interval.p_value < alpha)
    told = {
        Caution.CHANCE_CHECK_CANNOT_SPEAK: cannot_speak,
        Caution.CHANCE_CHECK_DISAGREES: other_side and not cannot_speak,
        Caution.NO_DENOMINATORS: not panel.has_counts,
        Caution.AREAS_DROPPED: not reckoned.kept.all(),
        Caution.ONE_TEST_AREA: int((reckoned.adopted.starts != NEVER).sum()) == 1,
    }
    return tuple(caution for caution, holds in told.items() if holds)
