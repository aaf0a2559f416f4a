"""Draw the figures of the invented county: nothing happens, areas are chosen on what was seen, prototypes act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.framework import Framework
from evaluation.model.places import Period, add_months
from evaluation.model.prototype import Prototype
from evaluation.programme.illustrating.illustrative_county import (
    EFFECTS,
    MADE,
    PANDEMIC,
    PANDEMIC_GONE,
    RHO,
    SUMS,
    Effect,
    Made,
)
from evaluation.statistics import simulate

CHOSEN_FROM: Final = 10  # the areas of a plan are drawn by lot from this many that stood neediest
REACH_AREA: Final = "reach area"

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """Made-up figures, areas x periods: counts with what they are out of, or means (`out_of` None)."""

    areas: tuple[str, ...]
    periods: tuple[Period, ...]
    counted: Array
    out_of: Array | None = None

    def of(self, areas: Sequence[str]) -> Figures:
        """The figures of these areas alone."""
        kept = [self.areas.index(area) for area in areas]
        return Figures(
            tuple(areas), self.periods, self.counted[kept], None if self.out_of is None else self.out_of[kept]
        )


def draw(
    framework: Framework, prototypes: Mapping[str, Prototype], seed: int, *, effects: Sequence[Effect] = EFFECTS
) -> dict[tuple[str, str], Figures]:
    """All figures by measure and group. Each line of MADE has a stream of chance of its own.

    Without an effect the same seed draws the same figures everywhere but where the effect would be.
    """
    areas = tuple(area.code for area in framework.areas if area.level == REACH_AREA)
    largeness = np.random.default_rng([seed]).uniform(size=len(areas))
    drawn = {}
    for line, how in enumerate(MADE, start=1):
        rng = np.random.default_rng([seed, line])
        own = [effect for effect in effects if (effect.measure, effect.group) == (how.measure, how.group)]
        gains = _gains(how, areas, own, prototypes, framework.measure(how.measure).lag)
        if how.sizes is None:
            figures = Figures(areas, how.periods, _means(rng, how, gains))
        else:
            sizes = how.sizes[0] + largeness * (how.sizes[1] - how.sizes[0])
            needy = prototypes[how.chosen_for].areas if how.chosen_for else ()
            counted = _counts(rng, how, sizes, [areas.index(area.code) for area in needy], gains)
            figures = Figures(areas, how.periods, *counted)
        drawn[how.measure, how.group] = figures.of(prototypes[how.only_in].test_areas) if how.only_in else figures
    return drawn | {(each.measure, ""): _together([drawn[each.of, group] for group in each.groups]) for each in SUMS}


def _gains(
    how: Made, areas: Sequence[str], effects: Sequence[Effect], prototypes: Mapping[str, Prototype], lag: int
) -> Array:
    """What the prototypes truly add, areas x periods, in shares or in the unit of a mean."""
    gains = np.zeros((len(areas), len(how.periods)))
    for effect in effects:
        prototype = prototypes[effect.prototype]
        before = sum(prototype.start is None or period.start < prototype.start for period in how.periods)
        for area in prototype.test_areas:
            gains[areas.index(area), before + lag :] += effect.by
    return gains


def _means(rng: np.random.Generator, how: Made, gains: Array) -> Array:
    """Averages without counts, to one decimal place."""
    moves = simulate.noise(rng, *gains.shape, rho=RHO, deviation=how.shock)
    level = how.level * np.exp(how.spread * rng.standard_normal(len(gains)))
    return np.round(level[:, None] * np.exp(moves) + gains, 1)


def _counts(rng: np.random.Generator, how: Made, sizes: Array, needy: list[int], gains: Array) -> tuple[Array, Array]:
    """How many, and out of how many; `needy` are the rows whose areas stood among the neediest when chosen."""
    truth = _truth(rng, how, len(sizes))
    out_of = np.maximum(rng.poisson(np.broadcast_to(sizes[:, None], truth.shape)), 1).astype(float)
    seen = simulate.counts(rng, truth, out_of)[0]
    if needy:
        at = [period.notation for period in how.periods].index(how.chosen_at)
        share = seen[:, at] / out_of[:, at]
        dealt = _dealt(rng, -share if how.needy_is_high else share, needy)
        truth = truth[dealt]
        seen = simulate.counts(rng, truth, out_of)[0]
        seen[:, at] = np.rint(share[dealt] * out_of[:, at])  # what the choice was made on stays as it was seen
    share_then = np.clip(1 / (1 + np.exp(-truth)) + gains, 0.01, 0.99)
    then = simulate.counts(rng, np.log(share_then / (1 - share_then)), out_of)[0]
    return np.where(gains, then, seen), out_of


def _truth(rng: np.random.Generator, how: Made, areas: int) -> Array:
    """True log-odds, areas x periods, when no prototype does anything."""
    return simulate.log_odds(
        rng,
        areas=areas,
        periods=len(how.periods),
        level=how.level,
        area_noise=how.spread,
        shock=how.shock,
        rho=RHO,
        common=how.pandemic * np.array([_pandemic(period) for period in how.periods]),
        trend=how.trend,
        seasonal=how.seasonal,
    )


def _dealt(rng: np.random.Generator, share: Array, needy: list[int]) -> NDArray[np.intp]:
    """Which drawn series each area gets: the plan's areas some of the neediest, the others the rest."""
    lowest = np.argsort(share, kind="stable")[:CHOSEN_FROM]
    dealt = np.empty(share.size, dtype=np.intp)
    dealt[needy] = rng.choice(lowest, len(needy), replace=False)
    others = np.setdiff1d(np.arange(share.size), needy)
    dealt[others] = np.setdiff1d(np.arange(share.size), dealt[needy])
    return dealt


def _pandemic(period: Period) -> float:
    """How much of the pandemic falls on a period: all of it while it lasts, then less and less."""
    begins, ends = PANDEMIC
    months = [add_months(period.start, ahead) for ahead in range(_months(period.start, period.end))]
    felt = [
        0.0 if month < begins else 1.0 if month < ends else max(0.0, _months(month, PANDEMIC_GONE)) / _FADING
        for month in months
    ]
    return sum(felt) / len(felt)


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


_FADING: Final = _months(PANDEMIC[1], PANDEMIC_GONE)


def _together(groups: Sequence[Figures]) -> Figures:
    """Counts of several groups added up."""
    counted = np.sum([group.counted for group in groups], axis=0)
    out_of = np.sum([group.out_of for group in groups if group.out_of is not None], axis=0)
    return Figures(groups[0].areas, groups[0].periods, counted, out_of)
