"""Placebo areas on the official figures for the good level of development: nothing happened there, by construction."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel
from tests.official import TO_2019, good_level

START = 4  # the school year 2016/17
LOWEST = 30
YEARS = {"201213": 0, "201415": 2, "201516": 3}
ALARM = 0.05


@pytest.fixture(scope="module")
def figures() -> Panel:
    """All authorities with figures in every year."""
    panel = Panel.from_frame(good_level(TO_2019))
    return panel.take(np.asarray(np.isfinite(panel.values).all(axis=1)))


def alarms(panel: Panel, placebo: list[np.ndarray]) -> float:
    """The share of these sets of placebo areas in which an effect is seen."""
    p_values = []
    for chosen in placebo:
        starts = np.full(len(panel.areas), -1)
        starts[chosen] = START
        outcome = ESTIMATORS["area-change"](replace(panel, starts=starts))
        assert isinstance(outcome, Estimate)
        p_values.append(outcome.p_value)
    return float(np.mean(np.array(p_values) < ALARM))


def at_random(areas: int, test: int, draws: int) -> list[np.ndarray]:
    rng = np.random.default_rng(20260310 + test)
    return [rng.choice(areas, test, replace=False) for _ in range(draws)]


def from_the_lowest(panel: Panel, year: int, draws: int) -> list[np.ndarray]:
    rng = np.random.default_rng(20260320 + year)
    lowest = np.argsort(panel.values[:, year])[:LOWEST]
    return [rng.choice(lowest, 3, replace=False) for _ in range(draws)]


@pytest.mark.parametrize("year", YEARS)
def test_3_of_the_30_lowest_with_the_level_they_were_chosen_on(figures: Panel, year: str) -> None:
    placebo = from_the_lowest(figures, YEARS[year], 800)
    found = alarms(figures.with_covariates({"chosen_on": figures.values[:, YEARS[year]]}), placebo)
    print(f"\nthree of the 30 lowest in {year}, level chosen on as covariate: {found:.1%} of 800")
    assert found <= 0.08


def test_2_at_random(figures: Panel) -> None:
    found = alarms(figures, at_random(len(figures.areas), 2, 800))
    print(f"\ntwo at random: {found:.1%} of 800")
    assert 0.03 <= found <= 0.08


@pytest.mark.long
@pytest.mark.parametrize("test", [1, 2, 3, 5])
def test_at_random_in_full(figures: Panel, test: int) -> None:
    found = alarms(figures, at_random(len(figures.areas), test, 2_000))
    print(f"\n{test} at random: {found:.1%} of 2,000")
    assert 0.03 <= found <= 0.08


@pytest.mark.long
@pytest.mark.parametrize("year", YEARS)
def test_3_of_the_30_lowest_in_full(figures: Panel, year: str) -> None:
    """With the level chosen on; and, printed only, without it, with the mean before and with another year's."""
    at, placebo = YEARS[year], from_the_lowest(figures, YEARS[year], 2_000)
    levels = figures.values
    covariates = {
        "none": {},
        "mean before": {"level": levels[:, :START].mean(axis=1)},
        "another year": {"level": levels[:, 0 if at else 1]},
        "chosen on": {"level": levels[:, at]},
    }
    found = {name: alarms(figures.with_covariates(level), placebo) for name, level in covariates.items()}
    print(f"\nthree of the 30 lowest in {year}: " + ", ".join(f"{name} {share:.1%}" for name, share in found.items()))
    assert found["chosen on"] <= 0.08
