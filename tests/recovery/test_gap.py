"""How often a gap seems to narrow when nothing happened, and whether its range covers one that did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel, simulate
from tests.official import TO_2019, by_sex

PANELS = 300


def outcomes(rng: np.random.Generator, **design: Any) -> list[Estimate]:
    """A group of 30 to 90 a month against one of 100 to 300, in areas whose ups and downs are their own."""
    small, large = rng.integers(30, 90, 12), rng.integers(100, 300, 12)
    found = []
    for _ in range(PANELS):
        meals = simulate.panel(rng, level=0.5, denominators=small, **design)
        others = simulate.panel(rng, level=0.7, denominators=large, **design)
        outcome = ESTIMATORS["gap"](Panel.of_groups({"meals": meals, "not": others}))
        assert isinstance(outcome, Estimate)
        found.append(outcome)
    return found


@pytest.mark.parametrize(("test", "rho"), [(2, 0.0), (4, 0.6)])
def test_false_alarms_keep_the_bar(test: int, rho: float) -> None:
    rate = np.mean(
        [outcome.p_value < 0.05 for outcome in outcomes(np.random.default_rng(20261124), test=test, rho=rho)]
    )
    print(f"\ngap, {test} of 12, rho {rho}: {rate:.1%} false alarms of {PANELS}")
    assert 0.015 <= rate <= 0.09


def test_the_range_covers_a_gap_that_narrowed() -> None:
    """The group behind gains 0.4 in log-odds: in points, what the levels of its own areas make of it."""
    rng, covers = np.random.default_rng(20261125), []
    for _ in range(PANELS):
        truth = simulate.log_odds(rng, areas=12, periods=24, level=0.5)
        gained = truth.copy()
        gained[:2, 12:] += 0.4
        points = float((1 / (1 + np.exp(-gained)) - 1 / (1 + np.exp(-truth)))[:2, 12:].mean())
        seen, out_of = simulate.counts(rng, gained, 60)
        others = simulate.panel(rng, level=0.7, denominators=200)
        meals = Panel.from_matrix(
            areas=others.areas, periods=others.periods, starts=others.starts, numerators=seen, denominators=out_of
        )
        outcome = ESTIMATORS["gap"](Panel.of_groups({"meals": meals, "not": others}))
        assert isinstance(outcome, Estimate)
        covers.append(outcome.low <= points <= outcome.high)
    print(f"\ngap: {np.mean(covers):.1%} of ranges cover the points gained, of {PANELS}")
    assert 0.92 <= np.mean(covers) <= 0.985


@pytest.mark.long
def test_placebo_areas_by_lot_on_the_real_gap_of_boys_and_girls() -> None:
    """Three of all authorities, from the school year 2016/17 on."""
    panel = Panel.from_frame(by_sex(TO_2019))
    panel = panel.take(np.asarray(np.isfinite(panel.values).all(axis=1)))
    rng, alarms = np.random.default_rng(20261126), []
    for _ in range(1_000):
        starts = np.full(len(panel.areas), -1)
        starts[rng.choice(len(panel.areas), 3, replace=False)] = 4
        groups = {name: replace(side, starts=starts) for name, side in panel.groups.items()}
        outcome = ESTIMATORS["gap"](Panel.of_groups(groups))
        assert isinstance(outcome, Estimate)
        alarms.append(outcome.p_value < 0.05)
    print(f"\ngap of boys and girls, three at random: {np.mean(alarms):.1%} of 1,000")
    assert 0.025 <= np.mean(alarms) <= 0.08
