"""Area and period effects on simulated panels: how each inference does, and that the one that speaks holds."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, simulate

PANELS = 1_000
# An effect on log-odds from 60 in 100, in shares: what the estimate should find on average.
EFFECT, IN_SHARES = 0.4, 0.0902


def outcomes(seed: int, panels: int = PANELS, **design: Any) -> list[Estimate]:
    rng = np.random.default_rng(seed)
    found = (ESTIMATORS["two-way"](simulate.panel(rng, **design)) for _ in range(panels))
    return [outcome for outcome in found if isinstance(outcome, Estimate)]


def alarms(found: list[Estimate]) -> dict[str, float]:
    """The share of panels in which each opinion sees an effect."""
    seen = Counter(one.inference for outcome in found for one in outcome.opinions if one.p_value < 0.05)
    return {one.inference: seen[one.inference] / len(found) for one in found[0].opinions}


def test_nothing_happened_and_3_to_7_in_100_say_otherwise() -> None:
    """4 of 12 areas, 24 months, AR(1) noise of 0.6: the design of STATISTICS."""
    found = outcomes(20260410, test=4)
    false_alarms = np.mean([outcome.p_value < 0.05 for outcome in found])
    told = ", ".join(f"{name} {share:.1%}" for name, share in alarms(found).items())
    print(f"\ntwo-way, false alarms, 4 of 12: {false_alarms:.1%} by default; {told}")
    assert len(found) == PANELS
    assert 0.03 <= false_alarms <= 0.07


def test_the_range_holds_the_effect_93_to_97_times_in_100() -> None:
    """Areas that start alike, so that one effect on log-odds is one in shares."""
    found = outcomes(20260411, test=4, effect=EFFECT, area_noise=0.0)
    held = np.mean([outcome.low <= IN_SHARES <= outcome.high for outcome in found])
    value = np.mean([outcome.value for outcome in found])
    print(f"\ntwo-way, coverage of {IN_SHARES}: {held:.1%}; mean estimate {value:.4f}")
    assert 0.93 <= held <= 0.97
    assert value == pytest.approx(IN_SHARES, abs=0.005)


@pytest.mark.long
@pytest.mark.parametrize("rho", [0.0, 0.6, 0.9])
@pytest.mark.parametrize(("areas", "test"), [(12, 1), (12, 2), (12, 4), (12, 6), (30, 4), (50, 5), (50, 10)])
def test_false_alarms_by_design(*, rho: float, areas: int, test: int) -> None:
    """Printed for all; barred where the ladder shows it as a second opinion (4 and more beside 8 and more)."""
    found = outcomes(20260412, areas=areas, test=test, rho=rho)
    told = alarms(found)
    print(
        f"\ntwo-way, {test} of {areas}, rho {rho}: " + ", ".join(f"{name} {share:.1%}" for name, share in told.items())
    )
    if test >= 4 and areas - test >= 8:
        assert 0.02 <= told[found[0].inference] <= 0.08


@pytest.mark.long
@pytest.mark.parametrize("sizes", ["test areas small", "test areas large"])
def test_false_alarms_where_sizes_differ(sizes: str) -> None:
    spread = np.linspace(30, 400, 12)
    found = outcomes(20260413, test=4, denominators=spread if sizes == "test areas small" else spread[::-1])
    told = alarms(found)
    print(f"\ntwo-way, 4 of 12, {sizes}: " + ", ".join(f"{name} {share:.1%}" for name, share in told.items()))
    assert told[found[0].inference] <= 0.08
