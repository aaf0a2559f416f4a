"""Placebo areas on the official figures: how often an effect is seen where nothing happened."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel
from tests.recovery.real_placebo import ALARM, START, YEARS, alarms, at_random, figures, from_the_lowest


@pytest.fixture(scope="module")
def panel() -> Panel:
    return figures()


@pytest.mark.parametrize("test", [1, 2, 3, 5])
def test_areas_at_random_raise_3_to_8_in_100(panel: Panel, test: int) -> None:
    found = float((alarms(panel, at_random(panel, test)) < ALARM).mean())
    print(f"\n{test} at random: {found:.1%} of 2,000")
    assert 0.03 <= found <= 0.08


@pytest.mark.parametrize("year", YEARS)
def test_the_level_they_were_chosen_on_keeps_the_lowest_below_8_in_100(panel: Panel, year: str) -> None:
    """Printed beside it: without it, with the mean before, and with another year's level."""
    found = {each.name: float((alarms(panel, each) < ALARM).mean()) for each in from_the_lowest(panel, year)}
    print("\n" + "\n".join(f"{name}: {rate:.1%} of 2,000" for name, rate in found.items()))
    assert next(iter(found.values())) <= 0.08


def test_each_draw_is_what_the_estimator_says(panel: Panel) -> None:
    placebo = next(from_the_lowest(panel, "2016"))
    assert placebo.covariate is not None
    p_values = alarms(panel, placebo)
    for draw in range(5):
        starts = np.where(placebo.is_test[draw], START, -1)
        outcome = ESTIMATORS["area-change"](replace(panel.with_covariates({"level": placebo.covariate}), starts=starts))
        assert isinstance(outcome, Estimate)
        assert outcome.p_value == pytest.approx(p_values[draw], abs=1e-9)
