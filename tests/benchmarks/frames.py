"""Frames that both sides are given; needs numpy and pandas alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

SEED = 20_261_121


def shares(areas: int, test: int, periods: int, start: int) -> Any:
    """Counts and shares of areas over periods, as `evaluation.statistics.Panel.from_frame` and others read them."""
    rng = np.random.default_rng(SEED)
    size = rng.integers(60, 240, (areas, periods))
    share = 1 / (1 + np.exp(-(0.4 + 0.3 * rng.normal(size=(areas, 1)) + 0.15 * rng.normal(size=(areas, periods)))))
    seen = rng.binomial(size, share)
    area, period = np.divmod(np.arange(areas * periods), periods)
    tested = area < test
    frame = pd.DataFrame(
        {
            "area": np.array([f"E{at:06d}" for at in range(areas)])[area],
            "period": period,
            "start": np.where(tested, start, np.nan),
            "numerator": seen.ravel(),
            "denominator": size.ravel(),
        }
    )
    return frame.assign(
        value=frame["numerator"] / frame["denominator"],
        treated=tested.astype(int),
        post=(period >= start).astype(int),
        both=(tested & (period >= start)).astype(int),
    )


def many_rows(areas: int, periods: int, missing: float = 0.0) -> Any:
    """One value a row, a tenth of the areas tested from half-way on."""
    rng = np.random.default_rng(SEED)
    area, period = np.divmod(np.arange(areas * periods), periods)
    tested = area < areas // 10
    both = (tested & (period >= periods // 2)).astype(float)
    frame = pd.DataFrame(
        {
            "area": area,
            "period": period,
            "start": np.where(tested, periods // 2, np.nan),
            "value": rng.normal(size=areas)[area]
            + rng.normal(size=periods)[period]
            + rng.normal(size=area.size)
            + both,
            "both": both,
        }
    )
    return frame[rng.random(len(frame)) >= missing] if missing else frame


def staggered(areas: int, periods: int, groups: int) -> Any:
    """Areas that start in `groups` different periods; a third never do."""
    rng = np.random.default_rng(SEED)
    area, period = np.divmod(np.arange(areas * periods), periods)
    starts = np.linspace(4, periods - 3, groups).astype(int)
    first = np.where(np.arange(areas) % 3 == 0, 0, starts[np.arange(areas) % groups])
    effect = (first[area] > 0) & (period >= first[area])
    value = rng.normal(size=areas)[area] + 0.1 * period + rng.normal(size=area.size) + effect
    start = np.where(first > 0, first.astype(float), np.nan)[area]
    return pd.DataFrame({"area": area, "period": period, "start": start, "first": first[area], "value": value})
