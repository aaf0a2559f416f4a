"""The event study once more, in textbook arithmetic: plain Python, loops, no numpy."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel, simulate
from tests.plain.test_area_change import paule_mandel, weighted

Numbers = list[float]


@st.composite
def counted(draw: st.DrawFn) -> Panel:
    """Proportions in areas small and large, six periods and more before the start, starts a period apart or not."""
    import numpy as np  # noqa: PLC0415 - only the panel is drawn with it

    areas, start = draw(st.integers(9, 13)), draw(st.integers(6, 8))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    return simulate.panel(
        rng,
        areas=areas,
        test=2,
        periods=11,
        starts=[start, start + draw(st.integers(0, 1))],
        denominators=rng.integers(80, 400, areas),
        shock=draw(st.sampled_from([0.15, 0.4])),
        effect=draw(st.sampled_from([0.0, 0.5])),
    )


def mean(numbers: Numbers) -> float:
    return sum(numbers) / len(numbers)


def textbook(panel: Panel) -> tuple[list[int], Numbers, list[Numbers], float]:
    """Periods since the start, the effect in each, their covariance, and the variance of the average after."""
    assert panel.numerators is not None
    assert panel.denominators is not None
    level: list[Numbers] = []
    noise: list[Numbers] = []
    for above, below in zip(panel.numerators.tolist(), panel.denominators.tolist(), strict=True):
        level.append([math.log((y + 0.5) / (n - y + 0.5)) for y, n in zip(above, below, strict=True)])
        noise.append([1 / (y + 0.5) + 1 / (n - y + 0.5) for y, n in zip(above, below, strict=True)])
    starts = [int(start) for start in panel.starts]
    tested, others = [a for a, s in enumerate(starts) if s >= 0], [a for a, s in enumerate(starts) if s < 0]
    own = [starts[area] for area in tested]
    clock = [at for at in range(-min(own), len(panel.periods) - max(own)) if at != -1]
    later = [at for at in clock if at >= 0]

    def since(area: int, start: int, at: int) -> float:
        return level[area][start + at] - level[area][start - 1]

    # What each area did: a test area beside the others in its own months, the others by the clock of each test area.
    beside = {
        a: [since(a, starts[a], at) - mean([since(o, starts[a], at) for o in others]) for at in clock] for a in tested
    }
    clocks = {o: [[since(o, start, at) for at in clock] for start in own] for o in others}
    by_clock = [[mean([clocks[o][k][e] for o in others]) for e in range(len(clock))] for k in range(len(own))]
    moved = []
    for k in range(len(own)):
        rows = {a: [beside[a][e] + by_clock[k][e] for e in range(len(clock))] for a in tested}
        moved.append([rows[a] if a in tested else clocks[a][k] for a in range(len(starts))])
    after = [e for e, at in enumerate(clock) if at >= 0]
    change = [mean([mean([moved[k][a][e] for e in after]) for k in range(len(own))]) for a in range(len(starts))]

    def sampling(area: int, start: int) -> float:
        return sum(noise[area][start + at] for at in later) / len(later) ** 2 + noise[area][start - 1]

    variance = [
        sampling(a, starts[a]) if a in tested else mean([sampling(a, start) for start in own])
        for a in range(len(starts))
    ]
    design = [[1.0, float(a in tested)] for a in range(len(starts))]
    between = paule_mandel(change, variance, design)
    total = [v + between for v in variance]
    effects, unit = [0.0] * len(clock), 0.0
    residuals: list[list[Numbers]] = []
    for k in range(len(own)):
        left: list[Numbers] = []
        for e in range(len(clock)):
            coefficients, unit, _, residual = weighted([row[e] for row in moved[k]], total, design)
            effects[e] += coefficients[1] / len(own)
            left.append(residual)
        residuals.append(left)
    covariance = [
        [
            unit * mean([sum(left[e][a] * left[f][a] / total[a] for a in range(len(starts))) for left in residuals])
            / (len(starts) - 2)
            for f in range(len(clock))
        ]
        for e in range(len(clock))
    ]  # fmt: skip
    average = sum(covariance[e][f] for e in after for f in after) / len(after) ** 2
    return clock, effects, covariance, average


@settings(max_examples=10, deadline=None)
@given(panel=counted())
def test_the_engine_says_what_the_textbook_says(panel: Panel) -> None:
    found, (clock, effects, covariance, average) = ESTIMATORS["event-study"](panel), textbook(panel)
    assert isinstance(found, Estimate), found
    assert [point.at for point in found.path] == clock
    assert [point.value for point in found.path] == pytest.approx(effects, abs=1e-7)
    for row, plain in zip(found.path_covariance, covariance, strict=True):
        assert row == pytest.approx(plain, abs=1e-7)
    value = mean([effect for at, effect in zip(clock, effects, strict=True) if at >= 0])
    error, degrees = math.sqrt(average), len(panel.areas) - 2
    half = float(stats.t.ppf(0.975, degrees)) * error
    assert (found.value, found.low, found.high) == pytest.approx((value, value - half, value + half), abs=1e-6)
    assert found.p_value == pytest.approx(2 * float(stats.t.sf(abs(value) / error, degrees)), abs=1e-6)
