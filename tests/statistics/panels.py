"""Panels drawn by hypothesis, from tame to hopeless."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from evaluation.statistics import Panel, simulate


@st.composite
def tame(draw: st.DrawFn, *, most_areas: int = 14) -> Panel:
    """Proportions with an effect or none, two or more test areas, small and large areas side by side."""
    areas = draw(st.integers(7, most_areas))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    return simulate.panel(
        rng,
        areas=areas,
        test=draw(st.integers(2, 3)),
        periods=8,
        start=draw(st.integers(4, 6)),
        denominators=rng.integers(40, 400, areas),
        shock=draw(st.sampled_from([0.0, 0.15, 0.4])),
        effect=draw(st.sampled_from([0.0, 0.3, -0.6, 1.0])),
    )


@st.composite
def wild(draw: st.DrawFn) -> Panel:
    """Anything a panel may be: empty and full cells, gaps, nobody counted, one area, one period, any starts."""
    areas, periods = draw(st.sampled_from([1, 2, 5, 6, 8, 12])), draw(st.sampled_from([1, 2, 3, 4, 8, 14, 40]))
    shape = (areas, periods)
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    sizes = np.array(draw(st.sampled_from([[40, 400], [0, 5, 60], [1], [0, 100_000]])))
    below = rng.choice(sizes, shape).astype(float)
    shares = np.array(draw(st.sampled_from([[0.3, 0.5, 0.9], [0, 1], [0, 0.02], [1.0], [0.5]])))
    above = np.floor(below * rng.choice(shares, shape))
    below[rng.random(shape) < draw(st.sampled_from([0, 0, 0.05, 0.5]))] = np.nan
    start = draw(st.sampled_from([1, 1, 2, 0, periods // 2, periods]))
    test = min(areas, draw(st.sampled_from([1, 2, 3, 0, 12])))
    starts = [start if area < test else None for area in range(areas)]
    if draw(st.booleans()) and test:
        starts[0] = start + draw(st.sampled_from([1, 1, 3]))
    names, times = [f"a{area:02d}" for area in range(areas)], [str(period) for period in range(periods)]
    covariates = {"noise": rng.normal(size=areas)} if draw(st.booleans()) else {}
    scale = draw(st.sampled_from(["proportion", "rate", "mean", "published_percentage"]))
    if scale in {"proportion", "rate"}:
        figures = {"numerators": above, "denominators": below}
    else:
        figures = {"values": np.where(np.isnan(below), np.nan, above / max(float(np.nanmax(above, initial=1.0)), 1.0))}
    panel = Panel.from_matrix(
        areas=names, periods=times, starts=starts, scale=scale, covariates=covariates, **figures
    )  # fmt: skip
    return replace(panel, groups=_groups(panel, rng)) if draw(st.booleans()) else panel


def _groups(panel: Panel, rng: np.random.Generator) -> dict[str, Panel]:
    """Two groups, the second with other figures in some cells."""
    kept = rng.random(panel.values.shape) < 0.7
    if panel.numerators is None or panel.denominators is None:
        return {"some": panel, "others": replace(panel, values=np.where(kept, panel.values, 0.5))}
    above, below = np.where(kept, panel.numerators, 0), np.where(kept, panel.denominators, 3)
    other = Panel.from_matrix(
        areas=panel.areas, periods=panel.periods, starts=panel.starts, numerators=above, denominators=below,
        scale=panel.scale,
    )  # fmt: skip
    return {"some": panel, "others": other}
