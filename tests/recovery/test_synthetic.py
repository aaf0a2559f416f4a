"""One test area among 12 and among 32: false alarms and coverage of both synthetic methods, by default."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, simulate

METHODS = ("synthetic-control", "synthetic-difference-in-differences")
PANELS = 500


def outcomes(method: str, seed: int, panels: int = PANELS, **design: object) -> list[Estimate]:
    """The estimates of `panels` panels of this design; the designs here leave no room for a Refusal."""
    rng = np.random.default_rng(seed)
    found = (ESTIMATORS[method](simulate.panel(rng, test=1, **design)) for _ in range(panels))
    return [outcome for outcome in found if isinstance(outcome, Estimate)]


def rates(found: list[Estimate]) -> tuple[float, float, float]:
    """False alarms by the default, by the published normal interval, and by rank; in that order."""
    default = np.mean([outcome.p_value < 0.05 for outcome in found])
    published = np.mean([outcome.opinions[0].p_value < 0.05 for outcome in found])
    ranked = np.mean([(outcome.permutation_p or 1) <= 0.05 for outcome in found])
    return float(default), float(published), float(ranked)


@pytest.mark.parametrize("rho", [0.0, 0.6])
@pytest.mark.parametrize("method", METHODS)
def test_nothing_happened_in_one_of_12_and_few_say_otherwise(method: str, rho: float) -> None:
    """The bar of 3 to 7 in 100, with the room that 500 panels need (2 standard errors); the long test is at the bar."""
    found = outcomes(method, 20260501, areas=12, rho=rho)
    default, published, _ = rates(found)
    print(f"\n{method}, 1 of 12, rho {rho}: {default:.1%} false alarms, {published:.1%} as published, of {len(found)}")
    assert len(found) == PANELS
    assert 0.02 <= default <= 0.085


@pytest.mark.parametrize("method", METHODS)
def test_counts_smaller_in_the_test_area_raise_no_more_false_alarms(method: str) -> None:
    """30 children a month against up to 400."""
    default, published, _ = rates(outcomes(method, 20260502, areas=12, denominators=np.linspace(30, 400, 12)))
    print(f"\n{method}, 1 small of 12: {default:.1%} false alarms, {published:.1%} as published")
    assert default <= 0.085 < published


@pytest.mark.parametrize("method", METHODS)
def test_the_range_holds_a_gain_in_shares(method: str) -> None:
    """9 points more in every period after the start."""
    found = [held(method, seed) for seed in range(PANELS // 2)]
    print(f"\n{method}, 1 of 12: an effect is held in {np.mean(found):.1%} of {len(found)}")
    assert 0.9 <= np.mean(found) <= 0.99


def held(method: str, seed: int) -> bool:
    """Whether the range holds what was added to the shares of one panel."""
    panel = simulate.panel(np.random.default_rng(seed), areas=12, test=1)
    gain = np.where(panel.is_test[:, None] & (np.arange(24) >= 12), 0.09, 0.0)
    outcome = ESTIMATORS[method](
        type(panel).from_matrix(
            areas=panel.areas, periods=panel.periods, starts=panel.starts, values=panel.values + gain
        )
    )
    assert isinstance(outcome, Estimate)
    return outcome.low <= 0.09 <= outcome.high


@pytest.mark.long
@pytest.mark.parametrize("areas", [12, 32])
@pytest.mark.parametrize("rho", [0.0, 0.6, 0.9])
@pytest.mark.parametrize("method", METHODS)
def test_the_bar_of_3_to_7_holds(method: str, areas: int, rho: float) -> None:
    found = outcomes(method, 20260503, 3_000, areas=areas, rho=rho)
    default, published, ranked = rates(found)
    print(f"\n{method}, 1 of {areas}, rho {rho}: {default:.1%}, {published:.1%} as published, {ranked:.1%} by rank")
    assert 0.03 <= default <= 0.07
