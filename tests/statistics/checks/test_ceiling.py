"""Room to change."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.codes import CheckState
from evaluation.model.measure import Scale
from evaluation.statistics import Panel
from tests.statistics.checks.checking import checked, drawn, numbers


def test_test_areas_near_full_have_little_room() -> None:
    level = np.where(np.arange(12) < 2, 0.97, 0.7)
    check = checked("ceiling", drawn(2, level=level, area_noise=0.05, shock=0.0, denominators=1_000))
    assert (check.state, check.note) == (CheckState.INFORMS, "near_edge")
    assert (numbers(check)["near_edge"], numbers(check)["test_areas"]) == (2, 2)


def test_low_areas_that_gain_more_are_told_by_the_slope_and_its_range() -> None:
    level = np.linspace(30, 70, 12)
    values = np.column_stack([level, level + 0.5 * (50 - level) + np.resize([0.5, -0.5, -0.5], 12)])
    panel = Panel.from_matrix(
        areas=[f"a{at}" for at in range(12)], periods=["1", "2"], starts=[1, 1] + [None] * 10, values=values
    )
    check = checked("ceiling", panel)
    slope = next(finding for finding in check.findings if finding.label == "slope")
    assert check.note == "related"
    assert slope.value == pytest.approx(-0.5, abs=0.05)
    assert slope.low is not None
    assert slope.high is not None
    assert slope.low < slope.value < slope.high < 0


def test_where_there_is_room_it_holds() -> None:
    assert checked("ceiling", drawn(5)).state is CheckState.PASSED


def test_rates_have_no_ceiling() -> None:
    rates = drawn(2, level=0.02, denominators=2_000)
    assert rates.numerators is not None
    assert rates.denominators is not None
    panel = Panel.from_matrix(
        areas=rates.areas, periods=rates.periods, starts=rates.starts, numerators=rates.numerators,
        denominators=rates.denominators, scale=Scale.RATE,
    )  # fmt: skip
    assert numbers(checked("ceiling", panel))["near_edge"] == 0
    assert numbers(checked("ceiling", rates))["near_edge"] == 2


def test_comparison_areas_that_stood_alike_but_for_rounding_cannot_tell() -> None:
    panel = drawn(2)
    assert panel.numerators is not None
    assert panel.denominators is not None
    numerators = panel.numerators.copy()
    numerators[2:, :12] = 60 + np.resize([1, -1], 12)
    alike = Panel.from_matrix(
        areas=panel.areas, periods=panel.periods, starts=panel.starts, numerators=numerators,
        denominators=panel.denominators,
    )  # fmt: skip
    assert checked("ceiling", alike).note == "cannot_be_told"
    values = alike.values.copy()
    values[2:, :12] = 0.1 + 0.2 * (1 + np.linspace(0, 1e-15, 10)[:, None])
    rounded = Panel.from_matrix(areas=panel.areas, periods=panel.periods, starts=panel.starts, values=values)
    assert checked("ceiling", rounded).note == "cannot_be_told"
