"""What every check looks at: the panel and its estimate, and the areas' changes and past, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.comparisons import Finding
from evaluation.model.results import Effect, Estimate, Refusal
from evaluation.statistics.changes import Changes, changes
from evaluation.statistics.effects import effect
from evaluation.statistics.gaps import gaps_by_period
from evaluation.statistics.inference.area_regression import TEST, Fitted, regression
from evaluation.statistics.inference.interval import Interval, Intervals, interval_many
from evaluation.statistics.inference.random_effects import fit_many
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import transformed
from evaluation.statistics.seasons import Periods
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import Windows, choose

Array = NDArray[np.float64]
# An effect outside its 80% range (p < 0.2) suggests something, so there is something that could be explained away ...
SUGGESTIVE: Final = 0.2
# ... by whatever makes up this share of it.
EXPLAINS: Final = 0.5


@dataclass(frozen=True, slots=True)
class Earlier:
    """Levels before the start on the model scale and their sampling variances, areas x earlier periods.

    `periods` are those periods' places in the panel, `panel` and `found` the same
    areas' figures and changes, and `fitted` the regression of these, None where they
    cannot carry it.
    """

    levels: Array
    variances: Array
    periods: Periods
    panel: Panel
    found: Changes
    fitted: Fitted | None

    def along(self, changes: Array, variances: Array, level: float) -> list[Interval | None]:
        """What else the same areas did (changes and variances, questions x areas), by the same regression.

        None where nothing varies, or where these areas carry no regression.
        """
        if self.fitted is None:
            return [None] * len(changes)
        fits = fit_many(changes, variances, self.fitted.design)
        return [
            one if is_fit else None
            for one, is_fit in zip(one_by_one(interval_many(fits, TEST, level)), fits.is_fit, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Examined:
    """An estimate under examination. `windows`, `found` and `earlier` are None where areas have no one change.

    That is so where their starts lie far apart, say. `fitted` is the regression of
    `found`, None where it cannot carry one; `by_lot` tells that chance alone decided
    where it was tried; `beside` are the second opinions.
    """

    panel: Panel
    outcome: Estimate
    settings: Settings
    by_lot: bool
    beside: tuple[Estimate | Refusal, ...] = ()
    windows: Windows | None = None
    found: Changes | None = None
    fitted: Fitted | None = None
    earlier: Earlier | None = None

    @property
    def span(self) -> range:
        """Places of the periods from the first to the last compared, those between included."""
        periods = self.panel.periods
        used = [periods.index(each) for each in (*self.outcome.periods_before, *self.outcome.periods_after)]
        return range(min(used, default=0), max(used, default=len(periods) - 1) + 1)

    def explained_by(self, moved: float) -> bool:
        """Whether this much (user's unit) could be half of an effect that suggests something."""
        effect = self.outcome.effect.value
        return self.outcome.p_value < SUGGESTIVE and moved * np.sign(effect) >= EXPLAINS * abs(effect)


def examine(
    panel: Panel,
    outcome: Estimate,
    settings: Settings,
    *,
    by_lot: bool = False,
    beside: tuple[Estimate | Refusal, ...] = (),
) -> Examined:
    """The estimate with what checks ask of its areas; test areas alone where it compared them with nothing."""
    seen = panel if outcome.comparison_areas else panel.take(panel.is_test).with_covariates({})
    windows = choose(seen, settings, outcome.method)
    if isinstance(windows, Refusal):
        return Examined(seen, outcome, settings, by_lot, beside)
    found = changes(seen, windows)
    fitted = _fitted(found, settings.level)
    earlier = _earlier(seen, windows, found, fitted, settings.level)
    return Examined(seen, outcome, settings, by_lot, beside, windows, found, fitted, earlier)


def estimated(found: Changes, level: float) -> Effect | None:
    """The effect by the regression on area changes; None where they cannot carry it."""
    fitted = _fitted(found, level)
    return None if fitted is None else effect(found, fitted.interval, None)


def one_by_one(found: Intervals) -> list[Interval]:
    """Many intervals, each by itself."""
    columns = (found.value, found.low, found.high, found.p_value, found.standard_error)
    return [Interval(*numbers) for numbers in zip(*(column.tolist() for column in columns), strict=True)]


def finding(label: str, said: Effect) -> Finding:
    """An effect, with its range, as something a check found."""
    return Finding(label, said.value, said.low, said.high, said.unit)


def _fitted(found: Changes, level: float) -> Fitted | None:
    fitted = regression(found, level)
    return None if isinstance(fitted, Refusal) else fitted


def _earlier(panel: Panel, windows: Windows, found: Changes, fitted: Fitted | None, level: float) -> Earlier:
    """The areas of the estimate that have a figure in every earlier period."""
    periods = windows.earlier(panel)
    complete = np.asarray(np.isfinite(panel.values[:, periods]).all(axis=1), dtype=bool)
    kept, stays = panel.take(windows.kept & complete), complete[windows.kept]
    if not stays.all():
        found = found.take(stays)
        fitted = _fitted(found, level)
    return Earlier(*_levels(kept, periods), periods, kept, found, fitted)


def _levels(panel: Panel, periods: Periods) -> tuple[Array, Array]:
    """Levels on the model scale and their sampling variances, 0 without counts."""
    if panel.sides is not None:
        return gaps_by_period(panel, periods)
    if panel.numerators is None or panel.denominators is None:
        values = panel.values[:, periods]
        return values, np.zeros_like(values)
    return transformed(panel.scale, panel.numerators[:, periods], panel.denominators[:, periods])
