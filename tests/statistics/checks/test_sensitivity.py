"""How much drift it would take to explain an effect away, as a check."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS
from evaluation.statistics.sensitivity import breakdown
from tests.statistics.checks.checking import checked, drawn, numbers

YEARLY: dict[str, Any] = {"areas": 40, "test": 8, "periods": 9, "start": 7, "denominators": 1_000, "shock": 0.1}


def check(seed: int = 1, **design: Any) -> Check:
    return checked("sensitivity", drawn(seed, **design))


def test_it_informs_and_costs_nothing_whatever_it_finds() -> None:
    for effect in (0.0, 0.2, 1.0):
        found = check(effect=effect, **YEARLY)
        assert (found.state, found.costs_grade) == (CheckState.INFORMS, False)


def test_fewer_than_6_periods_before_are_too_few() -> None:
    assert check(periods=12, start=5, effect=1.0).note == "too_few_periods"
    assert check(periods=12, start=6, effect=1.0).note != "too_few_periods"


def test_a_range_that_holds_none_leaves_nothing_to_explain() -> None:
    found = check(effect=0.0)
    assert found.note == "nothing_to_explain"
    assert numbers(found) == {"relative_magnitudes": 0.0}


def test_an_effect_seen_only_beside_many_periods_before_is_told_apart() -> None:
    """Noise in the last period before the start alone."""
    notes = {check(seed, effect=0.25).note for seed in range(12)}
    assert "last_period_alone" in notes


def test_a_larger_effect_takes_more_drift_to_explain() -> None:
    times = [numbers(check(effect=effect, **YEARLY))["relative_magnitudes"] for effect in (0.3, 0.6, 1.2)]
    assert times == sorted(times)
    assert 0 < times[0] < times[2] / 2


def test_it_is_the_breakdown_value_of_the_path_with_chance_counted_by_t() -> None:
    panel = drawn(effect=0.6, **YEARLY)
    path = ESTIMATORS["event-study"](panel)
    assert isinstance(path, Estimate)
    wider = (2.0244 / 1.95996) ** 2  # t with 38 degrees of freedom
    effects, after = [point.value for point in path.path], np.ones(2) / 2
    found = breakdown(effects, wider * np.array(path.path_covariance), 6, weights=after)
    said = numbers(checked("sensitivity", panel))
    assert said["relative_magnitudes"] == pytest.approx(found.relative_magnitudes, abs=0.05)
    assert said["smoothness"] == pytest.approx(found.smoothness, rel=0.05)


def test_smoothness_is_left_to_many_areas() -> None:
    assert "smoothness" not in numbers(check(effect=0.6, **{**YEARLY, "areas": 30}))


def test_areas_too_few_for_a_path_cannot_tell() -> None:
    found = checked("sensitivity", drawn(areas=7, test=2, effect=3.0, periods=14, start=7))
    assert (found.note, found.findings) == ("cannot_be_told", ())
