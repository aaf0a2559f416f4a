"""Areas to compare with: those that stood and moved like the test areas before the start."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.choice import Balance, Suggested
from evaluation.problems import UsageError
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import transformed

Array = NDArray[np.float64]
# What areas are compared on; `METHOD` names it in a frozen choice, so raise it with any change.
METHOD: Final = "level and trend before, standardised, 1"
LEVEL, TREND, SIZE = "level", "trend", "size"


@dataclass(frozen=True, slots=True)
class _Past:
    """Level, trend a period (model scale) and size of each area that has figures throughout, one number an area."""

    panel: Panel
    traits: dict[str, Array]

    @property
    def is_test(self) -> NDArray[np.bool_]:
        return self.panel.is_test

    def apart(self, trait: str) -> Array:
        """How far each area stands from the test areas' mean, in standard deviations of the candidates."""
        values = self.traits[trait]
        spread = float(values[~self.is_test].std(ddof=1)) if int((~self.is_test).sum()) > 1 else 0.0
        away: Array = (values - values[self.is_test].mean()) / (spread if spread > 0 else 1.0)
        return away


def suggest_comparison(
    panel: Panel,
    *,
    number: int = 10,
    neighbours: Mapping[str, Collection[str]] | None = None,
    next_door: Mapping[str, Collection[str]] | None = None,
    leave_out: Collection[str] = (),
    alike_on: Collection[str] = (),
) -> tuple[Suggested, ...]:
    """The `number` areas most like the test areas before the start, nearest first.

    Parameters
    ----------
    panel
        Test areas and every candidate; figures from the first start on are not looked at.
    number
        How many to suggest; fewer where there are fewer candidates.
    neighbours
        Statistical neighbours of each test area: where given, they come before all others.
    next_door
        Areas that border each test area: left out, for families and staff cross borders.
    leave_out
        Other areas not to be suggested.
    alike_on
        Covariates of the panel the areas should be alike on too; without one of them an
        area is not suggested.

    Notes
    -----
    Distance is Euclidean in level, trend and these covariates, each in standard deviations
    of the candidates (Stuart 2010). Levels rather than single years, so that a chance high or low does not
    decide. Raises UsageError where no test area has figures in every period before.
    """
    past = _past(panel, alike_on)
    level, trend = past.apart(LEVEL), past.apart(TREND)
    away = np.linalg.norm([level, trend, *(past.apart(name) for name in alike_on)], axis=0)
    alike = {area for near in (neighbours or {}).values() for area in near}
    bordering = {area for near in (next_door or {}).values() for area in near}
    sizes = past.traits.get(SIZE)
    candidates = [
        Suggested(
            area=area,
            distance=float(away[at]),
            level=float(level[at]),
            trend=float(trend[at]),
            size=None if sizes is None else float(sizes[at]),
            is_statistical_neighbour=area in alike,
        )
        for at, area in enumerate(past.panel.areas)
        if not past.is_test[at] and area not in bordering and area not in leave_out
    ]
    candidates.sort(key=lambda one: (not one.is_statistical_neighbour, one.distance, one.area))
    return tuple(candidates[:number])


def balance(panel: Panel, chosen: Collection[str], alike_on: Collection[str] = ()) -> tuple[Balance, ...]:
    """How alike test areas and comparison areas were, before and after choosing: level, trend, size, and `alike_on`.

    Standardised by the candidates' spread on both sides, so that choosing cannot shrink
    the yardstick (Stuart 2010). Raises UsageError where none of `chosen` is a candidate.
    """
    past = _past(panel, alike_on)
    taken = np.isin(past.panel.areas, list(chosen)) & ~past.is_test
    if not taken.any():
        raise UsageError("None of these areas is a candidate with figures in every period before the start.")
    return tuple(_row(past, trait, taken) for trait in past.traits)


def _row(past: _Past, trait: str, taken: NDArray[np.bool_]) -> Balance:
    values, apart = past.traits[trait], past.apart(trait)
    sides = past.is_test, ~past.is_test, taken
    test, candidates, chosen = (float(values[side].mean()) for side in sides)
    return Balance(trait, test, candidates, chosen, float(-apart[~past.is_test].mean()), float(-apart[taken].mean()))


def _past(panel: Panel, alike_on: Collection[str]) -> _Past:
    """Traits from the periods before the first start and after the last break, for areas with all their figures."""
    first = int(panel.starts[panel.is_test].min(initial=len(panel.periods)))
    broken = [at for at in range(first) if panel.periods[at] in panel.breaks]
    window = np.arange(max(broken, default=0), first)
    complete = np.isfinite(panel.values[:, window]).all(axis=1)
    for name in alike_on:
        complete &= np.isfinite(panel.covariates[name])
    kept = panel.take(np.asarray(complete, dtype=bool))
    if not window.size or not kept.is_test.any() or kept.is_test.all():
        raise UsageError("A test area and a candidate with figures in every period before the start are needed.")
    levels, traits = kept.values[:, window], {}
    if kept.numerators is not None and kept.denominators is not None:
        levels = transformed(kept.scale, kept.numerators[:, window], kept.denominators[:, window])[0]
        traits[SIZE] = kept.denominators[:, window].mean(axis=1)
    time = np.arange(len(window)) - (len(window) - 1) / 2
    slopes = levels @ time / (time @ time) if len(window) > 1 else np.zeros(len(levels))
    traits |= {name: kept.covariates[name] for name in alike_on}
    return _Past(kept, {LEVEL: levels.mean(axis=1), TREND: slopes, **traits})
