"""Panels with known effects: for the recovery tests, for the doctor and for illustrative figures.

Everything random comes from the numpy Generator that is handed in.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation.model.framework import Scale
from evaluation.statistics.panel import Panel

Array = NDArray[np.float64]
MONTHS: Final = 12
# The covariate that `panel` adds where test areas were chosen as the worst.
CHOSEN_ON: Final = "level_chosen_on"


def noise(rng: np.random.Generator, areas: int, periods: int, *, rho: float, deviation: ArrayLike) -> Array:
    """Stationary AR(1) noise, areas x periods, with standard deviation `deviation` (one, or one an area)."""
    steps = rng.standard_normal((areas, periods))
    fresh = np.sqrt(1 - rho**2)
    for period in range(1, periods):
        steps[:, period] = rho * steps[:, period - 1] + fresh * steps[:, period]
    steps *= np.broadcast_to(np.asarray(deviation, dtype=float), (areas,))[:, None]
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
) -> Array:
    """True log-odds, areas x periods, when nothing happened.

    `level` is a share (one, or one an area), around which areas differ for good by
    `area_noise`; `shock` is the standard deviation of what comes and goes in an
    area; `common` adds the same to every area by period (a pandemic, say); `trend`
    adds so much a period (one, or one an area); `seasonal` is the height of a
    yearly wave in months. All but `level` on the log-odds scale.
    """
    share = np.broadcast_to(np.asarray(level, dtype=float), (areas,))
    base = np.log(share / (1 - share)) + area_noise * rng.standard_normal(areas)
    time = np.arange(periods)
    slope = np.broadcast_to(np.asarray(trend, dtype=float), (areas,))
    everywhere = np.broadcast_to(np.asarray(common, dtype=float), (periods,)) + seasonal * np.sin(
        2 * np.pi * time / MONTHS
    )
    truth = noise(rng, areas, periods, rho=rho, deviation=shock)
    truth += base[:, None] + slope[:, None] * time + everywhere
    return truth


def counts(rng: np.random.Generator, truth: Array, denominators: ArrayLike = 100) -> tuple[Array, Array]:
    """Numerators and denominators (both areas x periods) drawn around true log-odds.

    `denominators` is one number, one an area, or areas x periods.
    """
    sizes = np.asarray(denominators, dtype=float)
    out_of = np.broadcast_to(sizes[:, None] if sizes.ndim == 1 else sizes, truth.shape)
    seen = rng.binomial(out_of.astype(np.int64), 1 / (1 + np.exp(-truth)))
    return seen.astype(float), out_of.copy()


def panel(
    rng: np.random.Generator,
    *,
    areas: int = 12,
    test: int = 2,
    periods: int = 24,
    start: int = 12,
    level: ArrayLike = 0.6,
    denominators: ArrayLike = 100,
    rho: float = 0.6,
    area_noise: float = 0.3,
    shock: ArrayLike = 0.15,
    effect: ArrayLike = 0.0,
    common: ArrayLike = 0.0,
    trend: ArrayLike = 0.0,
    seasonal: float = 0.0,
    chosen_worst_at: int | None = None,
    pool: int | None = None,
) -> Panel:
    """A panel of proportions whose test areas gain `effect` (log-odds; one, or one a test area) from `start` on.

    The first `test` areas try it; with `chosen_worst_at` (a period before the
    start) those with the lowest share seen in that period do, or `test` drawn by
    lot from the `pool` lowest, and the share they were chosen on is a covariate.
    Other arguments as in `log_odds` and `counts`. Areas are a01, a02 ...; periods
    001, 002 ...
    """
    truth = log_odds(
        rng,
        areas=areas,
        periods=periods,
        level=level,
        area_noise=area_noise,
        shock=shock,
        rho=rho,
        common=common,
        trend=trend,
        seasonal=seasonal,
    )
    numerators, sizes = counts(rng, truth, denominators)
    chosen = np.arange(test)
    covariates: dict[str, Array] = {}
    if chosen_worst_at is not None:
        seen = numerators[:, chosen_worst_at] / sizes[:, chosen_worst_at]
        lowest = np.argsort(seen, kind="stable")[: pool or test]
        chosen = rng.choice(lowest, test, replace=False)
        covariates = {CHOSEN_ON: seen}
    truth[chosen, start:] += np.broadcast_to(np.asarray(effect, dtype=float), (test,))[:, None]
    # Drawn again only where the truth moved: what the choice was made on stays as it was seen.
    numerators[chosen, start:] = counts(rng, truth[chosen, start:], sizes[chosen, start:])[0]
    return Panel.from_matrix(
        areas=[f"a{area:02d}" for area in range(1, areas + 1)],
        periods=[f"{period:03d}" for period in range(1, periods + 1)],
        starts=[start if area in chosen else None for area in range(areas)],
        numerators=numerators,
        denominators=sizes,
        scale=Scale.PROPORTION,
        covariates=covariates,
    )
