"""Two of twelve areas, simulated: how often an effect is seen where there is none, and how often the range holds it."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, simulate

PANELS = 2_000


def outcomes(rng: np.random.Generator, panels: int = PANELS, **design: object) -> list[Estimate]:
    """The estimates of `panels` panels of this design; the designs here leave no room for a Refusal."""
    found = (ESTIMATORS["area-change"](simulate.panel(rng, **design)) for _ in range(panels))  # type: ignore[arg-type]
    return [outcome for outcome in found if isinstance(outcome, Estimate)]


def test_nothing_happened_and_3_to_7_in_100_say_otherwise() -> None:
    """24 months, start at 12, AR(1) noise of 0.6 in each area, 100 children a month: the design of STATISTICS."""
    found = outcomes(np.random.default_rng(20260301))
    t_interval = np.mean([outcome.p_value < 0.05 for outcome in found])
    labels = np.mean([(outcome.permutation_p or 1) < 0.05 for outcome in found])
    print(f"\nfalse alarms, 2 of 12: t interval {t_interval:.1%}, labels permuted {labels:.1%} of {len(found)}")
    assert len(found) == PANELS
    assert 0.03 <= t_interval <= 0.07
    assert 0.02 <= labels <= 0.07


def test_the_range_holds_the_effect_93_to_97_times_in_100() -> None:
    found = outcomes(np.random.default_rng(20260302), effect=0.4)
    held = np.mean([outcome.low <= 0.4 <= outcome.high for outcome in found])
    value = np.mean([outcome.value for outcome in found])
    print(f"\ncoverage of an effect of 0.4: {held:.1%}; mean estimate {value:.3f}")
    assert 0.93 <= held <= 0.97
    assert value == pytest.approx(0.4, abs=0.02)


@pytest.mark.long
@pytest.mark.parametrize("rho", [0.0, 0.6, 0.9])
@pytest.mark.parametrize("test", [2, 4])
@pytest.mark.parametrize("sizes", ["equal", "test areas small", "test areas large"])
def test_the_bar_holds_for_unlike_areas(rho: float, test: int, sizes: str) -> None:
    """30 to 400 children a month. The largest areas as test areas are the known miss (7.3 in 100)."""
    spread = np.linspace(30, 400, 12)
    denominators = {"equal": np.full(12, 100.0), "test areas small": spread, "test areas large": spread[::-1]}[sizes]
    found = outcomes(np.random.default_rng(20260303), rho=rho, test=test, denominators=denominators)
    false_alarms = np.mean([outcome.p_value < 0.05 for outcome in found])
    print(f"\nfalse alarms, {test} of 12, rho {rho}, {sizes}: {false_alarms:.1%}")
    assert 0.02 <= false_alarms <= 0.08
