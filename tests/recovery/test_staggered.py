"""Areas that start at different times, simulated: false alarms where nothing happened, coverage where something did."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, simulate

FEW: Final[dict[str, Any]] = {"areas": 12, "test": 4, "starts": [8, 12, 12, 16]}
SOME: Final[dict[str, Any]] = {"areas": 30, "test": 12, "starts": [6] * 3 + [10] * 3 + [14] * 3 + [18] * 3}
STATES: Final[dict[str, Any]] = {"areas": 50, "test": 21, "starts": [5] + [6] * 13 + [7] * 4 + [8] * 2 + [9]}


def outcomes(seed: int, panels: int, **design: Any) -> list[Estimate]:
    rng = np.random.default_rng(seed)
    found = (ESTIMATORS["staggered"](simulate.panel(rng, **design)) for _ in range(panels))
    return [outcome for outcome in found if isinstance(outcome, Estimate)]


def alarms(name: str, found: list[Estimate]) -> float:
    """The share that sees an effect; that of the method that does not speak is printed beside it."""
    speaks = float(np.mean([outcome.p_value < 0.05 for outcome in found]))
    other = np.mean([outcome.opinions[0].p_value < 0.05 for outcome in found])
    said = f"{found[0].inference} {speaks:.1%}, {found[0].opinions[0].inference} {other:.1%}"
    print(f"\nfalse alarms, {name}: {said} of {len(found)}")
    return speaks


def test_nothing_happened_in_4_of_12_areas_at_3_dates() -> None:
    assert 0.03 <= alarms("4 of 12", outcomes(20261101, 400, **FEW)) <= 0.075


def test_the_range_holds_one_and_the_same_effect_93_to_97_times_in_100() -> None:
    found = outcomes(20261102, 400, effect=0.4, **FEW)
    held = np.mean([outcome.low <= 0.4 <= outcome.high for outcome in found])
    print(f"\ncoverage of 0.4, 4 of 12: {held:.1%}; mean estimate {np.mean([each.value for each in found]):.3f}")
    assert 0.925 <= held <= 0.975
    assert np.mean([outcome.value for outcome in found]) == pytest.approx(0.4, abs=0.03)


def test_the_range_holds_the_mean_of_effects_that_differ_by_start() -> None:
    """The simple average weights areas by the periods after their start."""
    effects, periods = np.array([0.1, 0.3, 0.5, 0.7]), 24 - np.array(FEW["starts"])
    found = outcomes(20261103, 150, effect=effects, **FEW)
    mean = float(effects @ periods / periods.sum())
    held = np.mean([outcome.low <= mean <= outcome.high for outcome in found])
    print(f"\ncoverage where effects differ by start, 4 of 12: {held:.1%}")
    assert 0.92 <= held <= 0.985


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "design"),
    [
        ("12 of 30 at 4 dates", SOME),
        ("21 of 50 at 5 dates", STATES),
        ("4 of 12, test areas small", FEW | {"denominators": np.linspace(30, 400, 12)}),
        ("4 of 12, test areas large", FEW | {"denominators": np.linspace(400, 30, 12)}),
    ],
)
def test_the_bar_holds_in_other_designs(name: str, design: dict[str, Any]) -> None:
    assert 0.03 <= alarms(name, outcomes(20261104, 2_000, **design)) <= 0.075
