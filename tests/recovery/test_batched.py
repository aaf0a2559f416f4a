"""The batched arithmetic is the estimator's, row for row."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import ESTIMATORS, simulate
from tests.recovery.batched import area_change

PANELS = 60


@pytest.mark.parametrize(
    "design",
    [
        {},
        {"shock": 0.0, "denominators": np.linspace(30, 400, 12)},
        {"areas": 8, "test": 4, "shock": 0.3, "effect": 0.4},
        {"test": 3, "chosen_worst_at": 11, "denominators": 30},
        {"starts": (10, 13), "level": 0.05, "denominators": 12},
    ],
    ids=["as it comes", "no shocks", "half", "chosen as the worst", "two starts, few events"],
)
def test_rows_are_what_the_estimator_says_of_each_panel(design: dict[str, Any]) -> None:
    drawn = simulate.draw(np.random.default_rng(20261121), PANELS, simulate.Design(**design))
    batch = area_change(drawn)
    for row in range(PANELS):
        outcome = ESTIMATORS["area-change"](drawn.panel(row))
        if batch.is_refused[row]:
            assert isinstance(outcome, Refusal)
            continue
        assert isinstance(outcome, Estimate)
        found = batch.found
        assert (outcome.value, outcome.low, outcome.high, outcome.p_value) == pytest.approx(
            (found.value[row], found.low[row], found.high[row], found.p_value[row]), abs=1e-10
        )
        assert outcome.between_area_variance == pytest.approx(batch.between[row], abs=1e-10)
        assert outcome.permutation_p == pytest.approx(batch.permutation_p[row], abs=1e-12)
        assert [area.influence for area in outcome.areas] == pytest.approx(batch.influence[row], abs=1e-10)
