"""Whether an answer rests on one area."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.codes import CheckState
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS
from tests.statistics.checks.checking import checked, drawn, numbers


def test_an_effect_in_one_of_two_areas_rests_on_it() -> None:
    one = drawn(3, shock=0.05, denominators=500, effect=np.array([1.5, 0.0]))
    outcome = ESTIMATORS["area-change"](one)
    check = checked("leave-one-out", one)
    assert isinstance(outcome, Estimate)
    if outcome.low > 0:
        assert (check.state, check.note) == (CheckState.FAILED, "rests_on:a01")
    assert "without:a01" in numbers(check)


def test_a_true_effect_in_two_areas_mostly_rests_on_neither() -> None:
    failed = [checked("leave-one-out", drawn(seed, effect=0.5)).state is CheckState.FAILED for seed in range(40)]
    assert np.mean(failed) <= 0.1


def test_the_effect_without_an_area_is_the_estimate_of_the_others() -> None:
    panel = drawn(effect=0.5)
    findings = checked("leave-one-out", panel).findings
    for finding in findings:
        rest = panel.take(np.array([f"without:{area}" != finding.label for area in panel.areas]))
        outcome = ESTIMATORS["area-change"](rest)
        assert isinstance(outcome, Estimate)
        assert (finding.value, finding.low) == pytest.approx((outcome.effect.value, outcome.effect.low))
