"""Panels with known effects: for the recovery tests, for the doctor and for illustrative figures.

Everything random comes from the numpy Generator that is handed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation.model.measure import Scale
from evaluation.statistics.frame import COMPARISON
from evaluation.statistics.panel import Panel

Array = NDArray[np.float64]
MONTHS: Final = 12
# The covariate that `panel` adds where test areas were chosen as the worst.
CHOSEN_ON: Final = "level_chosen_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """Proportions in `areas` over `periods`, of which `test` gain `effect` (log-odds; one, or one a test area).

    They gain it from period `start` on, or each from its own in `starts`. The first
    `test` areas try it; with `chosen_worst_at` (a period before the start) those with
    the lowest share seen in that period do, or `test` drawn by lot from the `pool`
    lowest. `denominators` is one number, one an area, or areas x periods; the rest is
    as in `log_odds`.
    """

    areas: int = 12
    test: int = 2
    periods: int = 24
    start: int = 12
    starts: Sequence[int] | None = None
    level: ArrayLike = 0.6
    denominators: ArrayLike = 100
    rho: float = 0.6
    area_noise: float = 0.3
    shock: ArrayLike = 0.15
    effect: ArrayLike = 0.0
    common: ArrayLike = 0.0
    trend: ArrayLike = 0.0
    seasonal: float = 0.0
    chosen_worst_at: int | None = None
    pool: int | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """Panels drawn of one design: counts are panels x areas x periods, `starts` and `chosen_on` panels x areas.

    `starts` is -1 in comparison areas; `chosen_on` is the share the test areas were
    chosen on, None where they were not chosen so. `gained` is the true effect as a
    share, one a panel: the mean over the test areas and their periods from the start on.
    """

    numerators: Array
    denominators: Array
    starts: NDArray[np.intp]
    chosen_on: Array | None
    gained: Array

    def panel(self, row: int) -> Panel:
        """One of them as a Panel. Areas are a01, a02 ...; periods 001, 002 ..."""
        _, areas, periods = self.numerators.shape
        return Panel.from_matrix(
            areas=[f"a{area:02d}" for area in range(1, areas + 1)],
            periods=[f"{period:03d}" for period in range(1, periods + 1)],
            starts=self.starts[row],
            numerators=self.numerators[row],
            denominators=self.denominators[row],
            scale=Scale.PROPORTION,
            covariates={} if self.chosen_on is None else {CHOSEN_ON: self.chosen_on[row]},
        )


def panel(rng: np.random.Generator, **design: Any) -> Panel:
    """A panel of proportions of the `Design` with these settings."""
    return draw(rng, 1, Design(**design)).panel(0)


def draw(rng: np.random.Generator, panels: int, design: Design) -> Drawn:
    """So many panels of one design at once."""
    truth = log_odds(
        rng,
        areas=design.areas,
        periods=design.periods,
        level=design.level,
        area_noise=design.area_noise,
        shock=design.shock,
        rho=design.rho,
        common=design.common,
        trend=design.trend,
        seasonal=design.seasonal,
        panels=panels,
    )
    numerators, denominators = counts(rng, truth, design.denominators)
    chosen_on = None
    chosen = np.tile(np.arange(design.test), (panels, 1))
    if design.chosen_worst_at is not None:
        chosen_on = numerators[..., design.chosen_worst_at] / denominators[..., design.chosen_worst_at]
        chosen = _among_lowest(rng, chosen_on, design.test, design.pool or design.test)
    starts = np.full(truth.shape[:2], COMPARISON)
    gained = np.zeros(panels)
    rows, effects = np.arange(panels), np.broadcast_to(np.asarray(design.effect, dtype=float), (design.test,))
    for area, start, effect in zip(chosen.T, design.starts or [design.start] * design.test, effects, strict=True):
        starts[rows, area] = start
        # Drawn again only where the truth moved: what the choice was made on stays as it was seen.
        moved = truth[rows, area, start:] + effect
        of_area = (_share(moved) - _share(moved - effect)).sum(axis=1) / max(design.periods - start, 1)
        gained += of_area / design.test
        numerators[rows, area, start:] = counts(rng, moved, denominators[rows, area, start:])[0]
    return Drawn(numerators, denominators, starts, chosen_on, gained)


def noise(rng: np.random.Generator, *shape: int, rho: float, deviation: ArrayLike) -> Array:
    """Stationary AR(1) noise, (panels x) areas x periods, with standard deviation `deviation` (one, or one an area)."""
    steps = rng.standard_normal(shape)
    fresh = np.sqrt(1 - rho**2)
    for period in range(1, shape[-1]):
        steps[..., period] = rho * steps[..., period - 1] + fresh * steps[..., period]
    steps *= _an_area(deviation, shape[-2])[:, None]
    return steps


def log_odds(
    rng: np.random.Generator,
    *,
    areas: int,
    periods: int,
    level: ArrayLike = 0.6,
    area_noise: float = 0.3,
    shock: ArrayLike = 0.15,
    rho: float = 0.6,
    common: ArrayLike = 0.0,
    trend: ArrayLike = 0.0,
    seasonal: float = 0.0,
    panels: int | None = None,
) -> Array:
    """True log-odds, areas x periods (panels x areas x periods if so many are asked for), when nothing happened.

    `level` is a share (one, or one an area), around which areas differ for good by
    `area_noise`; `shock` is the standard deviation of what comes and goes in an
    area; `common` adds the same to every area by period (a pandemic, say); `trend`
    adds so much a period (one, or one an area); `seasonal` is the height of a
    yearly wave in months. All but `level` on the log-odds scale.
    """
    lead = () if panels is None else (panels,)
    share, time = _an_area(level, areas), np.arange(periods)
    base = np.log(share / (1 - share)) + area_noise * rng.standard_normal((*lead, areas))
    wave = seasonal * np.sin(2 * np.pi * time / MONTHS)
    truth = noise(rng, *lead, areas, periods, rho=rho, deviation=shock)
    truth += base[..., None] + _an_area(trend, areas)[:, None] * time + _an_area(common, periods) + wave
    return truth


def counts(rng: np.random.Generator, truth: Array, denominators: ArrayLike = 100) -> tuple[Array, Array]:
    """Numerators and denominators (both of the shape of `truth`) drawn around true log-odds.

    `denominators` is one number, one an area, or areas x periods.
    """
    sizes = np.asarray(denominators, dtype=float)
    out_of = np.broadcast_to(sizes[:, None] if sizes.ndim == 1 else sizes, truth.shape)
    seen = rng.binomial(out_of.astype(np.int64), _share(truth))
    return seen.astype(float), out_of.copy()


def _share(log_odds_: Array) -> Array:
    share: Array = 1 / (1 + np.exp(-log_odds_))
    return share


def _an_area(numbers: ArrayLike, areas: int) -> Array:
    """One number an area (or a period)."""
    return np.broadcast_to(np.asarray(numbers, dtype=float), (areas,))


def _among_lowest(rng: np.random.Generator, seen: Array, test: int, pool: int) -> NDArray[np.intp]:
    """Panels x test: areas drawn by lot from those with the lowest share seen."""
    lowest = np.argsort(seen, axis=1, kind="stable")[:, :pool]
    drawn = np.argsort(rng.random(lowest.shape), axis=1)[:, :test]
    return np.take_along_axis(lowest, drawn, axis=1)
