"""The power promised before the start is the power there is.

Each past is drawn from a known process and examined; then the smallest effect it
is said to find is put into panels of that same process, and it is counted how
often `area-change` finds it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from evaluation.model.examination import Examination
from evaluation.model.measure import Scale
from evaluation.statistics import Panel, doctor, simulate
from evaluation.statistics.inference.interval import interval_many
from evaluation.statistics.inference.random_effects import fit_many
from evaluation.statistics.scales import transformed


def before_the_start(rng: np.random.Generator, periods: int, **design: Any) -> Panel:
    drawn = simulate.panel(rng, periods=periods, start=periods - 1, **design)
    return replace(drawn, starts=np.where(drawn.is_test, periods, drawn.starts))


def promised(rng: np.random.Generator, periods: int, **design: Any) -> Examination:
    found = doctor.examine(before_the_start(rng, periods, **design), simulations=200, effects=[0.05])
    assert isinstance(found, Examination)
    return found


def share_found(rng: np.random.Generator, panels: int, periods: int, effect: float, **design: Any) -> float:
    """How often the estimator's interval lies above 0, by its own arithmetic on many panels at once."""
    said = simulate.Design(periods=2 * periods, start=periods, effect=effect, **design)
    drawn = simulate.draw(rng, panels, said)
    windows = slice(None, periods), slice(periods, None)
    pooled = [[each[..., window].sum(axis=2) for each in (drawn.numerators, drawn.denominators)] for window in windows]
    (then, noise_then), (now, noise_now) = (transformed(Scale.PROPORTION, *each) for each in pooled)
    columns = np.column_stack([np.ones(said.areas), drawn.starts[0] >= 0])
    fits = fit_many(now - then, noise_then + noise_now, columns)
    return float((interval_many(fits, 1, 0.95).low > 0).mean())


def real_power(seed: int, pasts: int, periods: int, **design: Any) -> float:
    """The share of panels in which the smallest effect promised by each of so many pasts is found."""
    rng = np.random.default_rng(seed)
    effects = [promised(rng, periods, **design).smallest.value or 0.0 for _ in range(pasts)]
    return float(np.mean([share_found(rng, 200, periods, effect, **design) for effect in effects]))


def test_the_power_promised_is_75_to_85_in_100() -> None:
    """2 of 12, 24 months before and after, AR(1) of 0.6: the design of STATISTICS, over 25 pasts of 200 panels each."""
    found = real_power(20260401, pasts=25, periods=24)
    print(f"\nreal power at the smallest effect promised at 80%: {found:.1%}")
    assert 0.75 <= found <= 0.85


@pytest.mark.long
@pytest.mark.parametrize("periods", [6, 12, 24])
@pytest.mark.parametrize("rho", [0.0, 0.6, 0.9])
@pytest.mark.parametrize("test", [1, 2, 4])
def test_a_short_past_promises_less_rather_than_more(test: int, rho: float, periods: int) -> None:
    """Printed for every design. Long memories, which a short past cannot show, are where it promises too much."""
    found = real_power(20260402, pasts=60, periods=periods, test=test, rho=rho)
    print(f"\nreal power, {test} of 12, rho {rho}, {periods} periods: {found:.1%}")
    assert 0.55 <= found <= 0.97
