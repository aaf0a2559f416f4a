"""Two of twelve areas, simulated: how often an effect is seen where there is none, and how often the range holds it.

The design of STATISTICS: 24 months, start at 12, AR(1) noise of 0.6 in each area, 100 children a month. The table
beside has all the others.
"""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.statistics.simulate import Design, draw
from tests.recovery.batched import area_change

PANELS = 10_000


def test_nothing_happened_and_3_to_7_in_100_say_otherwise() -> None:
    outcomes = area_change(draw(np.random.default_rng(20260301), PANELS, Design()))
    t_interval, labels = np.mean(outcomes.found.p_value < 0.05), np.mean(outcomes.permutation_p < 0.05)
    print(f"\nfalse alarms, 2 of 12: t interval {t_interval:.1%}, labels permuted {labels:.1%} of {PANELS:,}")
    assert 0.03 <= t_interval <= 0.07
    assert 0.03 <= labels <= 0.07


def test_the_range_holds_the_effect_93_to_97_times_in_100() -> None:
    found = area_change(draw(np.random.default_rng(20260302), PANELS, Design(effect=0.4))).found
    held, value = np.mean((found.low <= 0.4) & (found.high >= 0.4)), np.mean(found.value)
    print(f"\ncoverage of an effect of 0.4: {held:.1%}; mean estimate {value:.3f}")
    assert 0.93 <= held <= 0.97
    assert value == pytest.approx(0.4, abs=0.01)
