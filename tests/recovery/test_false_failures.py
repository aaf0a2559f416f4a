"""How often a check fails where nothing is wrong, and whether it fails where something is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from evaluation.model.codes import CheckState
from evaluation.model.results import Estimate
from evaluation.statistics import CHECKS, ESTIMATORS, Panel, simulate
from evaluation.statistics.checks import examine
from evaluation.statistics.settings import Settings

PANELS = 150
# Earlier trends fail at 5% by their range, and beside an effect that hangs in the balance (see the check). What is
# read from the panel's attributes cannot fail where there are none. With few periods before, a spread is guessed.
AT_MOST = {
    "earlier-trends": 0.15,
    "placebo-in-time": 0.06,
    "placebo-in-space": 0.0,
    "leave-one-out": 0.08,
    "small-numbers": 0.0,
    "scale": 0.06,
    "volatility": 0.15,
    "regression-to-the-mean": 0.06,
    "ceiling": 0.0,
    "events": 0.0,
    "contamination": 0.0,
    "boundary": 0.0,
    "break-in-definition": 0.0,
    "overlapping-periods": 0.0,
}
DESIGNS: dict[str, dict[str, Any]] = {
    "2 of 12, 24 months": {},
    "2 of 12, an effect": {"effect": 0.4},
    "2 of 12, rho 0.9": {"rho": 0.9},
    "1 of 14": {"test": 1, "areas": 14},
    "4 of 16, six before": {"test": 4, "areas": 16, "periods": 12, "start": 6},
}


def failures(panels: Iterable[Panel], names: Iterable[str]) -> dict[str, float]:
    """How often each check fails, among panels that give an estimate."""
    failed: Counter[str] = Counter()
    made = 0
    for panel in panels:
        outcome = ESTIMATORS["area-change"](panel)
        if isinstance(outcome, Estimate):
            made += 1
            seen = examine(panel, outcome, Settings())
            failed.update(name for name in names if CHECKS[name](seen).state is CheckState.FAILED)
    return {name: failed[name] / made for name in names}


@pytest.mark.parametrize("design", DESIGNS)
def test_checks_seldom_fail_where_nothing_is_wrong(design: str) -> None:
    rng = np.random.default_rng(20260330)
    rates = failures((simulate.panel(rng, **DESIGNS[design]) for _ in range(PANELS)), AT_MOST)
    told = ", ".join(f"{name} {rate:.1%}" for name, rate in rates.items() if AT_MOST[name])
    print(f"\nchecks that fail, {design}: {told}")
    assert [name for name, most in AT_MOST.items() if rates[name] > most] == []


def drifting(rng: np.random.Generator) -> Panel:
    return simulate.panel(rng, trend=np.where(np.arange(12) < 2, 0.06, 0.0))


def chosen_low(rng: np.random.Generator) -> Panel:
    """Drawn from the four lowest of thirty in the one year before; the plan does not say so."""
    drawn = simulate.panel(
        rng, areas=30, test=3, pool=4, periods=2, start=1, chosen_worst_at=0, area_noise=0.1, shock=0.3, rho=0.3,
        denominators=400,
    )  # fmt: skip
    return drawn.with_covariates({})


def volatile(rng: np.random.Generator) -> Panel:
    return simulate.panel(rng, shock=0.2 * np.where(np.arange(12) < 2, 3.0, 1.0), denominators=400)


def one_area(rng: np.random.Generator) -> Panel:
    return simulate.panel(rng, areas=14, test=3, effect=np.array([2.5, 0.1, 0.1]), shock=0.05, denominators=500)


def few_events(rng: np.random.Generator) -> Panel:
    return simulate.panel(rng, level=0.03, denominators=10, area_noise=0.0)


def shared_in(rng: np.random.Generator) -> Panel:
    """Six of the ten comparison areas gain as much as the test areas."""
    gained = simulate.panel(rng, test=8, effect=0.6, shock=0.1, denominators=300)
    return replace(gained, starts=np.where(np.arange(12) < 2, 12, -1), exposed=gained.areas[2:8])


def new_estate(rng: np.random.Generator) -> Panel:
    sizes = np.full((12, 24), 200.0)
    sizes[0, 12:] = 320.0
    return simulate.panel(rng, denominators=sizes)


def clinic_closed(rng: np.random.Generator) -> Panel:
    return replace(simulate.panel(rng), events=(("015", "a01", "clinic closed"),))


def other_scale(rng: np.random.Generator) -> Panel:
    """Everyone's odds fall alike, from 23 in 100 in the test areas and from 4 in 100 elsewhere."""
    return simulate.panel(
        rng, level=np.where(np.arange(12) < 2, 0.23, 0.04), common=np.where(np.arange(24) < 12, 0.0, -0.4),
        shock=0.03, area_noise=0.05, denominators=2_000,
    )  # fmt: skip


AT_LEAST: dict[str, tuple[Callable[[np.random.Generator], Panel], float]] = {
    "earlier-trends": (drifting, 0.6),
    "placebo-in-time": (drifting, 0.4),
    "regression-to-the-mean": (chosen_low, 0.4),
    "volatility": (volatile, 0.7),
    "leave-one-out": (one_area, 0.5),
    "small-numbers": (few_events, 0.9),
    "contamination": (shared_in, 0.6),
    "boundary": (new_estate, 0.95),
    "events": (clinic_closed, 1.0),
    "scale": (other_scale, 0.7),
}


@pytest.mark.parametrize("name", AT_LEAST)
def test_a_check_fails_where_it_should(name: str) -> None:
    wrong, least = AT_LEAST[name]
    rng = np.random.default_rng(20260331)
    rate = failures((wrong(rng) for _ in range(PANELS // 4)), [name])[name]
    print(f"\n{name} fails in {rate:.0%} of panels in which it should ({wrong.__name__.replace('_', ' ')})")
    assert rate >= least
